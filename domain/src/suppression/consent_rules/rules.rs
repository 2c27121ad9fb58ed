//! What holds in a country for people of whom nothing is known, by channel.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::built_in;
use crate::audience::values::country::Country;
use crate::suppression::consents::channel::Channel;

/// Where a rule stands for every country that has none of its own.
pub const OTHERS: &str = "*";

/// What may be done before somebody said anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Preset {
    /// Contact them until they object ("opt-out").
    LegitimateInterest,
    /// Not without a basis of their own ("opt-in").
    ConsentNeeded,
}

impl Preset {
    pub const ALL: [Preset; 2] = [Preset::LegitimateInterest, Preset::ConsentNeeded];

    /// As written in events and tables.
    pub const fn as_str(self) -> &'static str {
        match self {
            Preset::LegitimateInterest => "legitimate_interest",
            Preset::ConsentNeeded => "consent_needed",
        }
    }

    pub fn label(self) -> &'static str {
        match self {
            Preset::LegitimateInterest => "Legitimate interest",
            Preset::ConsentNeeded => "Consent needed",
        }
    }

    pub fn parse(text: &str) -> Option<Preset> {
        Preset::ALL.into_iter().find(|preset| preset.as_str() == text)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountryRule {
    pub email: Preset,
    pub phone: Preset,
}

impl CountryRule {
    pub fn preset(self, channel: Channel) -> Preset {
        match channel {
            Channel::Email => self.email,
            Channel::Phone => self.phone,
        }
    }
}

/// All rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    /// By ISO 3166-1 alpha-2 code.
    pub countries: BTreeMap<String, CountryRule>,
    pub others: CountryRule,
}

/// Those that Pivotal comes with.
impl Default for Rules {
    fn default() -> Self {
        built_in::rules()
    }
}

impl Rules {
    /// `None`: the country has no rule of its own.
    pub fn of(&self, country: Country) -> Option<CountryRule> {
        self.countries.get(country.code()).copied()
    }

    /// Every rule by the country's code, that of all others under [`OTHERS`].
    pub fn all(&self) -> impl Iterator<Item = (&str, CountryRule)> {
        let countries = self.countries.iter().map(|(code, rule)| (code.as_str(), *rule));
        std::iter::once((OTHERS, self.others)).chain(countries)
    }
}
