//! What operations know of a client, and what happened to it.

use async_graphql::SimpleObject;
use chrono::{DateTime, Utc};
use pivotal_projections::identity::clients::query as read;
use pivotal_projections::identity::clients::story::Told;
use uuid::Uuid;

use super::brands::ClientBrand;
use super::lists::ClientList;
use super::terms::ClientTerms;
use crate::directory::Names;

/// Not for the client's own users.
#[derive(Debug, SimpleObject)]
pub struct ClientRecord {
    /// As it stands on contracts.
    pub legal_name: Option<String>,
    pub website: Option<String>,
    pub country: Option<String>,
    /// What the books know it by.
    pub billing_reference: Option<String>,
    /// For operations.
    pub note: Option<String>,
    pub archived_at: Option<DateTime<Utc>>,
    pub archive_reason: Option<String>,
    pub terms: Option<ClientTerms>,
    /// Of the terms; 0: none were ever set.
    pub terms_version: i64,
    /// Those in use first, then by name.
    pub brands: Vec<ClientBrand>,
    /// By name.
    pub lists: Vec<ClientList>,
    /// Suppressions in force in the work for this client alone.
    pub suppression_count: i64,
}

impl From<read::ClientRecord> for ClientRecord {
    fn from(record: read::ClientRecord) -> Self {
        let (state, details) = (record.state.clone(), record.state.details);
        let mut brands: Vec<ClientBrand> =
            state.brands.into_iter().map(|(id, brand)| ClientBrand::of(id, brand)).collect();
        brands.sort_by_key(|brand| (brand.archived, brand.name.to_lowercase()));
        let mut lists: Vec<ClientList> =
            state.lists.into_iter().map(|(id, list)| ClientList::of(id, list)).collect();
        lists.sort_by_key(|list| list.name.to_lowercase());
        ClientRecord {
            legal_name: details.legal_name,
            website: details.website,
            country: details.country,
            billing_reference: details.billing_reference,
            note: details.note,
            archived_at: record.archived_at,
            archive_reason: record.archive_reason,
            terms: state.terms.map(ClientTerms::from),
            terms_version: state.terms_version,
            brands,
            lists,
            suppression_count: record.suppressions,
        }
    }
}

/// One event of a client.
#[derive(Debug, SimpleObject)]
pub struct ClientHistoryEntry {
    pub position: i64,
    pub event_type: String,
    pub title: String,
    pub at: DateTime<Utc>,
    /// Null: the system itself.
    pub actor_name: Option<String>,
    /// A reason, or what it was before.
    pub text: Option<String>,
    /// Of an event that sets terms.
    pub terms_version: Option<i64>,
    pub terms: Option<ClientTerms>,
}

impl ClientHistoryEntry {
    pub fn of(told: Told, names: &Names) -> Self {
        let (terms_version, terms) = told.terms.unzip();
        let actor = told.actor.parse::<Uuid>().ok();
        ClientHistoryEntry {
            position: told.position,
            event_type: told.event_type,
            title: told.title,
            at: told.at,
            actor_name: actor
                .map(|user| names.get(&user).cloned().unwrap_or_else(|| "somebody who is gone".into())),
            text: told.text,
            terms_version,
            terms: terms.map(ClientTerms::from),
        }
    }
}
