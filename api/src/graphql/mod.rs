//! GraphQL: the schema by feature, and the two ways in.

pub mod audience;
pub mod campaigns;
pub mod connection;
pub mod email;
pub mod first_steps;
pub mod freshness;
pub mod http;
pub mod identity;
pub mod limits;
pub mod loaders;
pub mod log;
pub mod mailbox;
pub mod payload;
pub mod sample_data;
pub mod schema;
pub mod socket;
pub mod suppression;
pub mod watch;
pub mod work;

use std::sync::Arc;

use async_graphql::Context;
use pivotal_domain::identity::actor::Actor;

use crate::app::Core;
use crate::errors::{ApiError, ApiResult};

/// The services. In the schema's data since it was built.
pub(crate) fn core<'a>(ctx: &Context<'a>) -> &'a Arc<Core> {
    ctx.data_unchecked::<Arc<Core>>()
}

/// Who asks. The gate has let nobody through without one, except to what is public.
pub(crate) fn actor<'a>(ctx: &Context<'a>) -> ApiResult<&'a Actor> {
    ctx.data_opt::<Actor>().ok_or_else(ApiError::unauthenticated)
}
