//! Making a key.

use chrono::{DateTime, Utc};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::api_keys::error::ApiKeyError;
use pivotal_domain::identity::api_keys::{ApiKey, ApiKeyCommand, NewApiKey};
use pivotal_domain::identity::permission::Permission;
use secrecy::SecretString;
use uuid::Uuid;

use super::secrets;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, execute_new};
use crate::mail::security::Notice;

#[derive(Debug, Clone)]
pub struct CreateApiKey {
    pub name: String,
    /// Names of permissions.
    pub scopes: Vec<String>,
    pub expires_at: Option<DateTime<Utc>>,
}

/// A key that was just made.
#[derive(Debug, Clone)]
pub struct Created {
    pub key: Executed<ApiKey>,
    /// To be had only now.
    pub secret: SecretString,
}

pub async fn create_api_key(
    ctx: &Context,
    actor: &Actor,
    input: CreateApiKey,
) -> Result<Created, CommandError> {
    authorise_all(actor, Permission::ApiKeysManage)?;
    let scopes = input.scopes.into_iter().map(|name| {
        let known = Permission::named(&name);
        known.ok_or_else(|| ApiKeyError::ScopeUnknown(name.chars().take(80).collect()))
    });
    let fresh = secrets::fresh()?;
    let new = NewApiKey {
        user_id: actor.user_id,
        name: input.name,
        prefix: fresh.prefix.clone(),
        scopes: scopes.collect::<Result<_, _>>()?,
        // Of a key that makes keys: its own scopes.
        grantable: actor.grants().into_iter().map(|grant| grant.permission).collect(),
        expires_at: input.expires_at,
        at: ctx.now(),
    };
    let (id, at) = (Uuid::now_v7(), new.at);
    // Refused before anything is stored.
    ApiKey::default().decide(ApiKeyCommand::Create(new.clone()))?;
    // First the secret, then the key: a crash in between leaves a row that opens nothing.
    secrets::store(&ctx.log.pools.write, id, &fresh.hash).await?;
    let created = execute_new::<ApiKey, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |nothing| Ok(nothing.decide(ApiKeyCommand::Create(new))?),
        |_, _| Ok(vec![Notice::ApiKeyMade { key: id }.job(actor, actor.user_id, at)?]),
    )
    .await;
    match created {
        Ok(key) => Ok(Created { key, secret: fresh.secret }),
        Err(error) => {
            secrets::remove(&ctx.log.pools.write, id).await?;
            Err(error)
        }
    }
}
