//! Old versions of events: brought to their present shape on every way out of the log.

use cqrs_es::persist::{EventUpcaster, PersistedEventStore, SemanticVersionEventUpcaster};
use cqrs_es::{AggregateContext, EventStore};
use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::accounts::events::AccountEvent;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::log::personal::PersonalPart;
use pivotal_log::reader;
use pivotal_log::repository::EventLogRepository;
use pivotal_log::testing::TestLog;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::samples::Raw;
use crate::support::{connection, samples};

/// In 0.8 the map was called `data`, in 0.9 `values`; now it is `fields`.
fn renamed(
    event: &'static str,
    version: &str,
    from: &'static str,
    to: &'static str,
) -> Box<dyn EventUpcaster> {
    let rename = move |mut payload: Value| {
        let body = payload[event].as_object_mut().unwrap();
        let map = body.remove(from).unwrap();
        body.insert(to.to_owned(), map);
        payload
    };
    Box::new(SemanticVersionEventUpcaster::new(event, version, Box::new(rename)))
}

fn upcasters(event: &'static str) -> Vec<Box<dyn EventUpcaster>> {
    vec![renamed(event, "0.9", "data", "values"), renamed(event, "1.0", "values", "fields")]
}

#[tokio::test]
async fn an_old_event_reads_like_a_new_one_through_load_reader_and_repository() {
    let test = TestLog::with_upcasters(upcasters("AccountCreated")).await;
    let mut ids = Vec::new();
    for (version, at) in [("0.8", "data"), ("0.9", "values"), ("1.0", "fields")] {
        let id = Uuid::now_v7();
        let payload = json!({"AccountCreated": {"source": "ui", "at": samples::at(), at: {"name": "Northwind", "domain": "northwind.example.com"}}});
        let raw = Raw { kind: "account", id, sequence: 1, event: "AccountCreated", version, payload };
        raw.append(&mut connection(&test).await).await.unwrap();
        ids.push(id);
    }
    let repository = EventLogRepository::new(test.log.clone(), &[]);
    let store: PersistedEventStore<_, Account> =
        PersistedEventStore::new_event_store(repository).with_upcasters(upcasters("AccountCreated"));
    let mut wanted = Account::default();
    cqrs_es::Aggregate::apply(&mut wanted, samples::account_created());
    for id in ids {
        assert_eq!(test.log.load::<Account>(id).await.unwrap().state, wanted);
        let entries = reader::read_record(&test.pools.read, "account", id).await.unwrap();
        let read: AccountEvent = entries[0].event(&reader::Keys::default(), test.log.upcasters()).unwrap();
        assert_eq!(read, samples::account_created());
        assert_eq!(*store.load_aggregate(&id.to_string()).await.unwrap().aggregate(), wanted);
    }
}

#[tokio::test]
async fn an_old_event_about_a_person_is_opened_before_it_is_brought_up_to_date() {
    let test = TestLog::with_upcasters(upcasters("ContactCreated")).await;
    let id = Uuid::now_v7();
    let mut append = samples::contact(id);
    let event = &mut append.events[0];
    event.event_version = "0.9".into();
    let body = event.payload["ContactCreated"].as_object_mut().unwrap();
    let fields = body.remove("fields").unwrap();
    body.insert("values".into(), fields);
    event.personal = &[PersonalPart::FieldMap { at: "values", entity: Entity::Contact }];
    test.log.append(append).await.unwrap();
    let loaded = test.log.load::<Contact>(id).await.unwrap();
    assert_eq!(loaded.state.record.text("email"), Some(samples::EMAIL));
    test.log.keys.destroy(id).await.unwrap();
    let erased = test.log.load::<Contact>(id).await.unwrap();
    assert_eq!((erased.state.record.text("email"), erased.state.record.text("country")), (None, Some("GB")));
}
