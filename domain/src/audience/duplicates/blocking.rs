//! The keys by which likely duplicates meet. Two records are compared when they share a key, so a million records need some
//! millions of comparisons and not half a million millions.
//!
//! Each key is chosen to be rare: a name alone is not one. A group that is larger than [`GROUP_MAX`] is passed over, because
//! what so many share says nothing; its records meet under their other keys.

use super::company::{Company, label};
use super::names::sound;
use super::person::Person;
use crate::audience::values::free_mail::is_free_mail;

/// Groups of one key beyond this size are not compared within.
pub const GROUP_MAX: usize = 200;

/// Words of company names that say little about which company it is.
#[rustfmt::skip]
const COMMON: &[&str] = &[
    "international", "global", "services", "solutions", "systems", "technologies", "technology", "consulting", "partners", "software",
    "management", "industries", "media", "capital", "energy", "logistics", "foods", "health", "insurance", "motors", "security", "labs",
    "retail", "telecom", "education", "packaging", "analytics", "pharma", "textiles", "robotics", "north", "south", "east", "west", "american",
    "national", "united", "first", "and", "of", "the",
];

/// The keys of a contact, each with a letter in front that says which kind it is.
pub fn of_person(person: &Person) -> Vec<String> {
    let mut keys = Vec::new();
    let last = person.last.last().map(|last| sound(last)).unwrap_or_default();
    let first = sound(&person.first);
    let initial: String = person.first.chars().take(1).collect();
    let company = whole(&person.company);
    if !last.is_empty() {
        if let Some(token) = rarest_word(&person.company) {
            keys.push(format!("c:{last}:{}", beginning(token)));
            // Among a million, a common last name and a common word are shared by too many.
            keys.push(format!("f:{last}:{initial}:{}", beginning(token)));
        }
        if !company.is_empty() {
            keys.push(format!("w:{last}:{company}"));
        }
        if !person.domain.is_empty() {
            keys.push(format!("d:{last}:{}", label(&person.domain)));
        }
        keys.push(format!("n:{last}:{initial}:{}", person.last.concat().len().div_ceil(4)));
    }
    // First and last name swapped, or a last name that marriage changed.
    if !first.is_empty() && !person.domain.is_empty() {
        keys.push(format!("d:{first}:{}", label(&person.domain)));
    }
    if !first.is_empty() && !company.is_empty() {
        keys.push(format!("w:{first}:{company}"));
    }
    keys.extend(person.phones.iter().map(|phone| format!("p:{phone}")));
    for (local, host) in &person.emails {
        keys.push(format!("e:{local}@{host}"));
        let bare: String =
            local.split('+').next().unwrap_or(local).chars().filter(|c| c.is_alphanumeric()).collect();
        if bare.len() >= 6 || is_free_mail(host) {
            keys.push(format!("l:{bare}"));
        }
    }
    keys.sort();
    keys.dedup();
    keys
}

/// The keys of an account.
pub fn of_company(company: &Company) -> Vec<String> {
    let mut keys: Vec<String> = company.domains.iter().map(|domain| format!("d:{}", label(domain))).collect();
    keys.extend(rarest_word(&company.name).map(|word| format!("w:{}", beginning(word))));
    let joined = company.name.replace(' ', "");
    if joined.len() >= 4 {
        keys.push(format!("j:{}", joined.chars().take(8).collect::<String>()));
        keys.push(format!("s:{}", sound(&joined)));
    }
    if !company.phone.is_empty() {
        keys.push(format!("p:{}", company.phone));
    }
    keys.sort();
    keys.dedup();
    keys
}

/// The longest word that is not common; the longest of all when every one is.
fn rarest_word(name: &str) -> Option<&str> {
    let longest = |rare_only: bool| {
        let words = name.split(' ').filter(|word| !word.is_empty() && (!rare_only || !COMMON.contains(word)));
        // The first of equals, as the most telling word usually leads.
        words.rev().max_by_key(|word| word.len())
    };
    longest(true).or_else(|| longest(false))
}

/// The whole name, however it is spaced, without what is as often left out.
fn whole(name: &str) -> String {
    name.split(' ').filter(|word| !["the", "and", "of"].contains(word)).collect()
}

fn beginning(word: &str) -> String {
    word.chars().take(4).collect()
}

/// How large a group of this key may be. A name without a company says little, so only a rare one is worth comparing.
pub fn group_max(key: &str) -> usize {
    if key.starts_with("n:") { GROUP_MAX / 5 } else { GROUP_MAX }
}
