//! Clients as REST shows and takes them.

use axum::extract::FromRequestParts;
use axum::extract::Path;
use axum::http::request::Parts;
use chrono::{DateTime, Utc};
use pivotal_domain::identity::clients as domain;
use pivotal_domain::identity::clients::terms::{DuplicatesWithin, OverDelivery, Pacing, Per, Price, Terms};
use pivotal_projections::identity::clients::query::ClientRow;
use pivotal_projections::identity::clients::story::Told;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::errors::ApiError;

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Client {
    pub id: Uuid,
    pub name: String,
    pub archived: bool,
    pub website: Option<String>,
    pub country: Option<String>,
    /// Who of ours looks after it; absent for the client's own users.
    pub owner_id: Option<Uuid>,
    pub brand_count: i64,
    pub user_count: i64,
    pub created_at: DateTime<Utc>,
}

impl Client {
    pub fn of(row: ClientRow, for_client: bool) -> Self {
        Client {
            id: row.id,
            name: row.name,
            archived: row.archived,
            website: row.website,
            country: row.country,
            owner_id: row.owner_id.filter(|_| !for_client),
            brand_count: row.brand_count,
            user_count: row.user_count,
            created_at: row.created_at,
        }
    }
}

/// A client with what operations know of it; for its own users only the first part.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WholeClient {
    #[serde(flatten)]
    pub client: Client,
    pub record: Option<ClientKnown>,
}

/// After a command: what it is now.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ClientKnown {
    pub id: Uuid,
    pub name: String,
    pub archived: bool,
    pub legal_name: Option<String>,
    pub website: Option<String>,
    pub country: Option<String>,
    pub billing_reference: Option<String>,
    pub note: Option<String>,
    pub owner_id: Option<Uuid>,
    pub terms_version: i64,
    pub terms: Option<ClientTerms>,
    pub brands: Vec<ClientBrand>,
    pub lists: Vec<ClientList>,
}

impl ClientKnown {
    pub fn of(id: Uuid, state: domain::Client) -> Self {
        let brands = state.brands.into_iter().map(|(id, brand)| ClientBrand {
            id,
            name: brand.name,
            website: brand.website,
            archived: brand.archived,
        });
        let lists = state.lists.into_iter().map(|(id, list)| ClientList {
            id,
            name: list.name,
            entries: list.filled.as_ref().map(|filling| filling.entries),
            filled_at: list.filled.map(|filling| filling.at),
        });
        ClientKnown {
            id,
            name: state.name.unwrap_or_default(),
            archived: state.archived,
            legal_name: state.details.legal_name,
            website: state.details.website,
            country: state.details.country,
            billing_reference: state.details.billing_reference,
            note: state.details.note,
            owner_id: state.owner,
            terms_version: state.terms_version,
            terms: state.terms.map(ClientTerms::from),
            brands: brands.collect(),
            lists: lists.collect(),
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ClientBrand {
    pub id: Uuid,
    pub name: String,
    pub website: Option<String>,
    pub archived: bool,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ClientList {
    pub id: Uuid,
    pub name: String,
    /// Absent: nothing was uploaded yet.
    pub entries: Option<i64>,
    pub filled_at: Option<DateTime<Utc>>,
}

/// What an order of this client starts from.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClientTerms {
    /// So many leads in so much time.
    #[serde(default)]
    pub pacing: Option<ClientPacing>,
    /// Of one lead.
    #[serde(default)]
    pub price: Option<ClientPrice>,
    /// Leads of one company; absent: no cap.
    #[serde(default)]
    pub cap_per_company: Option<u32>,
    /// refuse, hold, allow: what happens to leads beyond the goal.
    #[schema(value_type = String, example = "refuse")]
    pub over_delivery: OverDelivery,
    /// order, client: among which leads the same person counts as a duplicate.
    #[schema(value_type = String, example = "order")]
    pub duplicates_within: DuplicatesWithin,
    /// How far back a lead counts as the same; absent: for ever.
    #[serde(default)]
    pub look_back_days: Option<u32>,
    /// After a delivery; 0: leads cannot be returned.
    pub return_window_days: u32,
}

#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ClientPacing {
    #[schema(example = 100)]
    pub leads: u32,
    /// day, week, month, quarter.
    #[schema(value_type = String, example = "month")]
    pub per: Per,
}

#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ClientPrice {
    /// A plain decimal.
    #[schema(example = "37.50")]
    pub amount: String,
    /// ISO 4217.
    #[schema(example = "EUR")]
    pub currency: String,
}

impl From<Terms> for ClientTerms {
    fn from(terms: Terms) -> Self {
        ClientTerms {
            pacing: terms.pacing.map(|pacing| ClientPacing { leads: pacing.leads, per: pacing.per }),
            price: terms.price.map(|price| ClientPrice { amount: price.amount, currency: price.currency }),
            cap_per_company: terms.cap_per_company,
            over_delivery: terms.over_delivery,
            duplicates_within: terms.duplicates_within,
            look_back_days: terms.look_back_days,
            return_window_days: terms.return_window_days,
        }
    }
}

impl From<ClientTerms> for Terms {
    fn from(terms: ClientTerms) -> Self {
        Terms {
            pacing: terms.pacing.map(|pacing| Pacing { leads: pacing.leads, per: pacing.per }),
            price: terms.price.map(|price| Price { amount: price.amount, currency: price.currency }),
            cap_per_company: terms.cap_per_company,
            over_delivery: terms.over_delivery,
            duplicates_within: terms.duplicates_within,
            look_back_days: terms.look_back_days,
            return_window_days: terms.return_window_days,
        }
    }
}

/// One event of a client.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ClientAct {
    pub position: i64,
    pub event: String,
    pub title: String,
    pub text: Option<String>,
    pub at: DateTime<Utc>,
    /// A user's id, or `system`.
    pub actor: String,
    pub source: String,
    pub terms_version: Option<i64>,
    pub terms: Option<ClientTerms>,
}

impl From<Told> for ClientAct {
    fn from(told: Told) -> Self {
        let (terms_version, terms) = told.terms.unzip();
        ClientAct {
            position: told.position,
            event: told.event_type,
            title: told.title,
            text: told.text,
            at: told.at,
            actor: told.actor,
            source: told.source,
            terms_version,
            terms: terms.map(ClientTerms::from),
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ClientActs {
    pub items: Vec<ClientAct>,
}

/// A client and one of its parts: what is no id is not found.
#[derive(Debug)]
pub struct Ids(pub Uuid, pub Uuid);

impl<S: Send + Sync> FromRequestParts<S> for Ids {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let path = Path::<(String, String)>::from_request_parts(parts, state).await.ok();
        let ids = path.and_then(|Path((one, other))| Some(Ids(one.parse().ok()?, other.parse().ok()?)));
        ids.ok_or_else(|| ApiError::not_found("record"))
    }
}
