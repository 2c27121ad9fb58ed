//! Emails, phones, domains and profiles: the values that reach people and companies.

use super::error::Refusal;
use super::{FieldError, ParseContext, Parsed, VALUES_MAX, at_most_values};
use crate::audience::fields::catalogue::{Entity, FieldDef};
use crate::audience::fields::codes;
use crate::audience::fields::value::FieldValue;
use crate::audience::values::domain_name::Domain;
use crate::audience::values::email::{EmailAddress, EmailError};
use crate::audience::values::linkedin::{LinkedInUrl, Profile};
use crate::audience::values::phone::{Phone, PhoneError};
use crate::audience::values::text;

/// One address. A cell may hold several: the first good one counts, the others become secondary emails.
pub(super) fn email(def: &FieldDef, raw: &str) -> Result<Parsed, Refusal> {
    let refused = match EmailAddress::parse(raw) {
        Ok(email) => return Ok(Parsed::of(email.into_string())),
        Err(error) => error,
    };
    if raw.matches('@').count() < 2 {
        return Err(email_refusal(refused));
    }
    let mut found = each(def, raw, &EMAIL_SEPARATORS, one_email)?;
    if found.values.is_empty() {
        return Err(email_refusal(refused));
    }
    let first = found.values.remove(0);
    let mut parsed = Parsed::of(first);
    if !found.values.is_empty() {
        parsed = parsed.with("secondary_emails", FieldValue::List(found.values));
    }
    parsed.warnings = found.warnings;
    Ok(parsed)
}

pub(super) fn emails(def: &FieldDef, raw: &str) -> Result<Parsed, Refusal> {
    each(def, raw, &EMAIL_SEPARATORS, one_email)?.into_list(raw, one_email)
}

/// One number. The field keeps it as written, its E.164 form and extension go beside it; a mobile number has one
/// field only, so that holds the E.164 form. Further numbers of the cell become secondary phones.
pub(super) fn phone(def: &FieldDef, raw: &str, ctx: &ParseContext) -> Result<Parsed, Refusal> {
    let raw = raw.trim_start_matches('\'');
    let read = |one: &str| Phone::parse(one, ctx.default_country);
    let refused = match read(raw) {
        Ok(phone) => return Ok(phone_fields(def, raw, phone)),
        Err(error) => error,
    };
    let Some((first, others)) = PHONE_SEPARATORS.iter().find_map(|separator| raw.split_once(separator))
    else {
        return Err(phone_refusal(refused));
    };
    let Ok(phone) = read(first) else { return Err(phone_refusal(refused)) };
    let mut parsed = phone_fields(def, first.trim(), phone);
    let found = each(def, others, &PHONE_SEPARATORS, |one| one_phone(one, ctx))?;
    if def.entity == Entity::Contact && !found.values.is_empty() {
        parsed = parsed.with("secondary_phones", FieldValue::List(found.values));
    }
    parsed.warnings = found.warnings;
    Ok(parsed)
}

pub(super) fn phones(def: &FieldDef, raw: &str, ctx: &ParseContext) -> Result<Parsed, Refusal> {
    let one = |one: &str| one_phone(one, ctx);
    // `+1 202 555 0100, ext. 12` is one number although it has a comma.
    if let Ok(phone) = one(raw) {
        return Ok(Parsed::of(FieldValue::List(vec![phone])));
    }
    each(def, raw, &PHONE_SEPARATORS, one)?.into_list(raw, one)
}

pub(super) fn domain(raw: &str) -> Result<Parsed, Refusal> {
    one_domain(raw).map(Parsed::of)
}

pub(super) fn domains(def: &FieldDef, raw: &str) -> Result<Parsed, Refusal> {
    each(def, raw, &DOMAIN_SEPARATORS, one_domain)?.into_list(raw, one_domain)
}

pub(super) fn linkedin(entity: Entity, raw: &str) -> Result<Parsed, Refusal> {
    let (wanted, way_out) = match entity {
        Entity::Contact => (Profile::Person, "Write it as https://www.linkedin.com/in/name."),
        Entity::Account => (Profile::Company, "Write it as https://www.linkedin.com/company/name."),
    };
    match LinkedInUrl::parse(raw, wanted) {
        Ok(url) => Ok(Parsed::of(url.to_string())),
        Err(error) => Err(Refusal::why(codes::LINKEDIN_INVALID, "is not a LinkedIn profile", error, way_out)),
    }
}

