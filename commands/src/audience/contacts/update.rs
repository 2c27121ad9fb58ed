//! Changing fields of one contact, and its account. Two people who change different fields do not disturb each other.

use std::collections::BTreeMap;

use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::command::ContactCommand;
use pivotal_domain::audience::contacts::events::{ContactEvent, LinkKind};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::write::{Candidate, Write};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::log::metadata::Metadata;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::{account_by_email, country_of_account, manual_link, source_of};
use crate::audience::record::collisions::{Collisions, starting_over};
use crate::audience::record::input::{Countries, Standing, asks_the_account, read_fields};
use crate::audience::record::reach::{Reach, authorise_on};
use crate::audience::record::restriction::may_restrict;
use crate::audience::record::taken::named;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, Repeatable, execute, no_jobs};

#[derive(Debug, Clone)]
pub struct UpdateContact {
    pub id: Uuid,
    /// Catalogue key to raw value; `null` clears.
    pub fields: Map<String, Value>,
    pub account_id: Option<Uuid>,
    pub unlink_account: bool,
    /// The version the person was looking at. Fields changed since by somebody else are refused, the others go in.
    pub expected_version: Option<i64>,
    pub idempotency_key: Option<String>,
}

pub async fn update_contact(
    ctx: &Context,
    actor: &Actor,
    input: UpdateContact,
) -> Result<Executed<Contact>, CommandError> {
    starting_over(input.expected_version, || update(ctx, actor, &input)).await
}

async fn update(
    ctx: &Context,
    actor: &Actor,
    input: &UpdateContact,
) -> Result<Executed<Contact>, CommandError> {
    let reach = authorise_on(actor, Entity::Contact, Permission::ContactsEdit)?
        .over::<Contact>(ctx, input.id)
        .await?;
    let repeatable = Repeatable::new(
        &actor.user_id.to_string(),
        input.idempotency_key.as_deref(),
        &(input.id, &input.fields, input.account_id, input.unlink_account),
    );
    let before = ctx.log.load::<Contact>(input.id).await?;
    let own = before.state.record.text("country");
    let account = if asks_the_account(ctx, &input.fields, own).await? {
        let held = before.state.account.map(|link| link.account_id).filter(|_| !input.unlink_account);
        country_of_account(ctx, input.account_id.or(held)).await?
    } else {
        None
    };
    let countries = Countries { own, account: account.as_deref() };
    let values = read_fields(ctx, Entity::Contact, &input.fields, Standing::Held, countries).await?;
    let change = Change {
        id: input.id,
        values,
        account_id: input.account_id,
        unlink_account: input.unlink_account,
        expected_version: input.expected_version,
        metadata: actor.metadata(),
        repeatable,
    };
    write_fields(ctx, actor, &reach, before.sequence, change).await
}

/// What an edit comes to once its values are read.
#[derive(Debug, Clone)]
pub(super) struct Change {
    pub id: Uuid,
    pub values: BTreeMap<String, Candidate>,
    pub account_id: Option<Uuid>,
    pub unlink_account: bool,
    pub expected_version: Option<i64>,
    pub metadata: Metadata,
    pub repeatable: Option<Repeatable>,
}

/// `current` is the version as last loaded.
pub(super) async fn write_fields(
    ctx: &Context,
    actor: &Actor,
    reach: &Reach<'_>,
    current: i64,
    change: Change,
) -> Result<Executed<Contact>, CommandError> {
    let Change { id, values, account_id, unlink_account, expected_version, metadata, repeatable } = change;
    may_restrict(ctx, actor, &values).await?;
    let now = ctx.now();
    let chosen = manual_link(ctx, account_id).await?;
    let new_email =
        values.get("email").and_then(|candidate| candidate.value.as_ref()).and_then(|value| value.as_text());
    let by_email = match (chosen, unlink_account, new_email) {
        (None, false, Some(email)) => account_by_email(ctx, Some(email)).await?,
        _ => None,
    };
    let collisions = Collisions::find::<ContactEvent>(ctx, id, expected_version, current, &values).await?;
    let source = source_of(actor);
    let write = Write { source: source.clone(), at: now, values };
    let done = execute::<Contact, _, _>(
        ctx,
        id,
        &metadata,
        repeatable,
        |loaded| {
            reach.check(&loaded.state.record)?;
            collisions.refuse(loaded)?;
            let mut contact = loaded.state.clone();
            let mut events = Vec::new();
            // The link first: with an account, a name alone identifies.
            let link =
                chosen.or(by_email.filter(|_| contact.account.is_none_or(|link| link.how == LinkKind::Auto)));
            if let Some(link) = link {
                events.extend(contact.decide(ContactCommand::LinkAccount {
                    source: source.clone(),
                    at: now,
                    link,
                })?);
            } else if unlink_account {
                events.extend(
                    contact.decide(ContactCommand::UnlinkAccount { source: source.clone(), at: now })?,
                );
            }
            for event in &events {
                cqrs_es::Aggregate::apply(&mut contact, event.clone());
            }
            events.extend(contact.decide(ContactCommand::Write(write.clone()))?);
            Ok(events)
        },
        no_jobs,
    )
    .await;
    match done {
        Err(error) => Err(named(ctx, actor, (Entity::Contact, id), &write.values, error).await),
        done => done,
    }
}
