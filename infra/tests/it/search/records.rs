//! Documents as the projection makes them.

use std::collections::BTreeMap;

use chrono::DateTime;
use cqrs_es::Aggregate;
use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::accounts::events::AccountEvent;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::events::{AccountLink, ContactEvent, LinkKind};
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::audience::search::Kind;
use pivotal_domain::audience::search::document::{Company, Document};
use pivotal_domain::audience::search::question::Question;
use pivotal_projections::audience::search::port::{Changes, SearchIndex, Sought, Stamp};
use uuid::Uuid;

pub const STAMP: Stamp = Stamp { epoch: Uuid::from_u128(7), version: 1, position: 0 };
pub const ACME: Uuid = Uuid::from_u128(0xacce);

pub fn put(documents: Vec<Document>) -> Changes {
    Changes { put: documents, forget: Vec::new() }
}

pub fn forget(id: Uuid) -> Changes {
    Changes { put: Vec::new(), forget: vec![id] }
}

fn fields(values: &[(&str, &str)]) -> BTreeMap<String, FieldValue> {
    values.iter().map(|(key, value)| ((*key).to_owned(), (*value).into())).collect()
}

pub fn account(id: Uuid, values: &[(&str, &str)]) -> Document {
    let at = DateTime::UNIX_EPOCH;
    let mut account = Account::default();
    account.apply(AccountEvent::AccountCreated {
        source: Source::Ui,
        at,
        fields: fields(values),
        derived: vec![],
    });
    Document::of_account(id, &account).unwrap()
}

/// At Acme.
pub fn contact(id: u128, values: &[(&str, &str)]) -> Document {
    let at = DateTime::UNIX_EPOCH;
    let mut contact = Contact::default();
    contact.apply(ContactEvent::ContactCreated {
        source: Source::Ui,
        at,
        fields: fields(values),
        derived: vec![],
        account: Some(AccountLink { account_id: ACME, how: LinkKind::Import }),
    });
    let company = Company { name: Some("Acme Rockets".into()), domain: Some("acme.example".into()) };
    Document::of_contact(Uuid::from_u128(id), &contact, Some(&company)).unwrap()
}

pub fn archived(mut document: Document) -> Document {
    document.archived = true;
    document
}

/// A few people and their company.
pub fn people() -> Vec<Document> {
    vec![
        account(
            ACME,
            &[
                ("name", "Acme Rockets"),
                ("domain", "acme.example"),
                ("hq_city", "Köln"),
                ("main_phone_e164", "+4922155501"),
            ],
        ),
        contact(
            1,
            &[
                ("full_name", "Jane Doe"),
                ("email", "jane.doe@mail.example"),
                ("job_title", "Head of Sales"),
                ("mobile_phone", "+12025550100"),
            ],
        ),
        contact(2, &[("full_name", "Janet Roe"), ("email", "jr@acme.example"), ("job_title", "Pilot")]),
        contact(3, &[("full_name", "Jürgen Müller-Lüdenscheidt"), ("email", "jml@acme.example")]),
        contact(4, &[("full_name", "Doe Jane"), ("job_title", "Jane's deputy")]),
        archived(contact(5, &[("full_name", "Jane Archived")])),
    ]
}

/// Numbers of the contacts that are found.
pub async fn found(index: &dyn SearchIndex, text: &str) -> Vec<u128> {
    found_with(index, text, false).await
}

pub async fn found_with(index: &dyn SearchIndex, text: &str, archived: bool) -> Vec<u128> {
    ids(index, Kind::Contact, text, archived).await
}

pub async fn ids(index: &dyn SearchIndex, kind: Kind, text: &str, archived: bool) -> Vec<u128> {
    let question = Question::parse(text).unwrap();
    let found = index.find(&question, Sought { kind, archived, first: 10 }).await.unwrap();
    found.ids.iter().map(|id| id.as_u128()).collect()
}
