//! Use cases on requests for access and erasure: taking them down, finding the person, answering in time.

pub mod access;
pub mod answer;
pub mod answer_job;
pub mod assign;
pub mod begin;
pub mod erasure;
pub mod extend;
pub mod file;
pub mod find;
pub mod forget;
pub mod pdf;
pub mod receive;
pub mod refuse;
mod rows;
#[cfg(test)]
mod tests;
pub mod upkeep;

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::{Scope, allowed};
use pivotal_domain::identity::users::User;
use pivotal_domain::suppression::requests::Request;
use pivotal_domain::suppression::requests::command::RequestCommand;
use pivotal_domain::suppression::requests::error::RequestError;
use uuid::Uuid;

use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::{Executed, Guarded, execute, no_jobs};

/// Held while a person is being erased: two erasures of one person at once are one.
pub const ERASING: &str = "privacy_request.person";

impl Guarded for Request {
    fn claims(&self) -> Vec<(&'static str, String)> {
        let Some(taken) = self.taken.as_ref().filter(|_| self.needs_person() && self.answering.is_some())
        else {
            return Vec::new();
        };
        let keys = taken.subject.keys();
        let values = keys.iter().map(|key| format!("{}:{}", key.kind().as_str(), key.value()));
        let contact = taken.contact.map(|contact| format!("contact:{contact}"));
        values.chain(contact).map(|value| (ERASING, value)).collect()
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

impl From<RequestError> for CommandError {
    fn from(error: RequestError) -> Self {
        match (&error, error.field()) {
            (RequestError::Unknown, _) => CommandError::NotFound(error.to_string()),
            (_, Some(field)) => {
                CommandError::rejected(Rejection::of_field(field, error.code(), error.to_string()))
            }
            (_, None) => CommandError::rejected(Rejection::new(error.code(), error.to_string())),
        }
    }
}

/// One decision on one request, by who may handle requests.
async fn run(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    command: RequestCommand,
) -> Result<Executed<Request>, CommandError> {
    authorise_all(actor, Permission::PrivacyRequests)?;
    execute::<Request, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(command.clone())?),
        no_jobs,
    )
    .await
}

/// Requests are for people who can sign in and may handle them.
async fn must_be_assignable(ctx: &Context, assignee: Option<Uuid>) -> Result<(), CommandError> {
    let Some(assignee) = assignee else { return Ok(()) };
    let user = ctx.log.load::<User>(assignee).await?.state;
    let may = user.role.is_some_and(|role| allowed(role, Permission::PrivacyRequests) == Scope::All);
    if may && !user.disabled { Ok(()) } else { Err(RequestError::Assignee.into()) }
}
