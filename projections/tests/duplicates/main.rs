//! The finder on real tables: what was planted is found, what only looks like it is not, what changed is looked at again, and
//! what people dismissed stays away.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says where")]

#[path = "../../../domain/tests/duplicates/pairs.rs"]
#[allow(dead_code, reason = "shared with the tests of the scores, which use all of it")]
mod pairs;
#[path = "../../../domain/tests/duplicates/world.rs"]
#[allow(dead_code, reason = "shared with the tests of the scores, which use all of it")]
mod world;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use chrono::Utc;
use pairs::Dice;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::identity::actor::Actor;
use pivotal_log::append::{Append, Lane};
use pivotal_log::reader::head_of;
use pivotal_log::testing::TestLog;
use pivotal_projections::audience::duplicates::finder;
use pivotal_projections::audience::duplicates::query::{self, QueueFilter};
use pivotal_projections::page::PageArgs;
use sqlx::PgPool;
use uuid::Uuid;
use world::{FIRST, Firm, LAST, Record, Somebody};

const PEOPLE: usize = 2_000;

/// People at companies of six; every third is there twice. No two people have one address.
fn people() -> (Vec<usize>, Vec<Record>) {
    let mut dice = Dice(2026);
    let (mut truth, mut records) = (Vec::new(), Vec::new());
    let mut addresses = HashSet::new();
    for number in 0..PEOPLE {
        let (first, last) = (dice.pick(FIRST), dice.pick(LAST));
        let mut one = Somebody { first, last, firm: Firm::of(number / 6), number, numbered: String::new() };
        if !addresses.insert(one.record().emails) {
            one.numbered = "3".to_owned();
        }
        truth.push(number);
        records.push(one.record());
        if dice.one_in(3) {
            truth.push(number);
            records.push(one.again(&mut dice));
        }
    }
    (truth, records)
}

async fn insert(pool: &PgPool, id: Uuid, position: i64, record: &Record) {
    sqlx::query(
        "insert into read.contacts (id, sequence, position, archived, erased, created_at, updated_at, email_status, phone_status, full_name, account_name, account_domain, city, country, email, mobile_phone, linkedin_url)
         values ($1, 1, $2, false, false, now(), now(), 'none', 'none', $3, $4, nullif($5, ''), nullif($6, ''), $7, $8, $9, nullif($10, ''))",
    )
    .bind(id).bind(position).bind(&record.name).bind(&record.company).bind(&record.domain).bind(&record.city).bind(&record.country)
    .bind(record.emails.first()).bind(record.phones.first()).bind(&record.linkedin)
    .execute(pool).await.unwrap();
}

/// A whole look, or one at what changed. Records looked at.
async fn look(log: &TestLog, whole: bool) -> i64 {
    let (pool, entity) = (&log.pools.write, Entity::Contact);
    let since = if whole { 0 } else { finder::looked_to(pool, entity).await.unwrap().unwrap() };
    let (scan, _) = finder::ahead(pool, entity, since).await.unwrap();
    if whole {
        finder::forget_keys(pool, entity).await.unwrap();
    }
    let (mut after, mut records) = (Uuid::nil(), 0);
    while let Some((last, count)) =
        finder::write_keys(pool, &log.log.blind, entity, (after, since, scan)).await.unwrap()
    {
        after = last;
        records += count;
    }
    let mut key = i64::MIN;
    loop {
        let fresh = if whole { 0 } else { scan };
        let (last, pairs) = finder::compare_groups(pool, entity, (key, fresh), KEYS).await.unwrap();
        finder::save(pool, entity, scan, Utc::now(), &pairs).await.unwrap();
        let Some(last) = last else { break };
        key = last;
    }
    finder::finish(pool, entity, (scan, whole), Utc::now(), (records, 1.0)).await.unwrap();
    records
}

/// So few that a look takes several steps.
const KEYS: i64 = 150;

async fn queue(log: &TestLog, filter: &QueueFilter) -> Vec<query::PairRow> {
    let args = PageArgs::first(500);
    let actor = Actor::system("test");
    let page = query::page(&log.pools.read, &actor, Entity::Contact, filter, &args).await.unwrap();
    page.rows.into_iter().map(|(_, row)| row).collect()
}

