//! Asking for suggestions, accepting and rejecting them.

use async_graphql::{Context, InputObject, Object, Result, SimpleObject};
use pivotal_commands::audience::bulk::start::start_bulk;
use pivotal_commands::audience::enrichment::accept::accept_industry;
use pivotal_commands::audience::enrichment::reject::{RejectIndustry, reject_industry};
use pivotal_commands::audience::enrichment::reopen::reopen_industry;
use pivotal_commands::audience::enrichment::start::{SuggestIndustries, suggest_industries};
use pivotal_domain::audience::bulk::action::BulkAction;
use pivotal_domain::audience::bulk::events::{Asked, Selection};
use pivotal_domain::audience::fields::catalogue;
use pivotal_projections::audience::accounts;
use pivotal_projections::audience::enrichment::SPEC;
use pivotal_projections::audience::enrichment::query;
use uuid::Uuid;

use super::types::{IndustrySuggestion, percent};
use super::waiting::Waiting;
use crate::errors::ApiResult;
use crate::graphql::audience::accounts::types::AccountFilter;
use crate::graphql::audience::bulk::input::tidy;
use crate::graphql::audience::exports::types::list_filter;
use crate::graphql::freshness::stale_at;
use crate::graphql::payload::{UserError, run};
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct EnrichmentMutation;

#[derive(Debug, InputObject)]
pub struct IndustrySuggestInput {
    /// Which accounts; all in use without it. `ids` names them one by one.
    pub filter: Option<AccountFilter>,
    /// Ask the model outside instead of the rules, where one is set up.
    #[graphql(default)]
    pub ask_model: bool,
}

#[derive(Debug, SimpleObject)]
pub struct IndustrySuggestPayload {
    /// Follow it as any job.
    pub job_id: Option<Uuid>,
    pub user_errors: Vec<UserError>,
}

#[derive(Debug, InputObject)]
pub struct IndustryRejectInput {
    pub account_id: Uuid,
    /// For whoever wonders later.
    pub reason: Option<String>,
}

#[derive(Debug, InputObject)]
pub struct IndustryAcceptAllInput {
    /// Percent.
    pub confidence_at_least: i32,
    /// Of this industry only.
    pub industry: Option<String>,
    /// These accounts only; at most 10,000.
    pub account_ids: Option<Vec<Uuid>>,
    /// These accounts are left out.
    pub except: Option<Vec<Uuid>>,
    pub idempotency_key: Option<String>,
}

#[derive(Debug, SimpleObject)]
pub struct IndustryAcceptAllPayload {
    /// A bulk change: followed, cancelled and undone as any other.
    pub bulk_id: Option<Uuid>,
    /// Accounts it was begun with.
    pub accounts: i64,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[derive(Debug, InputObject)]
pub struct IndustryRejectAllInput {
    /// Percent; however sure, unless said.
    pub confidence_at_least: Option<i32>,
    /// Of this industry only.
    pub industry: Option<String>,
    /// These accounts only; at most 10,000.
    pub account_ids: Option<Vec<Uuid>>,
    /// These accounts are left out.
    pub except: Option<Vec<Uuid>>,
    /// For whoever wonders later.
    pub reason: Option<String>,
    pub idempotency_key: Option<String>,
}

#[derive(Debug, SimpleObject)]
pub struct IndustryRejectAllPayload {
    /// A bulk change: followed, cancelled and undone as any other.
    pub bulk_id: Option<Uuid>,
    /// Accounts it was begun with.
    pub accounts: i64,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[derive(Debug, SimpleObject)]
pub struct IndustrySuggestionPayload {
    pub suggestion: Option<IndustrySuggestion>,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[Object]
impl EnrichmentMutation {
    /// Looks at accounts and suggests industries, as a job. Writes nothing to them.
    #[graphql(directive = allow::apply("RECORDS_BULK".into()))]
    async fn industry_suggest(
        &self,
        ctx: &Context<'_>,
        input: IndustrySuggestInput,
    ) -> Result<IndustrySuggestPayload> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let filter = list_filter(core, actor, catalogue::Entity::Account, None, input.filter).await?;
        let has_model = core.config.model.industries.is_some();
        let input = SuggestIndustries { filter, outside: input.ask_model, has_model };
        let queue = core.queue.clone();
        let done = run(ctx, move |context, actor| async move {
            suggest_industries(&context, &queue, &actor, input).await
        });
        Ok(match done.await? {
            Ok(job) => IndustrySuggestPayload { job_id: Some(job), user_errors: Vec::new() },
            Err(user_errors) => IndustrySuggestPayload { job_id: None, user_errors },
        })
    }

    /// Writes the suggested industry and codes to the account.
    #[graphql(directive = allow::apply("ACCOUNTS_EDIT".into()))]
    async fn industry_suggestion_accept(
        &self,
        ctx: &Context<'_>,
        account_id: Uuid,
    ) -> Result<IndustrySuggestionPayload> {
        let done =
            run(
                ctx,
                move |context, actor| async move { accept_industry(&context, &actor, account_id).await },
            );
        Ok(payload(ctx, account_id, done.await?.map(|done| done.position)).await?)
    }

