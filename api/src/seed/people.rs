//! The sample's people: names, titles and places follow from their number, so every run makes the same ones.

use serde_json::{Map, Value, json};

use super::companies::{self, Company, phone};
use super::custom_fields::INTERESTS;

const PEOPLE: usize = 300;

#[rustfmt::skip]
const FIRST: &[&str] = &[
    "Amelia", "Bram", "Clara", "Dario", "Elin", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Katja", "Leon", "Mireille", "Nadia", "Oskar",
    "Priya", "Quentin", "Rosa", "Sven", "Tamsin", "Ulrik", "Vera", "Wendell", "Ximena", "Yusuf", "Zoe", "Anders", "Beatrix", "Caspar",
    "Dagmar", "Emil", "Fiona", "Gareth", "Helena", "Ivo", "Jasmine", "Kofi", "Lucinda", "Magnus", "Noelle", "Owen", "Paola", "Rasmus", "Saskia",
    "Theo", "Una", "Viktor", "Willa", "Yara",
];
#[rustfmt::skip]
const LAST: &[&str] = &[
    "Abbott", "Bakker", "Castellano", "Dahlgren", "Engstrom", "Ferreira", "Gallagher", "Hartmann", "Iversen", "Jansen", "Kowalski", "Lefevre",
    "Moreau", "Nyberg", "Okafor", "Pettersen", "Quigley", "Rossi", "Sandoval", "Thorne", "Ueda", "Vasquez", "Whitlock", "Yilmaz", "Zimmer",
    "Ashdown", "Bellamy", "Carver", "Devereux", "Eklund", "Falk", "Grimaldi", "Hollis", "Ingram", "Juhl", "Kerr", "Lindgren", "Marchetti",
    "Novak", "Osborne", "Pryce", "Rahman", "Solberg", "Tanaka", "Underwood", "Vogel", "Winslow",
];
#[rustfmt::skip]
const TITLES: &[&str] = &[
    "Chief Marketing Officer", "VP Sales", "Director of Demand Generation", "Head of IT", "Marketing Manager", "IT Manager", "Sales Director",
    "Procurement Manager", "Chief Information Officer", "Head of Security", "Senior Data Engineer", "Finance Director", "Operations Manager",
    "Product Manager", "HR Director", "VP Engineering", "Chief Financial Officer", "Customer Success Manager", "Digital Marketing Specialist",
    "Information Security Officer",
];
const LIFECYCLES: &[&str] =
    &["subscriber", "lead", "marketing_qualified", "sales_qualified", "opportunity", "customer"];

pub struct Person {
    pub email: String,
    number: usize,
    first: &'static str,
    last: &'static str,
    company: &'static Company,
}

pub fn all() -> Vec<Person> {
    (0..PEOPLE).map(person).collect()
}

fn person(number: usize) -> Person {
    // Steps without a common factor with the lists: no name comes twice before all have come.
    let first = FIRST[number * 11 % FIRST.len()];
    let last = LAST[(number * 17 + number / LAST.len()) % LAST.len()];
    let company = &companies::ALL[number * 7 % companies::ALL.len()];
    let email = format!("{}.{}@{}", first.to_lowercase(), last.to_lowercase(), company.domain());
    Person { email, number, first, last, company }
}

impl Person {
    pub fn fields(&self) -> Map<String, Value> {
        let mut fields = json!({
            "first_name": self.first,
            "last_name": self.last,
            "email": self.email,
            "job_title": TITLES[self.number * 13 % TITLES.len()],
            "city": self.company.city,
            "country": self.company.country,
            "linkedin_url": format!("https://www.linkedin.com/in/{}-{}-sample{}", self.first.to_lowercase(), self.last.to_lowercase(), self.number),
            "lifecycle": LIFECYCLES[self.number * 5 % LIFECYCLES.len()],
            "tags": ["sample"],
        });
        // Not everybody says what they like to read.
        if self.number.is_multiple_of(2) {
            let first = self.number / 2 % INTERESTS.len();
            fields["custom.preferred_content"] =
                json!([INTERESTS[first], INTERESTS[(first + 1) % INTERESTS.len()]]);
        }
        if self.number.is_multiple_of(5) {
            fields["custom.met_at_event"] =
                json!(format!("2026-{:02}-{:02}", 1 + self.number % 9, 1 + self.number % 28));
        }
        // Nor has everybody a number, as in life.
        if !self.number.is_multiple_of(3)
            && let Some(phone) = phone(self.company.country, self.number)
        {
            fields["direct_phone"] = Value::String(phone);
        }
        match fields {
            Value::Object(fields) => fields,
            _ => Map::new(),
        }
    }
}
