//! Random filters mean the same in SQL and in memory.

use std::collections::BTreeMap;

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::filter::field::{self, Field, ValueType};
use pivotal_domain::audience::filter::matches::matches;
use pivotal_domain::audience::filter::operator::{Operator, Takes};
use pivotal_domain::audience::values::country::Country;
use pivotal_projections::audience::accounts::query as accounts;
use pivotal_projections::audience::contacts::query as contacts;
use pivotal_projections::audience::list::{Direction, Sort};
use pivotal_projections::page::PageArgs;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::custom;
use super::people::{self, CITIES, COUNTRIES, NAMES, OWNERS, SIZES, TAGS, TITLES};
use super::{asked, asking};
use crate::support::Ground;
use crate::support::records::admin;

const FILTERS: usize = 500;

type Record = BTreeMap<String, FieldValue>;

/// Values that records have, parts of them, and others.
fn text() -> BoxedStrategy<Value> {
    let known: Vec<&str> = [
        CITIES,
        TITLES,
        TAGS,
        NAMES,
        OWNERS,
        SIZES,
        &["p1@mail.example.com", "mail.example.com", "me", "ui", "+1 202 555-0112"],
    ]
    .concat();
    let whole = prop::sample::select(known.clone());
    let part = (prop::sample::select(known), 0usize..6, 1usize..6)
        .prop_map(|(text, from, count)| text.chars().skip(from).take(count).collect::<String>())
        .prop_map(|part| if part.trim().is_empty() { "a".to_owned() } else { part });
    prop_oneof![
        whole.prop_map(|one| json!(one)),
        part.prop_map(|one| json!(one)),
        "[a-zA-Z%_\\\\']{1,3}".prop_map(|one| json!(one))
    ]
    .boxed()
}

fn day() -> BoxedStrategy<Value> {
    prop_oneof![
        Just(json!("today")),
        (0u32..12).prop_map(|days| json!({"daysAgo": days})),
        (0u32..12).prop_map(|days| json!({"daysAhead": days})),
        (1u32..21).prop_map(|day| json!(format!("2026-03-{day:02}"))),
        Just(json!("2026-01-01")),
    ]
    .boxed()
}

fn one(field: &Field, companies: &[Uuid]) -> BoxedStrategy<Value> {
    match field.value_type() {
        ValueType::Choice => prop::sample::select(choices(field)).prop_map(|option| json!(option)).boxed(),
        ValueType::List if field.defined_type().is_some() => {
            prop::sample::select(choices(field)).prop_map(|option| json!(option)).boxed()
        }
        ValueType::Number if field.defined_type().is_some() => {
            prop::sample::select(vec![json!(12), json!("12.50"), json!(-3), json!(-0.25), json!(7)]).boxed()
        }
        ValueType::Country => prop::sample::select(COUNTRIES)
            .prop_map(|code| json!(Country::parse(code).unwrap().name()))
            .boxed(),
        ValueType::Number => (-1i64..8).prop_map(|number| json!(number * number * number)).boxed(),
        ValueType::Money => (
            prop::sample::select(vec!["1000000", "1000000.5", "5", "7"]),
            prop::sample::select(vec!["USD", "EUR"]),
        )
            .prop_map(|(amount, currency)| json!({"amount": amount, "currency": currency}))
            .boxed(),
        ValueType::Date | ValueType::DateTime => day(),
        ValueType::Bool => any::<bool>().prop_map(|yes| json!(yes)).boxed(),
        ValueType::Reference => {
            prop::sample::select(companies.to_vec()).prop_map(|id| json!(id.to_string())).boxed()
        }
        ValueType::Text | ValueType::List | ValueType::User | ValueType::Custom => text(),
    }
}

fn choices(field: &Field) -> Vec<String> {
    field.choices().iter().map(|choice| choice.value.to_owned()).collect()
}

fn condition(field: Field, operator: Operator, companies: &[Uuid]) -> BoxedStrategy<Value> {
    let compares = matches!(
        operator,
        Operator::Greater | Operator::AtLeast | Operator::Less | Operator::AtMost | Operator::Between
    );
    let one = match field.value_type() {
        ValueType::Custom if compares => {
            prop::sample::select(vec![json!(12), json!("12.5"), json!(-3), json!("-2.99")]).boxed()
        }
        _ => one(&field, companies),
    };
    let (key, op) = (field.key().to_owned(), operator.name());
    let value = match operator.takes() {
        Takes::Nothing => Just(Value::Null).boxed(),
        Takes::One => one,
        Takes::Many => prop::collection::vec(one, 1..4).prop_map(Value::from).boxed(),
        Takes::Range => one.prop_map(|end| json!({"from": end, "to": end})).boxed(),
        Takes::Days => (0u32..12).prop_map(|days| json!(days)).boxed(),
    };
    value.prop_map(move |value| json!({"field": key, "op": op, "value": value})).boxed()
}

