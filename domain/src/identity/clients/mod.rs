//! The client organisation: for whom orders are carried out, and what its users are scoped by.

pub mod brands;
pub mod details;
pub mod error;
pub mod events;
pub mod keys;
pub mod lists;
pub mod terms;
#[cfg(test)]
mod tests;
pub mod viewing;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use self::brands::{Brand, BrandCommand};
use self::details::Details;
use self::error::ClientError;
use self::events::ClientEvent;
use self::lists::{List, ListCommand, Removed};
use self::terms::Terms;
use self::viewing::View;
use super::name::tidy_name;

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Client {
    /// `None`: never created.
    pub name: Option<String>,
    pub archived: bool,
    pub details: Details,
    /// Who of ours looks after it.
    pub owner: Option<Uuid>,
    /// The current version.
    pub terms: Option<Terms>,
    /// Counts each time they were set or withdrawn; 0: none was ever set.
    pub terms_version: i64,
    pub brands: BTreeMap<Uuid, Brand>,
    pub lists: BTreeMap<Uuid, List>,
    /// The last that were, the newest last.
    pub removed_lists: Vec<Removed>,
    /// One a viewer at most; those whose time is over leave with the next.
    pub views: Vec<View>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum ClientCommand {
    Create {
        name: String,
        at: DateTime<Utc>,
    },
    Rename {
        name: String,
        at: DateTime<Utc>,
    },
    ChangeDetails {
        details: Details,
        at: DateTime<Utc>,
    },
    /// That the owner is one of ours who works here is asked before.
    AssignOwner {
        owner: Option<Uuid>,
        at: DateTime<Utc>,
    },
    Archive {
        reason: Option<String>,
        at: DateTime<Utc>,
    },
    Restore {
        at: DateTime<Utc>,
    },
    /// `seen`: the version the person looked at, 0 for none.
    SetTerms {
        terms: Terms,
        seen: i64,
        at: DateTime<Utc>,
    },
    /// The client has no default terms any more. `seen` as for setting them.
    WithdrawTerms {
        seen: i64,
        at: DateTime<Utc>,
    },
    Brand {
        command: BrandCommand,
        at: DateTime<Utc>,
    },
    List {
        command: ListCommand,
        at: DateTime<Utc>,
    },
    BeginView {
        viewer: Uuid,
        reason: String,
        at: DateTime<Utc>,
    },
    EndView {
        viewer: Uuid,
        at: DateTime<Utc>,
    },
}

impl Client {
    /// What follows from the command. No events: everything was so already.
    pub fn decide(&self, command: ClientCommand) -> Result<Vec<ClientEvent>, ClientError> {
        let Some(name) = &self.name else {
            return match command {
                ClientCommand::Create { name, at } => {
                    Ok(vec![ClientEvent::ClientCreated { at, name: tidy_name(&name)? }])
                }
                _ => Err(ClientError::Unknown),
            };
        };
        match command {
            ClientCommand::Create { .. } => Err(ClientError::Exists),
            ClientCommand::Archive { reason, at } => {
                let reason =
                    reason.map(|reason| reason.trim().to_owned()).filter(|reason| !reason.is_empty());
                if reason.as_ref().is_some_and(|reason| reason.chars().count() > details::LONGEST_NOTE) {
                    return Err(ClientError::TextTooLong { field: "reason", most: details::LONGEST_NOTE });
                }
                let archived = ClientEvent::ClientArchived { at, reason, owner: self.owner };
                Ok(if self.archived { Vec::new() } else { vec![archived] })
            }
            ClientCommand::Restore { at } => {
                let restored = ClientEvent::ClientRestored { at, owner: self.owner };
                Ok(if self.archived { vec![restored] } else { Vec::new() })
            }
            ClientCommand::EndView { viewer, at } => Ok(viewing::end(self, viewer, at)),
            _ if self.archived => Err(ClientError::Archived),
            ClientCommand::Rename { name: new, at } => {
                let (new, previous) = (tidy_name(&new)?, name.clone());
                let renamed = |name| ClientEvent::ClientRenamed { at, name, previous: previous.clone() };
                Ok(if new == previous { Vec::new() } else { vec![renamed(new)] })
            }
            ClientCommand::ChangeDetails { details, at } => {
                let (details, previous) = (details.tidied()?, self.details.clone());
                let same = details == previous;
                let changed = ClientEvent::ClientDetailsChanged { at, details, previous };
                Ok(if same { Vec::new() } else { vec![changed] })
            }
            ClientCommand::AssignOwner { owner, at } => {
                let assigned = ClientEvent::ClientOwnerChanged { at, owner, previous: self.owner };
                Ok(if owner == self.owner { Vec::new() } else { vec![assigned] })
            }
            ClientCommand::SetTerms { terms, seen, at } => self.set_terms(terms, seen, at),
            ClientCommand::WithdrawTerms { seen, at } => self.withdraw_terms(seen, at),
            ClientCommand::Brand { command, at } => brands::decide(self, command, at),
            ClientCommand::List { command, at } => lists::decide(self, command, at),
            ClientCommand::BeginView { viewer, reason, at } => viewing::begin(viewer, &reason, at),
        }
    }

    /// Whoever saves saw what they replace: two people never overwrite each other's terms unseen.
    fn set_terms(&self, terms: Terms, seen: i64, at: DateTime<Utc>) -> Result<Vec<ClientEvent>, ClientError> {
        let terms = terms.checked()?;
        if self.terms.as_ref() == Some(&terms) {
            return Ok(Vec::new());
        }
        if seen != self.terms_version {
            return Err(ClientError::TermsChanged(self.terms_version));
        }
        Ok(vec![ClientEvent::ClientTermsSet { at, version: self.terms_version + 1, terms }])
    }

    fn withdraw_terms(&self, seen: i64, at: DateTime<Utc>) -> Result<Vec<ClientEvent>, ClientError> {
        if self.terms.is_none() {
            return Ok(Vec::new());
        }
        if seen != self.terms_version {
            return Err(ClientError::TermsChanged(self.terms_version));
        }
        Ok(vec![ClientEvent::ClientTermsWithdrawn { at, version: self.terms_version + 1 }])
    }

    /// Whether users may belong to it, and orders be placed.
    pub fn is_open(&self) -> bool {
        self.name.is_some() && !self.archived
    }
}

impl Aggregate for Client {
    const TYPE: &'static str = "client";
    type Command = ClientCommand;
    type Event = ClientEvent;
    type Error = ClientError;
    type Services = ();

    async fn handle(
        &mut self,
        command: ClientCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), ClientError> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: ClientEvent) {
        match event {
            ClientEvent::ClientCreated { name, .. } | ClientEvent::ClientRenamed { name, .. } => {
                self.name = Some(name)
            }
            ClientEvent::ClientDetailsChanged { details, .. } => self.details = details,
            ClientEvent::ClientOwnerChanged { owner, .. } => self.owner = owner,
            ClientEvent::ClientArchived { .. } => {
                self.archived = true;
                self.views.clear();
            }
            ClientEvent::ClientRestored { .. } => self.archived = false,
            ClientEvent::ClientTermsSet { version, terms, .. } => {
                (self.terms_version, self.terms) = (version, Some(terms));
            }
            ClientEvent::ClientTermsWithdrawn { version, .. } => {
                (self.terms_version, self.terms) = (version, None);
            }
            ClientEvent::ClientBrandAdded { brand, name, website, .. } => {
                self.brands.insert(brand, Brand { name, website, archived: false });
            }
            ClientEvent::ClientBrandChanged { brand, name, website, .. } => {
                if let Some(held) = self.brands.get_mut(&brand) {
                    (held.name, held.website) = (name, website);
                }
            }
            ClientEvent::ClientBrandArchived { brand, .. } => {
                if let Some(held) = self.brands.get_mut(&brand) {
                    held.archived = true;
                }
            }
            ClientEvent::ClientBrandRestored { brand, .. } => {
                if let Some(held) = self.brands.get_mut(&brand) {
                    held.archived = false;
                }
            }
            ClientEvent::ClientListAdded { list, name, .. } => {
                self.lists.insert(list, List { name, filled: None, before: None, undoable: false });
            }
            ClientEvent::ClientListRenamed { list, name, .. } => {
                if let Some(held) = self.lists.get_mut(&list) {
                    held.name = name;
                }
            }
            ClientEvent::ClientListFilled { list, filling, .. } => {
                if let Some(held) = self.lists.get_mut(&list) {
                    held.before = held.filled.replace(filling);
                    held.undoable = true;
                }
            }
            ClientEvent::ClientListUnfilled { list, filling, .. } => {
                if let Some(held) = self.lists.get_mut(&list) {
                    (held.filled, held.before, held.undoable) = (filling, None, false);
                }
            }
            ClientEvent::ClientListRemoved { list, .. } => {
                if let Some(held) = self.lists.remove(&list) {
                    self.removed_lists.push(Removed { list, held });
                }
                let over = self.removed_lists.len().saturating_sub(lists::LAST_REMOVED);
                self.removed_lists.drain(..over);
            }
            ClientEvent::ClientListRestored { list, name, filling, .. } => {
                self.removed_lists.retain(|removed| removed.list != list);
                self.lists.insert(list, List { name, filled: filling, before: None, undoable: false });
            }
            ClientEvent::ClientViewed { at, viewer, until, .. } => {
                self.views.retain(|view| view.viewer != viewer && view.until > at);
                self.views.push(View { viewer, until });
            }
            ClientEvent::ClientViewEnded { viewer, .. } => self.views.retain(|view| view.viewer != viewer),
        }
    }
}
