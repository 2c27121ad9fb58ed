//! Bringing the database to this version. The migrations are inside the binary.

use sqlx::migrate::{MigrateError, Migrator};
use sqlx::{Connection, PgConnection};

static MIGRATIONS: Migrator = sqlx::migrate!("../migrations");

#[derive(Debug, thiserror::Error)]
pub enum MigrationError {
    #[error("the database cannot be reached")]
    Unreachable(#[from] sqlx::Error),
    #[error(
        "migration {0} was changed after this database had applied it. In development throw the database away (`make reset`); otherwise run the version that made it"
    )]
    Changed(i64),
    #[error(
        "the database was made by a newer Pivotal (it has migration {0}). Run that version, or a newer one"
    )]
    Newer(i64),
    #[error("the database cannot be brought to this version")]
    Failed(#[source] MigrateError),
}

/// Applies what is missing. Processes that start together wait for each other: sqlx holds an advisory lock meanwhile.
pub async fn migrate(url: &str) -> Result<usize, MigrationError> {
    // A connection of its own: the pools' search path would move sqlx's table of versions.
    let mut connection = PgConnection::connect(url).await?;
    let before = applied(&mut connection).await?;
    MIGRATIONS.run(&mut connection).await.map_err(|error| match error {
        MigrateError::VersionMismatch(version) => MigrationError::Changed(version),
        MigrateError::VersionMissing(version) => MigrationError::Newer(version),
        other => MigrationError::Failed(other),
    })?;
    connection.close().await?;
    Ok(MIGRATIONS.iter().count().saturating_sub(before))
}

async fn applied(connection: &mut PgConnection) -> Result<usize, MigrationError> {
    use sqlx::migrate::Migrate;
    connection.ensure_migrations_table().await.map_err(MigrationError::Failed)?;
    Ok(connection.list_applied_migrations().await.map_err(MigrationError::Failed)?.len())
}
