//! The port of the activity timeline: each feature that does something to a contact or account tells of it here.
//!
//! A feature adds a struct that implements [`Activity`] and its line in [`ACTIVITIES`]; the timeline, its filters and the
//! app follow. Entries are ordered by their position in the log, which events and facts share.

use std::collections::BTreeMap;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use sqlx::PgPool;
use uuid::Uuid;

use super::changes::Changes;
use super::query::HistoryEntry;
use crate::audience::engagement::timeline::Engagement;
use crate::page::QueryError;
use crate::runner::opened::Opener;
use crate::suppression::consents::timeline::Consents;
use crate::suppression::legal_holds::timeline::LegalHolds;
use crate::suppression::requests::timeline::Requests;
use crate::suppression::suppressions::timeline::Suppressions;
use crate::work::timeline::Work;

/// Whoever tells what happened to a record.
pub const ACTIVITIES: &[&dyn Activity] =
    &[&Changes, &Engagement, &Work, &Suppressions, &Consents, &Requests, &LegalHolds];

/// Those that tell this viewer anything.
pub fn activities(viewer: &Actor) -> Vec<&'static dyn Activity> {
    let permitted =
        |needed: Option<Permission>| needed.is_none_or(|needed| viewer.scope(needed) == Scope::All);
    ACTIVITIES.iter().copied().filter(|activity| permitted(activity.permission())).collect()
}

/// What entries can be filtered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    pub key: &'static str,
    pub label: &'static str,
}

/// What it takes to read.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    pub pool: &'a PgPool,
    pub opener: &'a Opener,
}

/// Which entries.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Wanted {
    /// Keys of [`Kind`]; empty for all.
    pub kinds: Vec<String>,
    /// A user's id, or `system`.
    pub actor: Option<String>,
    /// From this moment on.
    pub from: Option<DateTime<Utc>>,
    /// Up to this moment, which is not part of it.
    pub to: Option<DateTime<Utc>>,
}

impl Wanted {
    /// Whether an activity has anything to tell.
    pub fn of(&self, kinds: &[Kind]) -> bool {
        self.kinds.is_empty() || kinds.iter().any(|kind| self.kinds.iter().any(|key| key == kind.key))
    }

    /// Whether an entry by this actor at this moment is wanted, whatever its kind.
    pub fn takes(&self, actor: &str, at: DateTime<Utc>) -> bool {
        self.actor.as_ref().is_none_or(|wanted| wanted == actor)
            && self.from.is_none_or(|from| at >= from)
            && self.to.is_none_or(|to| at < to)
    }
}

/// A stretch of the timeline: what lies strictly between two positions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    pub before: Option<i64>,
    pub after: Option<i64>,
    /// Oldest first instead of newest first.
    pub backwards: bool,
    pub limit: i64,
}

impl Stretch {
    /// The part of a handful, which comes oldest first, that lies in it: in the order and number it says.
    pub fn of<T>(self, mut all: Vec<T>, position: impl Fn(&T) -> i64) -> Vec<T> {
        all.retain(|one| {
            self.before.is_none_or(|before| position(one) < before)
                && self.after.is_none_or(|after| position(one) > after)
        });
        if !self.backwards {
            all.reverse();
        }
        all.truncate(usize::try_from(self.limit).unwrap_or_default());
        all
    }
}

/// A record's activity in numbers: what filters offer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tally {
    pub kinds: BTreeMap<&'static str, i64>,
    /// By user's id, or `system`.
    pub actors: BTreeMap<String, i64>,
    /// When the record itself changed, oldest first.
    pub moments: Vec<TallyMoment>,
}

impl Tally {
    /// One more entry. The actor is a user's id, or `system`.
    pub fn add(&mut self, kind: Kind, actor: String) {
        *self.kinds.entry(kind.key).or_default() += 1;
        *self.actors.entry(actor).or_default() += 1;
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct TallyMoment {
    pub position: i64,
    pub at: DateTime<Utc>,
    pub event_type: String,
}

/// One feature's part of the timeline. Whether the viewer may see the record was asked before.
#[async_trait]
pub trait Activity: Send + Sync {
    fn kinds(&self) -> &'static [Kind];

    /// What it takes to be told of it at all, besides seeing the record.
    fn permission(&self) -> Option<Permission> {
        None
    }

    /// In the order and number the stretch says.
    async fn entries(
        &self,
        reading: Reading<'_>,
        record: (Entity, Uuid),
        wanted: &Wanted,
        stretch: Stretch,
    ) -> Result<Vec<HistoryEntry>, QueryError>;

    async fn count(
        &self,
        reading: Reading<'_>,
        record: (Entity, Uuid),
        wanted: &Wanted,
    ) -> Result<i64, QueryError>;

    /// Adds its own to what filters offer.
    async fn tally(
        &self,
        reading: Reading<'_>,
        record: (Entity, Uuid),
        tally: &mut Tally,
    ) -> Result<(), QueryError>;
}
