//! The client that `--supplied-by` names.

use anyhow::bail;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::identity::clients::query::{ClientFilter, clients};
use pivotal_projections::identity::page::PageRequest;
use sqlx::PgPool;
use uuid::Uuid;

/// How many clients may have the text in their names before somebody should type more of it.
const MOST: i64 = 200;

/// By id, or by its whole name whatever its case. That an id is one of a client in use, the import asks itself.
pub async fn named(pool: &PgPool, actor: &Actor, client: &str) -> anyhow::Result<Uuid> {
    let client = client.trim();
    if let Ok(id) = client.parse() {
        return Ok(id);
    }
    let filter = ClientFilter { search: Some(client.to_owned()), archived: Some(false), owner: None };
    let found = clients(pool, actor, &filter, PageRequest::new(MOST, None)).await?.rows;
    match found.iter().find(|row| row.name.to_lowercase() == client.to_lowercase()) {
        Some(row) => Ok(row.id),
        None if found.is_empty() => bail!("there is no client organisation called \"{client}\""),
        None => {
            let names: Vec<&str> = found.iter().take(5).map(|row| row.name.as_str()).collect();
            bail!("there is no client organisation called \"{client}\"; did you mean {}?", names.join(", "))
        }
    }
}
