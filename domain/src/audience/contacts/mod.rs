//! A contact: a person at a company. Decides on creation, changes, the link to an account, archiving and erasure.

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

use super::email_verification::keep::follow_the_address;
use super::phone_validity::keep::follow_the_numbers;
use super::record::state::{RecordState, Standing};
use super::record::write::{self, Write};
use command::ContactCommand;
use error::ContactError;
use events::{AccountLink, ContactEvent, LinkKind};

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Contact {
    pub record: RecordState,
    pub account: Option<AccountLink>,
}

impl Contact {
    /// The decision: what happens when this is asked of a contact in this state. No events: it is so already.
    pub fn decide(&self, command: ContactCommand) -> Result<Vec<ContactEvent>, ContactError> {
        match command {
            ContactCommand::Create { write, account } => self.create(write, account),
            ContactCommand::Write(write) => self.write(write),
            ContactCommand::LinkAccount { source, at, link } => self.link(source, at, link),
            ContactCommand::UnlinkAccount { source, at } => {
                self.must_be_active()?;
                Ok(self
                    .account
                    .map(|previous| ContactEvent::ContactAccountUnlinked { source, at, previous })
                    .into_iter()
                    .collect())
            }
            ContactCommand::Archive { source, at, reason } => match self.record.standing {
                Standing::Absent => Err(ContactError::NotFound),
                Standing::Archived => Ok(vec![]),
                Standing::Erased => Err(ContactError::Erased),
                Standing::Active => Ok(vec![ContactEvent::ContactArchived { source, at, reason }]),
            },
            ContactCommand::Restore { source, at } => match self.record.standing {
                Standing::Absent => Err(ContactError::NotFound),
                Standing::Active => Ok(vec![]),
                Standing::Erased => Err(ContactError::Erased),
                Standing::Archived if self.record.merged_into.is_some() => Err(ContactError::Merged),
                Standing::Archived => Ok(vec![ContactEvent::ContactRestored { source, at }]),
            },
            ContactCommand::Erase { source, at, request } => match self.record.standing {
                Standing::Absent => Err(ContactError::NotFound),
                Standing::Erased => Ok(vec![]),
                Standing::Active | Standing::Archived if request.trim().is_empty() => {
                    Err(ContactError::ErasureWithoutRequest)
                }
                Standing::Active | Standing::Archived => {
                    Ok(vec![ContactEvent::ContactErased { source, at, request }])
                }
            },
            ContactCommand::Absorb { source, at, absorbed, values } => {
                self.must_be_active()?;
                Ok(vec![ContactEvent::ContactMerged { source, at, absorbed, values }])
            }
            ContactCommand::MergeInto { source, at, survivor } => {
                self.must_be_active()?;
                Ok(vec![ContactEvent::ContactMergedInto { source, at, survivor }])
            }
            ContactCommand::Unmerge { source, at } => match self.record.merged_into {
                Some(survivor) => Ok(vec![ContactEvent::ContactUnmerged { source, at, survivor }]),
                None => Err(ContactError::NotMerged),
            },
            ContactCommand::MoveToAccount { source, at, to } => {
                self.must_be_active()?;
                let moved =
                    ContactEvent::ContactAccountLinked { source, at, account: to, previous: self.account };
                Ok((self.account != Some(to)).then_some(moved).into_iter().collect())
            }
        }
    }

    fn create(&self, write: Write, account: Option<AccountLink>) -> Result<Vec<ContactEvent>, ContactError> {
        if self.record.standing != Standing::Absent {
            return Err(ContactError::AlreadyExists);
        }
        let Write { source, at, mut values } = write;
        let kept = write::set_aside(&mut values, keys::IDENTITY);
        derive::fill(&mut values, &self.record);
        let derived =
            values.iter().filter(|(_, candidate)| candidate.derived).map(|(key, _)| key.clone()).collect();
        let fields = values
            .into_iter()
            .filter_map(|(key, candidate)| Some((key, candidate.value.filter(|value| !value.is_empty())?)))
            .collect();
        if !keys::identifies(&fields, account) {
            return Err(ContactError::NoKey);
        }
        let aside = (!kept.is_empty()).then(|| ContactEvent::ContactFieldsChanged {
            source: source.clone(),
            at,
            changes: Default::default(),
            derived: vec![],
            kept,
        });
        let created = ContactEvent::ContactCreated { source, at, fields, derived, account };
        Ok(std::iter::once(created).chain(aside).collect())
    }

