//! Starting the answer: the event and its job are one transaction. The job does the rest.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::suppression::requests::Request;
use pivotal_domain::suppression::requests::command::RequestCommand;
use pivotal_domain::suppression::requests::error::RequestError;
use pivotal_domain::suppression::requests::kind::RequestKind;
use pivotal_log::append::NewJob;
use uuid::Uuid;

use super::answer_job::{AnswerJob, KIND};
use super::find::contacts_of;
use crate::audience::record::asker::Asker;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::{Executed, execute};
use crate::ports::phone_book::PhoneBook;
use crate::suppression::legal_holds::guard::refuse_held;

/// Tries that may fail. Waiting for imports and exports that hold the person, or for a legal hold to be lifted, is none.
const TRIES: i32 = 30;

#[derive(Debug, Clone)]
pub struct AnswerRequest {
    pub id: Uuid,
    /// An erasure cannot be undone, so it is asked for twice.
    pub confirm: bool,
}

pub async fn answer_request(
    ctx: &Context,
    book: &dyn PhoneBook,
    actor: &Actor,
    input: AnswerRequest,
) -> Result<Executed<Request>, CommandError> {
    authorise_all(actor, Permission::PrivacyRequests)?;
    let request = ctx.log.load::<Request>(input.id).await?.state;
    let taken = request.taken.as_ref().ok_or(RequestError::Unknown)?;
    let kind = taken.kind;
    if kind == RequestKind::Erasure {
        // The job erases in the actor's name.
        authorise_all(actor, Permission::ContactsErase)?;
        if !input.confirm {
            return Err(CommandError::rejected(Rejection::of_field(
                "confirm",
                "CONFIRM_ERASURE",
                "Erasing cannot be undone. Set confirm to true to go ahead.",
            )));
        }
        // Said now, while the request can still be refused or extended: the job could only wait.
        refuse_held(ctx, &contacts_of(ctx, book, taken).await?).await?;
    }
    let (at, job) = (ctx.now(), Uuid::now_v7());
    execute::<Request, _, _>(
        ctx,
        input.id,
        &actor.metadata(),
        None,
        |loaded| {
            let command = RequestCommand::StartAnswer { at, by: actor.user_id, job };
            Ok(loaded.state.decide(command)?)
        },
        |_, _| {
            let title = match kind {
                RequestKind::Access => "Answer a request for access",
                RequestKind::Erasure => "Answer a request for erasure",
            };
            let payload = AnswerJob { request: input.id, asker: Asker::of(actor) };
            let mut new = NewJob::new(job, KIND, title, payload)?;
            new.unique_key = Some(format!("{KIND}:{}", input.id));
            new.max_attempts = TRIES;
            new.priority = 5;
            new.link = Some(format!("/compliance/requests/{}", input.id));
            new.created_by = (!actor.is_system()).then_some(actor.user_id);
            Ok(vec![new])
        },
    )
    .await
}
