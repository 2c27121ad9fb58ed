//! Who has the value that is unique and taken: said by name, to those who may see that record.

use std::collections::BTreeMap;

use pivotal_domain::audience::accounts::{self, Account};
use pivotal_domain::audience::contacts::{self, Contact};
use pivotal_domain::audience::custom_fields::unique;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::reach::permission_to_view;
use pivotal_domain::audience::record::state::{RecordState, Standing};
use pivotal_domain::audience::record::write::Candidate;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::policy::Scope;
use uuid::Uuid;

use crate::audience::custom_fields::definitions;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::lookup::claim_owner;

/// The refusal of a write with the name of the record in the way. Any other error is given back as it is.
pub async fn named(
    ctx: &Context,
    actor: &Actor,
    (entity, id): (Entity, Uuid),
    values: &BTreeMap<String, Candidate>,
    error: CommandError,
) -> CommandError {
    let CommandError::Rejected(rejections) = &error else { return error };
    let taken = match (entity, rejections.as_slice()) {
        (Entity::Contact, [one]) if one.code == "EMAIL_TAKEN" => {
            wanted(values, &["email"], contacts::keys::EMAIL)
        }
        (_, [one]) if one.code == "CUSTOM_FIELD_TAKEN" => {
            return custom(ctx, actor, (entity, id), values, error).await;
        }
        (Entity::Account, [one]) if one.code == "DOMAIN_TAKEN" => {
            wanted(values, &["domain", "alternate_domains"], accounts::keys::DOMAIN)
        }
        _ => return error,
    };
    if actor.scope(permission_to_view(entity)) != Scope::All {
        return error;
    }
    for (field, scope, value) in taken {
        // Of several values the record itself may have some. Who cannot be looked up stays without a name.
        if let Ok(Some(owner)) = claim_owner(ctx, scope, &value).await
            && owner != id
            && let Ok(Some(name)) = name_of(ctx, entity, owner).await
        {
            return CommandError::rejected(refusal(entity, field, &value, &name, owner));
        }
    }
    error
}

/// The unique custom field that another record holds the value of.
async fn custom(
    ctx: &Context,
    actor: &Actor,
    (entity, id): (Entity, Uuid),
    values: &BTreeMap<String, Candidate>,
    error: CommandError,
) -> CommandError {
    let Ok(definitions) = definitions(ctx, entity).await else { return error };
    for field in definitions.unique() {
        let value = values.get(&field.key).and_then(|candidate| candidate.value.as_ref());
        let Some((scope, key)) = value.and_then(|value| unique::claim(entity, &field.key, value)) else {
            continue;
        };
        let Ok(Some(owner)) = claim_owner(ctx, scope, &key).await else { continue };
        if owner == id {
            continue;
        }
        let seen = actor.scope(permission_to_view(entity)) == Scope::All;
        let name = if seen { name_of(ctx, entity, owner).await.ok().flatten() } else { None };
        let who = name.unwrap_or_else(|| format!("Another {}", entity.as_str()));
        let message = format!(
            "{who} has this {} already, and only one may. Enter another, or merge the two.",
            field.label
        );
        let record = seen.then_some(owner);
        return CommandError::rejected(Rejection {
            record,
            ..Rejection::of_field(&field.key, "CUSTOM_FIELD_TAKEN", message)
        });
    }
    error
}

fn wanted(
    values: &BTreeMap<String, Candidate>,
    fields: &[&'static str],
    scope: &'static str,
) -> Vec<(&'static str, &'static str, String)> {
    let texts = |field: &str| {
        let value = values.get(field).and_then(|candidate| candidate.value.as_ref());
        value.map(|value| value.texts().to_vec()).unwrap_or_default()
    };
    fields.iter().flat_map(|field| texts(field).into_iter().map(|text| (*field, scope, text))).collect()
}

fn refusal(entity: Entity, field: &str, value: &str, name: &str, owner: Uuid) -> Rejection {
    let refused = match entity {
        Entity::Contact => Rejection::of_field(
            field,
            "EMAIL_TAKEN",
            format!("{name} has the email {value}. Open that contact, or merge the two."),
        ),
        Entity::Account => Rejection::of_field(
            field,
            "DOMAIN_TAKEN",
            format!("{name} has the domain {value}. Open that account, or use another domain."),
        ),
    };
    Rejection { record: Some(owner), ..refused }
}

async fn name_of(ctx: &Context, entity: Entity, id: Uuid) -> Result<Option<String>, CommandError> {
    let (record, keys) = match entity {
        Entity::Contact => (ctx.log.load::<Contact>(id).await?.state.record, ["full_name", "email"]),
        Entity::Account => (ctx.log.load::<Account>(id).await?.state.record, ["name", "domain"]),
    };
    Ok(keys.iter().find_map(|key| record.text(key)).map(|name| standing(name, &record)))
}

/// Who is looked for in the list should be known to be in the archive.
fn standing(name: &str, record: &RecordState) -> String {
    if record.standing == Standing::Archived { format!("{name} (archived)") } else { name.to_owned() }
}
