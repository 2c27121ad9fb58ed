//! Batched reads for the deep, rare edges of one request. Lists load what they show at once and do not come here.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::Context;
use async_graphql::dataloader::{DataLoader, Loader};
use pivotal_domain::audience::fields::catalogue::{Entity, Target};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::suppression::consents::channel::Channel;
use pivotal_projections::audience::filter::suggest;
use pivotal_projections::audience::{accounts, contacts, history};
use pivotal_projections::identity::clients::query::{ClientRow, clients_by_id};
use pivotal_projections::identity::teams::query::{TeamRow, teams_by_id};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::app::Core;
use crate::errors::ApiError;

/// Reads as one actor: a loader never outlives its request.
pub struct Reads {
    core: Arc<Core>,
    actor: Actor,
}

pub type Loaders = DataLoader<Reads>;

pub fn loaders(core: &Arc<Core>, actor: &Actor) -> Loaders {
    DataLoader::new(Reads { core: core.clone(), actor: actor.clone() }, tokio::spawn)
}

pub(crate) fn of<'a>(ctx: &Context<'a>) -> Result<&'a Loaders, ApiError> {
    ctx.data_opt::<Loaders>().ok_or_else(ApiError::unauthenticated)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AccountKey(pub Uuid);
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ContactFieldsKey(pub Uuid);
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ContactStatusKey(pub Channel, pub Uuid);
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AccountFieldsKey(pub Uuid);
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ClientKey(pub Uuid);
/// A client by the name that whoever sees its records may see, also where the client itself is out of reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RestrictionNameKey(pub Uuid);
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TeamKey(pub Uuid);
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ImportNameKey(pub Uuid);

impl Reads {
    fn pool(&self) -> &sqlx::PgPool {
        &self.core.context.log.pools.read
    }
}

impl Loader<AccountKey> for Reads {
    type Value = accounts::query::AccountRow;
    type Error = ApiError;

    async fn load(&self, keys: &[AccountKey]) -> Result<HashMap<AccountKey, Self::Value>, ApiError> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = accounts::query::get_many(self.pool(), &self.actor, &ids).await?;
        Ok(rows.into_iter().map(|row| (AccountKey(row.id), row)).collect())
    }
}

impl Loader<ImportNameKey> for Reads {
    type Value = String;
    type Error = ApiError;

    async fn load(&self, keys: &[ImportNameKey]) -> Result<HashMap<ImportNameKey, String>, ApiError> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let names = history::query::import_names(self.pool(), ids).await?;
        Ok(names.into_iter().map(|(id, name)| (ImportNameKey(id), name)).collect())
    }
}

impl Loader<ContactFieldsKey> for Reads {
    type Value = Map<String, Value>;
    type Error = ApiError;

    async fn load(
        &self,
        keys: &[ContactFieldsKey],
    ) -> Result<HashMap<ContactFieldsKey, Self::Value>, ApiError> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let fields = contacts::query::fields(self.pool(), &self.actor, &ids).await?;
        Ok(fields.into_iter().map(|(id, fields)| (ContactFieldsKey(id), fields)).collect())
    }
}

impl Loader<ContactStatusKey> for Reads {
    type Value = String;
    type Error = ApiError;

    async fn load(&self, keys: &[ContactStatusKey]) -> Result<HashMap<ContactStatusKey, String>, ApiError> {
        let mut found = HashMap::new();
        for channel in Channel::ALL {
            let ids: Vec<Uuid> = keys.iter().filter(|key| key.0 == channel).map(|key| key.1).collect();
            if ids.is_empty() {
                continue;
            }
            let statuses = contacts::query::statuses(self.pool(), &self.actor, channel, &ids).await?;
            found.extend(statuses.into_iter().map(|(id, status)| (ContactStatusKey(channel, id), status)));
        }
        Ok(found)
    }
}

impl Loader<AccountFieldsKey> for Reads {
    type Value = Map<String, Value>;
    type Error = ApiError;

    async fn load(
        &self,
        keys: &[AccountFieldsKey],
    ) -> Result<HashMap<AccountFieldsKey, Self::Value>, ApiError> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let fields = accounts::query::fields(self.pool(), &self.actor, &ids).await?;
        Ok(fields.into_iter().map(|(id, fields)| (AccountFieldsKey(id), fields)).collect())
    }
}

impl Loader<ClientKey> for Reads {
    type Value = ClientRow;
    type Error = ApiError;

    async fn load(&self, keys: &[ClientKey]) -> Result<HashMap<ClientKey, ClientRow>, ApiError> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = clients_by_id(self.pool(), &self.actor, &ids).await?;
        Ok(rows.into_iter().map(|row| (ClientKey(row.id), row)).collect())
    }
}

impl Loader<RestrictionNameKey> for Reads {
    type Value = String;
    type Error = ApiError;

    async fn load(
        &self,
        keys: &[RestrictionNameKey],
    ) -> Result<HashMap<RestrictionNameKey, String>, ApiError> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        // Who sees contacts or accounts is told; the records themselves were seen before.
        let of_contacts =
            suggest::names(self.pool(), &self.actor, Entity::Contact, Target::Client, &ids).await?;
        let found = match of_contacts.is_empty() {
            true => suggest::names(self.pool(), &self.actor, Entity::Account, Target::Client, &ids).await?,
            false => of_contacts,
        };
        Ok(found.into_iter().map(|(id, name)| (RestrictionNameKey(id), name)).collect())
    }
}

impl Loader<TeamKey> for Reads {
    type Value = TeamRow;
    type Error = ApiError;

    async fn load(&self, keys: &[TeamKey]) -> Result<HashMap<TeamKey, TeamRow>, ApiError> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        let rows = teams_by_id(self.pool(), &self.actor, &ids).await?;
        Ok(rows.into_iter().map(|row| (TeamKey(row.id), row)).collect())
    }
}
