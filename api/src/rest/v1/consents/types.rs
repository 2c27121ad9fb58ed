//! What consents look like over REST.

use chrono::{DateTime, Utc};
use pivotal_domain::suppression::consents::basis::Basis;
use pivotal_domain::suppression::consents::channel::Channel;
use pivotal_domain::suppression::consents::given::{Proof, Typed};
use pivotal_projections::suppression::consents::of_contact::{ChannelThen, Why};
use pivotal_projections::suppression::consents::query::{ConsentRow, State};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Something that was said about one channel.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ConsentStatement {
    pub id: Uuid,
    /// Of whom it was said.
    pub contact_id: Uuid,
    /// For whom it counts: that contact, or the one it was merged into.
    pub person_id: Uuid,
    pub contact_name: Option<String>,
    /// email, phone.
    pub channel: String,
    /// consent, legitimate_interest, contract, withdrawn.
    pub standing: String,
    /// counts, superseded (something was said after it), taken_back (it was a mistake).
    pub state: &'static str,
    /// When they said so, or since when the basis holds.
    pub at: DateTime<Utc>,
    /// Where it was given, or how they withdrew.
    pub origin: Option<String>,
    /// The text that was shown to them.
    pub wording: Option<String>,
    pub reference: Option<String>,
    pub url: Option<String>,
    pub ip: Option<String>,
    pub note: Option<String>,
    /// Of the file that proves it; null: there is none.
    pub file_name: Option<String>,
    pub file_size: Option<i64>,
    pub recorded_at: DateTime<Utc>,
    pub source: String,
    pub taken_back_at: Option<DateTime<Utc>>,
    pub taken_back_why: Option<String>,
    /// The person was erased: basis and moments stay, words and proofs are gone.
    pub erased: bool,
}

/// As written in filters and answers.
pub fn state(state: State) -> &'static str {
    match state {
        State::Counts => "counts",
        State::Superseded => "superseded",
        State::TakenBack => "taken_back",
    }
}

impl From<ConsentRow> for ConsentStatement {
    fn from(row: ConsentRow) -> Self {
        ConsentStatement {
            id: row.id,
            contact_id: row.contact_id,
            person_id: row.person_id,
            state: state(row.state()),
            contact_name: row.contact_name,
            channel: row.channel,
            standing: row.standing,
            at: row.given_at,
            origin: row.origin,
            wording: row.wording,
            reference: row.reference,
            url: row.url,
            ip: row.ip,
            note: row.note,
            file_name: row.file_name,
            file_size: row.file_size,
            recorded_at: row.recorded_at,
            source: row.source,
            taken_back_at: row.taken_back_at,
            taken_back_why: row.taken_back_why,
            erased: row.erased,
        }
    }
}

/// How it stands with one channel, and what says so.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ConsentChannelStanding {
    /// email, phone.
    pub channel: &'static str,
    /// consent, legitimate_interest, contract, none, withdrawn.
    pub standing: &'static str,
    /// Whether they may be contacted, as far as consent goes.
    pub permits: bool,
    /// statement, record (the contact's own fields), country (its rule), other_countries.
    pub why: &'static str,
    pub statement_id: Option<Uuid>,
    /// Two letters (ISO 3166).
    pub country: Option<String>,
}

impl From<ChannelThen> for ConsentChannelStanding {
    fn from(then: ChannelThen) -> Self {
        let (why, statement_id, country) = match then.because {
            Why::Statement(id) => ("statement", Some(id), None),
            Why::Record => ("record", None, None),
            Why::Country(country) => ("country", None, Some(country.code().to_owned())),
            Why::OtherCountries => ("other_countries", None, None),
        };
        ConsentChannelStanding {
            channel: then.channel.as_str(),
            standing: then.standing.as_str(),
            permits: then.standing.permits(),
            why,
            statement_id,
            country,
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ContactConsent {
    pub channels: Vec<ConsentChannelStanding>,
    /// What was recorded last first; those of contacts that were merged into it too.
    pub statements: Vec<ConsentStatement>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewConsent {
    /// email, phone: each gets a statement of its own.
    #[schema(value_type = Vec<String>)]
    pub channels: Vec<Channel>,
    /// consent (needs a wording or a proof), legitimate_interest, contract.
    #[schema(value_type = String)]
    pub basis: Basis,
    /// When they said so, or since when the basis holds; now if left out.
    pub at: Option<DateTime<Utc>>,
    /// Where it was given: a form, a trade show, a call.
    pub origin: String,
    /// The text that was shown to them.
    pub wording: Option<String>,
    /// Of the proof: a ticket, a form's entry, a page of a paper list.
    pub reference: Option<String>,
    pub url: Option<String>,
    /// Where they said it from.
    pub ip: Option<String>,
}

impl NewConsent {
    pub fn typed(self) -> (Vec<Channel>, Typed) {
        let typed = Typed {
            basis: self.basis,
            given_at: self.at,
            origin: self.origin,
            wording: self.wording,
            proof: Proof { reference: self.reference, url: self.url, ip: self.ip },
        };
        (self.channels, typed)
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ConsentWithdrawal {
    /// email, phone.
    #[schema(value_type = Vec<String>)]
    pub channels: Vec<Channel>,
    /// When they said so; now if left out.
    pub at: Option<DateTime<Utc>>,
    /// How they said it: a reply, a call, a letter.
    pub origin: String,
    pub note: Option<String>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ConsentMistake {
    /// Kept beside it.
    pub why: String,
}

/// What was done.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ConsentDone {
    /// What counts now of the channels that were named.
    pub statement_ids: Vec<Uuid>,
    /// Addresses or numbers that are suppressed now because they withdrew.
    pub suppressed: usize,
}
