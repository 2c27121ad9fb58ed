//! What is asked of a contact's company, of an account's contacts and of what a record belongs to.

use std::collections::BTreeMap;

use pivotal_domain::audience::custom_fields::definition::{Definition, FieldType};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::filter::asking::Asking;
use pivotal_domain::audience::filter::describe::{describe, describe_with};
use pivotal_domain::audience::filter::error::{FilterError, FilterErrors};
use pivotal_domain::audience::filter::field::{Field, known};
use pivotal_domain::audience::filter::matches::{Linked, Record, matches};
use pivotal_domain::audience::filter::parse::parse_with;
use pivotal_domain::audience::filter::print::print;
use pivotal_domain::audience::filter::vocabulary::Vocabulary;
use pivotal_domain::audience::filter::{Filter, Node};
use serde_json::{Value, json};

use crate::{accounts, contacts, mistake};

const LIST: &str = "01890000-0000-7000-8000-000000000001";
const OTHER: &str = "01890000-0000-7000-8000-000000000002";

fn asks(field: &str, op: &str, value: Value) -> Value {
    json!({"field": field, "op": op, "value": value})
}

fn asking() -> Asking {
    Asking::at("2026-03-10T12:00:00Z".parse().unwrap())
}

fn record(values: Value) -> BTreeMap<String, FieldValue> {
    serde_json::from_value(values).unwrap()
}

fn says(json: Value) -> String {
    describe(&contacts(json).unwrap())
}

fn account_says(json: Value) -> String {
    describe(&accounts(json).unwrap())
}

/// Of a contact at this company; none: of one without any.
fn holds(filter: Value, company: Option<Value>) -> bool {
    let (contact, company) = (record(json!({"country": "DE"})), company.map(record));
    let account = company.as_ref().map(|company| company as &dyn Record);
    matches(
        &contacts(filter).unwrap(),
        &Linked { record: &contact, account, contacts: Vec::new() },
        &asking(),
    )
}

/// Of an account with these contacts.
fn account_holds(filter: Value, people: &[Value]) -> bool {
    let people: Vec<_> = people.iter().cloned().map(record).collect();
    let contacts = people.iter().map(|person| person as &dyn Record).collect();
    let account = record(json!({"industry": "Software"}));
    matches(&accounts(filter).unwrap(), &Linked { record: &account, account: None, contacts }, &asking())
}

fn account_mistake(json: Value) -> FilterError {
    let FilterErrors(mut errors) = accounts(json).unwrap_err();
    assert_eq!(errors.len(), 1, "{errors:?}");
    errors.pop().unwrap()
}

#[test]
fn a_contact_is_asked_about_its_company() {
    let software = || json!({"industry": "Software", "staff_count": 300, "custom.size": "12"});
    assert!(holds(asks("account.industry", "equals", json!("software")), Some(software())));
    assert!(holds(
        asks("account.staff_count", "between", json!({"from": 200, "to": 1000})),
        Some(software())
    ));
    assert!(holds(asks("account.custom.size", "greater", json!(11)), Some(software())));
    assert!(!holds(asks("account.industry", "equals", json!("Banking")), Some(software())));
    assert_eq!(mistake(asks("account.country", "equals", json!("DE"))).code.code(), "FILTER_UNKNOWN_FIELD");
}

#[test]
fn who_has_no_company_has_none_of_its_values() {
    assert!(!holds(asks("account.industry", "equals", json!("Software")), None));
    assert!(holds(asks("account.industry", "not_equals", json!("Software")), None));
    assert!(holds(asks("account.industry", "is_empty", Value::Null), None));
    assert!(holds(json!({"not": asks("account.industry", "equals", json!("Software"))}), None));
    // A company without any contact counted yet has 0; no company has no count.
    let none_counted = asks("account.contact_count", "equals", json!(0));
    assert!(holds(none_counted.clone(), Some(json!({}))));
    assert!(!holds(none_counted, None));
    assert!(!holds(asks("account.created_at", "has_value", Value::Null), None));
}

