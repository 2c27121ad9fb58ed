//! The register of requests: its order, what it forgets, who sees it, and that rows are what the log says.

use chrono::Duration;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::suppression::requests::Request;
use pivotal_domain::suppression::requests::events::RequestEvent;
use pivotal_domain::suppression::requests::kind::{CameBy, RequestKind};
use pivotal_domain::suppression::requests::outcome::Outcome;
use pivotal_domain::suppression::requests::received::Subject;
use pivotal_projections::page::PageArgs;
use pivotal_projections::suppression::requests::project::PrivacyRequests;
use pivotal_projections::suppression::requests::query::{
    RequestFilter, RequestRow, StateWanted, Urgency, page, waiting,
};
use pivotal_projections::verify::{Part, Verifier};
use uuid::Uuid;

use crate::support::Ground;
use crate::support::records::{admin, agent, minute};

const ADA: Uuid = Uuid::from_u128(0xa);
const BO: Uuid = Uuid::from_u128(0xb);

/// Due so many days after the first minute.
fn received(name: &str, days: i64) -> RequestEvent {
    RequestEvent::RequestReceived {
        at: minute(0),
        by: Uuid::from_u128(7),
        kind: RequestKind::Access,
        came_by: CameBy::Email,
        received_at: minute(0),
        due_at: minute(0) + Duration::days(days),
        subject: Subject {
            name: Some(name.to_owned()),
            email: Some(format!("{}@example.com", name.to_lowercase())),
            phone: None,
        },
        contact: None,
        hashes: vec!["00ff".into()],
        note: Some("by letter".into()),
        identity: None,
        source: "ui".into(),
    }
}

async fn write(ground: &Ground, id: Uuid, events: Vec<RequestEvent>) {
    ground.append::<Request>(id, events, &Source::Ui).await;
    ground.project(PrivacyRequests).await;
}

async fn rows(ground: &Ground, filter: RequestFilter) -> Vec<RequestRow> {
    let args = PageArgs::first(50);
    let page = page(&ground.test.pools.read, &admin(), &filter, minute(1), &args).await.unwrap();
    page.rows.into_iter().map(|(_, row)| row).collect()
}

async fn names(ground: &Ground, filter: RequestFilter) -> Vec<String> {
    rows(ground, filter).await.into_iter().filter_map(|row| row.name).collect()
}

async fn verified(ground: &Ground) {
    let verifier = Verifier {
        pools: ground.test.pools.clone(),
        opener: ground.opener(),
        blind: ground.test.log.blind.clone(),
        search: ground.search.clone(),
    };
    let report = verifier.run(&[Part::Requests], |_| {}).await.unwrap();
    assert!(report.is_clean(), "{report:?}");
}

#[tokio::test]
async fn what_is_due_first_comes_first_and_what_is_settled_last() {
    let ground = Ground::new().await;
    write(&ground, ADA, vec![received("Ada", 20)]).await;
    write(&ground, BO, vec![received("Bo", 3)]).await;
    assert_eq!(names(&ground, RequestFilter::default()).await, ["Bo", "Ada"]);
    let soon = RequestFilter { urgency: Some(Urgency::Soon), ..RequestFilter::default() };
    assert_eq!(names(&ground, soon).await, ["Bo"]);
    let refused = RequestEvent::RequestRefused { at: minute(2), why: Some("It was not them".into()) };
    write(&ground, BO, vec![refused]).await;
    assert_eq!(names(&ground, RequestFilter::default()).await, ["Ada", "Bo"]);
    let unsettled = RequestFilter { state: Some(StateWanted::Unsettled), ..RequestFilter::default() };
    assert_eq!(names(&ground, unsettled).await, ["Ada"]);
    let q = RequestFilter { q: Some(" bo@".into()), ..RequestFilter::default() };
    assert_eq!(names(&ground, q).await, ["Bo"]);
    let counts = waiting(&ground.test.pools.read, &admin(), minute(1)).await.unwrap();
    assert_eq!((counts.unsettled, counts.soon, counts.overdue), (1, 0, 0));
    verified(&ground).await;
}

#[tokio::test]
async fn a_forgotten_person_is_in_no_row_and_the_account_stays() {
    let ground = Ground::new().await;
    write(&ground, ADA, vec![received("Ada", 20)]).await;
    let started = RequestEvent::RequestAnswerStarted { at: minute(1), by: BO, job: BO };
    let answered = RequestEvent::RequestAnswered {
        at: minute(2),
        kind: RequestKind::Access,
        outcome: Outcome { positions: vec![9], ..Outcome::default() },
    };
    write(&ground, ADA, vec![started, answered, RequestEvent::RequestForgotten { at: minute(3) }]).await;
    ground.test.log.keys.destroy(ADA).await.unwrap();
    let row = rows(&ground, RequestFilter::default()).await.remove(0);
    assert_eq!((row.name.clone(), row.email.clone(), row.note.clone()), (None, None, None));
    assert_eq!((row.state.as_str(), row.forgotten, row.hashes.len()), ("answered", true, 1));
    assert_eq!(row.outcome().unwrap().positions, [9]);
    assert!(
        ground.dump("read.privacy_requests").await.iter().all(|row| !row.to_lowercase().contains("ada@"))
    );
    verified(&ground).await;
}

#[tokio::test]
async fn who_may_not_handle_requests_sees_none() {
    let ground = Ground::new().await;
    write(&ground, ADA, vec![received("Ada", 20)]).await;
    let (pool, nobody) = (&ground.test.pools.read, agent(BO));
    let args = PageArgs::first(50);
    let seen = page(pool, &nobody, &RequestFilter::default(), minute(1), &args).await.unwrap();
    assert!(seen.rows.is_empty());
    assert_eq!(waiting(pool, &nobody, minute(1)).await.unwrap().unsettled, 0);
}
