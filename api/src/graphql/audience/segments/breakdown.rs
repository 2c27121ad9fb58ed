//! How an audience divides, and how it can be reached, as the API shows it.

use async_graphql::{Enum, Json, SimpleObject};
use pivotal_domain::audience::segments::exclusions::{self, Exclusion};
use pivotal_projections::audience::segments::breakdown::{Breakdown, Chart, Group};
use pivotal_projections::audience::segments::exclusions::{ByChannel, Reach};
use serde_json::Value;

use crate::graphql::suppression::consents::types::ConsentChannel;

/// How the records that a definition finds divide.
#[derive(Debug, SimpleObject)]
pub struct SegmentBreakdown {
    /// All of them, exactly.
    pub count: i64,
    /// What of a contact's company the viewer may not see is left out.
    pub charts: Vec<SegmentChart>,
}

/// By one field. The groups, `others` and `none` add up to all.
#[derive(Debug, SimpleObject)]
pub struct SegmentChart {
    /// As filters name it.
    pub field: String,
    /// The largest, the largest first.
    pub groups: Vec<SegmentGroup>,
    /// How many other values there are.
    pub other_values: i64,
    /// How many records have one of those.
    pub others: i64,
    /// How many records have no value.
    pub none: i64,
}

#[derive(Debug, SimpleObject)]
pub struct SegmentGroup {
    /// As filters take it.
    pub value: String,
    pub count: i64,
}

impl From<Breakdown> for SegmentBreakdown {
    fn from(Breakdown { count, charts }: Breakdown) -> Self {
        SegmentBreakdown { count, charts: charts.into_iter().map(SegmentChart::from).collect() }
    }
}

impl From<Chart> for SegmentChart {
    fn from(Chart { field, groups, other_values, others, none }: Chart) -> Self {
        let groups = groups.into_iter().map(|Group { value, count }| SegmentGroup { value, count });
        SegmentChart { field: field.to_owned(), groups: groups.collect(), other_values, others, none }
    }
}

/// How many of the contacts that a definition finds can be reached, and why the others cannot. What people see before they send: a
/// send asks again, for each of them.
#[derive(Debug, SimpleObject)]
pub struct SegmentReach {
    /// All of them, exactly.
    pub count: i64,
    pub channels: Vec<SegmentReachChannel>,
}

/// By one channel. `reachable` and all of `excluded` add up to all.
#[derive(Debug, SimpleObject)]
pub struct SegmentReachChannel {
    pub channel: ConsentChannel,
    pub reachable: i64,
    /// Finds those who can be reached, together with the definition.
    pub reachable_filter: Json<Value>,
    /// Every reason, also where it is nobody's. Of each contact the first that holds, in this order.
    pub excluded: Vec<SegmentExclusion>,
}

/// Contacts that are left out for one reason.
#[derive(Debug, SimpleObject)]
pub struct SegmentExclusion {
    pub reason: SegmentExclusionReason,
    pub count: i64,
    /// Finds them, together with the definition.
    pub filter: Json<Value>,
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Exclusion")]
pub enum SegmentExclusionReason {
    /// They, their company or a domain of its are suppressed in all work.
    Suppressed,
    /// There is no address or number.
    Missing,
    /// There is one that does not reach anybody.
    Invalid,
    /// Nothing allows to contact them, or they said no.
    NoConsent,
}

impl From<Reach> for SegmentReach {
    fn from(Reach { count, channels }: Reach) -> Self {
        SegmentReach { count, channels: channels.into_iter().map(SegmentReachChannel::from).collect() }
    }
}

impl From<ByChannel> for SegmentReachChannel {
    fn from(ByChannel { channel, reachable, excluded }: ByChannel) -> Self {
        let part = |(reason, count): (Exclusion, i64)| SegmentExclusion {
            reason: reason.into(),
            count,
            filter: Json(exclusions::filter(channel, Some(reason))),
        };
        SegmentReachChannel {
            channel: channel.into(),
            reachable,
            reachable_filter: Json(exclusions::filter(channel, None)),
            excluded: excluded.into_iter().map(part).collect(),
        }
    }
}
