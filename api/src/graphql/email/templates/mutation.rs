//! Writing templates, and letting somebody else look at them.

use async_graphql::{Context, Object, Result, SimpleObject};
use pivotal_commands::email::templates::archive::{archive_template, restore_template};
use pivotal_commands::email::templates::create::{CreateTemplate, create_template};
use pivotal_commands::email::templates::review::{approve_template, return_template, submit_template};
use pivotal_commands::email::templates::save::{SaveDraft, save_draft};
use pivotal_commands::email::templates::send_test::{SendTest, send_test};
use pivotal_commands::email::templates::update::update_template;
use pivotal_commands::execute::Executed;
use pivotal_domain::email::templates as domain;
use pivotal_domain::email::templates::details::Details;
use pivotal_projections::email::templates::SPEC;
use uuid::Uuid;

use super::input::{
    EmailTemplateContentInput, EmailTemplateCreateInput, EmailTemplateReturnInput, EmailTemplateSaveInput,
    EmailTemplateTestInput, EmailTemplateUpdateInput, number,
};
use super::query::one;
use super::types::EmailTemplate;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::freshness::stale_at;
use crate::graphql::payload::{UserError, outcome, run};
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct EmailTemplateMutation;

#[derive(Debug, SimpleObject)]
pub struct EmailTemplatePayload {
    /// As it is now.
    pub email_template: Option<EmailTemplate>,
    pub position: Option<i64>,
    /// Of content: everything that is wrong, each with its line.
    pub user_errors: Vec<UserError>,
}

#[derive(Debug, SimpleObject)]
pub struct EmailTemplateTestPayload {
    /// The address it goes to.
    pub sent_to: Option<String>,
    pub user_errors: Vec<UserError>,
}

#[Object]
impl EmailTemplateMutation {
    /// A new template with a first draft.
    #[graphql(directive = allow::apply("TEMPLATES_EDIT".into()))]
    async fn email_template_create(
        &self,
        ctx: &Context<'_>,
        input: EmailTemplateCreateInput,
    ) -> Result<EmailTemplatePayload> {
        let EmailTemplateCreateInput { name, brand, tags, content, idempotency_key } = input;
        let content = content.map(EmailTemplateContentInput::read).transpose().map_err(ApiError::from);
        let content = match outcome(content)? {
            Ok(content) => content,
            Err(user_errors) => return Ok(refused(user_errors)),
        };
        let input = CreateTemplate { details: Details { name, brand, tags }, content, idempotency_key };
        let done = run(ctx, |context, actor| async move { create_template(&context, &actor, input).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// The draft, written on. Broken MJML and tags that there are none of are refused with their lines; nothing is saved then.
    #[graphql(directive = allow::apply("TEMPLATES_EDIT".into()))]
    async fn email_template_save(
        &self,
        ctx: &Context<'_>,
        input: EmailTemplateSaveInput,
    ) -> Result<EmailTemplatePayload> {
        let EmailTemplateSaveInput { id, content, revision } = input;
        let content = match outcome(content.read().map_err(ApiError::from))? {
            Ok(content) => content,
            Err(user_errors) => return Ok(refused(user_errors)),
        };
        let input = SaveDraft { id, content, expected: revision.map(number) };
        let done = run(ctx, |context, actor| async move { save_draft(&context, &actor, input).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// Another name, another brand, other tags.
    #[graphql(directive = allow::apply("TEMPLATES_EDIT".into()))]
    async fn email_template_update(
        &self,
        ctx: &Context<'_>,
        input: EmailTemplateUpdateInput,
    ) -> Result<EmailTemplatePayload> {
        let (id, changes) = input.read();
        let done =
            run(
                ctx,
                move |context, actor| async move { update_template(&context, &actor, id, changes).await },
            );
        Ok(payload(ctx, done.await?).await?)
    }

    /// The draft as it is becomes a version, for somebody else to approve.
    #[graphql(directive = allow::apply("TEMPLATES_EDIT".into()))]
    async fn email_template_submit(&self, ctx: &Context<'_>, id: Uuid) -> Result<EmailTemplatePayload> {
        let done = run(ctx, move |context, actor| async move { submit_template(&context, &actor, id).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// The version may be sent. Refused to whoever wrote or submitted it.
    #[graphql(directive = allow::apply("TEMPLATES_APPROVE".into()))]
    async fn email_template_approve(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        version: i32,
    ) -> Result<EmailTemplatePayload> {
        let done = run(ctx, move |context, actor| async move {
            approve_template(&context, &actor, id, number(version)).await
        });
        Ok(payload(ctx, done.await?).await?)
    }

    /// The version has to be mended.
    #[graphql(directive = allow::apply("TEMPLATES_APPROVE".into()))]
    async fn email_template_return(
        &self,
        ctx: &Context<'_>,
        input: EmailTemplateReturnInput,
    ) -> Result<EmailTemplatePayload> {
        let EmailTemplateReturnInput { id, version, reason } = input;
        let done = run(ctx, move |context, actor| async move {
            return_template(&context, &actor, id, number(version), reason).await
        });
        Ok(payload(ctx, done.await?).await?)
    }

    /// It stands in no list of templates then, and cannot change, until it is restored.
    #[graphql(directive = allow::apply("TEMPLATES_EDIT".into()))]
    async fn email_template_archive(&self, ctx: &Context<'_>, id: Uuid) -> Result<EmailTemplatePayload> {
        let done =
            run(ctx, move |context, actor| async move { archive_template(&context, &actor, id).await });
        Ok(payload(ctx, done.await?).await?)
    }

    #[graphql(directive = allow::apply("TEMPLATES_EDIT".into()))]
    async fn email_template_restore(&self, ctx: &Context<'_>, id: Uuid) -> Result<EmailTemplatePayload> {
        let done =
            run(ctx, move |context, actor| async move { restore_template(&context, &actor, id).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// Sends you the mail, to see it where it will be read.
    #[graphql(directive = allow::apply("TEMPLATES_EDIT".into()))]
    async fn email_template_send_test(
        &self,
        ctx: &Context<'_>,
        input: EmailTemplateTestInput,
    ) -> Result<EmailTemplateTestPayload> {
        let EmailTemplateTestInput { id, version, contact_id } = input;
        let input = SendTest { id, version: version.map(number), contact: contact_id };
        let queue = core(ctx).queue.clone();
        let sent =
            run(ctx, move |context, actor| async move { send_test(&context, &queue, &actor, input).await });
        Ok(match sent.await? {
            Ok(address) => EmailTemplateTestPayload { sent_to: Some(address), user_errors: Vec::new() },
            Err(user_errors) => EmailTemplateTestPayload { sent_to: None, user_errors },
        })
    }
}

fn refused(user_errors: Vec<UserError>) -> EmailTemplatePayload {
    EmailTemplatePayload { email_template: None, position: None, user_errors }
}

/// The template, once it shows what was just done to it.
async fn payload(
    ctx: &Context<'_>,
    done: Result<Executed<domain::EmailTemplate>, Vec<UserError>>,
) -> ApiResult<EmailTemplatePayload> {
    let done = match done {
        Ok(done) => done,
        Err(user_errors) => return Ok(refused(user_errors)),
    };
    let stale = match done.position {
        Some(position) => stale_at(core(ctx), &[SPEC.name], position).await?,
        None => false,
    };
    let email_template = if stale { None } else { one(core(ctx), actor(ctx)?, done.id).await? };
    Ok(EmailTemplatePayload { email_template, position: done.position, user_errors: Vec::new() })
}
