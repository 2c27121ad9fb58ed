//! What is written to the terminal.

use super::source::Source;

/// What the broker's client says of a lost connection we say ourselves, with what is done about it.
const DEFAULT: &str = "warn,pivotal=info,lapin=off";

#[derive(Debug, Clone)]
pub struct LoggingConfig {
    /// PIVOTAL_LOG: a filter as `info,pivotal_projections=debug`.
    pub filter: String,
    /// PIVOTAL_LOG_JSON: one JSON object per line, for log collectors.
    pub json: bool,
}

impl LoggingConfig {
    pub(super) fn read(source: &mut Source) -> Self {
        LoggingConfig {
            filter: source.text("PIVOTAL_LOG").unwrap_or_else(|| DEFAULT.into()),
            json: source.flag("PIVOTAL_LOG_JSON", false),
        }
    }
}
