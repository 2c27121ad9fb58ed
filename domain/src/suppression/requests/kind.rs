//! What somebody asks for, and how it came in.

use serde::{Deserialize, Serialize};

/// The rights that are handled here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequestKind {
    /// A copy of everything that is held (GDPR art. 15).
    Access,
    /// To be forgotten (GDPR art. 17).
    Erasure,
}

impl RequestKind {
    pub const ALL: [RequestKind; 2] = [RequestKind::Access, RequestKind::Erasure];

    /// As written in events and tables.
    pub fn as_str(self) -> &'static str {
        match self {
            RequestKind::Access => "access",
            RequestKind::Erasure => "erasure",
        }
    }

    pub fn label(self) -> &'static str {
        match self {
            RequestKind::Access => "Access",
            RequestKind::Erasure => "Erasure",
        }
    }

    pub fn parse(text: &str) -> Option<RequestKind> {
        RequestKind::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

/// How the request reached us.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CameBy {
    Email,
    Phone,
    Letter,
    Form,
    Other,
}

impl CameBy {
    pub const ALL: [CameBy; 5] = [CameBy::Email, CameBy::Phone, CameBy::Letter, CameBy::Form, CameBy::Other];

    /// As written in events and tables.
    pub fn as_str(self) -> &'static str {
        match self {
            CameBy::Email => "email",
            CameBy::Phone => "phone",
            CameBy::Letter => "letter",
            CameBy::Form => "form",
            CameBy::Other => "other",
        }
    }

    pub fn parse(text: &str) -> Option<CameBy> {
        CameBy::ALL.into_iter().find(|one| one.as_str() == text)
    }
}
