//! Time zones: reading a zone, and guessing one from a phone number or a place.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::country::Country;
use super::{fold, phone, state};

/// An IANA name from its own spelling in any case, or from the names people and Windows give to zones.
pub fn parse(raw: &str) -> Option<&'static str> {
    ZONES.get(fold::key(raw).as_str()).copied()
}

/// Where somebody is, as far as it is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Place<'a> {
    pub country: Option<Country>,
    /// As [`state::parse`] gives it.
    pub state: Option<&'a str>,
    pub postal_code: Option<&'a str>,
}

/// The zone a phone number's prefix lies in: by area code where a country has several zones, else by country. Nothing where
/// the prefix does not say it, as with area codes that straddle two zones and mobile numbers of large countries: a wrong
/// zone lets somebody be called at night, a missing one only asks for another source.
pub fn of_phone(e164: &str) -> Option<&'static str> {
    let (calling_code, national) = phone::split_e164(e164)?;
    let digits = e164.get(1..1 + calling_code.len() + national.len())?;
    PHONES.longest(digits).or_else(|| phone::main_country(calling_code)?.time_zone())
}

/// The zone of a place: by country where that has one, else by state, else by the beginning of the postcode. Nothing where
/// several remain.
pub fn of_place(place: Place<'_>) -> Option<&'static str> {
    let country = place.country?;
    let by_state = place.state.and_then(|code| state::time_zone(code, country));
    let by_postcode = || POSTCODES.get(&country)?.longest(&compact(place.postal_code?));
    by_state.or_else(|| country.time_zone()).or_else(by_postcode)
}

/// The first that says it: phone numbers in the order given, then the person's address, then the company's.
pub fn best<'a>(
    phones: impl IntoIterator<Item = &'a str>,
    places: impl IntoIterator<Item = Place<'a>>,
) -> Option<&'static str> {
    phones.into_iter().find_map(of_phone).or_else(|| places.into_iter().find_map(of_place))
}

/// Zones by the beginning of a number or code.
#[derive(Default)]
struct Prefixes {
    zones: HashMap<&'static str, &'static str>,
    longest: usize,
}

impl Prefixes {
    fn add(&mut self, zone: &'static str, prefixes: impl Iterator<Item = &'static str>) {
        for prefix in prefixes {
            self.longest = self.longest.max(prefix.len());
            self.zones.insert(prefix, zone);
        }
    }

    fn longest(&self, text: &str) -> Option<&'static str> {
        let longest = self.longest.min(text.len());
        (1..=longest).rev().find_map(|length| self.zones.get(text.get(..length)?).copied())
    }
}

fn compact(code: &str) -> String {
    code.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
}

static PHONES: LazyLock<Prefixes> = LazyLock::new(|| {
    let mut prefixes = Prefixes::default();
    let data = include_str!("../../../data/phone_zones.txt");
    for line in data.lines().filter(|line| !line.starts_with('#')) {
        let mut words = line.split(' ');
        prefixes.add(words.next().unwrap_or(""), words);
    }
    prefixes
});

static POSTCODES: LazyLock<HashMap<Country, Prefixes>> = LazyLock::new(|| {
    let mut countries: HashMap<Country, Prefixes> = HashMap::new();
    let data = include_str!("../../../data/postcode_zones.txt");
    for line in data.lines().filter(|line| !line.starts_with('#')) {
        let mut columns = line.split(';');
        let mut next = || columns.next().unwrap_or("");
        let (country, zone, prefixes) = (next(), next(), next());
        if let Some(country) = Country::parse(country) {
            countries.entry(country).or_default().add(zone, prefixes.split(' '));
        }
    }
    countries
});

/// `fold::key` of every known spelling to the IANA name.
static ZONES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut zones = HashMap::new();
    let data = include_str!("../../../data/time_zones.txt");
    for line in data.lines().filter(|line| !line.starts_with('#')) {
        let mut names = line.split(';');
        let zone = names.next().unwrap_or("");
        for name in
            [zone].into_iter().chain(names.next().unwrap_or("").split('|').filter(|name| !name.is_empty()))
        {
            zones.entry(fold::key(name)).or_insert(zone);
        }
    }
    zones
});
