//! `GET /api/v1/clients`, one of them, its history, and the list as a file.

use axum::Json;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use pivotal_commands::audience::imports::file::reject_file::push_line;
use pivotal_commands::files::note_download;
use pivotal_projections::audience::history::port::Reading;
use pivotal_projections::identity::clients::query::{ClientFilter, ClientRow};
use pivotal_projections::identity::clients::{SPEC, query, story};
use pivotal_projections::identity::page::PageRequest;
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use super::types::{Client, ClientAct, ClientActs, ClientKnown, WholeClient};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiError, ApiResult, Problem};
use crate::graphql::identity::users::query::by_name;
use crate::rest::v1::page::{Id, Listed, Query, stale};
use crate::run_command::run_command;

/// Rows of the file read at once.
const PAGE: i64 = 200;

#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct ClientsWanted {
    /// Part of the name or the website.
    pub search: Option<String>,
    /// Absent: all.
    pub archived: Option<bool>,
    /// Who of ours looks after them.
    pub owner_id: Option<Uuid>,
    /// Rows wanted, at most 200.
    pub first: Option<i32>,
    /// Continues after this cursor.
    pub after: Option<String>,
}

impl ClientsWanted {
    fn filter(&self) -> ClientFilter {
        ClientFilter { search: self.search.clone(), archived: self.archived, owner: self.owner_id }
    }
}

/// Client organisations by name. A client's users see their own.
#[utoipa::path(get, path = "", operation_id = "list_clients", tag = "clients", params(ClientsWanted), security(("bearer" = ["CLIENTS_VIEW"])), responses(
    (status = 200, body = Listed<Client>), (status = 400, body = Problem), (status = 403, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Query(wanted): Query<ClientsWanted>,
) -> ApiResult<Json<Listed<Client>>> {
    let filter = wanted.filter();
    let request = by_name(wanted.first, wanted.after)?;
    let stale = stale(&app, &headers, &[SPEC.name]).await?;
    let page = query::clients(&app.context.log.pools.read, &actor, &filter, request).await?;
    let last = page.rows.last().map(|row| row.id.to_string());
    let next_cursor = last.filter(|_| page.has_next);
    let for_client = actor.role.is_client();
    let items = page.rows.into_iter().map(|row| Client::of(row, for_client)).collect();
    Ok(Json(Listed { items, next_cursor, stale }))
}

/// One client, with what operations know of it.
#[utoipa::path(get, path = "/{id}", operation_id = "get_client", tag = "clients", params(("id" = Uuid, Path)), security(("bearer" = ["CLIENTS_VIEW"])), responses(
    (status = 200, body = WholeClient), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn one(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<WholeClient>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    let pool = &app.context.log.pools.read;
    let row = query::client(pool, &actor, id).await?.ok_or_else(|| ApiError::not_found("client"))?;
    let record = query::record(pool, &actor, id, app.context.now()).await?;
    Ok(Json(WholeClient {
        client: Client::of(row, actor.role.is_client()),
        record: record.map(|record| ClientKnown::of(id, record.state)),
    }))
}

/// What happened to a client, the newest first, with who viewed as it. Nothing for its own users.
#[utoipa::path(get, path = "/{id}/history", operation_id = "get_client_history", tag = "clients", params(("id" = Uuid, Path)), security(("bearer" = ["CLIENTS_VIEW"])), responses(
    (status = 200, body = ClientActs), (status = 403, body = Problem)))]
pub async fn history(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<ClientActs>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    let names = app.directory.names().await?;
    let reading = Reading { pool: &app.context.log.pools.read, opener: &app.opener };
    let told = story::told(reading, &actor, id, &names).await?;
    Ok(Json(ClientActs { items: told.into_iter().map(ClientAct::from).collect() }))
}

const HEADER: &str = "id,name,state,website,country,account_manager,brands,users,created_at\r\n";

/// What the list shows for these filters, as CSV. Cells that a spreadsheet would run as a formula are made harmless.
#[utoipa::path(get, path = "/export", operation_id = "export_clients", tag = "clients", params(ClientsWanted), security(("bearer" = ["CLIENTS_MANAGE"])), responses(
    (status = 200, body = String, content_type = "text/csv"), (status = 403, body = Problem)))]
pub async fn export(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Query(wanted): Query<ClientsWanted>,
) -> ApiResult<Response> {
    stale(&app, &headers, &[SPEC.name]).await?;
    let (context, by) = (app.context.clone(), actor.clone());
    run_command(async move { note_download(&context, &by, "clients", Uuid::nil(), "clients.csv").await })
        .await?;
    let (filter, names) = (wanted.filter(), app.directory.names().await?);
    let (mut text, mut after) = (String::from(HEADER), None);
    // There are hundreds of clients at most: the file is made at once.
    loop {
        let request = PageRequest::new(PAGE, after);
        let page = query::clients(&app.context.log.pools.read, &actor, &filter, request).await?;
        after = page.rows.last().map(|row| row.id);
        for row in page.rows {
            let owner = row.owner_id.and_then(|owner| names.get(&owner).cloned()).unwrap_or_default();
            push_row(&mut text, row, &owner);
        }
        if !page.has_next {
            break;
        }
    }
    let mut response = Body::from(text).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    headers.insert(
        header::CONTENT_DISPOSITION,
        HeaderValue::from_static("attachment; filename=\"clients.csv\""),
    );
    Ok(response)
}

fn push_row(text: &mut String, row: ClientRow, owner: &str) {
    let (id, brands, users) = (row.id.to_string(), row.brand_count.to_string(), row.user_count.to_string());
    let created = row.created_at.to_rfc3339();
    let cells = [
        id.as_str(),
        row.name.as_str(),
        if row.archived { "archived" } else { "active" },
        row.website.as_deref().unwrap_or_default(),
        row.country.as_deref().unwrap_or_default(),
        owner,
        brands.as_str(),
        users.as_str(),
        created.as_str(),
    ];
    push_line(text, cells.into_iter());
}
