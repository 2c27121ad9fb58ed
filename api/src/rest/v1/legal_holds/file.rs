//! The register as a file.

use axum::extract::State;
use axum::response::Response;
use futures::FutureExt;
use futures::future::BoxFuture;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_projections::page::PageArgs;
use pivotal_projections::suppression::legal_holds::query::{LegalHoldRow, page};
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::IntoParams;
use uuid::Uuid;

use super::read::LegalHoldsWanted;
use crate::app::App;
use crate::auth::signed::Signed;
use crate::directory::Names;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::graphql::suppression::legal_holds::types::label;
use crate::graphql::suppression::name_of;
use crate::rest::v1::list_file::{FileFormat, ListFile, PageRead, may_take_out, send};
use crate::rest::v1::page::Query;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct LegalHoldsFileWanted {
    /// csv, xlsx or json; csv if not said.
    #[serde(default)]
    pub format: FileFormat,
}

const COLUMNS: [(&str, &str); 12] = [
    ("id", "Hold ID"),
    ("scope", "Stands over"),
    ("record_id", "Record ID"),
    ("what", "What"),
    ("reason", "Reason"),
    ("reference", "Reference"),
    ("since", "Since"),
    ("placed_by", "Placed by"),
    ("state", "State"),
    ("lifted_at", "Lifted"),
    ("lifted_by", "Lifted by"),
    ("lift_reason", "Why lifted"),
];

/// The register as a file, in its own order. Nothing of it is kept; that it was taken out is on record.
#[utoipa::path(get, path = "/file", operation_id = "download_legal_holds", tag = "retention", params(LegalHoldsFileWanted, LegalHoldsWanted), security(("bearer" = ["EXPORTS_VIEW"])), responses(
    (status = 200, body = String, content_type = "text/csv"), (status = 400, body = Problem), (status = 403, body = Problem)))]
pub async fn file(
    State(app): State<App>,
    Signed(actor): Signed,
    Query(LegalHoldsFileWanted { format }): Query<LegalHoldsFileWanted>,
    Query(wanted): Query<LegalHoldsWanted>,
) -> ApiResult<Response> {
    // It names people.
    may_take_out(&actor, Entity::Contact)?;
    let filter = wanted.filter();
    let names = app.directory.names().await.map_err(ApiError::from)?;
    let file = ListFile {
        about_type: "legal_holds",
        about: Uuid::nil(),
        name: "legal-holds",
        sheet: "Legal holds",
        columns: &COLUMNS,
        format,
    };
    let (pool, by) = (app.context.log.pools.read.clone(), actor.clone());
    let read = move |args: PageArgs| -> BoxFuture<'static, PageRead> {
        let (pool, by, filter, names) = (pool.clone(), by.clone(), filter.clone(), names.clone());
        async move {
            let page = page(&pool, &by, &filter, &args).await?;
            let next = page.rows.last().map(|(cursor, _)| cursor.clone()).filter(|_| page.has_next);
            Ok((page.rows.into_iter().map(|(_, hold)| row(hold, &names)).collect(), next))
        }
        .boxed()
    };
    send(&app, &actor, file, read).await
}

fn row(hold: LegalHoldRow, names: &Names) -> Vec<Value> {
    let what = label(&hold);
    let state = if hold.lifted_at.is_some() { "lifted" } else { "standing" };
    vec![
        json!(hold.id),
        json!(hold.scope),
        json!(hold.record_id),
        json!(what),
        json!(hold.reason),
        json!(hold.reference),
        json!(hold.since),
        json!(name_of(&hold.placed_by, names)),
        json!(state),
        json!(hold.lifted_at),
        json!(hold.lifted_by.as_deref().and_then(|by| name_of(by, names))),
        json!(hold.lift_reason),
    ]
}
