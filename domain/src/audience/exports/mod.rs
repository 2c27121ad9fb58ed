//! An export: a list of contacts or accounts as a file. The rows are in the file alone; the log says who took what.

pub mod columns;
pub mod command;
pub mod error;
pub mod events;
pub mod list;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use command::{End, ExportCommand};
use error::{COLUMNS_MAX, ExportError};
use events::{ExportEvent, Removal, Request, Written};
use list::SELECTED_MAX;

use crate::audience::fields::catalogue::is_known_key;
use crate::identity::actor::Actor;
use crate::identity::permission::Permission;
use crate::identity::policy::Scope;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExportState {
    /// No event yet.
    #[default]
    Absent,
    /// Asked for: waits for its turn or is being written.
    Running,
    Completed,
    Cancelled,
    Failed,
    /// Completed once; the file is gone.
    Removed(Removal),
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Export {
    pub state: ExportState,
    pub request: Option<Request>,
    /// Who asked for it; nil for the system.
    pub by: Uuid,
    pub job: Option<Uuid>,
    pub written: Option<Written>,
    pub filter_forgotten: bool,
}

impl Export {
    /// The decision. No events: it is so already.
    pub fn decide(&self, command: ExportCommand) -> Result<Vec<ExportEvent>, ExportError> {
        match command {
            ExportCommand::Start { at, by, request, job } => match self.state {
                ExportState::Absent => {
                    check(&request)?;
                    Ok(vec![ExportEvent::ExportRequested { at, by, request, job }])
                }
                _ => Err(ExportError::AlreadyRequested),
            },
            ExportCommand::Finish { at, end } => match self.state {
                ExportState::Absent => Err(ExportError::NotFound),
                ExportState::Running => Ok(vec![match end {
                    End::Completed(written) => ExportEvent::ExportCompleted { at, written },
                    End::Cancelled => ExportEvent::ExportCancelled { at },
                    End::Failed { error } => ExportEvent::ExportFailed { at, error },
                }]),
                ExportState::Completed
                | ExportState::Cancelled
                | ExportState::Failed
                | ExportState::Removed(_) => Ok(vec![]),
            },
            ExportCommand::RemoveFile { at, reason } => match self.state {
                ExportState::Absent => Err(ExportError::NotFound),
                ExportState::Running => Err(ExportError::NotReady),
                ExportState::Completed => Ok(vec![ExportEvent::ExportFileRemoved { at, reason }]),
                ExportState::Cancelled | ExportState::Failed | ExportState::Removed(_) => Ok(vec![]),
            },
            ExportCommand::ForgetFilter { at } => match self.state {
                ExportState::Absent => Err(ExportError::NotFound),
                _ if self.filter_forgotten => Ok(vec![]),
                _ => Ok(vec![ExportEvent::ExportFilterForgotten { at }]),
            },
        }
    }

    /// The finished file, or why there is none to be had.
    pub fn file(&self) -> Result<&Written, ExportError> {
        match (self.state, &self.written) {
            (ExportState::Absent, _) => Err(ExportError::NotFound),
            (ExportState::Completed, Some(written)) => Ok(written),
            (ExportState::Completed | ExportState::Running, _) => Err(ExportError::NotReady),
            (ExportState::Cancelled | ExportState::Failed, _) => Err(ExportError::Ended),
            (ExportState::Removed(Removal::Expired), _) => Err(ExportError::Expired),
            (ExportState::Removed(Removal::Erasure), _) => Err(ExportError::RemovedByErasure),
        }
    }
}

/// Whether somebody may see, cancel and download an export: their own, and everybody's who may read everybody's activity.
pub fn may_see(actor: &Actor, by: Uuid) -> bool {
    match reach(actor) {
        Reach::Everybodys => true,
        Reach::Own => actor.user_id == by,
        Reach::Nobodys => false,
    }
}

/// Whose exports somebody may see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    Everybodys,
    Own,
    Nobodys,
}

pub fn reach(actor: &Actor) -> Reach {
    match (actor.scope(Permission::ExportsView), actor.scope(Permission::AuditView)) {
        (Scope::None, _) => Reach::Nobodys,
        (_, Scope::All) => Reach::Everybodys,
        _ => Reach::Own,
    }
}

fn check(request: &Request) -> Result<(), ExportError> {
    if request.columns.is_empty() {
        return Err(ExportError::NoColumns);
    }
    if request.columns.len() > COLUMNS_MAX {
        return Err(ExportError::TooManyColumns { count: request.columns.len() });
    }
    let mut seen = HashSet::new();
    for column in &request.columns {
        if !is_known_key(request.entity, column) {
            return Err(ExportError::UnknownColumn { column: column.clone() });
        }
        if !seen.insert(column) {
            return Err(ExportError::ColumnTwice { column: column.clone() });
        }
    }
    if !list::is_sortable(request.entity, &request.sort.field) {
        return Err(ExportError::UnknownSort { field: request.sort.field.clone() });
    }
    let selected = request.filter.as_ref().and_then(|filter| filter.ids.as_ref()).map_or(0, Vec::len);
    if selected > SELECTED_MAX {
        return Err(ExportError::TooManySelected { count: selected });
    }
    let excepted = request.filter.as_ref().map_or(0, |filter| filter.except.len());
    if excepted > SELECTED_MAX {
        return Err(ExportError::TooManyExcepted { count: excepted });
    }
    Ok(())
}

impl Aggregate for Export {
    const TYPE: &'static str = "export";
    type Command = ExportCommand;
    type Event = ExportEvent;
    type Error = ExportError;
    type Services = ();

    async fn handle(
        &mut self,
        command: ExportCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), ExportError> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: ExportEvent) {
        match event {
            ExportEvent::ExportRequested { by, request, job, .. } => {
                self.by = by;
                self.state = ExportState::Running;
                self.request = Some(request);
                self.job = Some(job);
            }
            ExportEvent::ExportCompleted { written, .. } => {
                self.state = ExportState::Completed;
                self.written = Some(written);
            }
            ExportEvent::ExportCancelled { .. } => self.state = ExportState::Cancelled,
            ExportEvent::ExportFailed { .. } => self.state = ExportState::Failed,
            ExportEvent::ExportFileRemoved { reason, .. } => self.state = ExportState::Removed(reason),
            ExportEvent::ExportFilterForgotten { .. } => {
                self.filter_forgotten = true;
                if let Some(request) = &mut self.request {
                    request.filter = None;
                }
            }
        }
    }
}
