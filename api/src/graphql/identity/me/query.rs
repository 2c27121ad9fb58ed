//! Asking who one is.

use async_graphql::{Context, Object, Result};

use super::types::Me;
use crate::graphql::{actor, core};
use crate::policy::ENTERING;
use crate::policy::directive::allow;

#[derive(Default)]
pub struct MeQuery;

#[Object]
impl MeQuery {
    /// Who is signed in.
    #[graphql(directive = allow::apply(ENTERING.into()))]
    async fn me(&self, ctx: &Context<'_>) -> Result<Me> {
        Ok(Me::of(actor(ctx)?, core(ctx).config.mode.is_development()))
    }
}
