use pivotal_api::seed::twins::{accounts, contacts};
use pivotal_api::seed::{companies, people};
use pivotal_domain::audience::duplicates::company::{self, Account, Company};
use pivotal_domain::audience::duplicates::person::{self, Contact, Person};
use pivotal_domain::audience::duplicates::score::Class;
use serde_json::{Map, Value};

fn text<'a>(fields: &'a Map<String, Value>, key: &str) -> &'a str {
    fields.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// As they are once their fields are read: phones and addresses are written here as they are kept.
fn somebody(fields: &Map<String, Value>, domain: &str) -> Person {
    let name = match text(fields, "full_name") {
        "" => format!("{} {}", text(fields, "first_name"), text(fields, "last_name")),
        name => name.to_owned(),
    };
    let some = |key: &str| Some(text(fields, key)).filter(|text| !text.is_empty());
    let phone = some("direct_phone").map(|phone| phone.replace(' ', ""));
    Person::new(&Contact {
        name: &name,
        domain,
        city: text(fields, "city"),
        country: text(fields, "country"),
        emails: &some("email").into_iter().collect::<Vec<_>>(),
        phones: &phone.as_deref().into_iter().collect::<Vec<_>>(),
        linkedin: text(fields, "linkedin_url"),
        ..Contact::default()
    })
}

#[test]
fn each_is_likely_somebody_of_the_sample_and_the_queue_has_every_class() {
    let mut classes = Vec::new();
    for twin in contacts() {
        let email = Some(text(&twin.fields, "email")).filter(|email| !email.is_empty());
        let domain = match (twin.account, email) {
            (Some(domain), _) => domain,
            (None, Some(email)) => email.split_once('@').map_or("", |(_, domain)| domain),
            (None, None) => "",
        };
        let one = somebody(&twin.fields, domain);
        let best = people::all().into_iter().map(|other| {
            let domain = other.email.split_once('@').map_or("", |(_, domain)| domain).to_owned();
            person::compare(&one, &somebody(&other.fields(), &domain))
        });
        let best = best.max_by(|a, b| a.value.total_cmp(&b.value)).unwrap_or_default();
        assert_ne!(best.class(), Class::Different, "{}: {best:?}", text(&twin.fields, "full_name"));
        classes.push(best.class());
    }
    for class in [Class::Exact, Class::Duplicate, Class::Review] {
        assert!(classes.contains(&class), "{class:?} is missing: {classes:?}");
    }
}

#[test]
fn each_company_is_likely_another_of_the_sample() {
    let company = |fields: &Map<String, Value>| {
        let domain = text(fields, "domain");
        Company::new(&Account {
            name: text(fields, "name"),
            domains: &Some(domain).filter(|domain| !domain.is_empty()).into_iter().collect::<Vec<_>>(),
            city: text(fields, "hq_city"),
            country: text(fields, "hq_country"),
            phone: &text(fields, "main_phone").replace(' ', ""),
            ..Account::default()
        })
    };
    for twin in accounts() {
        let one = company(&twin.fields);
        let found = companies::ALL.iter().enumerate().any(|(number, other)| {
            company::compare(&one, &company(&other.fields(number))).class() == Class::Duplicate
        });
        assert!(found, "{:?}", twin.fields);
    }
}
