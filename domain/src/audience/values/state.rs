//! States and provinces: the subdivision part of ISO 3166-2 where we hold a table (US, CA, AU, DE), else the
//! text in upper case, so that equal spellings compare equal.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::country::Country;
use super::{fold, text};

struct Entry {
    country: Country,
    code: &'static str,
    time_zone: &'static str,
}

struct Tables {
    entries: Vec<Entry>,
    /// (`fold::key` of code, name or other name) to indexes into `entries`, in the order of the file.
    by_key: HashMap<String, Vec<usize>>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| read(include_str!("../../../data/subdivisions.txt")));

/// `California`, `calif.`, `US-CA` and `ca` give `CA`. The country decides between equal names; without one the
/// first table that knows the name does. Text that no table knows comes back in upper case.
pub fn parse(raw: &str, country: Option<Country>) -> String {
    if raw.len() <= 3 && raw.bytes().all(|b| b.is_ascii_uppercase()) {
        // `NF` and `PQ` are old codes of provinces, so even short upper-case text is looked up when it is known.
        return find(raw, country).map_or_else(|| raw.to_owned(), |entry| entry.code.to_owned());
    }
    if let Some((prefix, rest)) = raw.split_once('-')
        && prefix.len() == 2
        && rest.len() <= 3
        && let Some(named) = Country::parse(prefix)
    {
        return match find_in(rest, named) {
            Some(entry) => entry.code.to_owned(),
            None => rest.to_uppercase(),
        };
    }
    match find(raw, country) {
        Some(entry) => entry.code.to_owned(),
        None => text::line(&raw.to_uppercase()),
    }
}

/// The IANA zone most people of a state live in.
pub fn time_zone(state: &str, country: Country) -> Option<&'static str> {
    find_in(state, country).map(|entry| entry.time_zone)
}

fn find(raw: &str, country: Option<Country>) -> Option<&'static Entry> {
    let found = TABLES.by_key.get(&fold::key(raw))?;
    let of_country = found.iter().find(|&&index| Some(TABLES.entries[index].country) == country);
    of_country.or(found.first()).map(|&index| &TABLES.entries[index])
}

fn find_in(raw: &str, country: Country) -> Option<&'static Entry> {
    find(raw, Some(country)).filter(|entry| entry.country == country)
}

fn read(data: &'static str) -> Tables {
    let mut tables = Tables { entries: Vec::new(), by_key: HashMap::new() };
    for line in data.lines().filter(|line| !line.starts_with('#')) {
        let mut columns = line.split(';');
        let mut next = || columns.next().unwrap_or("");
        let (country, code, name, time_zone, others) = (next(), next(), next(), next(), next());
        let Some(country) = Country::parse(country) else { continue };
        let index = tables.entries.len();
        tables.entries.push(Entry { country, code, time_zone });
        for key in [code, name].into_iter().chain(others.split('|').filter(|other| !other.is_empty())) {
            tables.by_key.entry(fold::key(key)).or_default().push(index);
        }
    }
    tables
}
