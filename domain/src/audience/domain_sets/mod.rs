//! The domain set: the companies somebody wants to reach, as a list of their domains, matched with the accounts there are.
//!
//! What the lines of its file mean and which account each one is are facts, chunk by chunk; the set itself knows its name, who
//! sees it, how large it is, and which work on it is under way.

pub mod alike;
pub mod candidates;
pub mod command;
pub mod error;
pub mod events;
pub mod facts;
pub mod lines;
pub mod lookalike;
pub mod matching;
#[cfg(test)]
mod tests;
pub mod words;

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use self::command::{Changes, DomainSetCommand, End};
use self::error::DomainSetError;
use self::events::{DomainSetEvent, Matched, Read};
use crate::audience::saved_views::sharing::{Sharing, mends_shared};
use crate::identity::actor::Actor;
use crate::identity::name::tidy_name;

/// Domains one set may hold.
pub const ITEMS_MAX: u32 = 250_000;
/// Tags of a set, and the longest of them in characters.
pub const TAGS_MAX: usize = 20;
const TAG_LONGEST: usize = 50;

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DomainSet {
    /// `None`: never created.
    pub details: Option<Details>,
    pub owner: Uuid,
    pub archived: bool,
    /// Whether companies that are not known become accounts.
    pub stubs: bool,
    /// The job that reads or matches, while it does.
    pub job: Option<Uuid>,
    /// What the file came to, once it was read to its end.
    pub read: Option<Read>,
    /// The file could not be read.
    pub failed: bool,
    /// As the last matching left it.
    pub matched: Option<Matched>,
    /// As the person named the file; gone once an erasure took the set's words.
    pub file_name: Option<String>,
    pub words_forgotten: bool,
}

/// What people say of a set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    pub name: String,
    pub sharing: Sharing,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
}

impl DomainSet {
    pub fn exists(&self) -> bool {
        self.details.is_some()
    }

    /// What follows from the command. No events: everything was so already.
    pub fn decide(&self, command: DomainSetCommand) -> Result<Vec<DomainSetEvent>, DomainSetError> {
        match (&self.details, command) {
            (None, DomainSetCommand::Create { at, by, details, source, file_name, stubs, job }) => {
                let details = tidy(details)?;
                Ok(vec![DomainSetEvent::DomainSetCreated { at, by, details, source, file_name, stubs, job }])
            }
            (Some(_), DomainSetCommand::Create { .. }) => Err(DomainSetError::Exists),
            (None, _) => Err(DomainSetError::NotFound),
            (Some(_), DomainSetCommand::EndReading { at, read }) => Ok(match self.read {
                Some(_) => Vec::new(),
                None => vec![DomainSetEvent::DomainSetRead { at, read }],
            }),
            (Some(_), DomainSetCommand::EndMatching { at, job, end }) => Ok(self.ended(at, job, end)),
            (Some(_), DomainSetCommand::ForgetWords { at }) => Ok(match self.words_forgotten {
                true => Vec::new(),
                false => vec![DomainSetEvent::DomainSetWordsForgotten { at }],
            }),
            (Some(_), DomainSetCommand::Archive { at }) => Ok(match self.archived {
                true => Vec::new(),
                false => vec![DomainSetEvent::DomainSetArchived { at }],
            }),
            (Some(_), DomainSetCommand::Restore { at }) => Ok(match self.archived {
                true => vec![DomainSetEvent::DomainSetRestored { at }],
                false => Vec::new(),
            }),
            (Some(_), _) if self.archived => Err(DomainSetError::Archived),
            (Some(before), DomainSetCommand::Change { at, changes }) => changed(before, changes, at),
            (Some(_), DomainSetCommand::StartMatching { at, by, job, stubs, lost }) => {
                if self.job.is_some() && self.job != lost {
                    return Err(DomainSetError::Matching);
                }
                if self.read.is_none() {
                    return Err(DomainSetError::NotRead);
                }
                Ok(vec![DomainSetEvent::DomainSetMatchingStarted { at, by, job, stubs }])
            }
        }
    }

