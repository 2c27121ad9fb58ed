//! What is to be mailed of notifications and tasks, read from the read models as their readers see them.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use pivotal_commands::error::CommandError;
use pivotal_commands::ports::notification_mail::{
    Digest, DigestAsked, DueTask, NotificationMail, Subscriber,
};
use pivotal_domain::audience::filter::asking::Asking;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::notifications::words::Words;
use pivotal_log::pools::Pools;
use pivotal_projections::identity::notifications::mail;
use uuid::Uuid;

#[derive(Debug, Clone)]
pub struct ReadNotifications {
    pools: Pools,
}

impl ReadNotifications {
    pub fn new(pools: Pools) -> Self {
        ReadNotifications { pools }
    }
}

#[async_trait]
impl NotificationMail for ReadNotifications {
    async fn subscribers(&self) -> Result<Vec<Subscriber>, CommandError> {
        let found = mail::subscribers(&self.pools.read).await.map_err(CommandError::unexpected)?;
        let subscriber =
            |one: mail::Subscriber| Subscriber { user: one.user, schedule: one.schedule, set_at: one.set_at };
        Ok(found.into_iter().map(subscriber).collect())
    }

    async fn at_once(&self, since: DateTime<Utc>) -> Result<Vec<(Uuid, i64)>, CommandError> {
        mail::at_once(&self.pools.read, since).await.map_err(CommandError::unexpected)
    }

    async fn one(&self, actor: &Actor, id: i64) -> Result<Option<Words>, CommandError> {
        mail::one(&self.pools.read, actor, id).await.map_err(CommandError::unexpected)
    }

    async fn digest(
        &self,
        actor: &Actor,
        asked: &DigestAsked,
        asking: &Asking,
    ) -> Result<Digest, CommandError> {
        let (pool, DigestAsked { since, until, left_out, most }) = (&self.pools.read, asked);
        let (news, news_count) = mail::unread(pool, actor, *since, *until, left_out, *most)
            .await
            .map_err(CommandError::unexpected)?;
        let (tasks, tasks_count) =
            mail::due(pool, actor, asking, *most).await.map_err(CommandError::unexpected)?;
        let task = |one: mail::DueTask| DueTask {
            id: one.id,
            title: one.title,
            on: one.on,
            at: one.at,
            overdue: one.overdue,
        };
        Ok(Digest { news, news_count, tasks: tasks.into_iter().map(task).collect(), tasks_count })
    }
}
