//! Facts of engagement and of mails, all of a batch at once, and the few events of contacts that move rows.
//!
//! Of our own mails there is one row for each kind of signal, the first that was told, whatever is repeated and in whatever order. An
//! open or a click is a row once somebody judged whether a program did it; of several verdicts the last one holds.

use async_trait::async_trait;
use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::engagement::facts::{ENGAGEMENT_RECORDED, EngagementFact};
use pivotal_domain::email::sending::facts::{EMAIL_OUTCOMES_RECORDED, SendingFact};
use pivotal_domain::email::tracking::facts::TrackingFact;
use pivotal_log::reader::{Entry, EntryKind};
use uuid::Uuid;

use super::rows::Rows;
use super::whose::{self, Whose};
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
            match (entry.kind, entry.name.as_str()) {
                (EntryKind::Fact, ENGAGEMENT_RECORDED) => {
                    let EngagementFact::EngagementRecorded(recorded) = batch.fact(entry)?;
                    rows.told(entry.position, recorded);
                }
                (EntryKind::Fact, EMAIL_OUTCOMES_RECORDED) => {
                    let SendingFact::EmailOutcomesRecorded(recorded) = batch.fact(entry)?;
                    rows.outcomes(entry.position, recorded);
                }
                (EntryKind::Fact, _) => match batch.fact(entry)? {
                    TrackingFact::EmailSignalsRecorded(recorded) => rows.signals(entry.position, recorded),
                    TrackingFact::EmailHitsJudged(judged) => rows.verdicts(judged),
                    TrackingFact::EmailUserAgentSeen(_) => {}
                },
                // Of a contact's many events only these move rows; the others are not even read.
                (EntryKind::Event, _) => {
                    if let Some(moved) = moved(batch, entry)? {
                        std::mem::take(&mut rows).write(target).await?;
                        follow(target, entry.about_id, moved).await?;
                    }
                }
            }
            if rows.is_full() {
                std::mem::take(&mut rows).write(target).await?;
            }
        }
        rows.write(target).await?;
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
        Moved::Gone => {
            whose::moves(target, contact, None).await?;
            (format!("delete from {table} where contact_id = $1"), None)
        }
        Moved::Into(survivor) => {
            whose::moves(target, contact, Some(survivor)).await?;
            let sql = format!(
                "update {table} set contact_id = $2, came_by = came_by || contact_id where contact_id = $1"
            );
            (sql, Some(survivor))
        }
        // Also what others had brought along to it before. The survivor may itself be part of another by now, who has it all.
        Moved::BackFrom(survivor) => {
            whose::comes_back(target, contact).await?;
            let Some((holder, _)) = Whose::of(target, vec![survivor]).await?.now(survivor) else {
                return Ok(());
            };
            let sql = format!(
                "update {table} set contact_id = $1, came_by = came_by[1:array_position(came_by, $1::uuid) - 1]
                 where contact_id = $2 and $1 = any(came_by)"
            );
            (sql, Some(holder))
        }
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
