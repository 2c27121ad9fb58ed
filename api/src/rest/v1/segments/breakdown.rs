//! How an audience divides, and how it can be reached, over REST.

use pivotal_domain::audience::segments::exclusions::{self, Exclusion};
use pivotal_projections::audience::segments::breakdown::{Breakdown, Chart};
use pivotal_projections::audience::segments::exclusions::{ByChannel, Reach};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

/// How the records that a definition finds divide.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SegmentBreakdown {
    /// All of them, exactly.
    pub count: i64,
    /// What of a contact's company the caller may not see is left out.
    pub charts: Vec<SegmentChart>,
}

/// By one field. The groups, `others` and `none` add up to all.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
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

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
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
        let groups = groups.into_iter().map(|group| SegmentGroup { value: group.value, count: group.count });
        SegmentChart { field: field.to_owned(), groups: groups.collect(), other_values, others, none }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReachQuestion {
    /// Of contacts, in the filter language.
    #[schema(value_type = Object)]
    pub filter: Value,
}

/// How many of the contacts that a definition finds can be reached, and why the others cannot. A send asks again, for each of them.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SegmentReach {
    /// All of them, exactly.
    pub count: i64,
    pub channels: Vec<SegmentReachChannel>,
}

/// By one channel. `reachable` and all of `excluded` add up to all.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SegmentReachChannel {
    /// email or phone.
    pub channel: String,
    pub reachable: i64,
    /// Finds those who can be reached, together with the definition.
    #[schema(value_type = Object)]
    pub reachable_filter: Value,
    /// Every reason, also where it is nobody's. Of each contact the first that holds, in this order.
    pub excluded: Vec<SegmentExclusion>,
}

/// Contacts that are left out for one reason.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SegmentExclusion {
    /// suppressed, missing (no address or number), invalid, no_consent.
    pub reason: String,
    pub count: i64,
    /// Finds them, together with the definition.
    #[schema(value_type = Object)]
    pub filter: Value,
}

impl From<Reach> for SegmentReach {
    fn from(Reach { count, channels }: Reach) -> Self {
        SegmentReach { count, channels: channels.into_iter().map(SegmentReachChannel::from).collect() }
    }
}

impl From<ByChannel> for SegmentReachChannel {
    fn from(ByChannel { channel, reachable, excluded }: ByChannel) -> Self {
        let part = |(reason, count): (Exclusion, i64)| SegmentExclusion {
            reason: reason.as_str().to_owned(),
            count,
            filter: exclusions::filter(channel, Some(reason)),
        };
        SegmentReachChannel {
            channel: channel.as_str().to_owned(),
            reachable,
            reachable_filter: exclusions::filter(channel, None),
            excluded: excluded.into_iter().map(part).collect(),
        }
    }
}
