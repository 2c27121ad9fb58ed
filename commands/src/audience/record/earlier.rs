//! Values a record had at another moment, ready to be written again by an ordinary edit.

use std::collections::BTreeMap;

use cqrs_es::Aggregate;
use pivotal_domain::audience::fields::catalogue::{Entity, custom_name, field, label_of};
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::record::change::WriteRule;
use pivotal_domain::audience::record::moment::{AsOf, Last, Moment, RecordEvent, fold};
use pivotal_domain::audience::record::state::RecordState;
use pivotal_domain::audience::record::write::Candidate;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::log::metadata::Metadata;
use pivotal_domain::log::personal::LoggedEvent;
use pivotal_log::reader::{keys_for, read_record};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::input::{Countries, Standing, comes_with, read_fields};
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::Repeatable;

/// More than a record has.
const FIELDS_MAX: usize = 500;

/// Which fields, and from when.
#[derive(Debug, Clone)]
pub struct RestoreValues {
    pub id: Uuid,
    /// Catalogue keys; `account` is a contact's account.
    pub fields: Vec<String>,
    pub moment: Moment,
    /// The version the person was looking at. Fields changed since by somebody else are refused.
    pub expected_version: Option<i64>,
    pub idempotency_key: Option<String>,
}

impl RestoreValues {
    pub fn repeatable(&self, actor: &Actor) -> Option<Repeatable> {
        Repeatable::new(
            &actor.user_id.to_string(),
            self.idempotency_key.as_deref(),
            &("restore", self.id, &self.fields, self.moment),
        )
    }
}

/// A record as it was, for whoever takes values from it.
#[derive(Debug, Clone)]
pub struct Earlier<A> {
    pub state: A,
    last: Last,
    moment: Moment,
}

impl<A> Earlier<A>
where
    A: Aggregate,
    A::Event: LoggedEvent + RecordEvent,
{
    /// Refuses a moment the record has none of.
    pub async fn find(ctx: &Context, id: Uuid, moment: Moment) -> Result<Self, CommandError> {
        let entries = read_record(&ctx.log.pools.write, A::TYPE, id).await?;
        if let Moment::After(position) = moment
            && !entries.iter().any(|entry| entry.position == position)
        {
            return Err(CommandError::NotFound(format!("This {} has no such change.", A::TYPE)));
        }
        let keys = keys_for(&ctx.log.keys, &entries).await?;
        let mut events = Vec::with_capacity(entries.len());
        for entry in &entries {
            events.push((entry.position, entry.event::<A::Event>(&keys, ctx.log.upcasters())?));
        }
        match fold::<A>(events, moment) {
            AsOf { state, last: Some(last) } => Ok(Earlier { state, last, moment }),
            AsOf { last: None, .. } => Err(CommandError::rejected(Rejection::new(
                "RESTORE_BEFORE_CREATION",
                format!("This {} did not exist yet at that moment. Choose a later one.", A::TYPE),
            ))),
        }
    }

    /// What is written beside the edit: who, and the moment the values are of.
    pub fn metadata(&self, by: Metadata) -> Metadata {
        let from = match self.moment {
            Moment::At(at) => at,
            Moment::After(_) | Moment::Now => self.last.at,
        };
        Metadata { causation: Some(self.last.position), restored_from: Some(from), ..by }
    }
}

/// The values of these fields as they were. They pass through what a form's values pass through, because the rules may
/// have changed since: an option that is gone, a custom field that was archived. `account_country`: by which phones of a
/// contact without a country were read.
pub async fn values(
    ctx: &Context,
    entity: Entity,
    record: &RecordState,
    fields: &[String],
    account_country: Option<&str>,
) -> Result<BTreeMap<String, Candidate>, CommandError> {
    let refused: Vec<Rejection> = fields
        .iter()
        .filter_map(|key| match field(entity, key) {
            Some(def) => (!def.writable).then(|| worked_out(entity, key)),
            // An empty value of it would pass for one that is cleared.
            None => custom_name(key).is_none().then(|| unknown(key)),
        })
        .collect();
    if !refused.is_empty() {
        return Err(CommandError::Rejected(refused));
    }
    let mut asked = Map::new();
    for key in fields {
        let raw = record.value(key).map(serde_json::to_value).transpose()?;
        asked.insert(key.clone(), raw.unwrap_or(Value::Null));
    }
    let own = match entity {
        Entity::Contact => record.text("country"),
        Entity::Account => record.text("hq_country"),
    };
    let countries = Countries { own, account: account_country };
    let mut values = read_fields(ctx, entity, &asked, Standing::Held, countries).await?;
    let again = |value: &FieldValue| Candidate::given(value.clone(), WriteRule::Overwrite);
    for key in fields {
        for key in std::iter::once(key.as_str()).chain(comes_with(key).iter().copied()) {
            values.insert(key.to_owned(), record.value(key).map_or_else(Candidate::cleared, again));
        }
    }
    Ok(values)
}

/// Somebody must say which: everything at once is more than anybody means.
pub fn must_name_fields(fields: &[String]) -> Result<(), CommandError> {
    if fields.len() > FIELDS_MAX {
        let message = format!("At most {FIELDS_MAX} fields can be brought back at once. Leave some out.");
        return Err(CommandError::rejected(Rejection::of_field("fields", "RESTORE_TOO_MANY", message)));
    }
    if !fields.is_empty() {
        return Ok(());
    }
    Err(CommandError::rejected(Rejection::of_field(
        "fields",
        "RESTORE_NOTHING",
        "Name at least one field whose value should come back.",
    )))
}

fn unknown(key: &str) -> Rejection {
    let message = format!("There is no field {key:?}. See the field catalogue for the names.");
    Rejection::of_field(key, "FIELD_UNKNOWN", message)
}

fn worked_out(entity: Entity, key: &str) -> Rejection {
    Rejection::of_field(
        key,
        "FIELD_DERIVED",
        format!(
            "{} is worked out from other fields. Restore those, and it follows by itself.",
            label_of(entity, key)
        ),
    )
}
