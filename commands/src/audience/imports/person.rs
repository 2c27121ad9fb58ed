//! Recognising one person in the cells of a file, by what the log knows of them: addresses, numbers, profiles.
//!
//! Too little would leave somebody in who asked to be forgotten; too much would take the row of somebody else. So a value
//! must stand there whole: `ada@example.com` is not in `nada@example.com`.

use std::collections::BTreeSet;

use pivotal_domain::audience::values::email::EmailAddress;
use pivotal_domain::audience::values::linkedin::{LinkedInUrl, Profile};

/// Values that give a person away wherever they stand in a row.
#[derive(Debug, Clone, Default)]
pub struct Person {
    emails: Vec<String>,
    profiles: Vec<LinkedInUrl>,
    phones: Vec<String>,
}

/// Fewer digits could be anything.
const PHONE_DIGITS: usize = 7;

impl Person {
    /// From values as contacts hold them: emails, phones in E.164, profiles.
    pub fn new(values: BTreeSet<String>) -> Self {
        let mut person = Person::default();
        for value in values {
            if value.starts_with('+') {
                let phone = digits(&value);
                if phone.len() >= PHONE_DIGITS {
                    person.phones.push(phone);
                }
            } else if let Ok(profile) = LinkedInUrl::parse(&value, Profile::Person) {
                person.profiles.push(profile);
            } else {
                person.emails.push(value.to_lowercase());
            }
        }
        person
    }

    pub fn is_in(&self, cells: &[String]) -> bool {
        cells.iter().any(|cell| self.is_in_email(cell) || self.is_in_profile(cell) || self.is_in_phone(cell))
    }

    fn is_in_email(&self, cell: &str) -> bool {
        if self.emails.is_empty() || !cell.contains(['@', '＠']) {
            return false;
        }
        let lower = cell.to_lowercase();
        let parsed = EmailAddress::parse(cell).map(|email| email.to_string().to_lowercase()).ok();
        self.emails.iter().any(|email| parsed.as_ref() == Some(email) || stands_in(&lower, email))
    }

    fn is_in_profile(&self, cell: &str) -> bool {
        if self.profiles.is_empty() || !cell.contains('/') {
            return false;
        }
        // One cell may hold more than a profile.
        let mut parts = cell.split(|c: char| c.is_whitespace() || matches!(c, ';' | ',' | '|' | '<' | '>'));
        parts.any(|part| {
            LinkedInUrl::parse(part, Profile::Person).is_ok_and(|found| self.profiles.contains(&found))
        })
    }

    /// Written nationally, a number is the end of the international one; an extension comes behind it.
    fn is_in_phone(&self, cell: &str) -> bool {
        if self.phones.is_empty() {
            return false;
        }
        let from = cell.find(|c: char| c.is_ascii_digit()).unwrap_or(cell.len());
        let number = cell[from..].split(|c: char| c.is_alphabetic() || c == '#').next().unwrap_or_default();
        let number = digits(number);
        let national = number.trim_start_matches('0');
        national.len() >= PHONE_DIGITS && self.phones.iter().any(|phone| phone.ends_with(national))
    }
}

/// Is the address there whole, not as a part of a longer one?
fn stands_in(text: &str, email: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '+' | '%');
    text.match_indices(email).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let mut after = text[at + email.len()..].chars();
        let goes_on = match after.next() {
            Some('.') => after.next().is_some_and(part),
            next => next.is_some_and(part),
        };
        !before.is_some_and(|c| part(c) || c == '.') && !goes_on
    })
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person() -> Person {
        let values = ["ada@example.com", "+14155550142", "https://www.linkedin.com/in/ada-lovelace"];
        Person::new(values.map(str::to_owned).into())
    }

    #[test]
    fn a_person_is_found_however_the_value_is_written() {
        for cell in [
            "ada@example.com",
            " ADA@Example.com ",
            "Ada Lovelace <ada@example.com>",
            "mailto:ada@example.com",
            "old@example.net; ada@example.com",
            "Write to ada@example.com.",
            "+1 415 555 0142",
            "(415) 555-0142",
            "555-0142",
            "tel: 1-415-555-0142 ext. 12",
            "linkedin.com/in/ada-lovelace",
            "https://de.linkedin.com/in/Ada-Lovelace/?trk=x",
            "see https://www.linkedin.com/in/ada-lovelace",
            "in/ada-lovelace",
        ] {
            assert!(person().is_in(&["x".into(), cell.into()]), "{cell}");
        }
    }

    #[test]
    fn nobody_else_is_taken_for_the_person() {
        for cell in [
            "",
            "nada@example.com",
            "lovelace.ada@example.com",
            "ada@example.com.au",
            "ada@example.community",
            "ada@example.net",
            "+1 415 555 0143",
            "0142",
            "2015-05-01",
            "linkedin.com/in/ada-lovelace-2",
            "linkedin.com/company/ada-lovelace",
            "Ada Lovelace",
        ] {
            assert!(!person().is_in(&[cell.into()]), "{cell}");
        }
        assert!(!Person::default().is_in(&["ada@example.com".into()]), "of whom nothing is known");
    }
}
