//! Taking a request down. The person needs no contact: who is held only in a file or among suppressions may ask, too.

use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::record::state::Standing;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::suppression::requests::Request;
use pivotal_domain::suppression::requests::command::RequestCommand;
use pivotal_domain::suppression::requests::received::Typed;
use uuid::Uuid;

use super::must_be_assignable;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::{Executed, Repeatable, after, execute_new, no_jobs};
use crate::suppression::guard::hash;

#[derive(Debug, Clone)]
pub struct ReceiveRequest {
    pub typed: Typed,
    pub assignee: Option<Uuid>,
    pub idempotency_key: Option<String>,
}

pub async fn receive_request(
    ctx: &Context,
    actor: &Actor,
    input: ReceiveRequest,
) -> Result<Executed<Request>, CommandError> {
    authorise_all(actor, Permission::PrivacyRequests)?;
    let ReceiveRequest { typed, assignee, idempotency_key } = input;
    must_be_assignable(ctx, assignee).await?;
    let repeatable = Repeatable::new(
        &actor.user_id.to_string(),
        idempotency_key.as_deref(),
        &("receive_request", &typed, assignee),
    );
    let at = ctx.now();
    let received = known(ctx, typed).await?.read(at)?;
    let hashes = received.subject.keys().iter().map(|key| hex::encode(hash(&ctx.log.blind, key))).collect();
    let by = actor.user_id;
    let receive = RequestCommand::Receive {
        at,
        by,
        received: Box::new(received),
        hashes,
        source: actor.source.clone(),
    };
    execute_new::<Request, _, _>(
        ctx,
        Uuid::now_v7(),
        &actor.metadata(),
        repeatable,
        |request| {
            let mut events = request.decide(receive)?;
            if assignee.is_some() {
                let taken = after(request, &events);
                events.extend(taken.decide(RequestCommand::Assign { at, by, assignee })?);
            }
            Ok(events)
        },
        no_jobs,
    )
    .await
}

/// With what the chosen contact is called and reached by, where nothing else was typed.
async fn known(ctx: &Context, mut typed: Typed) -> Result<Typed, CommandError> {
    let Some(id) = typed.contact else { return Ok(typed) };
    let contact = ctx.log.load::<Contact>(id).await?.state;
    match contact.record.standing {
        Standing::Active | Standing::Archived => {}
        Standing::Absent | Standing::Erased => {
            return Err(CommandError::rejected(Rejection::of_field(
                "contactId",
                "REQUEST_CONTACT_UNKNOWN",
                "There is no such contact. Name the person by an email or a phone number instead.",
            )));
        }
    }
    let blank = |typed: &Option<String>| typed.as_deref().is_none_or(|text| text.trim().is_empty());
    let held = |field: &str| contact.record.text(field).map(str::to_owned);
    if blank(&typed.email) && blank(&typed.phone) {
        typed.email = held("email");
        typed.phone = held("direct_phone_e164");
    }
    if blank(&typed.name) {
        typed.name = held("full_name");
    }
    Ok(typed)
}
