//! Creating one account by hand or by API.

use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::accounts::command::AccountCommand;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::write::Write;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::{ancestors, link_waiting_contacts};
use crate::audience::contacts::source_of;
use crate::audience::record::input::{Countries, Standing, read_fields};
use crate::audience::record::reach::authorise_on;
use crate::audience::record::restriction::may_restrict;
use crate::audience::record::taken::named;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, Repeatable, execute_new};

#[derive(Debug, Clone)]
pub struct CreateAccount {
    /// Catalogue key to raw value.
    pub fields: Map<String, Value>,
    pub idempotency_key: Option<String>,
}

pub async fn create_account(
    ctx: &Context,
    actor: &Actor,
    input: CreateAccount,
) -> Result<Executed<Account>, CommandError> {
    authorise_on(actor, Entity::Account, Permission::AccountsEdit)?.to_create()?;
    let now = ctx.now();
    let repeatable =
        Repeatable::new(&actor.user_id.to_string(), input.idempotency_key.as_deref(), &input.fields);
    let (standing, countries) = (Standing::of_new(actor), Countries::default());
    let values = read_fields(ctx, Entity::Account, &input.fields, standing, countries).await?;
    may_restrict(ctx, actor, &values).await?;
    let ancestors = ancestors(ctx, &values).await?;
    let (id, given) = (Uuid::now_v7(), values.clone());
    let write = Write { source: source_of(actor), at: now, values };
    let done = execute_new::<Account, _, _>(
        ctx,
        id,
        &actor.metadata(),
        repeatable,
        |account| Ok(account.decide(AccountCommand::Create { write, ancestors })?),
        link_waiting_contacts(id),
    )
    .await;
    match done {
        Err(error) => Err(named(ctx, actor, (Entity::Account, id), &given, error).await),
        done => done,
    }
}
