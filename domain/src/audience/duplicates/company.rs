//! Two accounts, and the names of two companies.

use super::names;
use super::score::{Evidence, ExactKey, Score};
use crate::audience::values::company_name;

/// What is known of an account, in the forms the fields hold; empty where nothing is.
#[derive(Debug, Clone, Copy, Default)]
pub struct Account<'a> {
    pub name: &'a str,
    /// The main one and the others, registrable.
    pub domains: &'a [&'a str],
    pub city: &'a str,
    pub country: &'a str,
    /// E.164.
    pub phone: &'a str,
    pub linkedin: &'a str,
}

/// An account made ready to be compared many times.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Company {
    pub(super) name: String,
    pub(super) domains: Vec<String>,
    city: String,
    country: String,
    pub(super) phone: String,
    linkedin: String,
}

/// See the same constant of contacts.
const PRIOR: f64 = -6.0;

impl Company {
    pub fn new(account: &Account<'_>) -> Company {
        Company {
            name: company_name::match_key(account.name),
            domains: account.domains.iter().map(|domain| domain.to_lowercase()).collect(),
            city: names::plain(account.city),
            country: account.country.to_uppercase(),
            phone: account.phone.split(';').next().unwrap_or("").to_owned(),
            linkedin: account.linkedin.to_lowercase(),
        }
    }
}

/// Are they one company? Branches of one are: their name, domain or switchboard say it, and another city speaks against it
/// only a little.
pub fn compare(a: &Company, b: &Company) -> Score {
    let mut evidence = Evidence::from_odds(PRIOR);
    if a.domains.iter().any(|domain| b.domains.contains(domain)) {
        evidence.exact(ExactKey::Domain, "same domain", 10.0);
    } else if let Some((one, other)) = a.domains.first().zip(b.domains.first()) {
        match label(one) == label(other) {
            true => evidence.add("same domain under another ending", 4.0),
            false => evidence.add("other domain", -3.0),
        }
    }
    if !a.linkedin.is_empty() && !b.linkedin.is_empty() {
        match a.linkedin == b.linkedin {
            true => evidence.exact(ExactKey::LinkedIn, "same LinkedIn page", 10.0),
            false => evidence.add("other LinkedIn page", -3.0),
        }
    }
    if !a.name.is_empty() && !b.name.is_empty() {
        match names(&a.name, &b.name) {
            NameAlike::Same => evidence.add("same name", 8.0),
            NameAlike::Close => evidence.add("name spelled alike", 7.5),
            NameAlike::Part => evidence.add("part of the name", 1.0),
            NameAlike::Different => evidence.add("other name", -6.0),
        }
    }
    if !a.phone.is_empty() && a.phone == b.phone {
        evidence.add("same phone", 5.0);
    }
    if !a.country.is_empty() && !b.country.is_empty() && a.country != b.country {
        evidence.add("other country", -2.5);
    } else if !a.city.is_empty() && !b.city.is_empty() {
        match a.city == b.city {
            true => evidence.add("same city", 2.0),
            false => evidence.add("other city", -1.0),
        }
    }
    evidence.score()
}

/// The part of a domain in front of its public suffix.
pub(super) fn label(domain: &str) -> &str {
    domain.split('.').next().unwrap_or(domain)
}

/// How alike two names of companies are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameAlike {
    Same,
    /// A slip, words run together, or an abbreviation of one word.
    Close,
    /// One is the beginning of the other: `Acme` and `Acme Widgets`.
    Part,
    Different,
}

/// Both as [`company_name::match_key`] gives them. A number that differs makes another company, whatever else agrees.
pub fn names(a: &str, b: &str) -> NameAlike {
    if a == b {
        return NameAlike::Same;
    }
    let digits = |name: &str| name.chars().filter(char::is_ascii_digit).collect::<String>();
    if digits(a) != digits(b) {
        return NameAlike::Different;
    }
    let (joined_a, joined_b) = (a.replace(' ', ""), b.replace(' ', ""));
    if joined_a == joined_b || words_are_close(a, b) {
        return NameAlike::Close;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let is_start = long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '));
    if is_start && short.len() >= 4 { NameAlike::Part } else { NameAlike::Different }
}

/// Word by word the same but for one word, which is a slip or an abbreviation (`Intl` of `International`). Comparing whole
/// names would take `Northwind Foods` for `Northwind Goods`.
fn words_are_close(a: &str, b: &str) -> bool {
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    if a.len() != b.len() {
        return false;
    }
    let mut differing = a.iter().zip(&b).filter(|(one, other)| one != other);
    let (Some((one, other)), None) = (differing.next(), differing.next()) else { return false };
    is_abbreviation(one, other) || is_abbreviation(other, one) || {
        let shorter = one.len().min(other.len());
        shorter >= 6 && strsim::osa_distance(one, other) <= if shorter >= 10 { 2 } else { 1 }
    }
}

fn is_abbreviation(short: &str, long: &str) -> bool {
    #[rustfmt::skip]
    const KNOWN: &[(&str, &str)] = &[
        ("intl", "international"), ("mfg", "manufacturing"), ("tech", "technologies"), ("tech", "technology"), ("svcs", "services"),
        ("sys", "systems"), ("assoc", "associates"), ("bros", "brothers"), ("eng", "engineering"), ("mgmt", "management"), ("natl", "national"),
        ("univ", "university"), ("dept", "department"), ("labs", "laboratories"), ("solns", "solutions"), ("comm", "communications"),
        ("pharma", "pharmaceuticals"), ("bio", "biotech"), ("log", "logistics"), ("cons", "consulting"), ("telecom", "telecommunications"),
    ];
    KNOWN.contains(&(short, long))
        || (short.len() >= 4 && long.len() >= short.len() + 3 && long.starts_with(short))
}
