//! An event of a contact or account as its history shows it.

use std::collections::BTreeMap;

use pivotal_domain::audience::accounts::events::AccountEvent;
use pivotal_domain::audience::contacts::events::{AccountLink, ContactEvent};
use pivotal_domain::audience::custom_fields::definitions::Definitions;
use pivotal_domain::audience::email_verification::keep::VERIFIED_AT;
use pivotal_domain::audience::fields::catalogue::{Entity, field};
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::phone_validity::keep::Which;
use pivotal_domain::audience::record::change::{FieldChange, KeptRule, KeptValue};
use pivotal_domain::suppression::retention::BY_RULE;
use serde_json::Value;
use uuid::Uuid;

/// One field before and after.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldEntry {
    pub field: String,
    pub label: String,
    pub old: Option<Value>,
    pub new: Option<Value>,
    /// `new` is a candidate that lost against `old`.
    pub kept: bool,
    /// Why it lost.
    pub rule: Option<&'static str>,
    /// Worked out by rules, not given.
    pub derived: bool,
}

/// What an event says, in words and fields.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rendered {
    pub title: String,
    pub changes: Vec<FieldEntry>,
    pub undoable: bool,
    /// What somebody asked for about themselves, as whose answer this was done.
    pub request: Option<Uuid>,
}

impl Rendered {
    /// In the words for an edit whose values were there before.
    pub fn brought_back(mut self) -> Self {
        if let Some(fields) = self.title.strip_suffix(" changed") {
            self.title = format!("{fields} brought back");
        }
        self
    }
}

/// Follows a record through its events: a candidate that lost is shown beside what was there at that moment.
#[derive(Debug, Default)]
pub struct Follower {
    /// What custom fields are called now.
    definitions: Definitions,
    held: BTreeMap<String, FieldValue>,
}

impl Follower {
    pub fn new(definitions: Definitions) -> Self {
        Follower { definitions, held: BTreeMap::new() }
    }

    fn entry(&self, entity: Entity, key: &str) -> FieldEntry {
        FieldEntry {
            field: key.to_owned(),
            label: self.definitions.label(entity, key),
            old: None,
            new: None,
            kept: false,
            rule: None,
            derived: false,
        }
    }

    /// `name_of` turns an account's id into its name.
    pub fn contact(&mut self, event: &ContactEvent, name_of: &dyn Fn(Uuid) -> Option<String>) -> Rendered {
        let entity = Entity::Contact;
        let account = |link: &AccountLink| {
            Value::String(name_of(link.account_id).unwrap_or_else(|| link.account_id.to_string()))
        };
        let its_account = self.entry(entity, "account");
        let linked = |old: Option<Value>, new: Option<Value>| FieldEntry { old, new, ..its_account.clone() };
        match event {
            ContactEvent::ContactCreated { fields, derived, account: link, .. } => {
                let mut changes = self.created(entity, fields, derived);
                changes.extend(link.as_ref().map(|link| linked(None, Some(account(link)))));
                Rendered { title: "Created".into(), changes, undoable: true, request: None }
            }
            ContactEvent::ContactFieldsChanged { changes, derived, kept, .. } => {
                self.changed(entity, changes, derived, kept)
            }
            ContactEvent::ContactAccountLinked { account: link, previous, .. } => {
                let title =
                    if previous.is_some() { "Moved to another account" } else { "Linked to an account" };
                Rendered {
                    title: title.into(),
                    changes: vec![linked(previous.as_ref().map(account), Some(account(link)))],
                    undoable: true,
                    request: None,
                }
            }
            ContactEvent::ContactAccountUnlinked { previous, .. } => Rendered {
                title: "Unlinked from its account".into(),
                changes: vec![linked(Some(account(previous)), None)],
                undoable: true,
                request: None,
            },
            ContactEvent::ContactArchived { reason, .. } => standing("Archived", reason.as_deref()),
            ContactEvent::ContactRestored { .. } => standing("Restored", None),
            ContactEvent::ContactMerged { absorbed, .. } => told(merged("contact", absorbed.len())),
            ContactEvent::ContactMergedInto { .. } => told("Merged into another contact".into()),
            ContactEvent::ContactUnmerged { .. } => told("Merge undone: a contact of its own again".into()),
            ContactEvent::ContactErased { request, .. } => {
                self.held.clear();
                Rendered {
                    title: erased(request),
                    changes: Vec::new(),
                    undoable: false,
                    request: request.parse().ok(),
                }
            }
        }
    }

    pub fn account(&mut self, event: &AccountEvent) -> Rendered {
        match event {
            AccountEvent::AccountCreated { fields, derived, .. } => Rendered {
                title: "Created".into(),
                changes: self.created(Entity::Account, fields, derived),
                undoable: true,
                request: None,
            },
            AccountEvent::AccountFieldsChanged { changes, derived, kept, .. } => {
                self.changed(Entity::Account, changes, derived, kept)
            }
            AccountEvent::AccountArchived { reason, .. } => standing("Archived", reason.as_deref()),
            AccountEvent::AccountRestored { .. } => standing("Restored", None),
            AccountEvent::AccountMerged { absorbed, .. } => told(merged("account", absorbed.len())),
            AccountEvent::AccountMergedInto { .. } => told("Merged into another account".into()),
            AccountEvent::AccountUnmerged { .. } => told("Merge undone: an account of its own again".into()),
        }
    }

