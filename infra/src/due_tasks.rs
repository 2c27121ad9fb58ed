//! Which tasks may be due, read from the list of tasks.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use pivotal_commands::error::CommandError;
use pivotal_commands::ports::due_tasks::{DueTasks, NearTask};
use pivotal_log::pools::Pools;
use pivotal_projections::work::tasks::near;

#[derive(Debug, Clone)]
pub struct ReadTasks {
    pools: Pools,
}

impl ReadTasks {
    pub fn new(pools: Pools) -> Self {
        ReadTasks { pools }
    }
}

#[async_trait]
impl DueTasks for ReadTasks {
    async fn near(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> Result<Vec<NearTask>, CommandError> {
        let found = near::near(&self.pools.read, from, to).await.map_err(CommandError::unexpected)?;
        let task = |one: near::NearTask| NearTask {
            id: one.id,
            assignee: one.assignee,
            due: one.due,
            time_zone: one.time_zone,
        };
        Ok(found.into_iter().map(task).collect())
    }
}
