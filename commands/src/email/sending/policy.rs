//! Setting the email policy. Whoever may change settings may set it.

use pivotal_domain::email::sending::policy::error::EmailPolicyError;
use pivotal_domain::email::sending::policy::{EmailPolicy, EmailPolicyCommand, ID, Policy};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;

use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::{Executed, Guarded, execute, no_jobs};

/// What it guards stands in a table of its own, which the log writes.
impl Guarded for EmailPolicy {
    fn claims(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

impl From<EmailPolicyError> for CommandError {
    fn from(error: EmailPolicyError) -> Self {
        CommandError::rejected(Rejection::of_field(error.field(), error.code(), error.to_string()))
    }
}

pub async fn set_policy(
    ctx: &Context,
    actor: &Actor,
    policy: Policy,
) -> Result<Executed<EmailPolicy>, CommandError> {
    authorise_all(actor, Permission::SettingsManage)?;
    let at = ctx.now();
    execute::<EmailPolicy, _, _>(
        ctx,
        ID,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(EmailPolicyCommand::Set { policy: policy.clone(), at })?),
        no_jobs,
    )
    .await
}
