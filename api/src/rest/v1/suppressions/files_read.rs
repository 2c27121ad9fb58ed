//! Which files of suppressions were read, as a list and as a file of it. The files themselves are gone with their job.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use chrono::{DateTime, NaiveDate, Utc};
use futures::FutureExt;
use futures::future::BoxFuture;
use pivotal_commands::suppression::suppressions::import::REGISTER_STALE_AFTER;
use pivotal_domain::suppression::suppressions::reason::Reason;
use pivotal_projections::page::PageArgs;
use pivotal_projections::suppression::suppressions::files::{self, SuppressionFileRow};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::app::App;
use crate::auth::signed::Signed;
use crate::directory::Names;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::graphql::suppression::name_of;
use crate::graphql::suppression::suppressions::query::READ;
use crate::rest::v1::list_file::{FileFormat, ListFile, PageRead, send};
use crate::rest::v1::page::{Query, stale};

/// A file of suppressions that was read. Of a national register: how old it is.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SuppressionFile {
    /// Of the import: its refused rows are asked for under it while its job is kept.
    pub id: Uuid,
    /// global, client:<id>.
    pub reach: String,
    pub reason: String,
    /// Of its numbers without a country code.
    pub country: Option<String>,
    /// The day the register's file is of.
    pub as_of: Option<NaiveDate>,
    pub age_days: Option<i64>,
    /// It is older than the law allows for calling by it: the register has to be fetched anew.
    pub stale: bool,
    pub rows: i64,
    pub added: i64,
    /// Suppressed before, or twice in the file.
    pub already: i64,
    pub refused: i64,
    pub read_at: DateTime<Utc>,
    /// Null when they are not known any more.
    pub read_by: Option<String>,
}

impl SuppressionFile {
    fn of(row: SuppressionFileRow, names: &Names, now: DateTime<Utc>) -> Self {
        let age_days = row.as_of.map(|day| (now.date_naive() - day).num_days());
        SuppressionFile {
            id: row.id,
            reach: row.reach,
            reason: row.reason,
            country: row.country,
            as_of: row.as_of,
            age_days,
            stale: age_days.is_some_and(|days| days > REGISTER_STALE_AFTER),
            rows: row.rows,
            added: row.added,
            already: row.already,
            refused: row.refused,
            read_at: row.read_at,
            read_by: name_of(&row.read_by, names),
        }
    }
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct SuppressionImportsWanted {
    /// Of this reason only: dnc_register, imported_list and the others of a suppression.
    #[param(value_type = Option<String>)]
    pub reason: Option<Reason>,
}

/// The last 50 files of suppressions that were read, the latest first. Of a register the newest day counts.
#[utoipa::path(get, path = "/imports", operation_id = "list_suppression_imports", tag = "suppressions", params(SuppressionImportsWanted), security(("bearer" = ["SUPPRESSIONS_VIEW"])), responses(
    (status = 200, body = [SuppressionFile]), (status = 400, body = Problem), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Query(SuppressionImportsWanted { reason }): Query<SuppressionImportsWanted>,
) -> ApiResult<Json<Vec<SuppressionFile>>> {
    stale(&app, &headers, &READ).await?;
    let rows = files::files(&app.context.log.pools.read, &actor, reason).await.map_err(ApiError::from)?;
    let names = app.directory.names().await.map_err(ApiError::from)?;
    let now = app.context.now();
    Ok(Json(rows.into_iter().map(|row| SuppressionFile::of(row, &names, now)).collect()))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct SuppressionImportsFileWanted {
    /// csv, xlsx or json; csv if not said.
    #[serde(default)]
    pub format: FileFormat,
}

const COLUMNS: [(&str, &str); 12] = [
    ("id", "Import ID"),
    ("reach", "Reach"),
    ("reason", "Reason"),
    ("country", "Country"),
    ("as_of", "As of"),
    ("age_days", "Age in days"),
    ("rows", "Rows"),
    ("added", "Added"),
    ("already", "Already suppressed"),
    ("refused", "Refused"),
    ("read_at", "Read"),
    ("read_by", "Read by"),
];

/// The same list as a file. Nothing of it is kept; that it was taken out is on record.
#[utoipa::path(get, path = "/imports/file", operation_id = "download_suppression_imports", tag = "suppressions", params(SuppressionImportsFileWanted), security(("bearer" = ["SUPPRESSIONS_VIEW"])), responses(
    (status = 200, body = String, content_type = "text/csv"), (status = 400, body = Problem), (status = 403, body = Problem)))]
pub async fn file(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Query(SuppressionImportsFileWanted { format }): Query<SuppressionImportsFileWanted>,
) -> ApiResult<Response> {
    stale(&app, &headers, &READ).await?;
    let names = app.directory.names().await.map_err(ApiError::from)?;
    let (pool, by, now) = (app.context.log.pools.read.clone(), actor.clone(), app.context.now());
    let list = ListFile {
        about_type: "suppressions",
        about: Uuid::nil(),
        name: "suppression-imports",
        sheet: "Suppression imports",
        columns: &COLUMNS,
        format,
    };
    // One page holds all of them.
    let read = move |_: PageArgs| -> BoxFuture<'static, PageRead> {
        let (pool, by, names) = (pool.clone(), by.clone(), names.clone());
        async move {
            let rows = files::files(&pool, &by, None).await?;
            let files = rows.into_iter().map(|row| line(SuppressionFile::of(row, &names, now)));
            Ok((files.collect(), None))
        }
        .boxed()
    };
    send(&app, &actor, list, read).await
}

fn line(file: SuppressionFile) -> Vec<Value> {
    vec![
        json!(file.id),
        json!(file.reach),
        json!(file.reason),
        json!(file.country),
        json!(file.as_of),
        json!(file.age_days),
        json!(file.rows),
        json!(file.added),
        json!(file.already),
        json!(file.refused),
        json!(file.read_at),
        json!(file.read_by),
    ]
}
