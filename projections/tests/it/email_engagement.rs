//! What our own mails tell, as it happened to their contacts: each thing once, whatever the order, and whoever they are by now.

use std::ops::RangeInclusive;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::email::tracking::facts::Verdict;
use pivotal_domain::email::tracking::signal::Kind;
use pivotal_projections::audience::engagement::project::Engagement;
use pivotal_projections::rebuild::Rebuilder;
use pivotal_projections::rebuild::request;
use pivotal_projections::runner::worker::Worker;
use pivotal_projections::verify::Part;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::email_responses::{CAMPAIGN, contact, judged, message, sent, signal, told, verdict};
use crate::engagement::{created, erased, merged_into, unmerged};
use crate::support::records::minute;
use crate::support::{Ground, settle};

/// As contacts are told of in the events of other contacts.
fn number(n: u128) -> u128 {
    contact(n).as_u128()
}

async fn people(ground: &Ground, numbers: RangeInclusive<u128>) {
    for n in numbers {
        ground.contact(contact(n), vec![created(n)]).await;
    }
}

async fn happens(ground: &Ground, n: u128, event: ContactEvent) {
    ground.contact(contact(n), vec![event]).await;
}

type Row = (Uuid, String, DateTime<Utc>, bool);

/// Whose what is, by kind and moment.
async fn rows(ground: &Ground) -> Vec<Row> {
    sqlx::query_as("select contact_id, kind, at, machine from read.engagement order by contact_id, kind, at")
        .fetch_all(&ground.test.pools.read)
        .await
        .unwrap()
}

fn row(n: u128, kind: &str, at: i64, machine: bool) -> Row {
    (contact(n), kind.to_owned(), minute(at), machine)
}

type Moment = Option<DateTime<Utc>>;

/// When a contact last opened, and when anything last happened to it.
async fn last_opened(ground: &Ground, n: u128) -> Option<(Moment, Moment)> {
    sqlx::query_as("select last_opened_at, last_activity_at from read.contact_activity where contact_id = $1")
        .bind(contact(n))
        .fetch_optional(&ground.test.pools.read)
        .await
        .unwrap()
}

/// The same rows once more, out of the log alone.
async fn is_the_same_when_rebuilt(ground: &Ground, worker: Worker) {
    drop(worker);
    let tables = ["engagement", "engagement_merged", "contact_activity"];
    let mut before = Vec::new();
    for table in tables {
        before.push(ground.dump(&format!("read.{table}")).await);
    }
    let requested = request::request(&ground.test.pools.write, "engagement", "a test", "ada").await.unwrap();
    let mut rebuilder = Rebuilder::new(&ground.test.pools, ground.opener(), vec![Arc::new(Engagement)]);
    assert_eq!(rebuilder.next(&CancellationToken::new()).await.unwrap(), Some(requested));
    let done = request::get(&ground.test.pools.read, requested).await.unwrap().unwrap();
    assert_eq!((done.state.as_str(), done.same, done.error), ("done", Some(true), None));
    for (table, before) in tables.into_iter().zip(before) {
        assert_eq!(ground.dump(&format!("read.{table}")).await, before, "{table}");
    }
    assert_eq!(ground.differences(Part::Engagement).await, Vec::<String>::new());
}

