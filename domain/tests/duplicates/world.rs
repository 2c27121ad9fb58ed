//! People and companies as the sample files have them (names by country, compound company names), with the differences that
//! duplicates show in real lists, and with the namesakes and colleagues that must not be taken for duplicates.

use crate::pairs::{Dice, slip};

#[rustfmt::skip]
pub const FIRST: &[&str] = &[
    "Olivia", "Emma", "Isabella", "Charlotte", "Emily", "Elizabeth", "Katherine", "Victoria", "Hannah", "Lucy", "Anna", "William", "Benjamin",
    "Alexander", "Daniel", "Jacob", "Sebastian", "Samuel", "Joseph", "John", "David", "Matthew", "Christopher", "Michael", "Robert", "Thomas",
    "Richard", "Margaret", "Patricia", "Jennifer", "Stephen", "Andrew", "Nicholas", "Jürgen", "Hans", "Stefan", "Andreas", "Matthias", "Léa",
    "Élodie", "Hélène", "Benoît", "Björn", "Göran", "Priya", "Wei", "Omar", "Diego", "Ingrid", "Kenji", "Fatima", "Theodore", "Gregory", "Susan",
    "Rebecca", "Jonathan", "Nathan", "Zachary", "Abigail", "Sophia",
];

#[rustfmt::skip]
pub const LAST: &[&str] = &[
    "Smith", "Johnson", "Williams", "Brown", "Jones", "Garcia", "Miller", "Davis", "Rodriguez", "Martinez", "Hernandez", "Wilson", "Anderson",
    "Thompson", "Robinson", "Walker", "Campbell", "Mitchell", "O'Brien", "O'Connor", "McDonald", "Patel", "Nguyen", "Chen", "Tanaka", "Kowalski",
    "van der Berg", "de la Cruz", "Smith-Jones", "Ferguson", "Okafor", "Müller", "Schmidt", "Schneider", "Fischer", "Schäfer", "Schröder",
    "Zimmermann", "Krüger", "von Bergen", "Lefèvre", "Rousseau", "Chevalier", "Andersson", "Johansson", "Lindström", "Öberg", "Meyer", "Maier",
    "Hoffmann", "Hofmann", "Clarke", "Clark", "Larsen", "Larson", "Hansen", "Hanson", "Peterson", "Pettersson", "Richardson",
];

#[rustfmt::skip]
const SHORT: &[(&str, &str)] = &[
    ("Elizabeth", "Liz"), ("Katherine", "Kate"), ("William", "Bill"), ("Benjamin", "Ben"), ("Alexander", "Alex"), ("Daniel", "Dan"),
    ("Samuel", "Sam"), ("Joseph", "Joe"), ("David", "Dave"), ("Matthew", "Matt"), ("Christopher", "Chris"), ("Michael", "Mike"), ("Robert", "Bob"),
    ("Thomas", "Tom"), ("Richard", "Rick"), ("Margaret", "Peggy"), ("Patricia", "Pat"), ("Jennifer", "Jen"), ("Stephen", "Steve"), ("Andrew", "Andy"),
    ("Nicholas", "Nick"), ("Theodore", "Ted"), ("Gregory", "Greg"), ("Susan", "Sue"), ("Rebecca", "Becky"), ("Nathan", "Nate"), ("Zachary", "Zach"),
];

pub const CITIES: &[(&str, &str)] = &[
    ("Boston", "US"),
    ("Chicago", "US"),
    ("Denver", "US"),
    ("Toronto", "CA"),
    ("London", "GB"),
    ("Berlin", "DE"),
    ("Paris", "FR"),
    ("Göteborg", "SE"),
];
const HEADS: &[&str] = &[
    "North", "Silver", "Bright", "Summit", "Copper", "Maple", "Falcon", "Orbit", "Quantum", "Granite",
    "Beacon", "Cascade", "Ember", "Glacier", "Keystone", "Lumen", "Harbor", "Cedar",
];
const TAILS: &[&str] = &[
    "wind", "field", "gate", "line", "peak", "craft", "forge", "works", "ridge", "crest", "view", "stack",
    "loop", "shift", "well", "star",
];
const TRADES: &[&str] = &[
    "Software",
    "Logistics",
    "Foods",
    "Health",
    "Energy",
    "Consulting",
    "Robotics",
    "Insurance",
    "Media",
    "Analytics",
    "Pharma",
    "Motors",
    "Textiles",
    "Technologies",
    "International",
    "Services",
];
const FORMS: &[&str] = &["Inc.", "LLC", "Ltd", "GmbH", "AG", "Corp.", "", "SAS", "AB", "GmbH & Co. KG"];

#[derive(Debug, Clone)]
pub struct Firm {
    pub bare: String,
    pub domain: String,
    pub city: usize,
    pub phone: String,
}

