//! Writing snippets.

use async_graphql::{Context, Object, Result, SimpleObject};
use pivotal_commands::email::snippets::archive::{archive_snippet, restore_snippet};
use pivotal_commands::email::snippets::create::create_snippet;
use pivotal_commands::email::snippets::save::save_snippet;
use pivotal_commands::execute::Executed;
use pivotal_domain::email::snippets::Snippet;
use pivotal_projections::email::snippets::SPEC;
use uuid::Uuid;

use super::input::{EmailSnippetCreateInput, EmailSnippetSaveInput};
use super::query::one;
use super::types::EmailSnippet;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::freshness::stale_at;
use crate::graphql::payload::{UserError, outcome, run};
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct EmailSnippetMutation;

#[derive(Debug, SimpleObject)]
pub struct EmailSnippetPayload {
    /// As it is now.
    pub email_snippet: Option<EmailSnippet>,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[Object]
impl EmailSnippetMutation {
    /// A new snippet of a brand.
    #[graphql(directive = allow::apply("TEMPLATES_EDIT".into()))]
    async fn email_snippet_create(
        &self,
        ctx: &Context<'_>,
        input: EmailSnippetCreateInput,
    ) -> Result<EmailSnippetPayload> {
        let input = match outcome(input.read().map_err(ApiError::from))? {
            Ok(input) => input,
            Err(user_errors) => return Ok(refused(user_errors)),
        };
        let done = run(ctx, |context, actor| async move { create_snippet(&context, &actor, input).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// The next version. Drafts that include it show it from now on; versions that were submitted stay as they are.
    #[graphql(directive = allow::apply("TEMPLATES_EDIT".into()))]
    async fn email_snippet_save(
        &self,
        ctx: &Context<'_>,
        input: EmailSnippetSaveInput,
    ) -> Result<EmailSnippetPayload> {
        let input = match outcome(input.read().map_err(ApiError::from))? {
            Ok(input) => input,
            Err(user_errors) => return Ok(refused(user_errors)),
        };
        let done = run(ctx, |context, actor| async move { save_snippet(&context, &actor, input).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// Nobody can include it then until it is restored. Refused while a draft includes it.
    #[graphql(directive = allow::apply("TEMPLATES_EDIT".into()))]
    async fn email_snippet_archive(&self, ctx: &Context<'_>, id: Uuid) -> Result<EmailSnippetPayload> {
        let done = run(ctx, move |context, actor| async move { archive_snippet(&context, &actor, id).await });
        Ok(payload(ctx, done.await?).await?)
    }

    #[graphql(directive = allow::apply("TEMPLATES_EDIT".into()))]
    async fn email_snippet_restore(&self, ctx: &Context<'_>, id: Uuid) -> Result<EmailSnippetPayload> {
        let done = run(ctx, move |context, actor| async move { restore_snippet(&context, &actor, id).await });
        Ok(payload(ctx, done.await?).await?)
    }
}

fn refused(user_errors: Vec<UserError>) -> EmailSnippetPayload {
    EmailSnippetPayload { email_snippet: None, position: None, user_errors }
}

/// The snippet, once it shows what was just done to it.
async fn payload(
    ctx: &Context<'_>,
    done: Result<Executed<Snippet>, Vec<UserError>>,
) -> ApiResult<EmailSnippetPayload> {
    let done = match done {
        Ok(done) => done,
        Err(user_errors) => return Ok(refused(user_errors)),
    };
    let stale = match done.position {
        Some(position) => stale_at(core(ctx), &[SPEC.name], position).await?,
        None => false,
    };
    let email_snippet = if stale { None } else { one(core(ctx), actor(ctx)?, done.id).await? };
    Ok(EmailSnippetPayload { email_snippet, position: done.position, user_errors: Vec::new() })
}