#[tokio::test]
#[expect(clippy::print_stdout, reason = "a measurement shows its figures")]
async fn planted_duplicates_are_found_by_the_tables_and_strangers_are_not() {
    let log = TestLog::new().await;
    let (truth, records) = people();
    let mut who = BTreeMap::new();
    for (at, record) in records.iter().enumerate() {
        let id = Uuid::from_u128(at as u128 + 1);
        who.insert(id, truth[at]);
        insert(&log.pools.write, id, at as i64 + 1, record).await;
    }
    assert_eq!(look(&log, true).await, records.len() as i64);
    let found: Vec<(Uuid, Uuid)> =
        sqlx::query_as("select a, b from jobs.duplicates where class in ('exact', 'duplicate')")
            .fetch_all(&log.pools.write)
            .await
            .unwrap();
    let right = found.iter().filter(|(a, b)| who[a] == who[b]).count() as f64;
    let mut of: BTreeMap<usize, usize> = BTreeMap::new();
    truth.iter().for_each(|who| *of.entry(*who).or_default() += 1);
    let planted = of.values().filter(|count| **count == 2).count() as f64;
    let (recall, precision) = (right / planted, right / found.len() as f64);
    println!("{} records, {planted} planted: recall {recall:.4}, precision {precision:.4}", records.len());
    assert!(recall >= 0.95, "recall {recall:.4}");
    assert!(precision >= 0.98, "precision {precision:.4}");
    // Page by page every pair once, the likeliest first.
    let actor = Actor::system("test");
    let (mut seen, mut after, mut last) = (BTreeSet::new(), None, 2.0_f32);
    loop {
        let args = PageArgs { after, ..PageArgs::first(100) };
        let page = query::page(&log.pools.read, &actor, Entity::Contact, &QueueFilter::default(), &args)
            .await
            .unwrap();
        for (_, row) in &page.rows {
            assert!(row.score <= last && seen.insert((row.a, row.b)));
            last = row.score;
        }
        after = page.rows.last().map(|(cursor, _)| cursor.clone());
        if !page.has_next {
            break;
        }
    }
    let standing = query::standing(&log.pools.read, &actor, Entity::Contact).await.unwrap();
    assert_eq!(seen.len() as i64, standing.exact + standing.duplicate + standing.review);
    // Looked at again, it is the same.
    look(&log, true).await;
    let again = query::standing(&log.pools.read, &actor, Entity::Contact).await.unwrap();
    assert_eq!(
        (again.exact, again.duplicate, again.review),
        (standing.exact, standing.duplicate, standing.review)
    );
}

#[tokio::test]
async fn only_what_changed_is_looked_at_again() {
    let log = TestLog::new().await;
    let pool = &log.pools.write;
    let ada = Record {
        name: "Ada Lovelace".into(),
        company: "Norhavn".into(),
        country: "DK".into(),
        emails: vec!["ada@norhavn.test".into()],
        ..Record::default()
    };
    let id = Uuid::from_u128;
    insert(pool, id(1), 10, &ada).await;
    look(&log, true).await;
    assert!(queue(&log, &QueueFilter::default()).await.is_empty());
    // A file brings her again under another address.
    insert(pool, id(2), 20, &Record { emails: vec![], name: "ADA LOVELACE".into(), ..ada.clone() }).await;
    insert(pool, id(3), 21, &Record { emails: vec![], name: "Bo Larsen".into(), ..ada.clone() }).await;
    assert_eq!(look(&log, false).await, 2);
    let pairs = queue(&log, &QueueFilter::default()).await;
    assert_eq!(pairs.iter().map(|row| (row.a, row.b)).collect::<Vec<_>>(), [(id(1), id(2))]);
    assert!(pairs[0].reasons.iter().any(|reason| reason == "same last name"), "{:?}", pairs[0].reasons);
    // Somebody says that they are two.
    sqlx::query(
        "insert into read.duplicate_dismissals (entity, a, b, by, at) values ('contact', $1, $2, $1, now())",
    )
    .bind(id(1))
    .bind(id(2))
    .execute(pool)
    .await
    .unwrap();
    look(&log, true).await;
    assert!(queue(&log, &QueueFilter::default()).await.is_empty(), "it never comes back");
    assert_eq!(queue(&log, &QueueFilter { dismissed: true, ..QueueFilter::default() }).await.len(), 1);
    // Archived, it waits no more; renamed, it is no pair any more.
    sqlx::query("delete from read.duplicate_dismissals").execute(pool).await.unwrap();
    sqlx::query("update read.contacts set archived = true, position = 30 where id = $1")
        .bind(id(2))
        .execute(pool)
        .await
        .unwrap();
    assert!(queue(&log, &QueueFilter::default()).await.is_empty());
    sqlx::query(
        "update read.contacts set archived = false, full_name = 'Carl Larsen', position = 31 where id = $1",
    )
    .bind(id(2))
    .execute(pool)
    .await
    .unwrap();
    look(&log, false).await;
    let left: i64 = sqlx::query_scalar("select count(*) from jobs.duplicates where a = $1")
        .bind(id(1))
        .fetch_one(pool)
        .await
        .unwrap();
    assert_eq!(left, 0);
}

