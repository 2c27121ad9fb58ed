//! What a bulk change does to each of its records.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::consent::ConsentOfMany;
use super::error::BulkError;
use crate::audience::accounts::keys as account_keys;
use crate::audience::contacts::keys as contact_keys;
use crate::audience::enrichment::FIELDS;
use crate::audience::fields::catalogue::{Entity, field};
use crate::audience::lists::change::Verb;
use crate::audience::merge::Group;
use crate::audience::survivorship::rules::Rules;
use crate::identity::permission::Permission;

/// Most fields set at once.
pub const FIELDS_MAX: usize = 100;
/// Most tags added or removed at once.
pub const TAGS_MAX: usize = 50;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum BulkAction {
    /// Catalogue key to raw value as a form sends it; null clears. Read anew for each record, as what a text means may depend
    /// on the record's country.
    SetFields {
        fields: Map<String, Value>,
    },
    AddTags {
        tags: Vec<String>,
    },
    RemoveTags {
        tags: Vec<String>,
    },
    Assign {
        #[serde(default, skip_serializing_if = "Assigned::is_kept")]
        owner: Assigned,
        #[serde(default, skip_serializing_if = "Assigned::is_kept")]
        team: Assigned,
    },
    Archive {
        /// Stands in the history of each.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    Restore,
    /// Each field holds what it would hold if the survivorship rules had always been these. Asked for by applying rules that were
    /// previewed, never by itself.
    Weigh {
        rules: Rules,
    },
    /// Each group becomes one record. What is selected are those that stay.
    Merge {
        groups: Vec<Group>,
    },
    /// Accepts what is suggested for each account, where it is at least this likely (percent).
    AcceptIndustry {
        at_least: u8,
    },
    /// Says no to what is suggested for each account and waits for a person.
    RejectIndustry {
        /// For whoever wonders later.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// Why each may be contacted, taken down beside the contact.
    RecordConsent(ConsentOfMany),
    /// Each is a member of this list.
    AddToList {
        list: Uuid,
    },
    /// None is a member of this list.
    RemoveFromList {
        list: Uuid,
    },
}

/// Whom records are given to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Assigned {
    /// Whoever has it keeps it.
    #[default]
    Kept,
    Nobody,
    To(Uuid),
}

impl Assigned {
    fn is_kept(&self) -> bool {
        *self == Assigned::Kept
    }
}

/// An action without what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActionKind {
    SetFields,
    AddTags,
    RemoveTags,
    Assign,
    Archive,
    Restore,
    Weigh,
    Merge,
    AcceptIndustry,
    RejectIndustry,
    RecordConsent,
    AddToList,
    RemoveFromList,
}

