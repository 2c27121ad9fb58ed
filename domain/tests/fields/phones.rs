use pivotal_domain::audience::values::country::Country;
use pivotal_domain::audience::values::phone::{Phone, PhoneError};

use crate::check;

fn in_country(country: &str) -> impl Fn(&str) -> Result<&'static str, PhoneError> {
    let country = Country::parse(country);
    move |raw| Phone::parse(raw, country).map(|phone| &*phone.to_string().leak())
}

#[test]
fn numbers_with_their_country_code_need_no_default() {
    check(
        &[
            ("+1 202 555 0100", Ok("+12025550100")),
            ("+1 (202) 555-0100", Ok("+12025550100")),
            ("+1.202.555.0100", Ok("+12025550100")),
            ("+1-202-555-0100 x123", Ok("+12025550100;ext=123")),
            ("+12025550100ext.12", Ok("+12025550100;ext=12")),
            ("+1 202 555 0100, ext 7", Ok("+12025550100;ext=7")),
            ("+1 202 555 0100 extension: 4521", Ok("+12025550100;ext=4521")),
            ("+1 202 555 0100 #99", Ok("+12025550100;ext=99")),
            ("+12025550100;ext=123", Ok("+12025550100;ext=123")),
            ("tel:+12025550100", Ok("+12025550100")),
            ("Tel.: +49 30 23125 000", Ok("+493023125000")),
            ("+49 (0) 30 23125-000", Ok("+493023125000")),
            ("+49 (0)30 23125000", Ok("+493023125000")),
            ("0049 30 23125000", Ok("+493023125000")),
            ("+0049 30 23125000", Ok("+493023125000")),
            ("+44 20 7946 0018", Ok("+442079460018")),
            ("+44 (0)20 7946 0018", Ok("+442079460018")),
            ("+44 020 7946 0018", Ok("+442079460018")),
            ("+33 1 99 00 12 34", Ok("+33199001234")),
            ("+39 06 1234 5678", Ok("+390612345678")),
            ("+61 2 5550 1234", Ok("+61255501234")),
            ("011 44 20 7946 0018", Ok("+442079460018")),
            ("＋１ ２０２ ５５５ ０１００", Ok("+12025550100")),
            ("+49\u{a0}30\u{2011}23125000", Ok("+493023125000")),
            ("2025550100", Err(PhoneError::NoCountry)),
            ("+999 12345678", Err(PhoneError::CallingCode)),
            ("+1 202 555", Err(PhoneError::TooShort)),
            ("+1 202 555 0100 99", Err(PhoneError::TooLong)),
            ("+1 102 555 0100", Err(PhoneError::NorthAmerica)),
            ("+44 12", Err(PhoneError::TooShort)),
            ("", Err(PhoneError::NoDigits)),
            ("call me", Err(PhoneError::NoDigits)),
            ("+", Err(PhoneError::NoDigits)),
            ("1.20256E+10", Err(PhoneError::Shortened)),
            ("000000", Err(PhoneError::Placeholder)),
            ("1111111111", Err(PhoneError::Placeholder)),
            ("+1 202 555 0100 or so", Err(PhoneError::Characters)),
            ("=cmd|'/c calc'!A0", Err(PhoneError::Characters)),
            ("123456789012345678901234567890", Err(PhoneError::TooLong)),
        ],
        in_country(""),
    );
}

#[test]
fn american_numbers() {
    check(
        &[
            ("202-555-0100", Ok("+12025550100")),
            ("(202) 555-0100", Ok("+12025550100")),
            ("1-202-555-0100", Ok("+12025550100")),
            ("12025550100", Ok("+12025550100")),
            ("2025550100.0", Ok("+12025550100")),
            ("202.555.0199 x 5", Ok("+12025550199;ext=5")),
            ("800-555-0199", Ok("+18005550199")),
            ("1-800-555-HELP", Ok("+18005554357")),
            ("555-0100", Err(PhoneError::TooShort)),
            ("(012) 555-0100", Err(PhoneError::NorthAmerica)),
            ("202 155 0100", Err(PhoneError::NorthAmerica)),
            ("12345", Err(PhoneError::TooShort)),
            ("+44 20 7946 0018", Ok("+442079460018")),
            ("202-555-0100 mobile", Err(PhoneError::Characters)),
        ],
        in_country("US"),
    );
}

#[test]
fn german_and_other_numbers() {
    check(
        &[
            ("030 23125000", Ok("+493023125000")),
            ("030/23125-000", Ok("+493023125000")),
            ("(030) 23125 000", Ok("+493023125000")),
            ("0171 39200 12", Ok("+491713920012")),
            ("49 30 23125000", Ok("+493023125000")),
            ("030 23125000 Durchwahl 12", Ok("+493023125000;ext=12")),
            ("004930 23125000", Ok("+493023125000")),
        ],
        in_country("DE"),
    );
    check(&[("020 7946 0018", Ok("+442079460018"))], in_country("GB"));
    check(&[("01 99 00 12 34", Ok("+33199001234"))], in_country("FR"));
    check(&[("06 1234 5678", Ok("+390612345678"))], in_country("IT"));
    check(&[("(02) 5550 1234", Ok("+61255501234"))], in_country("AU"));
}
