//! Making and revoking API keys.

use async_graphql::{Context, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_commands::identity::api_keys::create::{CreateApiKey, create_api_key};
use pivotal_commands::identity::api_keys::revoke::revoke_api_key;
use secrecy::ExposeSecret;
use uuid::Uuid;

use super::types::ApiKey;
use crate::graphql::core;
use crate::graphql::payload::{UserError, run};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct ApiKeyMutation;

#[derive(Debug, InputObject)]
pub struct ApiKeyCreateInput {
    /// What it is for, in words.
    pub name: String,
    /// Permissions of the policy table, as CONTACTS_VIEW; at most what you may do yourself.
    pub scopes: Vec<String>,
    /// Left out: good until it is revoked.
    pub expires_at: Option<DateTime<Utc>>,
}

#[derive(SimpleObject)]
pub struct ApiKeyCreatePayload {
    pub api_key: Option<ApiKey>,
    /// To be had only now.
    pub secret: Option<String>,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[derive(Debug, SimpleObject)]
pub struct ApiKeyPayload {
    pub api_key: Option<ApiKey>,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[Object]
impl ApiKeyMutation {
    /// Makes a key with which a program comes in, in your name.
    #[graphql(directive = allow::apply("API_KEYS_MANAGE".into()))]
    async fn api_key_create(
        &self,
        ctx: &Context<'_>,
        input: ApiKeyCreateInput,
    ) -> Result<ApiKeyCreatePayload> {
        let input = CreateApiKey { name: input.name, scopes: input.scopes, expires_at: input.expires_at };
        let created =
            run(ctx, |context, actor| async move { create_api_key(&context, &actor, input).await }).await?;
        Ok(match created {
            Ok(created) => ApiKeyCreatePayload {
                api_key: Some(ApiKey::of_state(&created.key, core(ctx).context.now())),
                secret: Some(created.secret.expose_secret().to_owned()),
                position: created.key.position,
                user_errors: Vec::new(),
            },
            Err(user_errors) => {
                ApiKeyCreatePayload { api_key: None, secret: None, position: None, user_errors }
            }
        })
    }

    /// Takes a key back: it lets nobody in any more, at once.
    #[graphql(directive = allow::apply("API_KEYS_MANAGE".into()))]
    async fn api_key_revoke(&self, ctx: &Context<'_>, id: Uuid) -> Result<ApiKeyPayload> {
        let revoked =
            run(ctx, move |context, actor| async move { revoke_api_key(&context, &actor, id).await }).await?;
        Ok(match revoked {
            Ok(done) => ApiKeyPayload {
                api_key: Some(ApiKey::of_state(&done, core(ctx).context.now())),
                position: done.position,
                user_errors: Vec::new(),
            },
            Err(user_errors) => ApiKeyPayload { api_key: None, position: None, user_errors },
        })
    }
}
