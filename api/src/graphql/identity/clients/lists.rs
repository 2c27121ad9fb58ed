//! List slots of a client. A list is filled by a route (`PUT /api/v1/clients/{id}/lists/{listId}/file`): files are no part of GraphQL.

use async_graphql::{Context, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_commands::identity::clients::lists::{
    add_list, remove_list, rename_list, restore_list, unfill_list,
};
use pivotal_domain::identity::clients::lists::List;
use uuid::Uuid;

use super::mutation::{ClientPayload, payload};
use crate::graphql::payload::run;
use crate::policy::directive::allow;

/// Companies that a client names as its targets.
#[derive(Debug, SimpleObject)]
pub struct ClientList {
    pub id: Uuid,
    pub name: String,
    /// Null: nothing was uploaded yet.
    pub entries: Option<i64>,
    pub filled_at: Option<DateTime<Utc>>,
    /// What the file was called that it was filled from.
    pub file_name: Option<String>,
}

impl ClientList {
    pub fn of(id: Uuid, list: List) -> Self {
        let filled = list.filled;
        ClientList {
            id,
            name: list.name,
            entries: filled.as_ref().map(|filling| filling.entries),
            filled_at: filled.as_ref().map(|filling| filling.at),
            file_name: filled.map(|filling| filling.file_name),
        }
    }
}

#[derive(Default)]
pub struct ClientListMutation;

#[Object]
impl ClientListMutation {
    /// An empty list. listId is the caller's to choose: a repeat makes no second list.
    #[graphql(directive = allow::apply("CLIENTS_MANAGE".into()))]
    async fn client_list_add(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        list_id: Uuid,
        name: String,
    ) -> Result<ClientPayload> {
        let done =
            run(
                ctx,
                move |context, actor| async move { add_list(&context, &actor, id, list_id, name).await },
            );
        Ok(payload(ctx, done.await?).await?)
    }

    #[graphql(directive = allow::apply("CLIENTS_MANAGE".into()))]
    async fn client_list_rename(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        list_id: Uuid,
        name: String,
    ) -> Result<ClientPayload> {
        let done =
            run(
                ctx,
                move |context, actor| async move { rename_list(&context, &actor, id, list_id, name).await },
            );
        Ok(payload(ctx, done.await?).await?)
    }

    /// With all that it holds.
    #[graphql(directive = allow::apply("CLIENTS_MANAGE".into()))]
    async fn client_list_remove(&self, ctx: &Context<'_>, id: Uuid, list_id: Uuid) -> Result<ClientPayload> {
        let done =
            run(ctx, move |context, actor| async move { remove_list(&context, &actor, id, list_id).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// Brings a list back that was removed, with all that it held. The last 20 can be.
    #[graphql(directive = allow::apply("CLIENTS_MANAGE".into()))]
    async fn client_list_restore(&self, ctx: &Context<'_>, id: Uuid, list_id: Uuid) -> Result<ClientPayload> {
        let done =
            run(ctx, move |context, actor| async move { restore_list(&context, &actor, id, list_id).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// Takes the last file back: the list holds what it held before. fileId is what the upload answered; a list that was filled
    /// again since is left as it is.
    #[graphql(directive = allow::apply("CLIENTS_MANAGE".into()))]
    async fn client_list_unfill(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        list_id: Uuid,
        file_id: Uuid,
    ) -> Result<ClientPayload> {
        let done = run(ctx, move |context, actor| async move {
            unfill_list(&context, &actor, id, list_id, file_id).await
        });
        Ok(payload(ctx, done.await?).await?)
    }
}
