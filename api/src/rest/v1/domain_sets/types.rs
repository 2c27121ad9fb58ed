//! What domain sets look like over REST.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::domain_sets::facts::Verdict;
use pivotal_domain::audience::domain_sets::lines::LineError;
use pivotal_domain::audience::saved_views::sharing::Sharing;
use pivotal_projections::audience::domain_sets::contacts::{ExpandFilter, MemberRow};
use pivotal_projections::audience::domain_sets::items::{InvalidRow, ItemRow};
use pivotal_projections::audience::domain_sets::query::{DomainSetRow, MatchReport};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::errors::{ApiError, ApiResult, BAD_REQUEST};

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SetSharing {
    /// The owner alone.
    #[default]
    Private,
    /// The members of one team.
    Team,
    Everyone,
}

pub fn sharing(sharing: SetSharing, team: Option<Uuid>) -> ApiResult<Sharing> {
    match (sharing, team) {
        (SetSharing::Private, _) => Ok(Sharing::Private),
        (SetSharing::Everyone, _) => Ok(Sharing::Everyone),
        (SetSharing::Team, Some(team)) => Ok(Sharing::Team { team }),
        (SetSharing::Team, None) => {
            Err(ApiError::new(BAD_REQUEST, "Say with teamId which team the domain set is shared with."))
        }
    }
}

/// Companies somebody wants to reach, as a list of their domains.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DomainSet {
    pub id: Uuid,
    pub name: String,
    /// private, team, everyone.
    pub sharing: &'static str,
    pub team_id: Option<Uuid>,
    pub owner_id: Uuid,
    pub tags: Vec<String>,
    /// file, paste.
    pub source: String,
    pub file_name: Option<String>,
    pub stubs: bool,
    /// reading, matching, ready, failed.
    pub state: String,
    pub error: Option<String>,
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
}

impl From<DomainSetRow> for DomainSet {
    fn from(row: DomainSetRow) -> Self {
        DomainSet {
            id: row.id,
            name: row.name,
            sharing: match (row.everyone, row.team) {
                (true, _) => "everyone",
                (false, Some(_)) => "team",
                (false, None) => "private",
            },
            team_id: row.team,
            owner_id: row.owner,
            tags: row.tags,
            source: row.source,
            file_name: row.file_name,
            stubs: row.stubs,
            state: row.state,
            error: row.error,
            job_id: row.job_id,
            items: row.items,
            repeated: row.repeated,
            invalid: row.invalid,
            matched_at: row.matched_at,
            archived: row.archived,
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }
}

/// The numbers of the items add up: exact, confirmed, fuzzy, unknown, pending.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DomainSetReport {
    pub items: i64,
    pub exact: i64,
    pub confirmed: i64,
    pub fuzzy: i64,
    pub unknown: i64,
    pub pending: i64,
    /// Accounts, each once, that count.
    pub accounts: i64,
    pub stubs: i64,
    pub lookalikes: i64,
    /// Contacts that count.
    pub contacts: i64,
}

impl DomainSetReport {
    pub fn new(report: MatchReport, contacts: i64) -> Self {
        DomainSetReport {
            items: report.items,
            exact: report.exact,
            confirmed: report.confirmed,
            fuzzy: report.fuzzy,
            unknown: report.unknown,
            pending: report.pending,
            accounts: report.accounts,
            stubs: report.stubs,
            lookalikes: report.lookalikes,
            contacts,
        }
    }
}

/// A domain of a set.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DomainSetItem {
    /// The row of the file it stood in first; names the item within its set.
    pub number: i32,
    pub domain: String,
    pub account_name: Option<String>,
    pub notes: Option<String>,
    /// What stood there, where it is not the domain itself.
    pub given: Option<String>,
    pub repaired: bool,
    /// mixed_scripts, other_script: it looks like another domain.
    pub resembles: Option<String>,
    /// pending, matched, fuzzy, unknown.
    pub status: String,
    pub account_id: Option<Uuid>,
    pub account: Option<String>,
    pub account_domain: Option<String>,
    /// active, stub, archived.
    pub account_status: Option<String>,
    /// domain, alternate, fuzzy, manual.
    pub matched_via: Option<String>,
    /// 0 to 1.
    pub confidence: Option<f64>,
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
            status: row.status,
            account_id: row.account_id,
            account: row.account,
            account_domain: row.account_domain,
            account_status: row.account_status,
            matched_via: row.via,
            confidence: row.confidence.map(|hundredths| f64::from(hundredths) / 100.0),
            contacts: row.contacts,
        }
    }
}

/// A line that names no domain.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DomainSetInvalidLine {
    pub number: i32,
    pub code: String,
    pub reason: String,
    pub given: Option<String>,
}

impl From<InvalidRow> for DomainSetInvalidLine {
    fn from(row: InvalidRow) -> Self {
        let reason = LineError::of_code(&row.code).map(|error| error.to_string()).unwrap_or_default();
        DomainSetInvalidLine { number: row.number, code: row.code, reason, given: row.given }
    }
}

/// A person of a set.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct DomainSetContact {
    pub id: Uuid,
    pub full_name: Option<String>,
    pub job_title: Option<String>,
    pub seniority: Option<String>,
    pub department: Option<String>,
    pub email: Option<String>,
    pub account_id: Option<Uuid>,
    pub account_name: Option<String>,
    /// account, email.
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
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DomainSetExpanded {
    /// A part of the job title.
    pub title: Option<String>,
    /// Any of these levels.
    #[serde(default)]
    pub seniority: Vec<String>,
    /// Any of these departments.
    #[serde(default)]
    pub department: Vec<String>,
    /// Also those of accounts that are only nearly the same and wait for a person.
    #[serde(default)]
    pub fuzzy: bool,
    #[serde(default)]
    pub with_email: bool,
}

impl DomainSetExpanded {
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

/// Parts that are absent stay as they are.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DomainSetChanged {
    pub name: Option<String>,
    pub sharing: Option<SetSharing>,
    /// With sharing team.
    pub team_id: Option<Uuid>,
    pub tags: Option<Vec<String>>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DomainSetProcessed {
    /// Make accounts of what is unknown; as it was asked before if not said.
    pub stubs: Option<bool>,
}

#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ItemVerdict {
    /// The account that was found is the one.
    Confirmed,
    /// It is not; it is never found for this item again.
    Rejected,
    /// It is this account, whatever was found.
    Assigned,
}

impl From<ItemVerdict> for Verdict {
    fn from(verdict: ItemVerdict) -> Self {
        match verdict {
            ItemVerdict::Confirmed => Verdict::Confirmed,
            ItemVerdict::Rejected => Verdict::Rejected,
            ItemVerdict::Assigned => Verdict::Assigned,
        }
    }
}

/// The last word about an item.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DomainSetItemRetracted {
    /// Its number.
    pub item: u32,
    /// The account that was said to be the item, or not to be it.
    pub account_id: Uuid,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DomainSetItemJudged {
    /// Its number.
    pub item: u32,
    pub verdict: ItemVerdict,
    pub account_id: Uuid,
}
