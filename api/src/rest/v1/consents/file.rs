//! The register as a file.

use axum::extract::State;
use axum::response::Response;
use futures::FutureExt;
use futures::future::BoxFuture;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_projections::page::PageArgs;
use pivotal_projections::suppression::consents::query::{ConsentRow, page};
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::IntoParams;
use uuid::Uuid;

use super::read::ConsentsWanted;
use super::types::state;
use crate::app::App;
use crate::auth::signed::Signed;
use crate::directory::Names;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::rest::v1::list_file::{FileFormat, ListFile, PageRead, may_take_out, send};
use crate::rest::v1::page::Query;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ConsentsFileWanted {
    /// csv, xlsx or json; csv if not said.
    #[serde(default)]
    pub format: FileFormat,
}

const COLUMNS: [(&str, &str); 19] = [
    ("contact_id", "Contact ID"),
    ("contact", "Contact"),
    ("email", "Email"),
    ("company", "Company"),
    ("country", "Country"),
    ("channel", "Channel"),
    ("standing", "Basis"),
    ("state", "State"),
    ("given_at", "Given or withdrawn"),
    ("origin", "Source"),
    ("wording", "Text shown"),
    ("reference", "Proof: reference"),
    ("url", "Proof: link"),
    ("ip", "Proof: IP address"),
    ("file", "Proof: file"),
    ("recorded_at", "Recorded"),
    ("recorded_by", "Recorded by"),
    ("taken_back_at", "Taken back"),
    ("taken_back_why", "Why taken back"),
];

/// The register as a file, in its own order. Nothing of it is kept; that it was taken out is on record.
#[utoipa::path(get, path = "/file", operation_id = "download_consents", tag = "consents", params(ConsentsFileWanted, ConsentsWanted), security(("bearer" = ["EXPORTS_VIEW"])), responses(
    (status = 200, body = String, content_type = "text/csv"), (status = 400, body = Problem), (status = 403, body = Problem)))]
pub async fn file(
    State(app): State<App>,
    Signed(actor): Signed,
    Query(ConsentsFileWanted { format }): Query<ConsentsFileWanted>,
    Query(wanted): Query<ConsentsWanted>,
) -> ApiResult<Response> {
    // It names people.
    may_take_out(&actor, Entity::Contact)?;
    let filter = wanted.filter();
    let names = app.directory.names().await.map_err(ApiError::from)?;
    let file = ListFile {
        about_type: "consents",
        about: Uuid::nil(),
        name: "consents",
        sheet: "Consents",
        columns: &COLUMNS,
        format,
    };
    let (pool, by) = (app.context.log.pools.read.clone(), actor.clone());
    let read = move |args: PageArgs| -> BoxFuture<'static, PageRead> {
        let (pool, by, filter, names) = (pool.clone(), by.clone(), filter.clone(), names.clone());
        async move {
            let page = page(&pool, &by, &filter, &args).await?;
            let next = page.rows.last().map(|(cursor, _)| cursor.clone()).filter(|_| page.has_next);
            Ok((page.rows.into_iter().map(|(_, consent)| row(consent, &names)).collect(), next))
        }
        .boxed()
    };
    send(&app, &actor, file, read).await
}

fn row(consent: ConsentRow, names: &Names) -> Vec<Value> {
    let by = consent.recorded_by.parse::<Uuid>().ok().and_then(|id| names.get(&id));
    vec![
        json!(consent.contact_id),
        json!(consent.contact_name),
        json!(consent.contact_email),
        json!(consent.account_name),
        json!(consent.country),
        json!(consent.channel),
        json!(consent.standing),
        json!(state(consent.state())),
        json!(consent.given_at),
        json!(consent.origin),
        json!(consent.wording),
        json!(consent.reference),
        json!(consent.url),
        json!(consent.ip),
        json!(consent.file_name),
        json!(consent.recorded_at),
        json!(by),
        json!(consent.taken_back_at),
        json!(consent.taken_back_why),
    ]
}