fn any_filter(entity: Entity, companies: Vec<Uuid>) -> impl Strategy<Value = Value> {
    let undefined = ["custom.size", "custom.many"].map(|key| Field::Custom(key.to_owned()));
    let all: Vec<(Field, Operator)> = field::known(entity)
        .into_iter()
        .chain(undefined)
        .chain(custom::fields())
        .flat_map(|field| {
            Operator::of(field.value_type()).iter().map(move |operator| (field.clone(), *operator))
        })
        .collect();
    let leaf = prop::sample::select(all)
        .prop_flat_map(move |(field, operator)| condition(field, operator, &companies));
    leaf.prop_recursive(4, 10, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..4).prop_map(|nodes| json!({"all": nodes})),
            prop::collection::vec(inner.clone(), 1..4).prop_map(|nodes| json!({"any": nodes})),
            inner.prop_map(|node| json!({"not": node})),
        ]
    })
}

fn record(fields: Map<String, Value>, more: &[(&str, Option<FieldValue>)]) -> Record {
    let mut record: Record = serde_json::from_value(Value::Object(fields)).unwrap();
    record.extend(more.iter().filter_map(|(key, value)| Some(((*key).to_owned(), value.clone()?))));
    record
}

fn newest() -> Sort {
    Sort { field: "created_at".into(), direction: Direction::Descending }
}

async fn contacts_of(ground: &Ground, filter: &contacts::ContactFilter) -> Vec<contacts::ContactRow> {
    let args = PageArgs::first(500);
    let page = contacts::page(&ground.test.pools.lists, &admin(), filter, &newest(), &args).await.unwrap();
    page.rows.into_iter().map(|(_, row)| row).collect()
}

async fn accounts_of(ground: &Ground, filter: &accounts::AccountFilter) -> Vec<Uuid> {
    let args = PageArgs::first(500);
    let page = accounts::page(&ground.test.pools.lists, &admin(), filter, &newest(), &args).await.unwrap();
    page.rows.into_iter().map(|(_, row)| row.id).collect()
}

fn in_memory(records: &BTreeMap<Uuid, Record>, entity: Entity, json: &Value) -> Vec<Uuid> {
    let filter = asked(entity, json).filter;
    records.iter().filter(|(_, record)| matches(&filter, *record, &asking())).map(|(id, _)| *id).collect()
}

#[tokio::test]
async fn sql_and_memory_agree_about_contacts() {
    let ground = Ground::new().await;
    let companies = people::companies(&ground, 6).await;
    people::people(&ground, &companies, 150).await;
    custom::values(&ground, "read.contacts").await;
    let rows = contacts_of(&ground, &contacts::ContactFilter::default()).await;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut fields = contacts::fields(&ground.test.pools.read, &admin(), &ids).await.unwrap();
    let records: BTreeMap<Uuid, Record> = rows
        .into_iter()
        .map(|row| {
            let domain =
                row.email.as_deref().and_then(|email| email.rsplit_once('@')).map(|(_, of)| of.to_owned());
            let more = [
                ("account_name", row.account_name.map(FieldValue::from)),
                ("account_domain", row.account_domain.map(FieldValue::from)),
                ("email_domain", domain.map(FieldValue::from)),
                ("archived", Some(FieldValue::Bool(row.archived))),
            ];
            (row.id, record(fields.remove(&row.id).unwrap(), &more))
        })
        .collect();
    assert_eq!(records.len(), 150);
    let (mut runner, strategy) = (TestRunner::default(), any_filter(Entity::Contact, companies));
    let mut some = 0;
    for _ in 0..FILTERS {
        let json = strategy.new_tree(&mut runner).unwrap().current();
        let filter = contacts::ContactFilter {
            condition: Some(asked(Entity::Contact, &json)),
            ..contacts::ContactFilter::default()
        };
        let mut found: Vec<Uuid> = contacts_of(&ground, &filter).await.iter().map(|row| row.id).collect();
        found.sort_unstable();
        some += usize::from(!found.is_empty() && found.len() < records.len());
        assert_eq!(found, in_memory(&records, Entity::Contact, &json), "{json}");
    }
    assert!(some > FILTERS / 10, "only {some} filters chose");
}

#[tokio::test]
async fn sql_and_memory_agree_about_accounts() {
    let ground = Ground::new().await;
    let companies = people::companies(&ground, 100).await;
    people::people(&ground, &companies[..10], 30).await;
    ground.project(pivotal_projections::audience::accounts::project::Accounts).await;
    custom::values(&ground, "read.accounts").await;
    let ids = accounts_of(&ground, &accounts::AccountFilter::default()).await;
    let fields = accounts::fields(&ground.test.pools.read, &admin(), &ids).await.unwrap();
    let records: BTreeMap<Uuid, Record> = fields
        .into_iter()
        .map(|(id, fields)| {
            let archived = fields.get("status").and_then(Value::as_str) == Some("archived");
            (id, record(fields, &[("archived", Some(FieldValue::Bool(archived)))]))
        })
        .collect();
    assert_eq!(records.len(), 100);
    let (mut runner, strategy) = (TestRunner::default(), any_filter(Entity::Account, companies));
    for _ in 0..FILTERS {
        let json = strategy.new_tree(&mut runner).unwrap().current();
        let filter = accounts::AccountFilter {
            condition: Some(asked(Entity::Account, &json)),
            ..accounts::AccountFilter::default()
        };
        let mut found = accounts_of(&ground, &filter).await;
        found.sort_unstable();
        assert_eq!(found, in_memory(&records, Entity::Account, &json), "{json}");
    }
}
