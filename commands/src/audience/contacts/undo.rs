//! Taking back one event of a contact with a compensating one.

use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::command::ContactCommand;
use pivotal_domain::audience::contacts::events::ContactEvent;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::source::Source;
use pivotal_domain::audience::record::write::Write;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_log::reader;
use uuid::Uuid;

use super::link_when_restored;
use crate::audience::merge::undone_as_a_whole;
use crate::audience::record::reach::authorise_on;
use crate::audience::record::restriction::may_take_back;
use crate::audience::record::undo::compensation::compensation;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::{Executed, Repeatable, execute};

#[derive(Debug, Clone)]
pub struct UndoContact {
    pub id: Uuid,
    /// Of the event to take back.
    pub position: i64,
    /// Overwrite what was changed since.
    pub force: bool,
    pub idempotency_key: Option<String>,
}

pub async fn undo_contact(
    ctx: &Context,
    actor: &Actor,
    input: UndoContact,
) -> Result<Executed<Contact>, CommandError> {
    let mut reach = authorise_on(actor, Entity::Contact, Permission::ContactsEdit)?
        .over::<Contact>(ctx, input.id)
        .await?;
    let entries = reader::read_record(&ctx.log.pools.write, "contact", input.id).await?;
    let entry = entries
        .iter()
        .find(|entry| entry.position == input.position)
        .ok_or_else(|| CommandError::NotFound("This contact has no such change.".into()))?;
    let keys = reader::keys_for(&ctx.log.keys, std::slice::from_ref(entry)).await?;
    let event: ContactEvent = entry.event(&keys, ctx.log.upcasters())?;
    if archives_or_restores(&event) {
        reach = reach.and(Permission::ContactsArchive)?.over::<Contact>(ctx, input.id).await?;
    }
    if let ContactEvent::ContactFieldsChanged { changes, .. } = &event {
        may_take_back(actor, changes)?;
    }
    let (source, at) = (Source::Undo { position: input.position }, ctx.now());
    let mut metadata = actor.metadata();
    metadata.causation = Some(input.position);
    let repeatable = Repeatable::new(
        &actor.user_id.to_string(),
        input.idempotency_key.as_deref(),
        &("undo", input.id, input.position, input.force),
    );
    execute::<Contact, _, _>(
        ctx,
        input.id,
        &metadata,
        repeatable,
        |loaded| {
            reach.check(&loaded.state.record)?;
            let contact = &loaded.state;
            let command = match &event {
                ContactEvent::ContactFieldsChanged { changes, .. } => ContactCommand::Write(Write {
                    source: source.clone(),
                    at,
                    values: compensation(Entity::Contact, &contact.record, changes, input.force)?,
                }),
                ContactEvent::ContactAccountLinked { previous: Some(previous), .. }
                | ContactEvent::ContactAccountUnlinked { previous, .. } => {
                    // Whoever takes a link back has decided by hand.
                    let link = pivotal_domain::audience::contacts::events::AccountLink {
                        how: pivotal_domain::audience::contacts::events::LinkKind::Manual,
                        ..*previous
                    };
                    ContactCommand::LinkAccount { source: source.clone(), at, link }
                }
                ContactEvent::ContactAccountLinked { previous: None, .. } => {
                    ContactCommand::UnlinkAccount { source: source.clone(), at }
                }
                ContactEvent::ContactArchived { .. } => {
                    ContactCommand::Restore { source: source.clone(), at }
                }
                ContactEvent::ContactCreated { .. } | ContactEvent::ContactRestored { .. } => {
                    ContactCommand::Archive { source: source.clone(), at, reason: Some("undone".into()) }
                }
                ContactEvent::ContactMerged { .. }
                | ContactEvent::ContactMergedInto { .. }
                | ContactEvent::ContactUnmerged { .. } => return Err(undone_as_a_whole()),
                ContactEvent::ContactErased { .. } => {
                    return Err(CommandError::rejected(Rejection::new(
                        "CONTACT_ERASED",
                        "An erasure cannot be undone: the person's data is gone.",
                    )));
                }
            };
            Ok(contact.decide(command)?)
        },
        link_when_restored(ctx, input.id).await?,
    )
    .await
}

/// Then undoing the event is the opposite, which takes the same permission as doing it by hand.
fn archives_or_restores(event: &ContactEvent) -> bool {
    match event {
        ContactEvent::ContactCreated { .. }
        | ContactEvent::ContactArchived { .. }
        | ContactEvent::ContactRestored { .. } => true,
        ContactEvent::ContactFieldsChanged { .. }
        | ContactEvent::ContactAccountLinked { .. }
        | ContactEvent::ContactAccountUnlinked { .. }
        | ContactEvent::ContactErased { .. }
        | ContactEvent::ContactMerged { .. }
        | ContactEvent::ContactMergedInto { .. }
        | ContactEvent::ContactUnmerged { .. } => false,
    }
}
