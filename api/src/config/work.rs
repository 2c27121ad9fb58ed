//! How much a process works on at once, and how long it may be silent.

use std::time::Duration;

use super::source::Source;

#[derive(Debug, Clone)]
pub struct WorkConfig {
    /// PIVOTAL_JOBS_AT_ONCE
    pub jobs_at_once: usize,
    /// PIVOTAL_JOB_LEASE_SECONDS: other processes take over what this one works on when it is silent for that long.
    pub lease: Duration,
    /// PIVOTAL_EMAIL_SENDERS: pipelines that send mails of campaigns; none: this process sends nothing.
    pub email_senders: usize,
}

impl WorkConfig {
    pub(super) fn read(source: &mut Source) -> Self {
        WorkConfig {
            jobs_at_once: source.parsed("PIVOTAL_JOBS_AT_ONCE", "a number", 4usize).max(1),
            lease: Duration::from_secs(
                source.parsed("PIVOTAL_JOB_LEASE_SECONDS", "a number of seconds", 20u64).max(2),
            ),
            email_senders: source.parsed("PIVOTAL_EMAIL_SENDERS", "a number", 1usize).min(16),
        }
    }
}
