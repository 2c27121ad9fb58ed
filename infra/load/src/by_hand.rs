//! SQL as somebody would write it, on a connection like those of the product.

use std::str::FromStr;

use anyhow::Context;
use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions, PgConnection};

/// Contacts that lists show.
pub const LISTED: &str = "not archived and not erased";

/// The planner's settings are those of the product's connections.
pub async fn connect(url: &str) -> anyhow::Result<PgConnection> {
    let options = PgConnectOptions::from_str(url)?.options([("jit", "off"), ("random_page_cost", "1.1")]);
    Ok(options.connect().await?)
}

/// How many contacts that lists show answer the condition.
pub async fn count(connection: &mut PgConnection, condition: &str) -> anyhow::Result<i64> {
    let sql = format!("select count(*) from read.contacts where {LISTED} and {condition}");
    sqlx::query_scalar(&sql).fetch_one(connection).await.with_context(|| sql.clone())
}

/// The table behind a read model, whatever its version.
pub async fn table(connection: &mut PgConnection, name: &str) -> anyhow::Result<String> {
    let sql = "select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'read' and c.relkind in ('r', 'p') and c.relname ~ ('^' || $1 || '(_v[0-9]+)?$') order by c.relname desc limit 1";
    let found = sqlx::query_scalar(sql).bind(name).fetch_one(connection).await;
    found.context("the read tables have other names now")
}
