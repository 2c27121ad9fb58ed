//! What is told of an email that left, as the API shows it.

use async_graphql::{Enum, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_domain::email::tracking::signal::Kind;
use pivotal_projections::email::tracking::query::StepRow;

/// What is told of an email that left.
#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Kind")]
pub enum EmailSignalKind {
    /// Taken by the provider.
    Accepted,
    Delivered,
    /// Tried again later.
    Deferred,
    /// Nobody is there.
    BouncedHard,
    /// Came back, and nothing was delivered after it.
    BouncedSoft,
    /// The provider did not try.
    Dropped,
    Complained,
    Unsubscribed,
    Opened,
    Clicked,
    /// A program followed the link that nobody sees.
    Trapped,
    Replied,
    /// A program answered.
    AutoReplied,
}

/// One thing that was told of somebody's email.
#[derive(Debug, SimpleObject)]
pub struct EmailRecipientStep {
    pub kind: EmailSignalKind,
    pub at: DateTime<Utc>,
    /// Why, of what came back: a code.
    pub code: Option<String>,
    /// Number of the link, of a click.
    pub link: Option<i32>,
    /// What the link is called, or where it leads.
    pub link_name: Option<String>,
    /// Of an open or a click; null: not judged yet.
    pub by_program: Option<bool>,
}

impl EmailRecipientStep {
    /// `name`: of a link by its number.
    pub fn of(step: StepRow, name: impl Fn(i32) -> Option<String>) -> Self {
        EmailRecipientStep {
            kind: step.kind.into(),
            at: step.at,
            code: step.code,
            link: step.link,
            link_name: step.link.and_then(name),
            by_program: step.by_program,
        }
    }
}
