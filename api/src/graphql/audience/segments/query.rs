//! Reading segments, their members, and why.

use async_graphql::{Context, Json, Object, Result};
use chrono::{DateTime, NaiveDate, Utc};
use pivotal_domain::audience::fields::catalogue;
use pivotal_domain::audience::filter::Filter;
use pivotal_domain::audience::record::reach::permission_to_view;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::filter::{Asked, read_from};
use pivotal_projections::audience::history::port::Reading;
use pivotal_projections::audience::segments::members::{self, Stay, Way};
use pivotal_projections::audience::segments::query::{self, SegmentFilter, SegmentRow};
use pivotal_projections::audience::segments::{SPEC, breakdown, exclusions, preview, story};
use pivotal_projections::audience::{accounts, contacts};
use pivotal_projections::page::Page;
use serde_json::Value;
use uuid::Uuid;

use super::breakdown::{SegmentBreakdown, SegmentReach};
use super::types::{
    Segment, SegmentDay, SegmentFilterInput, SegmentMember, SegmentMove, SegmentMoves, SegmentPreview,
    SegmentWhy,
};
use super::why::why;
use crate::app::Core;
use crate::asked::{asking, check_groups, read_to_show};
use crate::errors::{ApiError, ApiResult};
use crate::graphql::audience::accounts::types::Account;
use crate::graphql::audience::contacts::query::READ as CONTACTS_READ;
use crate::graphql::audience::contacts::types::Contact;
use crate::graphql::audience::filter::sentence::sentence;
use crate::graphql::audience::history::story::{self as history, AudienceEvent};
use crate::graphql::audience::record::Entity;
use crate::graphql::connection::{SegmentConnection, SegmentMemberConnection, cost, page_args};
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::Rule;
use crate::policy::directive::allow;

/// Records of a preview.
const SAMPLE_MAX: i32 = 50;

#[derive(Default)]
pub struct SegmentQuery;

#[Object]
impl SegmentQuery {
    /// Segments by name: one's own, one's teams' and those for everyone.
    #[graphql(directive = allow::apply("SEGMENTS_VIEW".into()), complexity = "cost(first, child_complexity)")]
    async fn segments(
        &self,
        ctx: &Context<'_>,
        filter: Option<SegmentFilterInput>,
        #[graphql(default_with = "Some(60)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<SegmentConnection> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let pool = &core.context.log.pools.read;
        let args = page_args(first, after, None, 60)?;
        let filter = filter.map(wanted).unwrap_or_default();
        let stale = stale(ctx, &[SPEC.name]).await?;
        let page = query::page(pool, actor, &filter, &args).await.map_err(ApiError::from)?;
        let total = match ctx.look_ahead().field("totalCount").exists() {
            true => query::count(pool, actor, &filter).await.map_err(ApiError::from)?,
            false => 0,
        };
        Ok(SegmentConnection::new(page, total, stale, Segment::from))
    }

    /// One segment, an archived one too; null when there is none, or it may not be seen.
    #[graphql(directive = allow::apply("SEGMENTS_VIEW".into()))]
    async fn segment(&self, ctx: &Context<'_>, id: Uuid) -> Result<Option<Segment>> {
        stale(ctx, &[SPEC.name]).await?;
        let row = query::get(&core(ctx).context.log.pools.read, actor(ctx)?, id).await;
        Ok(row.map_err(ApiError::from)?.map(Segment::from))
    }

