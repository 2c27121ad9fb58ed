//! Nobody edits history, whoever they are connected as and whichever table they name.

use pivotal_log::testing::TestLog;
use uuid::Uuid;

use crate::support::{connection, samples};

async fn written() -> TestLog {
    let test = TestLog::new().await;
    let mut append = samples::account(Uuid::now_v7());
    append.facts.push(samples::fact(Uuid::now_v7(), "a fact"));
    test.log.append(append).await.unwrap();
    test
}

async fn refused(test: &TestLog, statement: &str) {
    let error = sqlx::raw_sql(statement).execute(&test.pools.write).await.expect_err(statement);
    let database = error.as_database_error().expect(statement);
    assert_eq!(database.code().as_deref(), Some("42501"), "{statement}: {error}");
    assert!(error.to_string().contains("append-only"), "{statement}: {error}");
}

#[tokio::test]
async fn events_refuse_update_delete_and_truncate() {
    let test = written().await;
    refused(&test, "update log.events set metadata = '{}'").await;
    refused(&test, "delete from log.events").await;
    refused(&test, "truncate log.events").await;
}

#[tokio::test]
async fn facts_refuse_update_delete_and_truncate_in_every_partition() {
    let test = written().await;
    let mut tables: Vec<String> = sqlx::query_scalar(
        "select inhrelid::regclass::text from pg_inherits where inhparent = 'log.facts'::regclass",
    )
    .fetch_all(&test.pools.read)
    .await
    .unwrap();
    assert!(tables.len() >= 4, "this month, the next two and the default: {tables:?}");
    tables.push("log.facts".to_owned());
    for table in tables {
        refused(&test, &format!("update {table} set metadata = '{{}}'")).await;
        refused(&test, &format!("delete from {table}")).await;
        refused(&test, &format!("truncate {table}")).await;
    }
}

#[tokio::test]
async fn a_partition_made_later_is_as_closed_as_the_first() {
    let test = written().await;
    sqlx::raw_sql("select log.ensure_fact_partition('2031-05-01')").execute(&test.pools.write).await.unwrap();
    sqlx::raw_sql("select log.ensure_fact_partition('2031-05-20')").execute(&test.pools.write).await.unwrap();
    refused(&test, "truncate log.facts_2031_05").await;
}

#[tokio::test]
async fn the_pool_for_queries_cannot_write_at_all() {
    let test = written().await;
    let mut reader = test.pools.read.acquire().await.unwrap();
    let error = sqlx::raw_sql("delete from guard.claims").execute(&mut *reader).await.unwrap_err();
    assert_eq!(error.as_database_error().and_then(|db| db.code()).as_deref(), Some("25006"));
    drop(connection(&test).await);
}
