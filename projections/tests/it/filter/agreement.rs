//! Random filters mean the same in SQL and in memory.

use std::borrow::Cow;
use std::collections::BTreeMap;

use pivotal_domain::audience::engagement::facts::Touch;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::filter::field::{self, Field, ValueType};
use pivotal_domain::audience::filter::matches::{self, Linked, matches};
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

use super::people::{self, CITIES, COUNTRIES, NAMES, OWNERS, SIZES, TAGS, TITLES};
use super::{asked, asking, custom, engagement, members};
use crate::support::Ground;
use crate::support::records::admin;

const FILTERS: usize = 500;

type Record = BTreeMap<String, FieldValue>;

/// A contact, and what happened to it.
struct Person {
    values: Record,
    touches: Vec<Touch>,
}

impl matches::Record for Person {
    fn value(&self, key: &str) -> Option<Cow<'_, FieldValue>> {
        matches::Record::value(&self.values, key)
    }

    fn touches(&self) -> &[Touch] {
        &self.touches
    }
}

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
        ValueType::References => {
            let known = [
                members::LISTS.as_slice(),
                &members::SEGMENTS,
                &members::DOMAIN_SETS,
                &members::CAMPAIGNS,
                &members::IMPORTS,
                &[Uuid::nil()],
            ]
            .concat();
            prop::sample::select(known).prop_map(|id| json!(id.to_string())).boxed()
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

fn own_fields(entity: Entity) -> Vec<Field> {
    let undefined = ["custom.size", "custom.many"].map(|key| Field::Custom(key.to_owned()));
    field::known(entity).into_iter().chain(undefined).chain(custom::fields()).collect()
}

fn leaf(fields: Vec<Field>, companies: Vec<Uuid>) -> BoxedStrategy<Value> {
    let all: Vec<(Field, Operator)> = fields
        .into_iter()
        .flat_map(|field| {
            Operator::of(field.value_type()).iter().map(move |operator| (field.clone(), *operator))
        })
        .collect();
    prop::sample::select(all)
        .prop_flat_map(move |(field, operator)| condition(field, operator, &companies))
        .boxed()
}

fn groups(leaf: BoxedStrategy<Value>) -> BoxedStrategy<Value> {
    leaf.prop_recursive(4, 10, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..4).prop_map(|nodes| json!({"all": nodes})),
            prop::collection::vec(inner.clone(), 1..4).prop_map(|nodes| json!({"any": nodes})),
            inner.prop_map(|node| json!({"not": node})),
        ]
    })
    .boxed()
}

/// How many of an account's contacts fit, or how many there are.
fn counted(companies: Vec<Uuid>) -> BoxedStrategy<Value> {
    let filter = prop_oneof![
        4 => groups(prop_oneof![4 => leaf(own_fields(Entity::Contact), companies), 1 => engagement::any()].boxed()),
        1 => Just(json!({})),
    ];
    let how_many = prop_oneof![
        Just(json!({})),
        (1u32..4).prop_map(|least| json!({"at_least": least})),
        (0u32..4).prop_map(|most| json!({"at_most": most})),
        (0u32..3, 0u32..3).prop_map(|(least, more)| json!({"at_least": least, "at_most": least + more})),
    ];
    (filter, how_many)
        .prop_map(|(filter, mut asked)| {
            asked["filter"] = filter;
            json!({"contacts": asked})
        })
        .boxed()
}

