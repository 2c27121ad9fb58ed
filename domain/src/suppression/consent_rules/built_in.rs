//! The rules that an installation begins with: a careful start for contacts at work, and no legal advice.
//!
//! Mail: CAN-SPAM (US) lets it until they object; the EU's ePrivacy directive (2002/58, article 13) leaves companies to its
//! members, most of which ask for consent; CASL (Canada) and the Spam Act (Australia) ask for consent. Calls: most let business
//! calls until somebody objects; Germany (UWG § 7), Austria (TKG § 174) and Poland ask for more. Where we know nothing, consent
//! is needed.
//!
//! Never edited: an installation's past was decided by them, and a golden file pins them. Other rules are events.

use std::collections::BTreeMap;

use super::rules::Preset::{self, ConsentNeeded, LegitimateInterest};
use super::rules::{CountryRule, Rules};

/// Country, mail, calls.
const COUNTRIES: &[(&str, Preset, Preset)] = &[
    ("AT", ConsentNeeded, ConsentNeeded),
    ("AU", ConsentNeeded, LegitimateInterest),
    ("BE", ConsentNeeded, LegitimateInterest),
    ("BG", ConsentNeeded, LegitimateInterest),
    ("CA", ConsentNeeded, LegitimateInterest),
    ("CH", ConsentNeeded, LegitimateInterest),
    ("CY", ConsentNeeded, LegitimateInterest),
    ("CZ", ConsentNeeded, LegitimateInterest),
    ("DE", ConsentNeeded, ConsentNeeded),
    ("DK", ConsentNeeded, LegitimateInterest),
    ("EE", LegitimateInterest, LegitimateInterest),
    ("ES", ConsentNeeded, LegitimateInterest),
    ("FI", LegitimateInterest, LegitimateInterest),
    ("FR", LegitimateInterest, LegitimateInterest),
    ("GB", LegitimateInterest, LegitimateInterest),
    ("GR", ConsentNeeded, LegitimateInterest),
    ("HR", ConsentNeeded, LegitimateInterest),
    ("HU", ConsentNeeded, LegitimateInterest),
    ("IE", LegitimateInterest, LegitimateInterest),
    ("IS", ConsentNeeded, LegitimateInterest),
    ("IT", ConsentNeeded, LegitimateInterest),
    ("LI", ConsentNeeded, ConsentNeeded),
    ("LT", ConsentNeeded, LegitimateInterest),
    ("LU", ConsentNeeded, LegitimateInterest),
    ("LV", ConsentNeeded, LegitimateInterest),
    ("MT", ConsentNeeded, LegitimateInterest),
    ("NL", ConsentNeeded, LegitimateInterest),
    ("NO", ConsentNeeded, LegitimateInterest),
    ("NZ", ConsentNeeded, LegitimateInterest),
    ("PL", ConsentNeeded, ConsentNeeded),
    ("PT", LegitimateInterest, LegitimateInterest),
    ("RO", ConsentNeeded, LegitimateInterest),
    ("SE", LegitimateInterest, LegitimateInterest),
    ("SI", ConsentNeeded, LegitimateInterest),
    ("SK", ConsentNeeded, LegitimateInterest),
    ("US", LegitimateInterest, LegitimateInterest),
];

pub(super) fn rules() -> Rules {
    let rule = |email, phone| CountryRule { email, phone };
    let countries: BTreeMap<String, CountryRule> =
        COUNTRIES.iter().map(|(code, email, phone)| ((*code).to_owned(), rule(*email, *phone))).collect();
    Rules { countries, others: rule(ConsentNeeded, ConsentNeeded) }
}
