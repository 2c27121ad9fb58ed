//! Saying which column fills which field.

use pivotal_domain::audience::imports::Import;
use pivotal_domain::audience::imports::command::ImportCommand;
use pivotal_domain::audience::imports::kind::ImportKind;
use pivotal_domain::audience::imports::mapping::ColumnMapping;
use pivotal_domain::audience::record::change::WriteRule;
use pivotal_domain::audience::values::country::Country;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::plan::CustomFields;
use super::preview;
use crate::audience::record::restriction::must_be_open;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::{Executed, execute, no_jobs};

#[derive(Debug, Clone)]
pub struct MapImport {
    pub id: Uuid,
    pub name: Option<String>,
    /// ISO code or name: for phone numbers written without `+`.
    pub default_country: Option<String>,
    pub mapping: Vec<ColumnMapping>,
    pub kind: ImportKind,
    /// The client whose file it is: what it makes may be used for that client only.
    pub supplied_by: Option<Uuid>,
}

pub async fn map_import(
    ctx: &Context,
    actor: &Actor,
    input: MapImport,
) -> Result<Executed<Import>, CommandError> {
    authorise_all(actor, Permission::ImportsRun)?;
    authorise_rules(actor, &input.mapping)?;
    let default_country = match input
        .default_country
        .as_deref()
        .map(str::trim)
        .filter(|country| !country.is_empty())
    {
        None => None,
        Some(country) => Some(
            Country::parse(country)
                .ok_or_else(|| {
                    CommandError::rejected(Rejection::of_field(
                        "defaultCountry",
                        "COUNTRY_UNKNOWN",
                        format!(
                            "{country:?} is not a country. Use its name or two-letter code, for example DK."
                        ),
                    ))
                })?
                .code()
                .to_owned(),
        ),
    };
    refuse_archived(ctx, &input.mapping).await?;
    if let Some(client) = input.supplied_by {
        must_be_open(ctx, client, "suppliedBy").await?;
    }
    let at = ctx.now();
    let before = ctx.log.load::<Import>(input.id).await?.state;
    let mapped = execute::<Import, _, _>(
        ctx,
        input.id,
        &actor.metadata(),
        None,
        |loaded| {
            Ok(loaded.state.decide(ImportCommand::Map {
                at,
                name: input.name.clone(),
                default_country: default_country.clone(),
                mapping: input.mapping.clone(),
                kind: input.kind,
                supplied_by: input.supplied_by,
            })?)
        },
        no_jobs,
    )
    .await?;
    if mapped.position.is_some() {
        preview::start::stop(ctx, &before).await?;
    }
    Ok(mapped)
}

/// A field that was archived takes no values any more, from whatever mapping they come.
pub(super) async fn refuse_archived(ctx: &Context, mapping: &[ColumnMapping]) -> Result<(), CommandError> {
    let custom = CustomFields::load(ctx, mapping).await?;
    let archived = mapping.iter().filter_map(|one| {
        let definition = custom.of(one.entity.into()).get(&one.field)?;
        definition.archived.then(|| {
            let message = format!(
                "The custom field \"{}\" was archived. Choose another field for the column, or restore it in the settings.",
                definition.label
            );
            Rejection::of_field("mapping", "CUSTOM_FIELD_ARCHIVED", message)
        })
    });
    let problems: Vec<Rejection> = archived.collect();
    if problems.is_empty() { Ok(()) } else { Err(CommandError::Rejected(problems)) }
}

/// Where a column overwrites, what people typed goes too: that is a change in bulk, whatever carries it.
pub(super) fn authorise_rules(actor: &Actor, mapping: &[ColumnMapping]) -> Result<(), CommandError> {
    if mapping.iter().any(|column| column.rule == WriteRule::Overwrite) {
        authorise_all(actor, Permission::RecordsBulk)?;
    }
    Ok(())
}
