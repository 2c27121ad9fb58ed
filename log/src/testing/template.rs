//! What the databases of tests are copied from: made by whoever comes first, kept while nothing it was made of changes.

use std::path::Path;
use std::time::UNIX_EPOCH;

use chrono::Utc;
use sha2::{Digest, Sha256};
use sqlx::migrate::Migrator;
use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions, Connection, PgConnection};

use super::database::{run, with_database};

/// Databases of tests that were killed are removed by a later run once they are this old.
const LEFTOVER_AFTER_SECONDS: i64 = 3600;
/// Held while a template is made: test processes start together.
const MIGRATED_LOCK: i64 = 7_099;
const FILLED_LOCK: i64 = 7_100;

/// Name of the template for exactly these migrations.
pub(super) async fn migrated(connection: &mut PgConnection, server: &PgConnectOptions) -> String {
    let migrator = migrator().await;
    let template = format!("pivotal_template_{}", fingerprint(&migrator));
    if exists(connection, &template).await {
        return template;
    }
    lock(connection, MIGRATED_LOCK).await;
    if !exists(connection, &template).await {
        sweep_leftovers(connection).await;
        let building = format!("{template}_building");
        run(connection, &format!(r#"drop database if exists "{building}" with (force)"#)).await;
        run(connection, &format!(r#"create database "{building}""#)).await;
        let mut inside =
            server.clone().database(&building).connect().await.expect("the template can be opened");
        migrator.run(&mut inside).await.expect("the migrations apply to an empty database");
        inside.close().await.expect("the template can be closed");
        run(connection, &format!(r#"alter database "{building}" rename to "{template}""#)).await;
    }
    unlock(connection, MIGRATED_LOCK).await;
    template
}

/// Name of the template that this very binary filled.
pub(super) async fn filled(
    connection: &mut PgConnection,
    server: &PgConnectOptions,
    url: &str,
    fill: impl AsyncFnOnce(String),
) -> String {
    let template = format!("pivotal_test_{}", binary(&fingerprint(&migrator().await)));
    if exists(connection, &template).await {
        return template;
    }
    let empty = migrated(connection, server).await;
    lock(connection, FILLED_LOCK).await;
    if !exists(connection, &template).await {
        let building = format!("{template}_building");
        run(connection, &format!(r#"drop database if exists "{building}" with (force)"#)).await;
        run(connection, &format!(r#"create database "{building}" template "{empty}""#)).await;
        fill(with_database(url, &building)).await;
        // Pools close when they like: a database that is open cannot be copied.
        run(connection, &format!(r#"alter database "{building}" with allow_connections false"#)).await;
        sqlx::query("select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = $1")
            .bind(&building)
            .execute(&mut *connection)
            .await
            .expect("one's own connections can be ended");
        run(connection, &format!(r#"alter database "{building}" rename to "{template}""#)).await;
    }
    unlock(connection, FILLED_LOCK).await;
    template
}

/// What tells this binary from the one before it: when it was built (by which a later run also sweeps it), and of what.
fn binary(migrations: &str) -> String {
    let path = std::env::current_exe().expect("a test knows its own binary");
    let built = path.metadata().and_then(|file| file.modified()).expect("a file has a time");
    let built = built.duration_since(UNIX_EPOCH).expect("it was built after 1970");
    let mut hash = Sha256::new();
    hash.update(path.as_os_str().as_encoded_bytes());
    hash.update(built.as_nanos().to_be_bytes());
    format!("{}_{}_{migrations}", built.as_secs(), &hex::encode(hash.finalize())[..8])
}

async fn migrator() -> Migrator {
    // Cargo says at run time which crate is tested; what was compiled in may be another checkout's, when several share
    // a target folder.
    let tested =
        std::env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned());
    Migrator::new(Path::new(&tested).join("../migrations")).await.expect("the migrations folder can be read")
}

fn fingerprint(migrator: &Migrator) -> String {
    let mut hash = Sha256::new();
    for migration in migrator.iter() {
        hash.update(migration.version.to_be_bytes());
        hash.update(&migration.checksum);
    }
    hex::encode(hash.finalize())[..16].to_owned()
}

async fn lock(connection: &mut PgConnection, key: i64) {
    let locked = sqlx::query("select pg_advisory_lock($1)").bind(key).execute(connection).await;
    locked.expect("advisory locks work");
}

async fn unlock(connection: &mut PgConnection, key: i64) {
    let unlocked = sqlx::query("select pg_advisory_unlock($1)").bind(key).execute(connection).await;
    unlocked.expect("the lock is ours");
}

async fn exists(connection: &mut PgConnection, name: &str) -> bool {
    let found: Option<i32> = sqlx::query_scalar("select 1 from pg_database where datname = $1")
        .bind(name)
        .fetch_optional(connection)
        .await
        .expect("pg_database can be read");
    found.is_some()
}

async fn sweep_leftovers(connection: &mut PgConnection) {
    let names: Vec<String> =
        sqlx::query_scalar(r"select datname::text from pg_database where datname like 'pivotal\_test\_%'")
            .fetch_all(&mut *connection)
            .await
            .expect("pg_database can be read");
    let old = Utc::now().timestamp() - LEFTOVER_AFTER_SECONDS;
    for name in names {
        let made: Option<i64> = name.split('_').nth(2).and_then(|seconds| seconds.parse().ok());
        if made.is_some_and(|made| made < old) {
            // Another process may sweep at the same time; either may win.
            let _ = sqlx::raw_sql(&format!(r#"drop database if exists "{name}" with (force)"#))
                .execute(&mut *connection)
                .await;
        }
    }
}
