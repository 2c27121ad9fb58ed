//! Setting the policy, and saying of emails of which nobody knew what became of them.

use async_graphql::{Context, InputObject, Object, Result, SimpleObject};
use pivotal_commands::email::sending::policy::set_policy;
use pivotal_commands::email::sending::unknown::{SettleUnknown, settle_unknown};
use pivotal_domain::email::sending::policy::Policy;
use uuid::Uuid;

use super::types::{EmailPolicy, EmailPolicyInput, EmailUnknownWas};
use crate::graphql::payload::{UserError, run};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct SendingMutation;

#[derive(Debug, SimpleObject)]
pub struct EmailPolicyPayload {
    pub policy: Option<EmailPolicy>,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[derive(Debug, InputObject)]
pub struct EmailUnknownSettleInput {
    pub campaign_id: Uuid,
    /// Null: all of whom nobody knows.
    pub contact_ids: Option<Vec<Uuid>>,
    pub was: EmailUnknownWas,
}

#[derive(Debug, SimpleObject)]
pub struct EmailUnknownSettlePayload {
    /// How many recipients.
    pub settled: i64,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[Object]
impl SendingMutation {
    /// Sets the whole policy. What is being sent follows it within a second.
    #[graphql(directive = allow::apply("SETTINGS_MANAGE".into()))]
    async fn email_policy_set(
        &self,
        ctx: &Context<'_>,
        input: EmailPolicyInput,
    ) -> Result<EmailPolicyPayload> {
        let policy = Policy::from(input);
        let set = run(ctx, move |context, actor| async move { set_policy(&context, &actor, policy).await });
        Ok(match set.await? {
            Ok(done) => EmailPolicyPayload {
                policy: Some(done.state.into()),
                position: done.position,
                user_errors: Vec::new(),
            },
            Err(user_errors) => EmailPolicyPayload { policy: None, position: None, user_errors },
        })
    }

    /// Says of emails that may or may not have left what somebody found out. Nothing is sent again by it.
    #[graphql(directive = allow::apply("CAMPAIGNS_LAUNCH".into()))]
    async fn email_unknown_settle(
        &self,
        ctx: &Context<'_>,
        input: EmailUnknownSettleInput,
    ) -> Result<EmailUnknownSettlePayload> {
        let EmailUnknownSettleInput { campaign_id, contact_ids, was } = input;
        let wanted = SettleUnknown { campaign: campaign_id, contacts: contact_ids, was: was.into() };
        let settled =
            run(ctx, move |context, actor| async move { settle_unknown(&context, &actor, wanted).await });
        Ok(match settled.await? {
            Ok(done) => EmailUnknownSettlePayload {
                settled: i64::try_from(done.count).unwrap_or(i64::MAX),
                position: done.position,
                user_errors: Vec::new(),
            },
            Err(user_errors) => EmailUnknownSettlePayload { settled: 0, position: None, user_errors },
        })
    }
}