#[test]
fn an_account_is_asked_how_many_of_its_contacts_fit() {
    let vp = || asks("seniority_level", "equals", json!("VP"));
    let people = |vps: usize, others: usize| {
        let mut people = vec![json!({"seniority_level": "VP"}); vps];
        people.extend(vec![json!({"seniority_level": "Staff"}); others]);
        people
    };
    let within = |asked: Value, vps: usize, others: usize| {
        account_holds(json!({"contacts": asked}), &people(vps, others))
    };
    assert!(within(json!({"filter": vp()}), 1, 0));
    assert!(!within(json!({"filter": vp()}), 0, 3), "at least one, unless it is said how many");
    assert!(within(json!({"at_least": 2, "filter": vp()}), 2, 1));
    assert!(!within(json!({"at_least": 2, "filter": vp()}), 1, 5));
    assert!(within(json!({"at_most": 1, "filter": vp()}), 0, 0), "none is at most one");
    assert!(!within(json!({"at_most": 1, "filter": vp()}), 2, 0));
    assert!(within(json!({"at_least": 1, "at_most": 2, "filter": vp()}), 2, 9));
    assert!(!within(json!({"at_least": 1, "at_most": 2, "filter": vp()}), 3, 0));
    assert!(within(json!({"at_most": 0}), 0, 0) && !within(json!({"at_most": 0}), 0, 1));
    assert!(
        within(json!({}), 0, 1)
            && within(json!({"filter": {}}), 1, 0)
            && !within(json!({"filter": null}), 0, 0)
    );
}

#[test]
fn a_record_is_asked_what_it_belongs_to() {
    let member = || record(json!({"lists": [LIST]}));
    let of =
        |op: &str, value: Value| matches(&contacts(asks("lists", op, value)).unwrap(), &member(), &asking());
    assert!(of("any_of", json!([OTHER, LIST.to_uppercase()])), "an id is one however it is written");
    assert!(!of("all_of", json!([OTHER, LIST])));
    assert!(of("none_of", json!([OTHER])) && !of("none_of", json!([LIST])));
    assert!(of("has_value", Value::Null) && !of("is_empty", Value::Null));
    assert!(holds(asks("account.lists", "any_of", json!([LIST])), Some(json!({"lists": [LIST]}))));
    assert!(holds(asks("account.lists", "none_of", json!([LIST])), None));
    let error = mistake(asks("lists", "any_of", json!(["Fair visitors"])));
    assert_eq!(error.code.code(), "FILTER_VALUE_UNKNOWN");
    assert_eq!(mistake(asks("lists", "equals", json!(LIST))).code.code(), "FILTER_OPERATOR_FOR_TYPE");
}

#[test]
fn what_is_linked_reads_as_a_sentence() {
    assert_eq!(
        says(json!({"all": [
            asks("seniority_level", "equals", json!("VP")),
            asks("account.industry", "equals", json!("Software")),
            asks("account.staff_count", "between", json!({"from": 200, "to": 1000})),
            asks("account.hq_country", "in", json!(["DE", "AT"])),
        ]})),
        "Seniority is VP and the company's industry is Software and the company's employees is from 200 to 1000 and the company's HQ country is Germany or Austria"
    );
    assert_eq!(says(asks("account.tags", "any_of", json!(["vip"]))), "The company's tags include \"vip\"");
    assert_eq!(
        says(asks("account.employees_size_range", "equals", json!("11-50"))),
        "The company's size is 11-50"
    );
    assert_eq!(
        says(asks("account.owner", "not_equals", json!("me"))),
        "The company's owner is not me (or has none)"
    );
    assert_eq!(
        says(asks("account.custom.deal_size", "greater", json!(1))),
        "The company's deal size is greater than 1"
    );
    let vp = asks("seniority_level", "equals", json!("VP"));
    assert_eq!(
        account_says(
            json!({"all": [{"contacts": {"at_least": 2, "filter": vp}}, asks("industry", "equals", json!("Software"))]})
        ),
        "Has at least 2 contacts where (seniority is VP) and industry is Software"
    );
    assert_eq!(account_says(json!({"contacts": {}})), "Has a contact");
    assert_eq!(account_says(json!({"contacts": {"at_most": 0}})), "Has no contact");
    assert_eq!(account_says(json!({"contacts": {"at_most": 3}})), "Has at most 3 contacts");
    assert_eq!(account_says(json!({"contacts": {"at_least": 1, "at_most": 1}})), "Has exactly 1 contact");
    assert_eq!(
        account_says(json!({"contacts": {"at_least": 2, "at_most": 12_000}})),
        "Has from 2 to 12,000 contacts"
    );
}