    /// A job that is not the one at work has nothing to end.
    fn ended(&self, at: DateTime<Utc>, job: Uuid, end: End) -> Vec<DomainSetEvent> {
        if self.job != Some(job) {
            return Vec::new();
        }
        vec![match end {
            End::Matched(matched) => DomainSetEvent::DomainSetMatched { at, job, matched },
            End::Stopped => DomainSetEvent::DomainSetMatchingStopped { at, job },
            End::Failed { error } => DomainSetEvent::DomainSetMatchingFailed { at, job, error },
        }]
    }

    /// Whether somebody who may see domain sets sees this one.
    pub fn is_seen_by(&self, actor: &Actor) -> bool {
        let Some(details) = &self.details else { return false };
        self.owner == actor.user_id
            || match details.sharing {
                Sharing::Private => false,
                Sharing::Team { team } => actor.team_ids.contains(&team) || mends_shared(actor),
                Sharing::Everyone => true,
            }
    }
}

/// A team takes its own members' sets.
pub fn check_sharing(sharing: Sharing, actor: &Actor) -> Result<(), DomainSetError> {
    match sharing {
        Sharing::Team { team } if !actor.team_ids.contains(&team) && !mends_shared(actor) => {
            Err(DomainSetError::NotInTeam)
        }
        Sharing::Private | Sharing::Team { .. } | Sharing::Everyone => Ok(()),
    }
}

fn changed(
    before: &Details,
    changes: Changes,
    at: DateTime<Utc>,
) -> Result<Vec<DomainSetEvent>, DomainSetError> {
    let details = tidy(Details {
        name: changes.name.unwrap_or_else(|| before.name.clone()),
        sharing: changes.sharing.unwrap_or(before.sharing),
        tags: changes.tags.unwrap_or_else(|| before.tags.clone()),
    })?;
    if details == *before {
        return Ok(Vec::new());
    }
    Ok(vec![DomainSetEvent::DomainSetChanged { at, details, previous: before.clone() }])
}

fn tidy(details: Details) -> Result<Details, DomainSetError> {
    let name = tidy_name(&details.name)?;
    let mut tags: Vec<String> = Vec::new();
    for tag in details.tags {
        let plain: String = tag.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let tag = plain.split_whitespace().collect::<Vec<_>>().join(" ");
        if tag.is_empty() || tags.contains(&tag) {
            continue;
        }
        if tag.chars().count() > TAG_LONGEST {
            return Err(DomainSetError::TagTooLong(tag.chars().take(TAG_LONGEST).collect()));
        }
        tags.push(tag);
    }
    match tags.len() {
        count if count > TAGS_MAX => Err(DomainSetError::TooManyTags(count)),
        _ => Ok(Details { name, tags, ..details }),
    }
}

impl Aggregate for DomainSet {
    const TYPE: &'static str = "domain_set";
    type Command = DomainSetCommand;
    type Event = DomainSetEvent;
    type Error = DomainSetError;
    type Services = ();

    async fn handle(
        &mut self,
        command: DomainSetCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), DomainSetError> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: DomainSetEvent) {
        match event {
            DomainSetEvent::DomainSetCreated { by, details, file_name, stubs, job, .. } => {
                self.details = Some(details);
                self.file_name = file_name;
                self.owner = by;
                self.stubs = stubs;
                self.job = Some(job);
            }
            DomainSetEvent::DomainSetChanged { details, .. } => self.details = Some(details),
            DomainSetEvent::DomainSetRead { read, .. } => {
                self.read = Some(read);
                self.failed = false;
            }
            DomainSetEvent::DomainSetMatchingStarted { job, stubs, .. } => {
                self.job = Some(job);
                self.stubs = stubs;
                self.failed = false;
            }
            DomainSetEvent::DomainSetMatched { matched, .. } => {
                self.job = None;
                self.matched = Some(matched);
            }
            DomainSetEvent::DomainSetMatchingStopped { .. } => self.job = None,
            DomainSetEvent::DomainSetMatchingFailed { .. } => {
                self.job = None;
                self.failed = true;
            }
            DomainSetEvent::DomainSetArchived { .. } => self.archived = true,
            DomainSetEvent::DomainSetRestored { .. } => self.archived = false,
            DomainSetEvent::DomainSetWordsForgotten { .. } => {
                self.words_forgotten = true;
                self.file_name = None;
            }
        }
    }
}
