//! Archiving: the contact leaves every list and keeps its history; it can be restored.

use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::command::ContactCommand;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use crate::audience::contacts::source_of;
use crate::audience::record::reach::authorise_on;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, Repeatable, execute, no_jobs};
use crate::reason::check_reason;

#[derive(Debug, Clone)]
pub struct ArchiveContact {
    pub id: Uuid,
    /// Shown in the history.
    pub reason: Option<String>,
    pub idempotency_key: Option<String>,
}

pub async fn archive_contact(
    ctx: &Context,
    actor: &Actor,
    input: ArchiveContact,
) -> Result<Executed<Contact>, CommandError> {
    let reach = authorise_on(actor, Entity::Contact, Permission::ContactsArchive)?
        .over::<Contact>(ctx, input.id)
        .await?;
    check_reason(input.reason.as_deref())?;
    let repeatable =
        Repeatable::new(&actor.user_id.to_string(), input.idempotency_key.as_deref(), &("archive", input.id));
    let (source, at) = (source_of(actor), ctx.now());
    execute::<Contact, _, _>(
        ctx,
        input.id,
        &actor.metadata(),
        repeatable,
        |loaded| {
            reach.check(&loaded.state.record)?;
            Ok(loaded.state.decide(ContactCommand::Archive {
                source: source.clone(),
                at,
                reason: input.reason.clone(),
            })?)
        },
        no_jobs,
    )
    .await
}
