//! Values from a fixed set, in the words of other systems too.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Parsed;
use super::error::Refusal;
use crate::audience::fields::catalogue::{FieldDef, FieldKind, account, contact, industries};
use crate::audience::fields::codes;
use crate::audience::fields::value::FieldValue;
use crate::audience::values::{fold, job, text};

pub(super) fn choice(def: &FieldDef, raw: &str) -> Result<Parsed, Refusal> {
    let options = def.kind.options();
    if let Some(option) = options.iter().find(|option| **option == raw) {
        return Ok(Parsed::of(*option));
    }
    let known = INDEX.get(def.key).and_then(|index| index.get(&fold::key(raw)));
    match known.copied().or_else(|| by_rules(def, raw)) {
        Some(option) => Ok(Parsed::of(option)),
        None => Err(unknown(options, raw)),
    }
}

pub(super) fn boolean(raw: &str) -> Result<Parsed, Refusal> {
    let flag = match raw.to_lowercase().as_str() {
        "yes" | "y" | "true" | "t" | "1" | "x" | "on" | "ja" | "oui" | "sí" | "si" | "✓" | "checked" => {
            true
        }
        "no" | "n" | "false" | "f" | "0" | "off" | "nein" | "non" | "unchecked" => false,
        _ => return Err(Refusal::new(codes::BOOL_INVALID, "is neither yes nor no", "Write yes or no.")),
    };
    Ok(Parsed::of(FieldValue::Bool(flag)))
}

/// Free columns of other systems (`Engineering & Technical`, `c_suite`) read as a title would be.
fn by_rules(def: &FieldDef, raw: &str) -> Option<&'static str> {
    let short = raw.len() <= 100;
    match def.key {
        "department" if short => job::department(raw),
        "seniority_level" if short => Some(job::seniority(raw)).filter(|level| *level != "Other"),
        _ => None,
    }
}

fn unknown(options: &[&str], raw: &str) -> Refusal {
    let wanted = fold::key(&text::cut(raw, 60));
    let near = |option: &&&str| strsim::levenshtein(&fold::key(option), &wanted) <= 2;
    let problem = match options.iter().find(near) {
        Some(option) => format!("is not one of the values; \"{option}\" is close"),
        None if options.len() <= 12 => format!("is not one of {}", options.join(", ")),
        None => format!("is not one of the {} values, such as {}", options.len(), options[..3].join(", ")),
    };
    Refusal::new(codes::CHOICE_UNKNOWN, problem, "Choose one of them.")
}

type Index = HashMap<String, &'static str>;

/// Per choice field: folded option or synonym to the option. Built once; folding 100 options per cell would cost
/// more than the rest of the row.
static INDEX: LazyLock<HashMap<&'static str, Index>> = LazyLock::new(|| {
    let mut indexes: HashMap<&'static str, Index> = HashMap::new();
    for def in contact::FIELDS.iter().chain(account::FIELDS) {
        if let FieldKind::Choice(options) = def.kind {
            let index = indexes.entry(def.key).or_default();
            index.extend(options.iter().map(|option| (fold::key(option), *option)));
            let synonyms = synonyms(def.key).iter();
            index.extend(synonyms.map(|(synonym, option)| (fold::key(synonym), *option)));
        }
    }
    indexes
});

fn synonyms(key: &str) -> &'static [(&'static str, &'static str)] {
    match key {
        "industry" => industries::SYNONYMS,
        "email_verification_status" => VERIFICATION,
        "consent_basis" => CONSENT,
        "lifecycle" => LIFECYCLE,
        "seniority_level" => SENIORITY,
        _ => &[],
    }
}

const VERIFICATION: &[(&str, &str)] = &[
    ("verified", "valid"),
    ("deliverable", "valid"),
    ("ok", "valid"),
    ("good", "valid"),
    ("safe", "valid"),
    ("user managed", "valid"),
    ("guessed", "risky"),
    ("extrapolated", "risky"),
    ("likely", "risky"),
    ("unverified", "unknown"),
    ("unavailable", "unknown"),
    ("pending", "unknown"),
    ("pending manual fulfillment", "unknown"),
    ("not verified", "unknown"),
    ("undeliverable", "invalid"),
    ("bad", "invalid"),
    ("bounced", "invalid"),
    ("accept all", "catch_all"),
    ("catchall", "catch_all"),
    ("temporary", "disposable"),
];

const CONSENT: &[(&str, &str)] = &[
    ("Legitimate interest – prospect/lead", "legitimate_interest"),
    ("Legitimate interest – existing customer", "legitimate_interest"),
    ("Legitimate interest – other", "legitimate_interest"),
    ("Freely given consent from contact", "consent"),
    ("opt-in", "consent"),
    ("opted in", "consent"),
    ("double opt-in", "consent"),
    ("explicit consent", "consent"),
    ("yes", "consent"),
    ("true", "consent"),
    ("Performance of a contract", "contract"),
    ("contractual", "contract"),
    ("Not applicable", "none"),
    ("no", "none"),
];

const LIFECYCLE: &[(&str, &str)] = &[
    ("Marketing Qualified Lead", "marketing_qualified"),
    ("mql", "marketing_qualified"),
    ("Sales Qualified Lead", "sales_qualified"),
    ("sql", "sales_qualified"),
    ("cold", "lead"),
    ("new", "lead"),
    ("prospect", "lead"),
    ("client", "customer"),
];

const SENIORITY: &[(&str, &str)] = &[
    ("c suite", "C-level"),
    ("cxo", "C-level"),
    ("c-level exec", "C-level"),
    ("owner", "C-level"),
    ("founder", "C-level"),
    ("vp-level exec", "VP"),
    ("partner", "Director"),
    ("non-manager", "Staff"),
    ("individual contributor", "Staff"),
    ("entry", "Staff"),
    ("entry level", "Staff"),
    ("intern", "Staff"),
    ("training", "Staff"),
];
