//! Bringing an archived contact back.

use pivotal_domain::audience::accounts::keys as account_keys;
use pivotal_domain::audience::contacts::command::ContactCommand;
use pivotal_domain::audience::contacts::{Contact, keys};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::{on_account_domain, source_of};
use crate::audience::record::reach::authorise_on;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, Repeatable, execute};
use crate::lookup::claim_owner;

#[derive(Debug, Clone)]
pub struct RestoreContact {
    pub id: Uuid,
    pub idempotency_key: Option<String>,
}

pub async fn restore_contact(
    ctx: &Context,
    actor: &Actor,
    input: RestoreContact,
) -> Result<Executed<Contact>, CommandError> {
    let reach = authorise_on(actor, Entity::Contact, Permission::ContactsArchive)?
        .over::<Contact>(ctx, input.id)
        .await?;
    let repeatable =
        Repeatable::new(&actor.user_id.to_string(), input.idempotency_key.as_deref(), &("restore", input.id));
    let (source, at) = (source_of(actor), ctx.now());
    // While it was archived an account may have come that its email's domain belongs to.
    let before = ctx.log.load::<Contact>(input.id).await?;
    let domain = before.state.record.text("email").and_then(keys::linking_domain);
    let account = match &domain {
        Some(domain) => claim_owner(ctx, account_keys::DOMAIN, domain).await?,
        None => None,
    };
    execute::<Contact, _, _>(
        ctx,
        input.id,
        &actor.metadata(),
        repeatable,
        |loaded| {
            reach.check(&loaded.state.record)?;
            Ok(loaded.state.decide(ContactCommand::Restore { source: source.clone(), at })?)
        },
        |before, after| match (account, &domain) {
            (Some(account), Some(domain)) if after.account.is_none() && !before.record.is_active() => {
                Ok(vec![on_account_domain::job(account, vec![domain.clone()])?])
            }
            _ => Ok(Vec::new()),
        },
    )
    .await
}
