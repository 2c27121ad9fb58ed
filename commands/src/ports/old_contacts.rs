//! Contacts that nothing was recorded about for a while. Commands know no read models; the adapter reads them.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::record_lists::ListError;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// In use, and nothing happened to them: no change, task, note or activity.
    Inactive,
    /// In the archive, and not changed since.
    Archived,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OldContact {
    pub id: Uuid,
    /// The last time that something was recorded.
    pub since: DateTime<Utc>,
    pub account: Option<Uuid>,
}

/// The port. Adapter: `pivotal-infra`.
#[async_trait]
pub trait OldContacts: Send + Sync {
    /// The next ones behind `after`, by id, with everything that was in the log before the call.
    async fn page(
        &self,
        which: Which,
        before: DateTime<Utc>,
        after: Uuid,
        limit: i64,
    ) -> Result<Vec<OldContact>, ListError>;
}

/// For tests: these, whichever are asked for.
#[derive(Debug, Clone, Default)]
pub struct FixedContacts(pub Vec<OldContact>);

#[async_trait]
impl OldContacts for FixedContacts {
    async fn page(
        &self,
        _which: Which,
        before: DateTime<Utc>,
        after: Uuid,
        limit: i64,
    ) -> Result<Vec<OldContact>, ListError> {
        let mut found: Vec<OldContact> =
            self.0.iter().filter(|one| one.since < before && one.id > after).copied().collect();
        found.sort_by_key(|one| one.id);
        found.truncate(usize::try_from(limit).unwrap_or_default());
        Ok(found)
    }
}
