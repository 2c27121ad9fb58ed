//! What people are told of: the catalogue applied to the log, each person's own, and the same again when it is built anew.

mod damage;
mod due;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Duration, Utc};
use pivotal_domain::audience::accounts::events::AccountEvent;
use pivotal_domain::audience::bulk::Bulk;
use pivotal_domain::audience::bulk::events::BulkEvent;
use pivotal_domain::audience::bulk::outcome::{BulkCounts, RecordOutcome};
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::notifications::NotificationPreferences;
use pivotal_domain::identity::notifications::digest::{DigestSchedule, Every, MailPreferences};
use pivotal_domain::identity::notifications::events::NotificationEvent;
use pivotal_domain::identity::notifications::facts::{
    AllRead, NOTIFICATIONS_ALL_READ, NOTIFICATIONS_ALL_READ_VERSION, NOTIFICATIONS_READ,
    NOTIFICATIONS_READ_VERSION, NotificationFact, SomeRead,
};
use pivotal_domain::identity::role::Role;
use pivotal_domain::identity::users::User;
use pivotal_domain::identity::users::events::UserEvent;
use pivotal_domain::log::metadata::Metadata;
use pivotal_domain::work::tasks::events::TaskEvent;
use pivotal_domain::work::tasks::{Priority, Task};
use pivotal_log::append::{Append, Lane, NewFact};
use pivotal_projections::identity::notifications::project::Notifications;
use pivotal_projections::identity::notifications::query::{self, NotificationRow, Unread};
use pivotal_projections::identity::notifications::{KEPT_MOST, SPEC, mail};
use pivotal_projections::page::PageArgs;
use pivotal_projections::rebuild::Rebuilder;
use pivotal_projections::rebuild::request;
use pivotal_projections::verify::{Part, Report, Verifier};
use pivotal_projections::work::project::Work;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::support::Ground;
use crate::support::records::{ADA, change, contact_created, fields, metadata, minute};

const BEN: Uuid = Uuid::from_u128(0xbe);
const ZOE: Uuid = Uuid::from_u128(0x20e);
const TEAM: Uuid = Uuid::from_u128(0x7ea);
const BULK: Uuid = Uuid::from_u128(0xb1);

fn who(user_id: Uuid) -> Actor {
    Actor { user_id, role: Role::DataOps, ..Actor::system("ui") }
}

async fn hired(ground: &Ground, id: Uuid, email: &str) {
    let event = UserEvent::UserCreated {
        at: minute(0),
        name: email.into(),
        email: email.into(),
        role: Role::DataOps,
        client_id: None,
        teams: vec![TEAM],
    };
    ground.append::<User>(id, vec![event], &Source::System).await;
}

/// Everybody of these tests. Events of records are Ada's.
async fn house() -> Ground {
    let ground = Ground::new().await;
    for (id, email) in [(ADA, "ada@example.com"), (BEN, "Ben@example.com"), (ZOE, "zoe@example.com")] {
        hired(&ground, id, email).await;
    }
    ground
}

fn given(owner: &str, source: Source, at: DateTime<Utc>) -> ContactEvent {
    ContactEvent::ContactFieldsChanged {
        source,
        at,
        changes: BTreeMap::from([("owner".to_owned(), change(None, Some(owner)))]),
        derived: vec![],
        kept: BTreeMap::new(),
    }
}

/// A new contact for each owner, given by Ada.
async fn give(ground: &Ground, owners: &[&str], source: &Source, at: DateTime<Utc>) -> Vec<Uuid> {
    let mut made = Vec::new();
    for owner in owners {
        let id = Uuid::now_v7();
        let name = fields(&[("full_name", "Some Body")]);
        let events = vec![contact_created(name, None), given(owner, source.clone(), at)];
        ground.append::<Contact>(id, events, source).await;
        made.push(id);
    }
    made
}

async fn completed(ground: &Ground, changed: u64) {
    let mut counts = BulkCounts::default();
    (0..changed).for_each(|_| counts.count(RecordOutcome::Changed, None));
    let event = BulkEvent::BulkCompleted { at: minute(9), counts };
    ground.append::<Bulk>(BULK, vec![event], &Source::Bulk { id: BULK }).await;
}

async fn fact(ground: &Ground, kind: &'static str, version: &'static str, fact: NotificationFact) {
    let mut append = Append::new(Lane::Interactive);
    append.facts.push(NewFact {
        kind,
        version,
        about_type: "user",
        about_id: BEN,
        payload: serde_json::to_value(&fact).unwrap(),
        metadata: Metadata::system("ui"),
        personal: &[],
        subject: None,
    });
    ground.test.log.append(append).await.unwrap();
}

