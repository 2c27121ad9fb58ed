//! What a heading alone says.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::audience::fields::catalogue::{Entity, FieldDef, account, contact};
use crate::audience::record::restriction::CLIENT_RESTRICTION;
use crate::audience::values::fold;

/// A heading and the fields it may mean.
pub(super) struct Heading {
    /// Without case, spaces and punctuation.
    pub key: String,
    pub fields: Vec<Hit>,
    words: Vec<String>,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Hit {
    pub entity: Entity,
    pub key: &'static str,
    /// 1 for the field's own name, less for later aliases.
    pub score: f32,
}

impl Heading {
    pub(super) fn read(heading: &str) -> Heading {
        let key = heading_key(heading);
        let fields = look_up(&key);
        Heading { words: fold::words(heading), key, fields }
    }

    /// Does it leave open whose field it is? `Country` does, `Mailing Country` and `Person Country` do not.
    pub(super) fn is_bare(&self) -> bool {
        const TELLING: &[&str] = &[
            "person", "contact", "mailing", "home", "business", "work", "direct", "lead", "personal",
            "private", "my",
        ];
        !self.words.iter().any(|word| TELLING.contains(&word.as_str()))
    }

    pub(super) fn has_word(&self, word: &str) -> bool {
        self.words.iter().any(|one| one == word)
    }
}

/// The account's field beside a contact's.
pub(super) fn at_account(contact_key: &str) -> Option<&'static str> {
    Some(match contact_key {
        "full_name" => "name",
        "direct_phone" => "main_phone",
        "phone_extension" => "main_phone_extension",
        "address_street" => "hq_street",
        "city" => "hq_city",
        "state" => "hq_state",
        "postal_code" => "hq_postal_code",
        "country" => "hq_country",
        "linkedin_url" => "linkedin_url",
        "owner" => "owner",
        "team" => "team",
        "tags" => "tags",
        "intent_topics" => "intent_topics",
        _ => return None,
    })
}

fn look_up(key: &str) -> Vec<Hit> {
    if let Some(hits) = DICTIONARY.get(key) {
        return hits.clone();
    }
    // `Contact City`, `Prospect Email`; `Company Industry`, `Account SIC Code`; `Email 1`, `Phone1`.
    let scaled = |rest: &str, entity: Option<Entity>, factor: f32| -> Vec<Hit> {
        let hits = DICTIONARY.get(rest).into_iter().flatten();
        let wanted = hits.filter(|hit| entity.is_none_or(|entity| entity == hit.entity));
        wanted.map(|hit| Hit { score: hit.score * factor, ..*hit }).collect()
    };
    for prefix in ["contact", "person", "lead", "prospect", "personal"] {
        if let Some(rest) = key.strip_prefix(prefix) {
            return scaled(rest, Some(Entity::Contact), 0.9);
        }
    }
    for prefix in [
        "company",
        "account",
        "organization",
        "organisation",
        "org",
        "firm",
        "employer",
        "hq",
        "headquarters",
    ] {
        if let Some(rest) = key.strip_prefix(prefix) {
            return scaled(rest, Some(Entity::Account), 0.9);
        }
    }
    match key.strip_suffix('1') {
        Some(rest) => scaled(rest.trim_end_matches('0'), None, 0.95),
        None => Vec::new(),
    }
}

/// `#` is a word in headings: `# Employees`.
fn heading_key(heading: &str) -> String {
    fold::key(&heading.replace('#', " number "))
}

/// Every name of every field that a file can fill.
static DICTIONARY: LazyLock<HashMap<String, Vec<Hit>>> = LazyLock::new(|| {
    let mut dictionary: HashMap<String, Vec<Hit>> = HashMap::new();
    // Whose file it is, the import says as a whole.
    let fills = |def: &&FieldDef| def.writable && def.key != CLIENT_RESTRICTION;
    for def in contact::FIELDS.iter().chain(account::FIELDS).filter(fills) {
        // An account's own name of a field ("name", "owner", "tags") means the contact's in a file of people, and in
        // a file of companies it is found as that one's counterpart.
        let contact_has =
            |name: &str| def.entity == Entity::Account && CONTACT_NAMES.contains(&heading_key(name));
        let own = [def.label, def.key].into_iter().filter(|name| !contact_has(name)).map(|name| (name, 1.0));
        let aliases =
            def.aliases.iter().enumerate().map(|(index, alias)| (*alias, 0.97 - 0.004 * index as f32));
        for (name, score) in own.chain(aliases) {
            let hits = dictionary.entry(heading_key(name)).or_default();
            if !hits.iter().any(|hit| hit.entity == def.entity && hit.key == def.key) {
                hits.push(Hit { entity: def.entity, key: def.key, score });
            }
        }
    }
    dictionary
});

static CONTACT_NAMES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let names = contact::FIELDS
        .iter()
        .flat_map(|def| [def.label, def.key].into_iter().chain(def.aliases.iter().copied()));
    names.map(heading_key).collect()
});
