//! A database of one test's own.

use std::str::FromStr;
use std::sync::atomic::{AtomicU32, Ordering};

use chrono::Utc;
use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions, PgConnection};

use super::template;

/// A database with all migrations applied and nothing else in it, or a copy of one that was filled before.
#[derive(Debug)]
pub struct TestDatabase {
    pub url: String,
    name: String,
    server: PgConnectOptions,
}

impl TestDatabase {
    pub async fn new() -> Self {
        let (url, server) = server();
        let mut connection = connect(&server).await;
        let template = template::migrated(&mut connection, &server).await;
        Self::copy(&url, server, &mut connection, &template).await
    }

    /// With what `fill` puts into the database whose URL it is given: once for all tests of this binary, who each get a copy.
    /// Nothing may go on writing there when it is done.
    pub async fn filled(fill: impl AsyncFnOnce(String)) -> Self {
        let (url, server) = server();
        let mut connection = connect(&server).await;
        let template = template::filled(&mut connection, &server, &url, fill).await;
        Self::copy(&url, server, &mut connection, &template).await
    }

    async fn copy(
        url: &str,
        server: PgConnectOptions,
        connection: &mut PgConnection,
        template: &str,
    ) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!(
            "pivotal_test_{}_{}_{}",
            Utc::now().timestamp(),
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        );
        run(connection, &format!(r#"create database "{name}" template "{template}""#)).await;
        TestDatabase { url: with_database(url, &name), name, server }
    }
}

fn server() -> (String, PgConnectOptions) {
    let url = std::env::var("TEST_DATABASE_URL").expect(
        "TEST_DATABASE_URL is not set. `make test` sets it; by hand, name a Postgres server on which you may create databases, e.g. postgres://localhost/postgres",
    );
    let server = PgConnectOptions::from_str(&url)
        .expect("TEST_DATABASE_URL is a Postgres URL")
        .disable_statement_logging();
    (url, server)
}

async fn connect(server: &PgConnectOptions) -> PgConnection {
    server.connect().await.expect("the server of TEST_DATABASE_URL answers")
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

pub(super) async fn run(connection: &mut PgConnection, statement: &str) {
    if let Err(error) = sqlx::raw_sql(statement).execute(connection).await {
        panic!("{statement}: {error}");
    }
}

/// The same server, another database: only the path of the URL changes (a socket stays in its query).
pub(super) fn with_database(url: &str, name: &str) -> String {
    let (base, query) = url.split_once('?').map_or((url, None), |(base, query)| (base, Some(query)));
    let host_at = base.find("://").map_or(0, |at| at + 3);
    let base = base[host_at..].find('/').map_or(base, |slash| &base[..host_at + slash]);
    query.map_or_else(|| format!("{base}/{name}"), |query| format!("{base}/{name}?{query}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::TestLog;

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
