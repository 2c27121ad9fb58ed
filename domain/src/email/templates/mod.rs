//! The email template: a draft that people work on, and versions of it that were submitted, which somebody else approves before
//! they are sent. A version never changes; what is written afterwards is the draft of the next one.

pub mod blocks;
pub mod content;
pub mod details;
pub mod error;
pub mod events;
pub mod hints;
pub mod keys;
pub mod markup;
pub mod place;
pub mod problems;
pub mod structure;
pub mod tags;
#[cfg(test)]
mod tests;
pub mod text;

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use self::content::{Checked, Content};
use self::details::{DetailChanges, Details};
use self::error::{REASON_MAX, TemplateError};
use self::events::TemplateEvent;
use super::snippets::include::{self, Shelf, Used};

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct EmailTemplate {
    /// `None`: never created.
    pub made: Option<Made>,
    pub archived: bool,
}

/// A template as it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Made {
    pub by: Uuid,
    pub details: Details,
    pub draft: Content,
    /// Counts the saves of the draft from 1, so that nobody overwrites what they have not seen.
    pub revision: u32,
    pub status: Status,
    /// In their order: the first is version 1.
    pub versions: Vec<Version>,
    /// The last one that was approved.
    pub approved: Option<u32>,
    /// Who wrote what is not approved yet.
    pub writers: BTreeSet<Uuid>,
}

/// Where a template stands on its way to being sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    Draft,
    InReview,
    Approved,
    Returned,
}

impl Status {
    pub const ALL: [Status; 4] = [Status::Draft, Status::InReview, Status::Approved, Status::Returned];

    pub const fn as_str(self) -> &'static str {
        match self {
            Status::Draft => "draft",
            Status::InReview => "in_review",
            Status::Approved => "approved",
            Status::Returned => "returned",
        }
    }
}

/// A draft as it was submitted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Version {
    pub number: u32,
    pub submitted_by: Uuid,
    pub hash: String,
    /// Snippets that the draft named stand in it as they were.
    pub content: Content,
    /// Which those were.
    #[serde(default)]
    pub snippets: Vec<Used>,
    /// Of the draft that it was.
    #[serde(default)]
    pub revision: u32,
    /// Whoever wrote it or submitted it: they do not approve it.
    pub writers: BTreeSet<Uuid>,
    pub standing: Standing,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    InReview,
    Approved,
    Returned,
    /// A later one was submitted before anybody decided on it.
    Superseded,
}

#[derive(Debug, Clone, PartialEq)]
pub enum TemplateCommand {
    Create {
        by: Uuid,
        details: Details,
        content: Box<Checked>,
        at: DateTime<Utc>,
    },
    SaveDraft {
        by: Uuid,
        content: Box<Checked>,
        /// The revision it was written on; whatever it is by now unless said.
        expected: Option<u32>,
        at: DateTime<Utc>,
    },
    Change {
        changes: DetailChanges,
        at: DateTime<Utc>,
    },
    Submit {
        by: Uuid,
        /// Those that the draft names, as they are now.
        snippets: Shelf,
        at: DateTime<Utc>,
    },
    Approve {
        by: Uuid,
        version: u32,
        at: DateTime<Utc>,
    },
    Return {
        by: Uuid,
        version: u32,
        reason: String,
        at: DateTime<Utc>,
    },
    Archive {
        at: DateTime<Utc>,
    },
    Restore {
        at: DateTime<Utc>,
    },
}

