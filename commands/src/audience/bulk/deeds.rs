//! The values of an action, read as a person's edit of one record would be.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use pivotal_domain::audience::bulk::action::{Assigned, BulkAction};
use pivotal_domain::audience::bulk::deed::Deed;
use pivotal_domain::audience::bulk::outcome::Refusal;
use pivotal_domain::audience::custom_fields::definitions::Definitions;
use pivotal_domain::audience::fields::catalogue::{Entity, custom_name};
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::record::write::Candidate;
use serde_json::{Map, Value, json};

use crate::audience::custom_fields::definitions;
use crate::audience::record::input::candidates;
use crate::context::Context;
use crate::error::CommandError;

/// What an action means on each record: that may depend on the country the record is in, and on nothing else of it.
#[derive(Debug)]
pub struct Deeds {
    entity: Entity,
    action: BulkAction,
    definitions: Definitions,
    today: NaiveDate,
    by_country: HashMap<Option<String>, Result<Deed, Refusal>>,
}

impl Deeds {
    pub async fn of(ctx: &Context, entity: Entity, action: BulkAction) -> Result<Self, CommandError> {
        let custom = action.fields().iter().any(|key| custom_name(key).is_some());
        let definitions = if custom { definitions(ctx, entity).await? } else { Definitions::none() };
        let today = ctx.now().date_naive();
        Ok(Deeds { entity, action, definitions, today, by_country: HashMap::new() })
    }

    /// As forms call the fields that are written.
    pub fn labels(&self) -> Vec<String> {
        let label = |key: &String| self.definitions.label(self.entity, key);
        self.action.fields().iter().map(label).collect()
    }

    /// Every mistake at once. Read for no country: what holds there holds everywhere.
    pub fn check(&self) -> Result<Deed, CommandError> {
        self.read(None)
    }

    pub fn on(&mut self, country: Option<&str>) -> Result<&Deed, Refusal> {
        let key = country.map(str::to_owned);
        if !self.by_country.contains_key(&key) {
            let deed = self.read(country).map_err(|_| Refusal::Value);
            self.by_country.insert(key.clone(), deed);
        }
        self.by_country[&key].as_ref().map_err(|refusal| *refusal)
    }

    fn read(&self, country: Option<&str>) -> Result<Deed, CommandError> {
        let read = |fields: &Map<String, Value>| {
            candidates(self.entity, fields, country, self.today, &self.definitions)
        };
        Ok(match &self.action {
            BulkAction::SetFields { fields } => Deed::Write(read(fields)?),
            BulkAction::AddTags { tags } => Deed::AddTags(items(read(&of_tags(tags))?)),
            BulkAction::RemoveTags { tags } => Deed::RemoveTags(items(read(&of_tags(tags))?)),
            BulkAction::Assign { owner, team } => {
                let assigned = [("owner", owner), ("team", team)].into_iter();
                let fields = assigned.filter_map(|(key, to)| Some((key.to_owned(), value(*to)?)));
                Deed::Write(read(&fields.collect())?)
            }
            BulkAction::Archive { reason } => Deed::Archive { reason: reason.clone() },
            BulkAction::Restore => Deed::Restore,
        })
    }
}

fn value(to: Assigned) -> Option<Value> {
    match to {
        Assigned::Kept => None,
        Assigned::Nobody => Some(Value::Null),
        Assigned::To(id) => Some(id.to_string().into()),
    }
}

fn of_tags(tags: &[String]) -> Map<String, Value> {
    Map::from_iter([("tags".to_owned(), json!(tags))])
}

fn items(values: BTreeMap<String, Candidate>) -> Vec<String> {
    match values.into_iter().next().and_then(|(_, candidate)| candidate.value) {
        Some(FieldValue::List(items)) => items,
        Some(FieldValue::Text(item)) => vec![item],
        Some(FieldValue::Number(_) | FieldValue::Bool(_) | FieldValue::Money { .. }) | None => Vec::new(),
    }
}
