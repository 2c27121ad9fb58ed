//! On what ground the law lets somebody be contacted (GDPR article 6, as far as business to business needs it).

use serde::{Deserialize, Serialize};

/// The same words as the field `consent_basis` of a contact, which also knows `none`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// They said yes (article 6 (1) a). It must be provable (article 7 (1)).
    Consent,
    /// Ours weighs more than theirs (article 6 (1) f), until they object.
    LegitimateInterest,
    /// It is needed for a contract with them (article 6 (1) b).
    Contract,
}

impl Basis {
    pub const ALL: [Basis; 3] = [Basis::Consent, Basis::LegitimateInterest, Basis::Contract];

    /// As written in events and tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Basis::Consent => "consent",
            Basis::LegitimateInterest => "legitimate_interest",
            Basis::Contract => "contract",
        }
    }

    pub fn label(self) -> &'static str {
        match self {
            Basis::Consent => "Consent",
            Basis::LegitimateInterest => "Legitimate interest",
            Basis::Contract => "Contract",
        }
    }

    pub fn parse(text: &str) -> Option<Basis> {
        Basis::ALL.into_iter().find(|basis| basis.as_str() == text)
    }
}