impl Firm {
    /// Each number is another company; neighbours share their first word or their trade.
    pub fn of(number: usize) -> Firm {
        let mut dice = Dice(number as u64 * 7919 + 3);
        let (head, rest) = (number % HEADS.len(), number / HEADS.len());
        let (tail, rest) = (rest % TAILS.len(), rest / TAILS.len());
        let trade = TRADES[(rest + number) % TRADES.len()];
        let again = rest / TRADES.len();
        let mut bare = format!("{}{} {trade}", HEADS[head], TAILS[tail]);
        if again > 0 {
            bare.push_str(&format!(" {}", again + 1));
        }
        Firm {
            domain: format!("{}.test", bare.to_lowercase().replace(' ', "-")),
            city: dice.below(CITIES.len()),
            phone: format!("+1{}555{:04}", 202 + number % 700, number % 10_000),
            bare,
        }
    }

    /// The name as one of many systems writes it.
    pub fn written(&self, dice: &mut Dice) -> String {
        let name = match dice.below(8) {
            0 => self.bare.to_uppercase(),
            1 => format!("The {}", self.bare),
            2 => self
                .bare
                .replace("International", "Intl")
                .replace("Technologies", "Tech")
                .replace("Services", "Svcs"),
            3 => {
                let (head, trade) = self.bare.split_once(' ').unwrap_or((&self.bare, ""));
                format!("{} {trade}", slip(head, dice))
            }
            _ => self.bare.clone(),
        };
        format!("{name} {}", dice.pick(FORMS)).trim().to_owned()
    }
}

#[derive(Debug, Clone, Default)]
pub struct Record {
    pub name: String,
    pub company: String,
    pub domain: String,
    pub city: String,
    pub country: String,
    pub emails: Vec<String>,
    pub phones: Vec<String>,
    pub linkedin: String,
}

#[derive(Debug, Clone)]
pub struct Somebody {
    pub first: &'static str,
    pub last: &'static str,
    pub firm: Firm,
    pub number: usize,
    /// Behind the local part, for the second of a name at a company.
    pub numbered: String,
}

impl Somebody {
    pub fn record(&self) -> Record {
        let (city, country) = CITIES[self.firm.city];
        let plain = pivotal_domain::audience::values::fold::key;
        Record {
            name: format!("{} {}", self.first, self.last),
            company: format!("{} Inc.", self.firm.bare),
            domain: self.firm.domain.clone(),
            city: city.to_owned(),
            country: country.to_owned(),
            emails: vec![format!(
                "{}.{}{}@{}",
                plain(self.first),
                plain(self.last),
                self.numbered,
                self.firm.domain
            )],
            phones: vec![format!("+1312555{:04}{}", self.number % 10_000, self.number / 10_000)],
            linkedin: format!(
                "https://www.linkedin.com/in/{}-{}-{}",
                plain(self.first),
                plain(self.last),
                self.number
            ),
        }
    }

    /// The same person in another list: less is known, and what is known is written otherwise.
    pub fn again(&self, dice: &mut Dice) -> Record {
        let mut record = self.record();
        let plain = pivotal_domain::audience::values::fold::key;
        let (mut first, mut last) = (self.first.to_owned(), self.last.to_owned());
        match dice.below(9) {
            0 => {
                if let Some((_, short)) = SHORT.iter().find(|(long, _)| *long == self.first) {
                    first = (*short).to_owned();
                }
            }
            1 => last = slip(self.last, dice),
            2 => first = slip(self.first, dice),
            3 => (first, last) = (first.to_uppercase(), last.to_uppercase()),
            4 => {
                (first, last) = (plain(&first), last.replace('ü', "ue").replace('ö', "oe").replace('ä', "ae"))
            }
            5 => last = format!("{last} Jr."),
            6 => first = format!("{first} M."),
            _ => {}
        }
        record.name = if dice.one_in(12) { format!("{last}, {first}") } else { format!("{first} {last}") };
        record.company = self.firm.written(dice);
        // Another list has another address, or none; the LinkedIn profile is seldom in both.
        match dice.below(5) {
            0 | 1 => record.emails.clear(),
            2 => {
                record.emails =
                    vec![format!("{}{}@{}", &plain(self.first)[..1], plain(self.last), self.firm.domain)]
            }
            3 => {
                record.emails =
                    vec![format!("{}.{}{}@gmail.com", plain(self.first), plain(self.last), self.number % 100)]
            }
            _ => {}
        }
        if !dice.one_in(4) {
            record.linkedin.clear();
        }
        if !dice.one_in(3) {
            record.phones.clear();
        }
        if dice.one_in(3) {
            record.domain.clear();
        }
        if dice.one_in(3) {
            record.city.clear();
        }
        record
    }
}
