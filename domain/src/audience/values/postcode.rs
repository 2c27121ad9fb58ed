//! Postal codes: the shape a country writes them in, and its capitals. A code that has not the country's shape stays as it is
//! written: a wrong code is still the best hint at the right one.

use super::country::Country;

/// Shapes by country: `9` stands for a digit, `A` for a letter, `X` for either, anything else for itself. Several shapes between `|`, the
/// first that fits counts. From the Universal Postal Union's addressing guides.
#[rustfmt::skip]
const SHAPES: &[(&str, &str)] = &[
    ("US PR GU VI AS MP", "99999|99999-9999"), ("CA", "A9A 9A9"), ("GB", "A9 9AA|A99 9AA|AA9 9AA|AA99 9AA|A9A 9AA|AA9A 9AA"),
    ("IE", "A99 XXXX|A9A XXXX"),
    ("NL", "9999 AA"), ("PL", "99-999"), ("PT", "9999-999|9999"), ("BR", "99999-999"), ("JP", "999-9999"),
    ("SE SK CZ GR", "999 99"),
    ("AT AU BE BG CH CY DK GE HU LI LU LV NO NZ PH SI ZA TN", "9999"),
    ("DE ES FI FR IT MX MY TH TR UA HR RS EE LT MC ID KR SA KE MA EG", "99999"),
    ("CN IN RO RU SG VN KZ BY CO", "999999"), ("IL", "9999999|99999"), ("TW", "999|99999|999999"), ("AR", "A9999AAA|9999"),
    ("IS", "999"), ("CL", "9999999"), ("PE", "99999"),
];

/// The shapes that are like no other country's, for codes whose country is not known.
const UNMISTAKABLE: &[&str] = &["CA", "GB"];

/// `sw1a1aa` of the United Kingdom gives `SW1A 1AA`, `1012ab` of the Netherlands `1012 AB`, `D-10117` of Germany `10117`.
/// Letters and digits stay, with one exception: the country's own letter in front (`D-`, `A-`, `CH-`, `SE-`), which is the
/// old postal abroad prefix and no part of the code.
pub fn normal(code: &str, country: Option<Country>) -> String {
    let upper = code.to_uppercase();
    let found = match country {
        Some(country) => shaped(&upper, country.code())
            .or_else(|| shaped(without_country(&upper, country)?, country.code())),
        None => UNMISTAKABLE.iter().find_map(|country| shaped(&upper, country)),
    };
    found.unwrap_or(upper)
}

/// A code that a spreadsheet took for a number, with the zeros that it lost in front: 2139 in the United States is `02139`.
pub fn from_number(digits: &str, country: Option<Country>) -> String {
    let all_digits = |shape: &&str| shape.bytes().all(|b| b == b'9');
    let whole = country.and_then(|country| shapes(country.code())?.split('|').find(all_digits));
    let length = whole.map_or(0, str::len);
    // Codes begin with one zero, hardly ever with two: anything shorter is no code that lost its zeros.
    if digits.len() + 2 >= length { format!("{digits:0>length$}") } else { digits.to_owned() }
}

/// Has the code the country's shape? Nothing when no shape of that country is held.
pub fn fits(code: &str, country: Country) -> Option<bool> {
    shapes(country.code()).map(|_| shaped(&code.to_uppercase(), country.code()).is_some())
}

fn shapes(country: &str) -> Option<&'static str> {
    let found = SHAPES.iter().find(|(countries, _)| countries.split(' ').any(|one| one == country));
    found.map(|(_, shapes)| *shapes)
}

fn shaped(upper: &str, country: &str) -> Option<String> {
    // Only what people put between the parts may go; anything else means that it is no code of this country.
    if !upper.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, ' ' | '-' | '.' | '–')) {
        return None;
    }
    let signs: Vec<char> = upper.chars().filter(char::is_ascii_alphanumeric).collect();
    shapes(country)?.split('|').find_map(|shape| fill(shape, &signs))
}

fn fill(shape: &str, signs: &[char]) -> Option<String> {
    let mut rest = signs.iter();
    let mut code = String::with_capacity(shape.len());
    for place in shape.chars() {
        code.push(match place {
            '9' => *rest.next().filter(|c| c.is_ascii_digit())?,
            'A' => *rest.next().filter(|c| c.is_ascii_uppercase())?,
            'X' => *rest.next()?,
            between => between,
        });
    }
    rest.next().is_none().then_some(code)
}

/// What follows `D-`, `DE-` and their like.
fn without_country(upper: &str, country: Country) -> Option<&str> {
    let (prefix, rest) = upper.split_once('-')?;
    let own = match country.code() {
        "DE" => prefix == "D",
        "AT" => prefix == "A",
        "FR" => prefix == "F",
        "IT" => prefix == "I",
        "BE" => prefix == "B",
        "SE" => prefix == "S",
        "FI" => prefix == "FIN",
        "LU" => prefix == "L",
        _ => false,
    };
    (own || prefix == country.code()).then_some(rest)
}
