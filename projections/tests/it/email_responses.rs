//! What became of mails: counted once whatever the order, judged, judged anew, and the same after a rebuild.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::email::sending::facts::{
    self as sending, EMAIL_OUTCOMES_RECORDED, EMAIL_OUTCOMES_RECORDED_VERSION, Outcome, OutcomesRecorded,
    SendingFact,
};
use pivotal_domain::email::sending::outcome::{Became, By};
use pivotal_domain::email::tracking::facts::{
    ABOUT, EMAIL_HITS_JUDGED, EMAIL_SIGNALS_RECORDED, HitsJudged, SignalsRecorded, TrackingFact, VERSION,
    Verdict,
};
use pivotal_domain::email::tracking::machine::{Method, Sign};
use pivotal_domain::email::tracking::signal::{Features, Key16, Kind, Signal};
use pivotal_log::append::{Append, Lane, NewFact};
use pivotal_projections::email::reports::figures::{Figures, Rates};
use pivotal_projections::email::reports::query::{By as Divided, report, totals};
use pivotal_projections::email::tracking::hits::{between, unjudged};
use pivotal_projections::email::tracking::project::EmailResponses;
use pivotal_projections::verify::Part;
use uuid::Uuid;

use crate::support::records::{metadata, minute};
use crate::support::{Ground, settle};

pub const CAMPAIGN: Uuid = Uuid::from_u128(0xc1);

pub fn message(n: u128) -> Uuid {
    Uuid::from_u128(0xe000 + n)
}

pub fn contact(n: u128) -> Uuid {
    Uuid::from_u128(0xa000 + n)
}

fn fact(
    kind: &'static str,
    version: &'static str,
    about: &'static str,
    payload: serde_json::Value,
) -> NewFact {
    NewFact {
        kind,
        version,
        about_type: about,
        about_id: CAMPAIGN,
        payload,
        metadata: metadata(&Source::Ui),
        personal: &[],
        subject: None,
    }
}

async fn append(ground: &Ground, fact: NewFact) -> i64 {
    let mut append = Append::new(Lane::Interactive);
    append.facts.push(fact);
    ground.test.log.append(append).await.unwrap()
}

/// A mail that left, as the guard and the log know it.
pub async fn sent(ground: &Ground, n: u128, variant: u8) {
    sqlx::query(
        "insert into guard.email_recipients (campaign, contact, version, state, address_key, due_at, message)
         values ($1, $2, 1, 'sending', $3, $4, $5)",
    )
    .bind(CAMPAIGN)
    .bind(contact(n))
    .bind(contact(n).as_bytes().to_vec())
    .bind(minute(0))
    .bind(message(n))
    .execute(&ground.test.pools.write)
    .await
    .unwrap();
    let outcome = Outcome {
        m: Some(message(n)),
        v: Some(variant),
        d: Some("example.com".into()),
        ..Outcome::new(contact(n), Became::Sent, None)
    };
    let recorded = OutcomesRecorded {
        campaign: CAMPAIGN,
        batch: Uuid::now_v7(),
        at: minute(0),
        by: By::Send,
        account: None,
        outcomes: vec![outcome],
    };
    let payload = serde_json::to_value(SendingFact::EmailOutcomesRecorded(recorded)).unwrap();
    append(ground, fact(EMAIL_OUTCOMES_RECORDED, EMAIL_OUTCOMES_RECORDED_VERSION, sending::ABOUT, payload))
        .await;
}

pub fn signal(n: u128, k: Kind, at: DateTime<Utc>) -> Signal {
    let features = Features {
        agent: None,
        net: "other".into(),
        net_key: Key16([1; 16]),
        method: Method::Get,
        marks: 0,
        told: false,
    };
    Signal {
        m: message(n),
        g: CAMPAIGN,
        c: contact(n),
        k,
        at,
        l: (k == Kind::Clicked).then_some(2),
        s: None,
        d: None,
        f: k.is_hit().then_some(features),
    }
}

pub async fn told(ground: &Ground, signals: Vec<Signal>) -> i64 {
    let recorded = SignalsRecorded {
        batch: Uuid::now_v7(),
        source: "webhook:sendgrid".into(),
        account: None,
        received_at: minute(9),
        keys: Vec::new(),
        signals,
    };
    let payload = serde_json::to_value(TrackingFact::EmailSignalsRecorded(recorded)).unwrap();
    append(ground, fact(EMAIL_SIGNALS_RECORDED, VERSION, ABOUT, payload)).await
}

pub async fn judged(ground: &Ground, rules: u16, verdicts: Vec<Verdict>) {
    let judged = HitsJudged { batch: Uuid::now_v7(), rules, verdicts };
    let payload = serde_json::to_value(TrackingFact::EmailHitsJudged(judged)).unwrap();
    append(ground, fact(EMAIL_HITS_JUDGED, VERSION, ABOUT, payload)).await;
}

