//! Names of users, to show beside what they did. Who may see the record may see who worked on it; people of client
//! organisations see neither.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use moka::future::Cache;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::identity::page::PageRequest;
use pivotal_projections::identity::users::query::users;
use sqlx::PgPool;
use uuid::Uuid;

/// A new name is seen this much later at most.
const KEPT: Duration = Duration::from_secs(5);
const PAGE: i64 = 200;

pub type Names = Arc<HashMap<Uuid, String>>;

#[derive(Debug, Clone)]
pub struct Directory {
    pool: PgPool,
    names: Cache<(), Names>,
}

impl Directory {
    pub fn new(pool: PgPool) -> Self {
        Directory { pool, names: Cache::builder().max_capacity(1).time_to_live(KEPT).build() }
    }

    /// Everybody's name by id. Read at most once per few seconds, whoever asks.
    pub async fn names(&self) -> Result<Names, Arc<sqlx::Error>> {
        self.names.try_get_with((), self.read()).await
    }

    async fn read(&self) -> Result<Names, sqlx::Error> {
        let (system, mut names, mut after) = (Actor::system("system"), HashMap::new(), None);
        loop {
            let page = users(&self.pool, &system, PageRequest::new(PAGE, after)).await?;
            after = page.rows.last().map(|row| row.id);
            names.extend(page.rows.into_iter().map(|row| (row.id, row.name)));
            if !page.has_next {
                return Ok(Arc::new(names));
            }
        }
    }
}
