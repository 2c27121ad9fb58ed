//! Why somebody is suppressed.

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// They left by the link in an email (RFC 8058 or the page).
    Unsubscribed,
    /// They pressed "spam".
    Complaint,
    /// Their mail server said that there is no such mailbox.
    HardBounce,
    /// Mails to them came back again and again: for a while nobody tries.
    SoftBounces,
    /// They asked not to be called.
    DncRequest,
    /// They stand in a national do-not-call register.
    DncRegister,
    Manual,
    /// They came with a list of somebody else's suppressions.
    ImportedList,
    /// A court, an authority, a contract.
    Legal,
    /// They asked to be erased: nothing but the keyed hash is left of them.
    ErasureRequest,
}

impl Reason {
    pub const ALL: [Reason; 10] = [
        Reason::Unsubscribed,
        Reason::Complaint,
        Reason::HardBounce,
        Reason::SoftBounces,
        Reason::DncRequest,
        Reason::DncRegister,
        Reason::Manual,
        Reason::ImportedList,
        Reason::Legal,
        Reason::ErasureRequest,
    ];

    /// As written in events and tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Reason::Unsubscribed => "unsubscribed",
            Reason::Complaint => "complaint",
            Reason::HardBounce => "hard_bounce",
            Reason::SoftBounces => "soft_bounces",
            Reason::DncRequest => "dnc_request",
            Reason::DncRegister => "dnc_register",
            Reason::Manual => "manual",
            Reason::ImportedList => "imported_list",
            Reason::Legal => "legal",
            Reason::ErasureRequest => "erasure_request",
        }
    }

    pub fn label(self) -> &'static str {
        match self {
            Reason::Unsubscribed => "Unsubscribed",
            Reason::Complaint => "Spam complaint",
            Reason::HardBounce => "Hard bounce",
            Reason::SoftBounces => "Soft bounces",
            Reason::DncRequest => "Asked not to be called",
            Reason::DncRegister => "Do-not-call register",
            Reason::Manual => "Added by hand",
            Reason::ImportedList => "Imported list",
            Reason::Legal => "Legal",
            Reason::ErasureRequest => "Erasure request",
        }
    }

    pub fn parse(text: &str) -> Option<Reason> {
        Reason::ALL.into_iter().find(|reason| reason.as_str() == text)
    }

    /// Which of two reasons stands: the law and the person's own word before what machines and lists say.
    pub fn weight(self) -> u8 {
        match self {
            Reason::Legal | Reason::ErasureRequest => 5,
            Reason::Unsubscribed | Reason::Complaint | Reason::DncRequest => 4,
            Reason::DncRegister => 3,
            Reason::HardBounce => 2,
            // Less than what is for good: one that follows takes its place.
            Reason::SoftBounces | Reason::ImportedList => 1,
            Reason::Manual => 0,
        }
    }
}
