//! Several records that are one: the survivor takes their values, they lead to it, and what pointed at them points at it.
//!
//! Pure: the records and what stands around them are arguments. It is taken back as any bulk change is (`record/undo`): all that is
//! done carries the id of the change.

pub mod accounts;
pub mod contacts;
pub mod error;
#[cfg(test)]
mod tests;
pub mod values;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::fields::catalogue::Entity;
use super::record::source::Source;
use super::record::state::{RecordState, Standing};
use error::MergeError;
use values::name_of;

/// Records that can become part of one at once.
pub const MOST: usize = 50;
/// Contacts, and accounts below, that move with an account in one transaction. What is more follows in further ones.
pub const LINKED_MOST: usize = 5_000;

/// Whose values the survivor has in the end, where nothing was chosen by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// Its own; what it lacks comes from the others.
    #[default]
    Survivor,
    /// Source priority, then recency, as for imports (AUD-6).
    BySource,
}

/// Which of several stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Keep {
    #[default]
    MostComplete,
    Oldest,
    Newest,
}

/// What is merged into what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    pub survivor: Uuid,
    pub absorbed: Vec<Uuid>,
    /// Field to the record whose value it gets.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<String, Uuid>,
    #[serde(default)]
    pub rule: Rule,
    /// The versions that somebody looked at; what was changed since is not merged.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub versions: BTreeMap<Uuid, i64>,
}

impl Group {
    pub fn members(&self) -> impl Iterator<Item = Uuid> {
        std::iter::once(self.survivor).chain(self.absorbed.iter().copied())
    }

    /// Refuses what can be merged by nobody, whatever the records are like.
    pub fn check(&self) -> Result<(), MergeError> {
        if self.absorbed.is_empty() {
            return Err(MergeError::TooFew);
        }
        if self.absorbed.contains(&self.survivor) {
            return Err(MergeError::Itself);
        }
        if self.absorbed.len() >= MOST {
            return Err(MergeError::TooMany { count: self.absorbed.len() + 1 });
        }
        Ok(())
    }
}

/// A record as it was loaded.
#[derive(Debug, Clone, Copy)]
pub struct Part<'a, A> {
    pub id: Uuid,
    /// Events it has.
    pub version: i64,
    pub state: &'a A,
}

/// What becomes of the records.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged<E> {
    pub survivor: Vec<E>,
    pub absorbed: Vec<(Uuid, Vec<E>)>,
}

/// By whom and when. `work` is the bulk change the merge belongs to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stamp {
    pub work: Uuid,
    pub at: DateTime<Utc>,
}

impl Stamp {
    fn source(&self) -> Source {
        Source::Bulk { id: self.work }
    }

    fn of_rank(&self, rank: u8) -> Source {
        Source::Merge { bulk: self.work, rank }
    }
}

/// All of them are there, usable, and as they were looked at.
fn check(entity: Entity, group: &Group, records: &[(Uuid, i64, &RecordState)]) -> Result<(), MergeError> {
    group.check()?;
    for (id, version, record) in records {
        let name = || name_of(entity, record);
        match record.standing {
            Standing::Absent => return Err(MergeError::NotFound),
            Standing::Erased => return Err(MergeError::Erased),
            Standing::Archived if record.merged_into.is_some() => {
                return Err(MergeError::AlreadyMerged { name: name() });
            }
            Standing::Archived => return Err(MergeError::Archived { name: name() }),
            Standing::Active => {}
        }
        if group.versions.get(id).is_some_and(|seen| seen != version) {
            return Err(MergeError::ChangedSince { name: name() });
        }
    }
    Ok(())
}

/// Which of these stays. Ids grow with time.
pub fn survivor_of(entity: Entity, keep: Keep, records: &[(Uuid, &RecordState)]) -> Option<Uuid> {
    let ids = records.iter().map(|(id, _)| *id);
    match keep {
        Keep::Oldest => ids.min(),
        Keep::Newest => ids.max(),
        // Of equals the oldest.
        Keep::MostComplete => records
            .iter()
            .max_by_key(|(id, record)| (values::completeness(entity, record), std::cmp::Reverse(*id)))
            .map(|(id, _)| *id),
    }
}