#[tokio::test]
async fn what_was_touched_is_looked_at_by_itself() {
    let log = TestLog::new().await;
    let (pool, blind, entity) = (&log.pools.write, &log.log.blind, Entity::Contact);
    let ada = Record {
        name: "Ada Lovelace".into(),
        company: "Norhavn".into(),
        country: "DK".into(),
        emails: vec!["ada@norhavn.test".into()],
        ..Record::default()
    };
    let id = Uuid::from_u128;
    assert_eq!(finder::touched_to(pool, entity).await.unwrap(), None, "nobody looked yet");
    insert(pool, id(1), 10, &ada).await;
    insert(pool, id(2), 11, &Record { name: "Bo Larsen".into(), emails: vec![], ..ada.clone() }).await;
    look(&log, true).await;
    assert_eq!(finder::touched_to(pool, entity).await.unwrap(), Some(11));
    insert(pool, id(3), 20, &Record { emails: vec![], name: "ADA LOVELACE".into(), ..ada.clone() }).await;
    insert(pool, id(4), 21, &Record { emails: vec![], name: "Carla Winther".into(), ..ada.clone() }).await;
    let pairs = finder::look_at(pool, blind, entity, &[id(3), id(4)], 21).await.unwrap();
    assert_eq!(pairs.iter().map(|pair| (pair.a, pair.b)).collect::<Vec<_>>(), [(id(1), id(3))]);
    finder::save(pool, entity, 21, Utc::now(), &pairs).await.unwrap();
    finder::finish_touched(pool, entity, 21).await.unwrap();
    assert_eq!(finder::touched_to(pool, entity).await.unwrap(), Some(21));
    assert_eq!(queue(&log, &QueueFilter::default()).await.len(), 1);
    // Renamed, it is no pair any more; the long look that comes later finds the same.
    sqlx::query("update read.contacts set full_name = 'Dora Juhl', position = 30 where id = $1")
        .bind(id(3))
        .execute(pool)
        .await
        .unwrap();
    assert_eq!(finder::look_at(pool, blind, entity, &[id(3)], 30).await.unwrap(), []);
    assert!(queue(&log, &QueueFilter::default()).await.is_empty());
    look(&log, false).await;
    assert!(queue(&log, &QueueFilter::default()).await.is_empty());
}

#[tokio::test]
async fn what_was_touched_is_read_from_the_log() {
    let log = TestLog::new().await;
    let (pool, entity) = (&log.pools.write, Entity::Contact);
    for n in 0..3 {
        let created = ContactEvent::ContactCreated {
            source: Source::Ui,
            at: Utc::now(),
            fields: [("full_name".to_owned(), FieldValue::Text(format!("Ada {n}")))].into(),
            derived: vec![],
            account: None,
        };
        let mut append = Append::new(Lane::Interactive);
        let metadata = Actor::system("test").metadata();
        append.events::<Contact>(Uuid::now_v7(), 0, vec![created], &metadata).unwrap();
        log.log.append(append).await.unwrap();
    }
    let head = head_of(pool).await.unwrap();
    let touched = async |since, most| finder::touched(pool, entity, (since, head), most).await.unwrap();
    assert_eq!(touched(0, 10).await.map(|ids| ids.len()), Some(3));
    assert_eq!(touched(head, 10).await, Some(vec![]));
    assert_eq!(touched(0, 2).await, None, "too many to be looked at one by one");
}