impl ActionKind {
    pub const fn as_str(self) -> &'static str {
        match self {
            ActionKind::SetFields => "set_fields",
            ActionKind::AddTags => "add_tags",
            ActionKind::RemoveTags => "remove_tags",
            ActionKind::Assign => "assign",
            ActionKind::Archive => "archive",
            ActionKind::Restore => "restore",
            ActionKind::Weigh => "weigh",
            ActionKind::Merge => "merge",
            ActionKind::AcceptIndustry => "accept_industry",
            ActionKind::RejectIndustry => "reject_industry",
            ActionKind::RecordConsent => "record_consent",
            ActionKind::AddToList => "add_to_list",
            ActionKind::RemoveFromList => "remove_from_list",
        }
    }

    /// What it takes to do this to one record, besides doing it in bulk.
    pub const fn permission(self, entity: Entity) -> Permission {
        match (self, entity) {
            (ActionKind::Merge, _) => Permission::RecordsMerge,
            (ActionKind::RecordConsent, _) => Permission::ConsentsRecord,
            (ActionKind::AddToList | ActionKind::RemoveFromList, _) => Permission::SegmentsEdit,
            (ActionKind::Archive | ActionKind::Restore, Entity::Contact) => Permission::ContactsArchive,
            (ActionKind::Archive | ActionKind::Restore, Entity::Account) => Permission::AccountsArchive,
            (_, Entity::Contact) => Permission::ContactsEdit,
            (_, Entity::Account) => Permission::AccountsEdit,
        }
    }

    /// What its scope says of each record: of what changes records, doing so in bulk and doing it at all. Who is in a list changes
    /// no record, so whoever sees it may put it there.
    pub fn asked_of_records(self, entity: Entity) -> Vec<Permission> {
        match self {
            ActionKind::AddToList | ActionKind::RemoveFromList => Vec::new(),
            _ => vec![Permission::RecordsBulk, self.permission(entity)],
        }
    }

    /// `Set Country and 2 other fields of contacts`. Never a value: values may be personal.
    pub fn title(self, entity: Entity, labels: &[String]) -> String {
        let records = format!("{}s", entity.as_str());
        match (self, labels) {
            (ActionKind::SetFields, [one]) => format!("Set {one} of {records}"),
            (ActionKind::SetFields, [one, other]) => format!("Set {one} and {other} of {records}"),
            (ActionKind::SetFields, [one, rest @ ..]) => {
                format!("Set {one} and {} other fields of {records}", rest.len())
            }
            (ActionKind::SetFields, []) => format!("Set fields of {records}"),
            (ActionKind::AddTags, _) => format!("Add tags to {records}"),
            (ActionKind::RemoveTags, _) => format!("Remove tags from {records}"),
            (ActionKind::Assign, _) => format!("Assign {records}"),
            (ActionKind::Archive, _) => format!("Archive {records}"),
            (ActionKind::Restore, _) => format!("Restore {records}"),
            (ActionKind::Weigh, _) => format!("Apply survivorship rules to {records}"),
            (ActionKind::Merge, _) => format!("Merge {records}"),
            (ActionKind::AcceptIndustry, _) => format!("Accept industry suggestions of {records}"),
            (ActionKind::RejectIndustry, _) => format!("Reject industry suggestions of {records}"),
            (ActionKind::RecordConsent, _) => format!("Record consent of {records}"),
            (ActionKind::AddToList, _) => format!("Add {records} to a list"),
            (ActionKind::RemoveFromList, _) => format!("Remove {records} from a list"),
        }
    }
}

impl BulkAction {
    pub fn kind(&self) -> ActionKind {
        match self {
            BulkAction::SetFields { .. } => ActionKind::SetFields,
            BulkAction::AddTags { .. } => ActionKind::AddTags,
            BulkAction::RemoveTags { .. } => ActionKind::RemoveTags,
            BulkAction::Assign { .. } => ActionKind::Assign,
            BulkAction::Archive { .. } => ActionKind::Archive,
            BulkAction::Restore => ActionKind::Restore,
            BulkAction::Weigh { .. } => ActionKind::Weigh,
            BulkAction::Merge { .. } => ActionKind::Merge,
            BulkAction::AcceptIndustry { .. } => ActionKind::AcceptIndustry,
            BulkAction::RejectIndustry { .. } => ActionKind::RejectIndustry,
            BulkAction::RecordConsent(_) => ActionKind::RecordConsent,
            BulkAction::AddToList { .. } => ActionKind::AddToList,
            BulkAction::RemoveFromList { .. } => ActionKind::RemoveFromList,
        }
    }

    /// Keys of the fields it writes.
    pub fn fields(&self) -> Vec<String> {
        match self {
            BulkAction::SetFields { fields } => fields.keys().cloned().collect(),
            BulkAction::AddTags { .. } | BulkAction::RemoveTags { .. } => vec!["tags".to_owned()],
            BulkAction::Assign { owner, team } => [("owner", owner), ("team", team)]
                .into_iter()
                .filter(|(_, assigned)| !assigned.is_kept())
                .map(|(key, _)| key.to_owned())
                .collect(),
            BulkAction::Archive { .. }
            | BulkAction::Restore
            | BulkAction::Weigh { .. }
            | BulkAction::Merge { .. }
            | BulkAction::AddToList { .. }
            | BulkAction::RemoveFromList { .. }
            | BulkAction::RejectIndustry { .. }
            | BulkAction::RecordConsent(_) => Vec::new(),
            BulkAction::AcceptIndustry { .. } => FIELDS.map(str::to_owned).to_vec(),
        }
    }

    /// The list that records come into or leave, if that is what is done.
    pub fn list(&self) -> Option<(Verb, Uuid)> {
        match self {
            BulkAction::AddToList { list } => Some((Verb::Add, *list)),
            BulkAction::RemoveFromList { list } => Some((Verb::Remove, *list)),
            _ => None,
        }
    }

