//! Taking what was done to an account back.

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use uuid::Uuid;

use super::origin::Origin;
use super::trace::{Stands, Trace, told};
use super::{Around, Conflict, Reason, UndoOutcome, Undone};
use crate::audience::accounts::Account;
use crate::audience::accounts::command::AccountCommand;
use crate::audience::accounts::events::AccountEvent;
use crate::audience::record::further::go_on;
use crate::audience::record::state::Standing;
use crate::audience::record::write::Write;

/// An account and what the work did to it.
#[derive(Debug, Clone)]
pub struct AccountTrace {
    origin: Origin,
    id: Uuid,
    trace: Trace,
    now: Account,
}

impl AccountTrace {
    pub fn of(origin: Origin, id: Uuid, events: impl IntoIterator<Item = AccountEvent>) -> Self {
        let mut trace = AccountTrace { origin, id, trace: Trace::new(origin), now: Account::default() };
        events.into_iter().for_each(|event| trace.add(event));
        trace
    }

    fn add(&mut self, event: AccountEvent) {
        match &event {
            AccountEvent::AccountCreated { source, .. } => self.trace.created(source),
            AccountEvent::AccountFieldsChanged { source, changes, .. } => {
                self.trace.changed(&self.now.record, source, changes)
            }
            AccountEvent::AccountArchived { source, .. } | AccountEvent::AccountMergedInto { source, .. } => {
                self.trace.stands(&self.now.record, source, Standing::Archived)
            }
            AccountEvent::AccountRestored { source, .. } | AccountEvent::AccountUnmerged { source, .. } => {
                self.trace.stands(&self.now.record, source, Standing::Active)
            }
            AccountEvent::AccountMerged { source, .. } => self.trace.merged(source),
        }
        self.now.apply(event);
    }

    pub fn now(&self) -> &Account {
        &self.now
    }

    pub fn undo(&self, at: DateTime<Utc>, around: Around) -> Undone<AccountEvent> {
        match self.now.record.standing {
            Standing::Absent | Standing::Erased => Undone::plain(UndoOutcome::Nothing),
            Standing::Active | Standing::Archived if self.trace.made_here => {
                self.trace.archive(&self.now.record, around, || self.archived(at))
            }
            Standing::Active | Standing::Archived => match self.trace.standing(&self.now.record, around) {
                Stands::Kept(conflicts) => Undone::kept(conflicts),
                Stands::Back(Standing::Active) => {
                    let source = self.origin.undo(0);
                    let restored = self.now.decide(match self.now.record.merged_into {
                        Some(_) => AccountCommand::Unmerge { source, at },
                        None => AccountCommand::Restore { source, at },
                    });
                    self.revert(at, around, restored.unwrap_or_default())
                }
                Stands::Back(_) => {
                    Undone { events: self.archived(at), ..Undone::plain(UndoOutcome::Reverted) }
                }
                Stands::AsItIs => self.revert(at, around, Vec::new()),
            },
        }
    }

    fn archived(&self, at: DateTime<Utc>) -> Vec<AccountEvent> {
        let (source, reason) = (self.origin.undo(0), Some(self.origin.reason().to_owned()));
        self.now.decide(AccountCommand::Archive { source, at, reason }).unwrap_or_default()
    }

    /// `events`: what was done already, to bring it back from the archive.
    fn revert(
        &self,
        at: DateTime<Utc>,
        around: Around,
        mut events: Vec<AccountEvent>,
    ) -> Undone<AccountEvent> {
        let (reverts, conflicts) = self.trace.reverts(&self.now.record, around.chosen);
        if reverts.is_empty() && conflicts.is_empty() && events.is_empty() {
            return Undone::plain(UndoOutcome::Nothing);
        }
        let mut state = self.now.clone();
        events.iter().for_each(|event| state.apply(event.clone()));
        if !state.record.is_active() {
            return Undone::kept(vec![Conflict::of(Reason::ArchivedSince)]);
        }
        let changes = told(&self.now.record, &reverts);
        for (rank, values) in reverts {
            let write = Write { source: self.origin.undo(rank), at, values };
            match state.decide(AccountCommand::Write { write, id: self.id, ancestors: vec![] }) {
                Ok(written) => go_on(&mut state, &mut events, written),
                Err(_) => return Undone::kept(vec![Conflict::of(Reason::NoKey)]),
            }
        }
        let outcome = match (events.is_empty(), conflicts.is_empty()) {
            (true, _) => UndoOutcome::Kept,
            (false, true) => UndoOutcome::Reverted,
            (false, false) => UndoOutcome::Partly,
        };
        Undone { outcome, events, changes, conflicts }
    }
}
