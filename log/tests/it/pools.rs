//! The guard on the writing pool: it refuses a connection inside a transaction and, as important, no other.

use std::collections::HashSet;
use std::task::Poll;

use pivotal_log::pools::Pools;
use pivotal_log::testing::TestLog;
use sqlx::{Executor, PgPool, Row};

/// By the simple protocol: a prepared query would answer yes always.
async fn inside_transaction(connection: &mut sqlx::PgConnection) -> bool {
    connection.fetch_one("select now() <> statement_timestamp()").await.unwrap().get(0)
}

async fn backend(pool: &PgPool) -> i32 {
    sqlx::query_scalar("select pg_backend_pid()").fetch_one(pool).await.unwrap()
}

#[tokio::test]
async fn five_hundred_clean_acquires_open_no_new_connection() {
    let test = TestLog::new().await;
    // One connection, so that each acquire waits until the last one is back.
    let pools = Pools::connect(&test.database.url, 1, 1).unwrap();
    let mut backends = HashSet::new();
    for _ in 0..500 {
        backends.insert(backend(&pools.write).await);
    }
    assert_eq!(backends.len(), 1, "every refusal costs a new connection and most of the throughput");
}

#[tokio::test]
async fn a_connection_left_inside_a_transaction_is_not_handed_out() {
    let test = TestLog::new().await;
    for _ in 0..20 {
        let mut dirty = test.pools.write.acquire().await.unwrap();
        dirty.execute("begin").await.unwrap();
        drop(dirty);
        let mut next = test.pools.write.acquire().await.unwrap();
        assert!(!inside_transaction(&mut next).await);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_begin_that_was_cancelled_swallows_nobodys_write() {
    let test = TestLog::new().await;
    for n in 0..600usize {
        let mut begin = Box::pin(test.pools.write.begin());
        let mut left = 1 + n % 9;
        std::future::poll_fn(|context| {
            left -= 1;
            match begin.as_mut().poll(context) {
                Poll::Pending if left > 0 => Poll::Pending,
                _ => Poll::Ready(()),
            }
        })
        .await;
        drop(begin);
        if n % 3 == 0 {
            sqlx::query("insert into guard.match_keys values ('test', $1, gen_random_uuid())")
                .bind(n.to_be_bytes().as_slice())
                .execute(&test.pools.write)
                .await
                .unwrap();
        }
    }
    test.pools.write.close().await;
    let stored: i64 = sqlx::query_scalar("select count(*) from guard.match_keys")
        .fetch_one(&test.pools.read)
        .await
        .unwrap();
    assert_eq!(stored, 200, "every one of them was acknowledged");
}
