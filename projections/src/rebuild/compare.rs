//! New rows against the rows in use, at the same position of the log and without stopping anybody.

use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions, Connection, Executor, PgConnection};
use tokio_util::sync::CancellationToken;

use super::RebuildError;
use super::build::Build;
use crate::runner::{LIVE, NEXT};

/// Rows and a checksum over all of them, table by table.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    before: Vec<(i64, String)>,
    after: Vec<(i64, String)>,
}

impl Compared {
    pub fn same(&self) -> bool {
        self.before == self.after
    }
}

/// `None` when the rows in use cannot be compared with: another version, another log, stopped, or behind the new ones.
pub async fn compare(
    options: &PgConnectOptions,
    connection: &mut PgConnection,
    build: &mut Build,
) -> Result<Option<Compared>, RebuildError> {
    // One snapshot holds the checkpoint and the rows that belong to it, however long the comparison takes.
    let mut elsewhere = options.connect().await?;
    let mut snapshot = elsewhere.begin().await?;
    snapshot.execute("set transaction isolation level repeatable read, read only").await?;
    let live = sqlx::query!(
        "select version, position, epoch, state from read.checkpoints where name = $1",
        build.spec.name
    )
    .fetch_optional(&mut *snapshot)
    .await?;
    let comparable = live.filter(|live| {
        live.version == build.spec.version
            && live.epoch == build.epoch
            && live.state == "live"
            && live.position >= build.position
    });
    // What is kept outside the database has no snapshot: it is compared when it is swapped, with the worker standing back.
    let Some(live) = comparable.filter(|_| build.projection.outside().is_none()) else { return Ok(None) };
    build.read_to(connection, live.position, &CancellationToken::new()).await?;
    let mut compared = Compared { before: Vec::new(), after: Vec::new() };
    for table in build.spec.tables {
        let (before, after) =
            tokio::join!(checksum(&mut snapshot, LIVE, table), checksum(connection, NEXT, table));
        compared.before.push(before?);
        compared.after.push(after?);
    }
    snapshot.rollback().await?;
    let rows = |side: &[(i64, String)]| side.iter().map(|(rows, _)| rows).sum::<i64>();
    if !compared.same() {
        tracing::warn!(projection = build.spec.name, before = ?compared.before, after = ?compared.after, "the rebuilt rows differ from those in use: the log is right, and the rebuilt rows replace them");
    }
    sqlx::query!(
        "update read.rebuilds set rows_before = $2, rows_after = $3, same = $4 where id = $1",
        build.id,
        rows(&compared.before),
        rows(&compared.after),
        compared.same()
    )
    .execute(connection)
    .await?;
    Ok(Some(compared))
}

/// The same in any order of rows.
async fn checksum(
    connection: &mut PgConnection,
    schema: &str,
    table: &str,
) -> Result<(i64, String), sqlx::Error> {
    let sql = format!(
        "select count(*), coalesce(sum(hash_record_extended(t, 0)), 0)::text from {schema}.{table} t"
    );
    sqlx::query_as(&sql).fetch_one(connection).await
}
