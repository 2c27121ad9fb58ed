use std::collections::BTreeMap;

use pivotal_domain::audience::fields::catalogue::industries::INDUSTRIES;
use pivotal_domain::audience::industries::codes::{Code, NAICS, SIC, Table};
use pivotal_domain::audience::industries::mapping::{industry_of_naics, naics_of_industry};

fn per_level(table: &Table) -> BTreeMap<usize, usize> {
    let mut levels = BTreeMap::new();
    for code in table.all() {
        let level = if code.code.contains('-') { 2 } else { code.code.len() };
        *levels.entry(level).or_default() += 1;
    }
    levels
}

fn numbers(codes: &[Code]) -> Vec<&'static str> {
    codes.iter().map(|code| code.code).collect()
}

/// As the Census Bureau counts the 2022 revision.
#[test]
fn naics_is_whole() {
    assert_eq!(per_level(&NAICS), BTreeMap::from([(2, 20), (3, 96), (4, 308), (5, 689), (6, 1012)]));
}

/// 83 major groups with the nonclassifiable one, 416 groups, 1005 industries. Divisions are ten and, for what cannot be
/// classified, K.
#[test]
fn sic_is_whole() {
    assert_eq!(per_level(&SIC), BTreeMap::from([(1, 11), (2, 83), (3, 416), (4, 1005)]));
}

#[test]
fn every_code_stands_below_its_own_beginning() {
    for (table, top) in [(&*NAICS, 20), (&*SIC, 11)] {
        assert_eq!(table.children("").len(), top);
        let mut seen = std::collections::HashSet::new();
        for code in table.all() {
            assert!(seen.insert(code.code), "{} twice", code.code);
            assert!(!code.title.is_empty() && code.title == code.title.trim(), "{}", code.code);
            assert_eq!(table.lookup(code.code), Some(*code));
            if let Some(parent) = table.ancestors(code.code).last() {
                assert!(table.children(parent.code).contains(code), "{}", code.code);
            } else {
                assert!(table.children("").contains(code), "{}", code.code);
            }
        }
    }
}

#[test]
fn codes_are_found_as_files_write_them() {
    let title = |raw: &str| NAICS.lookup(raw).map(|code| code.title);
    assert_eq!(title("541611"), Some("Administrative Management and General Management Consulting Services"));
    assert_eq!(title(" 513210 - Software Publishers"), Some("Software Publishers"));
    assert_eq!(title("31"), Some("Manufacturing"));
    assert_eq!(title("33"), title("31-33"));
    assert_eq!(title("49"), Some("Transportation and Warehousing"));
    // Of the 2012 revision, gone since.
    assert_eq!(title("511210"), None);
    assert_eq!(title("999999"), None);
    assert_eq!(title(""), None);
    assert_eq!(SIC.lookup("7372").map(|code| code.title), Some("Prepackaged software"));
    assert_eq!(SIC.lookup("I").map(|code| code.title), Some("Services"));
    assert_eq!(SIC.lookup("0111").map(|code| code.title), Some("Wheat"));
    assert_eq!(SIC.lookup("111"), None);
}

#[test]
fn levels_are_walked_down_and_up() {
    assert_eq!(numbers(&NAICS.children("54161"))[0], "541611");
    assert_eq!(numbers(&NAICS.children("32")), numbers(&NAICS.children("31-33")));
    assert_eq!(NAICS.children("31-33").len(), 21);
    assert_eq!(numbers(&NAICS.ancestors("541611")), ["54", "541", "5416", "54161"]);
    assert_eq!(numbers(&NAICS.ancestors("325412")), ["31-33", "325", "3254", "32541"]);
    assert!(NAICS.children("541611").is_empty() && NAICS.children("nonsense").is_empty());
    assert_eq!(numbers(&SIC.ancestors("7372")), ["I", "73", "737"]);
    assert_eq!(numbers(&SIC.children("B")), ["10", "12", "13", "14"]);
}

#[test]
fn a_picker_finds_codes_by_number_and_by_words() {
    assert_eq!(numbers(&NAICS.search("software pub", 5))[0], "513210");
    assert_eq!(numbers(&NAICS.search("5416", 3))[0], "5416");
    assert_eq!(numbers(&NAICS.search("soybean farming", 5))[0], "111110");
    assert_eq!(NAICS.search("manufacturing", 7).len(), 7);
    assert_eq!(numbers(&SIC.search("wheat", 5))[0], "0111");
    assert!(NAICS.search("", 5).is_empty() && NAICS.search("zzz", 5).is_empty());
    assert!(NAICS.search("SOYBEÁN", 5).iter().any(|code| code.code == "111110"), "without case and accents");
}

#[test]
fn codes_and_industries_of_the_catalogue_meet() {
    for (code, industry) in [
        ("513210", "Software"),
        ("541110", "Law Practice"),
        ("325412", "Pharmaceuticals"),
        ("325620", "Cosmetics"),
        ("31-33", "Manufacturing"),
        ("722511", "Restaurants"),
    ] {
        assert_eq!(industry_of_naics(code), Some(industry), "{code}");
        assert!(!naics_of_industry(industry).is_empty(), "{industry}");
    }
    assert_eq!(industry_of_naics("511210"), None);
    assert!(naics_of_industry("Other").is_empty());
    for code in NAICS.all().iter().filter(|code| code.code.len() == 6) {
        let industry = industry_of_naics(code.code);
        assert!(industry.is_some_and(|name| INDUSTRIES.contains(&name)), "{} {}", code.code, code.title);
    }
}

#[test]
fn the_mapping_names_only_what_exists() {
    for line in include_str!("../../data/naics_industries.tsv").lines().filter(|line| !line.starts_with('#'))
    {
        let (code, industry) = line.split_once('\t').expect("two columns");
        assert!(NAICS.lookup(code).is_some(), "{code}");
        assert!(INDUSTRIES.contains(&industry), "{industry}");
    }
}
