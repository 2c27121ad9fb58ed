//! Small requests to append, and the raw call of the append function beside our own code.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::accounts::events::AccountEvent;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::record::change::FieldChange;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::append::{Append, IdempotencyKey, Lane, NewFact, NewJob};
use pivotal_log::testing::start_of_test_time;
use serde_json::json;
use sqlx::PgConnection;
use uuid::Uuid;

pub fn at() -> DateTime<Utc> {
    start_of_test_time()
}

pub fn fields(values: &[(&str, &str)]) -> BTreeMap<String, FieldValue> {
    values.iter().map(|(key, value)| ((*key).to_owned(), (*value).into())).collect()
}

pub fn metadata() -> Metadata {
    Metadata::system("system")
}

pub fn account_created() -> AccountEvent {
    AccountEvent::AccountCreated {
        source: Source::Ui,
        at: at(),
        fields: fields(&[("name", "Northwind"), ("domain", "northwind.example.com")]),
        derived: vec![],
    }
}

/// A new account: nothing in it is about a person.
pub fn account(id: Uuid) -> Append {
    account_at(id, 0, vec![account_created()])
}

pub fn account_at(id: Uuid, sequence: i64, events: Vec<AccountEvent>) -> Append {
    let mut append = Append::new(Lane::Interactive);
    append.events::<Account>(id, sequence, events, &metadata()).unwrap();
    append
}

pub fn archived() -> AccountEvent {
    AccountEvent::AccountArchived { source: Source::Ui, at: at(), reason: None }
}

pub const EMAIL: &str = "ada.lovelace@example.com";

pub fn contact_created() -> ContactEvent {
    ContactEvent::ContactCreated {
        source: Source::Ui,
        at: at(),
        fields: fields(&[("email", EMAIL), ("full_name", "Ada Lovelace"), ("country", "GB")]),
        derived: vec![],
        account: None,
    }
}

pub fn email_changed(to: &str) -> ContactEvent {
    ContactEvent::ContactFieldsChanged {
        source: Source::Ui,
        at: at(),
        changes: BTreeMap::from([(
            "email".to_owned(),
            FieldChange { old: Some(EMAIL.into()), new: Some(to.into()) },
        )]),
        derived: vec![],
        kept: BTreeMap::new(),
    }
}

pub fn contact(id: Uuid) -> Append {
    contact_at(id, 0, vec![contact_created()])
}

pub fn contact_at(id: Uuid, sequence: i64, events: Vec<ContactEvent>) -> Append {
    let mut append = Append::new(Lane::Interactive);
    append.events::<Contact>(id, sequence, events, &metadata()).unwrap();
    append
}

pub fn fact(about: Uuid, text: &str) -> NewFact {
    NewFact {
        kind: "noted",
        version: "1.0",
        about_type: "account",
        about_id: about,
        payload: json!({"Noted": {"text": text}}),
        metadata: metadata(),
        personal: &[],
        subject: None,
    }
}

pub fn job(id: Uuid) -> NewJob {
    NewJob::new(id, "test.job", "A job", json!({"n": 1})).unwrap()
}

pub fn idempotency(key: &str, fingerprint: &[u8], result: serde_json::Value) -> Option<IdempotencyKey> {
    Some(IdempotencyKey { key: key.to_owned(), fingerprint: fingerprint.to_owned(), result })
}

/// An event as somebody else's program might write it: straight through the append function.
pub struct Raw<'a> {
    pub kind: &'a str,
    pub id: Uuid,
    pub sequence: i64,
    pub event: &'a str,
    pub version: &'a str,
    pub payload: serde_json::Value,
}

impl Raw<'_> {
    pub fn account(id: Uuid) -> Self {
        Raw {
            kind: "account",
            id,
            sequence: 1,
            event: "AccountCreated",
            version: "1.0",
            payload: serde_json::to_value(account_created()).unwrap(),
        }
    }

    /// Answers with the position it drew. Counts once the connection's transaction commits.
    pub async fn append(&self, connection: &mut PgConnection) -> Result<i64, sqlx::Error> {
        let none = ", '{}'".repeat(8 + 5 + 11 + 4 + 3 + 6);
        let call = format!(
            "select at_position from log.append(1, array[0], array[$1], array[$2], array[$3], array[$4], array[$5], array[$6], array['{{}}'], array[null::uuid]{none})"
        );
        sqlx::query_scalar(&call)
            .bind(self.kind)
            .bind(self.id.to_string())
            .bind(self.sequence)
            .bind(self.event)
            .bind(self.version)
            .bind(self.payload.to_string())
            .fetch_one(connection)
            .await
    }
}
