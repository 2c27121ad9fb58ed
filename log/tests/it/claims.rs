//! Unique values: one owner each, and whoever loses one leaves no trace.

use pivotal_log::append::{Append, GuardOp, Lane};
use pivotal_log::error::LogError;
use pivotal_log::testing::TestLog;
use sqlx::ConnectOptions;
use uuid::Uuid;

use crate::support::{count, eventually, in_one_group, samples};

const DOMAIN: &str = "account.domain";

fn claim(key: &str, owner: Uuid) -> GuardOp {
    GuardOp::Claim { scope: DOMAIN, key: key.into(), owner }
}

fn release(key: &str, owner: Uuid) -> GuardOp {
    GuardOp::Release { scope: DOMAIN, key: key.into(), owner }
}

fn account_with(id: Uuid, guards: Vec<GuardOp>) -> Append {
    Append { guards, ..samples::account(id) }
}

async fn owner_of(test: &TestLog, key: &str) -> Option<Uuid> {
    sqlx::query_scalar("select owner from guard.claims where scope = $1 and key = $2")
        .bind(DOMAIN)
        .bind(key.as_bytes())
        .fetch_optional(&test.pools.read)
        .await
        .unwrap()
}

async fn given(test: &TestLog, key: &str, owner: Uuid) {
    test.log.append(account_with(owner, vec![claim(key, owner)])).await.unwrap();
}

fn is_claimed(answer: &Result<i64, LogError>) -> bool {
    matches!(answer, Err(LogError::Claimed { scope }) if scope == DOMAIN)
}

#[tokio::test]
async fn a_losing_claim_drops_only_its_own_request() {
    let test = TestLog::new().await;
    let [holder, one, two, three] = std::array::from_fn(|_| Uuid::now_v7());
    given(&test, "taken", holder).await;
    let answers = in_one_group(
        &test,
        vec![
            account_with(one, vec![claim("one", one)]),
            account_with(two, vec![claim("free", two), claim("taken", two)]),
            account_with(three, vec![claim("three", three)]),
        ],
    )
    .await;
    assert!(answers[0].is_ok() && answers[2].is_ok(), "{answers:?}");
    assert!(is_claimed(&answers[1]), "{answers:?}");
    assert_eq!(owner_of(&test, "taken").await, Some(holder));
    assert_eq!(owner_of(&test, "free").await, None, "what the loser took is free again");
    assert_eq!(owner_of(&test, "three").await, Some(three));
    assert_eq!(test.log.load::<pivotal_domain::audience::accounts::Account>(two).await.unwrap().sequence, 0);
}

#[tokio::test]
async fn whoever_loses_leaves_no_trace() {
    let test = TestLog::new().await;
    let [holder, loser] = std::array::from_fn(|_| Uuid::now_v7());
    given(&test, "taken", holder).await;
    given(&test, "mine", loser).await;
    let mut request = samples::account_at(loser, 1, vec![samples::archived()]);
    request.guards = vec![
        release("mine", loser),
        claim("new", loser),
        claim("taken", loser),
        GuardOp::AddKey { scope: "account.name", key: b"n".to_vec(), owner: loser },
    ];
    request.jobs = vec![samples::job(Uuid::now_v7())];
    request.facts = vec![samples::fact(loser, "never")];
    request.new_subjects = vec![Uuid::now_v7()];
    request.idempotency = samples::idempotency("key", b"f", serde_json::json!({}));
    assert!(is_claimed(&test.log.append(request).await));
    assert_eq!(owner_of(&test, "mine").await, Some(loser), "what it let go is its own again");
    assert_eq!(owner_of(&test, "new").await, None);
    for table in ["guard.match_keys", "guard.idempotency", "jobs.queue", "log.facts", "log.person_keys"] {
        assert_eq!(count(&test, &format!("select count(*) from {table}")).await, 0, "{table}");
    }
}

#[tokio::test]
async fn a_value_moves_from_one_record_to_another_within_one_request() {
    let test = TestLog::new().await;
    let [from, to] = std::array::from_fn(|_| Uuid::now_v7());
    given(&test, "domain", from).await;
    let mut request = samples::account_at(from, 1, vec![samples::archived()]);
    request.guards = vec![claim("domain", to), release("domain", from)];
    test.log.append(request).await.unwrap();
    assert_eq!(owner_of(&test, "domain").await, Some(to));
}

#[tokio::test]
async fn claiming_what_one_holds_already_is_no_conflict() {
    let test = TestLog::new().await;
    let owner = Uuid::now_v7();
    given(&test, "domain", owner).await;
    let mut request = samples::account_at(owner, 1, vec![samples::archived()]);
    request.guards = vec![claim("domain", owner)];
    test.log.append(request).await.unwrap();
    assert_eq!(owner_of(&test, "domain").await, Some(owner));
}

