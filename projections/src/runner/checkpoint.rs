//! The checkpoint row: how far a projection has come, and in what state it is.

use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use super::Spec;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Live,
    /// An entry could not be applied; somebody must retry or park it.
    Stopped,
    /// Its rows belong to another log and wait to be replaced.
    Rebuilding,
}

impl State {
    pub(crate) fn parse(text: &str) -> State {
        match text {
            "live" => State::Live,
            "rebuilding" => State::Rebuilding,
            // The table's check leaves nothing else.
            _ => State::Stopped,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    pub version: i32,
    pub position: i64,
    pub epoch: Uuid,
    pub state: State,
}

/// A glance without a lock: is there anything to do?
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glance {
    pub checkpoint: Option<Checkpoint>,
    pub head: i64,
    pub epoch: Uuid,
}

pub(crate) async fn glance(connection: &mut PgConnection, name: &str) -> Result<Glance, sqlx::Error> {
    let row = sqlx::query!(
        r#"select e.id as epoch, c.version as "version?", c.position as "position?", c.epoch as "of_epoch?", c.state as "state?",
             greatest((select coalesce(max(global_position), 0) from log.events), (select coalesce(max(global_position), 0) from log.facts)) as "head!"
           from log.epoch e left join read.checkpoints c on c.name = $1"#,
        name
    )
    .fetch_one(connection)
    .await?;
    let checkpoint = match (row.version, row.position, row.of_epoch, row.state) {
        (Some(version), Some(position), Some(epoch), Some(state)) => {
            Some(Checkpoint { version, position, epoch, state: State::parse(&state) })
        }
        _ => None,
    };
    Ok(Glance { checkpoint, head: row.head, epoch: row.epoch })
}

/// Makes the row of a projection that has never run. Harmless when it exists.
pub(crate) async fn create(
    connection: &mut PgConnection,
    spec: Spec,
    epoch: Uuid,
) -> Result<(), sqlx::Error> {
    sqlx::query!("insert into read.checkpoints (name, version, epoch) values ($1, $2, $3) on conflict (name) do nothing", spec.name, spec.version, epoch)
        .execute(connection)
        .await
        .map(|_| ())
}

/// Locks the row for the rest of the transaction. `None`: another worker has it.
pub(crate) async fn lock(
    connection: &mut PgConnection,
    name: &str,
) -> Result<Option<Checkpoint>, sqlx::Error> {
    let row = sqlx::query!(
        "select version, position, epoch, state from read.checkpoints where name = $1 for update skip locked",
        name
    )
    .fetch_optional(connection)
    .await?;
    Ok(row.map(|row| Checkpoint {
        version: row.version,
        position: row.position,
        epoch: row.epoch,
        state: State::parse(&row.state),
    }))
}

/// Moves from exactly the checkpoint that was read. The row is locked, so anything but one moved row means that the
/// lock was lost; the rows written beside it must then not count either.
pub(crate) async fn advance(
    connection: &mut PgConnection,
    name: &str,
    from: &Checkpoint,
    to: i64,
) -> Result<(), sqlx::Error> {
    let moved = sqlx::query!(
        "update read.checkpoints set position = $1, updated_at = clock_timestamp() where name = $2 and position = $3 and epoch = $4 and version = $5 and state = 'live'",
        to, name, from.position, from.epoch, from.version
    )
    .execute(connection)
    .await?
    .rows_affected();
    if moved == 1 { Ok(()) } else { Err(sqlx::Error::RowNotFound) }
}

/// Goes back: what the projection keeps outside the database is not as far.
pub(crate) async fn go_back(
    connection: &mut PgConnection,
    name: &str,
    from: &Checkpoint,
    to: i64,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update read.checkpoints set position = $1, updated_at = clock_timestamp() where name = $2 and position = $3 and epoch = $4 and state = 'live'",
        to, name, from.position, from.epoch
    )
    .execute(connection)
    .await
    .map(|_| ())
}

/// Stops a projection at an entry it cannot apply. Nothing happens when it has moved on meanwhile.
pub(crate) async fn stop(
    connection: &mut PgConnection,
    name: &str,
    at: i64,
    failed: i64,
    event_type: &str,
    error: &str,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update read.checkpoints set state = 'stopped', error = $1, failed_position = $2, failed_type = $3, updated_at = clock_timestamp() where name = $4 and position = $5 and state = 'live'",
        error, failed, event_type, name, at
    )
    .execute(connection)
    .await
    .map(|_| ())
}

/// The rows belong to another log: they are left as they are until a rebuild has replaced them.
pub(crate) async fn await_rebuild(
    connection: &mut PgConnection,
    name: &str,
    epoch: Uuid,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update read.checkpoints set state = 'rebuilding', error = null, failed_position = null, failed_type = null, updated_at = clock_timestamp() where name = $1 and epoch = $2 and state <> 'rebuilding'",
        name, epoch
    )
    .execute(connection)
    .await
    .map(|_| ())
}

/// Position and whether it is stopped, for those who wait for it.
pub(crate) async fn seen(pool: &PgPool, names: &[String]) -> Result<Vec<(String, i64, bool)>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select name, position, state <> 'live' as "stopped!" from read.checkpoints where name = any($1)"#,
        names
    )
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(|row| (row.name, row.position, row.stopped)).collect())
}
