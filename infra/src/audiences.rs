//! In which segments, lists and domain sets contacts are and were, read from the read models and told in words.

use std::time::Duration;

use async_trait::async_trait;
use pivotal_commands::ports::audiences::{AudienceKind, Audiences, Membership};
use pivotal_commands::ports::record_lists::ListError;
use pivotal_domain::audience::segments::facts::Cause;
use pivotal_log::pools::Pools;
use pivotal_log::reader::head_of;
use pivotal_projections::audience::{contacts, domain_sets, lists, segments};
use pivotal_projections::freshness::{self, Freshness};
use pivotal_projections::runner::positions::Positions;
use pivotal_projections::suppression::requests::audiences::{self, InDomainSet, InList, InSegment};
use uuid::Uuid;

/// How long the read models may take to show what is in the log. After that the job tries again later.
const PATIENCE: Duration = Duration::from_secs(30);

const READ: [&str; 4] = [contacts::SPEC.name, lists::SPEC.name, segments::SPEC.name, domain_sets::SPEC.name];

#[derive(Debug, Clone)]
pub struct ReadAudiences {
    pools: Pools,
    positions: Positions,
}

impl ReadAudiences {
    pub fn new(pools: Pools, positions: Positions) -> Self {
        ReadAudiences { pools, positions }
    }

    async fn read(&self, contacts: &[Uuid]) -> Result<Vec<Membership>, sqlx::Error> {
        let pool = &self.pools.read;
        let mut all: Vec<Membership> =
            audiences::segments(pool, contacts).await?.into_iter().map(in_segment).collect();
        all.extend(audiences::lists(pool, contacts).await?.into_iter().map(in_list));
        all.extend(audiences::domain_sets(pool, contacts).await?.into_iter().map(in_domain_set));
        Ok(all)
    }
}

#[async_trait]
impl Audiences for ReadAudiences {
    async fn of(&self, contacts: &[Uuid]) -> Result<Vec<Membership>, ListError> {
        let until = head_of(&self.pools.write).await.map_err(failed)?;
        let seen = freshness::wait(&self.pools.read, &self.positions, &READ, until, PATIENCE).await;
        match seen.map_err(failed)? {
            Freshness::Fresh => self.read(contacts).await.map_err(failed),
            Freshness::Stale => Err(ListError::Behind),
        }
    }
}

fn failed(error: impl std::error::Error + Send + Sync + 'static) -> ListError {
    ListError::Unavailable(Box::new(error))
}

fn in_segment(stay: InSegment) -> Membership {
    let gone = stay.left_at.is_some();
    Membership {
        contact: stay.contact,
        kind: AudienceKind::Segment,
        audience: stay.id,
        name: stay.name,
        since: Some(stay.entered_at),
        why: because(stay.entered_because.as_deref(), stay.entered_by),
        until: stay.left_at,
        why_until: gone.then(|| because(stay.left_because.as_deref(), stay.left_by)),
    }
}

/// The entry is one of those that stand in the same answer, where it is one of the contact's own.
fn because(cause: Option<&str>, by: Option<i64>) -> String {
    let cause = match cause.and_then(Cause::parse) {
        Some(Cause::Change) => "Something about the contact or the company changed",
        Some(Cause::Defined) => "The segment was defined so",
        Some(Cause::Resumed) => "The segment was taken into use",
        Some(Cause::Asked) => "Somebody asked for a look at everybody",
        Some(Cause::Time) => "Days went by",
        Some(Cause::Elsewhere) | None => "Something kept beside the contact changed",
    };
    match by {
        Some(position) => format!("{cause} (entry {position})."),
        None => format!("{cause}."),
    }
}

fn in_list(stay: InList) -> Membership {
    let why = match stay.source.as_str() {
        "manual_upload" => "The list was put together from ids or addresses that were pasted.",
        "selection" => "The list was made of records that were chosen one by one.",
        "filter" => "The list was made of everybody whom a filter showed at that moment.",
        "segment" => "The list was made of the members of a segment at that moment.",
        "domain_set" => "The list was made of what a domain set was matched with at that moment.",
        "combination" => "The list was made of other lists.",
        _ => "The list is a copy of another list.",
    };
    Membership {
        contact: stay.contact,
        kind: AudienceKind::List,
        audience: stay.id,
        name: stay.name,
        since: Some(stay.entered_at),
        why: why.to_owned(),
        until: stay.left_at,
        why_until: None,
    }
}

fn in_domain_set(found: InDomainSet) -> Membership {
    let why = match found.matched_via.as_str() {
        "account" => "The company of the contact is in the set.",
        _ => "The domain of the contact's email is in the set.",
    };
    Membership {
        contact: found.contact,
        kind: AudienceKind::DomainSet,
        audience: found.id,
        name: found.name,
        since: None,
        why: why.to_owned(),
        until: None,
        why_until: None,
    }
}