#[tokio::test]
async fn a_value_let_go_by_a_dropped_request_stays_with_its_owner() {
    let test = TestLog::new().await;
    let [loser, holder, other] = std::array::from_fn(|_| Uuid::now_v7());
    given(&test, "first", loser).await;
    given(&test, "taken", holder).await;
    let mut moving = samples::account_at(loser, 1, vec![samples::archived()]);
    moving.guards = vec![release("first", loser), claim("taken", loser)];
    let answers = in_one_group(&test, vec![moving, account_with(other, vec![claim("first", other)])]).await;
    assert!(is_claimed(&answers[0]), "{answers:?}");
    assert!(is_claimed(&answers[1]), "the other must not get what was never let go: {answers:?}");
    assert_eq!(owner_of(&test, "first").await, Some(loser));
}

#[tokio::test]
async fn a_value_let_go_by_a_groupmate_can_be_taken_at_once() {
    let test = TestLog::new().await;
    let [from, to] = std::array::from_fn(|_| Uuid::now_v7());
    given(&test, "domain", from).await;
    let mut letting_go = samples::account_at(from, 1, vec![samples::archived()]);
    letting_go.guards = vec![release("domain", from)];
    let answers = in_one_group(&test, vec![letting_go, account_with(to, vec![claim("domain", to)])]).await;
    assert!(answers.iter().all(Result::is_ok), "{answers:?}");
    assert_eq!(owner_of(&test, "domain").await, Some(to));
}

#[tokio::test]
async fn nobody_is_refused_because_of_a_groupmate_that_was_dropped_itself() {
    let test = TestLog::new().await;
    let [holder, dropped, other] = std::array::from_fn(|_| Uuid::now_v7());
    given(&test, "taken", holder).await;
    let answers = in_one_group(
        &test,
        vec![
            account_with(dropped, vec![claim("wanted", dropped), claim("taken", dropped)]),
            account_with(other, vec![claim("wanted", other)]),
        ],
    )
    .await;
    assert!(is_claimed(&answers[0]), "{answers:?}");
    assert!(answers[1].is_ok(), "nobody holds what it wants: {answers:?}");
    assert_eq!(owner_of(&test, "wanted").await, Some(other));
}

#[tokio::test]
async fn of_many_who_want_the_same_value_at_once_exactly_one_gets_it() {
    let test = TestLog::new().await;
    let tasks = (0..40).map(|n| {
        let log = test.log.clone();
        tokio::spawn(async move {
            let id = Uuid::now_v7();
            let lane = if n % 2 == 0 { Lane::Interactive } else { Lane::Bulk };
            (id, log.append(Append { lane, ..account_with(id, vec![claim("wanted", id)]) }).await)
        })
    });
    let answers: Vec<_> = futures::future::join_all(tasks).await.into_iter().map(Result::unwrap).collect();
    let winners: Vec<Uuid> = answers.iter().filter(|(_, answer)| answer.is_ok()).map(|(id, _)| *id).collect();
    assert_eq!(winners.len(), 1);
    assert!(answers.iter().all(|(_, answer)| answer.is_ok() || is_claimed(answer)));
    assert_eq!(owner_of(&test, "wanted").await, winners.first().copied());
    assert_eq!(count(&test, "select count(*) from log.events").await, 1);
}

#[tokio::test]
async fn two_writers_who_swap_values_do_not_wait_in_a_circle_for_ever() {
    let test = TestLog::new().await;
    let [one, two] = std::array::from_fn(|_| Uuid::now_v7());
    given(&test, "a", one).await;
    given(&test, "b", two).await;
    // The other writer, stepped by hand: it has let `a` go and waits for `b`. It is patient, so that it is our
    // appender whom Postgres throws out.
    let mut other = test.pools.options().connect().await.unwrap();
    sqlx::raw_sql("set deadlock_timeout = '60s'; begin; delete from guard.claims where key = 'a'")
        .execute(&mut other)
        .await
        .unwrap();
    let log = test.log.clone();
    let ours = tokio::spawn(async move {
        let mut request = samples::account_at(two, 1, vec![samples::archived()]);
        request.guards = vec![release("b", two), claim("a", two)];
        log.append(request).await
    });
    let waiting = "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%log.append%'";
    eventually("our appender waits for the other", async || count(&test, waiting).await == 1).await;
    sqlx::raw_sql("insert into guard.claims values ('account.domain', 'b', gen_random_uuid()) on conflict do nothing; commit")
        .execute(&mut other)
        .await
        .unwrap();
    let answer = ours.await.unwrap();
    assert!(is_claimed(&answer) || answer.is_ok(), "a decision, not a failure: {answer:?}");
}
