//! Time zones: reading a zone, and guessing one from a phone number or a place.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::country::Country;
use super::{fold, phone, state};

/// An IANA name from its own spelling in any case, or from the names people and Windows give to zones.
pub fn parse(raw: &str) -> Option<&'static str> {
    ZONES.get(fold::key(raw).as_str()).copied()
}

/// The zone a phone number's prefix lies in: by area code in North America, else by country.
pub fn of_phone(e164: &str) -> Option<&'static str> {
    let (calling_code, national) = phone::split_e164(e164)?;
    if calling_code == "1" {
        let area: u16 = national.get(..3)?.parse().ok()?;
        return AREA_CODES.get(&area).copied();
    }
    phone::main_country(calling_code)?.time_zone()
}

/// The zone of a place: by state where the country has several zones, else by country.
pub fn of_place(country: Option<Country>, state_code: Option<&str>) -> Option<&'static str> {
    let country = country?;
    let by_state = state_code.and_then(|code| state::time_zone(code, country));
    by_state.or_else(|| country.time_zone())
}

static AREA_CODES: LazyLock<HashMap<u16, &'static str>> = LazyLock::new(|| {
    let mut codes = HashMap::new();
    let data = include_str!("../../../data/area_codes.txt");
    for line in data.lines().filter(|line| !line.starts_with('#')) {
        let mut words = line.split(' ');
        let zone = words.next().unwrap_or("");
        codes.extend(words.filter_map(|word| word.parse().ok()).map(|area: u16| (area, zone)));
    }
    codes
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
