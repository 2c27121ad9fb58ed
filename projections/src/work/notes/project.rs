//! Events of notes to rows.

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::work::notes::events::NoteEvent;
use pivotal_log::reader::Entry;

use crate::runner::{ApplyError, Target};
use crate::sheet::encode;

// The schema is a parameter of a rebuild, so these statements cannot be compile-checked.

pub(crate) async fn apply(
    event: NoteEvent,
    entry: &Entry,
    target: &mut Target<'_>,
) -> Result<(), ApplyError> {
    match event {
        NoteEvent::NoteAdded { at, by, about, body } => {
            let sql = format!(
                "insert into {0}.notes (id, entity, record_id, body, author, created_at, version)
                 select $1, $2, $3, case when e.contact_id is null then $4 end, $5, $6, $7
                 from (select 1) one left join {0}.work_erased e on e.contact_id = $3 on conflict (id) do nothing",
                target.schema
            );
            sqlx::query(&sql)
                .bind(entry.about_id)
                .bind(about.entity.as_str())
                .bind(about.id)
                .bind(shown(body))
                .bind(by)
                .bind(at)
                .bind(entry.sequence)
                .execute(&mut *target.connection)
                .await?;
        }
        NoteEvent::NoteEdited { at, by, about, body } => {
            let sql = format!(
                "update {0}.notes set body = case when e.contact_id is null then $3 end, edited_at = $4, edited_by = $5, version = $2
                 from (select 1) one left join {0}.work_erased e on e.contact_id = $6 where id = $1 and version < $2",
                target.schema
            );
            let contact = Some(about).filter(|about| about.entity == Entity::Contact).map(|about| about.id);
            sqlx::query(&sql)
                .bind(entry.about_id)
                .bind(entry.sequence)
                .bind(body.and_then(|body| shown(body.new)))
                .bind(at)
                .bind(by)
                .bind(contact)
                .execute(&mut *target.connection)
                .await?;
        }
        NoteEvent::NotePinned { .. } => set(target, entry, "pinned = true").await?,
        NoteEvent::NoteUnpinned { .. } => set(target, entry, "pinned = false").await?,
        NoteEvent::NoteDeleted { .. } => set(target, entry, "deleted = true").await?,
        NoteEvent::NoteRestored { .. } => set(target, entry, "deleted = false").await?,
        NoteEvent::NoteTextForgotten { .. } => set(target, entry, "body = null").await?,
    }
    Ok(())
}

/// Being pinned or deleted is no edit of what it says: the time of it is not shown.
async fn set(target: &mut Target<'_>, entry: &Entry, columns: &'static str) -> Result<(), ApplyError> {
    let sql =
        format!("update {}.notes set {columns}, version = $2 where id = $1 and version < $2", target.schema);
    sqlx::query(&sql).bind(entry.about_id).bind(entry.sequence).execute(&mut *target.connection).await?;
    Ok(())
}

/// Without its key a text is absent, which reads as empty.
fn shown(text: String) -> Option<String> {
    Some(encode::text(&text)).filter(|text| !text.is_empty())
}
