//! Requests that wait together are written together, and none of them suffers for another.

use pivotal_domain::audience::accounts::Account;
use pivotal_log::append::{Append, JobProgress, Lane};
use pivotal_log::error::LogError;
use pivotal_log::testing::TestLog;
use serde_json::json;
use uuid::Uuid;

use crate::support::{count, in_one_group, samples};

#[tokio::test]
async fn concurrent_requests_share_one_commit_in_the_order_they_came() {
    let test = TestLog::new().await;
    let ids: Vec<Uuid> = (0..60).map(|_| Uuid::now_v7()).collect();
    let answers = in_one_group(&test, ids.iter().map(|id| samples::account(*id)).collect()).await;
    let positions: Vec<i64> = answers.into_iter().map(Result::unwrap).collect();
    assert!(positions.is_sorted());
    let commits = "select count(distinct txid::text) from log.events";
    assert_eq!(count(&test, commits).await, 2, "the forerunner's and the group's");
    for (id, position) in ids.iter().zip(positions) {
        let stored: i64 =
            sqlx::query_scalar("select global_position from log.events where aggregate_id = $1")
                .bind(id.to_string())
                .fetch_one(&test.pools.read)
                .await
                .unwrap();
        assert_eq!(stored, position, "each caller is told its own position");
    }
}

#[tokio::test]
async fn a_stale_request_is_a_conflict_and_its_groupmates_succeed() {
    let test = TestLog::new().await;
    let [known, new] = std::array::from_fn(|_| Uuid::now_v7());
    test.log.append(samples::account(known)).await.unwrap();
    let answers = in_one_group(
        &test,
        vec![
            samples::account(new),
            samples::account(known),
            samples::account_at(known, 1, vec![samples::archived()]),
        ],
    )
    .await;
    assert!(answers[0].is_ok() && answers[2].is_ok(), "{answers:?}");
    assert!(matches!(answers[1], Err(LogError::Conflict)), "{answers:?}");
    assert_eq!(test.log.load::<Account>(known).await.unwrap().sequence, 2);
}

#[tokio::test]
async fn of_two_decisions_on_the_same_state_one_wins() {
    let test = TestLog::new().await;
    let id = Uuid::now_v7();
    test.log.append(samples::account(id)).await.unwrap();
    let archive = || samples::account_at(id, 1, vec![samples::archived()]);
    let answers = in_one_group(&test, vec![archive(), archive(), archive()]).await;
    assert!(answers[0].is_ok(), "{answers:?}");
    assert!(answers[1..].iter().all(|answer| matches!(answer, Err(LogError::Conflict))), "{answers:?}");
    assert_eq!(test.log.load::<Account>(id).await.unwrap().sequence, 2);
}

#[tokio::test]
async fn what_one_request_cannot_store_does_not_fail_the_others() {
    let test = TestLog::new().await;
    let mut bad = samples::account(Uuid::now_v7());
    // jsonb refuses NUL; a careless caller must not take its groupmates down.
    bad.jobs = vec![samples::job(Uuid::now_v7())];
    bad.jobs[0].payload = json!({"text": "\u{0}"});
    let answers =
        in_one_group(&test, vec![samples::account(Uuid::now_v7()), bad, samples::account(Uuid::now_v7())])
            .await;
    assert!(answers[0].is_ok() && answers[2].is_ok(), "{answers:?}");
    assert!(matches!(answers[1], Err(LogError::Database(_))), "{answers:?}");
    assert_eq!(count(&test, "select count(*) from log.events").await, 3);
}

#[tokio::test]
async fn facts_and_events_share_one_order() {
    let test = TestLog::new().await;
    let id = Uuid::now_v7();
    let mut append = samples::account_at(id, 0, vec![samples::account_created(), samples::archived()]);
    append.facts = vec![samples::fact(id, "first"), samples::fact(id, "second")];
    let position = test.log.append(append).await.unwrap();
    let facts_only = Append { facts: vec![samples::fact(id, "third")], ..Append::default() };
    let last = test.log.append(facts_only).await.unwrap();
    let order: Vec<(i64, String)> = sqlx::query_as(
        "select global_position, event_type from log.events union all select global_position, payload->'Noted'->>'text' from log.facts order by 1",
    )
    .fetch_all(&test.pools.read)
    .await
    .unwrap();
    let names: Vec<&str> = order.iter().map(|(_, name)| name.as_str()).collect();
    assert_eq!(names, ["AccountCreated", "AccountArchived", "first", "second", "third"]);
    assert!(order.windows(2).all(|pair| pair[1].0 == pair[0].0 + 1), "no gaps on a quiet log: {order:?}");
    assert_eq!((position, last), (order[3].0, order[4].0), "an answer is the position of the last entry");
}

