//! The action on one record: what it comes to on the state that is decided on, or why it is refused.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::outcome::Refusal;
use crate::audience::accounts::Account;
use crate::audience::accounts::command::AccountCommand;
use crate::audience::accounts::error::AccountError;
use crate::audience::accounts::events::AccountEvent;
use crate::audience::contacts::Contact;
use crate::audience::contacts::command::ContactCommand;
use crate::audience::contacts::error::ContactError;
use crate::audience::contacts::events::ContactEvent;
use crate::audience::fields::parse::VALUES_MAX;
use crate::audience::fields::value::FieldValue;
use crate::audience::record::change::WriteRule;
use crate::audience::record::source::Source;
use crate::audience::record::state::RecordState;
use crate::audience::record::write::{Candidate, Write};
use crate::audience::values::fold::fold;

const TAGS: &str = "tags";

/// What is done, with its values read.
#[derive(Debug, Clone, PartialEq)]
pub enum Deed {
    Write(BTreeMap<String, Candidate>),
    AddTags(Vec<String>),
    RemoveTags(Vec<String>),
    Archive { reason: Option<String> },
    Restore,
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
            Deed::Restore => ContactCommand::Restore { source, at },
            Deed::Write(_) | Deed::AddTags(_) | Deed::RemoveTags(_) => {
                ContactCommand::Write(Write { source, at, values: self.values(&contact.record)? })
            }
        };
        contact.decide(command).map_err(|error| match error {
            ContactError::Archived => Refusal::Archived,
            ContactError::Erased => Refusal::Erased,
            ContactError::NoKey => Refusal::NoKey,
            ContactError::NotFound | ContactError::AlreadyExists | ContactError::ErasureWithoutRequest => {
                Refusal::NotFound
            }
        })
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
            Deed::Restore => AccountCommand::Restore { source, at },
            Deed::Write(_) | Deed::AddTags(_) | Deed::RemoveTags(_) => {
                let write = Write { source, at, values: self.values(&account.record)? };
                AccountCommand::Write { write, id, ancestors: ancestors.to_vec() }
            }
        };
        account.decide(command).map_err(|error| match error {
            AccountError::Archived => Refusal::Archived,
            AccountError::NoName => Refusal::NoKey,
            AccountError::ParentCycle => Refusal::ParentCycle,
            AccountError::NotFound | AccountError::AlreadyExists => Refusal::NotFound,
        })
    }

    fn values(&self, record: &RecordState) -> Result<BTreeMap<String, Candidate>, Refusal> {
        let tags = match self {
            Deed::Write(values) => return Ok(values.clone()),
            Deed::Archive { .. } | Deed::Restore => return Ok(BTreeMap::new()),
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
