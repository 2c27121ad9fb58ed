//! `GET /api/v1/lists`, one of them, and its members.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use chrono::{DateTime, Utc};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_projections::audience::list::{Direction, Sort};
use pivotal_projections::audience::lists::query::{self, ListsFilter};
use pivotal_projections::audience::lists::{SPEC, members};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::types::{List, Member};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::graphql::audience::lists::query::{happened, shown};
use crate::rest::v1::audience_events::AudienceEvents;
use crate::rest::v1::page::{Id, Listed, Paging, Query, stale};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = RecordListEntity)]
pub enum ListEntity {
    Contact,
    Account,
}

impl From<ListEntity> for Entity {
    fn from(entity: ListEntity) -> Self {
        match entity {
            ListEntity::Contact => Entity::Contact,
            ListEntity::Account => Entity::Account,
        }
    }
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct ListsWanted {
    pub entity: Option<ListEntity>,
    /// Every word is looked for in the name.
    pub q: Option<String>,
    pub tag: Option<String>,
    /// true: archived ones; false unless said.
    #[serde(default)]
    pub archived: bool,
    /// name, created_at, updated_at, members; `-created_at` (the default) for descending.
    pub sort: Option<String>,
    /// Rows wanted, at most 200.
    pub first: Option<i32>,
    /// Continues after this cursor.
    pub after: Option<String>,
}

/// Your own lists, your teams', and those for everyone.
#[utoipa::path(get, path = "", operation_id = "list_record_lists", tag = "lists", params(ListsWanted), security(("bearer" = ["SEGMENTS_VIEW"])), responses(
    (status = 200, body = Listed<List>), (status = 400, body = Problem), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Query(wanted): Query<ListsWanted>,
) -> ApiResult<Json<Listed<List>>> {
    let old = stale(&app, &headers, &[SPEC.name]).await?;
    let args = Paging { first: wanted.first, after: wanted.after }.args()?;
    let sort = wanted.sort.as_deref().unwrap_or("-created_at");
    let sort = match sort.strip_prefix('-') {
        Some(field) => Sort { field: field.to_owned(), direction: Direction::Descending },
        None => Sort { field: sort.to_owned(), direction: Direction::Ascending },
    };
    let filter = ListsFilter {
        entity: wanted.entity.map(Entity::from),
        q: wanted.q,
        tag: wanted.tag,
        archived: Some(wanted.archived),
        ..ListsFilter::default()
    };
    let page = query::page(&app.context.log.pools.read, &actor, &filter, &sort, &args).await?;
    Ok(Json(Listed::new(page, old, List::from)))
}

/// One list, an archived one too.
#[utoipa::path(get, path = "/{id}", operation_id = "get_record_list", tag = "lists", params(("id" = Uuid, Path)), security(("bearer" = ["SEGMENTS_VIEW"])), responses(
    (status = 200, body = List), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn get(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<List>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    Ok(Json(shown(&app, &actor, id).await?.into()))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct MembersWanted {
    /// Who was in it at this moment; who is in it now unless said.
    pub as_of: Option<DateTime<Utc>>,
    /// Rows wanted, at most 200.
    pub first: Option<i32>,
    /// Continues after this cursor.
    pub after: Option<String>,
}

/// Who is in a list now, or who was at a moment. In no particular order.
#[utoipa::path(get, path = "/{id}/members", operation_id = "list_record_list_members", tag = "lists", params(("id" = Uuid, Path), MembersWanted), security(("bearer" = ["SEGMENTS_VIEW"])), responses(
    (status = 200, body = Listed<Member>), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn members(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Query(wanted): Query<MembersWanted>,
) -> ApiResult<Json<Listed<Member>>> {
    let old = stale(&app, &headers, &[SPEC.name]).await?;
    let args = Paging { first: wanted.first, after: wanted.after }.args()?;
    let list = shown(&app, &actor, id).await?;
    let page = members::page(&app.context.log.pools.read, &actor, &list, wanted.as_of, &args).await?;
    Ok(Json(Listed::new(page, old, Member::from)))
}

/// What happened to the list itself: made, renamed, shared, archived.
#[utoipa::path(get, path = "/{id}/history", operation_id = "list_record_list_history", tag = "lists", params(("id" = Uuid, Path)), security(("bearer" = ["SEGMENTS_VIEW"])), responses(
    (status = 200, body = AudienceEvents), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn history(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<AudienceEvents>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    Ok(Json(happened(&app, &actor, id).await?.into()))
}
