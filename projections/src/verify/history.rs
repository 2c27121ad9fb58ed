//! History: one row per event, and each says what its event says about who, when and from where.

use super::snapshot::Snapshot;
use super::{Part, Report, VerifyError};
use crate::audience::history::SPEC;

const PART: Part = Part::History;

pub async fn verify(snapshot: &mut Snapshot, report: &mut Report) -> Result<(), VerifyError> {
    let Some(position) = snapshot.position(SPEC, report).await? else { return Ok(()) };
    let aggregates: Vec<String> = SPEC.interest.aggregates.iter().map(ToString::to_string).collect();
    let rows = sqlx::query_scalar!(r#"select count(*) as "count!" from read.history"#)
        .fetch_one(&mut snapshot.connection)
        .await?;
    report.checked(PART, rows);
    // The payload's own source and time are compared as they stand in the log, past every piece of our code.
    let differing = sqlx::query!(
        r#"select e.global_position, h.position is null as "missing!",
             array_remove(array[
               case when (h.entity, h.entity_id::text, h.sequence, h.event_type) is distinct from (e.aggregate_type, e.aggregate_id, e.sequence, e.event_type) then 'record or event' end,
               case when h.actor is distinct from e.metadata->>'actor' then 'actor' end,
               case when h.at is distinct from coalesce((b.body->>'at')::timestamptz, e.recorded_at) then 'time' end,
               case when coalesce(b.body->>'source', e.metadata->>'source') is distinct from
                 case when h.import_id is null then h.source else concat('import:', h.import_id, '#' || h.import_row) end then 'source' end
             ], null) as "what!"
           from log.events e cross join lateral (select (select value from json_each(e.payload) limit 1) as body) b left join read.history h on h.position = e.global_position
           where e.aggregate_type = any($1) and e.global_position <= $2
             and (h.position is null or (h.entity, h.entity_id::text, h.sequence, h.event_type, h.actor) is distinct from (e.aggregate_type, e.aggregate_id, e.sequence, e.event_type, e.metadata->>'actor')
               or h.at is distinct from coalesce((b.body->>'at')::timestamptz, e.recorded_at)
               or coalesce(b.body->>'source', e.metadata->>'source') is distinct from case when h.import_id is null then h.source else concat('import:', h.import_id, '#' || h.import_row) end)
           order by e.global_position limit 1000"#,
        &aggregates, position
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    for row in differing {
        let record = format!("history {}", row.global_position);
        if row.missing {
            report.differs(PART, record, "the row is missing");
        } else {
            for what in row.what {
                report.differs(PART, record.clone(), format!("{what} differs"));
            }
        }
    }
    let strays = sqlx::query_scalar!(
        "select h.position from read.history h where not exists (select 1 from log.events e where e.global_position = h.position and e.aggregate_type = any($1)) order by 1 limit 1000",
        &aggregates
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    for stray in strays {
        report.differs(PART, format!("history {stray}"), "the row belongs to no event");
    }
    // Which fields a person's changes were about is forgotten with the person.
    let remembered = sqlx::query_scalar!(
        "select h.position from read.history h where h.fields <> '{}' and h.entity_id in (select x.entity_id from read.history x where x.event_type = 'ContactErased') order by 1 limit 1000"
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    for position in remembered {
        report.differs(PART, format!("history {position}"), "names fields of a person who was erased");
    }
    Ok(())
}
