//! Two contacts.

use super::company::{self, NameAlike};
use super::names::{self, Alike, LastAlike};
use super::score::{Evidence, ExactKey, Score};
use crate::audience::values::company_name;
use crate::audience::values::free_mail::is_free_mail;
use crate::audience::values::person_name::PersonName;

/// What is known of a contact, in the forms the fields hold; empty where nothing is.
#[derive(Debug, Clone, Copy, Default)]
pub struct Contact<'a> {
    /// Full, or first and last with a space between.
    pub name: &'a str,
    pub company: &'a str,
    /// Of the account.
    pub domain: &'a str,
    pub city: &'a str,
    pub country: &'a str,
    /// The main one and the others.
    pub emails: &'a [&'a str],
    /// E.164, the person's own.
    pub phones: &'a [&'a str],
    pub linkedin: &'a str,
}

/// A contact made ready to be compared many times.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Person {
    pub(super) first: String,
    middle: String,
    /// The parts of the last name.
    pub(super) last: Vec<String>,
    /// `jr`, `iii`.
    generation: String,
    pub(super) company: String,
    pub(super) domain: String,
    city: String,
    country: String,
    /// Local part and domain.
    pub(super) emails: Vec<(String, String)>,
    pub(super) phones: Vec<String>,
    linkedin: String,
}

/// The odds, in powers of two, that two records which some key brought together are one person before anything is compared.
const PRIOR: f64 = -7.0;

impl Person {
    pub fn new(contact: &Contact<'_>) -> Person {
        let name = PersonName::split(contact.name);
        // `Smith Jr., Bill` leaves the suffix with the last name.
        let (suffixes, last): (Vec<String>, Vec<String>) = name
            .last
            .split([' ', '-'])
            .map(names::plain)
            .filter(|part| !part.is_empty())
            .partition(|part| GENERATIONS.contains(&part.as_str()));
        let split = |email: &&str| {
            email.rsplit_once('@').map(|(local, host)| (local.to_lowercase(), host.to_lowercase()))
        };
        let emails: Vec<(String, String)> = contact.emails.iter().filter_map(split).collect();
        let of_email = || emails.iter().map(|(_, host)| host.clone()).find(|host| !is_free_mail(host));
        let domain = Some(contact.domain.to_owned()).filter(|domain| !domain.is_empty());
        Person {
            first: names::plain(&name.first),
            middle: names::plain(&name.middle),
            last,
            generation: generation(&format!("{} {}", name.suffix, suffixes.join(" "))),
            company: company_name::match_key(contact.company),
            domain: domain.or_else(of_email).unwrap_or_default(),
            city: names::plain(contact.city),
            country: contact.country.to_uppercase(),
            phones: contact
                .phones
                .iter()
                .map(|phone| phone.split(';').next().unwrap_or(phone).to_owned())
                .collect(),
            linkedin: contact.linkedin.to_lowercase(),
            emails,
        }
    }

    fn is_named(&self) -> bool {
        !self.first.is_empty() && !self.last.is_empty()
    }
}

/// Are they one person?
pub fn compare(a: &Person, b: &Person) -> Score {
    let mut evidence = Evidence::from_odds(PRIOR);
    let named = name(a, b, &mut evidence);
    if !a.linkedin.is_empty() && !b.linkedin.is_empty() {
        match a.linkedin == b.linkedin {
            true => evidence.exact(ExactKey::LinkedIn, "same LinkedIn profile", 12.0),
            false => evidence.add("other LinkedIn profile", -8.0),
        }
    }
    email(a, b, named, &mut evidence);
    workplace(a, b, &mut evidence);
    if a.phones.iter().any(|phone| b.phones.contains(phone)) {
        evidence.add("same phone", 6.0);
    }
    if !a.country.is_empty() && !b.country.is_empty() && a.country != b.country {
        evidence.add("other country", -2.0);
    } else if !a.city.is_empty() && !b.city.is_empty() {
        match a.city == b.city {
            true => evidence.add("same city", 1.0),
            false => evidence.add("other city", -1.0),
        }
    }
    evidence.score()
}

