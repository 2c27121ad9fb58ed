use pivotal_domain::audience::duplicates::blocking;
use pivotal_domain::audience::duplicates::company::{Account, Company, NameAlike, compare, names};
use pivotal_domain::audience::duplicates::score::{Class, ExactKey};

use crate::pairs::{Dice, measure};
use crate::world::{CITIES, Firm};

const FIRMS: usize = 2_500;

/// Name, domains, number of the city, phone.
type Known = (String, Vec<String>, usize, String);

/// Companies of which every third is known twice: under another spelling, seldom with the same domain.
fn world(seed: u64) -> (Vec<usize>, Vec<Known>) {
    let mut dice = Dice(seed);
    let (mut truth, mut records) = (Vec::new(), Vec::new());
    for number in 0..FIRMS {
        let firm = Firm::of(number);
        truth.push(number);
        records.push((
            format!("{} Inc.", firm.bare),
            vec![firm.domain.clone()],
            firm.city,
            firm.phone.clone(),
        ));
        if dice.one_in(3) {
            let domains = match dice.below(5) {
                0 => vec![firm.domain.clone()],
                1 => vec![firm.domain.replace(".test", ".example")],
                _ => vec![],
            };
            let phone = if dice.one_in(3) { firm.phone.clone() } else { String::new() };
            truth.push(number);
            records.push((firm.written(&mut dice), domains, firm.city, phone));
        }
    }
    (truth, records)
}

#[test]
fn companies_under_another_spelling_are_found_and_neighbours_are_not() {
    for (name, seed) in [("accounts, tuned on", 7), ("accounts, another world", 2026)] {
        let (truth, records) = world(seed);
        let companies: Vec<Company> = records
            .iter()
            .map(|(name, domains, city, phone)| {
                let domains: Vec<&str> = domains.iter().map(String::as_str).collect();
                let (city, country) = CITIES[*city];
                Company::new(&Account { name, domains: &domains, city, country, phone, linkedin: "" })
            })
            .collect();
        let keys: Vec<Vec<String>> = companies.iter().map(blocking::of_company).collect();
        let (recall, precision) = measure(
            name,
            &truth,
            &keys,
            |a, b| compare(&companies[a], &companies[b]),
            |index| format!("{:?}", records[index]),
        );
        assert!(recall >= 0.95, "{name}: recall {recall:.4}");
        assert!(precision >= 0.98, "{name}: precision {precision:.4}");
    }
}

#[test]
fn names_of_companies_are_alike_or_not() {
    for (a, b, alike) in [
        ("acme widgets", "acme widgets", NameAlike::Same),
        ("acme widgets", "acmewidgets", NameAlike::Close),
        ("northwind international", "northwind intl", NameAlike::Close),
        ("northwind foods", "nortwhind foods", NameAlike::Close),
        ("northwind foods", "northwind goods", NameAlike::Different),
        ("acme", "acme widgets", NameAlike::Part),
        ("acme 2", "acme 3", NameAlike::Different),
        ("acme widgets", "zenith foods", NameAlike::Different),
    ] {
        assert_eq!(names(a, b), alike, "{a} / {b}");
        assert_eq!(names(b, a), alike, "{b} / {a}");
    }
}

#[test]
fn a_domain_is_an_exact_key() {
    let of = |name: &'static str, domains: &'static [&'static str]| {
        Company::new(&Account { name, domains, ..Account::default() })
    };
    let score = compare(&of("Acme", &["acme.test"]), &of("Acme Widgets", &["widgets.test", "acme.test"]));
    assert_eq!((score.exact, score.class()), (Some(ExactKey::Domain), Class::Exact));
}
