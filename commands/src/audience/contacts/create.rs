//! Creating one contact by hand or by API.

use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::command::ContactCommand;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::record::write::Write;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::{account_by_email, manual_link, source_of};
use crate::audience::record::input::{Standing, read_fields};
use crate::audience::record::reach::authorise_on;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, Repeatable, execute_new, no_jobs};

#[derive(Debug, Clone)]
pub struct CreateContact {
    /// Catalogue key to raw value.
    pub fields: Map<String, Value>,
    /// Chosen by a person; without it the email's domain links.
    pub account_id: Option<Uuid>,
    pub idempotency_key: Option<String>,
}

pub async fn create_contact(
    ctx: &Context,
    actor: &Actor,
    input: CreateContact,
) -> Result<Executed<Contact>, CommandError> {
    authorise_on(actor, Entity::Contact, Permission::ContactsEdit)?.to_create()?;
    let now = ctx.now();
    let repeatable = Repeatable::new(
        &actor.user_id.to_string(),
        input.idempotency_key.as_deref(),
        &(&input.fields, input.account_id),
    );
    let values = read_fields(ctx, Entity::Contact, &input.fields, Standing::of_new(actor)).await?;
    let email =
        values.get("email").and_then(|candidate| candidate.value.as_ref()).and_then(FieldValue::as_text);
    let account = match manual_link(ctx, input.account_id).await? {
        Some(link) => Some(link),
        None => account_by_email(ctx, email).await?,
    };
    let write = Write { source: source_of(actor), at: now, values };
    execute_new::<Contact, _, _>(
        ctx,
        Uuid::now_v7(),
        &actor.metadata(),
        repeatable,
        |contact| Ok(contact.decide(ContactCommand::Create { write, account })?),
        no_jobs,
    )
    .await
}
