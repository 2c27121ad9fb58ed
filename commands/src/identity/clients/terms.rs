//! A new version of the default terms, or none any more. Orders keep the terms they were placed with.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::clients::terms::Terms;
use pivotal_domain::identity::clients::{Client, ClientCommand};
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::on_client;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Executed;

/// `seen`: the version that is replaced, 0 for none.
pub async fn set_terms(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    terms: Terms,
    seen: i64,
) -> Result<Executed<Client>, CommandError> {
    authorise_all(actor, Permission::ClientsManage)?;
    on_client(ctx, actor, id, |at| ClientCommand::SetTerms { terms: terms.clone(), seen, at }).await
}

/// The client has none any more, as before the first were set. `seen`: the version that is withdrawn.
pub async fn withdraw_terms(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    seen: i64,
) -> Result<Executed<Client>, CommandError> {
    authorise_all(actor, Permission::ClientsManage)?;
    on_client(ctx, actor, id, |at| ClientCommand::WithdrawTerms { seen, at }).await
}
