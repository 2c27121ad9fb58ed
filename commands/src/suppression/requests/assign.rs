//! Giving a request to somebody, or to nobody.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::suppression::requests::Request;
use pivotal_domain::suppression::requests::command::RequestCommand;
use uuid::Uuid;

use super::{must_be_assignable, run};
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Executed;

pub async fn assign_request(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    assignee: Option<Uuid>,
) -> Result<Executed<Request>, CommandError> {
    must_be_assignable(ctx, assignee).await?;
    run(ctx, actor, id, RequestCommand::Assign { at: ctx.now(), by: actor.user_id, assignee }).await
}
