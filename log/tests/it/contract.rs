//! Our repository against the stock one: the table is the same, so each must make sense of what the other would.
//!
//! The stock repository only reads here: writing with it loses events in ways of its own.

use cqrs_es::persist::{PersistedEventRepository, PersistedEventStore};
use cqrs_es::{Aggregate, AggregateContext, AggregateError, CqrsFramework, EventStore};
use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::accounts::command::AccountCommand;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::change::WriteRule;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::audience::record::write::{Candidate, Write};
use pivotal_domain::log::personal::{LoggedEvent, PersonalPart};
use pivotal_log::append::{Append, Lane};
use pivotal_log::repository::EventLogRepository;
use pivotal_log::testing::TestLog;
use postgres_es::PostgresEventRepository;
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

use crate::support::{connection, count, samples};

const PERSONAL: &[PersonalPart] = &[PersonalPart::FieldMap { at: "fields", entity: Entity::Contact }];

type Store<R, A> = PersistedEventStore<R, A>;

fn ours<A: Aggregate>(test: &TestLog, personal: &'static [PersonalPart]) -> Store<EventLogRepository, A> {
    PersistedEventStore::new_event_store(EventLogRepository::new(test.log.clone(), personal))
}

fn stock<A: Aggregate>(test: &TestLog) -> Store<PostgresEventRepository, A> {
    PersistedEventStore::new_event_store(PostgresEventRepository::new(test.pools.read.clone()))
}

fn write(key: &str, value: &str) -> Write {
    let values = BTreeMap::from([(key.to_owned(), Candidate::given(value.into(), WriteRule::Overwrite))]);
    Write { source: Source::Ui, at: samples::at(), values }
}

/// Sequences as the stock repository reads them, which load in that order.
async fn sequences<A: Aggregate>(test: &TestLog, id: Uuid) -> Vec<usize> {
    let events =
        PostgresEventRepository::new(test.pools.read.clone()).get_events::<A>(&id.to_string()).await.unwrap();
    events.iter().map(|event| event.sequence).collect()
}

#[tokio::test]
async fn the_stock_repository_loads_what_the_log_wrote() {
    let test = TestLog::new().await;
    let [one, other] = std::array::from_fn(|_| Uuid::now_v7());
    let events = vec![samples::account_created(), samples::archived()];
    test.log.append(samples::account_at(one, 0, events)).await.unwrap();
    test.log.append(samples::account(other)).await.unwrap();
    let restored = pivotal_domain::audience::accounts::events::AccountEvent::AccountRestored {
        source: Source::Ui,
        at: samples::at(),
    };
    test.log.append(samples::account_at(one, 2, vec![restored])).await.unwrap();
    for id in [one, other] {
        let mut theirs = stock::<Account>(&test).load_aggregate(&id.to_string()).await.unwrap();
        let mine = test.log.load::<Account>(id).await.unwrap();
        assert_eq!(*theirs.aggregate(), mine.state);
        let mut through = ours::<Account>(&test, &[]).load_aggregate(&id.to_string()).await.unwrap();
        assert_eq!(*through.aggregate(), mine.state);
    }
    assert_eq!(sequences::<Account>(&test, one).await, [1, 2, 3]);
    let events = stock::<Account>(&test).load_events(&one.to_string()).await.unwrap();
    assert_eq!(events[0].metadata.get("actor").map(String::as_str), Some("system"));
}

#[tokio::test]
async fn the_stock_repository_loads_a_sealed_contact_without_its_personal_parts() {
    let test = TestLog::new().await;
    let id = Uuid::now_v7();
    let events = vec![samples::contact_created(), samples::email_changed("ada@example.test")];
    test.log.append(samples::contact_at(id, 0, events)).await.unwrap();
    let mut theirs = stock::<Contact>(&test).load_aggregate(&id.to_string()).await.unwrap();
    let record = &theirs.aggregate().record;
    assert!(record.is_active());
    assert_eq!((record.text("email"), record.text("country")), (None, Some("GB")));
    let mut mine = ours::<Contact>(&test, PERSONAL).load_aggregate(&id.to_string()).await.unwrap();
    assert_eq!(mine.aggregate().record.text("email"), Some("ada@example.test"));
    assert_eq!(sequences::<Contact>(&test, id).await, [1, 2]);
}

