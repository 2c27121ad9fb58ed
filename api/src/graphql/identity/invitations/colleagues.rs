//! A client's own people invite others to their organisation, and to nothing else.

use async_graphql::{Context, Object, Result};
use pivotal_commands::identity::invitations::colleagues::{
    invite_colleague, resend_to_colleague, revoke_of_colleague,
};
use uuid::Uuid;

use super::mutation::{InvitationPayload, payload};
use crate::graphql::payload::run;
use crate::policy::directive::allow;

#[derive(Default)]
pub struct ColleagueMutation;

#[Object]
impl ColleagueMutation {
    /// Asks somebody by mail to join one's own organisation. The link in it is good once, for a week.
    #[graphql(directive = allow::apply("COLLEAGUES_INVITE".into()))]
    async fn colleague_invite(&self, ctx: &Context<'_>, email: String) -> Result<InvitationPayload> {
        let sent =
            run(ctx, move |context, actor| async move { invite_colleague(&context, &actor, email).await });
        Ok(payload(ctx, sent.await?).await?)
    }

    /// Sends it once more, with a new link and a new week; the links of the mails before are void.
    #[graphql(directive = allow::apply("COLLEAGUES_INVITE".into()))]
    async fn colleague_invitation_resend(&self, ctx: &Context<'_>, id: Uuid) -> Result<InvitationPayload> {
        let sent =
            run(ctx, move |context, actor| async move { resend_to_colleague(&context, &actor, id).await });
        Ok(payload(ctx, sent.await?).await?)
    }

    /// Takes it back: its links are void at once.
    #[graphql(directive = allow::apply("COLLEAGUES_INVITE".into()))]
    async fn colleague_invitation_revoke(&self, ctx: &Context<'_>, id: Uuid) -> Result<InvitationPayload> {
        let revoked =
            run(ctx, move |context, actor| async move { revoke_of_colleague(&context, &actor, id).await });
        Ok(payload(ctx, revoked.await?).await?)
    }
}
