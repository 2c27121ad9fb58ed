//! Callers that leave: a browser tab is closed, a request times out. What was acknowledged is written, what was not
//! is written whole or not at all.

use std::collections::HashMap;
use std::task::Poll;

use pivotal_log::testing::TestLog;
use uuid::Uuid;

use crate::support::{count, eventually, samples};

/// Polls a future so often, then drops it.
async fn abandon<F: Future>(future: F, polls: usize) -> Option<F::Output> {
    let mut future = Box::pin(future);
    let mut left = polls;
    std::future::poll_fn(|context| {
        if left == 0 {
            return Poll::Ready(None);
        }
        left -= 1;
        future.as_mut().poll(context).map(Some)
    })
    .await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_400_requests_200_are_abandoned_and_no_acknowledged_write_is_lost() {
    let test = TestLog::new().await;
    let people: Vec<Uuid> = (0..400).map(|_| Uuid::now_v7()).collect();
    for chunk in people.chunks(100) {
        let created = chunk.iter().map(|id| test.log.append(samples::contact(*id)));
        futures::future::try_join_all(created).await.unwrap();
    }
    for id in &people {
        // So that the abandoned requests have to fetch the key from the database, and are dropped in the middle of it.
        test.log.keys.forget(*id);
    }
    let tasks: Vec<_> = people
        .iter()
        .enumerate()
        .map(|(n, id)| {
            let (log, id) = (test.log.clone(), *id);
            let append =
                samples::contact_at(id, 1, vec![samples::email_changed(&format!("p{n}@example.com"))]);
            tokio::spawn(async move {
                match n % 2 {
                    0 => Some((id, log.append(append).await.unwrap())),
                    _ => abandon(log.append(append), 1 + n % 7).await.map(|answer| (id, answer.unwrap())),
                }
            })
        })
        .collect();
    let acknowledged: HashMap<Uuid, i64> =
        futures::future::join_all(tasks).await.into_iter().filter_map(Result::unwrap).collect();
    assert!(acknowledged.len() >= 200);
    // The lane is a queue: once this is written, everything before it is settled.
    test.log.append(samples::account(Uuid::now_v7())).await.unwrap();

    let stored: HashMap<Uuid, i64> = sqlx::query_as::<_, (String, i64)>(
        "select aggregate_id, global_position from log.events where aggregate_type = 'contact' and sequence = 2",
    )
    .fetch_all(&test.pools.read)
    .await
    .unwrap()
    .into_iter()
    .map(|(id, position)| (id.parse().unwrap(), position))
    .collect();
    for (id, position) in &acknowledged {
        assert_eq!(stored.get(id), Some(position), "acknowledged and not in the log");
    }
    let open = "select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'";
    eventually("no transaction is left open", async || count(&test, open).await == 0).await;
}

#[tokio::test]
async fn a_request_that_reached_the_queue_is_written_without_its_caller() {
    let test = TestLog::new().await;
    let id = Uuid::now_v7();
    assert!(abandon(test.log.append(samples::account(id)), 1).await.is_none());
    test.log.append(samples::account(Uuid::now_v7())).await.unwrap();
    assert_eq!(
        count(&test, &format!("select count(*) from log.events where aggregate_id = '{id}'")).await,
        1
    );
}
