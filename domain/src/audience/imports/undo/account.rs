//! Taking an import's work on an account back.

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use uuid::Uuid;

use super::trace::{Trace, told};
use super::{Around, Conflict, Reason, UndoOutcome, Undone};
use crate::audience::accounts::Account;
use crate::audience::accounts::command::AccountCommand;
use crate::audience::accounts::events::AccountEvent;
use crate::audience::record::source::Source;
use crate::audience::record::state::Standing;
use crate::audience::record::write::Write;

/// An account and what the import did to it.
#[derive(Debug, Clone)]
pub struct AccountTrace {
    import: Uuid,
    id: Uuid,
    trace: Trace,
    now: Account,
}

impl AccountTrace {
    pub fn of(import: Uuid, id: Uuid, events: impl IntoIterator<Item = AccountEvent>) -> Self {
        let mut trace = AccountTrace { import, id, trace: Trace::new(import), now: Account::default() };
        events.into_iter().for_each(|event| trace.add(event));
        trace
    }

    fn add(&mut self, event: AccountEvent) {
        match &event {
            AccountEvent::AccountCreated { source, .. } => self.trace.created(source),
            AccountEvent::AccountFieldsChanged { source, changes, .. } => {
                self.trace.changed(&self.now.record, source, changes)
            }
            AccountEvent::AccountArchived { source, .. } | AccountEvent::AccountRestored { source, .. } => {
                self.trace.touched(source)
            }
        }
        self.now.apply(event);
    }

    pub fn now(&self) -> &Account {
        &self.now
    }

    pub fn undo(&self, at: DateTime<Utc>, around: Around) -> Undone<AccountEvent> {
        let archived = self.now.record.standing == Standing::Archived;
        match self.now.record.standing {
            Standing::Absent | Standing::Erased => Undone::plain(UndoOutcome::Nothing),
            Standing::Active | Standing::Archived if self.trace.made_here => {
                if archived {
                    return Undone::plain(UndoOutcome::Nothing);
                }
                let conflicts = self.trace.against_archiving(around);
                if !conflicts.is_empty() {
                    return Undone::kept(conflicts);
                }
                let source = Source::ImportUndo { import: self.import, rank: 0 };
                let reason = Some("import undone".to_owned());
                let events =
                    self.now.decide(AccountCommand::Archive { source, at, reason }).unwrap_or_default();
                Undone { events, ..Undone::plain(UndoOutcome::Archived) }
            }
            Standing::Active | Standing::Archived => {
                let (reverts, conflicts) = self.trace.reverts(&self.now.record, around.chosen);
                if reverts.is_empty() && conflicts.is_empty() {
                    return Undone::plain(UndoOutcome::Nothing);
                }
                if archived {
                    return Undone::kept(vec![Conflict::of(Reason::ArchivedSince)]);
                }
                let changes = told(&self.now.record, &reverts);
                let (mut state, mut events) = (self.now.clone(), Vec::new());
                for (rank, values) in reverts {
                    let source = Source::ImportUndo { import: self.import, rank };
                    let write = Write { source, at, values };
                    let command = AccountCommand::Write { write, id: self.id, ancestors: vec![] };
                    match state.decide(command) {
                        Ok(written) => {
                            written.iter().for_each(|event| state.apply(event.clone()));
                            events.extend(written);
                        }
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
    }
}
