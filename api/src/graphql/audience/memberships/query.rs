//! Reading what a record belongs to.

use async_graphql::{Context, Object, Result};
use pivotal_domain::audience::fields::catalogue;
use pivotal_domain::audience::filter::parse::parse_with;
use pivotal_domain::audience::filter::vocabulary::Vocabulary;
use pivotal_domain::audience::record::reach::permission_to_view;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::memberships::query::{self, InSegment};
use pivotal_projections::audience::{accounts, contacts, domain_sets, lists, segments};
use serde_json::Value;
use uuid::Uuid;

use super::types::{DomainSetMembership, ListMembership, Memberships, SegmentMembership};
use crate::app::Core;
use crate::errors::{ApiError, ApiResult};
use crate::graphql::audience::record::Entity;
use crate::graphql::audience::segments::types::SegmentReason;
use crate::graphql::audience::segments::why::told;
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::Rule;
use crate::policy::directive::allow;

/// What it is read from.
pub const READ: [&str; 5] =
    [segments::SPEC.name, lists::SPEC.name, domain_sets::SPEC.name, contacts::SPEC.name, accounts::SPEC.name];

#[derive(Default)]
pub struct MembershipQuery;

#[Object]
impl MembershipQuery {
    /// Which segments, lists and domain sets a record is in, since when and why; with past also those it left and those that are
    /// archived. Needs the permission to see such records, too, and shows domain sets to whoever may see these.
    #[graphql(directive = allow::apply("SEGMENTS_VIEW".into()), complexity = "50 + child_complexity")]
    async fn memberships(
        &self,
        ctx: &Context<'_>,
        entity: Entity,
        id: Uuid,
        #[graphql(default)] past: bool,
    ) -> Result<Memberships> {
        let stale = stale(ctx, &READ).await?;
        let told = memberships(core(ctx), actor(ctx)?, (entity.into(), id), past).await?;
        Ok(Memberships { stale, ..told })
    }
}

/// Of a record that the viewer may see; another one is not found.
pub(crate) async fn memberships(
    core: &Core,
    actor: &Actor,
    record: (catalogue::Entity, Uuid),
    past: bool,
) -> ApiResult<Memberships> {
    Rule::Needs(permission_to_view(record.0)).check(Some(actor))?;
    let pool = &core.context.log.pools.read;
    let rows = query::of(pool, actor, record, past).await?;
    let rows = rows.ok_or_else(|| ApiError::not_found(record.0.as_str()))?;
    let names = core.directory.names().await.map_err(ApiError::from)?;
    Ok(Memberships {
        segments: in_segments(core, actor, record.0, rows.segments).await?,
        lists: rows.lists.into_iter().map(|row| ListMembership::of(row, &names)).collect(),
        domain_sets: rows.domain_sets.into_iter().map(DomainSetMembership::from).collect(),
        stale: false,
    })
}

async fn in_segments(
    core: &Core,
    actor: &Actor,
    entity: catalogue::Entity,
    rows: Vec<InSegment>,
) -> ApiResult<Vec<SegmentMembership>> {
    let known = pivotal_commands::audience::custom_fields::vocabulary(&core.context);
    let vocabulary = known.await.map_err(ApiError::from)?;
    let reading = Reading { core, actor, entity, vocabulary };
    let mut segments = Vec::with_capacity(rows.len());
    for row in rows {
        let left_because = match &row.left_because {
            Some(because) => Some(reading.reason(row.left_definition.as_ref(), because).await?),
            None => None,
        };
        segments.push(SegmentMembership {
            segment_id: row.id,
            name: row.name,
            archived: row.archived,
            entered_at: row.entered_at,
            entered_because: reading.reason(row.entered_definition.as_ref(), &row.entered_because).await?,
            left_at: row.left_at,
            left_because,
        });
    }
    Ok(segments)
}

/// What definitions of then are read by.
struct Reading<'a> {
    core: &'a Core,
    actor: &'a Actor,
    entity: catalogue::Entity,
    vocabulary: Vocabulary,
}

impl Reading<'_> {
    /// A definition that cannot be read any more, as when a field in it was archived, says no conditions.
    async fn reason(&self, definition: Option<&Value>, because: &Value) -> ApiResult<SegmentReason> {
        let filter = definition.and_then(|json| parse_with(self.entity, json, &self.vocabulary).ok());
        told(self.core, self.actor, filter.as_ref(), because).await
    }
}
