//! Bringing back what fields of an account held before: an ordinary edit, with values from another moment of its life.

use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;

use super::update::{Change, write_fields};
use crate::audience::record::collisions::starting_over;
use crate::audience::record::earlier::{Earlier, RestoreValues, must_name_fields, values};
use crate::audience::record::reach::authorise_on;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Executed;

pub async fn restore_account_values(
    ctx: &Context,
    actor: &Actor,
    input: RestoreValues,
) -> Result<Executed<Account>, CommandError> {
    starting_over(input.expected_version, || restore(ctx, actor, &input)).await
}

async fn restore(
    ctx: &Context,
    actor: &Actor,
    input: &RestoreValues,
) -> Result<Executed<Account>, CommandError> {
    let reach = authorise_on(actor, Entity::Account, Permission::AccountsEdit)?
        .over::<Account>(ctx, input.id)
        .await?;
    must_name_fields(&input.fields)?;
    let before = ctx.log.load::<Account>(input.id).await?;
    reach.check(&before.state.record)?;
    // What stands in the way of any edit is said before what stands in the way of these values.
    before.state.must_be_active()?;
    let then = Earlier::<Account>::find(ctx, input.id, input.moment).await?;
    let change = Change {
        id: input.id,
        values: values(ctx, Entity::Account, &then.state.record, &input.fields, None).await?,
        expected_version: input.expected_version,
        metadata: then.metadata(actor.metadata()),
        repeatable: input.repeatable(actor),
    };
    write_fields(ctx, actor, &reach, before.sequence, change).await
}
