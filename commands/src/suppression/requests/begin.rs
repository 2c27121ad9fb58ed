//! Somebody begins to work on a request: they ask who it is, or look things up.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::suppression::requests::Request;
use pivotal_domain::suppression::requests::command::RequestCommand;
use uuid::Uuid;

use super::run;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Executed;

pub async fn begin_request(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
) -> Result<Executed<Request>, CommandError> {
    run(ctx, actor, id, RequestCommand::Begin { at: ctx.now() }).await
}
