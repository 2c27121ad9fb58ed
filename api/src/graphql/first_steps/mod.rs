//! The checklist of a new installation: what is done already. Sample data and development logins tick nothing.

use async_graphql::{Context, Object, Result, SimpleObject};
use pivotal_commands::identity::development::LOGINS;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use pivotal_projections::audience::{accounts, contacts};
use pivotal_projections::first_steps::{Given, first_steps};

use crate::errors::ApiError;
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::directive::allow;
use crate::seed;

/// null: not a step of your role.
#[derive(Debug, SimpleObject)]
pub struct FirstSteps {
    pub contact: Option<bool>,
    pub account: Option<bool>,
    pub import: Option<bool>,
    pub colleague: Option<bool>,
    pub client: Option<bool>,
}

#[derive(Default)]
pub struct FirstStepsQuery;

#[Object]
impl FirstStepsQuery {
    /// Which of the first steps were taken in this installation, by whomever.
    #[graphql(directive = allow::apply("ACCOUNTS_VIEW".into()))]
    async fn first_steps(&self, ctx: &Context<'_>) -> Result<FirstSteps> {
        let actor = actor(ctx)?;
        stale(ctx, &[contacts::SPEC.name, accounts::SPEC.name]).await?;
        let given = Given {
            emails: LOGINS.iter().map(|login| login.email.to_lowercase()).collect(),
            clients: LOGINS
                .iter()
                .filter_map(|login| login.client)
                .chain([seed::clients::NAME])
                .map(str::to_lowercase)
                .collect(),
            imports: vec![seed::supplied::IMPORT],
        };
        let done = first_steps(&core(ctx).context.log.pools.read, &given).await.map_err(ApiError::from)?;
        let told =
            |permission: Permission, done: bool| (actor.scope(permission) == Scope::All).then_some(done);
        Ok(FirstSteps {
            contact: told(Permission::ContactsEdit, done.contact),
            account: told(Permission::AccountsEdit, done.account),
            import: told(Permission::ImportsRun, done.import),
            colleague: told(Permission::UsersManage, done.colleague),
            client: told(Permission::ClientsManage, done.client),
        })
    }
}