#[tokio::test]
async fn what_a_mail_tells_is_a_row_for_each_kind_whatever_is_repeated() {
    let ground = Ground::new().await;
    let mut worker = ground.worker(Engagement);
    // What a fast server says comes before the outcome.
    told(&ground, vec![signal(1, Kind::Delivered, minute(1))]).await;
    sent(&ground, 1, 0).await;
    settle(&mut worker).await;
    told(&ground, vec![signal(1, Kind::Delivered, minute(3)), signal(1, Kind::BouncedSoft, minute(4))]).await;
    told(&ground, vec![signal(1, Kind::BouncedHard, minute(5)), signal(1, Kind::BouncedHard, minute(6))])
        .await;
    let answers = [Kind::Complained, Kind::Unsubscribed, Kind::Replied];
    told(&ground, answers.iter().map(|kind| signal(1, *kind, minute(7))).collect()).await;
    // None of these is anything that a contact would be asked for.
    let others = [Kind::Accepted, Kind::Deferred, Kind::Dropped, Kind::AutoReplied, Kind::Trapped];
    told(&ground, others.iter().map(|kind| signal(1, *kind, minute(8))).collect()).await;
    settle(&mut worker).await;
    assert_eq!(
        rows(&ground).await,
        [
            row(1, "bounced", 4, false),
            row(1, "complained", 7, false),
            row(1, "delivered", 1, false),
            row(1, "replied", 7, false),
            row(1, "sent", 0, false),
            row(1, "unsubscribed", 7, false),
        ]
    );
    let of: (i64, i64) = sqlx::query_as(
        "select count(*) filter (where campaign_id = $1), count(*) filter (where message_id = $2) from read.engagement where source = 'Pivotal'",
    )
    .bind(CAMPAIGN)
    .bind(message(1))
    .fetch_one(&ground.test.pools.read)
    .await
    .unwrap();
    assert_eq!(of, (6, 6));
    is_the_same_when_rebuilt(&ground, worker).await;
}

#[tokio::test]
async fn the_order_of_what_is_told_changes_nothing() {
    let ground = Ground::new().await;
    let mut worker = ground.worker(Engagement);
    let kinds = [Kind::Delivered, Kind::BouncedSoft, Kind::Unsubscribed, Kind::Delivered, Kind::BouncedHard];
    for n in 1..=5 {
        sent(&ground, n, 0).await;
        let (mut kinds, by) = (kinds, usize::try_from(n).unwrap() % kinds.len());
        kinds.rotate_left(by);
        for kind in kinds {
            told(&ground, vec![signal(n, kind, minute(1))]).await;
            if n % 2 == 0 {
                settle(&mut worker).await;
            }
        }
    }
    settle(&mut worker).await;
    let expected: Vec<Row> = (1..=5)
        .flat_map(|n| {
            [("bounced", 1), ("delivered", 1), ("sent", 0), ("unsubscribed", 1)]
                .map(|(kind, at)| row(n, kind, at, false))
        })
        .collect();
    assert_eq!(rows(&ground).await, expected);
    is_the_same_when_rebuilt(&ground, worker).await;
}

#[tokio::test]
async fn an_open_happened_once_it_is_judged_and_as_it_was_judged_last() {
    let ground = Ground::new().await;
    let mut worker = ground.worker(Engagement);
    sent(&ground, 1, 0).await;
    let hits = vec![signal(1, Kind::Opened, minute(5)), signal(1, Kind::Trapped, minute(5))];
    let position = told(&ground, hits).await;
    settle(&mut worker).await;
    assert_eq!(rows(&ground).await, [row(1, "sent", 0, false)], "nobody knows who opened it");
    let open = |machine: bool| verdict(1, Kind::Opened, position, 0, machine);
    let trap: Verdict = verdict(1, Kind::Trapped, position, 1, true);
    for (verdicts, machine) in [
        (vec![open(true), trap], true),
        // Better rules, and better ones still.
        (vec![open(false)], false),
        (vec![open(false)], false),
        (vec![open(false), open(true)], true),
        (vec![open(false)], false),
    ] {
        judged(&ground, 1, verdicts).await;
        settle(&mut worker).await;
        assert_eq!(rows(&ground).await, [row(1, "opened", 5, machine), row(1, "sent", 0, false)]);
        let opened = (!machine).then(|| minute(5));
        assert_eq!(last_opened(&ground, 1).await, Some((opened, opened.or(Some(minute(0))))));
    }
    is_the_same_when_rebuilt(&ground, worker).await;
}

