//! Files of suppressions: in as a job, out as a download.

use axum::Json;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::{NaiveDate, Utc};
use futures::{StreamExt, TryStreamExt, stream};
use pivotal_commands::audience::imports::file::reject_file::push_line;
use pivotal_commands::files::note_download;
use pivotal_commands::jobs::job::JobState;
use pivotal_commands::suppression::suppressions::import::{
    self, ImportSuppressions, Imported, REGISTER_STALE_AFTER, import_suppressions,
};
use pivotal_commands::suppression::suppressions::{Within, reach_of};
use pivotal_domain::audience::values::country::Country;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::suppression::suppressions::reason::Reason;
use pivotal_projections::page::PageArgs;
use pivotal_projections::suppression::suppressions::query::{self, SuppressionFilter, SuppressionRow};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::read::SuppressionsWanted;
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::graphql::suppression::suppressions::query::READ;
use crate::rest::v1::command::answer;
use crate::rest::v1::page::{Id, Query, stale};
use crate::run_command::run_command;

#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct FileOf {
    /// Why all of them are suppressed: imported_list, dnc_register, unsubscribed, ...
    #[param(value_type = String)]
    pub reason: Reason,
    /// Only in the work for this client; of client, campaign and brand none: everywhere (a client's users: for theirs).
    pub client_id: Option<Uuid>,
    /// Only in this campaign.
    pub campaign_id: Option<Uuid>,
    /// Only in the name of this brand of ours.
    pub brand_id: Option<Uuid>,
    /// Of phone numbers without a country code: two letters (ISO 3166).
    pub country: Option<String>,
    /// The heading of the column to read; found by content without it.
    pub column: Option<String>,
    /// Of a national do-not-call register: the day its file is of.
    pub as_of: Option<NaiveDate>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SuppressionImportBegun {
    /// The job; ask for its result under this id.
    pub id: Uuid,
    /// The heading of the column that is read.
    pub column: String,
    /// Days since the register's file was made.
    pub age_days: Option<i64>,
    /// It is older than the law allows for calling by it: fetch the register anew.
    pub stale: bool,
}

