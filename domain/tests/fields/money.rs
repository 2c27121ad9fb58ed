use pivotal_domain::audience::values::country::Country;
use pivotal_domain::audience::values::money::{Money, whole_number};

use crate::check;

fn money(country: &str) -> impl Fn(&str) -> &'static str {
    let country = Country::parse(country);
    move |raw| {
        let money = Money::parse(raw, country);
        money.map_or_else(String::new, |money| format!("{} {}", money.amount, money.currency)).leak()
    }
}

#[test]
fn revenue_in_the_ways_people_write_it() {
    check(
        &[
            ("$12M", "12000000 USD"),
            ("$12 million", "12000000 USD"),
            ("$1.5B", "1500000000 USD"),
            ("US$ 3.2 bn", "3200000000 USD"),
            ("12000000", "12000000 USD"),
            ("12,000,000", "12000000 USD"),
            ("$12,000", "12000 USD"),
            ("12,000.50 USD", "12000.5 USD"),
            ("12.000.000 EUR", "12000000 EUR"),
            ("12.000 EUR", "12000 EUR"),
            ("€ 1,2 Mio.", "1200000 EUR"),
            ("1.2 Mrd EUR", "1200000000 EUR"),
            ("1,234 Mrd €", "1234000000 EUR"),
            ("1.2 Mrd", "1200000000 USD"),
            ("CHF 1'000'000", "1000000 CHF"),
            ("1 000 000 €", "1000000 EUR"),
            ("£250k", "250000 GBP"),
            ("¥5000000", "5000000 JPY"),
            ("5 crore INR", "50000000 INR"),
            ("10m€", "10000000 EUR"),
            ("EUR10m", "10000000 EUR"),
            ("$10M - $50M", "10000000 USD"),
            ("$10 mil. - $25 mil.", "10000000 USD"),
            ("$1-10M", "1000000 USD"),
            ("0.5", "0.5 USD"),
            ("$0", "0 USD"),
            ("1,234.567", "1234.56 USD"),
            ("twelve", ""),
            ("", ""),
            ("$", ""),
            ("12 potatoes", ""),
            ("12 EUR USD", ""),
            ("=1+1", ""),
            ("99999999999999999999", ""),
        ],
        money(""),
    );
    check(
        &[("1.2 Mrd", "1200000000 EUR"), ("12.000", "12000 EUR"), ("12,5 Mio", "12500000 EUR")],
        money("DE"),
    );
}

#[test]
fn whole_numbers() {
    check(
        &[
            ("12", Some(12)),
            ("1,234", Some(1234)),
            ("1.234", Some(1234)),
            ("1 234", Some(1234)),
            ("1'234", Some(1234)),
            ("12.0", Some(12)),
            ("1,234.00", Some(1234)),
            ("500+", Some(500)),
            ("~500", Some(500)),
            ("1.5k", Some(1500)),
            ("-3", Some(-3)),
            ("0", Some(0)),
            ("007", Some(7)),
            ("12.5", None),
            ("1e5", None),
            ("abc", None),
            ("", None),
            ("12 apples", None),
            ("1-2", None),
            ("99999999999999999999", None),
        ],
        whole_number,
    );
}