#[tokio::test]
async fn jobs_progress_and_keys_are_written_with_the_events_or_not_at_all() {
    let test = TestLog::new().await;
    let [running, contact] = std::array::from_fn(|_| Uuid::now_v7());
    test.log.append(Append { jobs: vec![samples::job(running)], ..Append::default() }).await.unwrap();

    let request = |done| {
        let mut append = samples::contact(contact);
        append.jobs = vec![samples::job(Uuid::now_v7())];
        append.progress = Some(JobProgress {
            job: running,
            done,
            total: Some(1000),
            phase: Some("reading".into()),
            state: Some(json!({"row": done})),
        });
        append
    };
    test.log.append(request(250)).await.unwrap();
    let txids: i64 = count(
        &test,
        "select count(distinct t) from (select txid::text::bigint as t from log.events
         union all select xmin::text::bigint from log.person_keys
         union all select xmin::text::bigint from jobs.queue) x",
    )
    .await;
    assert_eq!(txids, 1, "one transaction wrote the event, the key, the new job and the progress");

    assert!(matches!(test.log.append(request(500)).await, Err(LogError::Conflict)));
    let progress: (i64, Option<i64>, Option<String>, serde_json::Value) = sqlx::query_as(
        "select progress_done, progress_total, progress_phase, progress_state from jobs.queue where id = $1",
    )
    .bind(running)
    .fetch_one(&test.pools.read)
    .await
    .unwrap();
    assert_eq!(progress, (250, Some(1000), Some("reading".into()), json!({"row": 250})));
    assert_eq!(count(&test, "select count(*) from jobs.queue").await, 2, "the refused request left no job");
}

#[tokio::test]
async fn while_a_job_with_the_same_key_is_open_another_is_not_enqueued() {
    let test = TestLog::new().await;
    let enqueue = || {
        let mut job = samples::job(Uuid::now_v7());
        job.unique_key = Some("recount".into());
        Append { jobs: vec![job], ..Append::default() }
    };
    test.log.append(enqueue()).await.unwrap();
    test.log.append(enqueue()).await.unwrap();
    assert_eq!(count(&test, "select count(*) from jobs.queue").await, 1);
    sqlx::raw_sql("update jobs.queue set state = 'done'").execute(&test.pools.write).await.unwrap();
    test.log.append(enqueue()).await.unwrap();
    assert_eq!(count(&test, "select count(*) from jobs.queue").await, 2);
}

#[tokio::test]
async fn people_do_not_wait_behind_an_import() {
    let test = TestLog::new().await;
    let bulk: Vec<_> = (0..40)
        .map(|_| {
            let mut append = Append::new(Lane::Bulk);
            for _ in 0..250 {
                append
                    .events::<Account>(
                        Uuid::now_v7(),
                        0,
                        vec![samples::account_created()],
                        &samples::metadata(),
                    )
                    .unwrap();
            }
            let log = test.log.clone();
            tokio::spawn(async move { log.append(append).await.unwrap() })
        })
        .collect();
    let mine = test.log.append(samples::account(Uuid::now_v7())).await.unwrap();
    let last = futures::future::join_all(bulk).await.into_iter().map(Result::unwrap).max().unwrap();
    assert!(mine < last / 2, "written at {mine} of {last}");
    assert_eq!(count(&test, "select count(*) from log.events").await, 10_001);
}

#[tokio::test]
async fn the_same_record_can_be_asked_for_twice() {
    let test = TestLog::new().await;
    let [id, unknown] = std::array::from_fn(|_| Uuid::now_v7());
    test.log.append(samples::account(id)).await.unwrap();
    let loaded = test.log.load_many::<Account>(&[id, unknown, id]).await.unwrap();
    assert_eq!(loaded.iter().map(|one| one.sequence).collect::<Vec<_>>(), [1, 0, 1]);
    assert_eq!(loaded[0].state, loaded[2].state);
}
