//! What a file is a list of: people, companies, or people with their companies.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::mapping::MappedEntity;

/// Whose rows the seven outcomes count: of accounts in a file of accounts, of contacts otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportKind {
    /// Account columns only find the account of a contact; none is made or changed.
    Contacts,
    /// Contact columns are not taken.
    Accounts,
    #[default]
    Both,
}

impl ImportKind {
    pub const ALL: [ImportKind; 3] = [ImportKind::Contacts, ImportKind::Accounts, ImportKind::Both];

    pub fn as_str(self) -> &'static str {
        match self {
            ImportKind::Contacts => "contacts",
            ImportKind::Accounts => "accounts",
            ImportKind::Both => "both",
        }
    }

    /// What a row's outcome is about.
    pub fn counts(self) -> MappedEntity {
        match self {
            ImportKind::Accounts => MappedEntity::Account,
            ImportKind::Contacts | ImportKind::Both => MappedEntity::Contact,
        }
    }

    /// Whether rows may make and change accounts.
    pub fn writes_accounts(self) -> bool {
        self != ImportKind::Contacts
    }

    /// Whether a column may go to this field.
    pub fn takes(self, entity: MappedEntity, field: &str) -> bool {
        match (self, entity) {
            (ImportKind::Both, _)
            | (ImportKind::Contacts, MappedEntity::Contact)
            | (ImportKind::Accounts, MappedEntity::Account) => true,
            // Enough to find the account by.
            (ImportKind::Contacts, MappedEntity::Account) => {
                matches!(field, "name" | "domain" | "hq_country")
            }
            (ImportKind::Accounts, MappedEntity::Contact) => false,
        }
    }

    pub(super) fn is_default(&self) -> bool {
        *self == ImportKind::default()
    }
}

impl fmt::Display for ImportKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no kind of import. Choose contacts, accounts or both.")]
pub struct UnknownKind(String);

impl FromStr for ImportKind {
    type Err = UnknownKind;

    fn from_str(text: &str) -> Result<Self, UnknownKind> {
        let wanted = text.trim().to_ascii_lowercase();
        let found = ImportKind::ALL.into_iter().find(|kind| kind.as_str() == wanted);
        found.ok_or_else(|| UnknownKind(text.to_owned()))
    }
}
