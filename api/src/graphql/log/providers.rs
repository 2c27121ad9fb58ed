//! What Pivotal works with outside of itself, and whether it answers.

use async_graphql::{Context, Object, Result, SimpleObject};

use crate::graphql::payload::{UserError, outcome};
use crate::graphql::{actor, core};
use crate::policy::directive::allow;
use crate::providers::{self, ProviderKind, ProviderState};

/// A service that Pivotal works with. Never with a secret of it.
#[derive(Debug, SimpleObject)]
pub struct Provider {
    pub kind: ProviderKind,
    pub state: ProviderState,
    /// What it is called, or where it is.
    pub name: Option<String>,
    /// Whether there is a test that does no harm.
    pub testable: bool,
}

impl From<providers::Provider> for Provider {
    fn from(provider: providers::Provider) -> Self {
        let providers::Provider { kind, state, name, testable } = provider;
        Provider { kind, state, name, testable }
    }
}

#[derive(Debug, SimpleObject)]
pub struct ProviderTestPayload {
    /// Null: it was not tested.
    pub worked: Option<bool>,
    /// What it came to, in words.
    pub message: Option<String>,
    pub took_ms: Option<i32>,
    pub user_errors: Vec<UserError>,
}

#[derive(Default)]
pub struct ProviderQuery;

#[Object]
impl ProviderQuery {
    /// What Pivotal works with outside of itself, and how each is set up.
    #[graphql(directive = allow::apply("SETTINGS_MANAGE".into()))]
    async fn providers(&self, ctx: &Context<'_>) -> Result<Vec<Provider>> {
        Ok(providers::providers(core(ctx)).into_iter().map(Provider::from).collect())
    }
}

#[derive(Default)]
pub struct ProviderMutation;

#[Object]
impl ProviderMutation {
    /// Asks it something that does no harm; mail goes to the caller alone.
    #[graphql(directive = allow::apply("SETTINGS_MANAGE".into()))]
    async fn provider_test(&self, ctx: &Context<'_>, kind: ProviderKind) -> Result<ProviderTestPayload> {
        let tested = outcome(providers::test(core(ctx), actor(ctx)?, kind).await)?;
        Ok(match tested {
            Ok(tested) => ProviderTestPayload {
                worked: Some(tested.worked),
                message: Some(tested.message),
                took_ms: Some(tested.took_ms),
                user_errors: Vec::new(),
            },
            Err(user_errors) => {
                ProviderTestPayload { worked: None, message: None, took_ms: None, user_errors }
            }
        })
    }
}
