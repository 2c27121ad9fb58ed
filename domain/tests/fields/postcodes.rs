use pivotal_domain::audience::fields::catalogue::{Entity, field};
use pivotal_domain::audience::fields::parse::{ParseContext, parse};
use pivotal_domain::audience::values::country::Country;
use pivotal_domain::audience::values::postcode;

use crate::check;

fn of(country: &'static str) -> impl Fn(&str) -> &'static str {
    move |raw| postcode::normal(raw, Country::parse(country)).leak()
}

#[test]
fn codes_get_the_shape_of_their_country() {
    check(
        &[("sw1a1aa", "SW1A 1AA"), ("m1 1ae", "M1 1AE"), ("EC1A-1BB", "EC1A 1BB"), ("12345", "12345")],
        of("GB"),
    );
    check(
        &[("021391234", "02139-1234"), ("02139", "02139"), ("2139", "2139"), ("02139 1234", "02139-1234")],
        of("US"),
    );
    check(&[("k1a0b1", "K1A 0B1"), ("K1A-0B1", "K1A 0B1")], of("CA"));
    check(&[("1012ab", "1012 AB"), ("1012  AB", "1012 AB"), ("NL-1012AB", "1012 AB")], of("NL"));
    check(
        &[("D-10117", "10117"), ("DE-10117", "10117"), ("10117", "10117"), ("A-10117", "A-10117")],
        of("DE"),
    );
    check(&[("11122", "111 22"), ("S-111 22", "111 22")], of("SE"));
    check(&[("00950", "00-950")], of("PL"));
    check(&[("01310100", "01310-100")], of("BR"));
    check(&[("1000001", "100-0001")], of("JP"));
    check(&[("1250096", "1250-096"), ("1250", "1250")], of("PT"));
    check(&[("d02x285", "D02 X285"), ("d6w xy00", "D6W XY00")], of("IE"));
    check(&[("c1425clj", "C1425CLJ"), ("1425", "1425")], of("AR"));
}

#[test]
fn what_has_no_shape_stays_as_it_was_written() {
    check(&[("p.o. box 12", "P.O. BOX 12"), ("1234567890", "1234567890"), ("", "")], of("US"));
    check(&[("anything 7", "ANYTHING 7")], of("AE"));
    // Without a country only codes that are like no other's.
    check(
        &[("sw1a1aa", "SW1A 1AA"), ("k1a0b1", "K1A 0B1"), ("10117", "10117"), ("1012ab", "1012AB")],
        of(""),
    );
}

#[test]
fn whether_a_code_fits_is_known_where_the_shape_is() {
    let fits = |code, country| postcode::fits(code, Country::parse(country).unwrap());
    assert_eq!(fits("02139", "US"), Some(true));
    assert_eq!(fits("2139", "US"), Some(false));
    assert_eq!(fits("anything", "AE"), None);
}

#[test]
fn zeros_that_a_spreadsheet_took_come_back() {
    let def = field(Entity::Contact, "postal_code").unwrap();
    let read = |raw: &str, country: &str| {
        let ctx = ParseContext { default_country: Country::parse(country), today: None };
        parse(def, raw, &ctx).unwrap().value.unwrap().to_string()
    };
    assert_eq!(read("2139.0", "US"), "02139");
    assert_eq!(read("1067.0", "DE"), "01067");
    assert_eq!(read("12.0", "US"), "12");
    assert_eq!(read("2139.0", ""), "2139");
    assert_eq!(read("'02139", "US"), "02139");
    // Written by a person and not by a spreadsheet: nothing is guessed.
    assert_eq!(read("2139", "US"), "2139");
}
