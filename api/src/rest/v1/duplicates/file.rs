//! The queue of likely duplicates as a file.

use axum::extract::State;
use axum::response::Response;
use futures::FutureExt;
use futures::future::BoxFuture;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_projections::audience::duplicates::file::{WrittenPair, held, page};
use pivotal_projections::page::PageArgs;
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::IntoParams;
use uuid::Uuid;

use super::read::PairsWanted;
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::rest::v1::list_file::{FileFormat, ListFile, PageRead, may_take_out, send};
use crate::rest::v1::page::Query;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct FileWanted {
    /// csv, xlsx or json; csv if not said.
    #[serde(default)]
    pub format: FileFormat,
}

/// The queue as a file: each pair with what both records hold. Nothing of it is kept; that it was taken out is on record.
#[utoipa::path(get, path = "/file", operation_id = "download_duplicates", tag = "duplicates", params(FileWanted, PairsWanted), security(("bearer" = ["RECORDS_MERGE"])), responses(
    (status = 200, body = String, content_type = "text/csv"), (status = 400, body = Problem), (status = 403, body = Problem)))]
pub async fn file(
    State(app): State<App>,
    Signed(actor): Signed,
    Query(FileWanted { format }): Query<FileWanted>,
    Query(wanted): Query<PairsWanted>,
) -> ApiResult<Response> {
    let entity: Entity = wanted.entity.into();
    may_take_out(&actor, entity)?;
    let (filter, _) = wanted.read()?;
    let columns = columns(entity);
    let columns: Vec<(&str, &str)> =
        columns.iter().map(|(key, heading)| (key.as_str(), heading.as_str())).collect();
    let (name, sheet) = match entity {
        Entity::Contact => ("duplicate-contacts", "Duplicate contacts"),
        Entity::Account => ("duplicate-accounts", "Duplicate accounts"),
    };
    let file =
        ListFile { about_type: "duplicates", about: Uuid::nil(), name, sheet, columns: &columns, format };
    let (pool, by) = (app.context.log.pools.read.clone(), actor.clone());
    let read = move |args: PageArgs| -> BoxFuture<'static, PageRead> {
        let (pool, by, filter) = (pool.clone(), by.clone(), filter.clone());
        async move {
            let page = page(&pool, &by, entity, &filter, &args).await?;
            let next = page.rows.last().map(|(cursor, _)| cursor.clone()).filter(|_| page.has_next);
            Ok((page.rows.into_iter().map(|(_, pair)| row(pair)).collect(), next))
        }
        .boxed()
    };
    send(&app, &actor, file, read).await
}

/// Key and heading: the pair's own first, then those of one record, then the other's.
fn columns(entity: Entity) -> Vec<(String, String)> {
    let own = [
        ("score", "Likelihood"),
        ("class", "Class"),
        ("reasons", "Why"),
        ("found_at", "Found"),
        ("dismissed_at", "Said not to be one"),
    ];
    let own = own.iter().map(|(key, heading)| ((*key).to_owned(), (*heading).to_owned()));
    let side = |letter: &'static str| {
        let id = (format!("{}_id", letter.to_lowercase()), format!("{letter}: ID"));
        let held = held(entity).iter();
        let held = held.map(move |(key, heading)| {
            (format!("{}_{key}", letter.to_lowercase()), format!("{letter}: {heading}"))
        });
        std::iter::once(id).chain(held)
    };
    own.chain(side("A")).chain(side("B")).collect()
}

fn row(written: WrittenPair) -> Vec<Value> {
    let WrittenPair { pair, a_holds, b_holds } = written;
    // Two places, as the queue shows it: more would only be noise.
    let score = (f64::from(pair.score) * 100.0).round() / 100.0;
    let mut row = vec![
        json!(format!("{score:.2}")),
        json!(pair.class),
        json!(pair.reasons),
        json!(pair.found_at),
        json!(pair.dismissed_at),
    ];
    for (id, holds) in [(pair.a, a_holds), (pair.b, b_holds)] {
        row.push(json!(id));
        row.extend(holds.into_iter().map(|value| json!(value)));
    }
    row
}
