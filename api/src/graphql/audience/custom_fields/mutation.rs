//! Defining, changing and archiving custom fields.

use async_graphql::{Context, Object, Result, SimpleObject};
use pivotal_commands::audience::custom_fields::archive::{archive_custom_field, restore_custom_field};
use pivotal_commands::audience::custom_fields::change::change_custom_field;
use pivotal_commands::audience::custom_fields::define::{DefineCustomField, define_custom_field};
use pivotal_domain::identity::permission::Permission;
use pivotal_projections::audience::custom_fields::SPEC;

use super::query::one;
use super::types::{CustomField, CustomFieldChangeInput, CustomFieldDefineInput};
use crate::errors::ApiResult;
use crate::graphql::audience::record::Entity;
use crate::graphql::core;
use crate::graphql::freshness::stale_at;
use crate::graphql::payload::{UserError, run};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct CustomFieldMutation;

#[derive(Debug, SimpleObject)]
pub struct CustomFieldPayload {
    /// As it is now.
    pub custom_field: Option<CustomField>,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

/// Which field it was, and the position of what was written.
type Done = Result<(Entity, String, Option<i64>), Vec<UserError>>;

#[Object]
impl CustomFieldMutation {
    /// Adds a field. Its key is worked out from the label.
    #[graphql(directive = allow::apply(Permission::CustomFieldsDefine.as_str().into()))]
    async fn custom_field_define(
        &self,
        ctx: &Context<'_>,
        input: CustomFieldDefineInput,
    ) -> Result<CustomFieldPayload> {
        let entity = input.entity;
        let (field, idempotency_key) = input.split();
        let input = DefineCustomField { field, idempotency_key };
        let values = core(ctx).custom_values.clone();
        let done =
            run(
                ctx,
                |context, actor| async move { define_custom_field(&context, &*values, &actor, input).await },
            );
        let done = done.await?.map(|(done, field)| (entity, field.key, done.position));
        Ok(payload(ctx, done).await?)
    }

    /// Another name, other options, required or not, unique or not, another default.
    #[graphql(directive = allow::apply(Permission::SettingsManage.as_str().into()))]
    async fn custom_field_change(
        &self,
        ctx: &Context<'_>,
        input: CustomFieldChangeInput,
    ) -> Result<CustomFieldPayload> {
        let (entity, key, changes) = input.split();
        let (of, values) = (key.clone(), core(ctx).custom_values.clone());
        let done = run(ctx, move |context, actor| async move {
            change_custom_field(&context, &*values, &actor, entity.into(), &of, changes).await
        });
        let done = done.await?.map(|done| (entity, key, done.position));
        Ok(payload(ctx, done).await?)
    }

    /// Offers it nowhere any more. Values stay; filters, views and exports that name it say so.
    #[graphql(directive = allow::apply(Permission::SettingsManage.as_str().into()))]
    async fn custom_field_archive(
        &self,
        ctx: &Context<'_>,
        entity: Entity,
        key: String,
    ) -> Result<CustomFieldPayload> {
        let of = key.clone();
        let done = run(ctx, move |context, actor| async move {
            archive_custom_field(&context, &actor, entity.into(), &of).await
        });
        let done = done.await?.map(|done| (entity, key, done.position));
        Ok(payload(ctx, done).await?)
    }

    /// Takes archiving back.
    #[graphql(directive = allow::apply(Permission::SettingsManage.as_str().into()))]
    async fn custom_field_restore(
        &self,
        ctx: &Context<'_>,
        entity: Entity,
        key: String,
    ) -> Result<CustomFieldPayload> {
        let of = key.clone();
        let done = run(ctx, move |context, actor| async move {
            restore_custom_field(&context, &actor, entity.into(), &of).await
        });
        let done = done.await?.map(|done| (entity, key, done.position));
        Ok(payload(ctx, done).await?)
    }
}

async fn payload(ctx: &Context<'_>, done: Done) -> ApiResult<CustomFieldPayload> {
    let (entity, key, position) = match done {
        Ok(done) => done,
        Err(user_errors) => {
            return Ok(CustomFieldPayload { custom_field: None, position: None, user_errors });
        }
    };
    let stale = match position {
        Some(position) => stale_at(core(ctx), &[SPEC.name], position).await?,
        None => false,
    };
    let custom_field = if stale { None } else { one(ctx, entity, &key).await? };
    Ok(CustomFieldPayload { custom_field, position, user_errors: Vec::new() })
}
