//! Whom of an audience nobody may write to or call, and the one reason told of each: the first that holds, in the order in which a
//! person would look, so that the parts of an audience add up to it.
//!
//! It is what people see before something is sent. A send asks the guard itself, for each of them.

use serde_json::{Value, json};

use crate::suppression::consents::channel::Channel;
use crate::suppression::consents::standing::Standing;

/// Of a channel's status in the catalogue: there is no address or number.
pub const MISSING: &str = "none";

/// How consent stands with whom nobody may contact.
pub const REFUSED: [Standing; 2] = [Standing::None, Standing::Withdrawn];

/// Why somebody is left out. Declared in the order of [`Exclusion::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exclusion {
    /// They, their company or a domain of its are suppressed in all work.
    Suppressed,
    /// There is no address or number.
    Missing,
    /// There is one that does not reach anybody.
    Invalid,
    /// Nothing allows to contact them, or they said no.
    NoConsent,
}

impl Exclusion {
    pub const ALL: [Exclusion; 4] =
        [Exclusion::Suppressed, Exclusion::Missing, Exclusion::Invalid, Exclusion::NoConsent];

    /// As the REST API writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Exclusion::Suppressed => "suppressed",
            Exclusion::Missing => "missing",
            Exclusion::Invalid => "invalid",
            Exclusion::NoConsent => "no_consent",
        }
    }
}

/// The field of the catalogue that says whether there is an address or number that reaches somebody.
pub fn status_field(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "email_status",
        Channel::Phone => "phone_status",
    }
}

/// Its values that mean [`Exclusion::Invalid`].
pub fn invalid(channel: Channel) -> &'static [&'static str] {
    match channel {
        Channel::Email => &["invalid", "bounced"],
        Channel::Phone => &["invalid"],
    }
}

/// The contacts that are left out of a channel for this reason, in the filter language; those that can be reached if there is none.
/// Together with the filter of an audience it finds exactly those who are counted.
pub fn filter(channel: Channel, exclusion: Option<Exclusion>) -> Value {
    let is = |field: &str, op: &str, value: Value| json!({"field": field, "op": op, "value": value});
    let suppressed = |op| is("suppressed", op, json!([channel.as_str()]));
    let status = |op, value| is(status_field(channel), op, value);
    let consent = |op| {
        is(&format!("{}_consent", channel.as_str()), op, json!(REFUSED.map(|standing| standing.as_str())))
    };
    let unusable: Vec<&str> = std::iter::once(MISSING).chain(invalid(channel).iter().copied()).collect();
    let all = match exclusion {
        Some(Exclusion::Suppressed) => vec![suppressed("any_of")],
        Some(Exclusion::Missing) => vec![suppressed("none_of"), status("equals", json!(MISSING))],
        Some(Exclusion::Invalid) => vec![suppressed("none_of"), status("in", json!(invalid(channel)))],
        Some(Exclusion::NoConsent) => {
            vec![suppressed("none_of"), status("not_in", json!(unusable)), consent("in")]
        }
        None => vec![suppressed("none_of"), status("not_in", json!(unusable)), consent("not_in")],
    };
    json!({ "all": all })
}
