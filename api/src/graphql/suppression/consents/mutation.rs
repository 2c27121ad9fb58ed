//! Recording, withdrawing, taking back.

use async_graphql::{Context, Object, Result, SimpleObject};
use pivotal_commands::suppression::consents::record::{RecordConsent, record_consent};
use pivotal_commands::suppression::consents::take_back::{TakeConsentBack, take_consent_back};
use pivotal_commands::suppression::consents::withdraw::{WithdrawConsent, withdraw_consent};
use pivotal_domain::suppression::consents::Consent;
use pivotal_domain::suppression::consents::channel::Channel;
use uuid::Uuid;

use super::types::{ConsentChannel, ConsentRecordInput, ConsentTakeBackInput, ConsentWithdrawInput};
use crate::graphql::core;
use crate::graphql::payload::{UserError, run};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct ConsentMutation;

#[derive(Debug, Default, SimpleObject)]
pub struct ConsentPayload {
    /// What counts now of the channels that were named, in their order; one that was said before is found, too.
    pub statement_ids: Vec<Uuid>,
    /// Addresses or numbers that are suppressed now because they withdrew.
    pub suppressed: i32,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

/// What counts of these channels.
pub fn counting(state: &Consent, channels: &[Channel]) -> Vec<Uuid> {
    let named = Channel::ALL.into_iter().filter(|channel| channels.contains(channel));
    named.filter_map(|channel| state.current(channel)).map(|statement| statement.id).collect()
}

fn channels(named: &[ConsentChannel]) -> Vec<Channel> {
    named.iter().map(|channel| (*channel).into()).collect()
}

#[Object]
impl ConsentMutation {
    /// Records why a person may be contacted, for one or both channels: all of them or none. Consent needs the text that was shown
    /// or a proof; one given before a withdrawal is refused.
    #[graphql(directive = allow::apply("CONSENTS_RECORD".into()))]
    async fn consent_record(&self, ctx: &Context<'_>, input: ConsentRecordInput) -> Result<ConsentPayload> {
        let named = channels(&input.channels);
        let record = RecordConsent {
            contact: input.contact_id,
            channels: named.clone(),
            typed: input.typed(),
            idempotency_key: input.idempotency_key,
        };
        let done =
            run(ctx, |context, actor| async move { record_consent(&context, &actor, record).await }).await?;
        Ok(match done {
            Ok(done) => ConsentPayload {
                statement_ids: counting(&done.state, &named),
                position: done.position,
                ..ConsentPayload::default()
            },
            Err(user_errors) => ConsentPayload { user_errors, ..ConsentPayload::default() },
        })
    }

    /// The person said no, whatever the basis was: their emails or numbers are suppressed for everybody at once.
    #[graphql(directive = allow::apply("CONSENTS_RECORD".into()))]
    async fn consent_withdraw(
        &self,
        ctx: &Context<'_>,
        input: ConsentWithdrawInput,
    ) -> Result<ConsentPayload> {
        let named = channels(&input.channels);
        let withdraw = WithdrawConsent {
            contact: input.contact_id,
            channels: named.clone(),
            withdrawn_at: input.at.unwrap_or_else(|| core(ctx).context.now()),
            origin: input.origin,
            note: input.note,
        };
        let done =
            run(ctx, |context, actor| async move { withdraw_consent(&context, &actor, withdraw).await })
                .await?;
        Ok(match done {
            Ok(done) => ConsentPayload {
                statement_ids: counting(&done.state, &named),
                suppressed: i32::try_from(done.suppressed).unwrap_or(i32::MAX),
                position: done.position,
                ..ConsentPayload::default()
            },
            Err(user_errors) => ConsentPayload { user_errors, ..ConsentPayload::default() },
        })
    }

    /// A statement was recorded by mistake: what was said before counts again. What a withdrawal suppressed stays suppressed until
    /// it is released.
    #[graphql(directive = allow::apply("CONSENTS_RECORD".into()))]
    async fn consent_take_back(
        &self,
        ctx: &Context<'_>,
        input: ConsentTakeBackInput,
    ) -> Result<ConsentPayload> {
        let take_back =
            TakeConsentBack { contact: input.contact_id, statement: input.statement_id, why: input.why };
        let done =
            run(ctx, |context, actor| async move { take_consent_back(&context, &actor, take_back).await })
                .await?;
        Ok(match done {
            Ok(done) => ConsentPayload {
                statement_ids: vec![input.statement_id],
                position: done.position,
                ..ConsentPayload::default()
            },
            Err(user_errors) => ConsentPayload { user_errors, ..ConsentPayload::default() },
        })
    }
}
