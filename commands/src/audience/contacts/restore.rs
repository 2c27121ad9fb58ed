//! Bringing an archived contact back.

use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::command::ContactCommand;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::{link_when_restored, source_of};
use crate::audience::record::reach::authorise_on;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, Repeatable, execute};

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
    execute::<Contact, _, _>(
        ctx,
        input.id,
        &actor.metadata(),
        repeatable,
        |loaded| {
            reach.check(&loaded.state.record)?;
            Ok(loaded.state.decide(ContactCommand::Restore { source: source.clone(), at })?)
        },
        link_when_restored(ctx, input.id).await?,
    )
    .await
}