#[tokio::test]
async fn the_framework_works_on_the_log() {
    let test = TestLog::new().await;
    let id = Uuid::now_v7().to_string();
    let framework = CqrsFramework::new(ours::<Account>(&test, &[]), vec![], ());
    let metadata =
        || HashMap::from([("actor".to_owned(), "u-1".to_owned()), ("source".to_owned(), "ui".to_owned())]);
    let create = AccountCommand::Create { write: write("name", "Northwind"), ancestors: vec![] };
    framework.execute_with_metadata(&id, create.clone(), metadata()).await.unwrap();
    let archive = AccountCommand::Archive { source: Source::Ui, at: samples::at(), reason: None };
    framework.execute_with_metadata(&id, archive, metadata()).await.unwrap();
    assert!(matches!(framework.execute(&id, create).await, Err(AggregateError::UserError(_))));
    assert_eq!(sequences::<Account>(&test, id.parse().unwrap()).await, [1, 2]);
    let events = ours::<Account>(&test, &[]).load_events(&id).await.unwrap();
    assert_eq!(events[1].metadata.get("actor").map(String::as_str), Some("u-1"));
}

#[tokio::test]
async fn what_the_framework_persists_about_a_person_is_sealed() {
    let test = TestLog::new().await;
    let id = Uuid::now_v7().to_string();
    let store = ours::<Contact>(&test, PERSONAL);
    let context = store.load_aggregate(&id).await.unwrap();
    store.commit(vec![samples::contact_created()], context, HashMap::new()).await.unwrap();
    assert_eq!(count(&test, "select count(*) from log.events where payload::text like '%ada%'").await, 0);
    let mut context = store.load_aggregate(&id).await.unwrap();
    assert_eq!(context.aggregate().record.text("email"), Some(samples::EMAIL));
    assert_eq!(
        samples::contact_created().personal(),
        PERSONAL,
        "what the repository is told is what the event declares"
    );
}

#[tokio::test]
async fn of_two_commits_on_one_state_one_is_told_of_the_conflict_and_one_row_is_written() {
    let test = TestLog::new().await;
    let id = Uuid::now_v7();
    test.log.append(samples::account(id)).await.unwrap();
    let store = ours::<Account>(&test, &[]);
    let first = store.load_aggregate(&id.to_string()).await.unwrap();
    let second = store.load_aggregate(&id.to_string()).await.unwrap();
    let (one, two) = tokio::join!(
        store.commit(vec![samples::archived()], first, HashMap::new()),
        store.commit(vec![samples::archived()], second, HashMap::new())
    );
    assert_eq!([one.is_ok(), two.is_ok()].iter().filter(|ok| **ok).count(), 1);
    let refused = one.err().or(two.err()).unwrap();
    assert!(matches!(refused, AggregateError::AggregateConflict), "{refused:?}");
    assert_eq!(sequences::<Account>(&test, id).await, [1, 2]);
}

#[tokio::test]
async fn get_last_events_answers_what_follows_as_the_stock_repository_does() {
    let test = TestLog::new().await;
    let id = Uuid::now_v7();
    let events = vec![samples::account_created(), samples::archived()];
    test.log.append(samples::account_at(id, 0, events)).await.unwrap();
    let mine = EventLogRepository::new(test.log.clone(), &[])
        .get_last_events::<Account>(&id.to_string(), 1)
        .await
        .unwrap();
    let theirs = PostgresEventRepository::new(test.pools.read.clone())
        .get_last_events::<Account>(&id.to_string(), 1)
        .await
        .unwrap();
    assert_eq!(mine, theirs);
    assert_eq!(mine.len(), 1);
}

async fn many(test: &TestLog, accounts: usize) {
    let mut append = Append::new(Lane::Bulk);
    for _ in 0..accounts {
        append
            .events::<Account>(Uuid::now_v7(), 0, vec![samples::account_created()], &samples::metadata())
            .unwrap();
    }
    test.log.append(append).await.unwrap();
}

#[tokio::test]
async fn a_replay_gives_every_event_in_the_order_of_the_log() {
    let test = TestLog::new().await;
    many(&test, 1_201).await;
    let repository = EventLogRepository::new(test.log.clone(), &[]);
    let mut stream = repository.stream_all_events::<Account>().await.unwrap();
    let mut replayed = Vec::new();
    while let Some(event) = stream.next::<Account>(&[]).await {
        replayed.push(event.unwrap().aggregate_id);
    }
    let stored: Vec<String> =
        sqlx::query_scalar("select aggregate_id from log.events order by global_position")
            .fetch_all(&test.pools.read)
            .await
            .unwrap();
    assert_eq!(replayed, stored);
}

#[tokio::test]
async fn a_replay_that_breaks_off_says_so() {
    let test = TestLog::new().await;
    many(&test, 3_000).await;
    let repository = EventLogRepository::new(test.log.clone(), &[]);
    let mut stream = repository.stream_all_events::<Account>().await.unwrap();
    stream.next::<Account>(&[]).await.unwrap().unwrap();
    // No connection can be had any more.
    test.pools.write.close().await;
    drop(connection(&test).await);
    let (mut read, mut failed) = (1, false);
    while let Some(event) = stream.next::<Account>(&[]).await {
        match event {
            Ok(_) => read += 1,
            Err(_) => failed = true,
        }
    }
    assert!(failed && read < 3_000, "{read} events and no word of what is missing");
}
