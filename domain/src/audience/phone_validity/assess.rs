//! What a number says by itself. Pure, and cheap enough for every row of a list.

use super::line::LineType;
use super::numbering;
use crate::audience::values::country::Country;
use crate::audience::values::phone::{self, Phone};
use crate::audience::values::time_zone;

/// Values of the fields `direct_phone_validity` and `mobile_phone_validity` of contacts, and `main_phone_validity` of accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Validity {
    /// In a range that the numbering plan gives out. Whether somebody has it, only a look-up or a call can say.
    Valid,
    /// As long as a number of its country is, and in no range that we know: the plan may be newer than our copy of it.
    Possible,
    /// No number at all, or none that can be dialled from anywhere.
    Invalid,
}

impl Validity {
    pub fn as_str(self) -> &'static str {
        match self {
            Validity::Valid => "valid",
            Validity::Possible => "possible",
            Validity::Invalid => "invalid",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    pub validity: Validity,
    pub line: LineType,
    /// Where the number belongs: not where its owner is.
    pub country: Option<Country>,
    /// Of the number's prefix; none where a country has several and the prefix does not say which.
    pub time_zone: Option<&'static str>,
    /// As it is dialled from anywhere.
    pub e164: Option<String>,
}

/// Of a number as people write it; `default_country` for one without a country code.
pub fn assess(raw: &str, default_country: Option<Country>) -> Assessment {
    match Phone::parse(raw, default_country) {
        Ok(phone) => of_phone(&phone),
        Err(_) => Assessment {
            validity: Validity::Invalid,
            line: LineType::Unknown,
            country: None,
            time_zone: None,
            e164: None,
        },
    }
}

pub fn of_phone(phone: &Phone) -> Assessment {
    let e164 = phone.e164();
    let placed = phone::split_e164(e164).and_then(|(code, national)| numbering::placed(code, national));
    let (validity, line, country) = match placed {
        Some((country, line)) => (Validity::Valid, line, country),
        None => (Validity::Possible, LineType::Unknown, None),
    };
    Assessment { validity, line, country, time_zone: time_zone::of_phone(e164), e164: Some(e164.to_owned()) }
}