#[tokio::test]
async fn what_is_told_after_a_merge_is_the_survivors_until_it_is_taken_back() {
    let ground = Ground::new().await;
    let mut worker = ground.worker(Engagement);
    people(&ground, 1..=3).await;
    sent(&ground, 1, 0).await;
    let position = told(&ground, vec![signal(1, Kind::Opened, minute(5))]).await;
    judged(&ground, 1, vec![verdict(1, Kind::Opened, position, 0, true)]).await;
    settle(&mut worker).await;
    happens(&ground, 1, merged_into(number(2))).await;
    happens(&ground, 2, merged_into(number(3))).await;
    // One is new, one is a repeat, and the open was a person's after all.
    told(&ground, vec![signal(1, Kind::Delivered, minute(6))]).await;
    settle(&mut worker).await;
    told(&ground, vec![signal(1, Kind::Delivered, minute(7))]).await;
    judged(&ground, 2, vec![verdict(1, Kind::Opened, position, 0, false)]).await;
    settle(&mut worker).await;
    let of = |n: u128| [row(n, "delivered", 6, false), row(n, "opened", 5, false), row(n, "sent", 0, false)];
    assert_eq!(rows(&ground).await, of(3));
    assert_eq!(last_opened(&ground, 3).await, Some((Some(minute(5)), Some(minute(6)))));
    assert_eq!(last_opened(&ground, 1).await, None);
    is_the_same_when_rebuilt(&ground, worker).await;
    let mut worker = ground.worker(Engagement);
    happens(&ground, 2, unmerged(number(3))).await;
    settle(&mut worker).await;
    assert_eq!(rows(&ground).await, of(2));
    happens(&ground, 1, unmerged(number(2))).await;
    told(&ground, vec![signal(1, Kind::Replied, minute(8)), signal(1, Kind::Delivered, minute(9))]).await;
    settle(&mut worker).await;
    let expected: Vec<Row> = [row(1, "delivered", 6, false), row(1, "opened", 5, false)]
        .into_iter()
        .chain([row(1, "replied", 8, false), row(1, "sent", 0, false)])
        .collect();
    assert_eq!(rows(&ground).await, expected);
    assert_eq!(last_opened(&ground, 2).await, None);
}

#[tokio::test]
async fn nothing_that_is_told_of_who_was_erased_is_kept() {
    let ground = Ground::new().await;
    let mut worker = ground.worker(Engagement);
    people(&ground, 1..=3).await;
    for n in 1..=3 {
        sent(&ground, n, 0).await;
    }
    // Who was merged is erased with the survivor.
    happens(&ground, 1, merged_into(number(2))).await;
    settle(&mut worker).await;
    happens(&ground, 2, erased()).await;
    told(&ground, vec![signal(1, Kind::Replied, minute(8)), signal(2, Kind::Delivered, minute(9))]).await;
    let position = told(&ground, vec![signal(2, Kind::Opened, minute(9))]).await;
    judged(&ground, 1, vec![verdict(2, Kind::Opened, position, 0, false)]).await;
    settle(&mut worker).await;
    assert_eq!(rows(&ground).await, [row(3, "sent", 0, false)]);
    assert_eq!((last_opened(&ground, 1).await, last_opened(&ground, 2).await), (None, None));
    is_the_same_when_rebuilt(&ground, worker).await;
}

#[tokio::test]
async fn rows_that_are_not_what_the_log_says_are_named() {
    let ground = Ground::new().await;
    let mut worker = ground.worker(Engagement);
    people(&ground, 1..=3).await;
    for n in 1..=3 {
        sent(&ground, n, 0).await;
    }
    let position = told(&ground, vec![signal(3, Kind::Opened, minute(5))]).await;
    judged(&ground, 1, vec![verdict(3, Kind::Opened, position, 0, false)]).await;
    happens(&ground, 1, merged_into(number(2))).await;
    settle(&mut worker).await;
    assert_eq!(ground.differences(Part::Engagement).await, Vec::<String>::new());
    // Each on top of the one before.
    let mut known = 0;
    for (damage, what) in [
        (
            "update read.contact_activity set last_opened_at = null where last_opened_at is not null",
            "the moments are not those of its engagement",
        ),
        ("delete from read.contact_activity", "the row is missing"),
        (
            "update read.engagement set machine = true where kind = 'opened'",
            "the row is not what the log says",
        ),
        ("update read.engagement set n = 7 where kind = 'sent'", "the row follows from nothing in the log"),
        ("delete from read.engagement_merged", "the row is missing"),
    ] {
        ground.execute(damage).await;
        let found = ground.differences(Part::Engagement).await;
        assert!(found.len() > known && found.iter().any(|found| found == what), "{damage}: {found:?}");
        known = found.len();
    }
}
