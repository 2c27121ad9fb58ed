//! Segments, what a definition means, and who is in them.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::filter::{Asked, read_from};
use pivotal_projections::audience::segments::query::{self, SegmentFilter};
use pivotal_projections::audience::segments::{
    SPEC, breakdown as charts, exclusions, members as stays, preview as meaning,
};

use super::breakdown::{ReachQuestion, SegmentBreakdown, SegmentReach};
use super::types::{MembersWanted, Segment, SegmentMatch, SegmentMember, SegmentQuestion, Wanted, entity};
use crate::app::{App, Core};
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::graphql::audience::segments::query::{breakdown_from, happened, previewed, reach_from, shown};
use crate::graphql::connection::page_args;
use crate::rest::v1::audience_events::AudienceEvents;
use crate::rest::v1::json;
use crate::rest::v1::page::{Id, Listed, Query, stale};

/// Records of a preview.
const SAMPLE: i64 = 50;

/// List segments by name.
#[utoipa::path(get, path = "", operation_id = "list_segments", tag = "segments", params(Wanted), security(("bearer" = ["SEGMENTS_VIEW"])), responses(
    (status = 200, body = Listed<Segment>), (status = 400, body = Problem), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn list(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Query(wanted): Query<Wanted>,
) -> ApiResult<Json<Listed<Segment>>> {
    let args = page_args(wanted.first, wanted.after, None, 60)?;
    let filter = SegmentFilter {
        entity: wanted.entity.as_deref().map(entity).transpose()?,
        q: wanted.q,
        tag: wanted.tag,
        archived: wanted.archived.unwrap_or(false),
    };
    let old = stale(&app, &headers, &[SPEC.name]).await?;
    let page = query::page(&app.context.log.pools.read, &actor, &filter, &args).await?;
    Ok(Json(Listed::new(page, old, Segment::from)))
}

/// One segment, an archived one too.
#[utoipa::path(get, path = "/{id}", operation_id = "get_segment", tag = "segments", params(("id" = Uuid, Path)), security(("bearer" = ["SEGMENTS_VIEW"])), responses(
    (status = 200, body = Segment), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn get(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<Segment>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    Ok(Json(shown(&app, &actor, id).await?.into()))
}

/// What a definition means now, before it is kept: exactly how many, and the newest of them.
#[utoipa::path(post, path = "/preview", operation_id = "preview_segment", tag = "segments", request_body = SegmentQuestion, security(("bearer" = ["SEGMENTS_VIEW"])), responses(
    (status = 200, body = SegmentMatch), (status = 400, body = Problem), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn preview(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    json::Json(question): json::Json<SegmentQuestion>,
) -> ApiResult<Json<SegmentMatch>> {
    let asked = previewed(&app, &actor, entity(&question.entity)?, &question.filter).await?;
    stale(&app, &headers, &read_from(&asked.filter)).await?;
    Ok(Json(matched(&app, &actor, &asked).await?))
}

/// How the records that a definition finds divide: by seniority, department, country, industry and size. Exact, and all charts of one
/// moment.
#[utoipa::path(post, path = "/breakdown", operation_id = "break_down_segment", tag = "segments", request_body = SegmentQuestion, security(("bearer" = ["SEGMENTS_VIEW"])), responses(
    (status = 200, body = SegmentBreakdown), (status = 400, body = Problem), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn breakdown(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    json::Json(question): json::Json<SegmentQuestion>,
) -> ApiResult<Json<SegmentBreakdown>> {
    let asked = previewed(&app, &actor, entity(&question.entity)?, &question.filter).await?;
    stale(&app, &headers, &breakdown_from(&asked.filter)).await?;
    Ok(Json(charts::breakdown(&app.context.log.pools.lists, &actor, &asked).await?.into()))
}

/// Of the contacts that a definition finds: how many can be reached by email and by phone, and why the others cannot. Exact, and the
/// parts add up.
#[utoipa::path(post, path = "/reach", operation_id = "reach_of_segment", tag = "segments", request_body = ReachQuestion, security(("bearer" = ["SEGMENTS_VIEW"])), responses(
    (status = 200, body = SegmentReach), (status = 400, body = Problem), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn reach(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    json::Json(question): json::Json<ReachQuestion>,
) -> ApiResult<Json<SegmentReach>> {
    let asked = previewed(&app, &actor, Entity::Contact, &question.filter).await?;
    stale(&app, &headers, &reach_from(&asked.filter)).await?;
    Ok(Json(exclusions::reach(&app.context.log.pools.lists, &actor, &asked).await?.into()))
}

/// What the segment's definition means at this moment, whatever its members are: exactly how many, and the newest of them.
#[utoipa::path(get, path = "/{id}/run", operation_id = "run_segment", tag = "segments", params(("id" = Uuid, Path)), security(("bearer" = ["SEGMENTS_VIEW"])), responses(
    (status = 200, body = SegmentMatch), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn run(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<SegmentMatch>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    let segment = shown(&app, &actor, id).await?;
    let asked = previewed(&app, &actor, segment.entity(), &segment.definition).await?;
    stale(&app, &headers, &read_from(&asked.filter)).await?;
    Ok(Json(matched(&app, &actor, &asked).await?))
}

/// Who is in the segment, or was at a moment.
#[utoipa::path(get, path = "/{id}/members", operation_id = "list_segment_members", tag = "segments", params(("id" = Uuid, Path), MembersWanted), security(("bearer" = ["SEGMENTS_VIEW"])), responses(
    (status = 200, body = Listed<SegmentMember>), (status = 400, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn members(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
    Query(wanted): Query<MembersWanted>,
) -> ApiResult<Json<Listed<SegmentMember>>> {
    let args = page_args(wanted.first, wanted.after, None, 60)?;
    let old = stale(&app, &headers, &[SPEC.name]).await?;
    shown(&app, &actor, id).await?;
    let page = stays::page(&app.context.log.pools.lists, id, wanted.at, &args).await?;
    Ok(Json(Listed::new(page, old, SegmentMember::from)))
}

/// What happened to the segment itself: made, renamed, defined anew, switched, archived.
#[utoipa::path(get, path = "/{id}/history", operation_id = "list_segment_history", tag = "segments", params(("id" = Uuid, Path)), security(("bearer" = ["SEGMENTS_VIEW"])), responses(
    (status = 200, body = AudienceEvents), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn history(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Id(id): Id,
) -> ApiResult<Json<AudienceEvents>> {
    stale(&app, &headers, &[SPEC.name]).await?;
    Ok(Json(happened(&app, &actor, id).await?.into()))
}

async fn matched(core: &Core, actor: &Actor, asked: &Asked) -> ApiResult<SegmentMatch> {
    let pool = &core.context.log.pools.lists;
    let counted = meaning::count(pool, actor, asked);
    let (count, sample) = tokio::join!(counted, meaning::sample(pool, actor, asked, SAMPLE));
    Ok(SegmentMatch { count: count?, sample: sample? })
}
