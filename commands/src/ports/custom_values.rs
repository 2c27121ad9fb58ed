//! Who holds a value of a custom field. Commands know no read models; the adapter reads them.

use async_trait::async_trait;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::fields::value::FieldValue;
use uuid::Uuid;

use super::record_lists::ListError;

/// A record with its value, archived ones too.
#[derive(Debug, Clone, PartialEq)]
pub struct HeldValue {
    pub record: Uuid,
    /// A name or address, for a person.
    pub name: Option<String>,
    pub value: FieldValue,
}

/// The port. Adapter: `pivotal-infra`.
#[async_trait]
pub trait CustomValues: Send + Sync {
    /// Everything that was in the log before the call is among them; at most `most`, in no particular order.
    async fn held(&self, entity: Entity, key: &str, most: usize) -> Result<Vec<HeldValue>, ListError>;
}

/// For tests: the same values whoever asks.
#[derive(Debug, Clone, Default)]
pub struct FixedValues(pub Vec<HeldValue>);

#[async_trait]
impl CustomValues for FixedValues {
    async fn held(&self, _entity: Entity, _key: &str, most: usize) -> Result<Vec<HeldValue>, ListError> {
        Ok(self.0.iter().take(most).cloned().collect())
    }
}
