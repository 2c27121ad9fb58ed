//! The items of a set as a file.

use axum::extract::State;
use axum::response::Response;
use futures::FutureExt;
use futures::future::BoxFuture;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_projections::audience::domain_sets::file::{COLUMNS, cells};
use pivotal_projections::audience::domain_sets::items::page;
use pivotal_projections::page::PageArgs;
use serde::Deserialize;
use serde_json::Value;
use utoipa::IntoParams;

use super::read::ItemsWanted;
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::graphql::audience::domain_sets::query::seen;
use crate::rest::v1::list_file::{FileFormat, ListFile, PageRead, may_take_out, send};
use crate::rest::v1::page::{Id, Query};

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct FileWanted {
    /// csv, xlsx or json; csv if not said.
    #[serde(default)]
    pub format: FileFormat,
}

/// The items of a set as a file. Nothing of it is kept; that it was taken out is on record.
#[utoipa::path(get, path = "/{id}/file", operation_id = "download_domain_set", tag = "domain-sets", params(("id" = Uuid, Path), FileWanted, ItemsWanted), security(("bearer" = ["ACCOUNTS_EXPORT"])), responses(
    (status = 200, body = String, content_type = "text/csv"), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn file(
    State(app): State<App>,
    Signed(actor): Signed,
    Id(id): Id,
    Query(FileWanted { format }): Query<FileWanted>,
    Query(wanted): Query<ItemsWanted>,
) -> ApiResult<Response> {
    may_take_out(&actor, Entity::Account)?;
    let set = seen(&app, &actor, id).await?;
    let file = ListFile {
        about_type: "domain_set",
        about: id,
        name: "domain-set",
        sheet: "Domain set",
        columns: COLUMNS,
        format,
    };
    let (pool, by, filter) = (app.context.log.pools.read.clone(), actor.clone(), wanted.filter());
    let read = move |args: PageArgs| -> BoxFuture<'static, PageRead> {
        let (pool, by, set, filter) = (pool.clone(), by.clone(), set.clone(), filter.clone());
        async move {
            let page = page(&pool, &by, &set, &filter, &args).await?;
            let next = page.rows.last().map(|(cursor, _)| cursor.clone()).filter(|_| page.has_next);
            let rows = page.rows.iter().map(|(_, row)| cells(row).into_iter().map(Value::from).collect());
            Ok((rows.collect(), next))
        }
        .boxed()
    };
    send(&app, &actor, file, read).await
}
