//! Which contacts have a phone number. No guard holds numbers, and commands know no read models; the adapter reads them.

use async_trait::async_trait;
use uuid::Uuid;

use super::record_lists::ListError;

/// The port. Adapter: `pivotal-infra`.
#[async_trait]
pub trait PhoneBook: Send + Sync {
    /// Contacts with this number (E.164), archived ones too. Everything that was in the log before the call is among them.
    async fn contacts_with(&self, phone: &str) -> Result<Vec<Uuid>, ListError>;
}

/// For tests and samples: nobody has a number but these.
#[derive(Debug, Clone, Default)]
pub struct FixedPhones(pub Vec<(String, Uuid)>);

#[async_trait]
impl PhoneBook for FixedPhones {
    async fn contacts_with(&self, phone: &str) -> Result<Vec<Uuid>, ListError> {
        Ok(self.0.iter().filter(|(number, _)| number == phone).map(|(_, contact)| *contact).collect())
    }
}
