//! Asking for an export, cancelling it, and a link to its file.

use async_graphql::{Context, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_commands::audience::exports::cancel::cancel_export;
use pivotal_commands::audience::exports::exported_file;
use pivotal_commands::audience::exports::start::start_export;
use pivotal_domain::audience::exports::events::Request;
use pivotal_domain::audience::exports::list::ListSort;
use pivotal_domain::audience::fields::catalogue;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::exports::SPEC;
use pivotal_projections::audience::list::Direction;
use uuid::Uuid;

use super::query::one;
use super::types::{Export, ExportFormat, Restricted, list_filter};
use crate::app::Core;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::audience::accounts::types::AccountFilter;
use crate::graphql::audience::contacts::types::ContactFilter;
use crate::graphql::audience::record::{Entity, RecordSort};
use crate::graphql::freshness::stale_at;
use crate::graphql::payload::{UserError, run};
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct ExportMutation;

/// The list as it stands on the screen. To export records one by one, name them in `ids` of the filter.
#[derive(Debug, InputObject)]
pub struct ExportStartInput {
    pub entity: Entity,
    pub format: ExportFormat,
    /// Keys of the catalogue and `custom.*`, in the order of the file.
    pub columns: Vec<String>,
    /// Newest first if not said.
    pub sort: Option<RecordSort>,
    /// With entity CONTACT.
    pub contacts: Option<ContactFilter>,
    /// With entity ACCOUNT.
    pub accounts: Option<AccountFilter>,
    /// CSV: begin with the mark by which some spreadsheets know UTF-8.
    #[graphql(default = true)]
    pub byte_order_mark: bool,
    /// What becomes of records that a client supplied for its own use only.
    #[graphql(default_with = "Restricted::LeaveOut")]
    pub restricted: Restricted,
    pub idempotency_key: Option<String>,
}

#[derive(Debug, InputObject)]
pub struct ExportActionInput {
    pub id: Uuid,
}

#[derive(Debug, SimpleObject)]
pub struct ExportPayload {
    pub export: Option<Export>,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[derive(Debug, SimpleObject)]
pub struct ExportLinkPayload {
    /// A path of this server. Good for you, for this file, until `expiresAt`; needs no token.
    pub url: Option<String>,
    pub expires_at: Option<DateTime<Utc>>,
    pub user_errors: Vec<UserError>,
}

#[Object]
impl ExportMutation {
    /// Up to a few thousand records the file is ready at once; larger ones are followed by `exportProgress`.
    #[graphql(directive = allow::apply("EXPORTS_VIEW".into()))]
    async fn export_start(&self, ctx: &Context<'_>, input: ExportStartInput) -> Result<ExportPayload> {
        let key = input.idempotency_key.clone();
        let request = request(core(ctx), actor(ctx)?, input).await?;
        let done = run(ctx, |context, actor| async move {
            start_export(&context, &actor, request, key.as_deref()).await
        })
        .await?;
        Ok(payload(ctx, done.map(|done| (done.id, done.position))).await?)
    }

    /// Nothing of the file is kept.
    #[graphql(directive = allow::apply("EXPORTS_VIEW".into()))]
    async fn export_cancel(&self, ctx: &Context<'_>, input: ExportActionInput) -> Result<ExportPayload> {
        let id = input.id;
        let done =
            run(ctx, move |context, actor| async move { cancel_export(&context, &actor, id).await }).await?;
        Ok(payload(ctx, done.map(|_| (id, None))).await?)
    }

    /// A link that a browser can follow. The download is on record when it is followed, not before.
    #[graphql(directive = allow::apply("EXPORTS_VIEW".into()))]
    async fn export_link(&self, ctx: &Context<'_>, input: ExportActionInput) -> Result<ExportLinkPayload> {
        let (core, by, id) = (core(ctx), actor(ctx)?, input.id);
        let found =
            run(ctx, move |context, actor| async move { exported_file(&context, &actor, id).await }).await?;
        if let Err(user_errors) = found {
            return Ok(ExportLinkPayload { url: None, expires_at: None, user_errors });
        }
        let (token, until) =
            core.file_links.sign(by.user_id, id, core.context.now()).map_err(ApiError::from)?;
        Ok(ExportLinkPayload {
            url: Some(format!("/api/v1/exports/{id}/download?token={token}")),
            expires_at: Some(until),
            user_errors: Vec::new(),
        })
    }
}

async fn request(core: &Core, actor: &Actor, input: ExportStartInput) -> ApiResult<Request> {
    let entity: catalogue::Entity = input.entity.into();
    let filter = list_filter(core, actor, entity, input.contacts, input.accounts).await?;
    let sort = input.sort.map(|sort| RecordSort::or_newest(Some(sort)));
    let sort =
        sort.map(|sort| ListSort { descending: sort.direction == Direction::Descending, field: sort.field });
    Ok(Request {
        entity,
        format: input.format.into(),
        columns: input.columns,
        sort: sort.unwrap_or_default(),
        filter: Some(Box::new(filter)),
        byte_order_mark: input.byte_order_mark,
        restricted: input.restricted.into(),
    })
}

async fn payload(
    ctx: &Context<'_>,
    done: Result<(Uuid, Option<i64>), Vec<UserError>>,
) -> ApiResult<ExportPayload> {
    let (id, position) = match done {
        Ok(done) => done,
        Err(user_errors) => return Ok(ExportPayload { export: None, position: None, user_errors }),
    };
    let stale = match position {
        Some(position) => stale_at(core(ctx), &[SPEC.name], position).await?,
        None => false,
    };
    let export = if stale { None } else { one(core(ctx), actor(ctx)?, id).await? };
    Ok(ExportPayload { export, position, user_errors: Vec::new() })
}
