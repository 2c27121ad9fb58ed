//! What the door is told.

use super::source::Source;

#[derive(Debug, Clone)]
pub struct AuthConfig {
    /// PIVOTAL_INTROSPECTION: whether the GraphQL schema may be asked for. It is no secret, so by default yes.
    pub introspection: bool,
}

impl AuthConfig {
    pub(super) fn read(source: &mut Source) -> Self {
        AuthConfig { introspection: source.flag("PIVOTAL_INTROSPECTION", true) }
    }
}
