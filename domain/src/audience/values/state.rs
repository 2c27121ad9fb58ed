//! States and provinces: the subdivision part of ISO 3166-2 where we hold a table (`data/subdivisions.txt`), else the
//! text in upper case, so that equal spellings compare equal.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::country::Country;
use super::{fold, text};

struct Entry {
    country: Country,
    code: &'static str,
    name: &'static str,
    time_zone: Option<&'static str>,
}

struct Tables {
    countries: HashSet<Country>,
    entries: Vec<Entry>,
    /// (`fold::key` of code, name or other name) to indexes into `entries`, in the order of the file.
    by_key: HashMap<String, Vec<usize>>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| read(include_str!("../../../data/subdivisions.txt")));

/// `California`, `calif.`, `US-CA` and `ca` give `CA`. The country decides between equal names; without one the first table
/// that knows the name does, and so it does where the country (perhaps only a file's default) has a table without that
/// name. A country of which we hold no table keeps its own: `Victoria` of the Seychelles is not Australia's. Text that no
/// table knows comes back in upper case.
pub fn parse(raw: &str, country: Option<Country>) -> String {
    let raw = &*text::line(raw);
    if raw.len() <= 3 && raw.bytes().all(|b| b.is_ascii_uppercase()) {
        // `NF` and `PQ` are old codes of provinces, so even short upper-case text is looked up when it is known.
        return find(raw, country).map_or_else(|| raw.to_owned(), |entry| entry.code.to_owned());
    }
    if let Some((prefix, rest)) = raw.split_once('-')
        && prefix.len() == 2
        && (1..=3).contains(&rest.trim().len())
        && let Some(named) = Country::parse(prefix)
    {
        return match find_in(rest, named) {
            Some(entry) => entry.code.to_owned(),
            // As if it had been written alone.
            None => parse(&rest.to_uppercase(), country),
        };
    }
    match find(raw, country) {
        Some(entry) => entry.code.to_owned(),
        // Marks may be composed anew: some letters have no capital of their own.
        None => text::line(&raw.to_uppercase()),
    }
}

/// The IANA zone of a state; nothing where it has several, or where the country has one anyway.
pub fn time_zone(state: &str, country: Country) -> Option<&'static str> {
    find_in(state, country)?.time_zone
}

/// `California` of `CA` in the United States: what people call it.
pub fn name(state: &str, country: Country) -> Option<&'static str> {
    find_in(state, country).map(|entry| entry.name)
}

fn find(raw: &str, country: Option<Country>) -> Option<&'static Entry> {
    if country.is_some_and(|country| !TABLES.countries.contains(&country)) {
        return None;
    }
    let found = TABLES.by_key.get(&fold::key(raw))?;
    let of_country = found.iter().find(|&&index| Some(TABLES.entries[index].country) == country);
    of_country.or(found.first()).map(|&index| &TABLES.entries[index])
}

fn find_in(raw: &str, country: Country) -> Option<&'static Entry> {
    find(raw, Some(country)).filter(|entry| entry.country == country)
}

fn read(data: &'static str) -> Tables {
    let mut tables = Tables { countries: HashSet::new(), entries: Vec::new(), by_key: HashMap::new() };
    for line in data.lines().filter(|line| !line.starts_with('#')) {
        let mut columns = line.split(';');
        let mut next = || columns.next().unwrap_or("");
        let (country, code, name, time_zone, others) = (next(), next(), next(), next(), next());
        let Some(country) = Country::parse(country) else { continue };
        let index = tables.entries.len();
        let time_zone = (!time_zone.is_empty()).then_some(time_zone);
        tables.countries.insert(country);
        tables.entries.push(Entry { country, code, name, time_zone });
        for key in [code, name].into_iter().chain(others.split('|').filter(|other| !other.is_empty())) {
            tables.by_key.entry(fold::key(key)).or_default().push(index);
        }
    }
    tables
}
