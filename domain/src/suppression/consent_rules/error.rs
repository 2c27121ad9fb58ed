//! Why something about the rules was refused.

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ConsentRuleError {
    #[error("There is no such country. Use its two letters (ISO 3166), as in DE.")]
    UnknownCountry,
    #[error("Countries without a rule of their own need one. Change it instead of removing it.")]
    OthersNeeded,
    #[error("A note may have at most 500 characters. Shorten it.")]
    NoteTooLong,
}

impl ConsentRuleError {
    pub fn code(&self) -> &'static str {
        match self {
            ConsentRuleError::UnknownCountry => "CONSENT_RULE_COUNTRY",
            ConsentRuleError::OthersNeeded => "CONSENT_RULE_OTHERS_NEEDED",
            ConsentRuleError::NoteTooLong => "CONSENT_RULE_NOTE_TOO_LONG",
        }
    }

    pub fn field(&self) -> &'static str {
        match self {
            ConsentRuleError::UnknownCountry | ConsentRuleError::OthersNeeded => "country",
            ConsentRuleError::NoteTooLong => "note",
        }
    }
}
