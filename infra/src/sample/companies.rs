//! Companies that do not exist, on `.test` domains (RFC 6761), each with a name of its own.

use super::places::{CITIES, City};
use super::random::Random;

#[rustfmt::skip]
static FIRST_PARTS: &[&str] = &[
    "North", "South", "East", "West", "Blue", "Red", "Green", "Silver", "Golden", "Bright", "Clear", "Swift", "Prime",
    "Summit", "River", "Stone", "Iron", "Copper", "Maple", "Cedar", "Oak", "Pine", "Harbor", "Meadow", "Falcon", "Eagle",
    "Otter", "Lynx", "Orbit", "Nova", "Vertex", "Apex", "Delta", "Quantum", "Cobalt", "Amber", "Crystal", "Granite",
    "Beacon", "Compass", "Anchor", "Bridge", "Canyon", "Cascade", "Ember", "Frontier", "Glacier", "Horizon", "Keystone",
    "Lumen",
];

#[rustfmt::skip]
static SECOND_PARTS: &[&str] = &[
    "wind", "field", "gate", "line", "point", "peak", "bay", "craft", "forge", "works", "path", "light", "wave", "spring",
    "grove", "ridge", "port", "crest", "dale", "view", "mark", "scale", "stack", "loop", "flow", "shift", "mind", "cast",
    "well", "star",
];

/// What they do, in a word of their name and an industry of the catalogue.
#[rustfmt::skip]
static TRADES: &[(&str, &str, &str, &str)] = &[
    ("Software", "Software", "7372", "513210"),
    ("Logistics", "Logistics & Supply Chain", "4731", "488510"),
    ("Foods", "Food Production", "2099", "311999"),
    ("Health", "Hospital & Health Care", "8062", "622110"),
    ("Energy", "Energy & Utilities", "4911", "221118"),
    ("Consulting", "Management Consulting", "8742", "541611"),
    ("Robotics", "Industrial Automation", "3569", "333998"),
    ("Insurance", "Insurance", "6411", "524210"),
    ("Media", "Media Production", "7812", "512110"),
    ("Analytics", "Information Services", "7374", "518210"),
    ("Pharma", "Pharmaceuticals", "2834", "325412"),
    ("Motors", "Automotive", "3711", "336110"),
    ("Textiles", "Textiles", "2211", "313210"),
    ("Security", "Computer & Network Security", "7382", "561621"),
    ("Capital", "Financial Services", "6282", "523940"),
    ("Labs", "Biotechnology", "8731", "541714"),
    ("Retail", "Retail", "5311", "455110"),
    ("Telecom", "Telecommunications", "4813", "517111"),
    ("Education", "Education Management", "8299", "611710"),
    ("Packaging", "Packaging & Containers", "2653", "322211"),
];

static TECHNOLOGIES: &[&str] = &[
    "Salesforce",
    "HubSpot",
    "SAP",
    "AWS",
    "Azure",
    "Kubernetes",
    "Snowflake",
    "Jira",
    "Zendesk",
    "Workday",
    "Shopify",
];

#[derive(Debug, Clone)]
pub struct Company {
    /// Without its legal form.
    pub bare_name: String,
    pub legal_form: &'static str,
    pub domain: String,
    pub industry: &'static str,
    pub sic: &'static str,
    pub naics: &'static str,
    pub staff: u64,
    /// Millions of the country's currency.
    pub revenue_millions: u64,
    pub founded: u64,
    pub city: &'static City,
    pub street: String,
    pub postal: String,
    pub phone: String,
    pub technologies: [&'static str; 2],
    pub number: u64,
}

impl Company {
    /// The company with this number: always the same one for a seed, and no other has its name or domain.
    pub fn of(seed: u64, number: u64) -> Company {
        let mut random = Random::new(seed, number, 1);
        let (first, rest) = (number % FIRST_PARTS.len() as u64, number / FIRST_PARTS.len() as u64);
        let (trade, rest) = (rest % TRADES.len() as u64, rest / TRADES.len() as u64);
        let (second, again) = (rest % SECOND_PARTS.len() as u64, rest / SECOND_PARTS.len() as u64);
        let (trade, industry, sic, naics) = TRADES[trade as usize];
        let mut bare_name =
            format!("{}{} {trade}", FIRST_PARTS[first as usize], SECOND_PARTS[second as usize]);
        if again > 0 {
            bare_name.push_str(&format!(" {}", again + 1));
        }
        let city = &CITIES[random.below(CITIES.len() as u64) as usize];
        let staff = match random.below(10) {
            0..=3 => 5 + random.below(195),
            4..=7 => 200 + random.below(1_800),
            _ => 2_000 + random.below(18_000),
        };
        Company {
            domain: format!("{}.test", bare_name.to_lowercase().replace(' ', "-")),
            legal_form: random.pick(city.land.legal_forms),
            industry,
            sic,
            naics,
            revenue_millions: (staff / 6).max(1),
            staff,
            founded: 1950 + random.below(70),
            street: format!("{} {}", 1 + random.below(1_999), random.pick(city.land.streets)),
            postal: digits(city.postal, &mut random),
            phone: digits(city.phone, &mut random),
            technologies: [random.pick(&TECHNOLOGIES[..5]), random.pick(&TECHNOLOGIES[5..])],
            city,
            bare_name,
            number,
        }
    }

    pub fn name(&self) -> String {
        format!("{} {}", self.bare_name, self.legal_form)
    }
}

/// Each `#` becomes a digit.
pub fn digits(pattern: &str, random: &mut Random) -> String {
    pattern.chars().map(|c| if c == '#' { char::from(b'0' + random.below(10) as u8) } else { c }).collect()
}
