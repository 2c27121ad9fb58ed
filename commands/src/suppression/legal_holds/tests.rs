//! Who may hold and lift, and that what is held is not erased.

use std::sync::Arc;

use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::record::state::Standing;
use pivotal_domain::identity::role::Role;
use pivotal_domain::suppression::legal_holds::LegalHold;
use pivotal_domain::suppression::legal_holds::over::Over;
use pivotal_domain::suppression::requests::kind::{CameBy, RequestKind};
use pivotal_domain::suppression::requests::received::Typed;
use pivotal_domain::suppression::requests::{Request, RequestState};
use pivotal_domain::suppression::retention::kind::Data;
use pivotal_log::event_log::EventLog;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::forget::forget;
use super::guard::{HELD, Holds};
use super::lift::lift_legal_hold;
use super::place::{PlaceLegalHold, place_legal_hold};
use super::standstill::Standstill;
use crate::audience::contacts::create::{CreateContact, create_contact};
use crate::audience::contacts::erase::{EraseContact, erase_contact};
use crate::audience::contacts::erase_job::EraseContacts;
use crate::context::Context;
use crate::identity::testing::{Setup, actor_of, code, system};
use crate::jobs::handler::Registry;
use crate::jobs::queue::JobQueue;
use crate::jobs::worker::{Worker, WorkerConfig};
use crate::ports::audiences::FixedAudiences;
use crate::ports::phone_book::FixedPhones;
use crate::suppression::requests::answer::{AnswerRequest, answer_request};
use crate::suppression::requests::answer_job::AnswerRequests;
use crate::suppression::requests::receive::{ReceiveRequest, receive_request};

fn over(over: Over) -> PlaceLegalHold {
    PlaceLegalHold { over, reason: "a claim".into(), reference: "2026/114".into(), idempotency_key: None }
}

#[tokio::test]
async fn what_is_placed_stands_at_once_and_what_is_lifted_does_not() {
    let t = Setup::new().await;
    let placed = place_legal_hold(&t.ctx, &system(), over(Over::Data(Data::SignIns))).await.unwrap();
    assert_eq!(Holds::read(&t.ctx).await.unwrap().data.get(&Data::SignIns), Some(&placed.id));
    assert_eq!(
        code(lift_legal_hold(&t.ctx, &system(), placed.id, " ").await),
        "LEGAL_HOLD_LIFT_REASON_MISSING"
    );
    lift_legal_hold(&t.ctx, &system(), placed.id, "settled").await.unwrap();
    assert!(Holds::read(&t.ctx).await.unwrap().data.is_empty());
    assert!(lift_legal_hold(&t.ctx, &system(), placed.id, "again").await.unwrap().position.is_none());
}

async fn contact(ctx: &Context) -> Uuid {
    let fields = serde_json::json!({ "email": "ada@example.com" }).as_object().unwrap().clone();
    let input = CreateContact { fields, account_id: None, idempotency_key: None };
    create_contact(ctx, &system(), input).await.unwrap().id
}

#[tokio::test]
async fn who_is_held_is_not_erased_until_the_hold_is_lifted() {
    let t = Setup::new().await;
    let ada = contact(&t.ctx).await;
    let erase = || EraseContact { id: ada, request: "ticket 7".into(), confirm: true };
    let own = place_legal_hold(&t.ctx, &system(), over(Over::Contact(ada))).await.unwrap().id;
    let all = place_legal_hold(&t.ctx, &system(), over(Over::Data(Data::Contacts))).await.unwrap().id;
    let refused = erase_contact(&t.ctx, &system(), erase()).await.unwrap_err().to_string();
    assert!(refused.contains("2026/114") && refused.contains("this person"), "{refused}");
    lift_legal_hold(&t.ctx, &system(), own, "settled").await.unwrap();
    assert_eq!(code(erase_contact(&t.ctx, &system(), erase()).await), HELD);
    lift_legal_hold(&t.ctx, &system(), all, "settled").await.unwrap();
    assert_eq!(code(erase_contact(&t.ctx, &system(), erase()).await), "accepted");
    forget(&t.ctx, ada).await.unwrap();
    let state = t.ctx.log.load::<LegalHold>(own).await.unwrap().state;
    assert_eq!((state.erased, state.placed.and_then(|placed| placed.reason)), (true, None));
    let late = place_legal_hold(&t.ctx, &system(), over(Over::Contact(ada))).await;
    assert_eq!(code(late), "LEGAL_HOLD_NO_RECORD");
}

