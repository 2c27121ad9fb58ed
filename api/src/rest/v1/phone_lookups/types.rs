//! What a run of phone look-ups looks like over REST.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use pivotal_domain::audience::phone_validity::keep::Which;
use pivotal_projections::audience::phone_validity::contacts::LookedUpContactRow;
use pivotal_projections::audience::phone_validity::query::PhoneLookupRow;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::graphql::audience::phone_validity::types as shown;

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = PhoneLookup)]
pub struct Lookup {
    pub id: Uuid,
    /// asked, running, completed, cancelled, failed.
    pub state: String,
    pub created_at: DateTime<Utc>,
    pub finished_at: Option<DateTime<Utc>>,
    pub error: Option<String>,
    /// They were named one by one.
    pub by_ids: bool,
    /// The number that whoever asked saw counted.
    pub expected: Option<i64>,
    /// Of what this import made or changed.
    pub import_id: Option<Uuid>,
    /// What was known from before was asked anew.
    pub again: bool,
    /// mobile_phone, direct_phone of contacts; main_phone of accounts.
    pub which: String,
    /// telnyx, or test for answers that are made up.
    pub provider: String,
    pub mobile: i64,
    pub fixed_line: i64,
    pub not_found: i64,
    pub voip: i64,
    pub other: i64,
    pub not_valid: i64,
    pub no_phone: i64,
    pub refused: i64,
    /// It was cancelled or failed before these. The nine add up to the contacts or accounts of the run.
    pub not_run: i64,
    /// Nobody was asked about these: it was known from before.
    pub known: i64,
    /// These say something else since.
    pub changed: i64,
    /// How many by kind of line.
    pub lines: BTreeMap<String, i64>,
    /// Contacts or accounts looked at so far, while it runs.
    pub done: Option<i64>,
}

impl From<PhoneLookupRow> for Lookup {
    fn from(row: PhoneLookupRow) -> Self {
        let counts = row.counts;
        Lookup {
            id: row.id,
            state: row.state,
            created_at: row.created_at,
            finished_at: row.finished_at,
            error: row.error,
            by_ids: row.by_ids,
            expected: row.expected,
            import_id: row.import_id,
            again: row.again,
            which: row.which,
            provider: row.provider,
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
            lines: row.lines,
            done: row.progress.map(|progress| progress.done),
        }
    }
}

/// Which contacts, or with main_phone which accounts: `ids` one by one (at most 10,000), or else all that the list with this filter
/// shows, but for those in `except`.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewLookup {
    #[serde(default)]
    pub ids: Option<Vec<Uuid>>,
    /// The arguments of the list of contacts, or of accounts: q, country, importId, archived (false unless said), where, ...
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    pub filter: Option<Value>,
    #[serde(default)]
    pub except: Vec<Uuid>,
    /// mobile_phone or direct_phone of contacts, main_phone of accounts.
    pub which: WantedPhone,
    /// Ask anew, and pay again, for what is known from before.
    #[serde(default)]
    pub again: bool,
    /// The number the person saw counted; shown beside the number that is found.
    #[serde(default)]
    pub expected: Option<u64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = LookedUpPhone)]
pub enum WantedPhone {
    MobilePhone,
    DirectPhone,
    MainPhone,
}

impl From<WantedPhone> for Which {
    fn from(wanted: WantedPhone) -> Self {
        match wanted {
            WantedPhone::MobilePhone => Which::MobilePhone,
            WantedPhone::DirectPhone => Which::DirectPhone,
            WantedPhone::MainPhone => Which::MainPhone,
        }
    }
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct WantedLookups {
    /// Of what this import made or changed; all if not said.
    pub import_id: Option<Uuid>,
    /// Rows wanted, at most 200.
    pub first: Option<i32>,
    /// Continues after this cursor.
    pub after: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WantedOutcome {
    Mobile,
    FixedLine,
    NotFound,
    Voip,
    Other,
    NotValid,
    NoPhone,
    Refused,
}

impl WantedOutcome {
    pub fn as_str(self) -> &'static str {
        match self {
            WantedOutcome::Mobile => "mobile",
            WantedOutcome::FixedLine => "fixed_line",
            WantedOutcome::NotFound => "not_found",
            WantedOutcome::Voip => "voip",
            WantedOutcome::Other => "other",
            WantedOutcome::NotValid => "not_valid",
            WantedOutcome::NoPhone => "no_phone",
            WantedOutcome::Refused => "refused",
        }
    }
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct WantedContacts {
    /// Of one outcome (mobile, fixed_line, not_found, voip, other, not_valid, no_phone, refused); all if not said.
    #[param(value_type = Option<String>)]
    pub outcome: Option<WantedOutcome>,
    /// Rows wanted, at most 200.
    pub first: Option<i32>,
    /// Continues after this cursor.
    pub after: Option<String>,
}

/// A contact or an account, and what was found out about its phone. Name, phone and carrier are those it has now.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LookedUpContact {
    /// Absent where the run is over accounts.
    pub contact_id: Option<Uuid>,
    /// Absent where the run is over contacts.
    pub account_id: Option<Uuid>,
    /// Absent when it is erased, or may not be seen; so are phone and carrier.
    pub name: Option<String>,
    pub phone: Option<String>,
    pub carrier: Option<String>,
    /// mobile, fixed_line, not_found, voip, other, not_valid, no_phone, refused.
    pub outcome: String,
    /// mobile, fixed_line, fixed_line_or_mobile, voip, toll_free, premium_rate, shared_cost, personal_number, pager, uan, voicemail,
    /// unknown.
    pub line: Option<String>,
    /// It says something else since.
    pub changed: bool,
}

impl From<LookedUpContactRow> for LookedUpContact {
    fn from(row: LookedUpContactRow) -> Self {
        LookedUpContact {
            contact_id: row.contact_id,
            account_id: row.account_id,
            name: row.name,
            phone: row.phone,
            carrier: row.carrier,
            outcome: row.outcome,
            line: row.line,
            changed: row.changed,
        }
    }
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct WantedAssessment {
    /// As it is written.
    pub number: String,
    /// Of a number without a country code: an ISO 3166-1 code or a name.
    pub country: Option<String>,
}

/// What a number says by itself. Nobody is asked.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PhoneAssessment {
    /// valid, possible, invalid.
    pub validity: String,
    /// mobile, fixed_line, fixed_line_or_mobile, voip, toll_free, premium_rate, shared_cost, personal_number, pager, uan, voicemail,
    /// unknown.
    pub line: String,
    /// Where the number belongs (ISO 3166-1 alpha-2).
    pub country: Option<String>,
    /// Of the number's prefix, where that says it (IANA).
    pub time_zone: Option<String>,
    /// As it is dialled from anywhere.
    pub e164: Option<String>,
}

impl From<shown::PhoneAssessment> for PhoneAssessment {
    fn from(said: shown::PhoneAssessment) -> Self {
        let validity = match said.validity {
            shown::PhoneValidity::Valid => "valid",
            shown::PhoneValidity::Possible => "possible",
            shown::PhoneValidity::Invalid => "invalid",
        };
        PhoneAssessment {
            validity: validity.to_owned(),
            line: said.line,
            country: said.country,
            time_zone: said.time_zone,
            e164: said.e164,
        }
    }
}
