//! The list slots of a client: whom it names as targets, in files that operations or the client gave. The entries stand in the
//! object store, as they were understood; the log says which file, and how many. (Whom not to contact are suppressions.)

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Client;
use super::error::ClientError;
use super::events::ClientEvent;
use crate::identity::name::tidy_name;

/// Of one client; more is a mistake.
pub const MOST: usize = 100;
/// The last so many removed ones can be brought back.
pub const LAST_REMOVED: usize = 20;
/// Entries of one list.
pub const MOST_ENTRIES: i64 = 100_000;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct List {
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filled: Option<Filling>,
    /// What it held before that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Filling>,
    /// Whether the last file can be taken back: once, for what came before the one before is not kept.
    #[serde(default)]
    pub undoable: bool,
}

/// A list that was removed. Its file is kept, so it can be brought back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removed {
    pub list: Uuid,
    pub held: List,
}

/// What a list holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filling {
    pub at: DateTime<Utc>,
    pub entries: i64,
    /// As the person named it.
    pub file_name: String,
    /// In the object store: `domain,name`, each entry once.
    pub file_key: String,
}

impl Filling {
    /// Which file it is: nobody is told where it is kept.
    pub fn id(&self) -> Option<Uuid> {
        self.file_key.rsplit('/').next()?.parse().ok()
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListCommand {
    Add {
        list: Uuid,
        name: String,
    },
    Rename {
        list: Uuid,
        name: String,
    },
    Fill {
        list: Uuid,
        filling: Filling,
    },
    /// Takes the last file back: the list holds what it held before. `seen`: the file that the person means ([`Filling::id`]).
    Unfill {
        list: Uuid,
        seen: Uuid,
    },
    Remove {
        list: Uuid,
    },
    /// Takes the removal back.
    Restore {
        list: Uuid,
    },
}

pub(super) fn decide(
    client: &Client,
    command: ListCommand,
    at: DateTime<Utc>,
) -> Result<Vec<ClientEvent>, ClientError> {
    match command {
        ListCommand::Add { list, name } => {
            if client.lists.contains_key(&list) {
                return Ok(Vec::new());
            }
            if client.lists.len() >= MOST {
                return Err(ClientError::ListsTooMany);
            }
            let name = tidy_name(&name)?;
            is_free(client, list, &name)?;
            Ok(vec![ClientEvent::ClientListAdded { at, list, name }])
        }
        ListCommand::Rename { list, name } => {
            let previous = held(client, list)?.name.clone();
            let name = tidy_name(&name)?;
            is_free(client, list, &name)?;
            let renamed = || ClientEvent::ClientListRenamed {
                at,
                list,
                name: name.clone(),
                previous: previous.clone(),
            };
            Ok(if name == previous { Vec::new() } else { vec![renamed()] })
        }
        ListCommand::Fill { list, filling } => {
            held(client, list)?;
            match filling.entries {
                0 => Err(ClientError::ListEmpty),
                entries if entries > MOST_ENTRIES => Err(ClientError::ListTooLong),
                _ => Ok(vec![ClientEvent::ClientListFilled { at, list, filling }]),
            }
        }
        ListCommand::Unfill { list, seen } => {
            let held = held(client, list)?;
            if !held.undoable || held.filled.as_ref().and_then(Filling::id) != Some(seen) {
                return Err(ClientError::ListChanged);
            }
            Ok(vec![ClientEvent::ClientListUnfilled { at, list, filling: held.before.clone() }])
        }
        ListCommand::Remove { list } => {
            held(client, list)?;
            Ok(vec![ClientEvent::ClientListRemoved { at, list }])
        }
        ListCommand::Restore { list } => restore(client, list, at),
    }
}

/// As it was when it was removed, unless its name or its place was given to another since.
fn restore(client: &Client, list: Uuid, at: DateTime<Utc>) -> Result<Vec<ClientEvent>, ClientError> {
    if client.lists.contains_key(&list) {
        return Ok(Vec::new());
    }
    let removed = client.removed_lists.iter().find(|removed| removed.list == list);
    let held = &removed.ok_or(ClientError::ListUnknown)?.held;
    if client.lists.len() >= MOST {
        return Err(ClientError::ListsTooMany);
    }
    is_free(client, list, &held.name)?;
    let (name, filling) = (held.name.clone(), held.filled.clone());
    Ok(vec![ClientEvent::ClientListRestored { at, list, name, filling }])
}

fn held(client: &Client, list: Uuid) -> Result<&List, ClientError> {
    client.lists.get(&list).ok_or(ClientError::ListUnknown)
}

fn is_free(client: &Client, own: Uuid, name: &str) -> Result<(), ClientError> {
    let lower = name.to_lowercase();
    if client.lists.iter().any(|(id, list)| *id != own && list.name.to_lowercase() == lower) {
        return Err(ClientError::ListNameTaken(name.to_owned()));
    }
    Ok(())
}
