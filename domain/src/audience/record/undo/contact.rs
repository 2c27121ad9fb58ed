//! Taking what was done to a contact back.

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;

use super::origin::Origin;
use super::trace::{Stands, Trace, told};
use super::{Around, Conflict, Reason, UndoOutcome, Undone};
use crate::audience::contacts::Contact;
use crate::audience::contacts::command::ContactCommand;
use crate::audience::contacts::events::{AccountLink, ContactEvent, LinkKind};
use crate::audience::record::further::go_on;
use crate::audience::record::state::Standing;
use crate::audience::record::write::Write;

/// A contact and what the work did to it.
#[derive(Debug, Clone)]
pub struct ContactTrace {
    origin: Origin,
    trace: Trace,
    now: Contact,
    /// The link before the work's first, and the work's last.
    link: Option<(Option<AccountLink>, AccountLink)>,
}

impl ContactTrace {
    pub fn of(origin: Origin, events: impl IntoIterator<Item = ContactEvent>) -> Self {
        let mut trace =
            ContactTrace { origin, trace: Trace::new(origin), now: Contact::default(), link: None };
        events.into_iter().for_each(|event| trace.add(event));
        trace
    }

    fn add(&mut self, event: ContactEvent) {
        match &event {
            ContactEvent::ContactCreated { source, .. } => self.trace.created(source),
            ContactEvent::ContactFieldsChanged { source, changes, .. } => {
                self.trace.changed(&self.now.record, source, changes)
            }
            ContactEvent::ContactAccountLinked { source, account, .. } => {
                if self.trace.is_ours(source) {
                    self.trace.seen = true;
                    let before = self.link.map_or(self.now.account, |(before, _)| before);
                    self.link = Some((before, *account));
                } else {
                    self.trace.touched(source);
                }
            }
            ContactEvent::ContactArchived { source, .. } | ContactEvent::ContactMergedInto { source, .. } => {
                self.trace.stands(&self.now.record, source, Standing::Archived)
            }
            ContactEvent::ContactRestored { source, .. } | ContactEvent::ContactUnmerged { source, .. } => {
                self.trace.stands(&self.now.record, source, Standing::Active)
            }
            ContactEvent::ContactMerged { source, .. } => self.trace.merged(source),
            ContactEvent::ContactAccountUnlinked { source, .. }
            | ContactEvent::ContactErased { source, .. } => self.trace.touched(source),
        }
        self.now.apply(event);
    }

    pub fn now(&self) -> &Contact {
        &self.now
    }

    pub fn undo(&self, at: DateTime<Utc>, around: Around) -> Undone<ContactEvent> {
        match self.now.record.standing {
            Standing::Absent => Undone::plain(UndoOutcome::Nothing),
            Standing::Erased => Undone::plain(UndoOutcome::Gone),
            _ if self.trace.made_here => self.trace.archive(&self.now.record, around, || self.archived(at)),
            Standing::Active | Standing::Archived => match self.trace.standing(&self.now.record, around) {
                Stands::Kept(conflicts) => Undone::kept(conflicts),
                Stands::Back(Standing::Active) => {
                    let source = self.origin.undo(0);
                    let restored = self.now.decide(match self.now.record.merged_into {
                        Some(_) => ContactCommand::Unmerge { source, at },
                        None => ContactCommand::Restore { source, at },
                    });
                    self.revert(at, around, restored.unwrap_or_default())
                }
                Stands::Back(_) => {
                    Undone { events: self.archived(at), ..Undone::plain(UndoOutcome::Reverted) }
                }
                Stands::AsItIs if self.now.record.standing == Standing::Archived => {
                    let (reverts, conflicts) = self.trace.reverts(&self.now.record, around.chosen);
                    if reverts.is_empty() && conflicts.is_empty() {
                        return Undone::plain(UndoOutcome::Nothing);
                    }
                    Undone::kept(vec![Conflict::of(Reason::ArchivedSince)])
                }
                Stands::AsItIs => self.revert(at, around, Vec::new()),
            },
        }
    }

    fn archived(&self, at: DateTime<Utc>) -> Vec<ContactEvent> {
        let (source, reason) = (self.origin.undo(0), Some(self.origin.reason().to_owned()));
        self.now.decide(ContactCommand::Archive { source, at, reason }).unwrap_or_default()
    }

    /// `events`: what was done already, to bring it back from the archive.
    fn revert(
        &self,
        at: DateTime<Utc>,
        around: Around,
        mut events: Vec<ContactEvent>,
    ) -> Undone<ContactEvent> {
        let (reverts, mut conflicts) = self.trace.reverts(&self.now.record, around.chosen);
        let mut state = self.now.clone();
        events.iter().for_each(|event| state.apply(event.clone()));
        if let Some(command) = self.relink(at, around.chosen, &mut conflicts) {
            let linked = state.decide(command).unwrap_or_default();
            go_on(&mut state, &mut events, linked);
        }
        let changes = told(&self.now.record, &reverts);
        for (rank, values) in reverts {
            match state.decide(ContactCommand::Write(Write { source: self.origin.undo(rank), at, values })) {
                Ok(written) => go_on(&mut state, &mut events, written),
                // All of it or nothing: half a contact helps nobody.
                Err(_) => return Undone::kept(vec![Conflict::of(Reason::NoKey)]),
            }
        }
        let outcome = match (events.is_empty(), conflicts.is_empty()) {
            (true, true) => UndoOutcome::Nothing,
            (true, false) => UndoOutcome::Kept,
            (false, true) => UndoOutcome::Reverted,
            (false, false) => UndoOutcome::Partly,
        };
        Undone { outcome, events, changes, conflicts }
    }

    fn relink(
        &self,
        at: DateTime<Utc>,
        chosen: bool,
        conflicts: &mut Vec<Conflict>,
    ) -> Option<ContactCommand> {
        let (before, left) = self.link?;
        let of = |link: Option<AccountLink>| link.map(|link| link.account_id);
        if of(self.now.account) == of(before) {
            return None;
        }
        if of(self.now.account) != Some(left.account_id) && !chosen {
            conflicts.push(Conflict { field: Some("account".into()), reason: Reason::ChangedSince });
            return None;
        }
        let source = self.origin.undo(0);
        Some(match before {
            // It was only moved, so it is linked as it was.
            Some(link) if link.how == left.how => ContactCommand::MoveToAccount { source, at, to: link },
            // By hand: a link found by a machine would not take the place of another.
            Some(link) => ContactCommand::LinkAccount {
                source,
                at,
                link: AccountLink { how: LinkKind::Manual, ..link },
            },
            None => ContactCommand::UnlinkAccount { source, at },
        })
    }
}