    /// Remembered: nothing is suggested from the same evidence again.
    #[graphql(directive = allow::apply("ACCOUNTS_EDIT".into()))]
    async fn industry_suggestion_reject(
        &self,
        ctx: &Context<'_>,
        input: IndustryRejectInput,
    ) -> Result<IndustrySuggestionPayload> {
        let IndustryRejectInput { account_id: id, reason } = input;
        let done = run(ctx, move |context, actor| async move {
            reject_industry(&context, &actor, RejectIndustry { id, reason }).await
        });
        Ok(payload(ctx, id, done.await?.map(|done| done.position)).await?)
    }

    /// Takes a rejection back: the suggestion waits again, and may be made again from the same evidence.
    #[graphql(directive = allow::apply("ACCOUNTS_EDIT".into()))]
    async fn industry_suggestion_reopen(
        &self,
        ctx: &Context<'_>,
        account_id: Uuid,
    ) -> Result<IndustrySuggestionPayload> {
        let done =
            run(
                ctx,
                move |context, actor| async move { reopen_industry(&context, &actor, account_id).await },
            );
        Ok(payload(ctx, account_id, done.await?.map(|done| done.position)).await?)
    }

    /// Accepts what waits and is sure enough, as a bulk change; at most 10,000 at once, the surest first.
    #[graphql(directive = allow::apply("RECORDS_BULK".into()))]
    async fn industry_suggestions_accept_all(
        &self,
        ctx: &Context<'_>,
        input: IndustryAcceptAllInput,
    ) -> Result<IndustryAcceptAllPayload> {
        let IndustryAcceptAllInput { confidence_at_least, industry, account_ids, except, idempotency_key } =
            input;
        let at_least = percent(confidence_at_least);
        let action = BulkAction::AcceptIndustry { at_least: u8::try_from(at_least).unwrap_or_default() };
        let waiting = Waiting { named: account_ids, industry, at_least, except: except.unwrap_or_default() };
        Ok(match begin(ctx, waiting, action, idempotency_key).await? {
            Ok(Begun { bulk, accounts, position }) => {
                IndustryAcceptAllPayload { bulk_id: Some(bulk), accounts, position, user_errors: Vec::new() }
            }
            Err(user_errors) => {
                IndustryAcceptAllPayload { bulk_id: None, accounts: 0, position: None, user_errors }
            }
        })
    }

    /// Says no to what waits, as a bulk change; at most 10,000 at once, the surest first. The accounts stay as they are.
    #[graphql(directive = allow::apply("RECORDS_BULK".into()))]
    async fn industry_suggestions_reject_all(
        &self,
        ctx: &Context<'_>,
        input: IndustryRejectAllInput,
    ) -> Result<IndustryRejectAllPayload> {
        let IndustryRejectAllInput {
            confidence_at_least,
            industry,
            account_ids,
            except,
            reason,
            idempotency_key,
        } = input;
        let at_least = percent(confidence_at_least.unwrap_or_default());
        let action = BulkAction::RejectIndustry { reason: tidy(reason) };
        let waiting = Waiting { named: account_ids, industry, at_least, except: except.unwrap_or_default() };
        Ok(match begin(ctx, waiting, action, idempotency_key).await? {
            Ok(Begun { bulk, accounts, position }) => {
                IndustryRejectAllPayload { bulk_id: Some(bulk), accounts, position, user_errors: Vec::new() }
            }
            Err(user_errors) => {
                IndustryRejectAllPayload { bulk_id: None, accounts: 0, position: None, user_errors }
            }
        })
    }
}

struct Begun {
    bulk: Uuid,
    /// Accounts it was begun with.
    accounts: i64,
    position: Option<i64>,
}

/// The same is done to all that wait and are meant.
async fn begin(
    ctx: &Context<'_>,
    waiting: Waiting,
    action: BulkAction,
    key: Option<String>,
) -> ApiResult<Result<Begun, Vec<UserError>>> {
    let ids = waiting.ids(&core(ctx).context, actor(ctx)?).await?;
    let accounts = i64::try_from(ids.len()).unwrap_or(i64::MAX);
    let asked = Asked::new(catalogue::Entity::Account, action, Selection::Ids(ids), None);
    let done =
        run(
            ctx,
            move |context, actor| async move { start_bulk(&context, &actor, asked, key.as_deref()).await },
        );
    Ok(done.await?.map(|done| Begun { bulk: done.id, accounts, position: done.position }))
}

async fn payload(
    ctx: &Context<'_>,
    id: Uuid,
    done: Result<Option<i64>, Vec<UserError>>,
) -> ApiResult<IndustrySuggestionPayload> {
    let position = match done {
        Ok(position) => position,
        Err(user_errors) => {
            return Ok(IndustrySuggestionPayload { suggestion: None, position: None, user_errors });
        }
    };
    let (core, actor) = (core(ctx), actor(ctx)?);
    if let Some(position) = position {
        stale_at(core, &[SPEC.name, accounts::SPEC.name], position).await?;
    }
    let row = query::get(&core.context.log.pools.read, actor, id).await?;
    let names = core.directory.names().await?;
    let suggestion = row.map(|row| IndustrySuggestion::of(row, &names));
    Ok(IndustrySuggestionPayload { suggestion, position, user_errors: Vec::new() })
}
