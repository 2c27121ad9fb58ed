//! Why somebody of an audience is not contacted, before anything is sent: one reason of each, the first that holds.

/// Declared in the order of [`LeftOut::ALL`], which is the order in which people see them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOut {
    /// They, their company or a domain of its are suppressed.
    Suppressed,
    /// There is no address or number.
    NoAddress,
    InvalidAddress,
    Bounced,
    /// Nothing allows to contact them, or they said no.
    NoConsent,
    /// They may be contacted for another client only.
    Restricted,
    /// Somebody before them in the audience has the same address.
    Duplicate,
}

impl LeftOut {
    pub const ALL: [LeftOut; 7] = [
        LeftOut::Suppressed,
        LeftOut::NoAddress,
        LeftOut::InvalidAddress,
        LeftOut::Bounced,
        LeftOut::NoConsent,
        LeftOut::Restricted,
        LeftOut::Duplicate,
    ];

    /// As events, facts and the API write it. Never changes.
    pub const fn as_str(self) -> &'static str {
        match self {
            LeftOut::Suppressed => "suppressed",
            LeftOut::NoAddress => "no_address",
            LeftOut::InvalidAddress => "invalid_address",
            LeftOut::Bounced => "bounced",
            LeftOut::NoConsent => "no_consent",
            LeftOut::Restricted => "restricted",
            LeftOut::Duplicate => "duplicate",
        }
    }

    /// In the words of the ledger: what the wizard counts is what the campaign says afterwards.
    pub const fn label(self) -> &'static str {
        match self {
            LeftOut::Suppressed => "Suppressed",
            LeftOut::NoAddress => "No email address",
            LeftOut::InvalidAddress => "Invalid email address",
            LeftOut::Bounced => "An earlier email bounced",
            LeftOut::NoConsent => "No consent",
            LeftOut::Restricted => "Restricted to another client",
            LeftOut::Duplicate => "Same address as another recipient",
        }
    }

    pub fn parse(text: &str) -> Option<LeftOut> {
        LeftOut::ALL.into_iter().find(|reason| reason.as_str() == text)
    }

    /// In words, of a code that may be of a later release.
    pub fn label_of(code: &str) -> String {
        LeftOut::parse(code).map_or_else(|| code.replace('_', " "), |reason| reason.label().to_owned())
    }
}