#[test]
fn what_a_record_belongs_to_reads_as_a_sentence() {
    let named = |json: Value| {
        describe_with(&contacts(json).unwrap(), &|field: &Field, id: &str| {
            (field.target().is_some() && id == LIST).then(|| "Fair visitors".to_owned())
        })
    };
    assert_eq!(named(asks("lists", "any_of", json!([LIST]))), "Is in the list \"Fair visitors\"");
    assert_eq!(
        named(asks("lists", "all_of", json!([LIST, OTHER]))),
        format!("Is in the lists \"Fair visitors\" and {OTHER}")
    );
    assert_eq!(named(asks("lists", "none_of", json!([LIST]))), "Is not in the list \"Fair visitors\"");
    assert_eq!(named(asks("lists", "is_empty", Value::Null)), "Is in no list");
    assert_eq!(named(asks("lists", "has_value", Value::Null)), "Is in a list");
    assert_eq!(
        named(asks("account.lists", "any_of", json!([LIST]))),
        "The company is in the list \"Fair visitors\""
    );
    assert_eq!(
        named(asks("imports", "any_of", json!([LIST]))),
        "Was made or changed by the import \"Fair visitors\""
    );
    assert_eq!(named(asks("imports", "is_empty", Value::Null)), "Was made or changed by no import");
    assert_eq!(named(asks("domain_sets", "any_of", json!([LIST]))), "Is in the domain set \"Fair visitors\"");
    assert_eq!(
        named(asks("account.domain_sets", "is_empty", Value::Null)),
        "The company is in no domain set"
    );
}

#[test]
fn a_filter_does_not_go_back_and_forth() {
    let city = || asks("city", "is_empty", Value::Null);
    let back = account_mistake(
        json!({"contacts": {"filter": {"any": [city(), asks("account.industry", "equals", json!("Software"))]}}}),
    );
    assert_eq!((back.path.as_str(), back.code.code()), ("contacts.filter.any[1]", "FILTER_TOO_DEEP"));
    assert_eq!(
        back.message,
        "The company of these contacts is the account itself. Ask `industry` beside `contacts`."
    );
    let again = account_mistake(json!({"contacts": {"filter": {"contacts": {"filter": city()}}}}));
    assert_eq!((again.path.as_str(), again.code.code()), ("contacts.filter.contacts", "FILTER_SHAPE"));
    let of_contact = mistake(json!({"all": [{"contacts": {}}]}));
    assert_eq!(of_contact.path, "all[0].contacts");
    assert_eq!(
        of_contact.message,
        "Only accounts are asked about their contacts. Ask the contact itself, or its company by `account.` and a field."
    );
    let deep = (0..9).fold(city(), |inner, _| json!({"any": [inner]}));
    assert_eq!(
        account_mistake(json!({"contacts": {"filter": {"all": [deep]}}})).code.code(),
        "FILTER_TOO_DEEP"
    );
    let many = vec![json!({"contacts": {"at_most": 1}}); 201];
    assert_eq!(account_mistake(json!({"all": many})).code.code(), "FILTER_TOO_MANY_CONDITIONS");
    assert_eq!(
        mistake(asks("account.account.industry", "is_empty", Value::Null)).code.code(),
        "FILTER_UNKNOWN_FIELD"
    );
    assert_eq!(
        account_mistake(asks("account.industry", "is_empty", Value::Null)).code.code(),
        "FILTER_UNKNOWN_FIELD"
    );
}

#[test]
fn how_many_contacts_is_said_in_whole_numbers_that_fit() {
    for (asked, code) in [
        (json!({"at_least": -1}), "FILTER_VALUE_TYPE"),
        (json!({"at_least": 1.5}), "FILTER_VALUE_TYPE"),
        (json!({"at_most": "3"}), "FILTER_VALUE_TYPE"),
        (json!({"at_most": 5_000_000_000_u64}), "FILTER_VALUE_TYPE"),
        (json!({"at_least": 0}), "FILTER_VALUE_MISSING"),
        (json!({"at_least": 3, "at_most": 2}), "FILTER_RANGE_BACKWARDS"),
        (json!({"at_leest": 3}), "FILTER_SHAPE"),
        (json!([]), "FILTER_SHAPE"),
        (json!({"filter": "x"}), "FILTER_SHAPE"),
        (json!({"filter": {"any": [{"all": []}]}}), "FILTER_EMPTY_GROUP"),
    ] {
        assert_eq!(account_mistake(json!({"contacts": asked.clone()})).code.code(), code, "{asked}");
    }
    let several = account_mistake(json!({"contacts": {}, "all": [asks("name", "is_empty", Value::Null)]}));
    assert_eq!(several.code.code(), "FILTER_SHAPE");
}

