//! The brands of a client: under which name its campaigns speak.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Client;
use super::details::website;
use super::error::ClientError;
use super::events::ClientEvent;
use crate::identity::name::tidy_name;

/// Of one client; more is a mistake.
pub const MOST: usize = 200;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brand {
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    #[serde(default)]
    pub archived: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BrandCommand {
    Add { brand: Uuid, name: String, website: Option<String> },
    Change { brand: Uuid, name: String, website: Option<String> },
    Archive { brand: Uuid },
    Restore { brand: Uuid },
}

pub(super) fn decide(
    client: &Client,
    command: BrandCommand,
    at: DateTime<Utc>,
) -> Result<Vec<ClientEvent>, ClientError> {
    match command {
        BrandCommand::Add { brand, name, website: site } => {
            if client.brands.contains_key(&brand) {
                return Ok(Vec::new());
            }
            if client.brands.len() >= MOST {
                return Err(ClientError::BrandsTooMany);
            }
            let (name, website) = (tidy_name(&name)?, website(site)?);
            is_free(client, brand, &name)?;
            Ok(vec![ClientEvent::ClientBrandAdded { at, brand, name, website }])
        }
        BrandCommand::Change { brand, name, website: site } => {
            let held = held(client, brand)?;
            if held.archived {
                return Err(ClientError::BrandArchived);
            }
            let (name, website) = (tidy_name(&name)?, website(site)?);
            is_free(client, brand, &name)?;
            if (&name, &website) == (&held.name, &held.website) {
                return Ok(Vec::new());
            }
            let (previous, previous_website) = (held.name.clone(), held.website.clone());
            Ok(vec![ClientEvent::ClientBrandChanged { at, brand, name, website, previous, previous_website }])
        }
        BrandCommand::Archive { brand } => {
            let archived = held(client, brand)?.archived;
            Ok(if archived { Vec::new() } else { vec![ClientEvent::ClientBrandArchived { at, brand }] })
        }
        BrandCommand::Restore { brand } => {
            let held = held(client, brand)?;
            is_free(client, brand, &held.name)?;
            let restored = ClientEvent::ClientBrandRestored { at, brand };
            Ok(if held.archived { vec![restored] } else { Vec::new() })
        }
    }
}

fn held(client: &Client, brand: Uuid) -> Result<&Brand, ClientError> {
    client.brands.get(&brand).ok_or(ClientError::BrandUnknown)
}

/// Two brands in use must be told apart.
fn is_free(client: &Client, own: Uuid, name: &str) -> Result<(), ClientError> {
    let lower = name.to_lowercase();
    let taken =
        |id: &Uuid, brand: &Brand| *id != own && !brand.archived && brand.name.to_lowercase() == lower;
    if client.brands.iter().any(|(id, brand)| taken(id, brand)) {
        return Err(ClientError::BrandNameTaken(name.to_owned()));
    }
    Ok(())
}
