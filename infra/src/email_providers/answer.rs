//! Answers, with what the provider said kept short and without the address that it is about.

use std::time::Duration;

use pivotal_commands::ports::email_provider::{HandOver, Refusal};
use pivotal_log::masked::masked;

/// Characters that are kept of what a provider says.
const SAID_MAX: usize = 300;

pub const SECOND: Duration = Duration::from_secs(1);
pub const MINUTE: Duration = Duration::from_secs(60);
pub const HOUR: Duration = Duration::from_secs(3_600);

pub fn accepted(provider_id: Option<String>) -> HandOver {
    HandOver::Accepted { provider_id }
}

pub fn refused(refusal: Refusal, said: &str) -> HandOver {
    HandOver::Refused { refusal, said: kept(said) }
}

pub fn unknown(said: &str) -> HandOver {
    HandOver::Unknown { said: kept(said) }
}

pub fn kept(said: &str) -> String {
    let words: Vec<&str> = said.split_whitespace().collect();
    masked(&words.join(" ")).chars().take(SAID_MAX).collect()
}
