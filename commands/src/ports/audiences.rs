//! In which segments, lists and domain sets contacts are and were. Commands know no read models; the adapter reads them.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use serde::Serialize;
use uuid::Uuid;

use super::record_lists::ListError;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AudienceKind {
    Segment,
    List,
    DomainSet,
}

impl AudienceKind {
    /// For a reader.
    pub const fn label(self) -> &'static str {
        match self {
            AudienceKind::Segment => "Segment",
            AudienceKind::List => "List",
            AudienceKind::DomainSet => "Domain set",
        }
    }
}

/// One stay of a contact in one of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Membership {
    pub contact: Uuid,
    pub kind: AudienceKind,
    pub audience: Uuid,
    pub name: String,
    /// `None`: people of a domain set are found whenever somebody asks, so no moment is kept.
    pub since: Option<DateTime<Utc>>,
    /// How they came in, in words.
    pub why: String,
    /// `None`: they are in it.
    pub until: Option<DateTime<Utc>>,
    pub why_until: Option<String>,
}

/// The port. Adapter: `pivotal-infra`.
#[async_trait]
pub trait Audiences: Send + Sync {
    /// Every stay of these contacts. Everything that was in the log before the call is among them.
    async fn of(&self, contacts: &[Uuid]) -> Result<Vec<Membership>, ListError>;
}

/// For tests: these stays and no others.
#[derive(Debug, Clone, Default)]
pub struct FixedAudiences(pub Vec<Membership>);

#[async_trait]
impl Audiences for FixedAudiences {
    async fn of(&self, contacts: &[Uuid]) -> Result<Vec<Membership>, ListError> {
        Ok(self.0.iter().filter(|stay| contacts.contains(&stay.contact)).cloned().collect())
    }
}
