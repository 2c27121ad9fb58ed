//! A bulk change: one action on many records, asked for once, done chunk by chunk, and taken back as a whole.

pub mod action;
pub mod command;
pub mod consent;
pub mod deed;
pub mod error;
pub mod events;
pub mod facts;
pub mod outcome;
#[cfg(test)]
mod tests;
pub mod weighed;

use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::exports::list::SELECTED_MAX;
use super::record::previews::Previews;
use super::record::undo::state::{BeingUndone, Undoing};
use crate::identity::actor::Actor;
use crate::identity::permission::Permission;
use crate::identity::policy::Scope;
use command::{BulkCommand, End};
use error::BulkError;
use events::{Asked, BulkEvent, Selected, Selection};
use outcome::BulkCounts;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BulkState {
    /// No event yet.
    #[default]
    Absent,
    /// Waits for its turn, or its records are being gathered.
    Asked,
    Running,
    Completed,
    Cancelled,
    Failed,
    Undone,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Bulk {
    pub state: BulkState,
    pub asked: Option<Asked>,
    /// Who asked for it; nil for the system.
    pub by: Uuid,
    pub job: Option<Uuid>,
    pub selected: Option<Selected>,
    pub counts: BulkCounts,
    pub words_forgotten: bool,
    pub undoing: Undoing,
    pub previews: Previews,
    /// Records of which the last undo left something.
    pub left: u64,
}

impl Bulk {
    /// The decision. No events: it is so already.
    pub fn decide(&self, command: BulkCommand) -> Result<Vec<BulkEvent>, BulkError> {
        match command {
            BulkCommand::Ask { at, by, asked, job } => match self.state {
                BulkState::Absent => {
                    check(&asked)?;
                    Ok(vec![BulkEvent::BulkAsked { at, by, job, asked }])
                }
                _ => Err(BulkError::AlreadyAsked),
            },
            BulkCommand::Select { at, selected } => match self.state {
                BulkState::Absent => Err(BulkError::NotFound),
                BulkState::Asked => Ok(vec![BulkEvent::BulkSelected { at, selected }]),
                _ => Ok(vec![]),
            },
            BulkCommand::Finish { at, counts, end } => match self.state {
                BulkState::Absent => Err(BulkError::NotFound),
                BulkState::Asked | BulkState::Running => {
                    if !counts.adds_up() {
                        return Err(BulkError::DoesNotAddUp);
                    }
                    Ok(vec![match end {
                        End::Completed => BulkEvent::BulkCompleted { at, counts },
                        End::Cancelled => BulkEvent::BulkCancelled { at, counts },
                        End::Failed { error } => BulkEvent::BulkFailed { at, counts, error },
                    }])
                }
                BulkState::Completed | BulkState::Cancelled | BulkState::Failed | BulkState::Undone => {
                    Ok(vec![])
                }
            },
            BulkCommand::ForgetWords { at } => match self.state {
                BulkState::Absent => Err(BulkError::NotFound),
                _ if self.words_forgotten => Ok(vec![]),
                _ => Ok(vec![BulkEvent::BulkWordsForgotten { at }]),
            },
            BulkCommand::RemovePreview { at, job, reason } => {
                let removed = BulkEvent::BulkUndoPreviewRemoved { at, job, reason };
                Ok(self.previews.holds(job).then_some(removed).into_iter().collect())
            }
            BulkCommand::Undo(command) => {
                if command.is_asked() {
                    // One that runs is no reason to refuse: asked for twice, it is done once.
                    may_be_undone(self.state, self.counts.changed, self.left, false)?;
                }
                let step = self.undoing.decide(command).map_err(|BeingUndone| BulkError::Undoing)?;
                Ok(step.map(BulkEvent::from).into_iter().collect())
            }
        }
    }
}

/// Whether it can be undone: once more, too, as long as something is left, for what somebody touched can be chosen later.
/// `undoing`: an undo runs; asked for once more, nothing happens.
pub fn may_be_undone(state: BulkState, changed: u64, left: u64, undoing: bool) -> Result<(), BulkError> {
    match state {
        BulkState::Absent => Err(BulkError::NotFound),
        BulkState::Asked | BulkState::Running => Err(BulkError::NotEnded),
        _ if undoing => Err(BulkError::Undoing),
        BulkState::Undone if left == 0 => Err(BulkError::Undone),
        BulkState::Completed | BulkState::Cancelled | BulkState::Failed if changed == 0 => {
            Err(BulkError::NothingChanged)
        }
        BulkState::Completed | BulkState::Cancelled | BulkState::Failed | BulkState::Undone => Ok(()),
    }
}

/// Whose bulk changes somebody may see, cancel and undo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    Everybodys,
    Own,
    Nobodys,
}

