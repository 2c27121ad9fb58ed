use pivotal_domain::audience::values::country::Country;
use pivotal_domain::audience::values::time_zone::{self, Place, of_phone, of_place};

use crate::check;

fn place<'a>(country: &str, state: &'a str, postal_code: &'a str) -> Place<'a> {
    let some = |text: &'a str| (!text.is_empty()).then_some(text);
    Place { country: Country::parse(country), state: some(state), postal_code: some(postal_code) }
}

#[test]
fn a_number_says_where_it_rings() {
    check(
        &[
            ("+12025550100", Some("America/New_York")),
            ("+13125550100", Some("America/Chicago")),
            ("+13035550100", Some("America/Denver")),
            ("+14155550100", Some("America/Los_Angeles")),
            ("+16025550100", Some("America/Phoenix")),
            ("+19075550100", Some("America/Anchorage")),
            ("+18085550100", Some("Pacific/Honolulu")),
            ("+14165550100", Some("America/Toronto")),
            ("+16045550100", Some("America/Vancouver")),
            ("+17875550100", Some("America/Puerto_Rico")),
            ("+18765550100", Some("America/Jamaica")),
            ("+493023125000", Some("Europe/Berlin")),
            ("+442079460018", Some("Europe/London")),
            ("+33199001234", Some("Europe/Paris")),
            ("+390612345678", Some("Europe/Rome")),
            ("+41443640000", Some("Europe/Zurich")),
            ("+919999912345", Some("Asia/Kolkata")),
            ("+81312345678", Some("Asia/Tokyo")),
            ("+61255501234", Some("Australia/Sydney")),
            ("+61892224444", Some("Australia/Perth")),
            ("+61889241234", Some("Australia/Darwin")),
            ("+74951234567", Some("Europe/Moscow")),
            ("+77012345678", Some("Asia/Almaty")),
            ("+5511961234567", Some("America/Sao_Paulo")),
            ("+5592961234567", Some("America/Manaus")),
            ("+34912345678", Some("Europe/Madrid")),
            ("+34928123456", Some("Atlantic/Canary")),
            ("+351291123456", Some("Atlantic/Madeira")),
        ],
        of_phone,
    );
}

/// A guess could ring at night.
#[test]
fn a_number_that_may_ring_in_two_zones_says_nothing() {
    let straddling =
        ["208", "270", "423", "541", "574", "605", "701", "709", "807", "812", "850", "906", "928"];
    for area in straddling {
        assert_eq!(of_phone(&format!("+1{area}5550100")), None, "{area}");
    }
    for number in
        ["+18005550100", "+61412345678", "+34612345678", "+79161234567", "12025550100", "+", "", "+1", "+34"]
    {
        assert_eq!(of_phone(number), None, "{number}");
    }
}

#[test]
fn a_place_says_its_zone_as_far_as_it_is_known() {
    for (country, state, postal_code, zone) in [
        ("US", "CA", "", Some("America/Los_Angeles")),
        ("US", "", "", None),
        ("US", "TX", "", None),
        ("US", "TX", "78701", Some("America/Chicago")),
        ("US", "TX", "79901-1234", Some("America/Denver")),
        ("US", "TX", "79830", None),
        ("US", "TN", "37402", Some("America/New_York")),
        ("US", "TN", "37201", Some("America/Chicago")),
        ("US", "FL", "33101", Some("America/New_York")),
        ("US", "FL", "32501", Some("America/Chicago")),
        ("US", "IN", "46204", Some("America/Indiana/Indianapolis")),
        ("CA", "BC", "V6B 4Y8", Some("America/Vancouver")),
        ("CA", "BC", "", None),
        ("CA", "", "m5v2t6", Some("America/Toronto")),
        ("AU", "WA", "", Some("Australia/Perth")),
        ("AU", "", "3000", Some("Australia/Melbourne")),
        ("BR", "AM", "", Some("America/Manaus")),
        ("BR", "", "", None),
        ("ES", "", "28013", Some("Europe/Madrid")),
        ("ES", "", "35001", Some("Atlantic/Canary")),
        ("ES", "CN", "", Some("Atlantic/Canary")),
        ("DE", "BY", "", Some("Europe/Berlin")),
        ("FR", "75", "", Some("Europe/Paris")),
        ("", "CA", "90001", None),
    ] {
        assert_eq!(of_place(place(country, state, postal_code)), zone, "{country} {state} {postal_code}");
    }
}

#[test]
fn the_phone_comes_before_the_address_and_that_before_the_company() {
    let (person, company) = (place("US", "CA", ""), place("DE", "", ""));
    assert_eq!(time_zone::best(["+13125550100"], [person, company]), Some("America/Chicago"));
    assert_eq!(time_zone::best(["+18005550100"], [person, company]), Some("America/Los_Angeles"));
    assert_eq!(time_zone::best([], [place("US", "", ""), company]), Some("Europe/Berlin"));
    assert_eq!(time_zone::best([], [place("US", "", "")]), None);
}

#[test]
fn every_zone_of_every_table_exists() {
    let zone_of = |line: &'static str, column: usize| line.split(';').nth(column).unwrap_or("");
    let rows = |data: &'static str| data.lines().filter(|line| !line.starts_with('#'));
    let phones = rows(include_str!("../../data/phone_zones.txt")).map(|line| line.split(' ').next().unwrap());
    let postcodes = rows(include_str!("../../data/postcode_zones.txt")).map(|line| zone_of(line, 1));
    let states = rows(include_str!("../../data/subdivisions.txt")).map(|line| zone_of(line, 3));
    let countries = rows(include_str!("../../data/countries.txt")).map(|line| zone_of(line, 3));
    for zone in phones.chain(postcodes).chain(states).chain(countries).filter(|zone| !zone.is_empty()) {
        assert_eq!(time_zone::parse(zone), Some(zone));
    }
}

#[test]
fn no_prefix_stands_in_two_zones() {
    let mut seen = std::collections::HashSet::new();
    for line in include_str!("../../data/phone_zones.txt").lines().filter(|line| !line.starts_with('#')) {
        for prefix in line.split(' ').skip(1) {
            assert!(prefix.bytes().all(|b| b.is_ascii_digit()) && seen.insert(prefix), "{prefix}");
        }
    }
}
