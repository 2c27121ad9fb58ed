//! An account: a company. Decides on creation, changes, its place in the hierarchy, archiving.

pub mod command;
pub mod derive;
pub mod error;
pub mod events;
pub mod keys;
#[cfg(test)]
mod tests;

use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use serde::{Deserialize, Serialize};

use super::phone_validity::keep::follow_the_numbers;
use super::record::state::{RecordState, Standing};
use super::record::write::{self, Write};
use command::AccountCommand;
use error::AccountError;
use events::AccountEvent;

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Account {
    pub record: RecordState,
}

impl Account {
    /// The decision: what happens when this is asked of an account in this state. No events: it is so already.
    pub fn decide(&self, command: AccountCommand) -> Result<Vec<AccountEvent>, AccountError> {
        match command {
            AccountCommand::Create { write, ancestors } => self.create(write, &ancestors),
            AccountCommand::Write { write, id, ancestors } => self.write(write, id, &ancestors),
            AccountCommand::Archive { source, at, reason } => match self.record.standing {
                Standing::Absent | Standing::Erased => Err(AccountError::NotFound),
                Standing::Archived => Ok(vec![]),
                Standing::Active => Ok(vec![AccountEvent::AccountArchived { source, at, reason }]),
            },
            AccountCommand::Restore { source, at } => match self.record.standing {
                Standing::Absent | Standing::Erased => Err(AccountError::NotFound),
                Standing::Active => Ok(vec![]),
                Standing::Archived if self.record.merged_into.is_some() => Err(AccountError::Merged),
                Standing::Archived => Ok(vec![AccountEvent::AccountRestored { source, at }]),
            },
            AccountCommand::Absorb { source, at, absorbed, values } => {
                self.must_be_active()?;
                Ok(vec![AccountEvent::AccountMerged { source, at, absorbed, values }])
            }
            AccountCommand::MergeInto { source, at, survivor } => {
                self.must_be_active()?;
                Ok(vec![AccountEvent::AccountMergedInto { source, at, survivor }])
            }
            AccountCommand::Unmerge { source, at } => match self.record.merged_into {
                Some(survivor) => Ok(vec![AccountEvent::AccountUnmerged { source, at, survivor }]),
                None => Err(AccountError::NotMerged),
            },
        }
    }

    fn create(&self, write: Write, _ancestors: &[uuid::Uuid]) -> Result<Vec<AccountEvent>, AccountError> {
        if self.record.standing != Standing::Absent {
            return Err(AccountError::AlreadyExists);
        }
        let Write { source, at, mut values } = write;
        let kept = write::set_aside(&mut values, keys::IDENTITY);
        derive::fill(&mut values, &self.record);
        let derived =
            values.iter().filter(|(_, candidate)| candidate.derived).map(|(key, _)| key.clone()).collect();
        let fields: std::collections::BTreeMap<_, _> = values
            .into_iter()
            .filter_map(|(key, candidate)| Some((key, candidate.value.filter(|value| !value.is_empty())?)))
            .collect();
        if !fields.contains_key("name") {
            return Err(AccountError::NoName);
        }
        let aside = (!kept.is_empty()).then(|| AccountEvent::AccountFieldsChanged {
            source: source.clone(),
            at,
            changes: Default::default(),
            derived: vec![],
            kept,
        });
        let created = AccountEvent::AccountCreated { source, at, fields, derived };
        Ok(std::iter::once(created).chain(aside).collect())
    }

    /// Only then may anything be changed.
    pub fn must_be_active(&self) -> Result<(), AccountError> {
        match self.record.standing {
            Standing::Active => Ok(()),
            Standing::Absent | Standing::Erased => Err(AccountError::NotFound),
            Standing::Archived if self.record.merged_into.is_some() => Err(AccountError::Merged),
            Standing::Archived => Err(AccountError::Archived),
        }
    }

    fn write(
        &self,
        write: Write,
        id: uuid::Uuid,
        ancestors: &[uuid::Uuid],
    ) -> Result<Vec<AccountEvent>, AccountError> {
        self.must_be_active()?;
        let mut outcome = write::resolve_with_derived(&self.record, &write, derive::fill);
        follow_the_numbers(&self.record, &write, &mut outcome);
        if outcome.is_nothing() {
            return Ok(vec![]);
        }
        if outcome.changes.get("name").is_some_and(|change| change.new.is_none()) {
            return Err(AccountError::NoName);
        }
        if outcome.changes.contains_key("parent") && ancestors.contains(&id) {
            return Err(AccountError::ParentCycle);
        }
        Ok(vec![AccountEvent::AccountFieldsChanged {
            source: write.source,
            at: write.at,
            changes: outcome.changes,
            derived: outcome.derived,
            kept: outcome.kept,
        }])
    }
}

impl Aggregate for Account {
    const TYPE: &'static str = "account";
    type Command = AccountCommand;
    type Event = AccountEvent;
    type Error = AccountError;
    type Services = ();

    async fn handle(
        &mut self,
        command: AccountCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), AccountError> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: AccountEvent) {
        match event {
            AccountEvent::AccountCreated { source, at, fields, derived } => {
                self.record.created(&source, at, fields, &derived)
            }
            AccountEvent::AccountFieldsChanged { source, at, changes, derived, kept } => {
                self.record.changed(&source, at, changes, &derived, kept)
            }
            AccountEvent::AccountArchived { .. } => self.record.standing = Standing::Archived,
            AccountEvent::AccountRestored { .. } => self.record.standing = Standing::Active,
            AccountEvent::AccountMerged { absorbed, .. } => self.record.absorbed.extend(absorbed),
            AccountEvent::AccountMergedInto { survivor, .. } => self.record.merged(survivor),
            AccountEvent::AccountUnmerged { .. } => self.record.unmerged(),
        }
    }
}
