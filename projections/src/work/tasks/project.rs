//! Events of tasks to rows.

use chrono::{DateTime, NaiveDate, Utc};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::work::about::About;
use pivotal_domain::work::tasks::due::Due;
use pivotal_domain::work::tasks::events::TaskEvent;
use pivotal_log::reader::Entry;
use uuid::Uuid;

use crate::runner::{ApplyError, Target};
use crate::sheet::encode;

pub(crate) async fn apply(
    event: TaskEvent,
    entry: &Entry,
    target: &mut Target<'_>,
) -> Result<(), ApplyError> {
    match event {
        TaskEvent::TaskCreated { at, by, about, title, details, due, priority } => {
            let (due_on, due_at, due_sort) = due_columns(due);
            let sql = format!(
                "insert into {0}.tasks (id, entity, record_id, title, details, state, priority, due_on, due_at, due_sort, created_by, created_at, updated_at, version)
                 select $1, $2, $3, case when e.contact_id is null then $4 end, case when e.contact_id is null then $5 end, 'open', $6, $7, $8, $9, $10, $11, $11, $12
                 from (select 1) one left join {0}.work_erased e on e.contact_id = $3 on conflict (id) do nothing",
                target.schema
            );
            sqlx::query(&sql)
                .bind(entry.about_id)
                .bind(about.map(|about| about.entity.as_str()))
                .bind(about.map(|about| about.id))
                .bind(shown(Some(title)))
                .bind(shown(details))
                .bind(priority.as_str())
                .bind(due_on)
                .bind(due_at)
                .bind(due_sort)
                .bind(by)
                .bind(at)
                .bind(entry.sequence)
                .execute(&mut *target.connection)
                .await?;
        }
        TaskEvent::TaskChanged { at, about, title, details, due, priority } => {
            let (said, text) = (title.is_some(), details.is_some());
            let (redated, (due_on, due_at, due_sort)) =
                (due.is_some(), due_columns(due.and_then(|due| due.new)));
            let sql = format!(
                "update {0}.tasks set title = case when $3 and e.contact_id is null then $4 else title end, details = case when $5 and e.contact_id is null then $6 else details end,
                   due_on = case when $7 then $8 else due_on end, due_at = case when $7 then $9 else due_at end, due_sort = case when $7 then $10 else due_sort end,
                   priority = coalesce($11, priority), updated_at = $12, version = $2
                 from (select 1) one left join {0}.work_erased e on e.contact_id = $13 where id = $1 and version < $2",
                target.schema
            );
            sqlx::query(&sql)
                .bind(entry.about_id)
                .bind(entry.sequence)
                .bind(said)
                .bind(shown(title.map(|title| title.new)))
                .bind(text)
                .bind(shown(details.and_then(|details| details.new)))
                .bind(redated)
                .bind(due_on)
                .bind(due_at)
                .bind(due_sort)
                .bind(priority.map(|priority| priority.new.as_str()))
                .bind(at)
                .bind(contact(about))
                .execute(&mut *target.connection)
                .await?;
        }
        TaskEvent::TaskAssigned { at, assignee, .. } => {
            let sql = format!(
                "update {}.tasks set assignee = $4, updated_at = $3, version = $2 where id = $1 and version < $2",
                target.schema
            );
            sqlx::query(&sql)
                .bind(entry.about_id)
                .bind(entry.sequence)
                .bind(at)
                .bind(assignee)
                .execute(&mut *target.connection)
                .await?;
        }
        TaskEvent::TaskCompleted { at, by } => settle(target, entry, at, "done", Some((at, by))).await?,
        TaskEvent::TaskCancelled { at, by } => settle(target, entry, at, "cancelled", Some((at, by))).await?,
        TaskEvent::TaskReopened { at } => settle(target, entry, at, "open", None).await?,
        TaskEvent::TaskDeleted { at } => set(target, entry, at, "deleted = true").await?,
        TaskEvent::TaskRestored { at } => set(target, entry, at, "deleted = false").await?,
        TaskEvent::TaskTextForgotten { at } => {
            set(target, entry, at, "title = null, details = null").await?;
        }
    }
    Ok(())
}

// The schema is a parameter of a rebuild, so these statements cannot be compile-checked.

async fn settle(
    target: &mut Target<'_>,
    entry: &Entry,
    at: DateTime<Utc>,
    state: &'static str,
    settled: Option<(DateTime<Utc>, Option<Uuid>)>,
) -> Result<(), ApplyError> {
    let sql = format!(
        "update {}.tasks set state = $4, settled_at = $5, settled_by = $6, updated_at = $3, version = $2 where id = $1 and version < $2",
        target.schema
    );
    sqlx::query(&sql)
        .bind(entry.about_id)
        .bind(entry.sequence)
        .bind(at)
        .bind(state)
        .bind(settled.map(|(at, _)| at))
        .bind(settled.and_then(|(_, by)| by))
        .execute(&mut *target.connection)
        .await?;
    Ok(())
}

async fn set(
    target: &mut Target<'_>,
    entry: &Entry,
    at: DateTime<Utc>,
    columns: &'static str,
) -> Result<(), ApplyError> {
    let sql = format!(
        "update {}.tasks set {columns}, updated_at = $3, version = $2 where id = $1 and version < $2",
        target.schema
    );
    sqlx::query(&sql)
        .bind(entry.about_id)
        .bind(entry.sequence)
        .bind(at)
        .execute(&mut *target.connection)
        .await?;
    Ok(())
}

/// Without its key a text is absent, which reads as empty.
fn shown(text: Option<String>) -> Option<String> {
    text.map(|text| encode::text(&text)).filter(|text| !text.is_empty())
}

fn contact(about: Option<About>) -> Option<Uuid> {
    about.filter(|about| about.entity == Entity::Contact).map(|about| about.id)
}

type DueColumns = (Option<NaiveDate>, Option<DateTime<Utc>>, DateTime<Utc>);

fn due_columns(due: Option<Due>) -> DueColumns {
    match due {
        Some(Due::On(on)) => (Some(on), None, Due::On(on).sort_key()),
        Some(Due::At(at)) => (None, Some(at), at),
        None => (None, None, last()),
    }
}

/// What has no date stands behind everything that has one: the end of the year 9999.
fn last() -> DateTime<Utc> {
    DateTime::from_timestamp(253_402_300_799, 0).unwrap_or_default()
}