    /// As it was meant when it was asked for.
    pub fn asked_at(self, now: DateTime<Utc>) -> Self {
        match self {
            BulkAction::RecordConsent(consent) => BulkAction::RecordConsent(consent.asked_at(now)),
            other => other,
        }
    }

    /// Every text in it, for telling whether it speaks of somebody.
    pub fn texts(&self) -> Vec<String> {
        fn collect(value: &Value, found: &mut Vec<String>) {
            match value {
                Value::String(text) => found.push(text.clone()),
                Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
                Value::Object(map) => map.values().for_each(|item| collect(item, found)),
                Value::Null | Value::Bool(_) | Value::Number(_) => {}
            }
        }
        let mut found = Vec::new();
        match self {
            BulkAction::SetFields { fields } => {
                fields.values().for_each(|value| collect(value, &mut found));
            }
            BulkAction::AddTags { tags } | BulkAction::RemoveTags { tags } => found.clone_from(tags),
            BulkAction::Archive { reason } | BulkAction::RejectIndustry { reason } => {
                found.extend(reason.clone());
            }
            BulkAction::RecordConsent(consent) => found.extend(consent.texts()),
            BulkAction::Assign { .. }
            | BulkAction::Restore
            | BulkAction::Weigh { .. }
            | BulkAction::Merge { .. }
            | BulkAction::AddToList { .. }
            | BulkAction::RemoveFromList { .. }
            | BulkAction::AcceptIndustry { .. } => {}
        }
        found
    }

    /// Refuses what can be done to no record. Whether values can be read is asked where they are read.
    pub(super) fn check(&self, entity: Entity) -> Result<(), BulkError> {
        match self {
            BulkAction::SetFields { fields } if fields.is_empty() => Err(BulkError::NothingToDo),
            BulkAction::SetFields { fields } if fields.len() > FIELDS_MAX => {
                Err(BulkError::TooManyFields { count: fields.len() })
            }
            BulkAction::SetFields { fields } => match fields.keys().find(|key| identifies(entity, key)) {
                Some(key) => Err(BulkError::FieldIdentifies {
                    label: field(entity, key).map_or_else(|| key.clone(), |def| def.label.to_owned()),
                }),
                None => Ok(()),
            },
            BulkAction::AddTags { tags } | BulkAction::RemoveTags { tags } if tags.is_empty() => {
                Err(BulkError::NoTags)
            }
            BulkAction::AddTags { tags } | BulkAction::RemoveTags { tags } if tags.len() > TAGS_MAX => {
                Err(BulkError::TooManyTags { count: tags.len() })
            }
            BulkAction::Merge { groups } => check_groups(groups),
            BulkAction::Assign { owner, team } if owner.is_kept() && team.is_kept() => {
                Err(BulkError::NothingToDo)
            }
            BulkAction::AcceptIndustry { .. } | BulkAction::RejectIndustry { .. }
                if entity == Entity::Contact =>
            {
                Err(BulkError::NothingToDo)
            }
            BulkAction::RecordConsent(_) if entity == Entity::Account => Err(BulkError::OfPeople),
            BulkAction::AcceptIndustry { .. }
            | BulkAction::RejectIndustry { .. }
            | BulkAction::AddToList { .. }
            | BulkAction::RemoveFromList { .. }
            | BulkAction::RecordConsent(_)
            | BulkAction::AddTags { .. }
            | BulkAction::RemoveTags { .. }
            | BulkAction::Assign { .. }
            | BulkAction::Archive { .. }
            | BulkAction::Restore
            | BulkAction::Weigh { .. } => Ok(()),
        }
    }
}

/// Each of them can be merged, and none hinders another.
fn check_groups(groups: &[Group]) -> Result<(), BulkError> {
    if groups.is_empty() {
        return Err(BulkError::NothingToDo);
    }
    let mut seen = BTreeSet::new();
    let hinders = |group: &Group| group.check().is_err() || group.members().any(|id| !seen.insert(id));
    if groups.iter().any(hinders) { Err(BulkError::Groups) } else { Ok(()) }
}

/// The same value for many would make them one: it is unique, or says who or which it is.
fn identifies(entity: Entity, key: &str) -> bool {
    let identity = match entity {
        Entity::Contact => contact_keys::IDENTITY,
        Entity::Account => account_keys::IDENTITY,
    };
    identity.contains(&key) || field(entity, key).is_some_and(|def| def.unique)
}
