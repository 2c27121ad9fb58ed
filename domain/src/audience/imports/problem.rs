//! What the codes of rows mean, for a person. Codes are part of the API and of reject files: never change one, only add.

use crate::audience::fields::catalogue::{Entity, field, label_of};
use crate::audience::fields::codes;

/// The whole sentence: the field as forms call it, once, and what is wrong with it. A key that both kinds of record have
/// is called as the contact's.
pub fn sentence(code: &str, key: Option<&str>) -> String {
    let words = words(code);
    let Some(key) = key.filter(|key| !key.is_empty()) else { return words.to_owned() };
    let entity = if field(Entity::Contact, key).is_none() { Entity::Account } else { Entity::Contact };
    format!("{}: {}", label_of(entity, key), lower_first(words))
}

/// `Not a number` behind a colon; `NUL byte` would stay.
fn lower_first(words: &str) -> String {
    let mut chars = words.chars();
    match (chars.next(), chars.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(words.chars().skip(1)).collect()
        }
        _ => words.to_owned(),
    }
}

/// What is wrong, without the field's name; an unknown code speaks for itself.
pub fn words(code: &str) -> &str {
    match code {
        "no_key" => "Neither email, LinkedIn nor name with account: the contact could not be found again.",
        "no_account_key" => "Neither name nor website: the account could not be found again.",
        "name_differs" => "Another name has this email already; the name that was there stayed.",
        "possible_duplicate" => "Looks like somebody who exists under another email.",
        "domain_taken" => "Belongs to another account; it was left out.",
        "custom_value_taken" => "Another record has this value already, and only one may.",
        "account_archived" => "The account is archived; the contact went in without it.",
        "not_the_clients" => {
            "The record was there before and is not this client's; what the client supplied was not written to it."
        }
        "person_erased" => "The person was erased while the file was read; the row was left out.",
        "record_changed" => "The record cannot be changed.",
        "row_too_short" => "The row has fewer cells than the header; the missing ones are empty.",
        "row_too_long" => "The row has more cells than the header: nobody knows which belongs where.",
        "broken_quote" => "A quotation mark is opened and not closed.",
        "stray_quote" => {
            "A quotation mark inside a quoted cell is not doubled; check that the cells were split right."
        }
        "formula_error" => "A formula's error stands in the cell (like #N/A); it was taken as empty.",
        "cell_too_large" => "A cell is larger than 64 KB (in a workbook: 32,767 characters).",
        "undecodable_character" => "A character cannot be read in the file's encoding.",
        codes::EMAIL_SYNTAX => "Not a valid address.",
        codes::PHONE_IMPOSSIBLE => "No such number can exist in its country.",
        codes::PHONE_COUNTRY_MISSING => {
            "No country code, and neither the contact, its account nor the import says a country."
        }
        codes::DOMAIN_INVALID => "Not a domain.",
        codes::URL_INVALID => "Not a web address.",
        codes::LINKEDIN_INVALID => "Not a LinkedIn address.",
        codes::COUNTRY_UNKNOWN => "Not recognised; write its name or two-letter code.",
        codes::TIME_ZONE_UNKNOWN => "Not recognised; write it like Europe/Paris.",
        codes::LANGUAGE_UNKNOWN => "Not recognised; write its name or two-letter code.",
        codes::NUMBER_INVALID => "Not a number.",
        codes::NUMBER_OUT_OF_RANGE => "Out of range.",
        codes::MONEY_INVALID => "Not an amount of money.",
        codes::DATE_INVALID => "Not a date.",
        codes::DATE_AMBIGUOUS => "Can be read two ways; write it like 2026-03-01.",
        codes::BOOL_INVALID => "Neither yes nor no.",
        codes::CHOICE_UNKNOWN => "Not one of the values this field can take.",
        codes::SIZE_INVALID => "Not a number or range of employees.",
        codes::INDUSTRY_CODE_UNKNOWN => "Not an industry code.",
        codes::REFERENCE_INVALID => "Not a reference to a record.",
        codes::TEXT_TOO_LONG => "Longer than this field can be.",
        codes::TOO_MANY_VALUES => "Too many values in one cell.",
        codes::NUL_BYTE => "A NUL byte was in the cell.",
        codes::FIELD_DERIVED => "Worked out from other fields; it cannot be imported.",
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

    #[test]
    fn a_sentence_names_the_field_as_forms_do_and_only_once() {
        assert_eq!(sentence(codes::EMAIL_SYNTAX, Some("email")), "Email: not a valid address.");
        assert_eq!(
            sentence(codes::PHONE_IMPOSSIBLE, Some("main_phone")),
            "Main phone: no such number can exist in its country."
        );
        assert_eq!(sentence(codes::NUMBER_INVALID, Some("custom.seats_held")), "seats held: not a number.");
        assert_eq!(sentence("row_too_long", None), words("row_too_long"));
        assert_eq!(sentence("row_too_long", Some("")), words("row_too_long"));
    }
}
