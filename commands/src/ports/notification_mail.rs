//! What is to be mailed of what people are told. It stands in read models, which use cases do not know; the adapter is in
//! `pivotal-infra`.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use pivotal_domain::audience::filter::asking::Asking;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::notifications::digest::DigestSchedule;
use pivotal_domain::identity::notifications::words::Words;
use uuid::Uuid;

use crate::error::CommandError;

/// Somebody who wants a digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subscriber {
    pub user: Uuid,
    pub schedule: DigestSchedule,
    /// Digests that were due before are none of theirs.
    pub set_at: DateTime<Utc>,
}

/// What a digest is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DigestAsked {
    /// Told after the one and up to the other.
    pub since: DateTime<Utc>,
    pub until: DateTime<Utc>,
    /// Kinds that do not stand in it.
    pub left_out: Vec<String>,
    /// Of news, and of tasks.
    pub most: i64,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Digest {
    /// What is not read, the newest first.
    pub news: Vec<Words>,
    /// With those that are too many to show.
    pub news_count: i64,
    pub tasks: Vec<DueTask>,
    pub tasks_count: i64,
}

impl Digest {
    pub fn is_empty(&self) -> bool {
        self.news.is_empty() && self.tasks.is_empty()
    }
}

/// A task of one's own that is due today, or was before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueTask {
    pub id: Uuid,
    /// `None` once the person was erased whom it told of.
    pub title: Option<String>,
    pub on: Option<NaiveDate>,
    pub at: Option<DateTime<Utc>>,
    pub overdue: bool,
}

/// The port. Words are made of what their reader may see now: a name that was erased meanwhile does not come back.
#[async_trait]
pub trait NotificationMail: Send + Sync {
    /// Nobody who is disabled.
    async fn subscribers(&self) -> Result<Vec<Subscriber>, CommandError>;

    /// What its reader wants a mail of at once, was told since and is not read: by user and position.
    async fn at_once(&self, since: DateTime<Utc>) -> Result<Vec<(Uuid, i64)>, CommandError>;

    /// `None` when it is read, or there no more.
    async fn one(&self, actor: &Actor, id: i64) -> Result<Option<Words>, CommandError>;

    async fn digest(
        &self,
        actor: &Actor,
        asked: &DigestAsked,
        asking: &Asking,
    ) -> Result<Digest, CommandError>;
}

/// For tests: what is written down.
#[derive(Debug, Default)]
pub struct WrittenMail {
    pub subscribers: Mutex<Vec<Subscriber>>,
    pub at_once: Mutex<Vec<(Uuid, i64)>>,
    pub ones: Mutex<HashMap<(Uuid, i64), Words>>,
    pub digests: Mutex<HashMap<Uuid, Digest>>,
    /// What was asked, in order.
    pub asked: Mutex<Vec<DigestAsked>>,
}

fn held<T: Clone>(of: &Mutex<T>) -> T {
    of.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

#[async_trait]
impl NotificationMail for WrittenMail {
    async fn subscribers(&self) -> Result<Vec<Subscriber>, CommandError> {
        Ok(held(&self.subscribers))
    }

    async fn at_once(&self, _since: DateTime<Utc>) -> Result<Vec<(Uuid, i64)>, CommandError> {
        Ok(held(&self.at_once))
    }

    async fn one(&self, actor: &Actor, id: i64) -> Result<Option<Words>, CommandError> {
        Ok(held(&self.ones).remove(&(actor.user_id, id)))
    }

    async fn digest(
        &self,
        actor: &Actor,
        asked: &DigestAsked,
        _asking: &Asking,
    ) -> Result<Digest, CommandError> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).push(asked.clone());
        Ok(held(&self.digests).remove(&actor.user_id).unwrap_or_default())
    }
}
