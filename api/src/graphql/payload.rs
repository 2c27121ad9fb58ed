//! Answers of mutations: the object, the position, and what was refused.

use std::future::Future;

use async_graphql::{Context, SimpleObject};
use pivotal_commands::context::Context as Commands;
use pivotal_commands::error::CommandError;
use pivotal_domain::identity::actor::Actor;

use super::{actor, core};
use crate::errors::{ApiError, ApiResult, CONFLICT, FieldProblem, NOT_FOUND, REJECTED};
use crate::run_command::run_command;

/// Why one field, or the whole input when `field` is null, was refused. Nothing was changed.
#[derive(Debug, Clone, SimpleObject)]
pub struct UserError {
    pub code: String,
    pub field: Option<String>,
    pub message: String,
    /// Another record that stands in the way: who has the email that was asked for.
    pub record_id: Option<uuid::Uuid>,
}

impl From<FieldProblem> for UserError {
    fn from(problem: FieldProblem) -> Self {
        UserError {
            code: problem.code,
            field: problem.field,
            message: problem.message,
            record_id: problem.record_id,
        }
    }
}

/// Runs a command as the caller, to its end even if the caller leaves.
pub async fn run<T, C, F>(ctx: &Context<'_>, command: C) -> ApiResult<Result<T, Vec<UserError>>>
where
    T: Send + 'static,
    C: FnOnce(Commands, Actor) -> F,
    F: Future<Output = Result<T, CommandError>> + Send + 'static,
{
    let core = core(ctx);
    let done = run_command(command(core.context.clone(), actor(ctx)?.clone())).await;
    // It may have enqueued a job: no need to wait for the next look.
    core.queue.wake();
    outcome(done)
}

/// Splits what a person can mend (in the payload) from what they cannot (an error of the request).
pub fn outcome<T>(result: ApiResult<T>) -> ApiResult<Result<T, Vec<UserError>>> {
    match result {
        Ok(done) => Ok(Ok(done)),
        Err(error) => Ok(Err(user_errors(error)?)),
    }
}

fn user_errors(error: ApiError) -> ApiResult<Vec<UserError>> {
    match error.code {
        REJECTED => Ok(error.errors.into_iter().map(UserError::from).collect()),
        // A record that is gone, or changed under one's hands, is news for the person, not a fault of the request.
        CONFLICT | NOT_FOUND => Ok(vec![UserError {
            code: error.code.name.to_owned(),
            field: None,
            message: error.detail,
            record_id: None,
        }]),
        _ => Err(error),
    }
}