async fn told(ground: &Ground, user: Uuid) -> Vec<NotificationRow> {
    let args = PageArgs::first(500);
    let page = query::page(&ground.test.pools.read, &who(user), minute(10), false, &args).await.unwrap();
    page.rows.into_iter().map(|(_, row)| row).collect()
}

async fn unread(ground: &Ground, user: Uuid) -> Unread {
    query::unread(&ground.test.pools.read, &who(user), minute(10)).await.unwrap()
}

/// Builds the read model anew beside the one in use, which must be the same.
async fn built_anew(ground: &Ground) {
    let mut before = Vec::new();
    for table in SPEC.tables {
        before.push(ground.dump(&format!("read.{table}")).await);
    }
    let id = request::request(&ground.test.pools.write, SPEC.name, "a test", "ada").await.unwrap();
    let mut rebuilder = Rebuilder::new(&ground.test.pools, ground.opener(), vec![Arc::new(Notifications)]);
    rebuilder.next(&CancellationToken::new()).await.unwrap();
    let done = request::get(&ground.test.pools.read, id).await.unwrap().unwrap();
    assert_eq!((done.state.as_str(), done.same, done.error), ("done", Some(true), None));
    for (table, before) in SPEC.tables.iter().zip(before) {
        assert_eq!(ground.dump(&format!("read.{table}")).await, before, "{table}");
    }
    let report = verified(ground).await;
    assert!(report.is_clean(), "{report:?}");
}

async fn verified(ground: &Ground) -> Report {
    let verifier = Verifier {
        pools: ground.test.pools.clone(),
        opener: ground.opener(),
        blind: ground.test.log.blind.clone(),
        search: ground.search.clone(),
    };
    verifier.run(&[Part::Notifications], |_| {}).await.unwrap()
}

#[tokio::test]
async fn ten_thousand_records_in_bulk_are_one_notification_when_the_work_has_ended() {
    let ground = house().await;
    let (ben, source) = (BEN.to_string(), Source::Bulk { id: BULK });
    give(&ground, &[&ben, &ben, "zoe@example.com", &ADA.to_string(), "nobody at all"], &source, minute(1))
        .await;
    ground.project(Notifications).await;
    assert_eq!(told(&ground, BEN).await, [], "it still runs");
    give(&ground, &[&ben], &source, minute(2)).await;
    completed(&ground, 6).await;
    ground.project(Notifications).await;
    let rows = told(&ground, BEN).await;
    assert_eq!(rows.len(), 1, "{rows:?}");
    let row = &rows[0];
    assert_eq!((row.kind.as_str(), row.caused_by, row.subject), ("records_assigned", Some(ADA), None));
    assert_eq!((row.details.number("contacts"), row.told_at), (3, minute(9)));
    let zoe = told(&ground, ZOE).await;
    assert_eq!(zoe[0].details.number("contacts"), 1, "named by the address she signs in with");
    assert_eq!(told(&ground, ADA).await, [], "she did it herself, and it was small and clean");
    assert_eq!(ground.dump("read.notification_tallies").await, [] as [&str; 0]);
    built_anew(&ground).await;
}

#[tokio::test]
async fn records_given_one_by_one_join_until_they_are_read_or_an_hour_has_passed() {
    let ground = house().await;
    let ben = BEN.to_string();
    let first = give(&ground, &[&ben], &Source::Ui, minute(1)).await;
    ground.project(Notifications).await;
    let row = told(&ground, BEN).await.remove(0);
    assert_eq!((row.subject.unwrap().id, row.name.as_deref()), (first[0], None), "no contacts are projected");
    give(&ground, &[&ben, &ben], &Source::Ui, minute(30)).await;
    ground.project(Notifications).await;
    let rows = told(&ground, BEN).await;
    assert_eq!((rows.len(), rows[0].details.number("contacts"), rows[0].subject), (1, 3, None));
    let read = SomeRead { user: BEN, ids: vec![rows[0].id], at: minute(31) };
    let read = NotificationFact::NotificationsRead(read);
    fact(&ground, NOTIFICATIONS_READ, NOTIFICATIONS_READ_VERSION, read).await;
    give(&ground, &[&ben], &Source::Ui, minute(32)).await;
    give(&ground, &[&ben], &Source::Ui, minute(32) + Duration::minutes(61)).await;
    ground.project(Notifications).await;
    let counts: Vec<u64> =
        told(&ground, BEN).await.iter().map(|row| row.details.number("contacts")).collect();
    assert_eq!(counts, [1, 1, 3]);
    built_anew(&ground).await;
}

