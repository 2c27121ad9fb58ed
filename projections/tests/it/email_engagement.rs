//! What our own mails tell, as it happened to their contacts: each thing once, whatever the order, and whoever they are by now.

use std::ops::RangeInclusive;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::email::tracking::facts::Verdict;
use pivotal_domain::email::tracking::signal::Kind;
use pivotal_projections::audience::contacts::project::Contacts;
use pivotal_projections::audience::engagement::project::Engagement;
use pivotal_projections::audience::engagement::timeline;
use pivotal_projections::audience::history::port::{Activity, Reading, Stretch, Wanted};
use pivotal_projections::email::tracking::project::EmailResponses;
use pivotal_projections::rebuild::Rebuilder;
use pivotal_projections::rebuild::request;
use pivotal_projections::runner::worker::Worker;
use pivotal_projections::verify::Part;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::email_responses::{CAMPAIGN, contact, judged, message, sent, signal, told, verdict};
use crate::engagement::{created, erased, merged_into, unmerged};
use crate::support::records::{contact_created, fields, minute};
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

/// Titles with where they are known from.
async fn lines(ground: &Ground, record: (Entity, Uuid)) -> Vec<(String, String, String)> {
    let reading = Reading { pool: &ground.test.pools.read, opener: &ground.opener() };
    let all = Stretch { before: None, after: None, backwards: false, limit: 10 };
    let mut entries = timeline::Engagement.entries(reading, record, &Wanted::default(), all).await.unwrap();
    entries.sort_by_key(|entry| -entry.position);
    let count = timeline::Engagement.count(reading, record, &Wanted::default()).await.unwrap();
    assert_eq!(usize::try_from(count).unwrap(), entries.len());
    entries.into_iter().map(|entry| (entry.title, entry.source, entry.source_label)).collect()
}

fn line(title: &str) -> (String, String, String) {
    (title.to_owned(), format!("campaign:{CAMPAIGN}"), "Spring launch".to_owned())
}

async fn spring(ground: &Ground) {
    ground
        .execute(&format!(
            "insert into read.campaigns (id, channel, name, name_key, state, owner, brand_id, created_by, created_at, updated_at, sequence, campaign)
             values ('{CAMPAIGN}', 'email', 'Spring launch', 'spring launch', 'running', gen_random_uuid(), gen_random_uuid(), 'ada', now(), now(), 1, '{{}}')"
        ))
        .await;
}

#[tokio::test]
async fn time_lines_name_the_campaign() {
    let ground = Ground::new().await;
    let mut worker = ground.worker(Engagement);
    spring(&ground).await;
    let account = Uuid::from_u128(0xacc);
    for n in 1..=2 {
        let created = contact_created(fields(&[("full_name", &format!("Person {n}"))]), Some(account));
        happens(&ground, n, created).await;
        sent(&ground, n, 0).await;
    }
    let hits = vec![signal(1, Kind::Clicked, minute(5)), signal(1, Kind::Clicked, minute(5))];
    let position = told(&ground, hits).await;
    let clicked = |place: u32, machine: bool| verdict(1, Kind::Clicked, position, place, machine);
    judged(&ground, 1, vec![clicked(0, true), clicked(1, false)]).await;
    let both = vec![signal(1, Kind::Delivered, minute(7)), signal(2, Kind::Delivered, minute(7))];
    told(&ground, both).await;
    settle(&mut worker).await;
    ground.project(Contacts).await;
    assert_eq!(
        lines(&ground, (Entity::Contact, contact(1))).await,
        [
            line("Was delivered an email in a campaign"),
            line("Clicked in an email in a campaign (by a machine); clicked in an email in a campaign"),
            line("Was emailed in a campaign"),
        ]
    );
    // Its account tells how many of its contacts it happened to.
    assert_eq!(
        lines(&ground, (Entity::Account, account)).await,
        [
            line("2 contacts were delivered an email in a campaign"),
            line(
                "A contact clicked in an email in a campaign (by a machine); a contact clicked in an email in a campaign"
            ),
            line("A contact was emailed in a campaign"),
            line("A contact was emailed in a campaign"),
        ]
    );
}

