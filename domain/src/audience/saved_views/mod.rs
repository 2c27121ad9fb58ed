//! The saved view: a list as somebody set it up (conditions, columns, order), under a name, for oneself or for others.
//! A view without conditions and order is a column preset.

pub mod content;
pub mod error;
pub mod events;
pub mod keys;
pub mod sharing;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use self::content::ViewContent;
use self::error::SavedViewError;
use self::events::SavedViewEvent;
use self::sharing::Sharing;
use crate::audience::fields::catalogue::Entity;
use crate::identity::name::tidy_name;

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SavedView {
    /// `None`: never created.
    pub view: Option<View>,
    pub deleted: bool,
}

/// A view as it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct View {
    pub owner: Uuid,
    pub entity: Entity,
    pub name: String,
    pub sharing: Sharing,
    pub content: ViewContent,
}

/// What may be said anew; `None` leaves a part as it is.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ViewChanges {
    pub name: Option<String>,
    pub sharing: Option<Sharing>,
    pub content: Option<ViewContent>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum SavedViewCommand {
    Create { view: View, at: DateTime<Utc> },
    Change { changes: ViewChanges, at: DateTime<Utc> },
    Delete { at: DateTime<Utc> },
    Restore { at: DateTime<Utc> },
}

impl SavedView {
    /// What follows from the command. No events: everything was so already.
    pub fn decide(&self, command: SavedViewCommand) -> Result<Vec<SavedViewEvent>, SavedViewError> {
        match (&self.view, command) {
            (None, SavedViewCommand::Create { view, at }) => {
                view.content.check()?;
                let view = View { name: tidy_name(&view.name)?, ..view };
                Ok(vec![SavedViewEvent::SavedViewCreated { at, view }])
            }
            (Some(_), SavedViewCommand::Create { .. }) => Err(SavedViewError::Exists),
            (None, _) => Err(SavedViewError::Unknown),
            (Some(_), SavedViewCommand::Change { .. }) if self.deleted => Err(SavedViewError::Deleted),
            (Some(before), SavedViewCommand::Change { changes, at }) => changed(before, changes, at),
            (Some(_), SavedViewCommand::Delete { at }) => {
                Ok(if self.deleted { Vec::new() } else { vec![SavedViewEvent::SavedViewDeleted { at }] })
            }
            (Some(_), SavedViewCommand::Restore { at }) => {
                Ok(if self.deleted { vec![SavedViewEvent::SavedViewRestored { at }] } else { Vec::new() })
            }
        }
    }
}

fn changed(
    before: &View,
    changes: ViewChanges,
    at: DateTime<Utc>,
) -> Result<Vec<SavedViewEvent>, SavedViewError> {
    let mut view = before.clone();
    if let Some(name) = changes.name {
        view.name = tidy_name(&name)?;
    }
    if let Some(sharing) = changes.sharing {
        view.sharing = sharing;
    }
    if let Some(content) = changes.content {
        content.check()?;
        view.content = content;
    }
    if view == *before {
        return Ok(Vec::new());
    }
    Ok(vec![SavedViewEvent::SavedViewChanged { at, view, previous: before.clone() }])
}

impl Aggregate for SavedView {
    const TYPE: &'static str = "saved_view";
    type Command = SavedViewCommand;
    type Event = SavedViewEvent;
    type Error = SavedViewError;
    type Services = ();

    async fn handle(
        &mut self,
        command: SavedViewCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), SavedViewError> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: SavedViewEvent) {
        match event {
            SavedViewEvent::SavedViewCreated { view, .. } | SavedViewEvent::SavedViewChanged { view, .. } => {
                self.view = Some(view);
            }
            SavedViewEvent::SavedViewDeleted { .. } => self.deleted = true,
            SavedViewEvent::SavedViewRestored { .. } => self.deleted = false,
        }
    }
}
