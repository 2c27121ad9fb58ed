//! Measures what parsing one full row of a contact file costs: `cargo run --release -p pivotal-domain --example row_cost`.

#![expect(clippy::disallowed_methods, reason = "a measurement reads the clock")]
#![expect(clippy::print_stdout, reason = "a measurement prints its result")]

use std::hint::black_box;
use std::time::Instant;

use pivotal_domain::audience::fields::catalogue::{Entity, field};
use pivotal_domain::audience::fields::parse::{ParseContext, parse};
use pivotal_domain::audience::values::country::Country;
use pivotal_domain::audience::values::{company_name, job, person_name, time_zone};

const ROW: &[(Entity, &str, &str)] = &[
    (Entity::Contact, "first_name", "Jane"),
    (Entity::Contact, "last_name", "van der Berg"),
    (Entity::Contact, "full_name", "JANE VAN DER BERG"),
    (Entity::Contact, "job_title", "Senior Director of Engineering"),
    (Entity::Contact, "email", "Jane.Berg@acme-widgets.test"),
    (Entity::Contact, "email_verification_status", "Verified"),
    (Entity::Contact, "seniority_level", "Director"),
    (Entity::Contact, "department", "Engineering"),
    (Entity::Contact, "direct_phone", "+1 (202) 555-0142 x12"),
    (Entity::Contact, "mobile_phone", "+1 202-555-0143"),
    (Entity::Contact, "linkedin_url", "https://www.linkedin.com/in/jane-berg/"),
    (Entity::Contact, "address_street", "1200  Main Street"),
    (Entity::Contact, "city", "Zürich"),
    (Entity::Contact, "state", "California"),
    (Entity::Contact, "postal_code", "94105"),
    (Entity::Contact, "country", "United States"),
    (Entity::Contact, "tags", "vip; webinar 2026; emea"),
    (Entity::Contact, "consent_at", "2026-03-01 12:00:00"),
    (Entity::Account, "name", "Acme Widgets, Inc."),
    (Entity::Account, "domain", "https://www.acme-widgets.test/about"),
    (Entity::Account, "industry", "Computer Software"),
    (Entity::Account, "employees_size_range", "251"),
    (Entity::Account, "annual_revenue", "$12.5M"),
    (Entity::Account, "main_phone", "+49 (0)30 23125-000"),
    (Entity::Account, "hq_country", "DE"),
];

fn main() {
    let ctx = ParseContext { default_country: Country::parse("US"), today: None };
    let cell = |(entity, key, raw): &(Entity, &str, &str)| {
        let def = field(*entity, key).expect("in the catalogue");
        parse(def, black_box(raw), &ctx)
    };
    for row in ROW {
        cell(row).expect(row.2);
    }
    // The best of many short batches: other work on the machine can only make one slower.
    let time = |name: &str, work: &dyn Fn()| {
        let batch = || {
            let start = Instant::now();
            for _ in 0..2_000 {
                work();
            }
            start.elapsed().as_secs_f64() * 1e6 / 2_000.0
        };
        let best = (0..50).map(|_| batch()).fold(f64::INFINITY, f64::min);
        println!("{name:<28}{best:>8.3} us");
    };
    for row in ROW {
        time(row.1, &|| drop(black_box(cell(row))));
    }
    time("whole row, 25 cells", &|| {
        for row in ROW {
            drop(black_box(cell(row)));
        }
    });
    time("derive: seniority", &|| _ = black_box(job::seniority(black_box("Senior Software Engineer"))));
    time("derive: department", &|| _ = black_box(job::department(black_box("Senior Software Engineer"))));
    time("derive: time zone", &|| _ = black_box(time_zone::of_phone(black_box("+12025550142"))));
    time("key: person name", &|| drop(black_box(person_name::match_key(black_box("Dr. Jane van der Berg")))));
    time("key: company name", &|| {
        drop(black_box(company_name::match_key(black_box("Acme Widgets GmbH & Co. KG"))))
    });
}
