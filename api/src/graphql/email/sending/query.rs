//! Reading ledgers, recipients and the policy.

use async_graphql::{Context, Object, Result};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::email::sending::policy::{EmailPolicy as Held, ID};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use pivotal_projections::campaigns::campaigns::query as campaigns;
use pivotal_projections::email::sending::SPEC;
use pivotal_projections::email::sending::query::{self, RecipientRow};
use pivotal_projections::email::tracking::SPEC as RESPONSES;
use pivotal_projections::email::tracking::query as told;
use pivotal_projections::page::Page;
use uuid::Uuid;

use super::types::{EmailLedger, EmailPolicy, EmailRecipient, EmailRecipientsFilter};
use crate::app::Core;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::audience::segments::query::records;
use crate::graphql::connection::{EmailRecipientConnection, cost, page_args};
use crate::graphql::email::reports::query::link_names;
use crate::graphql::email::tracking::types::EmailRecipientStep;
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

/// What recipients are read from.
pub const READ: [&str; 2] = [SPEC.name, RESPONSES.name];
/// Opens and clicks of one recipient that are told.
const HITS_MOST: i64 = 200;

#[derive(Default)]
pub struct SendingQuery;

#[Object]
impl SendingQuery {
    /// The ledger of a campaign; null when there is none, or it may not be seen.
    #[graphql(directive = allow::apply("CAMPAIGNS_VIEW".into()))]
    async fn email_ledger(&self, ctx: &Context<'_>, campaign_id: Uuid) -> Result<Option<EmailLedger>> {
        let core = core(ctx);
        let stale = stale(ctx, &[SPEC.name]).await?;
        if !is_seen(core, actor(ctx)?, campaign_id).await? {
            return Ok(None);
        }
        let row = query::ledger(&core.context.log.pools.read, campaign_id).await.map_err(ApiError::from)?;
        Ok(Some(EmailLedger::of(row, stale)))
    }

    /// Who is in a campaign's audience, with what became of each; of some states or reasons, or all.
    #[graphql(directive = allow::apply("CAMPAIGNS_VIEW".into()), complexity = "cost(first, child_complexity)")]
    async fn email_recipients(
        &self,
        ctx: &Context<'_>,
        campaign_id: Uuid,
        filter: Option<EmailRecipientsFilter>,
        #[graphql(default_with = "Some(60)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<EmailRecipientConnection> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let pool = &core.context.log.pools.lists;
        let args = page_args(first, after, None, 60)?;
        let filter = filter.unwrap_or_default().read()?;
        let stale = stale(ctx, &READ).await?;
        if !is_seen(core, actor, campaign_id).await? {
            return Err(ApiError::not_found("campaign").into());
        }
        let page = query::page(pool, campaign_id, &filter, &args).await.map_err(ApiError::from)?;
        let total = match ctx.look_ahead().field("totalCount").exists() {
            true => query::count(pool, campaign_id, &filter).await.map_err(ApiError::from)?,
            false => 0,
        };
        let page = presented(core, actor, page).await?;
        Ok(EmailRecipientConnection::new(page, total, stale, |recipient| recipient))
    }

    /// What became of one contact in a campaign; null when they are not in it.
    #[graphql(directive = allow::apply("CAMPAIGNS_VIEW".into()))]
    async fn email_recipient(
        &self,
        ctx: &Context<'_>,
        campaign_id: Uuid,
        contact_id: Uuid,
    ) -> Result<Option<EmailRecipient>> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        stale(ctx, &READ).await?;
        if !is_seen(core, actor, campaign_id).await? {
            return Ok(None);
        }
        let pool = &core.context.log.pools.read;
        let row = query::one(pool, campaign_id, contact_id).await.map_err(ApiError::from)?;
        let Some(row) = row else { return Ok(None) };
        let (mut contacts, _) = records(core, actor, Entity::Contact, &[contact_id]).await?;
        let told = told::of_messages(pool, row.message_id.as_slice()).await.map_err(ApiError::from)?;
        let told = row.message_id.and_then(|message| told.get(&message));
        Ok(Some(EmailRecipient::of(row, contacts.pop(), told)))
    }

    /// What was told of somebody's email in a campaign, the latest first; empty when nothing left, or it may not be seen.
    #[graphql(directive = allow::apply("CAMPAIGNS_VIEW".into()))]
    async fn email_recipient_steps(
        &self,
        ctx: &Context<'_>,
        campaign_id: Uuid,
        contact_id: Uuid,
    ) -> Result<Vec<EmailRecipientStep>> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        stale(ctx, &READ).await?;
        Ok(steps(core, actor, campaign_id, contact_id).await?.unwrap_or_default())
    }

    #[graphql(directive = allow::apply("CAMPAIGNS_VIEW".into()))]
    async fn email_policy(&self, ctx: &Context<'_>) -> Result<EmailPolicy> {
        Ok(policy(core(ctx), actor(ctx)?).await?.into())
    }
}

/// Whether the viewer may see the campaign.
pub(crate) async fn is_seen(core: &Core, actor: &Actor, campaign: Uuid) -> ApiResult<bool> {
    Ok(campaigns::get(&core.context.log.pools.read, actor, campaign).await?.is_some())
}

/// What was told of somebody's email, the latest first; `None`: they are not in it, or it may not be seen.
pub(crate) async fn steps(
    core: &Core,
    actor: &Actor,
    campaign: Uuid,
    contact: Uuid,
) -> ApiResult<Option<Vec<EmailRecipientStep>>> {
    if !is_seen(core, actor, campaign).await? {
        return Ok(None);
    }
    let pool = &core.context.log.pools.read;
    let Some(row) = query::one(pool, campaign, contact).await? else { return Ok(None) };
    let Some(message) = row.message_id else { return Ok(Some(Vec::new())) };
    let steps = told::steps(pool, message, HITS_MOST).await?;
    let names = link_names(core, campaign).await?;
    // Mails of a campaign without variants are as those of its first.
    let place = row.variant.and_then(|place| u8::try_from(place).ok()).unwrap_or_default();
    let name = |link: i32| names.get(&(place, link)).cloned();
    Ok(Some(steps.into_iter().map(|step| EmailRecipientStep::of(step, name)).collect()))
}

/// As it is at this moment: of the log, not of a read model. For whoever sees all campaigns; to others there is none.
pub(crate) async fn policy(core: &Core, actor: &Actor) -> ApiResult<Held> {
    if actor.scope(Permission::CampaignsView) != Scope::All {
        return Err(ApiError::not_found("sending policy"));
    }
    let held = core.context.log.load::<Held>(ID).await;
    Ok(held.map_err(pivotal_commands::error::CommandError::from)?.state)
}

async fn presented(core: &Core, actor: &Actor, page: Page<RecipientRow>) -> ApiResult<Page<EmailRecipient>> {
    let ids: Vec<Uuid> = page.rows.iter().map(|(_, row)| row.contact_id).collect();
    let (mut contacts, _) = records(core, actor, Entity::Contact, &ids).await?;
    let messages: Vec<Uuid> = page.rows.iter().filter_map(|(_, row)| row.message_id).collect();
    let told = told::of_messages(&core.context.log.pools.lists, &messages).await?;
    let rows = page.rows.into_iter().map(|(cursor, row)| {
        let contact = contacts.iter().position(|one| one.id == row.contact_id);
        let contact = contact.map(|at| contacts.swap_remove(at));
        let told = row.message_id.and_then(|message| told.get(&message));
        (cursor, EmailRecipient::of(row, contact, told))
    });
    Ok(Page { rows: rows.collect(), has_next: page.has_next, has_previous: page.has_previous })
}
