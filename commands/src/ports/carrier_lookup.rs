//! Asking who carries a phone number and what kind of line it is. The adapter is in `pivotal-infra`; each question may cost money.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use pivotal_domain::audience::phone_validity::keep::Said;
use pivotal_domain::audience::phone_validity::line::LineType;
use pivotal_domain::audience::values::phone::Phone;

/// Why a number was not looked up.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LookupTrouble {
    /// Asking on would end the same way for every number.
    #[error(
        "The look-up service does not accept our key. An administrator must set a valid PIVOTAL_TELNYX_API_KEY."
    )]
    KeyRefused,
    #[error(
        "The look-up service asks to be paid first. Add credit to the account there, then look up the rest."
    )]
    NoCredit,
    /// It asks to be left alone for a while.
    #[error("The look-up service had too many questions. Look up the rest later.")]
    Busy { retry_after: Option<Duration> },
    #[error("The look-up service does not answer ({0}). Look up the rest later.")]
    Unavailable(String),
    /// Not this number; others may go well.
    #[error("The look-up service does not answer for this number.")]
    Declined,
    #[error("The answer of the look-up service cannot be read.")]
    Unreadable,
}

/// The port. An implementation holds to time limits of its own and asks once; who calls it paces and repeats.
#[async_trait]
pub trait CarrierLookup: Send + Sync {
    /// In the log and the API, where `test` means that answers are made up. Never changes.
    fn provider(&self) -> &'static str;

    async fn look_up(&self, phone: &Phone) -> Result<Said, LookupTrouble>;
}

/// Name of the carrier that the test look-up makes up.
pub const TEST_CARRIER: &str = "Test carrier (made up)";

/// For development: asks nobody, costs nothing, and answers only for numbers that are reserved for fiction, by their last digits. Its
/// answers are made up and say so in the name of the carrier.
#[derive(Debug, Clone, Copy, Default)]
pub struct TestLookup;

#[async_trait]
impl CarrierLookup for TestLookup {
    fn provider(&self) -> &'static str {
        "test"
    }

    async fn look_up(&self, phone: &Phone) -> Result<Said, LookupTrouble> {
        let Some(number) = reserved(phone.e164()) else { return Err(LookupTrouble::Declined) };
        let line = match number % 5 {
            0 | 1 => LineType::Mobile,
            2 => LineType::FixedLine,
            3 => LineType::Voip,
            _ => return Ok(Said::NotFound),
        };
        Ok(Said::Found { carrier: Some(TEST_CARRIER.to_owned()), line })
    }
}

/// The last two digits of a number that nobody has: 555-0100 to 555-0199 of any North American area, and the numbers that Ofcom keeps
/// for drama in London and among mobiles.
fn reserved(e164: &str) -> Option<u32> {
    let north_american = e164.strip_prefix("+1").filter(|rest| rest.len() == 10);
    let fictitious = north_american.is_some_and(|rest| rest.get(3..8) == Some("55501"))
        || (e164.len() == 13 && ["+447700900", "+442079460"].iter().any(|start| e164.starts_with(start)));
    if !fictitious {
        return None;
    }
    e164.get(e164.len() - 2..)?.parse().ok()
}

/// For tests: says what is written down, and what is not is declined.
#[derive(Debug, Default)]
pub struct WrittenLookup {
    pub says: Mutex<HashMap<String, Result<Said, LookupTrouble>>>,
    /// What was asked, in order.
    pub asked: Mutex<Vec<String>>,
}

#[async_trait]
impl CarrierLookup for WrittenLookup {
    fn provider(&self) -> &'static str {
        "written"
    }

    async fn look_up(&self, phone: &Phone) -> Result<Said, LookupTrouble> {
        let number = phone.e164().to_owned();
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).push(number.clone());
        let says = self.says.lock().unwrap_or_else(PoisonError::into_inner);
        says.get(&number).cloned().unwrap_or(Err(LookupTrouble::Declined))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn said(number: &str) -> Result<Said, LookupTrouble> {
        TestLookup.look_up(&Phone::parse(number, None).unwrap()).await
    }

    #[tokio::test]
    async fn the_test_look_up_answers_for_nobodys_numbers_alone_and_always_the_same() {
        let found = |line| Ok(Said::Found { carrier: Some(TEST_CARRIER.to_owned()), line });
        for _ in 0..2 {
            assert_eq!(said("+12025550100").await, found(LineType::Mobile));
            assert_eq!(said("+12025550102").await, found(LineType::FixedLine));
            assert_eq!(said("+447700900003").await, found(LineType::Voip));
            assert_eq!(said("+442079460004").await, Ok(Said::NotFound));
            for somebodys in ["+12025550200", "+447400123456"] {
                assert_eq!(said(somebodys).await, Err(LookupTrouble::Declined), "{somebodys}");
            }
        }
    }
}
