//! Adding and changing client organisations.

use async_graphql::{Context, InputObject, Object, Result, SimpleObject};
use pivotal_commands::execute::Executed;
use pivotal_commands::identity::clients::archive::{archive_client, restore_client};
use pivotal_commands::identity::clients::change::{assign_owner, change_client};
use pivotal_commands::identity::clients::create::{CreateClient, create_client};
use pivotal_commands::identity::clients::rename::rename_client;
use pivotal_domain::identity::clients as domain;
use pivotal_domain::identity::clients::details::Details;
use pivotal_projections::identity::clients::SPEC;
use uuid::Uuid;

use super::query::one;
use super::types::Client;
use crate::errors::ApiResult;
use crate::graphql::core;
use crate::graphql::freshness::stale_at;
use crate::graphql::payload::{UserError, run};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct ClientMutation;

#[derive(Debug, InputObject)]
pub struct ClientCreateInput {
    pub name: String,
    pub idempotency_key: Option<String>,
}

#[derive(Debug, InputObject)]
pub struct ClientRenameInput {
    pub id: Uuid,
    pub name: String,
}

/// All details at once: what is null or blank is none.
#[derive(Debug, InputObject)]
pub struct ClientChangeInput {
    pub id: Uuid,
    pub legal_name: Option<String>,
    /// A web address or a domain.
    pub website: Option<String>,
    /// Two letters (ISO 3166), or a name.
    pub country: Option<String>,
    pub billing_reference: Option<String>,
    pub note: Option<String>,
}

#[derive(Debug, SimpleObject)]
pub struct ClientPayload {
    pub client: Option<Client>,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[Object]
impl ClientMutation {
    #[graphql(directive = allow::apply("CLIENTS_MANAGE".into()))]
    async fn client_create(&self, ctx: &Context<'_>, input: ClientCreateInput) -> Result<ClientPayload> {
        let input = CreateClient { name: input.name, idempotency_key: input.idempotency_key };
        let done =
            run(ctx, |context, actor| async move { create_client(&context, &actor, input).await }).await?;
        Ok(payload(ctx, done).await?)
    }

    #[graphql(directive = allow::apply("CLIENTS_MANAGE".into()))]
    async fn client_rename(&self, ctx: &Context<'_>, input: ClientRenameInput) -> Result<ClientPayload> {
        let done =
            run(
                ctx,
                |context, actor| async move { rename_client(&context, &actor, input.id, input.name).await },
            );
        let done = done.await?;
        Ok(payload(ctx, done).await?)
    }

    #[graphql(directive = allow::apply("CLIENTS_MANAGE".into()))]
    async fn client_change(&self, ctx: &Context<'_>, input: ClientChangeInput) -> Result<ClientPayload> {
        let id = input.id;
        let details = Details {
            legal_name: input.legal_name,
            website: input.website,
            country: input.country,
            billing_reference: input.billing_reference,
            note: input.note,
        };
        let done =
            run(ctx, move |context, actor| async move { change_client(&context, &actor, id, details).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// Who of ours looks after it; null: nobody.
    #[graphql(directive = allow::apply("CLIENTS_MANAGE".into()))]
    async fn client_assign_owner(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        owner_id: Option<Uuid>,
    ) -> Result<ClientPayload> {
        let done =
            run(ctx, move |context, actor| async move { assign_owner(&context, &actor, id, owner_id).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// It refuses new use and keeps everything; its users are signed out until it is restored.
    #[graphql(directive = allow::apply("CLIENTS_MANAGE".into()))]
    async fn client_archive(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        reason: Option<String>,
    ) -> Result<ClientPayload> {
        let done =
            run(ctx, move |context, actor| async move { archive_client(&context, &actor, id, reason).await });
        Ok(payload(ctx, done.await?).await?)
    }

    #[graphql(directive = allow::apply("CLIENTS_MANAGE".into()))]
    async fn client_restore(&self, ctx: &Context<'_>, id: Uuid) -> Result<ClientPayload> {
        let done = run(ctx, move |context, actor| async move { restore_client(&context, &actor, id).await });
        Ok(payload(ctx, done.await?).await?)
    }
}

pub(super) async fn payload(
    ctx: &Context<'_>,
    done: Result<Executed<domain::Client>, Vec<UserError>>,
) -> ApiResult<ClientPayload> {
    let done = match done {
        Ok(done) => done,
        Err(user_errors) => return Ok(ClientPayload { client: None, position: None, user_errors }),
    };
    let stale = match done.position {
        Some(position) => stale_at(core(ctx), &[SPEC.name], position).await?,
        None => false,
    };
    let client = if stale { None } else { one(ctx, done.id).await? };
    Ok(ClientPayload { client, position: done.position, user_errors: Vec::new() })
}
