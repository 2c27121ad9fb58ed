//! Which list is exported, in which order: what the list on the screen was asked for, kept so that a job can ask again.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use crate::audience::fields::catalogue::{Entity, field};

/// Most records that can be named one by one, to be taken or to be left out. Beyond that a filter says it better.
pub const SELECTED_MAX: usize = 10_000;

/// Most lists that a filter names.
pub const IN_LISTS_MAX: usize = 50;

/// The arguments of a list of contacts or accounts, as the API takes them. All conditions must hold; what is absent is no
/// condition. Those of the other entity are refused by the API, and mean nothing here.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListFilter {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub q: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_id: Option<Uuid>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_id: Option<Uuid>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import_outcome: Option<String>,
    /// Absent: archived ones and others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived: Option<bool>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub country: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seniority_level: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub industry: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub job_title_contains: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_from: Option<DateTime<Utc>>,
    /// Exclusive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_to: Option<DateTime<Utc>>,
    /// The records selected one by one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ids: Option<Vec<Uuid>>,
    /// Of all that match, these are left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub except: Vec<Uuid>,
    /// Only members of lists.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_lists: Option<InLists>,
    /// Only members of a segment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_segment: Option<InSegment>,
    /// Only what a domain set was matched with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_domain_set: Option<InDomainSet>,
    /// A filter in the filter language: one more condition beside the others.
    #[serde(default, rename = "where", skip_serializing_if = "Option::is_none")]
    pub condition: Option<Value>,
    /// In which days of the condition begin, by its IANA name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
}

impl ListFilter {
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
        found.extend(self.q.clone());
        found.extend(self.job_title_contains.clone());
        found.extend(self.in_domain_set.as_ref().and_then(|set| set.title.clone()));
        if let Some(condition) = &self.condition {
            collect(condition, &mut found);
        }
        found
    }
}

/// Members of lists of records. What is empty is no condition.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InLists {
    /// In one of these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub any: Vec<Uuid>,
    /// In each of these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub all: Vec<Uuid>,
    /// In none of these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub none: Vec<Uuid>,
    /// Who was in them at this moment; absent: who is in them now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<DateTime<Utc>>,
}

impl InLists {
    /// How many lists it names.
    pub fn named(&self) -> usize {
        self.any.len() + self.all.len() + self.none.len()
    }
}

/// Members of a segment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InSegment {
    pub segment: Uuid,
    /// Who was in it at this moment; absent: who is in it now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<DateTime<Utc>>,
}

/// Accounts that a domain set was matched with, or its people; the conditions on people mean nothing for accounts. What is empty is no
/// condition.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InDomainSet {
    pub domain_set: Uuid,
    /// Also what is only nearly the same and waits for a person.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub fuzzy: bool,
    /// A part of the job title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Any of these levels.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seniority: Vec<String>,
    /// Any of these departments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department: Vec<String>,
    /// Only those with an email.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub with_email: bool,
}

impl InDomainSet {
    /// Whether it asks for some of the people only.
    pub fn narrows_people(&self) -> bool {
        let title = self.title.as_deref().is_some_and(|title| !title.trim().is_empty());
        title || !self.seniority.is_empty() || !self.department.is_empty() || self.with_email
    }
}

/// In which order the rows stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListSort {
    /// A sortable key of the catalogue, or one of the list's own columns.
    pub field: String,
    #[serde(default)]
    pub descending: bool,
}

impl Default for ListSort {
    /// As lists stand when nothing was chosen.
    fn default() -> Self {
        ListSort { field: "created_at".into(), descending: true }
    }
}

/// Whether a list can be sorted by this.
pub fn is_sortable(entity: Entity, key: &str) -> bool {
    let company = entity == Entity::Contact && matches!(key, "account" | "account_name");
    company || field(entity, key).is_some_and(|def| def.sortable)
}