impl EmailTemplate {
    /// What follows from the command. No events: everything was so already.
    pub fn decide(&self, command: TemplateCommand) -> Result<Vec<TemplateEvent>, TemplateError> {
        match (&self.made, command) {
            (None, TemplateCommand::Create { by, details, content, at }) => {
                let (details, content) = (details.tidy()?, content.into_content());
                Ok(vec![TemplateEvent::EmailTemplateCreated { at, by, details, content }])
            }
            (Some(_), TemplateCommand::Create { .. }) => Err(TemplateError::Exists),
            (None, _) => Err(TemplateError::NotFound),
            (Some(_), TemplateCommand::Archive { at }) => Ok(match self.archived {
                true => Vec::new(),
                false => vec![TemplateEvent::EmailTemplateArchived { at }],
            }),
            (Some(_), TemplateCommand::Restore { at }) => Ok(match self.archived {
                true => vec![TemplateEvent::EmailTemplateRestored { at }],
                false => Vec::new(),
            }),
            (Some(_), _) if self.archived => Err(TemplateError::Archived),
            (Some(made), TemplateCommand::SaveDraft { by, content, expected, at }) => {
                made.save(by, content.into_content(), expected, at)
            }
            (Some(made), TemplateCommand::Change { changes, at }) => {
                let (previous, details) = (made.details.clone(), changes.on(&made.details)?);
                Ok(match details == previous {
                    true => Vec::new(),
                    false => vec![TemplateEvent::EmailTemplateDetailsChanged { at, details, previous }],
                })
            }
            (Some(made), TemplateCommand::Submit { by, snippets, at }) => made.submit(by, &snippets, at),
            (Some(made), TemplateCommand::Approve { by, version, at }) => made.approve(by, version, at),
            (Some(made), TemplateCommand::Return { by, version, reason, at }) => {
                made.give_back(by, version, &reason, at)
            }
        }
    }
}

impl Made {
    pub fn version(&self, number: u32) -> Option<&Version> {
        self.versions.iter().find(|version| version.number == number)
    }

    fn save(
        &self,
        by: Uuid,
        content: Content,
        expected: Option<u32>,
        at: DateTime<Utc>,
    ) -> Result<Vec<TemplateEvent>, TemplateError> {
        if content == self.draft {
            return Ok(Vec::new());
        }
        match expected {
            Some(expected) if expected != self.revision => {
                Err(TemplateError::DraftChanged { now: self.revision })
            }
            Some(_) | None => Ok(vec![TemplateEvent::EmailTemplateDraftSaved {
                at,
                by,
                revision: self.revision + 1,
                content,
            }]),
        }
    }

    /// Nothing, if the same words are under review or approved already.
    fn submit(
        &self,
        by: Uuid,
        snippets: &Shelf,
        at: DateTime<Utc>,
    ) -> Result<Vec<TemplateEvent>, TemplateError> {
        let (content, snippets) =
            include::expanded(self.draft.clone(), snippets).map_err(TemplateError::Content)?;
        let hash = content.hash();
        let decided =
            |version: &&Version| matches!(version.standing, Standing::InReview | Standing::Approved);
        if self.versions.last().filter(decided).is_some_and(|last| last.hash == hash) {
            return Ok(Vec::new());
        }
        let version = self.versions.last().map_or(1, |last| last.number + 1);
        let mut events = vec![TemplateEvent::EmailTemplateSubmitted { at, by, version, hash }];
        if !snippets.is_empty() {
            events.push(TemplateEvent::EmailTemplateSnippetsFrozen { at, version, content, snippets });
        }
        Ok(events)
    }

    fn approve(&self, by: Uuid, number: u32, at: DateTime<Utc>) -> Result<Vec<TemplateEvent>, TemplateError> {
        let version = self.version(number).ok_or(TemplateError::NoSuchVersion(number))?;
        match version.standing {
            Standing::Approved => Ok(Vec::new()),
            Standing::Returned | Standing::Superseded => Err(TemplateError::NotInReview(number)),
            Standing::InReview if version.writers.contains(&by) => Err(TemplateError::OwnWork),
            Standing::InReview => {
                let submitted_by = version.submitted_by;
                Ok(vec![TemplateEvent::EmailTemplateApproved { at, by, version: number, submitted_by }])
            }
        }
    }

    fn give_back(
        &self,
        by: Uuid,
        number: u32,
        reason: &str,
        at: DateTime<Utc>,
    ) -> Result<Vec<TemplateEvent>, TemplateError> {
        let version = self.version(number).ok_or(TemplateError::NoSuchVersion(number))?;
        let reason: String = reason.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
        let reason = reason.trim().to_owned();
        match (version.standing, reason.chars().count()) {
            (_, 0) => Err(TemplateError::NoReason),
            (_, many) if many > REASON_MAX => Err(TemplateError::ReasonTooLong),
            (Standing::InReview, _) => Ok(vec![TemplateEvent::EmailTemplateReturned {
                at,
                by,
                version: number,
                submitted_by: version.submitted_by,
                reason,
            }]),
            (Standing::Approved | Standing::Returned | Standing::Superseded, _) => {
                Err(TemplateError::NotInReview(number))
            }
        }
    }