pub fn verdict(n: u128, k: Kind, p: i64, place: u32, h: bool) -> Verdict {
    let l = (k == Kind::Clicked).then_some(2);
    let r = h.then_some(Sign::Agent);
    Verdict { m: message(n), g: CAMPAIGN, c: contact(n), k, at: minute(5), p, n: place, l, h, r }
}

/// Lines of the counts: variant, kind, machine, mails, hits.
async fn counts(ground: &Ground) -> Vec<(i16, String, bool, i64, i64)> {
    sqlx::query_as(
        "select variant, kind, machine, messages, hits from read.email_response_counts order by variant, kind, machine",
    )
    .fetch_all(&ground.test.pools.read)
    .await
    .unwrap()
}

fn line(variant: i16, kind: &str, machine: bool, mails: i64, hits: i64) -> (i16, String, bool, i64, i64) {
    (variant, kind.to_owned(), machine, mails, hits)
}

async fn shown(ground: &Ground, n: u128) -> String {
    sqlx::query_scalar("select shows from read.email_messages where message_id = $1")
        .bind(message(n))
        .fetch_one(&ground.test.pools.read)
        .await
        .unwrap()
}

#[tokio::test]
async fn mails_are_counted_by_what_became_of_them() {
    let ground = Ground::new().await;
    let mut worker = ground.worker(EmailResponses);
    sent(&ground, 1, 0).await;
    sent(&ground, 2, 1).await;
    told(&ground, vec![signal(1, Kind::Delivered, minute(1)), signal(2, Kind::BouncedHard, minute(2))]).await;
    settle(&mut worker).await;
    // A later word of the same changes nothing.
    told(&ground, vec![signal(1, Kind::Delivered, minute(3)), signal(1, Kind::Accepted, minute(1))]).await;
    // Of a mail that never left nothing is kept.
    told(&ground, vec![signal(7, Kind::Delivered, minute(3))]).await;
    settle(&mut worker).await;
    assert_eq!(
        counts(&ground).await,
        [
            line(0, "accepted", false, 1, 0),
            line(0, "delivered", false, 1, 0),
            line(0, "sent", false, 1, 0),
            line(1, "bounced_hard", false, 1, 0),
            line(1, "sent", false, 1, 0),
        ]
    );
    assert_eq!(
        (shown(&ground, 1).await, shown(&ground, 2).await),
        ("delivered".into(), "bounced_hard".into())
    );
    let hours: Vec<(String, i64)> = sqlx::query_as(
        "select kind, messages from read.email_response_hours where variant = 0 order by kind",
    )
    .fetch_all(&ground.test.pools.read)
    .await
    .unwrap();
    let expected = [("accepted".to_owned(), 1), ("delivered".to_owned(), 1), ("sent".to_owned(), 1)];
    assert_eq!(hours, expected);
    assert_eq!(ground.differences(Part::Responses).await, Vec::<String>::new());
}

#[tokio::test]
async fn programs_are_told_apart_and_may_be_told_apart_anew() {
    let ground = Ground::new().await;
    let mut worker = ground.worker(EmailResponses);
    sent(&ground, 1, 0).await;
    let clicks = vec![signal(1, Kind::Clicked, minute(5)), signal(1, Kind::Clicked, minute(6))];
    let position = told(&ground, clicks).await;
    settle(&mut worker).await;
    let pool = &ground.test.pools.read;
    let waiting = unjudged(pool, minute(60)).await.unwrap();
    assert_eq!((waiting.len(), waiting[0].hits.len()), (1, 2));
    assert!(unjudged(pool, minute(5)).await.unwrap().is_empty(), "too young");
    let places: Vec<(i64, u32)> = waiting[0].hits.iter().map(|hit| (hit.position, hit.n)).collect();
    assert_eq!(places, [(position, 0), (position, 1)]);
    judged(
        &ground,
        1,
        vec![verdict(1, Kind::Clicked, position, 0, true), verdict(1, Kind::Clicked, position, 1, false)],
    )
    .await;
    settle(&mut worker).await;
    assert!(unjudged(pool, minute(60)).await.unwrap().is_empty());
    assert_eq!(
        counts(&ground).await,
        [line(0, "clicked", false, 1, 1), line(0, "clicked", true, 1, 1), line(0, "sent", false, 1, 0),]
    );
    let links: (i64, i64, i64) =
        sqlx::query_as("select messages, hits, machine_hits from read.email_link_counts where link = 2")
            .fetch_one(pool)
            .await
            .unwrap();
    assert_eq!(links, (1, 1, 1));
    let (all, next) = between(pool, (minute(0), Uuid::nil()), minute(60)).await.unwrap();
    assert_eq!((all.len(), next), (1, Some((minute(6), message(1)))));
    assert_eq!(between(pool, (minute(6), message(1)), minute(60)).await.unwrap().1, None);
    // Better rules: it was a person, too.
    judged(&ground, 2, vec![verdict(1, Kind::Clicked, position, 0, false)]).await;
    settle(&mut worker).await;
    assert_eq!(
        counts(&ground).await,
        [line(0, "clicked", false, 1, 2), line(0, "sent", false, 1, 0)],
        "lines that come to nothing go"
    );
    assert_eq!(ground.differences(Part::Responses).await, Vec::<String>::new());
}

