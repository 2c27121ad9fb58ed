use pivotal_domain::audience::duplicates::blocking;
use pivotal_domain::audience::duplicates::person::{Contact, Person, compare};
use pivotal_domain::audience::duplicates::score::{Class, ExactKey};
use proptest::prelude::*;

use crate::pairs::{Dice, candidates, measure};
use crate::world::{FIRST, Firm, LAST, Record, Somebody};

const PEOPLE: usize = 3_000;

fn person(record: &Record) -> Person {
    let emails: Vec<&str> = record.emails.iter().map(String::as_str).collect();
    let phones: Vec<&str> = record.phones.iter().map(String::as_str).collect();
    Person::new(&Contact {
        name: &record.name,
        company: &record.company,
        domain: &record.domain,
        city: &record.city,
        country: &record.country,
        emails: &emails,
        phones: &phones,
        linkedin: &record.linkedin,
    })
}

/// People at companies of six; every third is in a second list; some colleagues share a last name, one in 400 and
/// whom chance makes so even both names: without an address nobody can tell those apart.
fn world(seed: u64) -> (Vec<usize>, Vec<Record>) {
    let mut dice = Dice(seed);
    let (mut truth, mut records) = (Vec::new(), Vec::new());
    let mut before: Option<Somebody> = None;
    let mut addresses = std::collections::HashSet::new();
    for number in 0..PEOPLE {
        let mut one = Somebody {
            first: dice.pick(FIRST),
            last: dice.pick(LAST),
            firm: Firm::of(number / 6),
            number,
            numbered: String::new(),
        };
        if let Some(colleague) = before.filter(|other| other.firm.domain == one.firm.domain) {
            if dice.one_in(10) {
                one.last = colleague.last;
            }
            if dice.one_in(400) {
                (one.first, one.last) = (colleague.first, colleague.last);
                one.numbered = "2".to_owned();
            }
        }
        // No two people have one address, as no two have in a company.
        if !addresses.insert(one.record().emails) {
            one.numbered = "3".to_owned();
        }
        truth.push(number);
        records.push(one.record());
        if dice.one_in(3) {
            truth.push(number);
            records.push(one.again(&mut dice));
        }
        before = Some(one);
    }
    (truth, records)
}

#[test]
fn people_in_two_lists_are_found_and_namesakes_are_not() {
    for (name, seed) in [("contacts, tuned on", 7), ("contacts, another world", 2026)] {
        let (truth, records) = world(seed);
        let people: Vec<Person> = records.iter().map(person).collect();
        let keys: Vec<Vec<String>> = people.iter().map(blocking::of_person).collect();
        let (recall, precision) = measure(
            name,
            &truth,
            &keys,
            |a, b| compare(&people[a], &people[b]),
            |index| {
                let Record { name, company, emails, .. } = &records[index];
                format!("{name}, {company}, {emails:?}")
            },
        );
        assert!(recall >= 0.95, "{name}: recall {recall:.4}");
        assert!(precision >= 0.98, "{name}: precision {precision:.4}");
    }
}

fn class(a: &Contact<'_>, b: &Contact<'_>) -> Class {
    let (a, b) = (Person::new(a), Person::new(b));
    assert_eq!(compare(&a, &b).value, compare(&b, &a).value, "the order does not matter");
    compare(&a, &b).class()
}

#[test]
fn what_speaks_for_and_against_one_person() {
    let bill = Contact { name: "Bill Smith", company: "Acme Widgets", country: "US", ..Contact::default() };
    let of = |name: &'static str, company: &'static str| Contact {
        name,
        company,
        country: "US",
        ..Contact::default()
    };
    assert_eq!(class(&bill, &of("William Smith", "ACME Widgets, Inc.")), Class::Duplicate);
    assert_eq!(class(&bill, &of("Smith, Bill", "Acme Widgets LLC")), Class::Duplicate);
    assert_eq!(class(&bill, &of("Susan Smith", "Acme Widgets")), Class::Different);
    assert_eq!(class(&bill, &of("Bill Smith", "Northwind Foods")), Class::Different);
    assert_eq!(class(&of("Bill Smith Jr.", "Acme"), &of("Bill Smith Sr.", "Acme")), Class::Different);
    assert_eq!(
        class(&of("Bill Smith", "Acme Widgets 2"), &of("Bill Smith", "Acme Widgets 3")),
        Class::Different
    );
    assert_eq!(class(&of("Jürgen Müller", "Acme"), &of("Juergen Mueller", "Acme")), Class::Duplicate);
    assert_eq!(class(&of("", ""), &of("", "")), Class::Different);
}

#[test]
fn an_exact_key_is_named() {
    let (emails, others) = (["jane@example.com"], ["j.doe@example.com", "jane@example.com"]);
    let a = Person::new(&Contact { name: "Jane Doe", emails: &emails, ..Contact::default() });
    let b = Person::new(&Contact { name: "Janet Roe", emails: &others, ..Contact::default() });
    let score = compare(&a, &b);
    assert_eq!((score.exact, score.class()), (Some(ExactKey::Email), Class::Exact));
    assert_eq!(score.reasons[0].what, "same email");
}

#[test]
fn likely_duplicates_share_a_key_and_strangers_none() {
    let keys = |name: &'static str, company: &'static str| {
        blocking::of_person(&Person::new(&Contact { name, company, ..Contact::default() }))
    };
    let meet = |a: &[String], b: &[String]| a.iter().any(|key| b.contains(key));
    assert!(meet(&keys("Bill Meyer", "Acme Widgets"), &keys("William Maier", "ACME Widgets Inc.")));
    assert!(meet(&keys("Anna Schmidt", "Northwind Foods"), &keys("Ana Schmitt", "Northwind Foods GmbH")));
    assert!(!meet(&keys("Bill Meyer", "Acme Widgets"), &keys("Olivia Tanaka", "Northwind Foods")));
    assert!(keys("", "").is_empty());
}

#[test]
fn a_likely_pair_meets_among_many_of_the_name_and_many_of_the_trade() {
    let mut known: Vec<(String, String)> =
        (0..1_000).map(|number| ("Anna Schmidt".to_owned(), format!("Northwind Foods {number}"))).collect();
    known.push(("Schmitt, Anna".to_owned(), "The NORTHWIND FOODS 7 GmbH".to_owned()));
    known.push(("Anna Schulz-Meyer".to_owned(), "Northwind Foods 8".to_owned()));
    let keys: Vec<Vec<String>> = known
        .iter()
        .map(|(name, company)| {
            blocking::of_person(&Person::new(&Contact { name, company, ..Contact::default() }))
        })
        .collect();
    let met = candidates(&keys);
    assert!(met.contains(&(7, 1_000)), "the same name at the same company");
    assert!(met.contains(&(8, 1_001)), "another last name at the same company");
    assert!(met.len() < 10, "and nobody else: {} pairs", met.len());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_texts_are_taken(name in any::<String>(), other in "\\PC{0,30}", company in any::<String>(), email in "\\PC{0,20}") {
        let (one_email, two) = ([email.as_str()], [other.as_str(), email.as_str()]);
        let a = Person::new(&Contact { name: &name, company: &company, emails: &one_email, phones: &two, ..Contact::default() });
        let b = Person::new(&Contact { name: &other, company: &other, emails: &two, linkedin: &name, ..Contact::default() });
        for score in [compare(&a, &b), compare(&a, &a)] {
            prop_assert!((0.0..=1.0).contains(&score.value));
        }
        prop_assert_eq!(compare(&a, &b).value, compare(&b, &a).value);
        let _ = (blocking::of_person(&a), blocking::of_person(&b));
    }
}
