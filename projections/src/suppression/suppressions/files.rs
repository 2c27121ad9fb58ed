//! Files of suppressions that were read, with the day that a national register's file is of.

use chrono::{DateTime, NaiveDate, Utc};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::suppression::suppressions::facts::FileRead;
use pivotal_domain::suppression::suppressions::reason::Reason;
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use crate::identity::reach::Reach as Sight;
use crate::page::QueryError;

/// The latest of them.
const MOST: i64 = 50;

#[derive(Debug, Clone, PartialEq)]
pub struct SuppressionFileRow {
    /// Of its job.
    pub id: Uuid,
    pub reach: String,
    pub reason: String,
    pub country: Option<String>,
    pub as_of: Option<NaiveDate>,
    pub rows: i64,
    pub added: i64,
    pub already: i64,
    pub refused: i64,
    pub read_at: DateTime<Utc>,
    pub read_by: String,
}

/// The latest first, all or those of one reason. A client's users see those of their own list.
pub async fn files(
    pool: &PgPool,
    actor: &Actor,
    reason: Option<Reason>,
) -> Result<Vec<SuppressionFileRow>, QueryError> {
    let sight = Sight::of(actor, Permission::SuppressionsView);
    Ok(sqlx::query_as!(
        SuppressionFileRow,
        "select id, reach, reason, country, as_of, rows, added, already, refused, read_at, read_by from read.suppression_files
         where ($1 or client_id = $2) and ($4::text is null or reason = $4) order by read_at desc, id desc limit $3",
        sight.all,
        sight.client,
        MOST,
        reason.map(Reason::as_str)
    )
    .fetch_all(pool)
    .await?)
}

// The schema is a parameter of a rebuild, so the statement cannot be compile-checked.

/// Told twice it is the same: a job that could not say that it had ended reads the end again.
pub(super) async fn write(
    connection: &mut PgConnection,
    schema: &str,
    id: Uuid,
    by: String,
    read: FileRead,
) -> Result<(), sqlx::Error> {
    let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    let sql = format!(
        "insert into {schema}.suppression_files (id, reach, client_id, reason, country, as_of, rows, added, already, refused, read_at, read_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (id) do nothing"
    );
    sqlx::query(&sql)
        .bind(id)
        .bind(read.reach.to_string())
        .bind(read.reach.client())
        .bind(read.reason.as_str())
        .bind(read.country)
        .bind(read.as_of)
        .bind(number(read.rows))
        .bind(number(read.added))
        .bind(number(read.already))
        .bind(number(read.refused))
        .bind(read.at)
        .bind(by)
        .execute(connection)
        .await
        .map(|_| ())
}
