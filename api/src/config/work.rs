//! How much a process works on at once.

use super::source::Source;

#[derive(Debug, Clone)]
pub struct WorkConfig {
    /// PIVOTAL_JOBS_AT_ONCE
    pub jobs_at_once: usize,
}

impl WorkConfig {
    pub(super) fn read(source: &mut Source) -> Self {
        WorkConfig { jobs_at_once: source.parsed("PIVOTAL_JOBS_AT_ONCE", "a number", 4usize).max(1) }
    }
}
