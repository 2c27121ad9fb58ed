//! What each row is: a new person, the same person again, or one of the many ways in which rows are broken.
//!
//! Everything is a function of seed and row number. A repeated person is made again rather than remembered, so a
//! file of any length takes the same memory.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::SampleOptions;
use super::companies::{Company, digits};
use super::people::{FIRST_NAMES, JOBS, LAST_NAMES};
use super::places::{City, Land};
use super::random::Random;

/// People of one company.
pub const PEOPLE_PER_COMPANY: u64 = 6;

/// The values of a row by column (`contact.email`, ...). A column that is not there is empty.
pub type Cells = BTreeMap<&'static str, String>;

/// Who a row is about.
#[derive(Debug, Clone)]
pub struct Person {
    pub company: Company,
    pub first: &'static str,
    pub last: &'static str,
    pub job: (&'static str, &'static str, &'static str),
    pub phone: String,
    pub mobile: String,
    pub email_local: String,
    /// Of all people of the seed.
    pub number: u64,
}

impl Person {
    /// Rows are spread over the companies by a permutation, so colleagues lie apart, as they do in real files.
    pub fn of(options: &SampleOptions, row: u64) -> Person {
        let place = permuted(row, options.rows);
        Person::at(options.seed, place / PEOPLE_PER_COMPANY, place % PEOPLE_PER_COMPANY)
    }

    fn at(seed: u64, company: u64, desk: u64) -> Person {
        let company = Company::of(seed, company);
        let number = company.number * PEOPLE_PER_COMPANY + desk;
        let mut random = Random::new(seed, number, 2);
        let land = company.city.land;
        let firsts = FIRST_NAMES[land.names_of];
        // Colleagues have different first names: a step of 7 meets no name twice in six desks.
        let start = Random::new(seed, company.number, 3).below(firsts.len() as u64);
        let first = firsts[((start + desk * 7) % firsts.len() as u64) as usize];
        let last = random.pick(LAST_NAMES[land.names_of]);
        Person {
            email_local: format!("{}.{}", ascii(first), ascii(last)),
            job: random.pick(JOBS),
            phone: digits(company.city.phone, &mut random),
            mobile: {
                let pattern = random.pick(land.mobiles);
                digits(pattern, &mut random)
            },
            first,
            last,
            company,
            number,
        }
    }

    pub fn email(&self) -> String {
        format!("{}@{}", self.email_local, self.company.domain)
    }

    pub fn linkedin(&self) -> String {
        format!(
            "https://www.linkedin.com/in/{}-{}-{}",
            ascii(self.first),
            ascii(self.last),
            self.company.number
        )
    }

    /// A clean row about this person, in the varying ways in which systems and people write values.
    pub fn cells(&self, options: &SampleOptions, row: u64) -> Cells {
        let mut random = Random::new(options.seed, row, 4);
        let (company, city) = (&self.company, self.company.city);
        let land = city.land;
        let mut cells = Cells::new();
        let mut put = |key, value: String| {
            cells.insert(key, value);
        };
        put("contact.first_name", self.first.to_owned());
        put("contact.last_name", self.last.to_owned());
        if random.percent(30.0) {
            put("contact.salutation", random.pick(&["Mr.", "Ms.", "Dr."]).to_string());
        }
        put("contact.job_title", self.job.0.to_owned());
        put("contact.seniority_level", self.job.1.to_owned());
        put("contact.department", self.job.2.to_owned());
        put("contact.email", self.email());
        if random.percent(15.0) {
            put("contact.secondary_emails", format!("{}@{}", ascii(self.first), company.domain));
        }
        put(
            "contact.email_verification_status",
            random.pick(&["Verified", "valid", "unknown", "Extrapolated", "catch-all"]).to_string(),
        );
        put("contact.direct_phone", written_phone(&self.phone, land, true, &mut random));
        put("contact.mobile_phone", written_phone(&self.mobile, land, false, &mut random));
        put("contact.linkedin_url", written_linkedin(self.linkedin(), &mut random));
        put("contact.address_street", format!("{} {}", 1 + random.below(999), random.pick(land.streets)));
        put("contact.city", city.name.to_owned());
        put("contact.state", written_state(city, &mut random));
        put("contact.postal_code", digits(city.postal, &mut random));
        put("contact.country", random.pick(land.names).to_string());
        put("contact.language", land.language.to_owned());
        put(
            "contact.intent_topics",
            random.pick(&["data platform; governance", "zero trust", "payroll", "erp|finance"]).to_string(),
        );
        put(
            "contact.tags",
            random.pick(&["webinar", "trade show; vip", "newsletter", "partner, emea"]).to_string(),
        );
        put(
            "contact.lifecycle",
            random.pick(&["Lead", "Subscriber", "Marketing Qualified Lead", "customer"]).to_string(),
        );
        put("contact.consent_basis", random.pick(&["legitimate interest", "consent"]).to_string());
        put("contact.consent_source", random.pick(&["trade show", "web form", "referral"]).to_string());
        let (month, day) = (1 + random.below(12), 1 + random.below(28));
        let given = NaiveDate::from_ymd_opt(2025, month as u32, day as u32);
        put("contact.consent_at", given.map(|date| options.vendor.date(date)).unwrap_or_default());
        put("account.name", company.name());
        put("account.domain", written_domain(&company.domain, &mut random));
        put("account.industry", company.industry.to_owned());
        put("account.employees_size_range", company.staff.to_string());
        put("account.staff_count", company.staff.to_string());
        put("account.annual_revenue", written_revenue(company.revenue_millions, land.currency, &mut random));
        put("account.year_founded", company.founded.to_string());
        put("account.sic_code", company.sic.to_owned());
        put("account.naics_code", company.naics.to_owned());
        put(
            "account.main_phone",
            written_phone(&company.phone, land, false, &mut Random::new(options.seed, company.number, 5)),
        );
        put(
            "account.linkedin_url",
            format!("https://www.linkedin.com/company/{}", company.domain.trim_end_matches(".test")),
        );
        put("account.hq_street", company.street.clone());
        put("account.hq_city", city.name.to_owned());
        put("account.hq_state", city.state.to_owned());
        put("account.hq_postal_code", company.postal.clone());
        put("account.hq_country", random.pick(land.names).to_string());
        put("account.tech_stack", company.technologies.join("; "));
        put("badge", random.pick(&["blue", "green", "red"]).to_string());
        put("legacy", format!("L-{:07}", row + 1));
        put(
            "remark",
            random
                .pick(&["met at the fair, call in May", "likes short mails", "has budget", "ask about Q3"])
                .to_string(),
        );
        self.put_vendors_own(options, &mut cells);
        cells
    }