/// Suppress all that stands in a file (CSV or text, as the body), as a job. Rows that cannot be read are refused by number.
#[utoipa::path(post, path = "/imports", operation_id = "import_suppressions", tag = "suppressions", params(FileOf), request_body(content = String, content_type = "text/csv"), security(("bearer" = ["SUPPRESSIONS_ADD"])), responses(
    (status = 202, body = SuppressionImportBegun), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn import(
    State(app): State<App>,
    Signed(actor): Signed,
    Query(of): Query<FileOf>,
    request: Request,
) -> ApiResult<Response> {
    let body = request.into_body().into_data_stream().map_err(std::io::Error::other);
    let within = Within { client: of.client_id, campaign: of.campaign_id, brand: of.brand_id };
    let input = ImportSuppressions {
        body: body.boxed(),
        reach: reach_of(&actor, within)?,
        reason: of.reason,
        until: None,
        country: of.country.as_deref().and_then(Country::parse),
        column: of.column,
        as_of: of.as_of,
    };
    let (context, queue) = (app.context.clone(), app.queue.clone());
    let begun =
        run_command(async move { import_suppressions(&context, &queue, &actor, input).await }).await?;
    app.queue.wake();
    let body = SuppressionImportBegun {
        id: begun.job,
        column: begun.column,
        age_days: begun.age_days,
        stale: begun.age_days.is_some_and(|days| days > REGISTER_STALE_AFTER),
    };
    Ok(answer(StatusCode::ACCEPTED, None, body))
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SuppressionImportResult {
    pub id: Uuid,
    /// queued, running, done, parked, cancelled.
    pub state: &'static str,
    pub rows: u64,
    pub added: u64,
    /// Suppressed before, or twice in the file.
    pub already: u64,
    pub refused: u64,
}

async fn found(app: &App, actor: &Actor, id: Uuid) -> ApiResult<(JobState, Imported)> {
    let found = import::imported(&app.queue, actor, id).await?;
    found.ok_or_else(|| ApiError::not_found("import of suppressions"))
}

/// How an import of suppressions stands.
#[utoipa::path(get, path = "/imports/{id}", operation_id = "get_suppression_import", tag = "suppressions", params(("id" = Uuid, Path)), security(("bearer" = ["SUPPRESSIONS_ADD"])), responses(
    (status = 200, body = SuppressionImportResult), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn imported(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
) -> ApiResult<Json<SuppressionImportResult>> {
    let (state, Imported { rows, added, already, refused, .. }) = found(&app, &actor, id).await?;
    let state = match state {
        JobState::Queued => "queued",
        JobState::Running => "running",
        JobState::Done => "done",
        JobState::Parked => "parked",
        JobState::Cancelled => "cancelled",
    };
    Ok(Json(SuppressionImportResult { id, state, rows, added, already, refused }))
}

/// The refused rows of an import as CSV: number, code, why. What stood there is not in it.
#[utoipa::path(get, path = "/imports/{id}/refused", operation_id = "get_refused_suppressions", tag = "suppressions", params(("id" = Uuid, Path)), security(("bearer" = ["SUPPRESSIONS_ADD"])), responses(
    (status = 200, body = String, content_type = "text/csv"), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn refused(State(app): State<App>, Signed(actor): Signed, Id(id): Id) -> ApiResult<Response> {
    let (_, imported) = found(&app, &actor, id).await?;
    Ok(csv("refused-suppressions.csv", Body::from(import::refused_file(&imported))))
}

const HEADER: &str = "kind,value,reach,reason,since,until,released_at,release_reason\r\n";

/// What the list shows for these filters, as CSV. Cells that a spreadsheet would run as a formula are made harmless.
#[utoipa::path(get, path = "/export", operation_id = "export_suppressions", tag = "suppressions", params(SuppressionsWanted), security(("bearer" = ["SUPPRESSIONS_VIEW"])), responses(
    (status = 200, body = String, content_type = "text/csv"), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn export(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Query(wanted): Query<SuppressionsWanted>,
) -> ApiResult<Response> {
    let filter = wanted.filter(&app)?;
    stale(&app, &headers, &READ).await?;
    let (context, by) = (app.context.clone(), actor.clone());
    run_command(async move {
        note_download(&context, &by, "suppressions", Uuid::nil(), "suppressions.csv").await
    })
    .await?;
    let head = stream::once(async { Ok(Bytes::from_static(HEADER.as_bytes())) });
    let pages = stream::try_unfold(Some(None), move |after: Option<Option<String>>| {
        let (app, actor, filter) = (app.clone(), actor.clone(), filter.clone());
        async move {
            let Some(after) = after else { return Ok(None) };
            let (text, next) = page(&app, &actor, &filter, after).await.map_err(std::io::Error::other)?;
            Ok::<_, std::io::Error>(Some((Bytes::from(text), next.map(Some))))
        }
    });
    Ok(csv("suppressions.csv", Body::from_stream(head.chain(pages))))
}

/// The lines of a page, and the cursor of the next.
async fn page(
    app: &App,
    actor: &Actor,
    filter: &SuppressionFilter,
    after: Option<String>,
) -> Result<(String, Option<String>), pivotal_projections::page::QueryError> {
    let args = PageArgs { first: 500, after, before: None };
    let page = query::page(&app.context.log.pools.read, actor, filter, app.context.now(), &args).await?;
    let next = page.rows.last().filter(|_| page.has_next).map(|(cursor, _)| cursor.clone());
    let mut text = String::new();
    page.rows.iter().for_each(|(_, row)| push_row(&mut text, row));
    Ok((text, next))
}

fn push_row(text: &mut String, row: &SuppressionRow) {
    let time = |at: Option<chrono::DateTime<Utc>>| at.map_or_else(String::new, |at| at.to_rfc3339());
    let (since, until, released) = (time(Some(row.since)), time(row.until), time(row.released_at));
    let cells = [
        row.kind.as_str(),
        row.value.as_deref().unwrap_or_default(),
        &row.reach,
        &row.reason,
        &since,
        &until,
        &released,
        row.release_reason.as_deref().unwrap_or_default(),
    ];
    push_line(text, cells.into_iter());
}

fn csv(name: &str, body: Body) -> Response {
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}
