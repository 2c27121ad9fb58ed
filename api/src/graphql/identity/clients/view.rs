//! Viewing as a client. While somebody does, their requests name the client in `x-pivotal-view-as`, and only look.

use async_graphql::{Context, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_commands::identity::clients::view::{begin_view, end_view};
use uuid::Uuid;

use crate::graphql::payload::{UserError, run};
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Debug, SimpleObject)]
pub struct ClientViewPayload {
    /// When it is over by itself.
    pub until: Option<DateTime<Utc>>,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[derive(Default)]
pub struct ClientViewMutation;

#[Object]
impl ClientViewMutation {
    /// Sees for half an hour what the client's people see. The reason is kept in the client's history.
    #[graphql(directive = allow::apply("CLIENTS_VIEW_AS".into()))]
    async fn client_view_begin(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        reason: String,
    ) -> Result<ClientViewPayload> {
        let done =
            run(ctx, move |context, actor| async move { begin_view(&context, &actor, id, reason).await });
        Ok(match done.await? {
            Ok(done) => ClientViewPayload {
                until: done.state.viewed_until(actor(ctx)?.user_id, core(ctx).context.now()),
                position: done.position,
                user_errors: Vec::new(),
            },
            Err(user_errors) => ClientViewPayload { until: None, position: None, user_errors },
        })
    }

    /// Sent without the header: who views as a client changes nothing.
    #[graphql(directive = allow::apply("CLIENTS_VIEW_AS".into()))]
    async fn client_view_end(&self, ctx: &Context<'_>, id: Uuid) -> Result<ClientViewPayload> {
        let done = run(ctx, move |context, actor| async move { end_view(&context, &actor, id).await });
        Ok(match done.await? {
            Ok(done) => ClientViewPayload { until: None, position: done.position, user_errors: Vec::new() },
            Err(user_errors) => ClientViewPayload { until: None, position: None, user_errors },
        })
    }
}
