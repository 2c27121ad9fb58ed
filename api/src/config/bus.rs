//! Which message bus.

use secrecy::SecretString;

use super::source::Source;

#[derive(Debug, Clone)]
pub struct BusConfig {
    /// AMQP_URL; none means the bus inside this process.
    pub url: Option<SecretString>,
    /// PIVOTAL_AMQP_PREFIX: starts the names of our exchanges and queues.
    pub prefix: String,
}

impl BusConfig {
    pub(super) fn read(source: &mut Source) -> Self {
        BusConfig {
            url: source.text("AMQP_URL").map(SecretString::from),
            prefix: source.text("PIVOTAL_AMQP_PREFIX").unwrap_or_else(|| "pivotal".into()),
        }
    }
}