    /// What a definition means now, before it is kept: exactly how many, and the newest of them.
    #[graphql(directive = allow::apply("SEGMENTS_VIEW".into()), complexity = "50 + 10 * child_complexity")]
    async fn segment_preview(
        &self,
        ctx: &Context<'_>,
        entity: Entity,
        filter: Json<Value>,
        #[graphql(default = 10)] sample: i32,
    ) -> Result<SegmentPreview> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let asked = previewed(core, actor, entity.into(), &filter.0).await?;
        stale(ctx, &read_from(&asked.filter)).await?;
        let most = i64::from(sample.clamp(0, SAMPLE_MAX));
        let pool = &core.context.log.pools.lists;
        let counted = preview::count(pool, actor, &asked);
        let (count, ids) = tokio::join!(counted, preview::sample(pool, actor, &asked, most));
        let ids = ids.map_err(ApiError::from)?;
        let (contacts, accounts) = records(core, actor, asked.filter.entity, &ids).await?;
        Ok(SegmentPreview {
            count: count.map_err(ApiError::from)?,
            sentence: sentence(core, actor, &asked.filter).await?,
            contacts,
            accounts,
        })
    }

    /// How the records that a definition finds divide: by seniority, department, country, industry and size. Exact, and all charts of
    /// one moment.
    #[graphql(directive = allow::apply("SEGMENTS_VIEW".into()), complexity = "100 + child_complexity")]
    async fn segment_breakdown(
        &self,
        ctx: &Context<'_>,
        entity: Entity,
        filter: Json<Value>,
    ) -> Result<SegmentBreakdown> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let asked = previewed(core, actor, entity.into(), &filter.0).await?;
        stale(ctx, &breakdown_from(&asked.filter)).await?;
        let found = breakdown::breakdown(&core.context.log.pools.lists, actor, &asked).await;
        Ok(found.map_err(ApiError::from)?.into())
    }

    /// Of the contacts that a definition finds: how many can be reached by email and by phone, and why the others cannot. Exact, and
    /// the parts add up.
    #[graphql(directive = allow::apply("SEGMENTS_VIEW".into()), complexity = "100 + child_complexity")]
    async fn segment_reach(&self, ctx: &Context<'_>, filter: Json<Value>) -> Result<SegmentReach> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let asked = previewed(core, actor, catalogue::Entity::Contact, &filter.0).await?;
        stale(ctx, &reach_from(&asked.filter)).await?;
        let found = exclusions::reach(&core.context.log.pools.lists, actor, &asked).await;
        Ok(found.map_err(ApiError::from)?.into())
    }

    /// Who is in a segment, or was at a moment.
    #[graphql(directive = allow::apply("SEGMENTS_VIEW".into()), complexity = "cost(first, child_complexity)")]
    async fn segment_members(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        at: Option<DateTime<Utc>>,
        #[graphql(default_with = "Some(60)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<SegmentMemberConnection> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let pool = &core.context.log.pools.lists;
        let args = page_args(first, after, None, 60)?;
        let stale = stale(ctx, &[SPEC.name]).await?;
        let segment = shown(core, actor, id).await?;
        let page = members::page(pool, id, at, &args).await.map_err(ApiError::from)?;
        let total = match ctx.look_ahead().field("totalCount").exists() {
            true => members::count(pool, id, at).await.map_err(ApiError::from)?,
            false => 0,
        };
        let page = presented(core, actor, segment.entity(), page).await?;
        Ok(SegmentMemberConnection::new(page, total, stale, |member| member))
    }

    /// Who entered, or who left, since a moment; the latest first.
    #[graphql(directive = allow::apply("SEGMENTS_VIEW".into()), complexity = "cost(first, child_complexity)")]
    async fn segment_moved(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        moved: SegmentMove,
        since: DateTime<Utc>,
        #[graphql(default_with = "Some(60)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<SegmentMemberConnection> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let pool = &core.context.log.pools.lists;
        let args = page_args(first, after, None, 60)?;
        let stale = stale(ctx, &[SPEC.name]).await?;
        let segment = shown(core, actor, id).await?;
        let way = if moved == SegmentMove::Entered { Way::In } else { Way::Out };
        let page = members::moved_since(pool, id, (way, since), &args).await.map_err(ApiError::from)?;
        let (entered, left) = match ctx.look_ahead().field("totalCount").exists() {
            true => members::moved_counts(pool, id, since).await.map_err(ApiError::from)?,
            false => (0, 0),
        };
        let page = presented(core, actor, segment.entity(), page).await?;
        let total = if moved == SegmentMove::Entered { entered } else { left };
        Ok(SegmentMemberConnection::new(page, total, stale, |member| member))
    }

    /// How many entered and left since a moment.
    #[graphql(directive = allow::apply("SEGMENTS_VIEW".into()))]
    async fn segment_moves(&self, ctx: &Context<'_>, id: Uuid, since: DateTime<Utc>) -> Result<SegmentMoves> {
        let core = core(ctx);
        stale(ctx, &[SPEC.name]).await?;
        shown(core, actor(ctx)?, id).await?;
        let pool = &core.context.log.pools.lists;
        let (entered, left) = members::moved_counts(pool, id, since).await.map_err(ApiError::from)?;
        Ok(SegmentMoves { entered, left })
    }

    /// How many were in it, day by day; a day on which nobody came or went is left out.
    #[graphql(directive = allow::apply("SEGMENTS_VIEW".into()), complexity = "50 + child_complexity")]
    async fn segment_days(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<SegmentDay>> {
        let core = core(ctx);
        stale(ctx, &[SPEC.name]).await?;
        shown(core, actor(ctx)?, id).await?;
        let days = members::days(&core.context.log.pools.read, id, from, to).await.map_err(ApiError::from)?;
        Ok(days.into_iter().map(SegmentDay::from).collect())
    }

    /// What happened to a segment itself: made, renamed, defined anew, switched, archived. The newest 500 events, the newest first.
    #[graphql(directive = allow::apply("SEGMENTS_VIEW".into()), complexity = "50 + child_complexity")]
    async fn segment_history(&self, ctx: &Context<'_>, id: Uuid) -> Result<Vec<AudienceEvent>> {
        stale(ctx, &[SPEC.name]).await?;
        Ok(happened(core(ctx), actor(ctx)?, id).await?)
    }

    /// Why one record is in a segment, or is not, condition by condition; and what brought it in and out before.
    #[graphql(directive = allow::apply("SEGMENTS_VIEW".into()), complexity = "50 + child_complexity")]
    async fn segment_why(&self, ctx: &Context<'_>, id: Uuid, record_id: Uuid) -> Result<SegmentWhy> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        stale(ctx, &[SPEC.name, contacts::SPEC.name, accounts::SPEC.name]).await?;
        let segment = shown(core, actor, id).await?;
        Ok(why(core, actor, &segment, record_id).await?)
    }
}

