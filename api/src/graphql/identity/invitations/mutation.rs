//! Asking people to join. Accepting is a route (`POST /api/v1/auth/invitations/accept`): whoever does it is not signed in.

use async_graphql::{Context, InputObject, Object, Result, SimpleObject};
use pivotal_commands::execute::Executed;
use pivotal_commands::identity::invitations::revoke::revoke_invitation;
use pivotal_commands::identity::invitations::send::{SendInvitation, resend_invitation, send_invitation};
use pivotal_domain::identity::invitations as domain;
use pivotal_projections::identity::invitations::SPEC;
use uuid::Uuid;

use super::query::one;
use super::types::Invitation;
use crate::errors::ApiResult;
use crate::graphql::core;
use crate::graphql::freshness::stale_at;
use crate::graphql::identity::role::Role;
use crate::graphql::payload::{UserError, run};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct InvitationMutation;

#[derive(Debug, InputObject)]
pub struct InvitationSendInput {
    pub email: String,
    pub role: Role,
    /// For client users, and only for them.
    pub client_id: Option<Uuid>,
    pub team_ids: Option<Vec<Uuid>>,
}

#[derive(Debug, SimpleObject)]
pub struct InvitationPayload {
    pub invitation: Option<Invitation>,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[Object]
impl InvitationMutation {
    /// Asks somebody by mail to join. The link in it is good once, for a week.
    #[graphql(directive = allow::apply("USERS_MANAGE".into()))]
    async fn invitation_send(
        &self,
        ctx: &Context<'_>,
        input: InvitationSendInput,
    ) -> Result<InvitationPayload> {
        let input = SendInvitation {
            email: input.email,
            role: input.role.into(),
            client_id: input.client_id,
            team_ids: input.team_ids.unwrap_or_default(),
        };
        let sent =
            run(ctx, |context, actor| async move { send_invitation(&context, &actor, input).await }).await?;
        Ok(payload(ctx, sent).await?)
    }

    /// Sends it once more, with a new link and a new week; the links of the mails before are void.
    #[graphql(directive = allow::apply("USERS_MANAGE".into()))]
    async fn invitation_resend(&self, ctx: &Context<'_>, id: Uuid) -> Result<InvitationPayload> {
        let sent =
            run(ctx, move |context, actor| async move { resend_invitation(&context, &actor, id).await });
        Ok(payload(ctx, sent.await?).await?)
    }

    /// Takes it back: its links are void at once.
    #[graphql(directive = allow::apply("USERS_MANAGE".into()))]
    async fn invitation_revoke(&self, ctx: &Context<'_>, id: Uuid) -> Result<InvitationPayload> {
        let revoked =
            run(ctx, move |context, actor| async move { revoke_invitation(&context, &actor, id).await });
        Ok(payload(ctx, revoked.await?).await?)
    }
}

pub(super) async fn payload(
    ctx: &Context<'_>,
    done: Result<Executed<domain::Invitation>, Vec<UserError>>,
) -> ApiResult<InvitationPayload> {
    let done = match done {
        Ok(done) => done,
        Err(user_errors) => return Ok(InvitationPayload { invitation: None, position: None, user_errors }),
    };
    let stale = match done.position {
        Some(position) => stale_at(core(ctx), &[SPEC.name], position).await?,
        None => false,
    };
    let invitation = if stale { None } else { one(ctx, done.id).await? };
    Ok(InvitationPayload { invitation, position: done.position, user_errors: Vec::new() })
}