    fn created(
        &mut self,
        entity: Entity,
        fields: &BTreeMap<String, FieldValue>,
        derived: &[String],
    ) -> Vec<FieldEntry> {
        self.held.clone_from(fields);
        fields
            .iter()
            .map(|(key, value)| FieldEntry {
                new: json(Some(value)),
                derived: derived.contains(key) || is_worked_out(entity, key),
                ..self.entry(entity, key)
            })
            .collect()
    }

    fn changed(
        &mut self,
        entity: Entity,
        changes: &BTreeMap<String, FieldChange>,
        derived: &[String],
        kept: &BTreeMap<String, KeptValue>,
    ) -> Rendered {
        let mut entries: Vec<FieldEntry> = changes
            .iter()
            .map(|(key, change)| FieldEntry {
                old: json(change.old.as_ref()),
                new: json(change.new.as_ref()),
                derived: derived.contains(key) || is_worked_out(entity, key),
                ..self.entry(entity, key)
            })
            .collect();
        entries.extend(kept.iter().map(|(key, kept)| FieldEntry {
            old: json(self.held.get(key)),
            new: json(Some(&kept.candidate)),
            kept: true,
            rule: Some(rule(kept.rule)),
            ..self.entry(entity, key)
        }));
        for (key, change) in changes {
            match &change.new {
                Some(value) => self.held.insert(key.clone(), value.clone()),
                None => self.held.remove(key),
            };
        }
        // What rules worked out alongside is not what somebody did.
        let given: Vec<&FieldEntry> = entries.iter().filter(|entry| !entry.kept && !entry.derived).collect();
        let title = match given.as_slice() {
            // What it said went with the person's key.
            [] if changes.is_empty() && kept.is_empty() => "Changed".to_owned(),
            [] if changes.is_empty() => "Kept what was there".to_owned(),
            [] if changes.contains_key(VERIFIED_AT) => "Email verified again".to_owned(),
            [] if looked_up(changes) => "Phone looked up".to_owned(),
            [] => "Worked out again".to_owned(),
            [one] => format!("{} changed", one.label),
            [one, other] => format!("{} and {} changed", one.label, lower_first(&other.label)),
            [one, rest @ ..] => format!("{} and {} other fields changed", one.label, rest.len()),
        };
        Rendered { title, changes: entries, undoable: !changes.is_empty(), request: None }
    }
}

fn looked_up(changes: &BTreeMap<String, FieldChange>) -> bool {
    Which::ALL.into_iter().any(|which| changes.contains_key(which.looked_up_at()))
}

/// Nobody can give it: a phone as machines write it comes with the phone that was given, and is no change of its own.
fn is_worked_out(entity: Entity, key: &str) -> bool {
    field(entity, key).is_some_and(|def| !def.writable)
}

fn standing(title: &str, reason: Option<&str>) -> Rendered {
    let title = reason.map_or_else(|| title.to_owned(), |reason| format!("{title}: {reason}"));
    Rendered { title, undoable: true, ..Rendered::default() }
}

/// By whose word. What names a request of the register, which has no number, is nothing that people can read.
fn erased(request: &str) -> String {
    match request.strip_prefix(BY_RULE) {
        Some(rule) => format!("Personal data erased by retention: {rule}"),
        None if request.parse::<Uuid>().is_ok() => "Personal data erased at the person's request".to_owned(),
        None => format!("Personal data erased (request {request})"),
    }
}

/// A merge is taken back as a whole, not from the history of one of its records.
fn told(title: String) -> Rendered {
    Rendered { title, ..Rendered::default() }
}

fn merged(what: &str, count: usize) -> String {
    match count {
        1 => format!("Another {what} was merged into this one"),
        count => format!("{count} other {what}s were merged into this one"),
    }
}

/// `Email` in the middle of a sentence; `SIC code` stays.
fn lower_first(label: &str) -> String {
    let mut chars = label.chars();
    match (chars.next(), chars.next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().chain(label.chars().skip(1)).collect()
        }
        _ => label.to_owned(),
    }
}

pub(crate) fn rule(rule: KeptRule) -> &'static str {
    match rule {
        KeptRule::SourcePriority => "source_priority",
        KeptRule::Newer => "newer",
        KeptRule::FillEmpty => "fill_empty",
        KeptRule::Never => "never",
        KeptRule::Merged => "merged",
    }
}

fn json(value: Option<&FieldValue>) -> Option<Value> {
    value.and_then(|value| serde_json::to_value(value).ok())
}
