//! What was decided on a guard that the log writes itself holds only if nobody changed that guard since it was read.

use pivotal_domain::audience::accounts::Account;
use pivotal_domain::suppression::legal_holds::LegalHold;
use pivotal_domain::suppression::legal_holds::events::LegalHoldEvent;
use pivotal_domain::suppression::legal_holds::over::Over;
use pivotal_domain::suppression::retention::kind::Data;
use pivotal_log::append::{Append, GuardOp, Lane};
use pivotal_log::error::LogError;
use pivotal_log::testing::TestLog;
use uuid::Uuid;

use crate::support::{count, in_one_group, samples};

/// Legal holds are the guard of that sort that there is.
fn hold(id: Uuid) -> Append {
    let placed = LegalHoldEvent::LegalHoldPlaced {
        at: samples::at(),
        over: Over::Data(Data::SignIns),
        reason: None,
        reference: None,
        source: "ui".into(),
    };
    let mut append = Append::new(Lane::Interactive);
    append.events::<LegalHold>(id, 0, vec![placed], &samples::metadata()).unwrap();
    append
}

fn relying(id: Uuid, last: Uuid) -> Append {
    let guards = vec![GuardOp::Unchanged { scope: "legal_hold", last }];
    Append { guards, jobs: vec![samples::job(Uuid::now_v7())], ..samples::account(id) }
}

fn is_conflict(answer: &Result<i64, LogError>) -> bool {
    matches!(answer, Err(LogError::Conflict))
}

#[tokio::test]
async fn whoever_read_the_guard_before_it_was_changed_is_refused_and_leaves_no_trace() {
    let test = TestLog::new().await;
    let [placed, early, late] = std::array::from_fn(|_| Uuid::now_v7());
    test.log.append(hold(placed)).await.unwrap();
    assert!(is_conflict(&test.log.append(relying(early, Uuid::nil())).await));
    assert_eq!(test.log.load::<Account>(early).await.unwrap().sequence, 0);
    assert_eq!(count(&test, "select count(*) from jobs.queue").await, 0);
    test.log.append(relying(late, placed)).await.unwrap();
}

#[tokio::test]
async fn a_change_in_the_same_commit_counts_by_the_order_of_the_requests() {
    let test = TestLog::new().await;
    let [before, first, between, second] = std::array::from_fn(|_| Uuid::now_v7());
    let group = vec![relying(before, Uuid::nil()), hold(first), relying(between, Uuid::nil()), hold(second)];
    let answers = in_one_group(&test, group).await;
    assert!(is_conflict(&answers[2]), "{answers:?}");
    assert!(answers[0].is_ok() && answers[1].is_ok() && answers[3].is_ok(), "{answers:?}");
    assert!(is_conflict(&test.log.append(relying(between, first)).await));
    test.log.append(relying(between, second)).await.unwrap();
}
