//! Domain sets as the API shows and takes them.

use async_graphql::{ComplexObject, Context, Enum, InputObject, Result, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_commands::audience::segments::used::used_by;
use pivotal_domain::audience::domain_sets::lines::LineError;
use pivotal_projections::audience::domain_sets::contacts::{self, ExpandFilter, MemberRow};
use pivotal_projections::audience::domain_sets::items::{InvalidRow, ItemFilter, ItemRow};
use pivotal_projections::audience::domain_sets::query::{self, DomainSetRow, MatchReport};
use uuid::Uuid;

use crate::errors::ApiError;
use crate::graphql::audience::saved_views::types::ViewSharing;
use crate::graphql::audience::segments::types::SegmentUser;
use crate::graphql::{actor, core};

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
pub enum DomainSetState {
    /// The lines of its file are being read.
    Reading,
    /// Its items are being matched.
    Matching,
    Ready,
    /// See `error`.
    Failed,
}

/// Companies somebody wants to reach, as a list of their domains, matched with the accounts there are.
#[derive(Debug, SimpleObject)]
#[graphql(complex)]
pub struct DomainSet {
    pub id: Uuid,
    pub name: String,
    pub sharing: ViewSharing,
    pub team_id: Option<Uuid>,
    pub owner_id: Uuid,
    pub tags: Vec<String>,
    /// `file` or `paste`.
    pub source: String,
    pub file_name: Option<String>,
    /// Accounts are made of what is unknown.
    pub stubs: bool,
    pub state: DomainSetState,
    pub error: Option<String>,
    /// The work on it that was asked for last: its progress is the job's.
    pub job_id: Option<Uuid>,
    /// Domains, each once.
    pub items: i64,
    /// Lines whose domain stands further up.
    pub repeated: i64,
    /// Lines that name no domain.
    pub invalid: i64,
    pub matched_at: Option<DateTime<Utc>>,
    pub archived: bool,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    #[graphql(skip)]
    pub row: DomainSetRow,
}

#[ComplexObject]
impl DomainSet {
    async fn owner_name(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let names = core(ctx).directory.names().await.map_err(ApiError::from)?;
        Ok(names.get(&self.owner_id).cloned())
    }

    /// Segments that are defined by it: it cannot be archived before they are changed.
    async fn used_by(&self, ctx: &Context<'_>) -> Result<Vec<SegmentUser>> {
        let users = used_by(&core(ctx).context, actor(ctx)?, self.id).await.map_err(ApiError::from)?;
        Ok(users.into_iter().map(SegmentUser::from).collect())
    }

    /// What the matching came to, as it is now: it grows while the matching runs.
    #[graphql(complexity = "20 + child_complexity")]
    async fn report(&self, ctx: &Context<'_>) -> Result<DomainSetReport> {
        let pool = &core(ctx).context.log.pools.read;
        Ok(query::report(pool, &self.row).await.map_err(ApiError::from)?.into())
    }

    /// Contacts that count: those of matched accounts, and those without an account whose email is at one of the domains.
    #[graphql(complexity = "50 + child_complexity")]
    async fn contact_count(&self, ctx: &Context<'_>) -> Result<i64> {
        let pool = &core(ctx).context.log.pools.read;
        let all = ExpandFilter::default();
        Ok(contacts::count(pool, actor(ctx)?, &self.row, &all).await.map_err(ApiError::from)?)
    }
}

impl From<DomainSetRow> for DomainSet {
    fn from(row: DomainSetRow) -> Self {
        DomainSet {
            id: row.id,
            name: row.name.clone(),
            sharing: match (row.everyone, row.team) {
                (true, _) => ViewSharing::Everyone,
                (false, Some(_)) => ViewSharing::Team,
                (false, None) => ViewSharing::Private,
            },
            team_id: row.team,
            owner_id: row.owner,
            tags: row.tags.clone(),
            source: row.source.clone(),
            file_name: row.file_name.clone(),
            stubs: row.stubs,
            state: match row.state.as_str() {
                "reading" => DomainSetState::Reading,
                "matching" => DomainSetState::Matching,
                "failed" => DomainSetState::Failed,
                _ => DomainSetState::Ready,
            },
            error: row.error.clone(),
            job_id: row.job_id,
            items: row.items,
            repeated: row.repeated,
            invalid: row.invalid,
            matched_at: row.matched_at,
            archived: row.archived,
            created_at: row.created_at,
            updated_at: row.updated_at,
            row,
        }
    }
}

/// The numbers of the items add up: exact, confirmed, fuzzy, unknown, pending.
#[derive(Debug, SimpleObject)]
pub struct DomainSetReport {
    pub items: i64,
    /// The account has the domain.
    pub exact: i64,
    /// A person confirmed what was nearly the same, or chose the account.
    pub confirmed: i64,
    /// Waiting for a person.
    pub fuzzy: i64,
    pub unknown: i64,
    /// Not looked at yet.
    pub pending: i64,
    /// Exact and confirmed among all items: 0 to 1.
    pub match_rate: f64,
    /// Accounts, each once, that count.
    pub accounts: i64,
    /// Of these made for what was unknown, and still waiting to be named.
    pub stubs: i64,
    /// Domains that look like another one because of letters of another script.
    pub lookalikes: i64,
}

impl From<MatchReport> for DomainSetReport {
    fn from(report: MatchReport) -> Self {
        DomainSetReport {
            items: report.items,
            exact: report.exact,
            confirmed: report.confirmed,
            fuzzy: report.fuzzy,
            unknown: report.unknown,
            pending: report.pending,
            match_rate: match report.items {
                0 => 0.0,
                items => (report.exact + report.confirmed) as f64 / items as f64,
            },
            accounts: report.accounts,
            stubs: report.stubs,
            lookalikes: report.lookalikes,
        }
    }
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
pub enum DomainSetItemStatus {
    /// Not looked at yet.
    Pending,
    /// An account has the domain, or a person said which it is.
    Matched,
    /// Nearly the same; waits for a person and does not count yet.
    Fuzzy,
    Unknown,
}

impl DomainSetItemStatus {
    pub fn as_str(self) -> &'static str {
        match self {
            DomainSetItemStatus::Pending => "pending",
            DomainSetItemStatus::Matched => "matched",
            DomainSetItemStatus::Fuzzy => "fuzzy",
            DomainSetItemStatus::Unknown => "unknown",
        }
    }

    fn of(text: &str) -> Self {
        match text {
            "matched" => DomainSetItemStatus::Matched,
            "fuzzy" => DomainSetItemStatus::Fuzzy,
            "unknown" => DomainSetItemStatus::Unknown,
            _ => DomainSetItemStatus::Pending,
        }
    }
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
pub enum DomainSetVia {
    /// It is the account's domain.
    Domain,
    /// It is one of its alternate domains.
    Alternate,
    /// Domain or name are nearly the same.
    Fuzzy,
    /// A person said so.
    Manual,
}

impl DomainSetVia {
    pub fn as_str(self) -> &'static str {
        match self {
            DomainSetVia::Domain => "domain",
            DomainSetVia::Alternate => "alternate",
            DomainSetVia::Fuzzy => "fuzzy",
            DomainSetVia::Manual => "manual",
        }
    }

    pub(crate) fn of(text: &str) -> Self {
        match text {
            "domain" => DomainSetVia::Domain,
            "alternate" => DomainSetVia::Alternate,
            "manual" => DomainSetVia::Manual,
            _ => DomainSetVia::Fuzzy,
        }
    }
}

/// A domain of a set.
#[derive(Debug, SimpleObject)]
pub struct DomainSetItem {
    /// The row of the file it stood in first; names the item within its set.
    pub number: i32,
    pub domain: String,
    /// As the file says.
    pub account_name: Option<String>,
    pub notes: Option<String>,
    /// What stood there, where it is not the domain itself.
    pub given: Option<String>,
    /// A slip was mended.
    pub repaired: bool,
    /// `mixed_scripts` or `other_script`: it looks like another domain.
    pub resembles: Option<String>,
    pub status: DomainSetItemStatus,
    pub account_id: Option<Uuid>,
    /// As the account is called now.
    pub account: Option<String>,
    pub account_domain: Option<String>,
    /// `active`, `stub` (made on the side, to be looked at), `archived`.
    pub account_status: Option<String>,
    pub via: Option<DomainSetVia>,
    /// 0 to 1; 1 is what is the same domain.
    pub confidence: Option<f64>,
    /// Of a fuzzy one: `domain` or `name`, whichever was alike.
    pub likeness: Option<String>,
    pub judged_by: Option<Uuid>,
    pub judged_at: Option<DateTime<Utc>>,
    /// Contacts it brings.
    pub contacts: i64,
}

impl From<ItemRow> for DomainSetItem {
    fn from(row: ItemRow) -> Self {
        DomainSetItem {
            number: row.number,
            domain: row.domain,
            account_name: row.account_name,
            notes: row.notes,
            given: row.given,
            repaired: row.repaired,
            resembles: row.resembles,
            status: DomainSetItemStatus::of(&row.status),
            account_id: row.account_id,
            account: row.account,
            account_domain: row.account_domain,
            account_status: row.account_status,
            via: row.via.as_deref().map(DomainSetVia::of),
            confidence: row.confidence.map(|hundredths| f64::from(hundredths) / 100.0),
            likeness: row.likeness,
            judged_by: row.judged_by,
            judged_at: row.judged_at,
            contacts: row.contacts,
        }
    }
}

/// All conditions must hold.
#[derive(Debug, Default, InputObject)]
pub struct DomainSetItemFilter {
    /// Any of these; all if none is said.
    #[graphql(default)]
    pub statuses: Vec<DomainSetItemStatus>,
    pub via: Option<DomainSetVia>,
    /// Only those that look like another domain.
    #[graphql(default)]
    pub lookalikes: bool,
    /// How the domain begins, or a part of the company's name.
    pub q: Option<String>,
}

impl DomainSetItemFilter {
    pub fn read(self) -> ItemFilter {
        ItemFilter {
            statuses: self.statuses.into_iter().map(DomainSetItemStatus::as_str).collect(),
            via: self.via.map(DomainSetVia::as_str),
            lookalikes: self.lookalikes,
            q: self.q,
        }
    }
}

/// A line that names no domain.
#[derive(Debug, SimpleObject)]
pub struct DomainSetInvalidLine {
    /// The row of the file.
    pub number: i32,
    pub code: String,
    /// Why, for a person.
    pub reason: String,
    /// What stood there; gone once somebody it names was erased.
    pub given: Option<String>,
}

impl From<InvalidRow> for DomainSetInvalidLine {
    fn from(row: InvalidRow) -> Self {
        let reason = LineError::of_code(&row.code).map(|error| error.to_string()).unwrap_or_default();
        DomainSetInvalidLine { number: row.number, code: row.code, reason, given: row.given }
    }
}

/// A person of a set.
#[derive(Debug, SimpleObject)]
pub struct DomainSetContact {
    pub id: Uuid,
    pub full_name: Option<String>,
    pub job_title: Option<String>,
    pub seniority: Option<String>,
    pub department: Option<String>,
    pub email: Option<String>,
    pub account_id: Option<Uuid>,
    pub account_name: Option<String>,
    /// `account`, or `email`: has no account, and the email is at one of the domains.
    pub matched_via: String,
}

impl From<MemberRow> for DomainSetContact {
    fn from(row: MemberRow) -> Self {
        DomainSetContact {
            id: row.id,
            full_name: row.full_name,
            job_title: row.job_title,
            seniority: row.seniority_level,
            department: row.department,
            email: row.email,
            account_id: row.account_id,
            account_name: row.account_name,
            matched_via: row.matched_via,
        }
    }
}

/// Which people of a set. All conditions must hold.
#[derive(Debug, Default, InputObject)]
pub struct DomainSetContactFilter {
    /// A part of the job title.
    pub title: Option<String>,
    /// Any of these levels.
    #[graphql(default)]
    pub seniority: Vec<String>,
    /// Any of these departments.
    #[graphql(default)]
    pub department: Vec<String>,
    /// Also those of accounts that are only nearly the same and wait for a person.
    #[graphql(default)]
    pub fuzzy: bool,
    #[graphql(default)]
    pub with_email: bool,
}

impl DomainSetContactFilter {
    pub fn read(self) -> ExpandFilter {
        ExpandFilter {
            title: self.title,
            seniority: self.seniority,
            department: self.department,
            fuzzy: self.fuzzy,
            with_email: self.with_email,
        }
    }
}
