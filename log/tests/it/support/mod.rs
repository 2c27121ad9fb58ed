//! What the tests of the log share: records to write, hands on the append lock, a connection that loses answers.

pub mod gate;
pub mod proxy;
pub mod samples;

use std::future::Future;
use std::time::Duration;

use pivotal_log::append::Append;
use pivotal_log::error::LogError;
use pivotal_log::testing::TestLog;
use sqlx::{ConnectOptions, PgConnection};

/// A connection of the test's own, beside the pools.
pub async fn connection(test: &TestLog) -> PgConnection {
    test.pools.options().connect().await.unwrap()
}

/// One number from the database.
pub async fn count(test: &TestLog, sql: &str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(&test.pools.read).await.unwrap()
}

/// Runs statements as somebody who may switch the log's triggers off.
pub async fn tamper(test: &TestLog, sql: &str) {
    let mut connection = connection(test).await;
    let statements = format!("set session_replication_role = replica; {sql}");
    sqlx::raw_sql(&statements).execute(&mut connection).await.unwrap();
}

/// Waits until the database says so; a minute of no means never.
pub async fn eventually<F: Future<Output = bool>>(what: &str, mut check: impl FnMut() -> F) {
    let deadline = tokio::time::Instant::now() + Duration::from_secs(60);
    while !check().await {
        assert!(tokio::time::Instant::now() < deadline, "did not happen: {what}");
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}

/// Appends that are written by one call of `log.append`: they queue up while the append lock is held by the test.
pub async fn in_one_group(test: &TestLog, appends: Vec<Append>) -> Vec<Result<i64, LogError>> {
    let gate = gate::Gate::close(test).await;
    let mut ahead = Box::pin(test.log.append(samples::account(uuid::Uuid::now_v7())));
    assert!(futures::poll!(&mut ahead).is_pending());
    gate.somebody_waits().await;
    let mut waiting: Vec<_> = appends.into_iter().map(|append| Box::pin(test.log.append(append))).collect();
    for request in &mut waiting {
        // Nothing in these requests needs the database before the queue: one poll puts them into it.
        assert!(futures::poll!(request).is_pending());
    }
    gate.open().await;
    ahead.await.unwrap();
    futures::future::join_all(waiting).await
}
