//! Changing fields of one account. Two people who change different fields do not disturb each other.

use std::collections::BTreeMap;

use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::accounts::command::AccountCommand;
use pivotal_domain::audience::accounts::events::AccountEvent;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::write::{Candidate, Write};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::log::metadata::Metadata;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::{ancestors, link_waiting_contacts};
use crate::audience::contacts::source_of;
use crate::audience::record::collisions::{Collisions, starting_over};
use crate::audience::record::input::{Countries, Standing, read_fields};
use crate::audience::record::reach::{Reach, authorise_on};
use crate::audience::record::restriction::may_restrict;
use crate::audience::record::taken::named;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, Repeatable, execute};

#[derive(Debug, Clone)]
pub struct UpdateAccount {
    pub id: Uuid,
    /// Catalogue key to raw value; `null` clears.
    pub fields: Map<String, Value>,
    /// The version the person was looking at. Fields changed since by somebody else are refused, the others go in.
    pub expected_version: Option<i64>,
    pub idempotency_key: Option<String>,
}

pub async fn update_account(
    ctx: &Context,
    actor: &Actor,
    input: UpdateAccount,
) -> Result<Executed<Account>, CommandError> {
    starting_over(input.expected_version, || update(ctx, actor, &input)).await
}

async fn update(
    ctx: &Context,
    actor: &Actor,
    input: &UpdateAccount,
) -> Result<Executed<Account>, CommandError> {
    let reach = authorise_on(actor, Entity::Account, Permission::AccountsEdit)?
        .over::<Account>(ctx, input.id)
        .await?;
    let repeatable = Repeatable::new(
        &actor.user_id.to_string(),
        input.idempotency_key.as_deref(),
        &(input.id, &input.fields),
    );
    let before = ctx.log.load::<Account>(input.id).await?;
    let countries = Countries::own(before.state.record.text("hq_country"));
    let values = read_fields(ctx, Entity::Account, &input.fields, Standing::Held, countries).await?;
    let change = Change {
        id: input.id,
        values,
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
) -> Result<Executed<Account>, CommandError> {
    let Change { id, values, expected_version, metadata, repeatable } = change;
    may_restrict(ctx, actor, &values).await?;
    let ancestors = ancestors(ctx, &values).await?;
    let collisions = Collisions::find::<AccountEvent>(ctx, id, expected_version, current, &values).await?;
    let write = Write { source: source_of(actor), at: ctx.now(), values };
    let done = execute::<Account, _, _>(
        ctx,
        id,
        &metadata,
        repeatable,
        |loaded| {
            reach.check(&loaded.state.record)?;
            collisions.refuse(loaded)?;
            Ok(loaded.state.decide(AccountCommand::Write {
                write: write.clone(),
                id,
                ancestors: ancestors.clone(),
            })?)
        },
        link_waiting_contacts(id),
    )
    .await;
    match done {
        Err(error) => Err(named(ctx, actor, (Entity::Account, id), &write.values, error).await),
        done => done,
    }
}
