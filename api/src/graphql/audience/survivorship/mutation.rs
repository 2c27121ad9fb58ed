//! Changing the rules, looking at what that would do to records that are there, and doing it.

use async_graphql::{Context, Object, Result, SimpleObject};
use pivotal_commands::audience::survivorship::apply::apply_rules;
use pivotal_commands::audience::survivorship::change::{ChangeRules, change_rules};
use pivotal_commands::audience::survivorship::preview::{cancel_preview, preview_rules};
use pivotal_commands::error::CommandError;
use pivotal_domain::audience::fields::catalogue;
use uuid::Uuid;

use super::query::shown;
use super::types::{Survivorship, SurvivorshipInput};
use crate::errors::ApiResult;
use crate::graphql::audience::record::Entity;
use crate::graphql::payload::{UserError, run};
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct SurvivorshipMutation;

#[derive(Debug, SimpleObject)]
pub struct SurvivorshipPayload {
    /// As it is now.
    pub survivorship: Option<Survivorship>,
    /// The bulk change that weighs what is there anew.
    pub bulk_id: Option<Uuid>,
    pub user_errors: Vec<UserError>,
}

#[Object]
impl SurvivorshipMutation {
    /// Decides by these rules what is written from now on. What is there stays. `expected`: the rules that were shown; refused
    /// when somebody changed them meanwhile.
    #[graphql(directive = allow::apply("SETTINGS_MANAGE".into()))]
    async fn survivorship_change(
        &self,
        ctx: &Context<'_>,
        input: SurvivorshipInput,
        expected: Option<SurvivorshipInput>,
    ) -> Result<SurvivorshipPayload> {
        let entity = input.entity;
        let done = run(ctx, move |context, actor| async move {
            let (entity, rules) = input.read().map_err(CommandError::from)?;
            let expected = expected.map(|expected| expected.read().map(|(_, rules)| rules));
            let expected = expected.transpose().map_err(CommandError::from)?;
            change_rules(&context, &actor, ChangeRules { entity, rules, expected }).await
        });
        Ok(payload(ctx, entity.into(), done.await?.map(|_| None)).await?)
    }

    /// Weighs every record's values by these rules, as a job. Nothing is written.
    #[graphql(directive = allow::apply("SETTINGS_MANAGE".into()))]
    async fn survivorship_preview(
        &self,
        ctx: &Context<'_>,
        input: SurvivorshipInput,
    ) -> Result<SurvivorshipPayload> {
        let entity = input.entity;
        let done = run(ctx, move |context, actor| async move {
            let (entity, rules) = input.read().map_err(CommandError::from)?;
            preview_rules(&context, &actor, entity, rules).await
        });
        Ok(payload(ctx, entity.into(), done.await?.map(|_| None)).await?)
    }

    #[graphql(directive = allow::apply("SETTINGS_MANAGE".into()))]
    async fn survivorship_cancel_preview(
        &self,
        ctx: &Context<'_>,
        entity: Entity,
    ) -> Result<SurvivorshipPayload> {
        let done =
            run(
                ctx,
                move |context, actor| async move { cancel_preview(&context, &actor, entity.into()).await },
            );
        Ok(payload(ctx, entity.into(), done.await?.map(|_| None)).await?)
    }

    /// The previewed rules hold from now on, and a bulk change makes the records hold what they would: it can be followed and
    /// undone as any other.
    #[graphql(directive = allow::apply("SETTINGS_MANAGE".into()))]
    async fn survivorship_apply(
        &self,
        ctx: &Context<'_>,
        entity: Entity,
        preview: Uuid,
    ) -> Result<SurvivorshipPayload> {
        let done = run(ctx, move |context, actor| async move {
            apply_rules(&context, &actor, entity.into(), preview).await
        });
        Ok(payload(ctx, entity.into(), done.await?.map(Some)).await?)
    }
}

async fn payload(
    ctx: &Context<'_>,
    entity: catalogue::Entity,
    done: Result<Option<Uuid>, Vec<UserError>>,
) -> ApiResult<SurvivorshipPayload> {
    let (bulk_id, user_errors) = match done {
        Ok(bulk) => (bulk, Vec::new()),
        Err(errors) => {
            return Ok(SurvivorshipPayload { survivorship: None, bulk_id: None, user_errors: errors });
        }
    };
    let survivorship = Some(shown(core(ctx), actor(ctx)?, entity).await?);
    Ok(SurvivorshipPayload { survivorship, bulk_id, user_errors })
}
