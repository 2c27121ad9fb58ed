//! Which tasks may be due. They stand in a read model, which use cases do not know; the adapter is in `pivotal-infra`.

use std::sync::{Mutex, PoisonError};

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use pivotal_domain::work::tasks::due::Due;
use uuid::Uuid;

use crate::error::CommandError;

/// An open task of somebody who can sign in, as the list of tasks shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NearTask {
    pub id: Uuid,
    pub assignee: Uuid,
    pub due: Due,
    /// IANA name of where the assignee is; UTC for who never said.
    pub time_zone: String,
}

/// The port.
#[async_trait]
pub trait DueTasks: Send + Sync {
    /// Those that stand between these in a list by time ([`Due::sort_key`]), both ends included.
    async fn near(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> Result<Vec<NearTask>, CommandError>;
}

/// For tests: what is written down.
#[derive(Debug, Default)]
pub struct WrittenTasks(pub Mutex<Vec<NearTask>>);

#[async_trait]
impl DueTasks for WrittenTasks {
    async fn near(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> Result<Vec<NearTask>, CommandError> {
        let mut near = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        near.retain(|task| (from..=to).contains(&task.due.sort_key()));
        Ok(near)
    }
}