const EMAIL_SEPARATORS: [&str; 7] = [";", ",", "|", " ", "\n", "\t", "/"];
const PHONE_SEPARATORS: [&str; 6] = [";", "|", " / ", " or ", ",", "\n"];
const DOMAIN_SEPARATORS: [&str; 6] = [";", "|", ",", " ", "\n", "\t"];

/// The good values of a cell, without repeats, and what was wrong with the others.
struct Found {
    values: Vec<String>,
    warnings: Vec<FieldError>,
}

impl Found {
    /// When not one value is good, the cell is refused with the reason for the whole.
    fn into_list(self, raw: &str, one: impl Fn(&str) -> Result<String, Refusal>) -> Result<Parsed, Refusal> {
        if self.values.is_empty() && !self.warnings.is_empty() {
            one(raw)?;
        }
        Ok(Parsed { warnings: self.warnings, ..Parsed::of(FieldValue::List(self.values)) })
    }
}

fn each(
    def: &FieldDef,
    raw: &str,
    separators: &[&str],
    one: impl Fn(&str) -> Result<String, Refusal>,
) -> Result<Found, Refusal> {
    let mut pieces = vec![raw];
    for separator in separators {
        if raw.contains(separator) {
            pieces = pieces.into_iter().flat_map(|piece| piece.split(separator)).collect();
        }
    }
    let mut found = Found { values: Vec::new(), warnings: Vec::new() };
    for piece in pieces.into_iter().map(text::trim).filter(|piece| !piece.is_empty()) {
        match one(piece) {
            Ok(value) if found.values.contains(&value) => {}
            Ok(value) => found.values.push(value),
            // Enough to see what is wrong with a cell; the rest of a broken one says the same again.
            Err(_) if found.warnings.len() == VALUES_MAX => {}
            Err(refusal) => found.warnings.push(refusal.of(def, piece)),
        }
        at_most_values(found.values.len())?;
    }
    Ok(found)
}

fn one_email(raw: &str) -> Result<String, Refusal> {
    EmailAddress::parse(raw).map(EmailAddress::into_string).map_err(email_refusal)
}

fn one_phone(raw: &str, ctx: &ParseContext) -> Result<String, Refusal> {
    Phone::parse(raw, ctx.default_country).map(|phone| phone.to_string()).map_err(phone_refusal)
}

fn one_domain(raw: &str) -> Result<String, Refusal> {
    Domain::parse(raw).map(Domain::into_string).map_err(|error| {
        let way_out = "Write the company's domain, as example.com.";
        Refusal::why(codes::DOMAIN_INVALID, "is not a domain", error, way_out)
    })
}

fn phone_fields(def: &FieldDef, written: &str, phone: Phone) -> Parsed {
    let (e164, extension) = match def.key {
        "direct_phone" => ("direct_phone_e164", "phone_extension"),
        "main_phone" => ("main_phone_e164", "main_phone_extension"),
        _ => return Parsed::of(phone.to_string()),
    };
    let parsed = Parsed::of(text::line(written)).with(e164, phone.e164());
    match phone.extension() {
        Some(digits) => parsed.with(extension, digits),
        None => parsed,
    }
}

fn email_refusal(error: EmailError) -> Refusal {
    let way_out = match error {
        EmailError::DomainComma => "Write a dot instead of the comma.",
        _ => "Correct it, as in jane@example.com.",
    };
    Refusal::why(codes::EMAIL_SYNTAX, "is not an email address", error, way_out)
}

pub(super) fn phone_refusal(error: PhoneError) -> Refusal {
    match error {
        PhoneError::NoCountry => Refusal::why(
            codes::PHONE_COUNTRY_MISSING,
            "cannot be dialled",
            error,
            "Write it with its country code, as +49 30 1234567, or choose a default country.",
        ),
        _ => Refusal::why(
            codes::PHONE_IMPOSSIBLE,
            "is not a phone number that can exist",
            error,
            "Write it with its country code, as +1 202 555 0100.",
        ),
    }
}