    /// What no field of ours fits: a vendor's keys and scores. Only read where its files have such columns.
    fn put_vendors_own(&self, options: &SampleOptions, cells: &mut Cells) {
        let (company, mut random) = (&self.company, Random::new(options.seed, self.number, 6));
        cells.insert("vendor_id", format!("{}", 1_000_000_000 + random.below(9_000_000_000)));
        cells.insert("company_id", format!("{}", 300_000_000 + company.number));
        cells.insert("email_domain", company.domain.clone());
        cells.insert("accuracy", format!("{}", 60 + random.below(40)));
        cells.insert("notice", format!("2025-{:02}-{:02}", 1 + random.below(12), 1 + random.below(28)));
        cells.insert("revenue_thousands", format!("{}", company.revenue_millions * 1_000));
        cells.insert("account.tags", random.pick(&["b2b", "b2b; growth", "enterprise"]).to_owned());
    }
}

/// A bijection of 0..rows without any state.
fn permuted(row: u64, rows: u64) -> u64 {
    let mut step = (rows as f64 * 0.618_033_988_75) as u64 | 1;
    while greatest_common_divisor(step, rows) != 1 {
        step += 2;
    }
    ((u128::from(row) * u128::from(step) + 7) % u128::from(rows.max(1))) as u64
}

fn greatest_common_divisor(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}

/// Lower-case letters for addresses.
fn ascii(name: &str) -> String {
    pivotal_domain::audience::values::fold::key(name)
}

/// With its country code and in one of the usual groupings, or as people of the country write it at home.
fn written_phone(national: &str, land: &Land, extension: bool, random: &mut Random) -> String {
    let plain: String = national.chars().filter(char::is_ascii_digit).collect();
    let number = match random.below(4) {
        0 => format!("+{}{plain}", land.calling_code),
        1 => format!("+{} {national}", land.calling_code),
        2 if land.trunk.is_empty() => format!("({}) {}", &national[..3], &national[4..]),
        2 => format!("{}{national}", land.trunk),
        _ if land.trunk.is_empty() => format!("+1 ({}) {}", &national[..3], &national[4..]),
        _ => format!("+{} ({}){national}", land.calling_code, land.trunk),
    };
    if extension && random.percent(8.0) { format!("{number} x{}", 10 + random.below(990)) } else { number }
}

fn written_linkedin(url: String, random: &mut Random) -> String {
    match random.below(3) {
        0 => url,
        1 => url.trim_start_matches("https://www.").to_owned(),
        _ => format!("{url}/?utm_source=share"),
    }
}

fn written_domain(domain: &str, random: &mut Random) -> String {
    match random.below(4) {
        0 => domain.to_owned(),
        1 => format!("https://www.{domain}/"),
        2 => format!("www.{domain}"),
        _ => format!("http://{domain}"),
    }
}

fn written_state(city: &City, random: &mut Random) -> String {
    if random.percent(50.0) { city.state.to_owned() } else { city.state_code.to_owned() }
}

fn written_revenue(millions: u64, currency: &str, random: &mut Random) -> String {
    match random.below(3) {
        0 => format!("{millions}000000 {currency}"),
        1 => format!("{millions}M {currency}"),
        _ => format!("{currency} {millions} million"),
    }
}
