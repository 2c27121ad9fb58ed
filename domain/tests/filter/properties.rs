use pivotal_domain::audience::engagement::kind::Kind;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::filter::asking::Asking;
use pivotal_domain::audience::filter::describe::describe;
use pivotal_domain::audience::filter::field::{self, Field, ValueType};
use pivotal_domain::audience::filter::matches::matches;
use pivotal_domain::audience::filter::operator::{Operator, Takes};
use pivotal_domain::audience::filter::parse::{parse, parse_text};
use pivotal_domain::audience::filter::print::print;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;

fn fields(entity: Entity) -> Vec<Field> {
    let custom = Field::Custom("custom.size".to_owned());
    let own = field::known(entity).into_iter().chain([custom]);
    match entity {
        Entity::Account => own.collect(),
        Entity::Contact => own.chain(fields(Entity::Account).into_iter().map(Field::of_account)).collect(),
    }
}

fn day() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(json!("today")),
        (0u32..400).prop_map(|days| json!({"daysAgo": days})),
        (0u32..400).prop_map(|days| json!({"daysAhead": days})),
        (1u32..29, 1u32..13).prop_map(|(day, month)| json!(format!("2026-{month:02}-{day:02}"))),
    ]
}

fn one(field: &Field) -> BoxedStrategy<Value> {
    match field.value_type() {
        ValueType::Choice => prop::sample::select(field.options()).prop_map(|option| json!(option)).boxed(),
        ValueType::Country => {
            prop::sample::select(vec!["DE", "at", "France"]).prop_map(|one| json!(one)).boxed()
        }
        ValueType::Number => any::<i64>().prop_map(|number| json!(number)).boxed(),
        ValueType::Money => {
            (0u32.., "[A-Z]{3}").prop_map(|(amount, of)| json!({"amount": amount, "currency": of})).boxed()
        }
        ValueType::Date | ValueType::DateTime => day().boxed(),
        ValueType::Bool => any::<bool>().prop_map(|yes| json!(yes)).boxed(),
        ValueType::Reference | ValueType::References => {
            any::<u128>().prop_map(|id| json!(uuid::Uuid::from_u128(id).to_string())).boxed()
        }
        ValueType::User => prop_oneof![Just(json!("me")), "\\PC{1,20}x".prop_map(|text| json!(text))].boxed(),
        ValueType::Text | ValueType::List | ValueType::Custom => {
            "\\PC{0,20}x".prop_map(|text| json!(text)).boxed()
        }
    }
}

fn condition(field: Field, operator: Operator) -> BoxedStrategy<Value> {
    let custom_number = matches!(field.value_type(), ValueType::Custom)
        && matches!(
            operator,
            Operator::Greater | Operator::AtLeast | Operator::Less | Operator::AtMost | Operator::Between
        );
    let one = if custom_number { (-999i32..999).prop_map(|n| json!(n)).boxed() } else { one(&field) };
    let (key, op) = (field.key().to_owned(), operator.name());
    let value = match operator.takes() {
        Takes::Nothing => Just(Value::Null).boxed(),
        Takes::One => one,
        Takes::Many => prop::collection::vec(one, 1..4).prop_map(Value::from).boxed(),
        Takes::Range => one.prop_map(|end| json!({"from": end, "to": end})).boxed(),
        Takes::Days => (0u32..400).prop_map(|days| json!(days)).boxed(),
    };
    value.prop_map(move |value| json!({"field": key, "op": op, "value": value})).boxed()
}

fn any_condition(entity: Entity) -> impl Strategy<Value = Value> {
    let all: Vec<(Field, Operator)> = fields(entity)
        .into_iter()
        .flat_map(|field| {
            Operator::of(field.value_type()).iter().map(move |operator| (field.clone(), *operator))
        })
        .collect();
    prop::sample::select(all).prop_flat_map(|(field, operator)| condition(field, operator))
}

/// What contacts are asked among an account's: nothing about the account.
fn of_contacts() -> impl Strategy<Value = Value> {
    let own = |json: &Value| !json.to_string().contains("\"account.");
    let one = any_condition(Entity::Contact).prop_filter("about the contact", own);
    let filter = groups(prop_oneof![6 => one, 1 => engagement()].boxed());
    let counts = (1u32..9, prop::option::of(9u32..99));
    (filter, counts).prop_map(
        |(filter, (least, most))| json!({"contacts": {"at_least": least, "at_most": most, "filter": filter}}),
    )
}

