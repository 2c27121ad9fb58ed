//! Creating one contact by hand or by API.

use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::command::ContactCommand;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::fields::value::FieldValue;
use pivotal_domain::audience::record::write::Write;
use pivotal_domain::audience::values::email::EmailAddress;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::{account_by_email, country_of_account, manual_link, source_of};
use crate::audience::record::input::{Countries, Standing, asks_the_account, read_fields};
use crate::audience::record::reach::authorise_on;
use crate::audience::record::restriction::may_restrict;
use crate::audience::record::taken::named;
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
    let account = if asks_the_account(ctx, &input.fields, None).await? {
        // By the email as it was sent: one that cannot be read is refused below, and finds no account here.
        let email =
            input.fields.get("email").and_then(Value::as_str).and_then(|raw| EmailAddress::parse(raw).ok());
        let linked = match input.account_id {
            None => account_by_email(ctx, email.as_ref().map(EmailAddress::as_str))
                .await?
                .map(|link| link.account_id),
            chosen => chosen,
        };
        country_of_account(ctx, linked).await?
    } else {
        None
    };
    let countries = Countries { own: None, account: account.as_deref() };
    let values = read_fields(ctx, Entity::Contact, &input.fields, Standing::of_new(actor), countries).await?;
    may_restrict(ctx, actor, &values).await?;
    let email =
        values.get("email").and_then(|candidate| candidate.value.as_ref()).and_then(FieldValue::as_text);
    let account = match manual_link(ctx, input.account_id).await? {
        Some(link) => Some(link),
        None => account_by_email(ctx, email).await?,
    };
    let (id, given) = (Uuid::now_v7(), values.clone());
    let write = Write { source: source_of(actor), at: now, values };
    let done = execute_new::<Contact, _, _>(
        ctx,
        id,
        &actor.metadata(),
        repeatable,
        |contact| Ok(contact.decide(ContactCommand::Create { write, account })?),
        no_jobs,
    )
    .await;
    match done {
        Err(error) => Err(named(ctx, actor, (Entity::Contact, id), &given, error).await),
        done => done,
    }
}
