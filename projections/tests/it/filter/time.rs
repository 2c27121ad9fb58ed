//! No question takes longer than it may, and one that nobody waits for stops.

use std::time::{Duration, Instant};

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_projections::audience::contacts::query::{ContactFilter, count};
use pivotal_projections::audience::segments::breakdown::breakdown;
use pivotal_projections::audience::segments::exclusions::reach;
use pivotal_projections::page::QueryError;
use serde_json::json;
use sqlx::{Connection, PgConnection};

use super::asked;
use crate::support::Ground;
use crate::support::records::admin;

/// Holds up whoever reads contacts, until it is dropped.
async fn held_up(ground: &Ground) -> PgConnection {
    let mut connection = PgConnection::connect_with(&ground.test.pools.options()).await.unwrap();
    sqlx::raw_sql("begin; lock table read.contacts in access exclusive mode")
        .execute(&mut connection)
        .await
        .unwrap();
    connection
}

/// Statements that wait for the lock.
async fn waiting(ground: &Ground) -> i64 {
    sqlx::query_scalar(
        "select count(*) from pg_stat_activity where datname = current_database() and state = 'active' and wait_event_type = 'Lock'",
    )
    .fetch_one(&ground.test.pools.write)
    .await
    .unwrap()
}

async fn until_waiting(ground: &Ground, expected: i64) {
    let since = Instant::now();
    while waiting(ground).await != expected {
        assert!(since.elapsed() < Duration::from_secs(4), "never {expected} statements");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

#[tokio::test]
async fn a_count_that_nobody_waits_for_is_cancelled_in_postgres() {
    let ground = Ground::new().await;
    let lock = held_up(&ground).await;
    let pool = ground.test.pools.lists.clone();
    let superseded = tokio::spawn(async move { count(&pool, &admin(), &ContactFilter::default()).await });
    until_waiting(&ground, 1).await;
    superseded.abort();
    until_waiting(&ground, 0).await;
    lock.close().await.unwrap();
    // The connection came back clean, and the next count is not the one that is cancelled.
    for _ in 0..20 {
        assert_eq!(count(&ground.test.pools.lists, &admin(), &ContactFilter::default()).await.unwrap(), 0);
    }
}

#[tokio::test]
async fn a_count_that_takes_too_long_is_cancelled_and_says_what_helps() {
    let ground = Ground::new().await;
    let lock = held_up(&ground).await;
    let since = Instant::now();
    let error = count(&ground.test.pools.lists, &admin(), &ContactFilter::default()).await.unwrap_err();
    assert!(matches!(error, QueryError::TooSlow), "{error:?}");
    assert!(error.to_string().contains("longer than 5 seconds"));
    assert!(since.elapsed() >= Duration::from_secs(5));
    drop(lock);
}

#[tokio::test]
async fn what_an_audience_looks_like_is_not_looked_for_longer_either() {
    let ground = Ground::new().await;
    let lock = held_up(&ground).await;
    let (pool, actor) = (&ground.test.pools.lists, admin());
    let everybody = asked(Entity::Contact, &json!({}));
    let (divided, reached) =
        tokio::join!(breakdown(pool, &actor, &everybody), reach(pool, &actor, &everybody));
    assert!(matches!(divided, Err(QueryError::TooSlow)), "{divided:?}");
    assert!(matches!(reached, Err(QueryError::TooSlow)), "{reached:?}");
    drop(lock);
}
