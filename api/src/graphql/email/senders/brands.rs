//! Brands of ours, and changing them.

use async_graphql::{Context, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_commands::email::senders::brands::{
    archive_brand, change_brand, create_brand, restore_brand, set_default_sender,
};
use pivotal_commands::execute::Executed;
use pivotal_domain::email::senders::brand::{Brand, Look};
use pivotal_projections::email::senders::SPEC;
use pivotal_projections::email::senders::query::{self, BrandRow};
use uuid::Uuid;

use crate::errors::ApiResult;
use crate::graphql::freshness::stale_at;
use crate::graphql::payload::{UserError, run};
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

/// A brand of ours, in whose name mail is sent.
#[derive(Debug, SimpleObject)]
pub struct EmailBrand {
    pub id: Uuid,
    pub name: String,
    pub logo_url: Option<String>,
    /// Like #0b5cad.
    pub colour: Option<String>,
    /// Who sends for it unless somebody says otherwise.
    pub default_sender_id: Option<Uuid>,
    /// In use.
    pub sender_count: i64,
    pub archived: bool,
    pub created_at: DateTime<Utc>,
}

impl From<BrandRow> for EmailBrand {
    fn from(row: BrandRow) -> Self {
        let look = row.state.look.unwrap_or_default();
        EmailBrand {
            id: row.id,
            name: look.name,
            logo_url: look.logo_url,
            colour: look.colour,
            default_sender_id: row.state.default_sender,
            sender_count: row.sender_count,
            archived: row.state.archived,
            created_at: row.created_at,
        }
    }
}

/// All of a brand at once: what is null or blank is none.
#[derive(Debug, InputObject)]
pub struct EmailBrandInput {
    pub name: String,
    /// Begins with https://.
    pub logo_url: Option<String>,
    /// Like #0b5cad.
    pub colour: Option<String>,
}

impl From<EmailBrandInput> for Look {
    fn from(input: EmailBrandInput) -> Self {
        Look { name: input.name, logo_url: input.logo_url, colour: input.colour }
    }
}

#[derive(Debug, SimpleObject)]
pub struct EmailBrandPayload {
    pub brand: Option<EmailBrand>,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[derive(Default)]
pub struct EmailBrandMutation;

#[Object]
impl EmailBrandMutation {
    #[graphql(directive = allow::apply("SETTINGS_MANAGE".into()))]
    async fn email_brand_create(
        &self,
        ctx: &Context<'_>,
        input: EmailBrandInput,
        idempotency_key: Option<String>,
    ) -> Result<EmailBrandPayload> {
        let look = Look::from(input);
        let made = run(ctx, move |context, actor| async move {
            create_brand(&context, &actor, look, idempotency_key.as_deref()).await
        });
        Ok(payload(ctx, made.await?).await?)
    }

    #[graphql(directive = allow::apply("SETTINGS_MANAGE".into()))]
    async fn email_brand_change(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        input: EmailBrandInput,
    ) -> Result<EmailBrandPayload> {
        let look = Look::from(input);
        let changed =
            run(ctx, move |context, actor| async move { change_brand(&context, &actor, id, look).await });
        Ok(payload(ctx, changed.await?).await?)
    }

    /// Who sends for it unless somebody says otherwise; null: nobody.
    #[graphql(directive = allow::apply("SETTINGS_MANAGE".into()))]
    async fn email_brand_set_default(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        sender_id: Option<Uuid>,
    ) -> Result<EmailBrandPayload> {
        let set = run(ctx, move |context, actor| async move {
            set_default_sender(&context, &actor, id, sender_id).await
        });
        Ok(payload(ctx, set.await?).await?)
    }

    /// Refused while somebody sends for it. A repeat is fine.
    #[graphql(directive = allow::apply("SETTINGS_MANAGE".into()))]
    async fn email_brand_archive(&self, ctx: &Context<'_>, id: Uuid) -> Result<EmailBrandPayload> {
        let done = run(ctx, move |context, actor| async move { archive_brand(&context, &actor, id).await });
        Ok(payload(ctx, done.await?).await?)
    }

    #[graphql(directive = allow::apply("SETTINGS_MANAGE".into()))]
    async fn email_brand_restore(&self, ctx: &Context<'_>, id: Uuid) -> Result<EmailBrandPayload> {
        let done = run(ctx, move |context, actor| async move { restore_brand(&context, &actor, id).await });
        Ok(payload(ctx, done.await?).await?)
    }
}

async fn payload(
    ctx: &Context<'_>,
    done: Result<Executed<Brand>, Vec<UserError>>,
) -> ApiResult<EmailBrandPayload> {
    let done = match done {
        Ok(done) => done,
        Err(user_errors) => return Ok(EmailBrandPayload { brand: None, position: None, user_errors }),
    };
    let stale = match done.position {
        Some(position) => stale_at(core(ctx), &[SPEC.name], position).await?,
        None => false,
    };
    let brand = if stale {
        None
    } else {
        query::brand(&core(ctx).context.log.pools.read, actor(ctx)?, done.id).await?.map(EmailBrand::from)
    };
    Ok(EmailBrandPayload { brand, position: done.position, user_errors: Vec::new() })
}
