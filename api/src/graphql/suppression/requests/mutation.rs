//! Taking requests down, and every step to their answer.

use async_graphql::{Context, Object, Result, SimpleObject};
use pivotal_commands::execute::Executed;
use pivotal_commands::suppression::requests::answer::{AnswerRequest, answer_request};
use pivotal_commands::suppression::requests::assign::assign_request;
use pivotal_commands::suppression::requests::begin::begin_request;
use pivotal_commands::suppression::requests::extend::extend_request;
use pivotal_commands::suppression::requests::receive::{ReceiveRequest, receive_request};
use pivotal_commands::suppression::requests::refuse::refuse_request;
use pivotal_domain::suppression::requests::Request;
use uuid::Uuid;

use super::types::{
    PrivacyRequestActionInput, PrivacyRequestAnswerInput, PrivacyRequestAssignInput,
    PrivacyRequestReasonInput, PrivacyRequestReceiveInput,
};
use crate::graphql::core;
use crate::graphql::payload::{UserError, run};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct PrivacyRequestMutation;

#[derive(Debug, SimpleObject)]
pub struct PrivacyRequestPayload {
    pub request_id: Option<Uuid>,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

impl From<std::result::Result<Executed<Request>, Vec<UserError>>> for PrivacyRequestPayload {
    fn from(done: std::result::Result<Executed<Request>, Vec<UserError>>) -> Self {
        match done {
            Ok(done) => PrivacyRequestPayload {
                request_id: Some(done.id),
                position: done.position,
                user_errors: Vec::new(),
            },
            Err(user_errors) => PrivacyRequestPayload { request_id: None, position: None, user_errors },
        }
    }
}

#[Object]
impl PrivacyRequestMutation {
    /// Takes a request down. It is due one calendar month after it came in.
    #[graphql(directive = allow::apply("PRIVACY_REQUESTS".into()))]
    async fn privacy_request_receive(
        &self,
        ctx: &Context<'_>,
        input: PrivacyRequestReceiveInput,
    ) -> Result<PrivacyRequestPayload> {
        let receive = ReceiveRequest {
            typed: input.typed(),
            assignee: input.assignee_id,
            idempotency_key: input.idempotency_key,
        };
        let done = run(ctx, |context, actor| async move { receive_request(&context, &actor, receive).await });
        Ok(done.await?.into())
    }

    /// Gives a request to somebody who may handle it, or to nobody.
    #[graphql(directive = allow::apply("PRIVACY_REQUESTS".into()))]
    async fn privacy_request_assign(
        &self,
        ctx: &Context<'_>,
        input: PrivacyRequestAssignInput,
    ) -> Result<PrivacyRequestPayload> {
        let PrivacyRequestAssignInput { id, assignee_id } = input;
        let done =
            run(
                ctx,
                move |context, actor| async move { assign_request(&context, &actor, id, assignee_id).await },
            );
        Ok(done.await?.into())
    }

    /// Somebody has begun to work on it.
    #[graphql(directive = allow::apply("PRIVACY_REQUESTS".into()))]
    async fn privacy_request_begin(
        &self,
        ctx: &Context<'_>,
        input: PrivacyRequestActionInput,
    ) -> Result<PrivacyRequestPayload> {
        let id = input.id;
        let done =
            run(ctx, move |context, actor| async move { begin_request(&context, &actor, id).await }).await?;
        Ok(done.into())
    }

    /// Two months more, once, before the first month is over.
    #[graphql(directive = allow::apply("PRIVACY_REQUESTS".into()))]
    async fn privacy_request_extend(
        &self,
        ctx: &Context<'_>,
        input: PrivacyRequestReasonInput,
    ) -> Result<PrivacyRequestPayload> {
        let PrivacyRequestReasonInput { id, why } = input;
        let done =
            run(ctx, move |context, actor| async move { extend_request(&context, &actor, id, why).await });
        Ok(done.await?.into())
    }

    /// Begins the answer. Access: a file with everything about the person is written. Erasure: they are suppressed, and everything
    /// about them is erased. The job that does it is followed on the System page.
    #[graphql(directive = allow::apply("PRIVACY_REQUESTS".into()))]
    async fn privacy_request_answer(
        &self,
        ctx: &Context<'_>,
        input: PrivacyRequestAnswerInput,
    ) -> Result<PrivacyRequestPayload> {
        let answer = AnswerRequest { id: input.id, confirm: input.confirm };
        let book = core(ctx).phone_book.clone();
        let done = run(ctx, move |context, actor| async move {
            answer_request(&context, book.as_ref(), &actor, answer).await
        });
        Ok(done.await?.into())
    }

    /// It is not answered: it was not them, or the law asks us to keep what is held.
    #[graphql(directive = allow::apply("PRIVACY_REQUESTS".into()))]
    async fn privacy_request_refuse(
        &self,
        ctx: &Context<'_>,
        input: PrivacyRequestReasonInput,
    ) -> Result<PrivacyRequestPayload> {
        let PrivacyRequestReasonInput { id, why } = input;
        let done =
            run(ctx, move |context, actor| async move { refuse_request(&context, &actor, id, why).await });
        Ok(done.await?.into())
    }
}
