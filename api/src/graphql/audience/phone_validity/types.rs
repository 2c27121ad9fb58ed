//! What a number says by itself, and runs of carrier look-ups, as the API shows them.

use std::collections::HashMap;

use async_graphql::{Enum, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_domain::audience::phone_validity::assess::{Assessment, Validity};
use pivotal_domain::audience::phone_validity::counts::Outcome;
use pivotal_domain::audience::phone_validity::keep::Which;
use pivotal_domain::audience::phone_validity::line::LineType;
use pivotal_projections::audience::phone_validity::contacts::LookedUpContactRow;
use pivotal_projections::audience::phone_validity::query::{PhoneLookupRow, RunCounts};
use uuid::Uuid;

use crate::graphql::log::jobs::types::JobProgress;

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
pub enum PhoneLookupState {
    /// Waits for its turn, or its contacts are being gathered.
    Asked,
    Running,
    Completed,
    /// What was found out until then stays.
    Cancelled,
    Failed,
}

impl PhoneLookupState {
    fn of(text: &str) -> Self {
        match text {
            "running" => PhoneLookupState::Running,
            "completed" => PhoneLookupState::Completed,
            "cancelled" => PhoneLookupState::Cancelled,
            "failed" => PhoneLookupState::Failed,
            _ => PhoneLookupState::Asked,
        }
    }
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Outcome")]
pub enum PhoneLookupOutcome {
    Mobile,
    FixedLine,
    /// The carriers know of no such number.
    NotFound,
    Voip,
    /// Toll free, premium rate and what else there is, and lines that the look-up could not tell.
    Other,
    /// No numbering plan has it, so nobody was asked.
    NotValid,
    /// It has no such phone.
    NoPhone,
    /// It is archived, erased or gone, or may not be changed.
    Refused,
}

/// The first nine add up to the contacts or accounts of the run once it has ended.
#[derive(Debug, Clone, PartialEq, Eq, SimpleObject)]
pub struct PhoneLookupCounts {
    pub mobile: i64,
    pub fixed_line: i64,
    pub not_found: i64,
    pub voip: i64,
    pub other: i64,
    pub not_valid: i64,
    pub no_phone: i64,
    pub refused: i64,
    /// It was cancelled or failed before these.
    pub not_run: i64,
    /// Nobody was asked about these: it was known from before.
    pub known: i64,
    /// These say something else since.
    pub changed: i64,
    /// All that were looked at.
    pub done: i64,
}

impl From<RunCounts> for PhoneLookupCounts {
    fn from(counts: RunCounts) -> Self {
        PhoneLookupCounts {
            mobile: counts.mobile,
            fixed_line: counts.fixed_line,
            not_found: counts.not_found,
            voip: counts.voip,
            other: counts.other,
            not_valid: counts.not_valid,
            no_phone: counts.no_phone,
            refused: counts.refused,
            not_run: counts.not_run,
            known: counts.known,
            changed: counts.changed,
            done: counts.done(),
        }
    }
}

/// A kind of line, and how many there are of it.
#[derive(Debug, Clone, PartialEq, Eq, SimpleObject)]
pub struct PhoneLookupLine {
    /// mobile, fixed_line, voip, ...: as in the field mobile_phone_carrier_line of contacts.
    pub code: String,
    pub label: String,
    pub count: i64,
}

/// Phones of many contacts or accounts looked up at a carrier service, or of one.
#[derive(Debug, SimpleObject)]
pub struct PhoneLookup {
    pub id: Uuid,
    pub state: PhoneLookupState,
    /// They were named one by one.
    pub by_ids: bool,
    /// The number that whoever asked saw counted.
    pub expected: Option<i64>,
    /// Of what this import made or changed.
    pub import_id: Option<Uuid>,
    /// What was known from before was asked anew.
    pub again: bool,
    pub which: LookedUpPhone,
    /// Who was asked.
    pub provider: PhoneLookupProvider,
    pub counts: PhoneLookupCounts,
    /// The most frequent first.
    pub lines: Vec<PhoneLookupLine>,
    pub created_at: DateTime<Utc>,
    pub created_by: Option<String>,
    pub finished_at: Option<DateTime<Utc>>,
    pub error: Option<String>,
    pub progress: Option<JobProgress>,
}

impl PhoneLookup {
    pub fn of(row: PhoneLookupRow, names: &HashMap<Uuid, String>) -> Self {
        let created_by = match row.created_by.is_nil() {
            true => Some("Pivotal".to_owned()),
            false => names.get(&row.created_by).cloned(),
        };
        let mut lines: Vec<PhoneLookupLine> = row
            .lines
            .into_iter()
            .map(|(code, count)| PhoneLookupLine { label: label(&code), code, count })
            .collect();
        lines.sort_by_key(|line| -line.count);
        PhoneLookup {
            id: row.id,
            state: PhoneLookupState::of(&row.state),
            by_ids: row.by_ids,
            expected: row.expected,
            import_id: row.import_id,
            again: row.again,
            which: LookedUpPhone::of(&row.which),
            provider: PhoneLookupProvider::of(Some(&row.provider)),
            counts: row.counts.into(),
            lines,
            created_at: row.created_at,
            created_by,
            finished_at: row.finished_at,
            error: row.error,
            progress: row.progress.map(JobProgress::from),
        }
    }
}

/// For people; the code itself for a line of a newer release.
pub fn label(code: &str) -> String {
    LineType::named(code).map_or_else(|| code.to_owned(), |line| line.label().to_owned())
}

/// A contact or an account, and what was found out about its phone. Name, phone and carrier are those it has now.
#[derive(Debug, SimpleObject)]
pub struct LookedUpContact {
    /// Null where the run is over accounts.
    pub contact_id: Option<Uuid>,
    /// Null where the run is over contacts.
    pub account_id: Option<Uuid>,
    /// Null when it is erased, or may not be seen; so are phone and carrier.
    pub name: Option<String>,
    pub phone: Option<String>,
    pub carrier: Option<String>,
    pub outcome: PhoneLookupOutcome,
    /// mobile, fixed_line, voip, ...; null where nothing was found.
    pub line: Option<String>,
    /// The line for people.
    pub line_label: Option<String>,
    /// It says something else since.
    pub changed: bool,
}

impl From<LookedUpContactRow> for LookedUpContact {
    fn from(row: LookedUpContactRow) -> Self {
        let outcome = Outcome::named(&row.outcome).unwrap_or(Outcome::Other);
        LookedUpContact {
            contact_id: row.contact_id,
            account_id: row.account_id,
            name: row.name,
            phone: row.phone,
            carrier: row.carrier,
            outcome: outcome.into(),
            line_label: row.line.as_deref().map(label),
            line: row.line,
            changed: row.changed,
        }
    }
}

/// One of the numbers that are looked up.
#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Which")]
pub enum LookedUpPhone {
    MobilePhone,
    DirectPhone,
    /// Of an account; the others are a contact's.
    MainPhone,
}

impl LookedUpPhone {
    fn of(text: &str) -> Self {
        Which::named(text).unwrap_or(Which::MobilePhone).into()
    }
}

/// Who is asked about carriers.
#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
pub enum PhoneLookupProvider {
    /// Nobody: it is not set up.
    Off,
    /// The test look-up: its answers are made up, and cost nothing.
    Test,
    Telnyx,
}

impl PhoneLookupProvider {
    /// Of the name in the log; none where nobody is asked.
    pub fn of(name: Option<&str>) -> Self {
        match name {
            Some("telnyx") => PhoneLookupProvider::Telnyx,
            Some(_) => PhoneLookupProvider::Test,
            None => PhoneLookupProvider::Off,
        }
    }
}

/// What this deployment can find out.
#[derive(Debug, SimpleObject)]
pub struct PhoneLookupSettings {
    pub provider: PhoneLookupProvider,
    /// Numbers asked about in a minute by one run; 0 is without limit.
    pub per_minute: i64,
    /// For so many days an answer is not paid for again.
    pub kept_days: i64,
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Validity")]
pub enum PhoneValidity {
    /// In a range that its numbering plan gives out.
    Valid,
    /// As long as a number of its country is, and in no range that is known.
    Possible,
    /// No number, or none that can be dialled from anywhere.
    Invalid,
}

/// What a number says by itself. Nobody is asked.
#[derive(Debug, SimpleObject)]
pub struct PhoneAssessment {
    pub validity: PhoneValidity,
    /// mobile, fixed_line, fixed_line_or_mobile, voip, toll_free, premium_rate, ..., unknown.
    pub line: String,
    pub line_label: String,
    /// Where the number belongs (ISO 3166-1 alpha-2).
    pub country: Option<String>,
    pub country_name: Option<String>,
    /// Of the number's prefix, where that says it (IANA).
    pub time_zone: Option<String>,
    /// As it is dialled from anywhere.
    pub e164: Option<String>,
}

impl From<Assessment> for PhoneAssessment {
    fn from(said: Assessment) -> Self {
        PhoneAssessment {
            validity: said.validity.into(),
            line: said.line.as_str().to_owned(),
            line_label: said.line.label().to_owned(),
            country: said.country.map(|country| country.code().to_owned()),
            country_name: said.country.map(|country| country.name().to_owned()),
            time_zone: said.time_zone.map(str::to_owned),
            e164: said.e164,
        }
    }
}
