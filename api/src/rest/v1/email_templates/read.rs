//! `GET /api/v1/email-templates`, one of them, what it says, and how a mail of it will look.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use pivotal_commands::email::templates::preview::preview_template;
use pivotal_commands::email::templates::vocabulary;
use pivotal_domain::email::templates::Status;
use pivotal_projections::audience::list::{Direction, Sort};
use pivotal_projections::email::templates::SPEC;
use pivotal_projections::email::templates::query::{self, TemplatesFilter};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::types::{Content, MergeTag, MergeTags, NewContent, Preview, Template, Version, Versions, Wanted};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::graphql::email::templates::input::looked;
use crate::graphql::email::templates::query::{happened, shown};
use crate::rest::v1::audience_events::AudienceEvents;
use crate::rest::v1::json;
use crate::rest::v1::page::{Id, Listed, Paging, Query, stale};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = EmailTemplateStatus)]
pub enum WantedStatus {
    Draft,
    InReview,
    Approved,
    Returned,
}

impl From<WantedStatus> for Status {
    fn from(status: WantedStatus) -> Self {
        match status {
            WantedStatus::Draft => Status::Draft,
            WantedStatus::InReview => Status::InReview,
            WantedStatus::Approved => Status::Approved,
            WantedStatus::Returned => Status::Returned,
        }
    }
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct TemplatesWanted {
    /// Every word is looked for in the name and in the subject.
    pub q: Option<String>,
    pub status: Option<WantedStatus>,
    pub tag: Option<String>,
    pub brand: Option<String>,
    /// true: only those with a version that may be sent.
    #[serde(default)]
    pub approved: bool,
    /// true: archived ones; false unless said.
    #[serde(default)]
    pub archived: bool,
    /// name, created_at, updated_at; `-created_at` (the default) for descending.
    pub sort: Option<String>,
    /// Rows wanted, at most 200.
    pub first: Option<i32>,
    /// Continues after this cursor.
    pub after: Option<String>,
}

/// Email templates.
#[utoipa::path(get, path = "", operation_id = "list_email_templates", tag = "email-templates", params(TemplatesWanted), security(("bearer" = ["TEMPLATES_VIEW"])), responses(
    (status = 200, body = Listed<Template>), (status = 400, body = Problem), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Query(wanted): Query<TemplatesWanted>,
) -> ApiResult<Json<Listed<Template>>> {
    let old = stale(&app, &headers, &[SPEC.name]).await?;
    let args = Paging { first: wanted.first, after: wanted.after }.args()?;
    let sort = wanted.sort.as_deref().unwrap_or("-created_at");
    let sort = match sort.strip_prefix('-') {
        Some(field) => Sort { field: field.to_owned(), direction: Direction::Descending },
        None => Sort { field: sort.to_owned(), direction: Direction::Ascending },
    };
    let filter = TemplatesFilter {
        q: wanted.q,
        status: wanted.status.map(Status::from),
        tag: wanted.tag,
        brand: wanted.brand,
        approved: wanted.approved,
        archived: Some(wanted.archived),
    };
    let page = query::page(&app.context.log.pools.read, &actor, &filter, &sort, &args).await?;
    Ok(Json(Listed::new(page, old, Template::from)))
}

/// One template, an archived one too.
#[utoipa::path(get, path = "/{id}", operation_id = "get_email_template", tag = "email-templates", params(("id" = Uuid, Path)), security(("bearer" = ["TEMPLATES_VIEW"])), responses(
    (status = 200, body = Template), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn get(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<Template>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    Ok(Json(shown(&app, &actor, id).await?.into()))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct ContentWanted {
    /// The draft unless said.
    pub version: Option<i32>,
}

/// What the draft says, or a version.
#[utoipa::path(get, path = "/{id}/content", operation_id = "get_email_template_content", tag = "email-templates", params(("id" = Uuid, Path), ContentWanted), security(("bearer" = ["TEMPLATES_VIEW"])), responses(
    (status = 200, body = Content), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn content(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Query(wanted): Query<ContentWanted>,
) -> ApiResult<Json<Content>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    let row = query::content(&app.context.log.pools.read, &actor, id, wanted.version).await?;
    row.map(|row| Json(row.into())).ok_or_else(|| ApiError::not_found("email template or version"))
}

/// The versions of a template, the newest first.
#[utoipa::path(get, path = "/{id}/versions", operation_id = "list_email_template_versions", tag = "email-templates", params(("id" = Uuid, Path)), security(("bearer" = ["TEMPLATES_VIEW"])), responses(
    (status = 200, body = Versions), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn versions(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<Versions>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    shown(&app, &actor, id).await?;
    let rows = query::versions(&app.context.log.pools.read, &actor, id).await?;
    Ok(Json(Versions { items: rows.into_iter().map(Version::from).collect() }))
}

/// What happened to a template.
#[utoipa::path(get, path = "/{id}/history", operation_id = "list_email_template_history", tag = "email-templates", params(("id" = Uuid, Path)), security(("bearer" = ["TEMPLATES_VIEW"])), responses(
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

/// The merge tags there are: fields of contacts and accounts, custom ones too, the sender, and the links every mail has.
#[utoipa::path(get, path = "/merge-tags", operation_id = "list_email_merge_tags", tag = "email-templates", security(("bearer" = ["TEMPLATES_VIEW"])), responses(
    (status = 200, body = MergeTags), (status = 403, body = Problem)))]
pub async fn merge_tags(State(app): State<App>, Signed(_actor): Signed) -> ApiResult<Json<MergeTags>> {
    let known = vocabulary(&app.context).await?;
    Ok(Json(MergeTags { items: known.all().into_iter().map(MergeTag::from).collect() }))
}

/// A mail as a contact would get it, and what should be looked at before it is sent. Nothing is kept and nothing is sent.
#[utoipa::path(post, path = "/preview", operation_id = "preview_email_template", tag = "email-templates", request_body = Wanted, security(("bearer" = ["TEMPLATES_VIEW"])), responses(
    (status = 200, body = Preview), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn preview(
    State(app): State<App>,
    Signed(actor): Signed,
    json::Json(wanted): json::Json<Wanted>,
) -> ApiResult<Json<Preview>> {
    let Wanted { id, version, content, contact_id } = wanted;
    let content = content.map(NewContent::read).transpose()?;
    let looked = looked(id, version, content)?;
    let previewed = preview_template(&app.context, &actor, looked, contact_id).await?;
    Ok(Json(previewed.into()))
}
