//! A real Postgres database per test, copied from a template that holds all migrations.
//!
//! Behind the feature `testing`, for the tests of every crate that needs a log. `TEST_DATABASE_URL` names a server on
//! which databases may be made (`make test` starts one); each [`TestDatabase`] is dropped when the test lets go of it.

use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use chrono::{DateTime, TimeZone, Utc};
use cqrs_es::persist::EventUpcaster;
use sha2::{Digest, Sha256};
use sqlx::migrate::Migrator;
use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions, Connection, PgConnection};

use crate::clock::ManualClock;
use crate::event_log::EventLog;
use crate::master_key::MasterKey;
use crate::pools::Pools;

/// Databases of tests that were killed are removed by a later run once they are this old.
const LEFTOVER_AFTER_SECONDS: i64 = 3600;
/// Held while a template is made: test processes start together.
const TEMPLATE_LOCK: i64 = 7_099;

/// An empty log of one test's own, with a clock that stands still at [`start_of_test_time`].
#[derive(Debug)]
pub struct TestLog {
    pub log: EventLog,
    pub pools: Pools,
    pub clock: Arc<ManualClock>,
    pub master: MasterKey,
    // Last, so that it is dropped last.
    pub database: TestDatabase,
}

impl TestLog {
    pub async fn new() -> Self {
        Self::with_upcasters(Vec::new()).await
    }

    pub async fn with_upcasters(upcasters: Vec<Box<dyn EventUpcaster>>) -> Self {
        let database = TestDatabase::new().await;
        let pools =
            Pools::connect(&database.url, 8, 4).expect("the URL of a database made a moment ago is valid");
        let master = MasterKey::from_bytes([42; 32]);
        let log = EventLog::start(pools.clone(), &master, Arc::new(upcasters));
        TestLog { log, pools, clock: ManualClock::at(start_of_test_time()), master, database }
    }
}

/// Noon in Greenwich on a Monday: no test depends on when it runs.
pub fn start_of_test_time() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 5, 12, 0, 0).single().expect("a moment of UTC exists once")
}

/// A database with all migrations applied and nothing else in it.
#[derive(Debug)]
pub struct TestDatabase {
    pub url: String,
    name: String,
    server: PgConnectOptions,
}

impl TestDatabase {
    pub async fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let server_url = std::env::var("TEST_DATABASE_URL").expect(
            "TEST_DATABASE_URL is not set. `make test` sets it; by hand, name a Postgres server on which you may create databases, e.g. postgres://localhost/postgres",
        );
        let server = PgConnectOptions::from_str(&server_url)
            .expect("TEST_DATABASE_URL is a Postgres URL")
            .disable_statement_logging();
        let mut connection = server.connect().await.expect("the server of TEST_DATABASE_URL answers");
        let template = ensure_template(&mut connection, &server).await;
        let name = format!(
            "pivotal_test_{}_{}_{}",
            Utc::now().timestamp(),
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        );
        run(&mut connection, &format!(r#"create database "{name}" template "{template}""#)).await;
        TestDatabase { url: with_database(&server_url, &name), name, server }
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let (server, name) = (self.server.clone(), std::mem::take(&mut self.name));
        // A thread of its own: the test's runtime is about to end. What a test process leaves behind when it exits
        // first is swept by a later run.
        std::thread::spawn(move || {
            let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else {
                return;
            };
            runtime.block_on(async {
                if let Ok(mut connection) = server.connect().await {
                    let _ = sqlx::raw_sql(&format!(r#"drop database if exists "{name}" with (force)"#))
                        .execute(&mut connection)
                        .await;
                }
            });
        });
    }
}

/// Name of the template for exactly these migrations; made by whoever comes first.
async fn ensure_template(connection: &mut PgConnection, server: &PgConnectOptions) -> String {
    // Cargo says at run time which crate is tested; what was compiled in may be another checkout's, when several share
    // a target folder.
    let tested =
        std::env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned());
    let migrator = Migrator::new(Path::new(&tested).join("../migrations"))
        .await
        .expect("the migrations folder can be read");
    let mut hash = Sha256::new();
    for migration in migrator.iter() {
        hash.update(migration.version.to_be_bytes());
        hash.update(&migration.checksum);
    }
    let template = format!("pivotal_template_{}", &hex::encode(hash.finalize())[..16]);
    if exists(connection, &template).await {
        return template;
    }
    sqlx::query("select pg_advisory_lock($1)")
        .bind(TEMPLATE_LOCK)
        .execute(&mut *connection)
        .await
        .expect("advisory locks work");
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
    sqlx::query("select pg_advisory_unlock($1)")
        .bind(TEMPLATE_LOCK)
        .execute(connection)
        .await
        .expect("the lock is ours");
    template
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

async fn run(connection: &mut PgConnection, statement: &str) {
    if let Err(error) = sqlx::raw_sql(statement).execute(connection).await {
        panic!("{statement}: {error}");
    }
}

/// The same server, another database: only the path of the URL changes (a socket stays in its query).
fn with_database(url: &str, name: &str) -> String {
    let (base, query) = url.split_once('?').map_or((url, None), |(base, query)| (base, Some(query)));
    let host_at = base.find("://").map_or(0, |at| at + 3);
    let base = base[host_at..].find('/').map_or(base, |slash| &base[..host_at + slash]);
    query.map_or_else(|| format!("{base}/{name}"), |query| format!("{base}/{name}?{query}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_database_of_the_url_changes() {
        assert_eq!(
            with_database("postgres://a@localhost/x?host=/tmp/s", "y"),
            "postgres://a@localhost/y?host=/tmp/s"
        );
        assert_eq!(with_database("postgres://localhost", "y"), "postgres://localhost/y");
    }

    #[tokio::test]
    async fn each_test_has_a_log_of_its_own() {
        let (one, other) = (TestLog::new().await, TestLog::new().await);
        assert_ne!(one.database.url, other.database.url);
        assert_eq!(crate::reader::head_of(&one.pools.read).await.unwrap(), 0);
    }
}