#[test]
fn an_unknown_field_may_be_the_companys() {
    let hint = |field: &str| mistake(asks(field, "is_empty", Value::Null)).message;
    assert_eq!(hint("industry"), "Contacts have no field `industry`. Did you mean `account.industry`?");
    assert_eq!(
        hint("account.industri"),
        "Contacts have no field `account.industri`. Did you mean `account.industry`?"
    );
    assert_eq!(hint("list"), "Contacts have no field `list`. Did you mean `lists`?");
}

#[test]
fn a_filter_is_written_the_way_it_is_read() {
    let printed = |filter: Filter| print(&filter);
    let vp = json!({"field": "seniority_level", "op": "equals", "value": "VP"});
    let written = printed(
        accounts(
            json!({"contacts": {"filter": {"field": "seniority_level", "op": "equals", "value": "vp"}}}),
        )
        .unwrap(),
    );
    assert_eq!(written, json!({"v": 1, "contacts": {"at_least": 1, "filter": vp}}));
    assert_eq!(
        printed(accounts(json!({"contacts": {"at_most": 4, "filter": {}}})).unwrap()),
        json!({"v": 1, "contacts": {"at_least": 0, "at_most": 4}})
    );
    let member = printed(contacts(asks("account.lists", "any_of", json!([LIST.replace('-', "")]))).unwrap());
    assert_eq!(member["value"], json!([LIST]));
    assert_eq!(member["field"], "account.lists");
}

#[test]
fn whose_fields_are_asked_is_told() {
    let filter = accounts(json!({"all": [
        asks("industry", "equals", json!("Software")), {"not": {"contacts": {"filter": asks("city", "equals", json!("Bonn"))}}}
    ]}))
    .unwrap();
    let asked: Vec<_> =
        filter.conditions().iter().map(|(of, one)| (*of, one.field.key().to_owned())).collect();
    assert_eq!(asked, [(Entity::Account, "industry".to_owned()), (Entity::Contact, "city".to_owned())]);
    assert_eq!(filter.other(), Some(Entity::Contact));
    assert_eq!(accounts(json!({"contacts": {}})).unwrap().other(), Some(Entity::Contact));
    let filter = contacts(asks("account.industry", "equals", json!("Software"))).unwrap();
    assert_eq!(filter.other(), Some(Entity::Account));
    assert_eq!(filter.conditions()[0].0, Entity::Account);
    assert_eq!(
        contacts(asks("account", "has_value", Value::Null)).unwrap().other(),
        None,
        "which company is the contact's own"
    );
    assert!(matches!(filter.root, Node::Is(_)));
}

#[test]
fn the_companys_custom_fields_are_of_their_own_definition() {
    let defined = |entity, field_type, archived| Definition {
        entity,
        key: "custom.tier".into(),
        label: "Partner tier".into(),
        field_type,
        options: Vec::new(),
        required: false,
        unique: false,
        default: None,
        archived,
    };
    let vocabulary = |archived| Vocabulary {
        contacts: [defined(Entity::Contact, FieldType::Text, false)].into_iter().collect(),
        accounts: [defined(Entity::Account, FieldType::Number, archived)].into_iter().collect(),
    };
    let read = |field: &str, archived| {
        parse_with(Entity::Contact, &asks(field, "greater", json!(3)), &vocabulary(archived))
    };
    assert_eq!(
        describe(&read("account.custom.tier", false).unwrap()),
        "The company's partner tier is greater than 3"
    );
    let code = |result: Result<Filter, FilterErrors>| result.unwrap_err().0[0].code.code();
    assert_eq!(code(read("custom.tier", false)), "FILTER_OPERATOR_FOR_TYPE", "the contact's own is a text");
    assert_eq!(code(read("account.custom.tier", true)), "FILTER_FIELD_ARCHIVED");
}

#[test]
fn every_field_of_accounts_is_one_of_contacts() {
    for field in known(Entity::Account) {
        let of_account = Field::of_account(field.clone());
        assert_eq!(Field::named(Entity::Contact, of_account.key()), Some(of_account.clone()));
        assert_eq!((of_account.value_type(), of_account.bare()), (field.value_type(), &field));
        assert!(!of_account.is_always_there(), "not every contact has a company");
        assert!(of_account.label().starts_with("Company's "), "{}", of_account.label());
    }
}