#[tokio::test]
async fn nothing_stands_over_nobody() {
    let t = Setup::new().await;
    let nobody = place_legal_hold(&t.ctx, &system(), over(Over::Contact(Uuid::now_v7()))).await;
    assert_eq!(code(nobody), "LEGAL_HOLD_NO_RECORD");
    let none = lift_legal_hold(&t.ctx, &system(), Uuid::now_v7(), "settled").await;
    assert_eq!(code(none), "not found");
}

#[tokio::test]
async fn each_role_does_what_the_table_says() {
    let t = Setup::new().await;
    for (role, answer) in [
        (Role::Admin, "accepted"),
        (Role::DataOps, "forbidden"),
        (Role::CampaignManager, "forbidden"),
        (Role::QaAnalyst, "forbidden"),
        (Role::Agent, "forbidden"),
    ] {
        let actor = actor_of(&t.user(&format!("{role}@example.com"), role, None).await);
        let placed = place_legal_hold(&t.ctx, &actor, over(Over::Data(Data::Contacts))).await;
        assert_eq!(code(placed), answer, "{role}");
    }
}

/// Works until it is so.
async fn work_until(t: &Setup, so: impl AsyncFn() -> bool) {
    let (book, audiences) = (Arc::new(FixedPhones::default()), Arc::new(FixedAudiences::default()));
    let registry = Registry::default().with(EraseContacts(t.ctx.clone())).with(AnswerRequests {
        ctx: t.ctx.clone(),
        book,
        audiences,
    });
    let (pool, stop) = (&t.test.pools.write, CancellationToken::new());
    let queue = JobQueue::new(pool.clone(), t.test.clock.clone());
    let worker = tokio::spawn(Worker::new(queue, registry, WorkerConfig::default()).run(stop.clone()));
    t.test.until(so).await;
    stop.cancel();
    worker.await.unwrap();
}

/// Not the person is held, but every file that exports wrote: theirs stand, and the key with which they are looked for.
#[tokio::test]
async fn files_that_are_held_are_there_until_the_hold_is_lifted() {
    let t = Setup::new().await;
    let ada = contact(&t.ctx).await;
    let files = place_legal_hold(&t.ctx, &system(), over(Over::Data(Data::ExportFiles))).await.unwrap().id;
    let erase = EraseContact { id: ada, request: "ticket 7".into(), confirm: true };
    erase_contact(&t.ctx, &system(), erase).await.unwrap();
    let waits = async || -> Option<String> {
        sqlx::query_scalar("select waits_for from jobs.queue where kind = 'erase_contact'")
            .fetch_one(&t.test.pools.write)
            .await
            .unwrap()
    };
    work_until(&t, async || waits().await.is_some_and(|waits| waits.contains("export files"))).await;
    let key = async || t.ctx.log.keys.load([ada]).await.unwrap();
    assert!(!key().await.is_empty());
    lift_legal_hold(&t.ctx, &system(), files, "settled").await.unwrap();
    work_until(&t, async || key().await.is_empty()).await;
}

