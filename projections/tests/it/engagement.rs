//! What happened between us and contacts: told, merged, unmerged, erased, rebuilt.

use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::engagement::facts::{
    ABOUT, ENGAGEMENT_RECORDED, ENGAGEMENT_RECORDED_VERSION, EngagementFact, Recorded, Touch,
};
use pivotal_domain::audience::engagement::kind::Kind;
use pivotal_domain::audience::record::source::Source;
use pivotal_log::append::{Append, Lane, NewFact};
use pivotal_projections::audience::engagement::project::Engagement;
use uuid::Uuid;

use crate::support::records::{contact_created, fields, metadata, minute};
use crate::support::{Ground, settle};

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

fn touch(contact: u128, kind: Kind, at: i64) -> Touch {
    Touch {
        contact: id(contact),
        kind,
        channel: kind.channel(),
        campaign: None,
        at: minute(at),
        machine: false,
    }
}

async fn told(ground: &Ground, touches: Vec<Touch>) {
    let recorded = Recorded { batch: id(99), system: "Mailer".into(), touches };
    let mut append = Append::new(Lane::Interactive);
    append.facts.push(NewFact {
        kind: ENGAGEMENT_RECORDED,
        version: ENGAGEMENT_RECORDED_VERSION,
        about_type: ABOUT,
        about_id: id(99),
        payload: serde_json::to_value(EngagementFact::EngagementRecorded(recorded)).unwrap(),
        metadata: metadata(&Source::Ui),
        personal: &[],
        subject: None,
    });
    ground.test.log.append(append).await.unwrap();
}

/// Whose what is, in the order it happened.
async fn rows(ground: &Ground) -> Vec<(u128, String)> {
    let rows: Vec<(Uuid, String)> =
        sqlx::query_as("select contact_id, kind from read.engagement order by at, position, n")
            .fetch_all(&ground.test.pools.read)
            .await
            .unwrap();
    rows.into_iter().map(|(contact, kind)| (contact.as_u128(), kind)).collect()
}

fn owned(rows: &[(u128, &str)]) -> Vec<(u128, String)> {
    rows.iter().map(|(contact, kind)| (*contact, (*kind).to_owned())).collect()
}

fn created(n: u128) -> ContactEvent {
    contact_created(fields(&[("full_name", &format!("Person {n}"))]), None)
}

fn merged_into(survivor: u128) -> ContactEvent {
    ContactEvent::ContactMergedInto { source: Source::Ui, at: minute(20), survivor: id(survivor) }
}

fn erased() -> ContactEvent {
    ContactEvent::ContactErased { source: Source::Ui, at: minute(9), request: "DSR-17".into() }
}

fn unmerged(survivor: u128) -> ContactEvent {
    ContactEvent::ContactUnmerged { source: Source::Ui, at: minute(30), survivor: id(survivor) }
}

#[tokio::test]
async fn what_happened_is_a_row_each() {
    let ground = Ground::new().await;
    let mut worker = ground.worker(Engagement);
    let campaign = Touch { campaign: Some(id(7)), machine: true, ..touch(1, Kind::Opened, 2) };
    // The same thing may happen twice in one moment.
    told(
        &ground,
        vec![touch(1, Kind::Sent, 1), campaign, touch(2, Kind::Called, 3), touch(2, Kind::Called, 3)],
    )
    .await;
    settle(&mut worker).await;
    let expected = owned(&[(1, "sent"), (1, "opened"), (2, "called"), (2, "called")]);
    assert_eq!(rows(&ground).await, expected);
    let opened: (Option<Uuid>, bool, String, String) = sqlx::query_as(
        "select campaign_id, machine, channel, source from read.engagement where kind = 'opened'",
    )
    .fetch_one(&ground.test.pools.read)
    .await
    .unwrap();
    assert_eq!(opened, (Some(id(7)), true, "email".to_owned(), "Mailer".to_owned()));
}

#[tokio::test]
async fn rows_follow_merges_and_come_back() {
    let ground = Ground::new().await;
    let mut worker = ground.worker(Engagement);
    for n in 1..=3 {
        ground.contact(id(n), vec![created(n)]).await;
    }
    told(&ground, vec![touch(1, Kind::Sent, 1), touch(2, Kind::Opened, 2), touch(3, Kind::Called, 3)]).await;
    ground.contact(id(1), vec![merged_into(2)]).await;
    ground.contact(id(2), vec![merged_into(3)]).await;
    settle(&mut worker).await;
    assert_eq!(rows(&ground).await, owned(&[(3, "sent"), (3, "opened"), (3, "called")]));
    // What the second had brought along from the first comes back with it.
    ground.contact(id(2), vec![unmerged(3)]).await;
    settle(&mut worker).await;
    assert_eq!(rows(&ground).await, owned(&[(2, "sent"), (2, "opened"), (3, "called")]));
    ground.contact(id(1), vec![unmerged(2)]).await;
    settle(&mut worker).await;
    assert_eq!(rows(&ground).await, owned(&[(1, "sent"), (2, "opened"), (3, "called")]));
}

#[tokio::test]
async fn nothing_is_left_of_who_is_erased() {
    let ground = Ground::new().await;
    let mut worker = ground.worker(Engagement);
    for n in 1..=2 {
        ground.contact(id(n), vec![created(n)]).await;
    }
    told(&ground, vec![touch(1, Kind::Sent, 1), touch(2, Kind::Opened, 2)]).await;
    ground.contact(id(1), vec![erased()]).await;
    settle(&mut worker).await;
    assert_eq!(rows(&ground).await, owned(&[(2, "opened")]));
}
