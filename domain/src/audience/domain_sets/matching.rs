//! Which account a domain means: the one that has it; else the one whose domain or name is a slip away.
//!
//! The items of one set are held, however many accounts there are: these pass by, one page after the other.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::alike::alike;
use super::candidates::Candidates;
use crate::audience::values::company_name;
use crate::audience::values::domain_name::Domain;

/// How an item was matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Via {
    /// It is the account's domain.
    Domain,
    /// It is one of the account's alternate domains.
    Alternate,
    /// Domain or name of the company are nearly the same. Waits for a person.
    Fuzzy,
    /// A person said so.
    Manual,
}

impl Via {
    pub fn as_str(self) -> &'static str {
        match self {
            Via::Domain => "domain",
            Via::Alternate => "alternate",
            Via::Fuzzy => "fuzzy",
            Via::Manual => "manual",
        }
    }
}

/// What of the item was like what of the account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Likeness {
    Domain,
    Name,
}

impl Likeness {
    pub fn as_str(self) -> &'static str {
        match self {
            Likeness::Domain => "domain",
            Likeness::Name => "name",
        }
    }
}

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    pub number: u32,
    pub domain: String,
    pub account_name: Option<String>,
    /// Accounts that a person said it is not.
    pub not: Vec<Uuid>,
}

/// An account that passes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passing<'a> {
    pub id: Uuid,
    pub name: &'a str,
    pub domain: &'a str,
    pub alternates: &'a [String],
}

/// The best that was found for an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    pub account: Uuid,
    pub via: Via,
    /// Hundredths. 100 is what is the same domain.
    pub confidence: u8,
    /// Of a fuzzy one.
    pub by: Option<Likeness>,
}

/// What is a slip away is never as sure as what is the same, even if only the ending differs.
const SUREST_FUZZY: u8 = 99;

#[derive(Debug, Default)]
pub struct Matcher {
    items: Vec<Item>,
    by_domain: HashMap<String, u32>,
    labels: Candidates,
    names: Candidates,
}

#[derive(Debug)]
struct Item {
    number: u32,
    label: Vec<char>,
    name: Vec<char>,
    not: Vec<Uuid>,
    best: Option<Hit>,
}

impl Matcher {
    pub fn new(wanted: impl IntoIterator<Item = Wanted>) -> Matcher {
        let mut matcher = Matcher::default();
        for Wanted { number, domain, account_name, not } in wanted {
            let Ok(place) = u32::try_from(matcher.items.len()) else { break };
            let (label, name) = (label_of(&domain), account_name.as_deref().map(name_of).unwrap_or_default());
            matcher.labels.add(place, &label);
            matcher.names.add(place, &name);
            matcher.by_domain.insert(domain, place);
            matcher.items.push(Item { number, label, name, not, best: None });
        }
        matcher
    }

    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Looks whether an item means this account. In whichever order accounts come, the outcome is the same.
    pub fn offer(&mut self, account: Passing<'_>) {
        self.exact(account.id, account.domain, Via::Domain);
        for alternate in account.alternates {
            self.exact(account.id, alternate, Via::Alternate);
        }
        for domain in std::iter::once(account.domain).chain(account.alternates.iter().map(String::as_str)) {
            self.fuzzy(account.id, &label_of(domain), Likeness::Domain);
        }
        self.fuzzy(account.id, &name_of(account.name), Likeness::Name);
    }

    /// What was found, item by item in the order they were given.
    pub fn finish(self) -> impl Iterator<Item = (u32, Option<Hit>)> {
        self.items.into_iter().map(|item| (item.number, item.best))
    }

    fn exact(&mut self, account: Uuid, domain: &str, via: Via) {
        if let Some(place) = self.by_domain.get(domain) {
            self.items[*place as usize].take(Hit { account, via, confidence: 100, by: None });
        }
    }

    fn fuzzy(&mut self, account: Uuid, text: &[char], by: Likeness) {
        let index = match by {
            Likeness::Domain => &self.labels,
            Likeness::Name => &self.names,
        };
        let items = &mut self.items;
        index.each(text, |place| {
            let item = &mut items[place as usize];
            // Nothing fuzzy takes the place of what is the same.
            if item.best.is_some_and(|best| best.via < Via::Fuzzy) {
                return;
            }
            let own = match by {
                Likeness::Domain => &item.label,
                Likeness::Name => &item.name,
            };
            if let Some(confidence) = alike(own, text) {
                let confidence = confidence.min(SUREST_FUZZY);
                item.take(Hit { account, via: Via::Fuzzy, confidence, by: Some(by) });
            }
        });
    }
}

impl Item {
    fn take(&mut self, hit: Hit) {
        if !self.not.contains(&hit.account) && self.best.is_none_or(|best| hit.beats(&best)) {
            self.best = Some(hit);
        }
    }
}

impl Hit {
    /// The surer one; of equally sure ones the domain before the name, and then always the same one.
    fn beats(&self, other: &Hit) -> bool {
        let rank = |hit: &Hit| (hit.via, std::cmp::Reverse(hit.confidence), hit.by, hit.account);
        rank(self) < rank(other)
    }
}

/// The registrable domain without its suffix.
fn label_of(domain: &str) -> Vec<char> {
    Domain::registrable(domain).map(|domain| domain.label().chars().collect()).unwrap_or_default()
}

/// The name of a company without its legal form.
fn name_of(name: &str) -> Vec<char> {
    company_name::match_key(name).chars().collect()
}