#[tokio::test]
async fn what_was_read_stays_read_when_the_rows_are_built_anew() {
    let ground = house().await;
    let ben = BEN.to_string();
    let hours = |n: i64| minute(0) - Duration::hours(12 - 2 * n);
    for n in 0..3 {
        give(&ground, &[&ben], &Source::Ui, hours(n)).await;
    }
    give(&ground, &[&ZOE.to_string()], &Source::Ui, hours(3)).await;
    ground.project(Notifications).await;
    assert_eq!(unread(&ground, BEN).await.count, 3);
    let ids: Vec<i64> = told(&ground, BEN).await.iter().map(|row| row.id).collect();
    let zoes = told(&ground, ZOE).await[0].id;
    let read = SomeRead { user: BEN, ids: vec![ids[2], zoes, 99_999], at: minute(5) };
    let read = NotificationFact::NotificationsRead(read);
    fact(&ground, NOTIFICATIONS_READ, NOTIFICATIONS_READ_VERSION, read).await;
    ground.project(Notifications).await;
    assert_eq!(unread(&ground, BEN).await, Unread { count: 2, newest: Some(ids[0]) });
    assert_eq!(unread(&ground, ZOE).await.count, 1, "nobody reads for somebody else");
    let all = NotificationFact::NotificationsAllRead(AllRead { user: BEN, at: minute(6) });
    fact(&ground, NOTIFICATIONS_ALL_READ, NOTIFICATIONS_ALL_READ_VERSION, all).await;
    give(&ground, &[&ben], &Source::Ui, minute(7)).await;
    ground.project(Notifications).await;
    let rows = told(&ground, BEN).await;
    let read: Vec<Option<DateTime<Utc>>> = rows.iter().map(|row| row.read_at).collect();
    assert_eq!(read, [None, Some(minute(6)), Some(minute(6)), Some(minute(5))]);
    built_anew(&ground).await;
    assert_eq!(told(&ground, BEN).await, rows);
    assert_eq!(unread(&ground, BEN).await.count, 1);
}

#[tokio::test]
async fn a_kind_that_was_switched_off_is_not_told_and_what_was_told_stays() {
    let ground = house().await;
    let (ben, at) = (BEN.to_string(), |n: i64| minute(0) - Duration::hours(12 - 2 * n));
    give(&ground, &[&ben], &Source::Ui, at(0)).await;
    let choose = async |off: &[&str]| {
        let in_app_off = off.iter().map(ToString::to_string).collect();
        let event =
            NotificationEvent::NotificationPreferencesSet { at: minute(2), in_app_off, previous: vec![] };
        ground.append::<NotificationPreferences>(BEN, vec![event], &Source::Ui).await;
    };
    choose(&["records_assigned"]).await;
    give(&ground, &[&ben], &Source::Ui, at(1)).await;
    choose(&[]).await;
    give(&ground, &[&ben], &Source::Ui, at(2)).await;
    ground.project(Notifications).await;
    let when: Vec<DateTime<Utc>> = told(&ground, BEN).await.iter().map(|row| row.told_at).collect();
    assert_eq!(when, [at(2), at(0)]);
    let chosen = query::chosen(&ground.test.pools.read, &who(BEN)).await.unwrap();
    assert_eq!(chosen.in_app_off, [] as [&str; 0]);
    built_anew(&ground).await;
}

#[tokio::test]
async fn what_is_told_by_mail_alone_is_kept_for_it_and_not_shown() {
    let ground = house().await;
    let ben = BEN.to_string();
    let digest = DigestSchedule { every: Every::Daily, hour: 8, time_zone: "Europe/Copenhagen".into() };
    let mail = MailPreferences { digest, ..MailPreferences::default() };
    let events = vec![
        NotificationEvent::NotificationPreferencesSet {
            at: minute(1),
            in_app_off: vec!["records_assigned".into()],
            previous: vec![],
        },
        NotificationEvent::NotificationMailSet {
            at: minute(1),
            mail: mail.clone(),
            previous: MailPreferences::default(),
        },
    ];
    ground.append::<NotificationPreferences>(BEN, events, &Source::Ui).await;
    give(&ground, &[&ben], &Source::Ui, minute(2)).await;
    ground.project(Notifications).await;
    assert_eq!(told(&ground, BEN).await, []);
    let (pool, actor) = (&ground.test.pools.read, who(BEN));
    assert_eq!(query::chosen(pool, &actor).await.unwrap().mail, mail);
    let unread = |left_out: Vec<String>| async move {
        let (since, until) = (minute(0), minute(9));
        mail::unread(pool, &who(BEN), since, until, &left_out, 20).await.unwrap()
    };
    let (words, all) = unread(vec![]).await;
    assert_eq!((words.len(), all), (1, 1), "{words:?}");
    assert_eq!(unread(vec!["records_assigned".into()]).await, (vec![], 0));
    built_anew(&ground).await;
}

