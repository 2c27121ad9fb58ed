//! The values of an action, read as a person's edit of one record would be.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use pivotal_domain::audience::bulk::action::{Assigned, BulkAction};
use pivotal_domain::audience::bulk::consent::ConsentOfMany;
use pivotal_domain::audience::bulk::deed::Deed;
use pivotal_domain::audience::bulk::error::BulkError;
use pivotal_domain::audience::bulk::outcome::Refusal;
use pivotal_domain::audience::custom_fields::definitions::Definitions;
use pivotal_domain::audience::fields::catalogue::{Entity, custom_name};
use pivotal_domain::audience::fields::codes::PHONE_COUNTRY_MISSING;
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::lists::change::Verb;
use pivotal_domain::audience::record::write::Candidate;
use pivotal_domain::audience::survivorship::rules::Rules;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::audience::custom_fields::definitions;
use crate::audience::record::input::{Countries, candidates, phone_without_country};
use crate::context::Context;
use crate::error::{CommandError, Rejection};

/// What an action means on each record: that may depend on the country the record, or a contact's account, is in, and on
/// nothing else of it.
#[derive(Debug)]
pub struct Deeds {
    entity: Entity,
    action: BulkAction,
    definitions: Definitions,
    now: DateTime<Utc>,
    by_country: HashMap<(Option<String>, Option<String>), Result<Deed, Refusal>>,
}

impl Deeds {
    pub async fn of(ctx: &Context, entity: Entity, action: BulkAction) -> Result<Self, CommandError> {
        let custom = action.fields().iter().any(|key| custom_name(key).is_some());
        let definitions = if custom { definitions(ctx, entity).await? } else { Definitions::none() };
        Ok(Deeds { entity, action, definitions, now: ctx.now(), by_country: HashMap::new() })
    }

    /// As forms call the fields that are written.
    pub fn labels(&self) -> Vec<String> {
        let label = |key: &String| self.definitions.label(self.entity, key);
        self.action.fields().iter().map(label).collect()
    }

    /// Many cannot be given the same value where only one may hold it.
    pub fn may_be_the_same(&self) -> Result<(), BulkError> {
        let written = self.action.fields();
        let unique = self.definitions.unique().find(|field| written.contains(&field.key));
        unique.map_or(Ok(()), |field| Err(BulkError::FieldIdentifies { label: field.label.clone() }))
    }

    pub fn definitions(&self) -> &Definitions {
        &self.definitions
    }

    /// Every mistake at once. Read for no country: what holds there holds everywhere. A phone without a country code may hold
    /// for some records: it is read for each, and refused where no country is known.
    pub fn check(&self) -> Result<Deed, CommandError> {
        let lacks = |problem: &Rejection| problem.code.eq_ignore_ascii_case(PHONE_COUNTRY_MISSING);
        match (self.read(Countries::default()), &self.action) {
            (Err(CommandError::Rejected(problems)), BulkAction::SetFields { fields })
                if problems.iter().all(lacks) =>
            {
                let waits = |key: &String| problems.iter().any(|problem| problem.field.as_ref() == Some(key));
                let others = fields.iter().filter(|(key, _)| !waits(key));
                let others = others.map(|(key, raw)| (key.clone(), raw.clone())).collect();
                Ok(Deed::Write(self.values(&others, Countries::default())?))
            }
            (read, _) => read,
        }
    }

    /// Whether the country of a contact's account matters, where the contact has none.
    pub fn asks_the_account(&self) -> bool {
        match &self.action {
            BulkAction::SetFields { fields } if self.entity == Entity::Contact => {
                phone_without_country(fields, None, &self.definitions)
            }
            _ => false,
        }
    }

    /// The rules by which records are weighed, if that is what is done.
    pub fn rules(&self) -> Option<&Rules> {
        match &self.action {
            BulkAction::Weigh { rules } => Some(rules),
            _ => None,
        }
    }

    /// What is taken down of each, if that is what is done.
    pub fn consent(&self) -> Option<&ConsentOfMany> {
        match &self.action {
            BulkAction::RecordConsent(consent) => Some(consent),
            _ => None,
        }
    }

    /// The list that records come into or leave, if that is what is done.
    pub fn list(&self) -> Option<(Verb, Uuid)> {
        self.action.list()
    }

    pub fn on(&mut self, countries: Countries<'_>) -> Result<&Deed, Refusal> {
        let key = (countries.own.map(str::to_owned), countries.account.map(str::to_owned));
        if !self.by_country.contains_key(&key) {
            let deed = self.read(countries).map_err(|_| Refusal::Value);
            self.by_country.insert(key.clone(), deed);
        }
        self.by_country[&key].as_ref().map_err(|refusal| *refusal)
    }

    fn values(
        &self,
        fields: &Map<String, Value>,
        countries: Countries<'_>,
    ) -> Result<BTreeMap<String, Candidate>, CommandError> {
        candidates(self.entity, fields, countries, self.now.date_naive(), &self.definitions)
    }

    fn read(&self, countries: Countries<'_>) -> Result<Deed, CommandError> {
        let read = |fields: &Map<String, Value>| self.values(fields, countries);
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
            BulkAction::Weigh { rules } => Deed::Weigh(rules.clone()),
            BulkAction::Merge { .. } => Deed::Merge,
            BulkAction::AcceptIndustry { at_least } => Deed::AcceptIndustry { at_least: *at_least },
            BulkAction::RejectIndustry { reason } => Deed::RejectIndustry { reason: reason.clone() },
            BulkAction::AddToList { .. } => Deed::List(Verb::Add),
            BulkAction::RemoveFromList { .. } => Deed::List(Verb::Remove),
            BulkAction::RecordConsent(consent) => {
                consent.check(self.now)?;
                Deed::RecordConsent(consent.clone())
            }
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