fn any_filter(entity: Entity, companies: Vec<Uuid>) -> impl Strategy<Value = Value> {
    let own = leaf(own_fields(entity), companies.clone());
    let own = match entity {
        Entity::Contact => prop_oneof![4 => own, 1 => engagement::any()].boxed(),
        Entity::Account => own,
    };
    let other = match entity {
        Entity::Contact => {
            leaf(own_fields(Entity::Account).into_iter().map(Field::of_account).collect(), companies)
        }
        Entity::Account => counted(companies),
    };
    groups(prop_oneof![own, other].boxed())
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

/// Every company as accounts' lists know it, archived or not.
async fn companies_in_memory(ground: &Ground) -> BTreeMap<Uuid, Record> {
    let ids = accounts_of(ground, &accounts::AccountFilter::default()).await;
    let fields = accounts::fields(&ground.test.pools.read, &admin(), &ids).await.unwrap();
    let belongings = members::all(ground).await;
    let company = |(id, fields): (Uuid, Map<String, Value>)| {
        let archived = fields.get("status").and_then(Value::as_str) == Some("archived");
        let mut more = vec![("archived", Some(FieldValue::Bool(archived)))];
        more.extend(belongings.iter().map(|(key, of)| (*key, of.get(&id).cloned())));
        (id, record(fields, &more))
    };
    fields.into_iter().map(company).collect()
}

async fn people_in_memory(ground: &Ground) -> BTreeMap<Uuid, Person> {
    let rows = contacts_of(ground, &contacts::ContactFilter::default()).await;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut fields = contacts::fields(&ground.test.pools.read, &admin(), &ids).await.unwrap();
    let belongings = members::all(ground).await;
    let mut touches = engagement::by_contact(ground).await;
    let person = |row: contacts::ContactRow| {
        let domain =
            row.email.as_deref().and_then(|email| email.rsplit_once('@')).map(|(_, of)| of.to_owned());
        let mut more = vec![
            ("account_name", row.account_name.map(FieldValue::from)),
            ("account_domain", row.account_domain.map(FieldValue::from)),
            ("email_domain", domain.map(FieldValue::from)),
            ("archived", Some(FieldValue::Bool(row.archived))),
        ];
        more.extend(belongings.iter().map(|(key, of)| (*key, of.get(&row.id).cloned())));
        let values = record(fields.remove(&row.id).unwrap(), &more);
        (row.id, Person { values, touches: touches.remove(&row.id).unwrap_or_default() })
    };
    rows.into_iter().map(person).collect()
}

fn text_of(record: &Record, key: &str) -> Option<Uuid> {
    record.get(key)?.as_text()?.parse().ok()
}

fn archived(record: &Record) -> bool {
    record.get("archived") == Some(&FieldValue::Bool(true))
}

/// What the filter holds of, each with those it is linked to.
fn in_memory<'a>(
    records: impl Iterator<Item = (&'a Uuid, Linked<'a>)>,
    entity: Entity,
    json: &Value,
) -> Vec<Uuid> {
    let filter = asked(entity, json).filter;
    records.filter(|(_, record)| matches(&filter, record, &asking())).map(|(id, _)| *id).collect()
}

/// People and companies with everything that a filter can ask of them.
async fn ground_with(companies: usize, people: usize) -> (Ground, Vec<Uuid>) {
    let ground = Ground::new().await;
    let companies = people::companies(&ground, companies).await;
    people::people(&ground, &companies[..companies.len().min(12)], people).await;
    ground.project(pivotal_projections::audience::accounts::project::Accounts).await;
    for (table, entity) in [("read.contacts", "contact"), ("read.accounts", "account")] {
        custom::values(&ground, table).await;
        members::belong(&ground, table, entity).await;
    }
    engagement::happen(&ground).await;
    people::bounce(&ground).await;
    (ground, companies)
}

#[tokio::test]
async fn sql_and_memory_agree_about_contacts() {
    let (ground, companies) = ground_with(6, 150).await;
    let (people, employers) = (people_in_memory(&ground).await, companies_in_memory(&ground).await);
    assert_eq!((people.len(), employers.len()), (150, 6));
    assert!(
        people.values().any(|person| text_of(&person.values, "account").is_none()),
        "some have no company"
    );
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
        some += usize::from(!found.is_empty() && found.len() < people.len());
        let linked = people.iter().map(|(id, record)| {
            let account = text_of(&record.values, "account").and_then(|id| employers.get(&id));
            let account = account.map(|account| account as &dyn matches::Record);
            (id, Linked { record, account, contacts: Vec::new() })
        });
        assert_eq!(found, in_memory(linked, Entity::Contact, &json), "{json}");
    }
    assert!(some > FILTERS / 10, "only {some} filters chose");
}

#[tokio::test]
async fn sql_and_memory_agree_about_accounts() {
    let (ground, companies) = ground_with(60, 60).await;
    let (people, employers) = (people_in_memory(&ground).await, companies_in_memory(&ground).await);
    assert_eq!((people.len(), employers.len()), (60, 60));
    let (mut runner, strategy) = (TestRunner::default(), any_filter(Entity::Account, companies));
    let mut some = 0;
    for _ in 0..FILTERS {
        let json = strategy.new_tree(&mut runner).unwrap().current();
        let filter = accounts::AccountFilter {
            condition: Some(asked(Entity::Account, &json)),
            ..accounts::AccountFilter::default()
        };
        let mut found = accounts_of(&ground, &filter).await;
        found.sort_unstable();
        some += usize::from(!found.is_empty() && found.len() < employers.len());
        let linked = employers.iter().map(|(id, record)| {
            let staff = people.values().filter(|person| {
                !archived(&person.values) && text_of(&person.values, "account") == Some(*id)
            });
            let contacts = staff.map(|person| person as &dyn matches::Record);
            (id, Linked { record, account: None, contacts: contacts.collect() })
        });
        assert_eq!(found, in_memory(linked, Entity::Account, &json), "{json}");
    }
    assert!(some > FILTERS / 10, "only {some} filters chose");
}
