//! Asking for a run over contacts.

use pivotal_domain::audience::email_verification::facts::{Asked, EmailVerificationFact};
use pivotal_domain::audience::exports::list::ListFilter;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::Verification;
use super::run::RunVerification;
use crate::audience::contact_runs::start::{Started, Starting, named, start};
use crate::audience::record::asker::Asker;
use crate::authorise::authorise;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Repeatable;

#[derive(Debug, Clone)]
pub struct VerifyEmails {
    /// Which contacts, as their list takes it.
    pub filter: ListFilter,
    /// The number that whoever asks saw counted.
    pub expected: Option<u64>,
    /// Asks anew what is known from before.
    pub again: bool,
    /// Whether mail servers are asked, or only name servers: as the deployment is set up.
    pub mailboxes: bool,
}

/// `idempotency_key`: the same request again is answered with the run that it made.
pub async fn verify_emails(
    ctx: &Context,
    actor: &Actor,
    input: VerifyEmails,
    idempotency_key: Option<&str>,
) -> Result<Started, CommandError> {
    authorise(actor, Permission::EmailsVerify).map(drop)?;
    let named = named::<Verification>(&input.filter)?;
    let repeatable = Repeatable::new(&actor.user_id.to_string(), idempotency_key, &input);
    let (id, job, at) = (Uuid::now_v7(), Uuid::now_v7(), ctx.now());
    let VerifyEmails { filter, expected, again, mailboxes } = input;
    let asked = Asked {
        at,
        by: actor.user_id,
        job,
        by_ids: named.is_some(),
        expected,
        import: filter.import_id,
        again,
        mailboxes,
    };
    let payload = RunVerification {
        run: id,
        asker: Asker::of(actor),
        filter: Some(filter),
        again,
        asked_at: at,
        after_import: None,
    };
    let asked = EmailVerificationFact::EmailVerificationAsked(asked);
    let starting: Starting<Verification, _> = Starting { run: id, job, asked, payload, named };
    start(ctx, actor, starting, repeatable).await
}
