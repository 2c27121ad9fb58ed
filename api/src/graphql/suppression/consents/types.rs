//! Consents as the API shows them.

use std::collections::HashMap;

use async_graphql::{Enum, InputObject, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_domain::suppression::consents::basis::Basis;
use pivotal_domain::suppression::consents::channel::Channel;
use pivotal_domain::suppression::consents::given::{Proof, Typed};
use pivotal_domain::suppression::consents::standing::Standing;
use pivotal_projections::suppression::consents::of_contact::{ChannelThen, Why};
use pivotal_projections::suppression::consents::query::{ConsentRow, State};
use uuid::Uuid;

use crate::graphql::suppression::name_of;

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Channel")]
pub enum ConsentChannel {
    Email,
    Phone,
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Basis")]
pub enum ConsentBasis {
    /// They said yes. Needs a text or a proof.
    Consent,
    /// Until they object.
    LegitimateInterest,
    Contract,
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Standing")]
pub enum ConsentStanding {
    Consent,
    LegitimateInterest,
    Contract,
    /// There is no basis: they may not be contacted until there is one.
    None,
    /// They said no.
    Withdrawn,
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "State")]
pub enum ConsentState {
    /// It is the last word.
    Counts,
    /// Something was said after it.
    Superseded,
    /// It was a mistake.
    TakenBack,
}

/// What says how it stands.
#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
pub enum ConsentWhy {
    /// It was recorded of the person.
    Statement,
    /// The contact's own fields say so.
    Record,
    /// The rule of their country.
    Country,
    /// The rule of all countries without one of their own.
    OtherCountries,
}

/// Something that was said about one channel.
#[derive(Debug, SimpleObject)]
pub struct ConsentStatement {
    pub id: Uuid,
    /// Of whom it was said.
    pub contact_id: Uuid,
    /// For whom it counts: that contact, or the one it was merged into.
    pub person_id: Uuid,
    /// What a person reads: a name, an email, or that the person was erased.
    pub contact_label: String,
    pub contact_email: Option<String>,
    pub account_name: Option<String>,
    /// Two letters (ISO 3166).
    pub country: Option<String>,
    pub channel: ConsentChannel,
    pub standing: ConsentStanding,
    pub standing_label: &'static str,
    pub state: ConsentState,
    /// When they said so, or since when the basis holds.
    pub given_at: DateTime<Utc>,
    /// Where it was given, or how they withdrew.
    pub origin: Option<String>,
    /// The text that was shown to them.
    pub wording: Option<String>,
    pub reference: Option<String>,
    pub url: Option<String>,
    /// Where they said it from.
    pub ip: Option<String>,
    pub note: Option<String>,
    /// Of the file that proves it; null: there is none.
    pub file_name: Option<String>,
    pub file_size: Option<i64>,
    pub recorded_at: DateTime<Utc>,
    pub recorded_by: Option<String>,
    pub source: String,
    pub taken_back_at: Option<DateTime<Utc>>,
    pub taken_back_by: Option<String>,
    pub taken_back_why: Option<String>,
    pub erased: bool,
    pub version: i64,
}

impl ConsentStatement {
    /// `names`: of users.
    pub fn of(row: ConsentRow, names: &HashMap<Uuid, String>) -> Self {
        let state = row.state().into();
        let standing = Standing::parse(&row.standing).unwrap_or(Standing::None);
        let label = match (row.contact_name, row.erased) {
            (Some(name), false) => name,
            (None, false) => "A contact without a name".to_owned(),
            (_, true) => "An erased person".to_owned(),
        };
        // A file whose name cannot be read any more is still one.
        let file_name = row.file_size.map(|_| row.file_name.unwrap_or_else(|| "proof".to_owned()));
        ConsentStatement {
            id: row.id,
            contact_id: row.contact_id,
            person_id: row.person_id,
            contact_label: label,
            contact_email: row.contact_email,
            account_name: row.account_name,
            country: row.country,
            channel: Channel::parse(&row.channel).unwrap_or(Channel::Email).into(),
            standing: standing.into(),
            standing_label: standing.label(),
            state,
            given_at: row.given_at,
            origin: row.origin,
            wording: row.wording,
            reference: row.reference,
            url: row.url,
            ip: row.ip,
            note: row.note,
            file_name,
            file_size: row.file_size,
            recorded_at: row.recorded_at,
            recorded_by: name_of(&row.recorded_by, names),
            source: row.source,
            taken_back_at: row.taken_back_at,
            taken_back_by: row.taken_back_by.and_then(|by| name_of(&by, names)),
            taken_back_why: row.taken_back_why,
            erased: row.erased,
            version: row.version,
        }
    }
}

/// How it stands with one channel, and what says so.
#[derive(Debug, SimpleObject)]
pub struct ConsentOfChannel {
    pub channel: ConsentChannel,
    pub standing: ConsentStanding,
    pub standing_label: &'static str,
    /// Whether they may be contacted, as far as consent goes. Suppressions are asked apart.
    pub permits: bool,
    pub why: ConsentWhy,
    /// The statement that says so.
    pub statement_id: Option<Uuid>,
    /// Whose rule says so.
    pub country: Option<String>,
    pub country_name: Option<&'static str>,
}

impl From<ChannelThen> for ConsentOfChannel {
    fn from(then: ChannelThen) -> Self {
        let (why, statement_id, country) = match then.because {
            Why::Statement(id) => (ConsentWhy::Statement, Some(id), None),
            Why::Record => (ConsentWhy::Record, None, None),
            Why::Country(country) => (ConsentWhy::Country, None, Some(country)),
            Why::OtherCountries => (ConsentWhy::OtherCountries, None, None),
        };
        ConsentOfChannel {
            channel: then.channel.into(),
            standing: then.standing.into(),
            standing_label: then.standing.label(),
            permits: then.standing.permits(),
            why,
            statement_id,
            country: country.map(|country| country.code().to_owned()),
            country_name: country.map(|country| country.name()),
        }
    }
}

/// A contact's consent: how it stands, and everything that was said.
#[derive(Debug, SimpleObject)]
pub struct ContactConsent {
    pub channels: Vec<ConsentOfChannel>,
    /// What was recorded last first; those of contacts that were merged into it too.
    pub statements: Vec<ConsentStatement>,
}

/// All conditions must hold.
#[derive(Debug, Default, InputObject)]
pub struct ConsentFilter {
    pub contact_id: Option<Uuid>,
    pub channel: Option<ConsentChannel>,
    pub standing: Option<ConsentStanding>,
    pub state: Option<ConsentState>,
    /// Whether it can be shown by a text, a reference, a link or a file.
    pub proven: Option<bool>,
    /// Every word must be in the name, or begin the email.
    pub q: Option<String>,
    /// Recorded at this moment or later.
    pub from: Option<DateTime<Utc>>,
    /// Exclusive.
    pub to: Option<DateTime<Utc>>,
}

#[derive(Debug, InputObject)]
pub struct ConsentRecordInput {
    pub contact_id: Uuid,
    /// Each gets a statement of its own.
    pub channels: Vec<ConsentChannel>,
    pub basis: ConsentBasis,
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
    pub idempotency_key: Option<String>,
}

impl ConsentRecordInput {
    pub fn typed(&self) -> Typed {
        Typed {
            basis: self.basis.into(),
            given_at: self.at,
            origin: self.origin.clone(),
            wording: self.wording.clone(),
            proof: Proof { reference: self.reference.clone(), url: self.url.clone(), ip: self.ip.clone() },
        }
    }
}

#[derive(Debug, InputObject)]
pub struct ConsentWithdrawInput {
    pub contact_id: Uuid,
    pub channels: Vec<ConsentChannel>,
    /// When they said so; now if left out.
    pub at: Option<DateTime<Utc>>,
    /// How they said it: a reply, a call, a letter.
    pub origin: String,
    pub note: Option<String>,
}

#[derive(Debug, InputObject)]
pub struct ConsentTakeBackInput {
    pub contact_id: Uuid,
    pub statement_id: Uuid,
    /// Kept beside it.
    pub why: String,
}
