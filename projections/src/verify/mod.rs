//! Is what people see what happened? Folds the log again with the domain's own `apply`, not with the projections' code,
//! and names each difference.
//!
//! Everything is read in one snapshot, so it can run while people work. Memory holds a page of events at a time, and one
//! number per account. Differences name the record and the column, never a value: values may be personal.

mod accounts;
mod bulk;
mod campaigns;
mod consents;
mod contacts;
mod custom_fields;
mod email_snippets;
mod email_templates;
mod email_verifications;
mod engagement;
mod exports;
mod fold;
mod guards;
mod history;
mod identity;
mod imports;
mod industry_suggestions;
mod lists;
mod notifications;
mod phone_lookups;
mod replies;
mod requests;
mod responses;
mod retention;
mod retention_runs;
mod saved_views;
mod search;
mod segments;
mod senders;
mod sending;
mod snapshot;
mod suppressions;
mod work;

use std::sync::Arc;

use pivotal_log::blind_index::BlindIndex;
use pivotal_log::error::LogError;
use pivotal_log::pools::Pools;
use pivotal_log::seals;
use serde::Serialize;

use crate::audience::search::port::SearchIndex;
use crate::runner::ApplyError;
use crate::runner::opened::Opener;
use snapshot::Snapshot;

/// Differences named one by one; the rest are counted.
const NAMED: usize = 200;

/// What can be checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Rows of contacts, and their claims and match keys.
    Contacts,
    /// Rows of accounts with their contact counts, and their claims and match keys.
    Accounts,
    History,
    /// Imports, and that their outcomes add up.
    Imports,
    SavedViews,
    /// Segments, and that their members add up.
    Segments,
    /// Lists of records, and that their counts are as many as their members.
    Lists,
    CustomFields,
    IndustrySuggestions,
    /// Email templates with their versions, and snippets with their guard.
    EmailTemplates,
    /// Runs of email verification.
    EmailVerifications,
    /// Runs of phone look-ups.
    PhoneLookups,
    Exports,
    /// Bulk changes, and that their outcomes add up.
    Bulk,
    /// Tasks and notes.
    Work,
    /// What people are told of, and what they have read.
    Notifications,
    /// Suppressions, and their guard.
    Suppressions,
    /// Consents, for whom they count, and the rules by country.
    Consents,
    /// Requests for access and erasure.
    Requests,
    /// Rules of retention, legal holds, and their guard.
    Retention,
    /// Sender profiles and brands, and their guards.
    Senders,
    /// Campaigns with their audience versions, and their guard.
    Campaigns,
    /// What became of the recipients of campaigns: the log, the guard, and the ledgers that people see.
    Sending,
    /// What came of mails that left: every one, every hit, and the numbers.
    Responses,
    /// What happened between us and contacts, whoever they are by now, and when something was last.
    Engagement,
    /// Replies, and their guard.
    Replies,
    /// The search index.
    Search,
    /// Users, teams, clients.
    Identity,
    /// The log itself against its seals.
    Seals,
}

impl Part {
    pub const ALL: [Part; 29] = [
        Part::Contacts,
        Part::Accounts,
        Part::History,
        Part::Imports,
        Part::SavedViews,
        Part::Segments,
        Part::Lists,
        Part::CustomFields,
        Part::IndustrySuggestions,
        Part::EmailTemplates,
        Part::EmailVerifications,
        Part::PhoneLookups,
        Part::Exports,
        Part::Bulk,
        Part::Work,
        Part::Notifications,
        Part::Suppressions,
        Part::Consents,
        Part::Requests,
        Part::Retention,
        Part::Senders,
        Part::Campaigns,
        Part::Sending,
        Part::Responses,
        Part::Engagement,
        Part::Replies,
        Part::Search,
        Part::Identity,
        Part::Seals,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Part::Contacts => "contacts",
            Part::Accounts => "accounts",
            Part::History => "history",
            Part::Imports => "imports",
            Part::SavedViews => "saved_views",
            Part::Segments => "segments",
            Part::Lists => "lists",
            Part::CustomFields => "custom_fields",
            Part::IndustrySuggestions => "industry_suggestions",
            Part::EmailTemplates => "email_templates",
            Part::EmailVerifications => "email_verifications",
            Part::PhoneLookups => "phone_lookups",
            Part::Exports => "exports",
            Part::Bulk => "bulk",
            Part::Work => "work",
            Part::Notifications => "notifications",
            Part::Suppressions => "suppressions",
            Part::Consents => "consents",
            Part::Requests => "requests",
            Part::Retention => "retention",
            Part::Senders => "senders",
            Part::Campaigns => "campaigns",
            Part::Sending => "sending",
            Part::Responses => "responses",
            Part::Engagement => "engagement",
            Part::Replies => "replies",
            Part::Search => "search",
            Part::Identity => "identity",
            Part::Seals => "seals",
        }
    }
}

/// One thing that is not as the log says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    pub part: Part,
    /// Table and record, e.g. `contacts 0190…`.
    pub record: String,
    /// e.g. `the row is missing`, `job_title differs`.
    pub what: String,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Default)]
