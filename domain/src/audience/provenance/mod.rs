//! Every field's values with where each came from: the one that holds, those before it, and those that lost against it.

use std::collections::BTreeMap;

use crate::audience::accounts::events::AccountEvent;
use crate::audience::contacts::events::{AccountLink, ContactEvent};
use crate::audience::fields::value::FieldValue;
use crate::audience::record::change::{FieldChange, KeptRule, KeptValue};
use crate::audience::record::moment::RecordEvent;
use crate::audience::record::source::Source;
use chrono::{DateTime, Utc};

/// The field under which a contact's account stands; its value is the account's id.
pub const ACCOUNT: &str = "account";

/// The event a value came with.
#[derive(Debug, Clone, PartialEq)]
pub struct Origin {
    pub position: i64,
    pub sequence: i64,
    pub at: DateTime<Utc>,
    pub source: Source,
    /// A user's id, or `system`.
    pub actor: String,
    pub role: String,
    /// The value was taken again from the record as it was then.
    pub restored_from: Option<DateTime<Utc>>,
}

/// A value a field has or had. `None`: it was emptied.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    pub value: Option<FieldValue>,
    /// Worked out by rules from other fields.
    pub derived: bool,
    pub origin: Origin,
}

/// A value that did not win.
#[derive(Debug, Clone, PartialEq)]
pub struct Lost {
    pub candidate: FieldValue,
    pub rule: KeptRule,
    pub origin: Origin,
}

/// One field through time.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldTrail {
    pub now: Option<Told>,
    /// Newest first.
    pub earlier: Vec<Told>,
    /// Newest first; each value once, and never the one that holds.
    pub kept: Vec<Lost>,
}

/// A record's fields through time, by key.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Trail {
    fields: BTreeMap<String, FieldTrail>,
}

impl Trail {
    /// Whoever was erased has none.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &FieldTrail)> {
        self.fields.iter().map(|(key, trail)| (key.as_str(), trail))
    }

    pub fn contact(&mut self, event: ContactEvent, origin: &Origin) {
        match event {
            ContactEvent::ContactCreated { fields, derived, account, .. } => {
                self.created(fields, &derived, origin);
                if let Some(link) = account {
                    self.linked(Some(link), origin);
                }
            }
            ContactEvent::ContactFieldsChanged { changes, derived, kept, .. } => {
                self.changed(changes, &derived, kept, origin)
            }
            ContactEvent::ContactAccountLinked { account, .. } => self.linked(Some(account), origin),
            ContactEvent::ContactAccountUnlinked { .. } => self.linked(None, origin),
            ContactEvent::ContactArchived { .. }
            | ContactEvent::ContactRestored { .. }
            | ContactEvent::ContactMerged { .. }
            | ContactEvent::ContactMergedInto { .. }
            | ContactEvent::ContactUnmerged { .. } => {}
            ContactEvent::ContactErased { .. } => self.fields.clear(),
        }
    }

    pub fn account(&mut self, event: AccountEvent, origin: &Origin) {
        match event {
            AccountEvent::AccountCreated { fields, derived, .. } => self.created(fields, &derived, origin),
            AccountEvent::AccountFieldsChanged { changes, derived, kept, .. } => {
                self.changed(changes, &derived, kept, origin)
            }
            AccountEvent::AccountArchived { .. }
            | AccountEvent::AccountRestored { .. }
            | AccountEvent::AccountMerged { .. }
            | AccountEvent::AccountMergedInto { .. }
            | AccountEvent::AccountUnmerged { .. } => {}
        }
    }

    fn created(&mut self, fields: BTreeMap<String, FieldValue>, derived: &[String], origin: &Origin) {
        for (key, value) in fields {
            let derived = derived.contains(&key);
            self.told(key, Some(value), derived, origin);
        }
    }

    fn changed(
        &mut self,
        changes: BTreeMap<String, FieldChange>,
        derived: &[String],
        kept: BTreeMap<String, KeptValue>,
        origin: &Origin,
    ) {
        for (key, change) in changes {
            let derived = derived.contains(&key);
            self.told(key, change.new, derived, origin);
        }
        for (key, KeptValue { candidate, rule }) in kept {
            let field = self.field(key);
            field.kept.retain(|lost| lost.candidate != candidate);
            field.kept.insert(0, Lost { candidate, rule, origin: origin.clone() });
        }
    }

    fn linked(&mut self, link: Option<AccountLink>, origin: &Origin) {
        let value = link.map(|link| FieldValue::Text(link.account_id.to_string()));
        self.told(ACCOUNT.to_owned(), value, false, origin);
    }

    fn told(&mut self, key: String, value: Option<FieldValue>, derived: bool, origin: &Origin) {
        let field = self.field(key);
        field.kept.retain(|lost| Some(&lost.candidate) != value.as_ref());
        let before = field.now.replace(Told { value, derived, origin: origin.clone() });
        if let Some(before) = before {
            field.earlier.insert(0, before);
        }
    }

    fn field(&mut self, key: String) -> &mut FieldTrail {
        let empty = || FieldTrail { now: None, earlier: Vec::new(), kept: Vec::new() };
        self.fields.entry(key).or_insert_with(empty)
    }
}

/// An event that tells of a record's values.
pub trait TrailEvent: RecordEvent + Clone {
    fn tell(self, trail: &mut Trail, origin: &Origin);
}

impl TrailEvent for ContactEvent {
    fn tell(self, trail: &mut Trail, origin: &Origin) {
        trail.contact(self, origin);
    }
}

impl TrailEvent for AccountEvent {
    fn tell(self, trail: &mut Trail, origin: &Origin) {
        trail.account(self, origin);
    }
}

#[cfg(test)]
mod tests;
