//! Domains that look like another one because they are written with letters of another script.
//!
//! Only the scripts in which most such domains are made are known: Greek and Cyrillic beside Latin.

use serde::{Deserialize, Serialize};

use crate::audience::values::domain_name::Domain;

/// Why a person should look twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Resembles {
    /// Letters of several scripts in one part of the name.
    MixedScripts,
    /// All its letters are of another script, and each looks like a Latin one.
    OtherScript,
}

impl Resembles {
    pub fn as_str(self) -> &'static str {
        match self {
            Resembles::MixedScripts => "mixed_scripts",
            Resembles::OtherScript => "other_script",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Greek,
    Cyrillic,
}

/// Letters beyond Latin that look like a Latin one, small.
const LIKE_LATIN: &str = "аеорсухіјѕԁһӏԛԝѵɡοανικτρυχ";

pub fn of(domain: &Domain) -> Option<Resembles> {
    if !domain.as_str().contains("xn--") {
        return None;
    }
    domain.unicode().split('.').find_map(of_label)
}

fn of_label(label: &str) -> Option<Resembles> {
    let mut scripts: Vec<Script> = label.chars().filter_map(script).collect();
    scripts.dedup();
    let first = *scripts.first()?;
    if scripts.iter().any(|script| *script != first) {
        return Some(Resembles::MixedScripts);
    }
    let letters = || label.chars().filter(|c| c.is_alphabetic());
    let alike = first != Script::Latin && letters().all(|c| LIKE_LATIN.contains(c));
    alike.then_some(Resembles::OtherScript)
}

fn script(c: char) -> Option<Script> {
    match u32::from(c) {
        0x41..=0x5A | 0x61..=0x7A | 0xC0..=0x24F | 0x250..=0x2AF | 0x1E00..=0x1EFF => Some(Script::Latin),
        0x370..=0x3FF | 0x1F00..=0x1FFF => Some(Script::Greek),
        0x400..=0x52F => Some(Script::Cyrillic),
        _ => None,
    }
}
