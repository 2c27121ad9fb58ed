//! Bringing back what fields of a contact held before: an ordinary edit, with values from another moment of its life.

use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;

use super::country_of_account;
use super::update::{Change, write_fields};
use crate::audience::record::collisions::starting_over;
use crate::audience::record::earlier::{Earlier, RestoreValues, must_name_fields, values};
use crate::audience::record::reach::authorise_on;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Executed;

/// Not a value among others: a link, which a person then has made by hand.
const ACCOUNT: &str = "account";

pub async fn restore_contact_values(
    ctx: &Context,
    actor: &Actor,
    input: RestoreValues,
) -> Result<Executed<Contact>, CommandError> {
    starting_over(input.expected_version, || restore(ctx, actor, &input)).await
}

async fn restore(
    ctx: &Context,
    actor: &Actor,
    input: &RestoreValues,
) -> Result<Executed<Contact>, CommandError> {
    let reach = authorise_on(actor, Entity::Contact, Permission::ContactsEdit)?
        .over::<Contact>(ctx, input.id)
        .await?;
    must_name_fields(&input.fields)?;
    let before = ctx.log.load::<Contact>(input.id).await?;
    reach.check(&before.state.record)?;
    // What stands in the way of any edit is said before what stands in the way of these values.
    before.state.must_be_active()?;
    let then = Earlier::<Contact>::find(ctx, input.id, input.moment).await?;
    let (links, fields): (Vec<String>, Vec<String>) =
        input.fields.iter().cloned().partition(|key| key == ACCOUNT);
    let account = then.state.account.map(|link| link.account_id);
    let country = country_of_account(ctx, account).await?;
    let change = Change {
        id: input.id,
        values: values(ctx, Entity::Contact, &then.state.record, &fields, country.as_deref()).await?,
        account_id: account.filter(|_| !links.is_empty()),
        unlink_account: account.is_none() && !links.is_empty(),
        expected_version: input.expected_version,
        metadata: then.metadata(actor.metadata()),
        repeatable: input.repeatable(actor),
    };
    write_fields(ctx, actor, &reach, before.sequence, change).await
}
