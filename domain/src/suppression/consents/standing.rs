//! Whether somebody may be contacted by a channel, on which basis, and what says so.
//!
//! In this order: what was recorded last of the person (a withdrawal stands against everything but a later consent), what the
//! contact's own fields say (a file or a form brought it), the rule of their country, the rule of all other countries.

use super::basis::Basis;
use super::channel::Channel;
use super::{Consent, Said, Statement};
use crate::audience::record::state::RecordState;
use crate::audience::values::country::Country;
use crate::suppression::consent_rules::rules::{CountryRule, Preset, Rules};

/// The field of a contact that a file or a form writes.
pub const FIELD: &str = "consent_basis";

/// How it stands with a person and a channel. As the fields `email_consent` and `phone_consent` of a contact have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    Consent,
    LegitimateInterest,
    Contract,
    /// There is no basis: they may not be contacted until there is one.
    None,
    /// They said no.
    Withdrawn,
}

impl Standing {
    pub const ALL: [Standing; 5] = [
        Standing::Consent,
        Standing::LegitimateInterest,
        Standing::Contract,
        Standing::None,
        Standing::Withdrawn,
    ];

    /// As written in tables, filters and exports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Standing::Consent => "consent",
            Standing::LegitimateInterest => "legitimate_interest",
            Standing::Contract => "contract",
            Standing::None => "none",
            Standing::Withdrawn => "withdrawn",
        }
    }

    pub fn label(self) -> &'static str {
        match self {
            Standing::Consent => "Consent",
            Standing::LegitimateInterest => "Legitimate interest",
            Standing::Contract => "Contract",
            Standing::None => "No basis",
            Standing::Withdrawn => "Withdrawn",
        }
    }

    pub fn parse(text: &str) -> Option<Standing> {
        Standing::ALL.into_iter().find(|standing| standing.as_str() == text)
    }

    pub fn permits(self) -> bool {
        match self {
            Standing::Consent | Standing::LegitimateInterest | Standing::Contract => true,
            Standing::None | Standing::Withdrawn => false,
        }
    }
}

impl From<Basis> for Standing {
    fn from(basis: Basis) -> Self {
        match basis {
            Basis::Consent => Standing::Consent,
            Basis::LegitimateInterest => Standing::LegitimateInterest,
            Basis::Contract => Standing::Contract,
        }
    }
}

impl From<Preset> for Standing {
    fn from(preset: Preset) -> Self {
        match preset {
            Preset::LegitimateInterest => Standing::LegitimateInterest,
            Preset::ConsentNeeded => Standing::None,
        }
    }
}

impl Statement {
    pub fn standing(&self) -> Standing {
        match &self.said {
            Said::Given(given) => given.basis.into(),
            Said::Withdrawn { .. } => Standing::Withdrawn,
        }
    }
}

/// A standing, and what says so.
#[derive(Debug, Clone, PartialEq)]
pub struct Found<'a> {
    pub standing: Standing,
    pub because: Because<'a>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Because<'a> {
    /// It was recorded of the person.
    Statement(&'a Statement),
    /// The contact's own fields say so.
    Record,
    /// Nothing is known of the person: the rule of their country.
    Country(Country),
    /// Neither is there a rule for their country, or nobody knows it.
    OtherCountries,
}

/// `consents`: of the contact, and of those that were merged into it.
pub fn standing<'a>(
    channel: Channel,
    consents: impl IntoIterator<Item = &'a Consent>,
    record: &RecordState,
    rules: &Rules,
) -> Found<'a> {
    let said = consents.into_iter().filter_map(|consent| consent.current(channel));
    if let Some(statement) = said.max_by_key(|statement| statement.rank()) {
        return Found { standing: statement.standing(), because: Because::Statement(statement) };
    }
    if let Some(basis) = record.text(FIELD) {
        let standing = Basis::parse(basis).map_or(Standing::None, Standing::from);
        return Found { standing, because: Because::Record };
    }
    let country = record.text("country").and_then(Country::parse);
    let of_country = country.and_then(|country| Some((country, rules.of(country)?)));
    let (because, rule): (Because<'a>, CountryRule) = match of_country {
        Some((country, rule)) => (Because::Country(country), rule),
        None => (Because::OtherCountries, rules.others),
    };
    Found { standing: rule.preset(channel).into(), because }
}