pub fn reach(actor: &Actor) -> Reach {
    match actor.scope(Permission::RecordsBulk) {
        Scope::All => Reach::Everybodys,
        Scope::Team | Scope::Own => Reach::Own,
        Scope::Client | Scope::None => Reach::Nobodys,
    }
}

pub fn may_see(actor: &Actor, by: Uuid) -> bool {
    match reach(actor) {
        Reach::Everybodys => true,
        Reach::Own => actor.user_id == by,
        Reach::Nobodys => false,
    }
}

/// Refuses what no job could do.
pub fn check(asked: &Asked) -> Result<(), BulkError> {
    let Some(action) = &asked.action else { return Err(BulkError::NothingToDo) };
    action.check(asked.entity)?;
    match &asked.selection {
        None => Err(BulkError::NothingSelected),
        Some(Selection::Ids(ids)) if ids.is_empty() => Err(BulkError::NothingSelected),
        Some(selection) => check_selection(selection),
    }
}

/// Refuses a selection that names more records, to be taken or to be left out, than can be named.
pub fn check_selection(selection: &Selection) -> Result<(), BulkError> {
    match selection {
        Selection::Ids(ids) if ids.len() > SELECTED_MAX => {
            Err(BulkError::TooManySelected { count: ids.len() })
        }
        Selection::Ids(_) => Ok(()),
        Selection::Matching(filter) => {
            let (count, excepted) = (filter.ids.as_ref().map_or(0, Vec::len), filter.except.len());
            if count > SELECTED_MAX {
                return Err(BulkError::TooManySelected { count });
            }
            if excepted > SELECTED_MAX {
                return Err(BulkError::TooManyExcepted { count: excepted });
            }
            Ok(())
        }
    }
}

impl Aggregate for Bulk {
    const TYPE: &'static str = "bulk";
    type Command = BulkCommand;
    type Event = BulkEvent;
    type Error = BulkError;
    type Services = ();

    async fn handle(
        &mut self,
        command: BulkCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), BulkError> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: BulkEvent) {
        match event {
            BulkEvent::BulkAsked { by, job, asked, .. } => {
                self.state = BulkState::Asked;
                self.by = by;
                self.job = Some(job);
                self.asked = Some(asked);
            }
            BulkEvent::BulkSelected { selected, .. } => {
                self.state = BulkState::Running;
                self.selected = Some(selected);
            }
            BulkEvent::BulkCompleted { counts, .. } => {
                self.state = BulkState::Completed;
                self.counts = counts;
            }
            BulkEvent::BulkCancelled { counts, .. } => {
                self.state = BulkState::Cancelled;
                self.counts = counts;
            }
            BulkEvent::BulkFailed { counts, .. } => {
                self.state = BulkState::Failed;
                self.counts = counts;
            }
            BulkEvent::BulkWordsForgotten { .. } => {
                self.words_forgotten = true;
                if let Some(asked) = &mut self.asked {
                    asked.action = None;
                    asked.selection = None;
                }
            }
            BulkEvent::BulkUndoPreviewStarted { job, .. } => {
                self.previews.outdate();
                self.undoing.looking = Some(job);
            }
            BulkEvent::BulkUndoPreviewed { preview, .. } => {
                self.undoing.looking = None;
                self.previews.keep(preview.job, preview.expires_at);
            }
            BulkEvent::BulkUndoPreviewStopped { .. } => self.undoing.looking = None,
            BulkEvent::BulkUndoPreviewRemoved { job, .. } => self.previews.remove(job),
            BulkEvent::BulkUndoStarted { job, chosen, .. } => {
                self.previews.outdate();
                self.undoing = Undoing { running: Some(job), looking: None, chosen };
            }
            BulkEvent::BulkUndone { result, .. } => {
                self.state = BulkState::Undone;
                self.undoing.running = None;
                self.left = result.left();
            }
            BulkEvent::BulkUndoStopped { .. } => self.undoing.running = None,
        }
    }
}