    fn write(&self, write: Write) -> Result<Vec<ContactEvent>, ContactError> {
        self.must_be_active()?;
        let mut outcome = write::resolve_with_derived(&self.record, &write, derive::fill);
        follow_the_address(&self.record, &write, &mut outcome);
        follow_the_numbers(&self.record, &write, &mut outcome);
        if outcome.is_nothing() {
            return Ok(vec![]);
        }
        let after = self
            .record
            .fields
            .iter()
            .map(|(key, held)| (key.clone(), held.value.clone()))
            .filter(|(key, _)| outcome.changes.get(key).is_none_or(|change| change.new.is_some()));
        let after = after
            .chain(
                outcome.changes.iter().filter_map(|(key, change)| Some((key.clone(), change.new.clone()?))),
            )
            .collect();
        if !outcome.changes.is_empty() && !keys::identifies(&after, self.account) {
            return Err(ContactError::NoKey);
        }
        Ok(vec![ContactEvent::ContactFieldsChanged {
            source: write.source,
            at: write.at,
            changes: outcome.changes,
            derived: outcome.derived,
            kept: outcome.kept,
        }])
    }

    /// A link made by a person stays until a person changes it (AUD-3).
    fn link(
        &self,
        source: super::record::source::Source,
        at: chrono::DateTime<chrono::Utc>,
        link: AccountLink,
    ) -> Result<Vec<ContactEvent>, ContactError> {
        self.must_be_active()?;
        match self.account {
            Some(current)
                if current.account_id == link.account_id
                    && (current.how == link.how || link.how != LinkKind::Manual) =>
            {
                Ok(vec![])
            }
            Some(AccountLink { how: LinkKind::Manual, .. }) if link.how != LinkKind::Manual => Ok(vec![]),
            Some(AccountLink { how: LinkKind::Import, .. }) if link.how == LinkKind::Auto => Ok(vec![]),
            previous => Ok(vec![ContactEvent::ContactAccountLinked { source, at, account: link, previous }]),
        }
    }

    /// Only then may anything be changed.
    pub fn must_be_active(&self) -> Result<(), ContactError> {
        match self.record.standing {
            Standing::Active => Ok(()),
            Standing::Absent => Err(ContactError::NotFound),
            Standing::Archived if self.record.merged_into.is_some() => Err(ContactError::Merged),
            Standing::Archived => Err(ContactError::Archived),
            Standing::Erased => Err(ContactError::Erased),
        }
    }
}

impl Aggregate for Contact {
    const TYPE: &'static str = "contact";
    type Command = ContactCommand;
    type Event = ContactEvent;
    type Error = ContactError;
    type Services = ();

    async fn handle(
        &mut self,
        command: ContactCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), ContactError> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: ContactEvent) {
        match event {
            ContactEvent::ContactCreated { source, at, fields, derived, account } => {
                self.record.created(&source, at, fields, &derived);
                self.account = account;
            }
            ContactEvent::ContactFieldsChanged { source, at, changes, derived, kept } => {
                self.record.changed(&source, at, changes, &derived, kept)
            }
            ContactEvent::ContactAccountLinked { account, .. } => self.account = Some(account),
            ContactEvent::ContactAccountUnlinked { .. } => self.account = None,
            ContactEvent::ContactArchived { .. } => self.record.standing = Standing::Archived,
            ContactEvent::ContactRestored { .. } => self.record.standing = Standing::Active,
            ContactEvent::ContactErased { .. } => {
                self.record.erased();
                self.account = None;
            }
            ContactEvent::ContactMerged { absorbed, .. } => self.record.absorbed.extend(absorbed),
            ContactEvent::ContactMergedInto { survivor, .. } => self.record.merged(survivor),
            ContactEvent::ContactUnmerged { .. } => self.record.unmerged(),
        }
    }
}
