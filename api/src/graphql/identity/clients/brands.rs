//! Brands of a client, and changing them.

use async_graphql::{Context, Object, Result, SimpleObject};
use pivotal_commands::identity::clients::brands::change_brands;
use pivotal_domain::identity::clients::brands::{Brand, BrandCommand};
use uuid::Uuid;

use super::mutation::{ClientPayload, payload};
use crate::graphql::payload::run;
use crate::policy::directive::allow;

/// Under which name a client's campaigns speak.
#[derive(Debug, SimpleObject)]
pub struct ClientBrand {
    pub id: Uuid,
    pub name: String,
    pub website: Option<String>,
    pub archived: bool,
}

impl ClientBrand {
    pub fn of(id: Uuid, brand: Brand) -> Self {
        ClientBrand { id, name: brand.name, website: brand.website, archived: brand.archived }
    }
}

#[derive(Default)]
pub struct ClientBrandMutation;

#[Object]
impl ClientBrandMutation {
    /// brandId is the caller's to choose: a repeat makes no second brand.
    #[graphql(directive = allow::apply("CLIENTS_MANAGE".into()))]
    async fn client_brand_add(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        brand_id: Uuid,
        name: String,
        website: Option<String>,
    ) -> Result<ClientPayload> {
        change(ctx, id, BrandCommand::Add { brand: brand_id, name, website }).await
    }

    /// Its name and website at once.
    #[graphql(directive = allow::apply("CLIENTS_MANAGE".into()))]
    async fn client_brand_change(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        brand_id: Uuid,
        name: String,
        website: Option<String>,
    ) -> Result<ClientPayload> {
        change(ctx, id, BrandCommand::Change { brand: brand_id, name, website }).await
    }

    #[graphql(directive = allow::apply("CLIENTS_MANAGE".into()))]
    async fn client_brand_archive(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        brand_id: Uuid,
    ) -> Result<ClientPayload> {
        change(ctx, id, BrandCommand::Archive { brand: brand_id }).await
    }

    #[graphql(directive = allow::apply("CLIENTS_MANAGE".into()))]
    async fn client_brand_restore(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        brand_id: Uuid,
    ) -> Result<ClientPayload> {
        change(ctx, id, BrandCommand::Restore { brand: brand_id }).await
    }
}

async fn change(ctx: &Context<'_>, id: Uuid, command: BrandCommand) -> Result<ClientPayload> {
    let done =
        run(ctx, move |context, actor| async move { change_brands(&context, &actor, id, command).await });
    Ok(payload(ctx, done.await?).await?)
}
