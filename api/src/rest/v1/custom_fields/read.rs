//! `GET /api/v1/custom-fields`.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_projections::audience::custom_fields::{SPEC, query};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::types::{CustomField, entity};
use crate::app::{App, Core};
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::rest::v1::page::{Query, stale};

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// contact or account; both if not said.
    pub entity: Option<String>,
    /// Also those that are archived.
    pub archived: Option<bool>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct CustomFieldList {
    pub items: Vec<CustomField>,
    /// The answer may not show yet what was written last.
    pub stale: bool,
}

/// List custom fields by label, those of contacts first.
#[utoipa::path(get, path = "", tag = "custom-fields", params(Wanted), security(("bearer" = ["SIGNED_IN"])), responses(
    (status = 200, body = CustomFieldList), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(_actor): Signed,
    headers: HeaderMap,
    Query(wanted): Query<Wanted>,
) -> ApiResult<Json<CustomFieldList>> {
    let stale = stale(&app, &headers, &[SPEC.name]).await?;
    let entities = match wanted.entity.as_deref() {
        Some(name) => vec![entity(name)?],
        None => vec![Entity::Contact, Entity::Account],
    };
    let mut items = Vec::new();
    for entity in entities {
        let rows = query::custom_fields(&app.context.log.pools.read, entity).await?;
        let shown = rows.into_iter().filter(|row| wanted.archived == Some(true) || !row.definition.archived);
        items.extend(shown.map(CustomField::from));
    }
    Ok(Json(CustomFieldList { items, stale }))
}

pub(super) async fn one(core: &Core, entity: Entity, key: &str) -> ApiResult<Option<CustomField>> {
    let rows = query::custom_fields(&core.context.log.pools.read, entity).await?;
    Ok(rows.into_iter().find(|row| row.definition.key == key).map(CustomField::from))
}
