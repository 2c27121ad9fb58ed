//! The sample's custom fields: what a team keeps about people and companies that no standard field holds.

use pivotal_commands::audience::custom_fields::archive::{archive_custom_field, restore_custom_field};
use pivotal_commands::audience::custom_fields::define::{DefineCustomField, define_custom_field};
use pivotal_commands::audience::custom_fields::definitions;
use pivotal_commands::context::Context;
use pivotal_commands::error::CommandError;
use pivotal_commands::ports::custom_values::FixedValues;
use pivotal_domain::audience::custom_fields::command::NewField;
use pivotal_domain::audience::custom_fields::definition::FieldType;
use pivotal_domain::audience::fields::catalogue::Entity;

use super::seeder;

struct Field {
    entity: Entity,
    label: &'static str,
    key: &'static str,
    field_type: FieldType,
    options: &'static [&'static str],
}

pub const INTERESTS: &[&str] = &["Webinars", "Case studies", "Product tours", "Roundtables"];
pub const TIERS: &[&str] = &["Strategic", "Growth", "Standard"];

#[rustfmt::skip]
static ALL: &[Field] = &[
    Field { entity: Entity::Contact, label: "Preferred content", key: "custom.preferred_content", field_type: FieldType::Multi, options: INTERESTS },
    Field { entity: Entity::Contact, label: "Met at event", key: "custom.met_at_event", field_type: FieldType::Date, options: &[] },
    Field { entity: Entity::Account, label: "Tier", key: "custom.tier", field_type: FieldType::Choice, options: TIERS },
    Field { entity: Entity::Account, label: "Contract renewal", key: "custom.contract_renewal", field_type: FieldType::Date, options: &[] },
    Field { entity: Entity::Account, label: "Licensed seats", key: "custom.licensed_seats", field_type: FieldType::Number, options: &[] },
];

/// Defines what is not there and brings back what the sample's removal archived. What an organisation defined itself under
/// one of these names stays as it is, and gets no values. Answers the last position and the keys to leave out.
pub async fn add(ctx: &Context) -> Result<(Option<i64>, Vec<&'static str>), CommandError> {
    let (mut last, mut theirs) = (None, Vec::new());
    for field in ALL {
        let position = match definitions(ctx, field.entity).await?.get(field.key) {
            Some(held) if held.archived && held.field_type == field.field_type => {
                let restored = restore_custom_field(ctx, &seeder(), field.entity, field.key).await;
                or_theirs(restored.map(|done| done.position), field.key, &mut theirs)?
            }
            Some(held) => {
                let fits = held.field_type == field.field_type
                    && field.options.iter().all(|option| held.option(option).is_some_and(|one| !one.retired));
                if !fits {
                    theirs.push(field.key);
                }
                None
            }
            None => {
                let options = field.options.iter().map(ToString::to_string).collect();
                let (entity, label, field_type) = (field.entity, field.label.to_owned(), field.field_type);
                let (required, unique, default) = (false, false, None);
                let new = NewField { entity, label, field_type, options, required, unique, default };
                // Nothing it says could contradict a value: none of them is unique.
                let input = DefineCustomField { field: new, idempotency_key: None };
                let defined = define_custom_field(ctx, &FixedValues::default(), &seeder(), input).await;
                or_theirs(defined.map(|(done, _)| done.position), field.key, &mut theirs)?
            }
        };
        last = last.max(position);
    }
    Ok((last, theirs))
}

/// A name that an organisation gave to another field is no reason to do without the rest of the sample.
fn or_theirs(
    done: Result<Option<i64>, CommandError>,
    key: &'static str,
    theirs: &mut Vec<&'static str>,
) -> Result<Option<i64>, CommandError> {
    match done {
        Err(CommandError::Rejected(_)) => {
            theirs.push(key);
            Ok(None)
        }
        done => done,
    }
}

/// Archives those that are as the sample defined them. Values that people gave meanwhile stay in their records.
pub async fn remove(ctx: &Context) -> Result<Option<i64>, CommandError> {
    let mut last = None;
    for field in ALL {
        let held = definitions(ctx, field.entity).await?.get(field.key).cloned();
        let as_it_was = held.is_some_and(|held| {
            held.label == field.label
                && held.field_type == field.field_type
                && held.options.len() == field.options.len()
                && !held.required
        });
        if as_it_was {
            last = last.max(archive_custom_field(ctx, &seeder(), field.entity, field.key).await?.position);
        }
    }
    Ok(last)
}
