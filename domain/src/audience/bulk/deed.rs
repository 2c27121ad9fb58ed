//! The action on one record: what it comes to on the state that is decided on, or why it is refused.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::consent::ConsentOfMany;
use super::outcome::Refusal;
use crate::audience::accounts::Account;
use crate::audience::accounts::command::AccountCommand;
use crate::audience::accounts::error::AccountError;
use crate::audience::accounts::events::AccountEvent;
use crate::audience::contacts::Contact;
use crate::audience::contacts::command::ContactCommand;
use crate::audience::contacts::error::ContactError;
use crate::audience::contacts::events::ContactEvent;
use crate::audience::enrichment::IndustrySuggestion;
use crate::audience::fields::parse::VALUES_MAX;
use crate::audience::fields::value::FieldValue;
use crate::audience::lists::change::Verb;
use crate::audience::record::change::WriteRule;
use crate::audience::record::source::Source;
use crate::audience::record::state::RecordState;
use crate::audience::record::write::{Candidate, Write};
use crate::audience::survivorship::rules::Rules;
use crate::audience::values::fold::fold;

const TAGS: &str = "tags";

/// What is done, with its values read.
#[derive(Debug, Clone, PartialEq)]
pub enum Deed {
    Write(BTreeMap<String, Candidate>),
    AddTags(Vec<String>),
    RemoveTags(Vec<String>),
    Archive {
        reason: Option<String>,
    },
    Restore,
    /// What it comes to stands in the record's past: see `weighed`.
    Weigh(Rules),
    /// Concerns several records at once, so it is decided apart (`audience/merge`).
    Merge,
    /// Of each account its own values: see [`Deed::accepting`].
    AcceptIndustry {
        at_least: u8,
    },
    /// What is suggested stands beside the account, so it is decided apart.
    RejectIndustry {
        reason: Option<String>,
    },
    /// Stands beside the contact, so it is decided apart.
    RecordConsent(ConsentOfMany),
    /// Who is in a list stands beside the records, so it is decided apart (`audience/lists`).
    List(Verb),
}

/// By whom and when.
#[derive(Debug, Clone, PartialEq)]
pub struct Stamp {
    pub source: Source,
    pub at: DateTime<Utc>,
}

impl Deed {
    /// No events: it is so already.
    pub fn on_contact(&self, contact: &Contact, stamp: &Stamp) -> Result<Vec<ContactEvent>, Refusal> {
        let Stamp { source, at } = stamp.clone();
        let command = match self {
            Deed::Archive { reason } => ContactCommand::Archive { source, at, reason: reason.clone() },
            Deed::Merge => return Ok(Vec::new()),
            Deed::Restore => ContactCommand::Restore { source, at },
            Deed::AcceptIndustry { .. }
            | Deed::RejectIndustry { .. }
            | Deed::RecordConsent(_)
            | Deed::List(_) => return Ok(Vec::new()),
            Deed::Write(_) | Deed::AddTags(_) | Deed::RemoveTags(_) | Deed::Weigh(_) => {
                ContactCommand::Write(Write { source, at, values: self.values(&contact.record)? })
            }
        };
        contact.decide(command).map_err(Refusal::from)
    }

    /// `ancestors`: of the parent that is set, if one is.
    pub fn on_account(
        &self,
        id: Uuid,
        account: &Account,
        ancestors: &[Uuid],
        stamp: &Stamp,
    ) -> Result<Vec<AccountEvent>, Refusal> {
        let Stamp { source, at } = stamp.clone();
        let command = match self {
            Deed::Archive { reason } => AccountCommand::Archive { source, at, reason: reason.clone() },
            Deed::Merge => return Ok(Vec::new()),
            Deed::Restore => AccountCommand::Restore { source, at },
            Deed::AcceptIndustry { .. }
            | Deed::RejectIndustry { .. }
            | Deed::RecordConsent(_)
            | Deed::List(_) => return Ok(Vec::new()),
            Deed::Write(_) | Deed::AddTags(_) | Deed::RemoveTags(_) | Deed::Weigh(_) => {
                let write = Write { source, at, values: self.values(&account.record)? };
                AccountCommand::Write { write, id, ancestors: ancestors.to_vec() }
            }
        };
        account.decide(command).map_err(Refusal::from)
    }

    /// What is done to an account with this suggestion: its values are written, or nothing where none waits or it is too
    /// unlikely. Every other deed is itself.
    pub fn accepting(&self, suggestion: &IndustrySuggestion) -> Deed {
        match self {
            Deed::AcceptIndustry { at_least } if suggestion.is_pending(*at_least) => {
                Deed::Write(suggestion.values())
            }
            other => other.clone(),
        }
    }

    fn values(&self, record: &RecordState) -> Result<BTreeMap<String, Candidate>, Refusal> {
        let tags = match self {
            Deed::Write(values) => return Ok(values.clone()),
            Deed::Archive { .. }
            | Deed::Restore
            | Deed::Weigh(_)
            | Deed::Merge
            | Deed::AcceptIndustry { .. }
            | Deed::RejectIndustry { .. }
            | Deed::List(_)
            | Deed::RecordConsent(_) => return Ok(BTreeMap::new()),
            Deed::AddTags(new) => with(record.texts(TAGS), new)?,
            Deed::RemoveTags(gone) => without(record.texts(TAGS), gone),
        };
        let candidate = match tags.is_empty() {
            true => Candidate::cleared(),
            false => Candidate::given(FieldValue::List(tags), WriteRule::Overwrite),
        };
        Ok(BTreeMap::from([(TAGS.to_owned(), candidate)]))
    }
}

impl From<ContactError> for Refusal {
    fn from(error: ContactError) -> Self {
        match error {
            ContactError::Archived => Refusal::Archived,
            ContactError::Merged | ContactError::NotMerged => Refusal::Merged,
            ContactError::Erased => Refusal::Erased,
            ContactError::NoKey => Refusal::NoKey,
            ContactError::NotFound | ContactError::AlreadyExists | ContactError::ErasureWithoutRequest => {
                Refusal::NotFound
            }
        }
    }
}

impl From<AccountError> for Refusal {
    fn from(error: AccountError) -> Self {
        match error {
            AccountError::Archived => Refusal::Archived,
            AccountError::Merged | AccountError::NotMerged => Refusal::Merged,
            AccountError::NoName => Refusal::NoKey,
            AccountError::ParentCycle => Refusal::ParentCycle,
            AccountError::NotFound | AccountError::AlreadyExists => Refusal::NotFound,
        }
    }
}

/// One that is there in other letters is there.
fn with(tags: &[String], new: &[String]) -> Result<Vec<String>, Refusal> {
    let mut all = tags.to_vec();
    for tag in new {
        if !all.iter().any(|held| fold(held) == fold(tag)) {
            all.push(tag.clone());
        }
    }
    if all.len() > VALUES_MAX && all.len() > tags.len() { Err(Refusal::TooManyTags) } else { Ok(all) }
}

fn without(tags: &[String], gone: &[String]) -> Vec<String> {
    let stays = |tag: &&String| !gone.iter().any(|gone| fold(gone) == fold(tag));
    tags.iter().filter(stays).cloned().collect()
}
