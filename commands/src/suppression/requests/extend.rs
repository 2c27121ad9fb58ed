//! More time for an answer, once, with the reason that the person is told.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::suppression::requests::Request;
use pivotal_domain::suppression::requests::command::RequestCommand;
use uuid::Uuid;

use super::run;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Executed;

pub async fn extend_request(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    why: String,
) -> Result<Executed<Request>, CommandError> {
    run(ctx, actor, id, RequestCommand::Extend { at: ctx.now(), why }).await
}
