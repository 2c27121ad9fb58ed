//! How often a suggestion is right. Two samples: companies described by hand (by the author of the rules, so it flatters them),
//! and the 1012 official titles of NAICS as if they were descriptions (terse, and not written by who wrote the rules; some
//! dozens of them were looked at while the words were collected).

use pivotal_domain::audience::fields::catalogue::industries::INDUSTRIES;
use pivotal_domain::audience::industries::classify::{Company, Place, suggest};
use pivotal_domain::audience::industries::codes::{NAICS, SIC};
use pivotal_domain::audience::industries::mapping::industry_of_naics;
use proptest::prelude::*;

struct Row {
    company: Company<'static>,
    /// Any of these is right; none where nothing can be said.
    right: Vec<&'static str>,
}

fn sample() -> Vec<Row> {
    let lines = include_str!("../data/companies.tsv").lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| match line.split('\t').collect::<Vec<_>>().as_slice() {
            &[name, domain, description, right] => Row {
                company: Company { name, domain, description },
                right: right.split('|').filter(|industry| *industry != "-").collect(),
            },
            _ => panic!("four columns: {line}"),
        })
        .collect()
}

fn official_titles() -> Vec<Row> {
    let leaves = NAICS.all().iter().filter(|code| code.code.len() == 6);
    leaves
        .map(|code| Row {
            company: Company { description: code.title, ..Company::default() },
            right: industry_of_naics(code.code).into_iter().collect(),
        })
        .collect()
}

#[derive(Default)]
struct Measured {
    /// Of those that can be told.
    coverage: f64,
    /// Of those suggested.
    precision: f64,
    /// Of those suggested with 70 % and more.
    precision_when_sure: f64,
    /// Suggestions where nothing can be said.
    made_up: usize,
}

#[expect(clippy::print_stdout, reason = "a measurement shows its figures")]
fn measure(name: &str, rows: &[Row]) -> Measured {
    let (mut suggested, mut right, mut sure, mut sure_right, mut made_up) = (0, 0, 0, 0, 0);
    let mut wrong = Vec::new();
    for row in rows {
        let Some(found) = suggest(&row.company) else { continue };
        let is_right = row.right.contains(&found.industry);
        suggested += 1;
        right += usize::from(is_right);
        sure += usize::from(found.confidence >= 70);
        sure_right += usize::from(found.confidence >= 70 && is_right);
        made_up += usize::from(row.right.is_empty());
        if !is_right {
            wrong.push(format!("{:?}: {} ({}%)", row.company, found.industry, found.confidence));
        }
    }
    let tellable = rows.iter().filter(|row| !row.right.is_empty()).count();
    let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
    let measured = Measured {
        coverage: share(suggested - made_up, tellable),
        precision: share(right, suggested),
        precision_when_sure: share(sure_right, sure),
        made_up,
    };
    println!(
        "{name}: {} companies, coverage {:.3}, precision {:.3}, {sure} with 70 % or more: {:.3}; made up {made_up}",
        rows.len(),
        measured.coverage,
        measured.precision,
        measured.precision_when_sure,
    );
    println!("{}", wrong.iter().take(12).map(String::as_str).collect::<Vec<_>>().join("\n"));
    measured
}

#[test]
fn companies_that_say_what_they_do_get_the_industry_a_person_would_choose() {
    let rows = sample();
    assert!(rows.len() >= 300);
    let labelled: std::collections::HashSet<&str> =
        rows.iter().flat_map(|row| row.right.iter().copied()).collect();
    assert!(labelled.iter().all(|industry| INDUSTRIES.contains(industry)));
    assert_eq!(labelled.len(), INDUSTRIES.len() - 1, "all but Other are in the sample");
    let measured = measure("described by hand", &rows);
    assert!(measured.coverage >= 0.93 && measured.precision >= 0.96 && measured.precision_when_sure >= 0.97);
    assert!(measured.made_up <= 3);
}

#[test]
fn official_titles_get_their_own_industry() {
    let measured = measure("official titles", &official_titles());
    assert!(measured.coverage >= 0.58 && measured.precision >= 0.85 && measured.precision_when_sure >= 0.90);
}

fn of(name: &'static str, description: &'static str, domain: &'static str) -> Company<'static> {
    Company { name, description, domain }
}

#[test]
fn a_suggestion_says_why_and_names_codes() {
    let found =
        suggest(&of("Slate & Shingle LLC", "Residential roofing and roof repair.", "slate-shingle.test"))
            .unwrap();
    assert_eq!(found.industry, "Construction");
    assert_eq!((found.naics.code, found.sic.code), ("238160", "1761"));
    assert_eq!(found.naics.title, "Roofing Contractors");
    let first = &found.reasons[0];
    assert_eq!(first.place, Place::Description);
    assert!(["roofing", "roof repair"].contains(&first.words), "{first:?}");
}

#[test]
fn customers_and_uses_are_not_the_company() {
    for (description, industry) in [
        ("Accounting software for restaurants and hotels.", "Software"),
        ("Marketing agency for dentists.", "Marketing & Advertising"),
        ("Wholesale distributor of medical devices.", "Wholesale"),
        ("Insurance for farmers and wineries.", "Insurance"),
        ("Staffing agency placing nurses in hospitals.", "Staffing & Recruiting"),
    ] {
        let found = suggest(&of("", description, ""));
        assert_eq!(found.map(|found| found.industry), Some(industry), "{description}");
    }
}

#[test]
fn the_ending_of_a_domain_speaks_too() {
    let industry = |domain| suggest(&of("", "", domain)).map(|found| found.industry);
    assert_eq!(industry("northfield.edu"), Some("Higher Education"));
    assert_eq!(industry("northfield.ac.uk"), Some("Higher Education"));
    assert_eq!(industry("northfield.gov.au"), Some("Government Administration"));
    assert_eq!(industry("northfield-logistics.test"), Some("Logistics & Supply Chain"));
    assert_eq!(industry("northfield.test"), None);
}

#[test]
fn nothing_is_made_of_nothing() {
    for (name, description) in [("", ""), ("Aldermoor Holdings", "We deliver excellence."), ("???", "...")] {
        assert_eq!(suggest(&of(name, description, "")), None, "{name}");
    }
}

#[test]
fn what_the_rules_name_exists() {
    for line in include_str!("../../data/activities.tsv").lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        assert_eq!(columns.len(), 5, "{line}");
        assert!(INDUSTRIES.contains(&columns[0]), "{line}");
        assert_eq!(NAICS.lookup(columns[1]).map(|code| code.code), Some(columns[1]), "{line}");
        assert_eq!(SIC.lookup(columns[2]).map(|code| code.code), Some(columns[2]), "{line}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_taken(name in any::<String>(), description in any::<String>(), domain in "\\PC{0,20}") {
        if let Some(found) = suggest(&Company { name: &name, description: &description, domain: &domain }) {
            prop_assert!((40..=99).contains(&found.confidence));
            prop_assert!(!found.reasons.is_empty());
        }
        let _ = (NAICS.search(&name, 5), NAICS.lookup(&description), NAICS.children(&domain), SIC.ancestors(&name));
    }
}
