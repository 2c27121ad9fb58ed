//! One unchanging view of the log, the guards and the rows.

use pivotal_log::pools::Pools;
use sqlx::{ConnectOptions, Executor, PgConnection};
use uuid::Uuid;

use super::Report;
use crate::runner::Spec;

/// A transaction that sees the database as it was when it began.
pub struct Snapshot {
    pub connection: PgConnection,
}

impl Snapshot {
    pub async fn open(pools: &Pools) -> Result<Self, sqlx::Error> {
        let options = pools
            .options()
            .options([("statement_timeout", "0"), ("idle_in_transaction_session_timeout", "0")])
            .application_name("pivotal verify");
        let mut connection = options.connect().await?;
        connection.execute("begin isolation level repeatable read, read only").await?;
        Ok(Snapshot { connection })
    }

    /// How far a projection was. `None`, with the reason in the report: its rows cannot be compared with this log.
    pub async fn position(&mut self, spec: Spec, report: &mut Report) -> Result<Option<i64>, sqlx::Error> {
        let row = sqlx::query!(
            r#"select c.position, c.version, c.state, c.epoch = e.id as "same_log!", (select count(*) from read.parked_events p where p.projection = c.name) as "parked!"
               from read.checkpoints c cross join log.epoch e where c.name = $1"#,
            spec.name
        )
        .fetch_optional(&mut self.connection)
        .await?;
        let why_not = match &row {
            None => Some("it has never run".to_owned()),
            Some(row) if !row.same_log => {
                Some("its rows belong to another log and wait for their rebuild".to_owned())
            }
            Some(row) if row.version != spec.version => {
                Some("its rows were built by another release and wait for their rebuild".to_owned())
            }
            // What was parked is missing from the rows on purpose, and so are its consequences.
            Some(row) if row.parked > 0 => Some(format!("{} of its events are parked", row.parked)),
            Some(_) => None,
        };
        if let Some(reason) = why_not {
            report.skipped.push(format!("{}: {reason}", spec.name));
            return Ok(None);
        }
        Ok(row.map(|row| row.position))
    }

    /// Rows of a table that belong to none of its aggregate's events, up to a few.
    pub async fn strays(&mut self, table: &str, aggregate: &str) -> Result<Vec<Uuid>, sqlx::Error> {
        // The table's name is one of ours.
        let sql = format!(
            "select t.id from {table} t where not exists (select 1 from log.events e where e.aggregate_type = $1 and e.aggregate_id = t.id::text) limit 200"
        );
        sqlx::query_scalar(&sql).bind(aggregate).fetch_all(&mut self.connection).await
    }

    pub async fn close(mut self) -> Result<(), sqlx::Error> {
        self.connection.execute("rollback").await.map(|_| ())
    }
}
