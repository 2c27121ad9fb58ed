//! What the record's own events tell: changes, imports, archive and restore.

use std::collections::HashMap;

use async_trait::async_trait;
use pivotal_domain::audience::fields::catalogue::Entity;
use uuid::Uuid;

use super::port::{Activity, Kind, Reading, Stretch, Tally, TallyMoment, Wanted};
use super::query::{HistoryEntry, import_names, render, source_label};
use crate::page::QueryError;

/// Latest moments offered for looking back. Nobody moves a slider through more.
const MOMENTS: i64 = 1_000;

const CHANGES: Kind = Kind { key: "changes", label: "Changes" };
const IMPORTS: Kind = Kind { key: "imports", label: "Imports" };
const MERGES: Kind = Kind { key: "merges", label: "Merges" };
const STANDING: Kind = Kind { key: "standing", label: "Archive and restore" };

/// The record's own events.
#[derive(Debug, Clone, Copy)]
pub struct Changes;

#[async_trait]
impl Activity for Changes {
    fn kinds(&self) -> &'static [Kind] {
        &[CHANGES, IMPORTS, MERGES, STANDING]
    }

    async fn entries(
        &self,
        Reading { pool, opener }: Reading<'_>,
        (entity, id): (Entity, Uuid),
        wanted: &Wanted,
        stretch: Stretch,
    ) -> Result<Vec<HistoryEntry>, QueryError> {
        let rows = sqlx::query!(
            r#"select position, sequence, event_type, actor, source, import_id, import_row, at, kind as "kind!" from (
                 select *, case when import_id is not null or source like 'import-undo:%' then 'imports'
                   when event_type like '%Merged' or event_type like '%MergedInto' or event_type like '%Unmerged' or source like 'merge:%' then 'merges'
                   when event_type in ('ContactArchived', 'ContactRestored', 'ContactErased', 'AccountArchived', 'AccountRestored') then 'standing'
                   else 'changes' end as kind
                 from read.history where entity_id = $1 and entity = $2) h
               where ($3::bigint is null or position < $3) and ($4::bigint is null or position > $4)
                 and (cardinality($7::text[]) = 0 or kind = any($7)) and ($8::text is null or actor = $8)
                 and ($9::timestamptz is null or at >= $9) and ($10::timestamptz is null or at < $10)
               order by case when $5 then position else -position end limit $6"#,
            id, entity.as_str(), stretch.before, stretch.after, stretch.backwards, stretch.limit,
            &wanted.kinds, wanted.actor, wanted.from, wanted.to
        )
        .fetch_all(pool)
        .await?;
        let mut said =
            if rows.is_empty() { HashMap::new() } else { render(pool, opener, entity, id).await? };
        let imports = import_names(pool, rows.iter().filter_map(|row| row.import_id).collect()).await?;
        let entries = rows.into_iter().map(|row| {
            let told = said.remove(&row.sequence).unwrap_or_default();
            let source = match (row.import_id, row.import_row) {
                (Some(import), Some(line)) => format!("import:{import}#{line}"),
                (Some(import), None) => format!("import:{import}"),
                (None, _) => row.source,
            };
            HistoryEntry {
                position: row.position,
                sequence: row.sequence,
                kind: kind(&row.kind).key,
                event_type: row.event_type,
                title: told.rendered.title,
                at: row.at,
                source_label: source_label(
                    &source,
                    row.import_id.and_then(|id| imports.get(&id)).map(String::as_str),
                    row.import_row,
                ),
                source,
                import_id: row.import_id,
                import_row: row.import_row,
                actor_id: row.actor.parse().ok(),
                role: told.role,
                restored_from: told.restored_from,
                changes: told.rendered.changes,
                undoable: told.rendered.undoable,
                request_id: told.rendered.request,
                about: None,
            }
        });
        Ok(entries.collect())
    }

    async fn count(
        &self,
        Reading { pool, .. }: Reading<'_>,
        (entity, id): (Entity, Uuid),
        wanted: &Wanted,
    ) -> Result<i64, QueryError> {
        Ok(sqlx::query_scalar!(
            r#"select count(*) as "count!" from (
                 select *, case when import_id is not null or source like 'import-undo:%' then 'imports'
                   when event_type like '%Merged' or event_type like '%MergedInto' or event_type like '%Unmerged' or source like 'merge:%' then 'merges'
                   when event_type in ('ContactArchived', 'ContactRestored', 'ContactErased', 'AccountArchived', 'AccountRestored') then 'standing'
                   else 'changes' end as kind
                 from read.history where entity_id = $1 and entity = $2) h
               where (cardinality($3::text[]) = 0 or kind = any($3)) and ($4::text is null or actor = $4)
                 and ($5::timestamptz is null or at >= $5) and ($6::timestamptz is null or at < $6)"#,
            id, entity.as_str(), &wanted.kinds, wanted.actor, wanted.from, wanted.to
        )
        .fetch_one(pool)
        .await?)
    }

    async fn tally(
        &self,
        Reading { pool, .. }: Reading<'_>,
        (entity, id): (Entity, Uuid),
        tally: &mut Tally,
    ) -> Result<(), QueryError> {
        let rows = sqlx::query!(
            r#"select position, event_type, actor, at,
                 case when import_id is not null or source like 'import-undo:%' then 'imports'
                   when event_type like '%Merged' or event_type like '%MergedInto' or event_type like '%Unmerged' or source like 'merge:%' then 'merges'
                   when event_type in ('ContactArchived', 'ContactRestored', 'ContactErased', 'AccountArchived', 'AccountRestored') then 'standing'
                   else 'changes' end as "kind!"
               from read.history where entity_id = $1 and entity = $2 order by position desc limit $3"#,
            id, entity.as_str(), MOMENTS
        )
        .fetch_all(pool)
        .await?;
        for row in rows.into_iter().rev() {
            *tally.kinds.entry(kind(&row.kind).key).or_default() += 1;
            *tally.actors.entry(row.actor).or_default() += 1;
            tally.moments.push(TallyMoment {
                position: row.position,
                at: row.at,
                event_type: row.event_type,
            });
        }
        Ok(())
    }
}

/// As the statements above call them.
fn kind(key: &str) -> Kind {
    [IMPORTS, MERGES, STANDING].into_iter().find(|kind| kind.key == key).unwrap_or(CHANGES)
}
