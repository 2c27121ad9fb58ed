//! What happened between us and contacts: told, merged, unmerged, erased, rebuilt.

use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::engagement::facts::{
    ABOUT, ENGAGEMENT_RECORDED, ENGAGEMENT_RECORDED_VERSION, EngagementFact, Recorded, Touch,
};
use pivotal_domain::audience::engagement::kind::Kind;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::source::Source;
use pivotal_log::append::{Append, Lane, NewFact};
use pivotal_projections::audience::engagement::project::Engagement;
use pivotal_projections::audience::engagement::timeline;
use pivotal_projections::audience::history::port::{Activity, Reading, Stretch, Tally, Wanted};
use uuid::Uuid;

use crate::support::records::{contact_created, fields, metadata, minute};
use crate::support::{Ground, settle};

pub fn id(n: u128) -> Uuid {
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

pub async fn told(ground: &Ground, touches: Vec<Touch>) {
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

pub fn created(n: u128) -> ContactEvent {
    contact_created(fields(&[("full_name", &format!("Person {n}"))]), None)
}

pub fn merged_into(survivor: u128) -> ContactEvent {
    ContactEvent::ContactMergedInto { source: Source::Ui, at: minute(20), survivor: id(survivor) }
}

pub fn erased() -> ContactEvent {
    ContactEvent::ContactErased { source: Source::Ui, at: minute(9), request: "DSR-17".into() }
}

pub fn unmerged(survivor: u128) -> ContactEvent {
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

#[tokio::test]
async fn the_timeline_has_a_line_for_each_fact_where_it_became_known() {
    let ground = Ground::new().await;
    let mut worker = ground.worker(Engagement);
    let campaign = |touch: Touch| Touch { campaign: Some(id(7)), ..touch };
    told(&ground, vec![campaign(touch(1, Kind::Sent, 5)), touch(2, Kind::Sent, 5)]).await;
    let by_machine = Touch { machine: true, ..campaign(touch(1, Kind::Opened, 6)) };
    told(
        &ground,
        vec![touch(1, Kind::Clicked, 8), by_machine, touch(1, Kind::Opened, 7), touch(1, Kind::Opened, 9)],
    )
    .await;
    // What another system remembers became known last, though it is the oldest.
    told(&ground, vec![touch(1, Kind::Called, 1)]).await;
    settle(&mut worker).await;

    let reading = Reading { pool: &ground.test.pools.read, opener: &ground.opener() };
    let (engagement, record) = (timeline::Engagement, (Entity::Contact, id(1)));
    let all = Stretch { before: None, after: None, backwards: false, limit: 10 };
    let lines = |wanted: Wanted, stretch: Stretch| async move {
        let entries = engagement.entries(reading, record, &wanted, stretch).await.unwrap();
        assert!(entries.iter().all(|entry| entry.actor_id.is_none() && entry.source_label == "Mailer"));
        let told = entries.into_iter().map(|entry| (entry.title, entry.at, entry.position));
        told.collect::<Vec<_>>()
    };
    let told = lines(Wanted::default(), all).await;
    let titles: Vec<(&str, _)> = told.iter().map(|(title, at, _)| (title.as_str(), *at)).collect();
    assert_eq!(
        titles,
        [
            ("Was called", minute(1)),
            (
                "Opened an email in a campaign (by a machine); opened an email, 2 times; clicked in an email",
                minute(9)
            ),
            ("Was emailed in a campaign", minute(5)),
        ]
    );
    let entries = engagement.entries(reading, record, &Wanted::default(), all).await.unwrap();
    let types: Vec<&str> = entries.iter().map(|entry| entry.event_type.as_str()).collect();
    assert_eq!(types, ["EngagementCalled", "EngagementOpened", "EngagementSent"]);
    assert!(entries.iter().all(|entry| entry.source == "engagement:Mailer"));

    // Page by page, and back again.
    let second = told[1].2;
    let after = lines(Wanted::default(), Stretch { before: Some(second), ..all }).await;
    assert_eq!(after, told[2..]);
    let before = Stretch { after: Some(second), backwards: true, ..all };
    assert_eq!(lines(Wanted::default(), before).await, told[..1]);
    assert_eq!(lines(Wanted::default(), Stretch { limit: 2, ..all }).await, told[..2]);

    // Days are those on which it happened; and it is nobody's doing.
    let eighth = Wanted { from: Some(minute(8)), to: Some(minute(9)), ..Wanted::default() };
    assert_eq!(engagement.count(reading, record, &eighth).await.unwrap(), 1);
    assert_eq!(lines(eighth, all).await[0].0, "Clicked in an email");
    let theirs = Wanted { actor: Some("system".into()), ..Wanted::default() };
    assert_eq!(engagement.count(reading, record, &theirs).await.unwrap(), 0);
    assert!(lines(theirs, all).await.is_empty());
    let mut tally = Tally::default();
    engagement.tally(reading, record, &mut tally).await.unwrap();
    assert_eq!((tally.kinds["engagement"], tally.actors.len(), tally.moments.len()), (3, 0, 0));
    let account = (Entity::Account, id(1));
    assert!(engagement.entries(reading, account, &Wanted::default(), all).await.unwrap().is_empty());
}
