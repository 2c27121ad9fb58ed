//! Asking for a run, and stopping it.

use async_graphql::{Context, InputObject, Object, Result, SimpleObject};
use pivotal_commands::audience::email_verification::cancel::cancel_verification;
use pivotal_commands::audience::email_verification::start::{VerifyEmails, verify_emails};
use pivotal_domain::audience::exports::list::ListFilter;
use pivotal_domain::audience::fields::catalogue;
use pivotal_projections::audience::email_verification::SPEC;
use uuid::Uuid;

use super::query::one;
use super::types::EmailVerification;
use crate::errors::ApiResult;
use crate::graphql::audience::bulk::input::but_for;
use crate::graphql::audience::contacts::types::ContactFilter;
use crate::graphql::audience::exports::types::list_filter;
use crate::graphql::freshness::stale_at;
use crate::graphql::payload::{UserError, run};
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct EmailVerificationMutation;

/// Which contacts: `ids` one by one (at most 10,000), or else all that the list with this filter shows, but for those in `except`.
#[derive(Debug, InputObject)]
pub struct EmailVerificationStartInput {
    pub ids: Option<Vec<Uuid>>,
    /// With `importId`: what the import made or changed.
    pub filter: Option<ContactFilter>,
    pub except: Option<Vec<Uuid>>,
    /// Asks anew what is known from before.
    #[graphql(default)]
    pub again: bool,
    /// The number the person saw counted; shown beside the number that is found.
    pub expected: Option<i64>,
    pub idempotency_key: Option<String>,
}

#[derive(Debug, InputObject)]
pub struct EmailVerificationCancelInput {
    pub id: Uuid,
}

#[derive(Debug, SimpleObject)]
pub struct EmailVerificationPayload {
    /// Under which it is followed: there even when the read side does not know the run yet, and `verification` is null.
    pub id: Option<Uuid>,
    pub verification: Option<EmailVerification>,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[Object]
impl EmailVerificationMutation {
    /// Verifies emails of contacts, as a job. Nothing is sent to them; what is found out is written to the contacts.
    #[graphql(directive = allow::apply("EMAILS_VERIFY".into()))]
    async fn email_verification_start(
        &self,
        ctx: &Context<'_>,
        input: EmailVerificationStartInput,
    ) -> Result<EmailVerificationPayload> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let except = input.except.unwrap_or_default();
        let filter = match input.ids {
            Some(ids) => ListFilter { ids: Some(but_for(ids, &except)), ..ListFilter::default() },
            None => {
                let mut filter =
                    list_filter(core, actor, catalogue::Entity::Contact, input.filter, None).await?;
                filter.except.extend(except);
                filter
            }
        };
        let verify = VerifyEmails {
            filter,
            expected: input.expected.and_then(|count| u64::try_from(count).ok()),
            again: input.again,
            mailboxes: core.config.email_verification.smtp.is_some(),
        };
        let key = input.idempotency_key;
        let done = run(ctx, move |context, actor| async move {
            verify_emails(&context, &actor, verify, key.as_deref()).await
        });
        Ok(payload(ctx, done.await?.map(|started| (started.id, started.position))).await?)
    }

    /// Stops after the chunk that is being looked at; what was found out stays.
    #[graphql(directive = allow::apply("EMAILS_VERIFY".into()))]
    async fn email_verification_cancel(
        &self,
        ctx: &Context<'_>,
        input: EmailVerificationCancelInput,
    ) -> Result<EmailVerificationPayload> {
        let id = input.id;
        let done =
            run(ctx, move |context, actor| async move { cancel_verification(&context, &actor, id).await });
        Ok(payload(ctx, done.await?.map(|()| (id, None))).await?)
    }
}

async fn payload(
    ctx: &Context<'_>,
    done: Result<(Uuid, Option<i64>), Vec<UserError>>,
) -> ApiResult<EmailVerificationPayload> {
    let (id, position) = match done {
        Ok(done) => done,
        Err(user_errors) => {
            return Ok(EmailVerificationPayload {
                id: None,
                verification: None,
                position: None,
                user_errors,
            });
        }
    };
    let stale = match position {
        Some(position) => stale_at(core(ctx), &[SPEC.name], position).await?,
        None => false,
    };
    let verification = if stale { None } else { one(core(ctx), actor(ctx)?, id).await? };
    Ok(EmailVerificationPayload { id: Some(id), verification, position, user_errors: Vec::new() })
}