fn wanted(input: SegmentFilterInput) -> SegmentFilter {
    let SegmentFilterInput { entity, q, tag, archived } = input;
    SegmentFilter { entity: entity.map(Into::into), q, tag, archived }
}

/// A definition as a segment would mean it: nobody in particular looks, in UTC.
pub(crate) async fn previewed(
    core: &Core,
    actor: &Actor,
    entity: catalogue::Entity,
    filter: &Value,
) -> ApiResult<Asked> {
    let asked = kept(core, actor, entity, filter).await?;
    check_groups(core, actor, &asked.filter).await?;
    Ok(asked)
}

/// The same of a segment that the actor sees: with it, whoever shared it shows who is in the groups that it names.
pub(crate) async fn kept(
    core: &Core,
    actor: &Actor,
    entity: catalogue::Entity,
    filter: &Value,
) -> ApiResult<Asked> {
    Rule::Needs(permission_to_view(entity)).check(Some(actor))?;
    let filter = read_to_show(core, actor, entity, filter).await?;
    Ok(Asked { filter, asking: asking(core, actor, None)? })
}

/// What the charts are read from: contacts are charted by their companies, too.
pub(crate) fn breakdown_from(filter: &Filter) -> Vec<&'static str> {
    [read_from(filter), vec![accounts::SPEC.name]].concat()
}

/// What is read to tell how contacts can be reached.
pub(crate) fn reach_from(filter: &Filter) -> Vec<&'static str> {
    [read_from(filter), CONTACTS_READ.to_vec()].concat()
}

/// The segment, for whoever may see it.
pub(crate) async fn shown(core: &Core, actor: &Actor, id: Uuid) -> ApiResult<SegmentRow> {
    let row = query::get(&core.context.log.pools.read, actor, id).await?;
    row.ok_or_else(|| ApiError::not_found("segment"))
}

/// Of a segment that the viewer may see.
pub(crate) async fn happened(core: &Core, actor: &Actor, id: Uuid) -> ApiResult<Vec<AudienceEvent>> {
    let segment = shown(core, actor, id).await?;
    let reading = Reading { pool: &core.context.log.pools.read, opener: &core.opener };
    history::presented(core, actor, Some(segment.entity()), story::told(reading, id).await?).await
}

/// These records as the viewer sees them, in this order.
pub(crate) async fn records(
    core: &Core,
    actor: &Actor,
    entity: catalogue::Entity,
    ids: &[Uuid],
) -> ApiResult<(Vec<Contact>, Vec<Account>)> {
    let pool = &core.context.log.pools.read;
    let names = core.directory.names().await.map_err(ApiError::from)?;
    let place = |id: &Uuid| ids.iter().position(|known| known == id);
    Ok(match entity {
        catalogue::Entity::Contact => {
            let mut rows = contacts::query::get_many(pool, actor, ids).await?;
            rows.sort_by_key(|row| place(&row.id));
            (rows.into_iter().map(|row| Contact::of(row, &names)).collect(), Vec::new())
        }
        catalogue::Entity::Account => {
            let mut rows = accounts::query::get_many(pool, actor, ids).await?;
            rows.sort_by_key(|row| place(&row.id));
            (Vec::new(), rows.into_iter().map(|row| Account::of(row, &names)).collect())
        }
    })
}

async fn presented(
    core: &Core,
    actor: &Actor,
    entity: catalogue::Entity,
    page: Page<Stay>,
) -> ApiResult<Page<SegmentMember>> {
    let ids: Vec<Uuid> = page.rows.iter().map(|(_, stay)| stay.record_id).collect();
    let (mut contacts, mut accounts) = records(core, actor, entity, &ids).await?;
    let rows = page.rows.into_iter().map(|(cursor, stay)| {
        let id = stay.record_id;
        let contact = contacts.iter().position(|one| one.id == id).map(|at| contacts.swap_remove(at));
        let account = accounts.iter().position(|one| one.id == id).map(|at| accounts.swap_remove(at));
        let Stay { record_id, entered_at, left_at, .. } = stay;
        (cursor, SegmentMember { record_id, entered_at, left_at, contact, account })
    });
    Ok(Page { rows: rows.collect(), has_next: page.has_next, has_previous: page.has_previous })
}