/// What is asked to have happened, in every way it can be asked.
fn engagement() -> impl Strategy<Value = Value> {
    let did = prop::sample::select(Kind::ALL).prop_map(|kind| json!({"did": kind.as_str()}));
    let often = prop_oneof![
        Just(json!({})),
        (1u32..9).prop_map(|least| json!({"at_least": least})),
        (0u32..9).prop_map(|most| json!({"at_most": most})),
        (0u32..9, 0u32..9).prop_map(|(least, more)| json!({"at_least": least, "at_most": least + more})),
    ];
    let when = prop_oneof![
        Just(json!({})),
        (0u32..400).prop_map(|days| json!({"within_days": days})),
        day().prop_map(|from| json!({"from": from})),
        day().prop_map(|to| json!({"to": to})),
        day().prop_map(|day| json!({"from": day, "to": day})),
    ];
    let campaigns = prop::collection::vec(any::<u128>(), 0..3).prop_map(|ids| match ids.is_empty() {
        true => json!({}),
        false => {
            json!({"campaign": ids.into_iter().map(|id| uuid::Uuid::from_u128(id).to_string()).collect::<Vec<_>>()})
        }
    });
    (did, often, when, campaigns, any::<bool>()).prop_map(|(did, often, when, campaigns, machines)| {
        let mut asked = json!({"machines": machines && (did["did"] == "opened" || did["did"] == "clicked")});
        for part in [did, often, when, campaigns] {
            asked.as_object_mut().unwrap().extend(part.as_object().unwrap().clone());
        }
        json!({"engagement": asked})
    })
}

fn any_filter(entity: Entity) -> impl Strategy<Value = Value> {
    groups(match entity {
        Entity::Contact => prop_oneof![6 => any_condition(entity), 1 => engagement()].boxed(),
        Entity::Account => prop_oneof![3 => any_condition(entity), 1 => of_contacts()].boxed(),
    })
}

fn groups(leaf: BoxedStrategy<Value>) -> impl Strategy<Value = Value> {
    leaf.prop_recursive(4, 12, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..4).prop_map(|nodes| json!({"all": nodes})),
            prop::collection::vec(inner.clone(), 1..4).prop_map(|nodes| json!({"any": nodes})),
            inner.prop_map(|node| json!({"not": node})),
        ]
    })
}

/// Nearly a filter: the right words in the wrong places.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        prop::sample::select(vec![
            "country",
            "created_at",
            "in",
            "between",
            "today",
            "2026-02-31",
            "99999-01-01"
        ])
        .prop_map(Value::from),
    ];
    let words = prop::sample::select(vec![
        "v",
        "all",
        "any",
        "not",
        "contacts",
        "engagement",
        "did",
        "campaign",
        "within_days",
        "machines",
        "at_least",
        "at_most",
        "filter",
        "field",
        "op",
        "value",
        "from",
        "to",
        "daysAgo",
        "amount",
        "x",
    ]);
    leaf.prop_recursive(6, 40, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(words.clone(), inner, 0..4).prop_map(|map| Value::Object(
                map.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
            )),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn a_filter_that_is_written_and_read_again_is_the_same(contact in any_filter(Entity::Contact), account in any_filter(Entity::Account)) {
        for (entity, json) in [(Entity::Contact, contact), (Entity::Account, account)] {
            let filter = parse(entity, &json).unwrap();
            let printed = print(&filter);
            prop_assert_eq!(&parse(entity, &printed).unwrap(), &filter);
            prop_assert_eq!(&parse_text(entity, &printed.to_string()).unwrap(), &filter);
            prop_assert!(!describe(&filter).is_empty());
        }
    }

    #[test]
    fn no_json_makes_it_panic_and_every_mistake_has_a_message(json in any_json(), text in any::<String>()) {
        let _ = parse_text(Entity::Contact, &text);
        for entity in [Entity::Contact, Entity::Account] {
            let Err(errors) = parse(entity, &json) else { continue };
            prop_assert!(!errors.0.is_empty() && errors.0.iter().all(|error| !error.message.is_empty()));
        }
    }

    #[test]
    fn not_gives_exactly_the_others(json in any_filter(Entity::Contact), score in any::<Option<i64>>(), city in any::<Option<String>>()) {
        let filter = parse(Entity::Contact, &json).unwrap();
        let others = parse(Entity::Contact, &json!({"not": json})).unwrap();
        let mut record = BTreeMap::new();
        record.extend(score.map(|score| ("score".to_owned(), FieldValue::Number(score))));
        record.extend(city.map(|city| ("city".to_owned(), FieldValue::Text(city))));
        let asking = Asking::at("2026-03-10T12:00:00Z".parse().unwrap());
        prop_assert_ne!(matches(&filter, &record, &asking), matches(&others, &record, &asking));
    }
}
