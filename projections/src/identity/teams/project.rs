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

/// What a batch says of a team; what it does not say stays as the row has it, so nothing needs to be loaded.
struct TeamCells {
    name: Option<String>,
    archived: Option<bool>,
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
            let (at, name, archived) = match batch.event(entry)? {
                TeamEvent::TeamCreated { at, name } | TeamEvent::TeamRenamed { at, name, .. } => {
                    (at, Some(name), None)
                }
                TeamEvent::TeamArchived { at } => (at, None, Some(true)),
                TeamEvent::TeamRestored { at } => (at, None, Some(false)),
            };
            let row = rows.entry(entry.about_id).or_insert(TeamCells {
                name: None,
                archived: None,
                at,
                version: 0,
            });
            row.name = name.or(row.name.take());
            row.archived = archived.or(row.archived);
            row.version = entry.sequence;
        }
        if rows.is_empty() {
            return Ok(());
        }
        // The schema is a parameter (a rebuild writes beside the rows in use), so this cannot be compile-checked.
        let sql = format!(
            "insert into {0}.teams as held (id, name, archived, created_at, version)
             select u.id, coalesce(u.name, h.name), coalesce(u.archived, h.archived, false), u.at, u.version
             from unnest($1::uuid[], $2::text[], $3::boolean[], $4::timestamptz[], $5::bigint[]) as u(id, name, archived, at, version)
             left join {0}.teams h on h.id = u.id
             on conflict (id) do update set name = excluded.name, archived = excluded.archived, version = excluded.version
             where held.version < excluded.version",
            target.schema
        );
        sqlx::query(&sql)
            .bind(rows.keys().copied().collect::<Vec<_>>())
            .bind(rows.values().map(|row| row.name.as_deref()).collect::<Vec<_>>())
            .bind(rows.values().map(|row| row.archived).collect::<Vec<_>>())
            .bind(rows.values().map(|row| row.at).collect::<Vec<_>>())
            .bind(rows.values().map(|row| row.version).collect::<Vec<_>>())
            .execute(&mut *target.connection)
            .await?;
        Ok(())
    }
}
