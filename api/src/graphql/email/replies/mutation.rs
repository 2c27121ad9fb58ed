//! Working on replies.

use async_graphql::{Context, Object, Result, SimpleObject};
use pivotal_commands::email::replies::act::{assign_reply, finish_reply, match_reply, reopen_reply};
use pivotal_commands::execute::Executed;
use pivotal_domain::email::replies as domain;
use pivotal_projections::email::replies::SPEC;
use uuid::Uuid;

use super::query::one;
use super::types::EmailReply;
use crate::errors::ApiResult;
use crate::graphql::freshness::stale_at;
use crate::graphql::payload::{UserError, run};
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct EmailReplyMutation;

#[derive(Debug, SimpleObject)]
pub struct EmailReplyPayload {
    /// As it is now.
    pub email_reply: Option<EmailReply>,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[Object]
impl EmailReplyMutation {
    /// Gives it to a user, or to nobody.
    #[graphql(directive = allow::apply("REPLIES_ACT".into()))]
    async fn email_reply_assign(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        user_id: Option<Uuid>,
    ) -> Result<EmailReplyPayload> {
        let done =
            run(ctx, move |context, actor| async move { assign_reply(&context, &actor, id, user_id).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// Puts it away.
    #[graphql(directive = allow::apply("REPLIES_ACT".into()))]
    async fn email_reply_done(&self, ctx: &Context<'_>, id: Uuid) -> Result<EmailReplyPayload> {
        let done = run(ctx, move |context, actor| async move { finish_reply(&context, &actor, id).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// It is to be looked at once more.
    #[graphql(directive = allow::apply("REPLIES_ACT".into()))]
    async fn email_reply_reopen(&self, ctx: &Context<'_>, id: Uuid) -> Result<EmailReplyPayload> {
        let done = run(ctx, move |context, actor| async move { reopen_reply(&context, &actor, id).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// Says which contact wrote it.
    #[graphql(directive = allow::apply("REPLIES_ACT".into()))]
    async fn email_reply_match(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        contact_id: Uuid,
    ) -> Result<EmailReplyPayload> {
        let done =
            run(
                ctx,
                move |context, actor| async move { match_reply(&context, &actor, id, contact_id).await },
            );
        Ok(payload(ctx, done.await?).await?)
    }
}

/// The reply, once it shows what was just done to it.
async fn payload(
    ctx: &Context<'_>,
    done: Result<Executed<domain::EmailReply>, Vec<UserError>>,
) -> ApiResult<EmailReplyPayload> {
    let done = match done {
        Ok(done) => done,
        Err(user_errors) => {
            return Ok(EmailReplyPayload { email_reply: None, position: None, user_errors });
        }
    };
    let stale = match done.position {
        Some(position) => stale_at(core(ctx), &[SPEC.name], position).await?,
        None => false,
    };
    let email_reply = if stale { None } else { one(core(ctx), actor(ctx)?, done.id).await? };
    Ok(EmailReplyPayload { email_reply, position: done.position, user_errors: Vec::new() })
}
