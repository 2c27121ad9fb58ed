//! How far everything is.

use async_graphql::{Enum, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_projections::log::status;

use crate::graphql::log::jobs::types::JobProgress;

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "status::ProjectionState")]
pub enum ProjectionState {
    Live,
    CatchingUp,
    Rebuilding,
    Stopped,
}

/// A read model and how far it follows the log.
#[derive(Debug, SimpleObject)]
pub struct Projection {
    pub name: String,
    pub version: i32,
    pub state: ProjectionState,
    pub position: i64,
    pub head_position: i64,
    pub lag_events: i64,
    /// Age of the oldest entry it has not applied.
    pub lag_seconds: f64,
    pub error: Option<String>,
    pub failed_position: Option<i64>,
    pub failed_event_type: Option<String>,
    pub parked_events: i64,
    pub updated_at: Option<DateTime<Utc>>,
    pub rebuild: Option<JobProgress>,
}

impl From<status::ProjectionStatus> for Projection {
    fn from(status: status::ProjectionStatus) -> Self {
        Projection {
            name: status.name,
            version: status.version,
            state: status.state.into(),
            position: status.position,
            head_position: status.head,
            lag_events: status.lag_events,
            lag_seconds: status.lag_seconds,
            error: status.error,
            failed_position: status.failed_position,
            failed_event_type: status.failed_type,
            parked_events: status.parked,
            updated_at: status.updated_at,
            rebuild: status.rebuild.map(JobProgress::from),
        }
    }
}

#[derive(Debug, SimpleObject)]
pub struct LogStatus {
    pub head_position: i64,
    /// Estimated once there are very many.
    pub events: i64,
    pub facts: i64,
    pub epoch: String,
    pub sealed_to: i64,
    /// rabbitmq or in-process.
    pub bus: String,
    pub relay_position: i64,
    pub relay_lag: i64,
}

impl LogStatus {
    pub fn of(status: status::LogStatus, bus: &str) -> Self {
        LogStatus {
            head_position: status.head,
            events: status.events,
            facts: status.facts,
            epoch: status.epoch.to_string(),
            sealed_to: status.sealed_to,
            bus: bus.to_owned(),
            relay_position: status.relay_position,
            relay_lag: status.relay_lag,
        }
    }
}