pub struct Report {
    /// Records, rows and ranges looked at, by part.
    pub checked: Vec<(Part, i64)>,
    /// The first [`NAMED`].
    pub differences: Vec<Difference>,
    /// All of them.
    pub different: i64,
    /// Read models that could not be compared, and why.
    pub skipped: Vec<String>,
}

impl Report {
    pub fn is_clean(&self) -> bool {
        self.different == 0 && self.skipped.is_empty()
    }

    fn differs(&mut self, part: Part, record: impl Into<String>, what: impl Into<String>) {
        self.different += 1;
        if self.differences.len() < NAMED {
            self.differences.push(Difference { part, record: record.into(), what: what.into() });
        }
    }

    fn checked(&mut self, part: Part, count: i64) {
        match self.checked.iter_mut().find(|(of, _)| *of == part) {
            Some((_, sum)) => *sum += count,
            None => self.checked.push((part, count)),
        }
    }
}

#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    #[error("the database failed: {0}")]
    Database(#[from] sqlx::Error),
    #[error("the log cannot be read: {0}")]
    Log(#[from] LogError),
    #[error("the log cannot be folded: {0}")]
    Fold(#[from] ApplyError),
}

/// What verifying needs.
pub struct Verifier {
    pub pools: Pools,
    pub opener: Opener,
    pub blind: BlindIndex,
    pub search: Arc<dyn SearchIndex>,
}

impl Verifier {
    /// Checks these parts. `progress` hears of each part as it begins.
    pub async fn run(&self, parts: &[Part], mut progress: impl FnMut(Part)) -> Result<Report, VerifyError> {
        let mut report = Report::default();
        for part in parts {
            progress(*part);
            if *part == Part::Seals {
                self.seals(&mut report).await?;
                continue;
            }
            let mut snapshot = Snapshot::open(&self.pools).await?;
            match part {
                Part::Contacts => contacts::verify(self, &mut snapshot, &mut report).await?,
                Part::Accounts => accounts::verify(self, &mut snapshot, &mut report).await?,
                Part::History => history::verify(&mut snapshot, &mut report).await?,
                Part::Imports => imports::verify(self, &mut snapshot, &mut report).await?,
                Part::SavedViews => saved_views::verify(self, &mut snapshot, &mut report).await?,
                Part::Segments => segments::verify(self, &mut snapshot, &mut report).await?,
                Part::Lists => lists::verify(self, &mut snapshot, &mut report).await?,
                Part::CustomFields => custom_fields::verify(self, &mut snapshot, &mut report).await?,
                Part::IndustrySuggestions => {
                    industry_suggestions::verify(self, &mut snapshot, &mut report).await?
                }
                Part::EmailTemplates => {
                    email_templates::verify(self, &mut snapshot, &mut report).await?;
                    email_snippets::verify(self, &mut snapshot, &mut report).await?;
                }
                Part::EmailVerifications => email_verifications::verify(&mut snapshot, &mut report).await?,
                Part::PhoneLookups => phone_lookups::verify(&mut snapshot, &mut report).await?,
                Part::Exports => exports::verify(self, &mut snapshot, &mut report).await?,
                Part::Bulk => bulk::verify(self, &mut snapshot, &mut report).await?,
                Part::Work => work::verify(self, &mut snapshot, &mut report).await?,
                Part::Notifications => notifications::verify(self, &mut snapshot, &mut report).await?,
                Part::Suppressions => suppressions::verify(self, &mut snapshot, &mut report).await?,
                Part::Consents => consents::verify(self, &mut snapshot, &mut report).await?,
                Part::Requests => requests::verify(self, &mut snapshot, &mut report).await?,
                Part::Retention => retention::verify(self, &mut snapshot, &mut report).await?,
                Part::Senders => senders::verify(self, &mut snapshot, &mut report).await?,
                Part::Campaigns => campaigns::verify(self, &mut snapshot, &mut report).await?,
                Part::Sending => sending::verify(&mut snapshot, &mut report).await?,
                Part::Responses => responses::verify(&mut snapshot, &mut report).await?,
                Part::Engagement => engagement::verify(&mut snapshot, &mut report).await?,
                Part::Replies => replies::verify(self, &mut snapshot, &mut report).await?,
                Part::Search => search::verify(self, &self.search, &mut snapshot, &mut report).await?,
                Part::Identity => identity::verify(self, &mut snapshot, &mut report).await?,
                Part::Seals => {}
            }
            snapshot.close().await?;
        }
        Ok(report)
    }

    async fn seals(&self, report: &mut Report) -> Result<(), VerifyError> {
        let sealed = sqlx::query_scalar!(r#"select count(*) as "count!" from log.seals"#)
            .fetch_one(&self.pools.read)
            .await?;
        report.checked(Part::Seals, sealed);
        for broken in seals::check(&self.pools.read).await? {
            report.differs(
                Part::Seals,
                format!("log {}..{}", broken.from, broken.to),
                "what is stored is not what was sealed",
            );
        }
        Ok(())
    }
}
