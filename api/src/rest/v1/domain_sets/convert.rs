//! A list of what a domain set was matched with.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use pivotal_commands::audience::domain_sets::to_list::{ConvertDomainSet, domain_set_to_list};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::types::DomainSetExpanded;
use crate::app::App;
use crate::asked::check_people;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::rest::v1::command::idempotency_key;
use crate::rest::v1::json::Json;
use crate::rest::v1::lists::read::ListEntity;
use crate::rest::v1::lists::types::{Changed, Visibility};
use crate::rest::v1::lists::write::{changed, shared};
use crate::rest::v1::page::Id;
use crate::run_command::run_command;

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DomainSetConverted {
    /// account: those it was matched with. contact: their people; if nothing is said, these.
    pub entity: Option<ListEntity>,
    /// Which of the people; of accounts only `fuzzy` is asked.
    #[serde(default)]
    pub contacts: DomainSetExpanded,
    /// The set's own with the moment unless said.
    pub name: Option<String>,
    #[serde(default)]
    pub tags: Vec<String>,
    /// private (default), team or global.
    pub visibility: Option<Visibility>,
    /// With visibility team.
    pub team_id: Option<Uuid>,
}

/// A list of the accounts that the set was matched with, or of their people as an expansion shows them, filled by the bulk change that
/// the answer names.
#[utoipa::path(post, path = "/{id}/convert-to-list", operation_id = "convert_domain_set_to_list", tag = "domain-sets", params(("id" = Uuid, Path)), request_body = DomainSetConverted, security(("bearer" = ["SEGMENTS_EDIT"])), responses(
    (status = 201, body = Changed), (status = 202, body = Changed), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn to_list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Json(new): Json<DomainSetConverted>,
) -> ApiResult<Response> {
    let which = new.contacts.read().within(id);
    check_people(Some(&which))?;
    let input = ConvertDomainSet {
        entity: new.entity.unwrap_or(ListEntity::Contact).into(),
        which,
        name: new.name,
        sharing: shared(new.visibility, new.team_id)?,
        tags: new.tags,
        expected: None,
        idempotency_key: idempotency_key(&headers)?,
    };
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { domain_set_to_list(&context, &by, input).await }).await?;
    changed(&app, &actor, StatusCode::CREATED, done).await
}
