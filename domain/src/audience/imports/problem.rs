//! What the codes of rows mean, for a person. Codes are part of the API and of reject files: never change one, only add.

use crate::audience::fields::codes;

/// A sentence about a row's problem; an unknown code speaks for itself.
pub fn words(code: &str) -> &str {
    match code {
        "no_key" => "Neither email, LinkedIn nor name with account: the contact could not be found again.",
        "name_differs" => "Another name has this email already; the name that was there stayed.",
        "possible_duplicate" => "Looks like somebody who exists under another email.",
        "domain_taken" => "The domain belongs to another account; it was left out.",
        "account_archived" => "The account is archived; the contact went in without it.",
        "record_changed" => "The record cannot be changed.",
        "row_too_short" => "The row has fewer cells than the header; the missing ones are empty.",
        "row_too_long" => "The row has more cells than the header: nobody knows which belongs where.",
        "broken_quote" => "A quotation mark is opened and not closed.",
        "stray_quote" => {
            "A quotation mark inside a quoted cell is not doubled; check that the cells were split right."
        }
        "cell_too_large" => "A cell is larger than 64 KB.",
        "undecodable_character" => "A character cannot be read in the file's encoding.",
        codes::EMAIL_SYNTAX => "Email has no valid syntax.",
        codes::PHONE_IMPOSSIBLE => "Phone cannot be a number in its country.",
        codes::PHONE_COUNTRY_MISSING => "Phone has no country code, and the import no default country.",
        codes::DOMAIN_INVALID => "Not a domain.",
        codes::URL_INVALID => "Not a web address.",
        codes::LINKEDIN_INVALID => "Not a LinkedIn address.",
        codes::COUNTRY_UNKNOWN => "Country not recognised.",
        codes::TIME_ZONE_UNKNOWN => "Time zone not recognised.",
        codes::LANGUAGE_UNKNOWN => "Language not recognised.",
        codes::NUMBER_INVALID => "Not a number.",
        codes::NUMBER_OUT_OF_RANGE => "The number is out of range.",
        codes::MONEY_INVALID => "Not an amount of money.",
        codes::DATE_INVALID => "Not a date.",
        codes::DATE_AMBIGUOUS => "The date can be read two ways; write it as 2026-03-01.",
        codes::BOOL_INVALID => "Neither yes nor no.",
        codes::CHOICE_UNKNOWN => "Not one of the values this field can take.",
        codes::SIZE_INVALID => "Not a number or range of employees.",
        codes::INDUSTRY_CODE_UNKNOWN => "Not an industry code.",
        codes::REFERENCE_INVALID => "Not a reference to a record.",
        codes::TEXT_TOO_LONG => "The text is too long.",
        codes::TOO_MANY_VALUES => "Too many values in one cell.",
        codes::NUL_BYTE => "A NUL byte was in the cell.",
        codes::FIELD_DERIVED => "The field is worked out from others and cannot be written.",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_of_a_field_has_words() {
        for code in codes::ALL {
            assert_ne!(words(code), *code, "{code} has no words");
        }
    }
}
