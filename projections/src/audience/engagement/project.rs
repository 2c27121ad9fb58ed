//! Facts of engagement, all of a batch in one statement, and the few events of contacts that move rows.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::engagement::facts::{EngagementFact, Recorded};
use pivotal_log::reader::{Entry, EntryKind};
use uuid::Uuid;

use super::{SPEC, activity};
use crate::runner::{ApplyError, Opened, Projection, Spec, Target};

#[derive(Debug, Clone, Copy, Default)]
pub struct Engagement;

#[async_trait]
impl Projection for Engagement {
    fn spec(&self) -> Spec {
        SPEC
    }

    fn reads_personal(&self, _entry: &Entry) -> bool {
        false
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        let mut rows = Rows::default();
        for entry in batch.entries() {
            match entry.kind {
                EntryKind::Fact => {
                    let EngagementFact::EngagementRecorded(recorded) = batch.fact(entry)?;
                    rows.add(entry.position, recorded);
                }
                // Of a contact's many events only these move rows; the others are not even read.
                EntryKind::Event => {
                    if let Some(moved) = moved(batch, entry)? {
                        std::mem::take(&mut rows).insert(target).await?;
                        follow(target, entry.about_id, moved).await?;
                    }
                }
            }
        }
        rows.insert(target).await?;
        Ok(())
    }
}

/// What happened to a contact that matters to its rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Moved {
    Into(Uuid),
    BackFrom(Uuid),
    Gone,
}

fn moved(batch: &Opened<'_>, entry: &Entry) -> Result<Option<Moved>, ApplyError> {
    if !matches!(entry.name.as_str(), "ContactMergedInto" | "ContactUnmerged" | "ContactErased") {
        return Ok(None);
    }
    Ok(match batch.event(entry)? {
        ContactEvent::ContactMergedInto { survivor, .. } => Some(Moved::Into(survivor)),
        ContactEvent::ContactUnmerged { survivor, .. } => Some(Moved::BackFrom(survivor)),
        ContactEvent::ContactErased { .. } => Some(Moved::Gone),
        _ => None,
    })
}

// The schema is a parameter of a rebuild, so these statements cannot be compile-checked. They look rows up by contact, which is
// what the primary key begins with: a rebuild has no other index at first.

async fn follow(target: &mut Target<'_>, contact: Uuid, moved: Moved) -> Result<(), sqlx::Error> {
    let table = format!("{}.engagement", target.schema);
    let (sql, other) = match moved {
        Moved::Gone => (format!("delete from {table} where contact_id = $1"), None),
        Moved::Into(survivor) => (
            format!(
                "update {table} set contact_id = $2, came_by = came_by || contact_id where contact_id = $1"
            ),
            Some(survivor),
        ),
        // Also what others had brought along to it before.
        Moved::BackFrom(survivor) => (
            format!(
                "update {table} set contact_id = $1, came_by = came_by[1:cardinality(came_by) - 1]
                 where contact_id = $2 and came_by[cardinality(came_by)] = $1"
            ),
            Some(survivor),
        ),
    };
    let query = sqlx::query(&sql).bind(contact);
    let query = match other {
        Some(other) => query.bind(other),
        None => query,
    };
    let done = query.execute(&mut *target.connection).await?;
    // Most contacts that are merged brought nothing along, and many are merged at once.
    if done.rows_affected() == 0 && moved != Moved::Gone {
        return Ok(());
    }
    let concerned: Vec<Uuid> = [contact].into_iter().chain(other).collect();
    activity::anew(target, &concerned).await
}

/// Rows by columns, as one statement takes them.
#[derive(Debug, Default)]
struct Rows {
    contacts: Vec<Uuid>,
    kinds: Vec<&'static str>,
    channels: Vec<&'static str>,
    campaigns: Vec<Option<Uuid>>,
    at: Vec<DateTime<Utc>>,
    machines: Vec<bool>,
    sources: Vec<String>,
    positions: Vec<i64>,
    places: Vec<i32>,
}

impl Rows {
    fn add(&mut self, position: i64, Recorded { system, touches, .. }: Recorded) {
        for (place, touch) in (0..).zip(touches) {
            self.contacts.push(touch.contact);
            self.kinds.push(touch.kind.as_str());
            self.channels.push(touch.channel.as_str());
            self.campaigns.push(touch.campaign);
            self.at.push(touch.at);
            self.machines.push(touch.machine);
            self.sources.push(system.clone());
            self.positions.push(position);
            self.places.push(place);
        }
    }

    async fn insert(self, target: &mut Target<'_>) -> Result<(), sqlx::Error> {
        if self.contacts.is_empty() {
            return Ok(());
        }
        activity::tell(target, &self.contacts, &self.kinds, &self.at, &self.machines).await?;
        let sql = format!(
            "insert into {}.engagement (contact_id, kind, channel, campaign_id, at, machine, source, position, n)
             select * from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::timestamptz[], $6::boolean[], $7::text[], $8::bigint[], $9::integer[])",
            target.schema
        );
        sqlx::query(&sql)
            .bind(self.contacts)
            .bind(self.kinds)
            .bind(self.channels)
            .bind(self.campaigns)
            .bind(self.at)
            .bind(self.machines)
            .bind(self.sources)
            .bind(self.positions)
            .bind(self.places)
            .execute(&mut *target.connection)
            .await?;
        Ok(())
    }
}
