//! What time lines say of our own mails: in which campaign, what they said and which link was clicked.

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::email::tracking::signal::Kind;
use pivotal_projections::audience::contacts::project::Contacts;
use pivotal_projections::audience::engagement::project::Engagement;
use pivotal_projections::audience::engagement::timeline;
use pivotal_projections::audience::history::port::{Activity, Reading, Stretch, Wanted};
use pivotal_projections::email::tracking::project::EmailResponses;
use uuid::Uuid;

use crate::email_responses::{CAMPAIGN, contact, judged, message, sent, signal, told, verdict};
use crate::support::records::{contact_created, fields, minute};
use crate::support::{Ground, settle};

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
        ground.contact(contact(n), vec![created]).await;
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