#[tokio::test]
async fn numbers_that_are_not_those_of_the_log_are_named() {
    let ground = Ground::new().await;
    let mut worker = ground.worker(EmailResponses);
    sent(&ground, 1, 0).await;
    let clicks = vec![signal(1, Kind::Clicked, minute(5)), signal(1, Kind::Clicked, minute(6))];
    told(&ground, clicks).await;
    settle(&mut worker).await;
    assert_eq!(ground.differences(Part::Responses).await, Vec::<String>::new());
    // Each on top of the one before.
    for (damage, what) in [
        (
            "update read.email_response_hours set messages = 7 where kind = 'sent'",
            "the hours do not add up to the counts",
        ),
        (
            "update read.email_response_counts set messages = 7 where kind = 'sent'",
            "the counts are not those of its mails",
        ),
        ("update read.email_link_counts set hits = 7", "the counts are not those of its clicks"),
        ("update read.email_messages set clicks = 7", "the numbers are not those of its hits"),
        ("delete from read.email_hits where n = 1", "a hit is missing"),
        ("update read.email_hits set n = 5", "a hit follows from nothing in the log"),
        ("update read.email_messages set message_id = gen_random_uuid()", "the row is missing"),
    ] {
        ground.execute(damage).await;
        let found = ground.differences(Part::Responses).await;
        assert!(found.iter().any(|found| found == what), "{damage}: {found:?}");
    }
}

#[tokio::test]
async fn the_parts_of_a_report_add_up_to_the_whole() {
    let ground = Ground::new().await;
    let mut worker = ground.worker(EmailResponses);
    for (n, variant) in [(1, 0), (2, 0), (3, 1)] {
        sent(&ground, n, variant).await;
    }
    told(
        &ground,
        vec![
            signal(1, Kind::Delivered, minute(1)),
            signal(2, Kind::Delivered, minute(1)),
            signal(3, Kind::BouncedHard, minute(2)),
            signal(1, Kind::Clicked, minute(5)),
            signal(1, Kind::Clicked, minute(6)),
        ],
    )
    .await;
    settle(&mut worker).await;
    let pool = &ground.test.pools.read;
    let variants = report(pool, CAMPAIGN, Divided::Variant).await.unwrap();
    let total = variants.total;
    assert_eq!((total.sent, total.delivered, total.reached(), total.bounced_hard), (3, 2, 2, 1));
    assert_eq!((total.clicked, total.clicks, total.unjudged, total.opened), (1, 2, 2, 0));
    assert_eq!(variants.rows.iter().map(|row| row.variant).collect::<Vec<_>>(), [Some(0), Some(1)]);
    let left = variants.rows.iter().fold(total, |left, row| left.without(&row.figures));
    assert_eq!((left, variants.rest), (Figures::default(), None));

    let domains = report(pool, CAMPAIGN, Divided::Domain { most: 10 }).await.unwrap();
    assert_eq!(domains.rows.len(), 1);
    assert_eq!((domains.rows[0].domain.as_deref(), domains.rows[0].figures), (Some("example.com"), total));
    assert_eq!(domains.rest, Some(Figures::default()));
    let none = report(pool, CAMPAIGN, Divided::Domain { most: 0 }).await.unwrap();
    assert_eq!((none.rows.len(), none.rest), (0, Some(total)));

    let hours = report(pool, CAMPAIGN, Divided::Hour).await.unwrap();
    assert_eq!(hours.rows.iter().map(|row| row.figures.sent).sum::<i64>(), 3);
    let links = report(pool, CAMPAIGN, Divided::Link).await.unwrap();
    assert_eq!(links.rows.len(), 1);
    let link = &links.rows[0];
    assert_eq!(
        (link.variant, link.link, link.figures.clicked, link.figures.clicks),
        (Some(0), Some(2), 1, 2)
    );

    let rates = total.rates();
    assert_eq!(
        (rates.delivery, rates.click, rates.bounce, rates.click_to_open),
        (Some(66.67), Some(50.0), Some(33.33), None)
    );
    let of_several = totals(pool, &[CAMPAIGN, Uuid::from_u128(9)]).await.unwrap();
    assert_eq!((of_several.get(&CAMPAIGN), of_several.len()), (Some(&total), 1));

    let other = report(pool, Uuid::from_u128(9), Divided::Variant).await.unwrap();
    assert_eq!(other.total.rates(), Rates::default(), "of nothing there are no shares");
    assert_eq!((other.total, other.rows.len()), (Figures::default(), 0));
}