    fn submitted(&mut self, by: Uuid, number: u32, hash: String) {
        for earlier in self.versions.iter_mut().filter(|one| one.standing == Standing::InReview) {
            earlier.standing = Standing::Superseded;
        }
        let mut writers = self.writers.clone();
        writers.insert(by);
        let (content, standing) = (self.draft.clone(), Standing::InReview);
        let (snippets, revision) = (Vec::new(), self.revision);
        self.versions.push(Version {
            number,
            submitted_by: by,
            hash,
            content,
            snippets,
            revision,
            writers,
            standing,
        });
        self.status = Status::InReview;
    }

    /// Whoever wrote words of a snippet that were not approved as part of this template yet is a writer, too.
    fn frozen(&mut self, number: u32, content: Content, snippets: Vec<Used>) {
        let approved = self.approved.and_then(|approved| self.version(approved));
        let known = approved.map(|approved| approved.snippets.clone()).unwrap_or_default();
        if let Some(version) = self.versions.iter_mut().find(|version| version.number == number) {
            let new = snippets.iter().filter(|used| !known.contains(used));
            version.writers.extend(new.map(|used| used.by));
            version.content = content;
            version.snippets = snippets;
        }
    }

    fn decided(&mut self, number: u32, standing: Standing) {
        if let Some(version) = self.versions.iter_mut().find(|version| version.number == number) {
            version.standing = standing;
        }
    }
}

impl Version {
    /// Whether it is the draft as it is. With snippets in it, it reads otherwise than the draft that names them.
    fn holds(&self, made: &Made) -> bool {
        self.revision == made.revision || self.content == made.draft
    }
}

impl Aggregate for EmailTemplate {
    const TYPE: &'static str = "email_template";
    type Command = TemplateCommand;
    type Event = TemplateEvent;
    type Error = TemplateError;
    type Services = ();

    async fn handle(
        &mut self,
        command: TemplateCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), TemplateError> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: TemplateEvent) {
        match (&mut self.made, event) {
            (made, TemplateEvent::EmailTemplateCreated { by, details, content, .. }) => {
                *made = Some(Made {
                    by,
                    details,
                    draft: content,
                    revision: 1,
                    status: Status::Draft,
                    versions: Vec::new(),
                    approved: None,
                    writers: BTreeSet::from([by]),
                });
            }
            (_, TemplateEvent::EmailTemplateArchived { .. }) => self.archived = true,
            (_, TemplateEvent::EmailTemplateRestored { .. }) => self.archived = false,
            (None, _) => {}
            (Some(made), TemplateEvent::EmailTemplateDraftSaved { by, revision, content, .. }) => {
                made.draft = content;
                made.revision = revision;
                made.writers.insert(by);
                if made.status != Status::InReview {
                    made.status = Status::Draft;
                }
            }
            (Some(made), TemplateEvent::EmailTemplateDetailsChanged { details, .. }) => {
                made.details = details;
            }
            (Some(made), TemplateEvent::EmailTemplateSubmitted { by, version, hash, .. }) => {
                made.submitted(by, version, hash);
            }
            (Some(made), TemplateEvent::EmailTemplateSnippetsFrozen { version, content, snippets, .. }) => {
                made.frozen(version, content, snippets);
            }
            (Some(made), TemplateEvent::EmailTemplateApproved { version, .. }) => {
                made.decided(version, Standing::Approved);
                made.approved = Some(version);
                made.status = Status::Approved;
                // What was written since it was submitted waits for the next version, with whoever wrote it: we do not tell them
                // apart, so all stay writers unless the draft is what was approved.
                if made.version(version).is_some_and(|approved| approved.holds(made)) {
                    made.writers.clear();
                }
            }
            (Some(made), TemplateEvent::EmailTemplateReturned { version, .. }) => {
                made.decided(version, Standing::Returned);
                made.status = Status::Returned;
            }
        }
    }
}
