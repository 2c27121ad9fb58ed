//! Making, changing, switching, refreshing and archiving segments.

use async_graphql::{Context, Json, Object, Result, SimpleObject};
use pivotal_commands::audience::segments::archive::{archive_segment, restore_segment};
use pivotal_commands::audience::segments::change::{change_segment, define_segment};
use pivotal_commands::audience::segments::create::{CreateSegment, create_segment};
use pivotal_commands::audience::segments::switch::{refresh_segment, switch_segment};
use pivotal_commands::audience::segments::to_list::{ConvertSegment, segment_to_list};
use pivotal_commands::execute::Executed;
use pivotal_domain::audience::segments::{self as domain, DetailChanges};
use pivotal_projections::audience::segments::SPEC;
use pivotal_projections::audience::segments::query::get;
use serde_json::Value;
use uuid::Uuid;

use super::types::{Segment, SegmentConvertToListInput, SegmentCreateInput, SegmentUpdateInput};
use crate::errors::{ApiError, ApiResult};
use crate::graphql::audience::lists;
use crate::graphql::audience::lists::mutation::ListChangePayload;
use crate::graphql::audience::saved_views::types::sharing;
use crate::graphql::freshness::stale_at;
use crate::graphql::payload::{UserError, outcome, run};
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct SegmentMutation;

#[derive(Debug, SimpleObject)]
pub struct SegmentPayload {
    /// Of the segment that was made or changed, also while the lists do not show it yet.
    pub id: Option<Uuid>,
    /// As it is now; its members follow a moment later.
    pub segment: Option<Segment>,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

type Done = Result<Executed<domain::Segment>, Vec<UserError>>;

#[Object]
impl SegmentMutation {
    #[graphql(directive = allow::apply("SEGMENTS_EDIT".into()))]
    async fn segment_create(&self, ctx: &Context<'_>, input: SegmentCreateInput) -> Result<SegmentPayload> {
        let sharing = match outcome(sharing(input.sharing, input.team_id))? {
            Ok(sharing) => sharing,
            Err(user_errors) => return Ok(refused(user_errors)),
        };
        let input = CreateSegment {
            entity: input.entity.into(),
            name: input.name,
            description: input.description,
            tags: input.tags,
            sharing,
            definition: input.filter.0,
            active: input.active,
            idempotency_key: input.idempotency_key,
        };
        let done = run(ctx, |context, actor| async move { create_segment(&context, &actor, input).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// Its name, its words, and who sees it.
    #[graphql(directive = allow::apply("SEGMENTS_EDIT".into()))]
    async fn segment_update(&self, ctx: &Context<'_>, input: SegmentUpdateInput) -> Result<SegmentPayload> {
        let SegmentUpdateInput { id, name, description, tags, sharing: with, team_id } = input;
        let sharing = match outcome(with.map(|with| sharing(with, team_id)).transpose())? {
            Ok(sharing) => sharing,
            Err(user_errors) => return Ok(refused(user_errors)),
        };
        let changes = DetailChanges { name, description, tags, sharing };
        let done =
            run(
                ctx,
                move |context, actor| async move { change_segment(&context, &actor, id, changes).await },
            );
        Ok(payload(ctx, done.await?).await?)
    }

    /// Another definition. Its members are found anew, and who enters or leaves by that is history like any other.
    #[graphql(directive = allow::apply("SEGMENTS_EDIT".into()))]
    async fn segment_define(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        filter: Json<Value>,
    ) -> Result<SegmentPayload> {
        let done =
            run(
                ctx,
                move |context, actor| async move { define_segment(&context, &actor, id, filter.0).await },
            );
        Ok(payload(ctx, done.await?).await?)
    }

    /// Whether its members follow the data. Switched off, they stand still.
    #[graphql(directive = allow::apply("SEGMENTS_EDIT".into()))]
    async fn segment_switch(&self, ctx: &Context<'_>, id: Uuid, active: bool) -> Result<SegmentPayload> {
        let done =
            run(ctx, move |context, actor| async move { switch_segment(&context, &actor, id, active).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// Have every record looked at once more, now.
    #[graphql(directive = allow::apply("SEGMENTS_EDIT".into()))]
    async fn segment_refresh(&self, ctx: &Context<'_>, id: Uuid) -> Result<SegmentPayload> {
        let done = run(ctx, move |context, actor| async move { refresh_segment(&context, &actor, id).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// Refused while another segment is defined by it.
    #[graphql(directive = allow::apply("SEGMENTS_EDIT".into()))]
    async fn segment_archive(&self, ctx: &Context<'_>, id: Uuid) -> Result<SegmentPayload> {
        let done = run(ctx, move |context, actor| async move { archive_segment(&context, &actor, id).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// Takes archiving back.
    #[graphql(directive = allow::apply("SEGMENTS_EDIT".into()))]
    async fn segment_restore(&self, ctx: &Context<'_>, id: Uuid) -> Result<SegmentPayload> {
        let done = run(ctx, move |context, actor| async move { restore_segment(&context, &actor, id).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// A list of its members as they are, or as they were at a moment, filled by a bulk change that `bulkProgress` follows. The list
    /// follows the data no more.
    #[graphql(directive = allow::apply("SEGMENTS_EDIT".into()))]
    async fn segment_convert_to_list(
        &self,
        ctx: &Context<'_>,
        input: SegmentConvertToListInput,
    ) -> Result<ListChangePayload> {
        let SegmentConvertToListInput { id, name, tags, visibility, team_id, as_of, idempotency_key } = input;
        let sharing = match outcome(lists::input::sharing(visibility, team_id))? {
            Ok(sharing) => sharing,
            Err(user_errors) => return Ok(lists::mutation::refused(user_errors)),
        };
        let input = ConvertSegment { id, name, sharing, tags, as_of, idempotency_key };
        let done = run(ctx, |context, actor| async move { segment_to_list(&context, &actor, input).await });
        Ok(lists::mutation::changed(ctx, done.await?).await?)
    }
}

fn refused(user_errors: Vec<UserError>) -> SegmentPayload {
    SegmentPayload { id: None, segment: None, position: None, user_errors }
}

async fn payload(ctx: &Context<'_>, done: Done) -> ApiResult<SegmentPayload> {
    let done = match done {
        Ok(done) => done,
        Err(user_errors) => return Ok(refused(user_errors)),
    };
    let stale = match done.position {
        Some(position) => stale_at(core(ctx), &[SPEC.name], position).await?,
        None => false,
    };
    let pool = &core(ctx).context.log.pools.read;
    let row = if stale { None } else { get(pool, actor(ctx)?, done.id).await.map_err(ApiError::from)? };
    let segment = row.map(Segment::from);
    Ok(SegmentPayload { id: Some(done.id), segment, position: done.position, user_errors: Vec::new() })
}
