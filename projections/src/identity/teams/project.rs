//! Events of teams to rows.

use std::collections::BTreeMap;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use pivotal_domain::identity::teams::events::TeamEvent;
use uuid::Uuid;

use super::SPEC;
use crate::runner::{ApplyError, Opened, Projection, Spec, Target};

#[derive(Debug, Clone, Copy, Default)]
pub struct Teams;

/// Every event of a team says its whole name, so nothing needs to be loaded.
struct TeamCells {
    name: String,
    /// When the event happened; kept only from the first.
    at: DateTime<Utc>,
    version: i64,
}

#[async_trait]
impl Projection for Teams {
    fn spec(&self) -> Spec {
        SPEC
    }

    async fn apply(&self, batch: &Opened<'_>, target: &mut Target<'_>) -> Result<(), ApplyError> {
        let mut rows: BTreeMap<Uuid, TeamCells> = BTreeMap::new();
        for entry in batch.entries() {
            let (TeamEvent::TeamCreated { at, name } | TeamEvent::TeamRenamed { at, name, .. }) =
                batch.event(entry)?;
            let row = rows.entry(entry.about_id).or_insert(TeamCells { name: String::new(), at, version: 0 });
            (row.name, row.version) = (name, entry.sequence);
        }
        if rows.is_empty() {
            return Ok(());
        }
        // The schema is a parameter (a rebuild writes beside the rows in use), so this cannot be compile-checked.
        let sql = format!(
            "insert into {}.teams as held (id, name, created_at, version) select * from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::bigint[])
             on conflict (id) do update set name = excluded.name, version = excluded.version where held.version < excluded.version",
            target.schema
        );
        sqlx::query(&sql)
            .bind(rows.keys().copied().collect::<Vec<_>>())
            .bind(rows.values().map(|row| row.name.as_str()).collect::<Vec<_>>())
            .bind(rows.values().map(|row| row.at).collect::<Vec<_>>())
            .bind(rows.values().map(|row| row.version).collect::<Vec<_>>())
            .execute(&mut *target.connection)
            .await?;
        Ok(())
    }
}