#[tokio::test]
async fn work_that_did_not_simply_go_well_is_told_to_who_asked_for_it() {
    let ground = house().await;
    let failed = BulkEvent::BulkFailed { at: minute(3), counts: BulkCounts::default(), error: "no".into() };
    let mut append = Append::new(Lane::Bulk);
    append.events::<Bulk>(BULK, 0, vec![failed], &metadata(&Source::Bulk { id: BULK })).unwrap();
    ground.test.log.append(append).await.unwrap();
    ground.project(Notifications).await;
    let rows = told(&ground, ADA).await;
    assert_eq!((rows.len(), rows[0].kind.as_str()), (1, "bulk_ended"));
    assert_eq!(told(&ground, BEN).await, []);
}

#[tokio::test]
async fn a_person_keeps_the_newest_of_a_bounded_time() {
    let ground = house().await;
    let owner = |n: i64| {
        let source = Source::Ui;
        let at = minute(0) - Duration::hours(1_200 - 2 * n);
        let changes = BTreeMap::from([("owner".to_owned(), change(None, Some(&BEN.to_string())))]);
        AccountEvent::AccountFieldsChanged { source, at, changes, derived: vec![], kept: BTreeMap::new() }
    };
    let old = |days: i64| given(&BEN.to_string(), Source::Ui, minute(0) - Duration::days(days));
    ground.append::<Contact>(Uuid::now_v7(), vec![old(200), old(150)], &Source::Ui).await;
    ground.project(Notifications).await;
    assert_eq!(ground.dump("read.notifications").await.len(), 2, "counted from the newest, not from a clock");
    assert_eq!(told(&ground, BEN).await, [], "and out of sight");
    for n in 0..600 {
        ground
            .append::<pivotal_domain::audience::accounts::Account>(
                Uuid::now_v7(),
                vec![owner(n)],
                &Source::Ui,
            )
            .await;
    }
    ground.project(Notifications).await;
    let rows = told(&ground, BEN).await;
    assert_eq!(rows.len() as i64, KEPT_MOST);
    assert!(rows.is_sorted_by(|a, b| a.id > b.id));
    built_anew(&ground).await;
}

/// A new task of Ada's, given to somebody by somebody.
async fn tasked(ground: &Ground, title: &str, by: Option<Uuid>, to: Uuid, at: DateTime<Utc>) -> Uuid {
    let id = Uuid::now_v7();
    let created = TaskEvent::TaskCreated {
        at,
        by: Some(ADA),
        about: None,
        title: title.into(),
        details: None,
        due: None,
        priority: Priority::Normal,
    };
    let assigned = TaskEvent::TaskAssigned { at, by, assignee: Some(to), previous: None };
    ground.append::<Task>(id, vec![created, assigned], &Source::Ui).await;
    id
}

#[tokio::test]
async fn a_task_is_told_by_name_to_whom_somebody_else_gave_it() {
    let ground = house().await;
    let id = tasked(&ground, "Call back", Some(ADA), BEN, minute(1)).await;
    tasked(&ground, "My own", Some(BEN), BEN, minute(1)).await;
    tasked(&ground, "Of the sample", None, BEN, minute(1)).await;
    ground.project(Work).await;
    ground.project(Notifications).await;
    let rows = told(&ground, BEN).await;
    assert_eq!(rows.len(), 1, "{rows:?}");
    assert_eq!((rows[0].kind.as_str(), rows[0].caused_by), ("tasks_assigned", Some(ADA)));
    assert_eq!((rows[0].subject.unwrap().id, rows[0].name.as_deref()), (id, Some("Call back")));
    assert_eq!(told(&ground, ADA).await, []);

    // Given on, it is told to the next, and its words are no longer the first one's to read.
    let on =
        TaskEvent::TaskAssigned { at: minute(2), by: Some(ADA), assignee: Some(ZOE), previous: Some(BEN) };
    ground.append::<Task>(id, vec![on], &Source::Ui).await;
    ground.project(Work).await;
    ground.project(Notifications).await;
    assert_eq!(told(&ground, ZOE).await[0].name.as_deref(), Some("Call back"));
    let rows = told(&ground, BEN).await;
    assert_eq!((rows.len(), rows[0].name.as_deref()), (1, None));

    // The next one joins what is not read yet.
    tasked(&ground, "Another", Some(ADA), BEN, minute(3)).await;
    ground.project(Notifications).await;
    let rows = told(&ground, BEN).await;
    assert_eq!((rows.len(), rows[0].details.number("tasks"), rows[0].subject), (1, 2, None));
    built_anew(&ground).await;
}