#[tokio::test]
async fn a_time_line_says_why_somebody_was_not_written_to() {
    let ground = Ground::new().await;
    spring(&ground).await;
    // The take that counts, and one that died.
    ground
        .execute(&format!(
            "insert into read.email_takes (campaign_id, version, take, count) values ('{CAMPAIGN}', 1, '{}', 4);
             insert into read.email_recipients (campaign_id, contact_id, version, take, state, reason, at, position) values
               ('{CAMPAIGN}', '{}', 1, '{}', 'excluded', 'no_consent', '2026-03-01', 11),
               ('{CAMPAIGN}', '{}', 1, '{}', 'unknown', 'no_answer', '2026-03-01', 12),
               ('{CAMPAIGN}', '{}', 1, '{}', 'pending', null, '2026-03-01', 13),
               ('{CAMPAIGN}', '{}', 1, '{}', 'excluded', 'suppressed', '2026-03-01', 14)",
            message(1),
            contact(1),
            message(1),
            contact(2),
            message(1),
            contact(3),
            message(1),
            contact(4),
            message(2),
        ))
        .await;
    let of = |n: u128| lines(&ground, (Entity::Contact, contact(n)));
    assert_eq!(of(1).await, [line("Left out of a campaign: no consent")]);
    assert_eq!(of(2).await, [line("Perhaps emailed in a campaign: the provider did not answer")]);
    assert!(of(3).await.is_empty(), "their turn comes");
    assert!(of(4).await.is_empty(), "that take counts for nothing");
}

/// As it was launched, and the version of the template that one of its variants is.
const LAUNCHED: &str = r#"
update read.campaigns set campaign = '{"made": {"launched": {"pinned": {
  "sender": "00000000-0000-0000-0000-000000000001", "account": "test", "from_domain": "norhavn.example",
  "brand": "00000000-0000-0000-0000-000000000002", "digest": "d",
  "variants": [
    {"key": "A", "template": "00000000-0000-0000-0000-000000000003", "version": 2, "weight": 1},
    {"key": "B", "template": "00000000-0000-0000-0000-000000000003", "version": 2, "subject": "Own words", "weight": 1}],
  "links": [
    {"variant": "A", "n": 2, "url": "https://norhavn.example/a", "name": "Offer"},
    {"variant": "B", "n": 2, "url": "https://norhavn.example/b"}]
}}}}';
insert into read.email_template_versions (template_id, number, subject, preheader, mjml, hash, submitted_by, submitted_at, standing) values
  ('00000000-0000-0000-0000-000000000003', 1, 'Older words', '', '', '', gen_random_uuid(), now(), 'superseded'),
  ('00000000-0000-0000-0000-000000000003', 2, 'News for {{contact.first_name|you}}', '', '', '', gen_random_uuid(), now(), 'approved')"#;

/// What the lines of a contact are about, the latest first.
async fn abouts(ground: &Ground, n: u128) -> Vec<(String, Option<String>)> {
    let reading = Reading { pool: &ground.test.pools.read, opener: &ground.opener() };
    let all = Stretch { before: None, after: None, backwards: false, limit: 10 };
    let record = (Entity::Contact, contact(n));
    let mut entries = timeline::Engagement.entries(reading, record, &Wanted::default(), all).await.unwrap();
    entries.sort_by_key(|entry| -entry.position);
    entries.into_iter().map(|entry| (entry.title, entry.about)).collect()
}

#[tokio::test]
async fn a_time_line_says_what_a_mail_said_and_which_link_was_clicked() {
    let ground = Ground::new().await;
    let mut worker = ground.worker(Engagement);
    spring(&ground).await;
    for n in 1..=2 {
        sent(&ground, n, u8::try_from(n - 1).unwrap()).await;
        let position = told(&ground, vec![signal(n, Kind::Clicked, minute(5))]).await;
        judged(&ground, 1, vec![verdict(n, Kind::Clicked, position, 0, false)]).await;
    }
    settle(&mut worker).await;
    let of = |click: Option<&str>, mail: Option<&str>| {
        [("Clicked in an email in a campaign", click), ("Was emailed in a campaign", mail)]
            .map(|(title, about)| (title.to_owned(), about.map(str::to_owned)))
    };
    // What became of the mails is known a moment later, or not who wrote them.
    assert_eq!(abouts(&ground, 1).await, of(None, None));
    ground.project(EmailResponses).await;
    assert_eq!(abouts(&ground, 1).await, of(None, None));
    ground.execute(LAUNCHED).await;
    let news = "“News for {{contact.first_name|you}}”";
    assert_eq!(abouts(&ground, 1).await, of(Some(&format!("Offer in {news}")), Some(news)));
    let own = "“Own words”";
    assert_eq!(abouts(&ground, 2).await, of(Some(&format!("https://norhavn.example/b in {own}")), Some(own)));
}
