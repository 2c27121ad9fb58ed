//! Countries by ISO 3166-1.

use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

use super::fold;

/// An ISO 3166-1 alpha-2 code that exists.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Country([u8; 2]);

struct Entry {
    name: &'static str,
    time_zone: Option<&'static str>,
    currency: &'static str,
}

struct Tables {
    entries: HashMap<Country, Entry>,
    /// Alpha-2, alpha-3, names and aliases, all as `fold::key`.
    by_key: HashMap<String, Country>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| read(include_str!("../../../data/countries.txt")));

impl Country {
    /// From an alpha-2 or alpha-3 code, a name or a usual other name, in any case and punctuation.
    pub fn parse(raw: &str) -> Option<Country> {
        if let [a, b] = raw.as_bytes() {
            let country = Country([a.to_ascii_uppercase(), b.to_ascii_uppercase()]);
            if TABLES.entries.contains_key(&country) {
                return Some(country);
            }
        }
        TABLES.by_key.get(&fold::key(raw)).copied()
    }

    /// Every country, by name.
    pub fn all() -> Vec<Country> {
        let mut all: Vec<Country> = TABLES.entries.keys().copied().collect();
        all.sort_by_key(Country::name);
        all
    }

    /// `DE`.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("")
    }

    /// `Germany`.
    pub fn name(&self) -> &'static str {
        TABLES.entries.get(self).map_or("", |entry| entry.name)
    }

    /// The IANA zone that at least 99 of 100 people there live in; nothing for countries with several.
    pub fn time_zone(&self) -> Option<&'static str> {
        TABLES.entries.get(self).and_then(|entry| entry.time_zone)
    }

    /// ISO 4217.
    pub fn currency(&self) -> &'static str {
        TABLES.entries.get(self).map_or("USD", |entry| entry.currency)
    }

    /// Do people there write the month before the day?
    pub fn writes_month_first(&self) -> bool {
        matches!(self.code(), "US" | "PH" | "FM" | "PW" | "MH" | "PR" | "GU")
    }

    /// Do people there group thousands with a point and write decimals with a comma?
    pub fn writes_decimal_comma(&self) -> bool {
        matches!(
            self.code(),
            "AT" | "BE"
                | "BG"
                | "BR"
                | "AR"
                | "CL"
                | "CO"
                | "CZ"
                | "DE"
                | "DK"
                | "EE"
                | "ES"
                | "FI"
                | "FR"
                | "GR"
                | "HR"
                | "HU"
                | "ID"
                | "IS"
                | "IT"
                | "LT"
                | "LU"
                | "LV"
                | "NL"
                | "NO"
                | "PL"
                | "PT"
                | "RO"
                | "RS"
                | "RU"
                | "SE"
                | "SI"
                | "SK"
                | "TR"
                | "UA"
                | "VN"
        )
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

fn read(data: &'static str) -> Tables {
    let mut tables = Tables { entries: HashMap::new(), by_key: HashMap::new() };
    for line in data.lines().filter(|line| !line.starts_with('#')) {
        let mut columns = line.split(';');
        let mut next = || columns.next().unwrap_or("");
        let (alpha2, alpha3, name, time_zone, currency, others) =
            (next(), next(), next(), next(), next(), next());
        let &[a, b] = alpha2.as_bytes() else { continue };
        let country = Country([a, b]);
        let time_zone = (!time_zone.is_empty()).then_some(time_zone);
        tables.entries.insert(country, Entry { name, time_zone, currency });
        for key in
            [alpha2, alpha3, name].into_iter().chain(others.split('|').filter(|other| !other.is_empty()))
        {
            tables.by_key.entry(fold::key(key)).or_insert(country);
        }
    }
    tables
}