/// How much the names agree; given back for what an address can add to it.
fn name(a: &Person, b: &Person, evidence: &mut Evidence) -> bool {
    if !a.is_named() || !b.is_named() {
        return false;
    }
    let (first, last) = straight_or_swapped(a, b);
    match last {
        LastAlike::Same => evidence.add("same last name", 4.0),
        LastAlike::Slip => evidence.add("last name a letter apart", 3.0),
        LastAlike::Part => evidence.add("part of a double name", 2.0),
        LastAlike::Different => evidence.add("other last name", -6.0),
    }
    if last == LastAlike::Different {
        return false;
    }
    match first {
        Alike::Same => evidence.add("same first name", 3.5),
        Alike::ShortForm => evidence.add("short form of the first name", 3.0),
        Alike::Slip => evidence.add("first name a letter apart", 2.5),
        Alike::Initial => evidence.add("same initial", 1.0),
        Alike::Different => evidence.add("other first name", -8.0),
    }
    let initials = |a: &str, b: &str| a.chars().next() != b.chars().next();
    if !a.middle.is_empty() && !b.middle.is_empty() && initials(&a.middle, &b.middle) {
        evidence.add("other middle name", -3.0);
    }
    if !a.generation.is_empty() && !b.generation.is_empty() && a.generation != b.generation {
        evidence.add("other generation", -8.0);
    }
    first != Alike::Different
}

/// `Smith John` is `John Smith` when that is the better reading.
fn straight_or_swapped(a: &Person, b: &Person) -> (Alike, LastAlike) {
    let straight = (names::first_names(&a.first, &b.first), names::last_names(&a.last, &b.last));
    let is_swapped = a.first == b.last.concat() && a.last.concat() == b.first;
    if is_swapped && straight.1 != LastAlike::Same { (Alike::Same, LastAlike::Same) } else { straight }
}

fn email(a: &Person, b: &Person, named: bool, evidence: &mut Evidence) {
    if a.emails.iter().any(|email| b.emails.contains(email)) {
        evidence.exact(ExactKey::Email, "same email", 12.0);
        return;
    }
    let Some(((local_a, host_a), (local_b, host_b))) = a.emails.first().zip(b.emails.first()) else { return };
    let bare = |local: &str| names::plain(local.split('+').next().unwrap_or(local));
    let (bare_a, bare_b) = (bare(local_a), bare(local_b));
    if bare_a == bare_b && host_a == host_b {
        evidence.add("same email but for dots and tags", 5.0);
    } else if bare_a == bare_b && bare_a.len() >= 6 {
        evidence.add("same name in front of the @", 2.0);
    } else if host_a == host_b && !is_free_mail(host_a) {
        // Companies write addresses one way, and number the second of a name; people seldom have two.
        match named && [a, b].iter().any(|one| both_from_name(one, &bare_a, &bare_b)) {
            true => evidence.add("email built from the same name in another way", 0.5),
            false => evidence.add("another email at the same company", -5.0),
        }
    }
}

/// `jdoe`, `jane.doe`, `doej`, `jane`, without anything else such as a number.
fn both_from_name(person: &Person, one: &str, other: &str) -> bool {
    let last = person.last.concat();
    let Some(initial) = person.first.chars().next() else { return false };
    let ways = |local: &str| {
        let rest =
            local.strip_suffix(last.as_str()).or_else(|| local.strip_prefix(last.as_str())).unwrap_or(local);
        rest.is_empty()
            || (rest.starts_with(initial) && rest.chars().all(char::is_alphabetic) && rest.len() <= 12)
    };
    ways(one) && ways(other)
}

fn workplace(a: &Person, b: &Person, evidence: &mut Evidence) {
    if !a.domain.is_empty() && a.domain == b.domain {
        evidence.add("same company domain", 5.0);
        return;
    }
    if a.company.is_empty() || b.company.is_empty() {
        return;
    }
    match company::names(&a.company, &b.company) {
        NameAlike::Same => evidence.add("same company", 5.0),
        NameAlike::Close => evidence.add("company spelled alike", 3.5),
        NameAlike::Part => evidence.add("part of the company's name", 1.0),
        NameAlike::Different => evidence.add("other company", -5.0),
    }
}

const GENERATIONS: &[&str] = &["jr", "sr", "junior", "senior", "ii", "iii", "iv"];

fn generation(suffix: &str) -> String {
    let words = suffix.split_whitespace().map(names::plain);
    let known = words.filter(|word| GENERATIONS.contains(&word.as_str())).map(|word| match word.as_str() {
        "junior" => "jr".to_owned(),
        "senior" => "sr".to_owned(),
        _ => word,
    });
    known.collect()
}
