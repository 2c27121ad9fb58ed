//! Why a look-up was refused.

use crate::audience::exports::list::SELECTED_MAX;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PhoneLookupError {
    #[error("There is no phone look-up with this id.")]
    NotFound,
    #[error("Nothing is chosen. Choose at least one contact or account.")]
    NothingSelected,
    #[error(
        "{count} records are named one by one, and {SELECTED_MAX} can be. Choose all that match a filter instead."
    )]
    TooMany { count: usize },
    #[error("The look-up has ended already. What it found stands on its page.")]
    NotRunning,
    #[error(
        "Carrier look-ups are not set up here. An administrator sets PIVOTAL_TELNYX_API_KEY to turn them on."
    )]
    Off,
}

impl PhoneLookupError {
    /// Public, stable code (api/errors table).
    pub fn code(&self) -> &'static str {
        match self {
            PhoneLookupError::NotFound => "PHONE_LOOKUP_NOT_FOUND",
            PhoneLookupError::NothingSelected => "PHONE_LOOKUP_NOTHING_SELECTED",
            PhoneLookupError::TooMany { .. } => "PHONE_LOOKUP_TOO_MANY",
            PhoneLookupError::NotRunning => "PHONE_LOOKUP_NOT_RUNNING",
            PhoneLookupError::Off => "PHONE_LOOKUP_OFF",
        }
    }
}