/// The request was answered while nothing was held; its job meets the hold, says so, and goes on when it is lifted.
#[tokio::test]
async fn a_hold_that_is_placed_while_an_erasure_runs_stops_it_until_it_is_lifted() {
    let t = Setup::new().await;
    let ada = contact(&t.ctx).await;
    let typed = Typed {
        kind: RequestKind::Erasure,
        came_by: CameBy::Email,
        received_at: None,
        name: None,
        email: Some("ada@example.com".into()),
        phone: None,
        contact: None,
        note: None,
        identity: None,
    };
    let receive = ReceiveRequest { typed, assignee: None, idempotency_key: None };
    let id = receive_request(&t.ctx, &system(), receive).await.unwrap().id;
    let answer = AnswerRequest { id, confirm: true };
    answer_request(&t.ctx, &FixedPhones::default(), &system(), answer).await.unwrap();
    let hold = place_legal_hold(&t.ctx, &system(), over(Over::Contact(ada))).await.unwrap().id;

    let waits = async || -> Option<String> {
        sqlx::query_scalar("select waits_for from jobs.queue where kind = 'privacy_request_answer'")
            .fetch_one(&t.test.pools.write)
            .await
            .unwrap()
    };
    work_until(&t, async || waits().await.is_some()).await;
    let said = waits().await.unwrap();
    assert!(said.contains("2026/114") && said.contains("this person"), "{said}");
    let standing = async || t.ctx.log.load::<Contact>(ada).await.unwrap().state.record.standing;
    let state = async || t.ctx.log.load::<Request>(id).await.unwrap().state.state;
    assert_eq!((standing().await, state().await), (Standing::Active, RequestState::InProgress));

    lift_legal_hold(&t.ctx, &system(), hold, "settled").await.unwrap();
    work_until(&t, async || state().await == RequestState::Answered).await;
    assert_eq!(standing().await, Standing::Erased);
    let late = place_legal_hold(&t.ctx, &system(), over(Over::Contact(ada))).await;
    assert_eq!(code(late), "LEGAL_HOLD_NO_RECORD", "nothing is left to be held");
}

/// Statements of this test that wait for a lock.
async fn waiting(t: &Setup) -> i64 {
    let waiting = "select count(distinct l.pid) from pg_locks l join pg_stat_activity a on a.pid = l.pid
        where a.datname = current_database() and not l.granted";
    sqlx::query_scalar(waiting).fetch_one(&t.test.pools.read).await.unwrap()
}

/// Its append stands before the lock of the log, and that of the hold stands there before it.
#[tokio::test]
async fn a_hold_that_is_placed_between_the_check_and_the_append_of_an_erasure_wins() {
    let t = Setup::new().await;
    let ada = contact(&t.ctx).await;
    let mut gate = t.test.pools.write.acquire().await.unwrap();
    sqlx::query("select pg_advisory_lock(7001)").execute(&mut *gate).await.unwrap();
    // Another process: in one they would stand in one queue.
    let log = EventLog::start(t.test.pools.clone(), &t.test.master, Arc::default());
    let elsewhere = Context { log, ..t.ctx.clone() };
    let place =
        async move { place_legal_hold(&elsewhere, &system(), over(Over::Contact(ada))).await.map(drop) };
    let placing = tokio::spawn(place);
    t.test.until(async || waiting(&t).await == 1).await;
    let (ctx, erase) = (t.ctx.clone(), EraseContact { id: ada, request: "ticket 7".into(), confirm: true });
    let erasing = tokio::spawn(async move { erase_contact(&ctx, &system(), erase).await.map(drop) });
    t.test.until(async || waiting(&t).await == 2).await;
    sqlx::query("select pg_advisory_unlock(7001)").execute(&mut *gate).await.unwrap();

    placing.await.unwrap().unwrap();
    assert_eq!(code(erasing.await.unwrap()), HELD);
    let state = t.ctx.log.load::<Contact>(ada).await.unwrap().state;
    assert_eq!(state.record.standing, Standing::Active);
}

#[tokio::test]
async fn a_hold_comes_to_stand_before_or_after_rows_are_deleted_and_not_meanwhile() {
    let t = Setup::new().await;
    let still = Standstill::begin(&t.ctx).await.unwrap();
    let ctx = t.ctx.clone();
    let place = async move { place_legal_hold(&ctx, &system(), over(Over::Data(Data::SignIns))).await };
    let placing = tokio::spawn(place);
    t.test.until(async || waiting(&t).await == 1).await;
    assert!(Holds::read(&t.ctx).await.unwrap().data.is_empty());
    still.end().await.unwrap();
    let placed = placing.await.unwrap().unwrap().id;
    let next = Standstill::begin(&t.ctx).await.unwrap();
    assert_eq!(next.holds.data.get(&Data::SignIns), Some(&placed));
}
