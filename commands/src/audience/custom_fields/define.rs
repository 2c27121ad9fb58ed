//! A new custom field, from the settings or in the middle of an import.

use pivotal_domain::audience::custom_fields::CustomFields;
use pivotal_domain::audience::custom_fields::command::{CustomFieldCommand, NewField};
use pivotal_domain::audience::custom_fields::definition::Definition;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;

use super::change::run;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, Repeatable};
use crate::ports::custom_values::CustomValues;

#[derive(Debug, Clone)]
pub struct DefineCustomField {
    pub field: NewField,
    pub idempotency_key: Option<String>,
}

/// Answers with the field as well: its key was worked out.
pub async fn define_custom_field(
    ctx: &Context,
    values: &dyn CustomValues,
    actor: &Actor,
    input: DefineCustomField,
) -> Result<(Executed<CustomFields>, Definition), CommandError> {
    authorise_all(actor, Permission::CustomFieldsDefine)?;
    let DefineCustomField { field, idempotency_key } = input;
    let repeatable = Repeatable::new(
        &actor.user_id.to_string(),
        idempotency_key.as_deref(),
        &("define_custom_field", &field),
    );
    let command = CustomFieldCommand::Define { field: field.clone(), at: ctx.now() };
    let done = run(ctx, values, actor, repeatable, field.entity, command).await?;
    // The latest that is called so: a repeated request may find that more were defined since.
    let label = field.label.split_whitespace().collect::<Vec<_>>().join(" ");
    let defined = done.state.fields.iter().rev().find(|one| one.label == label).or(done.state.fields.last());
    let defined = defined.cloned().ok_or_else(|| CommandError::unexpected("a field that was not defined"))?;
    Ok((done, defined))
}
