//! Between NAICS and the industries of the catalogue.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::codes::{Code, NAICS};

/// The industry of the catalogue that a NAICS code belongs to, by its longest known beginning. Nothing for a code that does
/// not exist and for the three sectors that are too wide to be one.
pub fn industry_of_naics(code: &str) -> Option<&'static str> {
    let code = NAICS.lookup(code)?.code;
    (2..=code.len()).rev().find_map(|length| INDUSTRIES.get(code.get(..length)?).copied())
}

/// The beginnings of NAICS codes that make up an industry of the catalogue, in the table's order. What a filter over codes
/// would use; a longer beginning of another industry takes its codes out again.
pub fn naics_of_industry(industry: &str) -> Vec<Code> {
    let of_it = INDUSTRIES.iter().filter(|(_, name)| **name == industry);
    let mut codes: Vec<Code> = of_it.filter_map(|(code, _)| NAICS.lookup(code)).collect();
    codes.sort_by_key(|code| code.code);
    codes.dedup();
    codes
}

/// Beginnings of codes to industries.
static INDUSTRIES: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let data = include_str!("../../../data/naics_industries.tsv");
    data.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t')).collect()
});
