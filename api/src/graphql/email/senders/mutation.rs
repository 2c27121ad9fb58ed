//! Making and changing senders, and having their domains checked.

use async_graphql::{Context, InputObject, Object, Result, SimpleObject};
use chrono::NaiveDate;
use pivotal_commands::email::senders::archive::{archive_sender, restore_sender};
use pivotal_commands::email::senders::check::start_check;
use pivotal_commands::email::senders::create::create_sender;
use pivotal_commands::email::senders::update::change_sender;
use pivotal_commands::execute::Executed;
use pivotal_domain::email::senders as domain;
use pivotal_domain::email::senders::ramp::Ramp;
use pivotal_domain::email::senders::setup::Draft;
use pivotal_projections::email::senders::SPEC;
use uuid::Uuid;

use super::query::one;
use super::types::SenderProfile;
use crate::errors::ApiResult;
use crate::graphql::core;
use crate::graphql::freshness::stale_at;
use crate::graphql::payload::{UserError, run};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct SenderMutation;

/// All of a sender at once: what is null or blank is none.
#[derive(Debug, InputObject)]
pub struct SenderInput {
    pub from_name: String,
    pub from_address: String,
    pub reply_to: Option<String>,
    pub brand_id: Uuid,
    /// As the law wants it at the foot of each mail.
    pub physical_address: String,
    /// Under which links stand.
    pub tracking_domain: Option<String>,
    /// The name of an account of the configuration.
    pub account: String,
    pub dkim_selector: Option<String>,
    /// What the provider says to publish under the selector.
    pub dkim_record: Option<String>,
    pub ramp: Option<SenderRampInput>,
}

#[derive(Debug, InputObject)]
pub struct SenderRampInput {
    pub first_day: NaiveDate,
    pub start_per_day: i32,
    pub growth_percent: i32,
    pub limit_per_day: i32,
}

impl From<SenderRampInput> for Ramp {
    fn from(input: SenderRampInput) -> Self {
        // What is below zero is no number of mails, and is refused as one that is too large.
        let number = |value: i32| u32::try_from(value).unwrap_or(u32::MAX);
        Ramp {
            first_day: input.first_day,
            start_per_day: number(input.start_per_day),
            growth_percent: number(input.growth_percent),
            limit_per_day: number(input.limit_per_day),
        }
    }
}

impl From<SenderInput> for Draft {
    fn from(input: SenderInput) -> Self {
        Draft {
            from_name: input.from_name,
            from_address: input.from_address,
            reply_to: input.reply_to,
            brand: input.brand_id,
            physical_address: input.physical_address,
            tracking_domain: input.tracking_domain,
            account: input.account,
            dkim_selector: input.dkim_selector,
            dkim_record: input.dkim_record,
            ramp: input.ramp.map(Ramp::from),
        }
    }
}

#[derive(Debug, SimpleObject)]
pub struct SenderPayload {
    pub sender: Option<SenderProfile>,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[derive(Debug, SimpleObject)]
pub struct SenderCheckPayload {
    /// Null: it was refused.
    pub job_id: Option<Uuid>,
    pub user_errors: Vec<UserError>,
}

#[Object]
impl SenderMutation {
    /// Its domains are checked at once.
    #[graphql(directive = allow::apply("SETTINGS_MANAGE".into()))]
    async fn sender_create(
        &self,
        ctx: &Context<'_>,
        input: SenderInput,
        idempotency_key: Option<String>,
    ) -> Result<SenderPayload> {
        let (accounts, draft) = (core(ctx).sender_accounts.clone(), Draft::from(input));
        let made = run(ctx, move |context, actor| async move {
            create_sender(&context, &accounts, &actor, draft, idempotency_key.as_deref()).await
        });
        Ok(payload(ctx, made.await?).await?)
    }

    #[graphql(directive = allow::apply("SETTINGS_MANAGE".into()))]
    async fn sender_change(&self, ctx: &Context<'_>, id: Uuid, input: SenderInput) -> Result<SenderPayload> {
        let (accounts, draft) = (core(ctx).sender_accounts.clone(), Draft::from(input));
        let changed = run(ctx, move |context, actor| async move {
            change_sender(&context, &accounts, &actor, id, draft).await
        });
        Ok(payload(ctx, changed.await?).await?)
    }

    /// Nobody sends with it any more; what was sent with it keeps its name. A repeat is fine.
    #[graphql(directive = allow::apply("SETTINGS_MANAGE".into()))]
    async fn sender_archive(&self, ctx: &Context<'_>, id: Uuid) -> Result<SenderPayload> {
        let done = run(ctx, move |context, actor| async move { archive_sender(&context, &actor, id).await });
        Ok(payload(ctx, done.await?).await?)
    }

    #[graphql(directive = allow::apply("SETTINGS_MANAGE".into()))]
    async fn sender_restore(&self, ctx: &Context<'_>, id: Uuid) -> Result<SenderPayload> {
        let done = run(ctx, move |context, actor| async move { restore_sender(&context, &actor, id).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// Asks the name servers now. While a check waits, it is the same one.
    #[graphql(directive = allow::apply("SETTINGS_MANAGE".into()))]
    async fn sender_check(&self, ctx: &Context<'_>, id: Uuid) -> Result<SenderCheckPayload> {
        let queue = core(ctx).queue.clone();
        let asked =
            run(ctx, move |context, actor| async move { start_check(&context, &queue, &actor, id).await });
        Ok(match asked.await? {
            Ok(job) => SenderCheckPayload { job_id: Some(job), user_errors: Vec::new() },
            Err(user_errors) => SenderCheckPayload { job_id: None, user_errors },
        })
    }
}

async fn payload(
    ctx: &Context<'_>,
    done: Result<Executed<domain::SenderProfile>, Vec<UserError>>,
) -> ApiResult<SenderPayload> {
    let done = match done {
        Ok(done) => done,
        Err(user_errors) => return Ok(SenderPayload { sender: None, position: None, user_errors }),
    };
    let stale = match done.position {
        Some(position) => stale_at(core(ctx), &[SPEC.name], position).await?,
        None => false,
    };
    let sender = if stale { None } else { one(ctx, done.id).await? };
    Ok(SenderPayload { sender, position: done.position, user_errors: Vec::new() })
}
