//! Rules applied to a record that is there: what weighing its values came to, written so that each value counts as much as where
//! it comes from.

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use uuid::Uuid;

use super::outcome::Refusal;
use crate::audience::accounts::Account;
use crate::audience::accounts::command::AccountCommand;
use crate::audience::contacts::Contact;
use crate::audience::contacts::command::ContactCommand;
use crate::audience::record::further::go_on;
use crate::audience::record::source::Source;
use crate::audience::record::state::{RecordState, Standing};
use crate::audience::record::write::Write;
use crate::audience::survivorship::weigh::{Weighed, candidates};

/// A record that values can be written to.
pub trait Writable: Aggregate + Clone {
    fn state(&self) -> &RecordState;

    fn written(&self, id: Uuid, write: Write) -> Result<Vec<Self::Event>, Refusal>;
}

impl Writable for Contact {
    fn state(&self) -> &RecordState {
        &self.record
    }

    fn written(&self, _id: Uuid, write: Write) -> Result<Vec<Self::Event>, Refusal> {
        Ok(self.decide(ContactCommand::Write(write))?)
    }
}

impl Writable for Account {
    fn state(&self) -> &RecordState {
        &self.record
    }

    /// A parent is never weighed, so nothing stands above it that did not before.
    fn written(&self, id: Uuid, write: Write) -> Result<Vec<Self::Event>, Refusal> {
        Ok(self.decide(AccountCommand::Write { write, id, ancestors: Vec::new() })?)
    }
}

/// No events: it holds what it would hold.
pub fn events_of<A>(
    record: &A,
    id: Uuid,
    weighed: &[Weighed],
    bulk: Uuid,
    at: DateTime<Utc>,
) -> Result<Vec<A::Event>, Refusal>
where
    A: Writable,
    A::Event: Clone,
{
    match record.state().standing {
        Standing::Archived => return Err(Refusal::Archived),
        Standing::Erased => return Err(Refusal::Erased),
        Standing::Absent => return Err(Refusal::NotFound),
        Standing::Active => {}
    }
    let (mut state, mut events) = (record.clone(), Vec::new());
    for ((rank, told), values) in candidates(weighed) {
        let write = Write { source: Source::Weighed { bulk, rank, told }, at, values };
        let written = state.written(id, write)?;
        go_on(&mut state, &mut events, written);
    }
    Ok(events)
}
