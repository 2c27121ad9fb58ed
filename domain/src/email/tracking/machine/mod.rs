//! Which openings and clicks were no person's: mail programs that fetch images in advance, gateways that follow links before anybody
//! reads the mail.
//!
//! A judgement is worked out of what is in the log and changes nothing there, so that better rules can be run over old mails. It
//! looks at one mail to one recipient at a time.

pub mod agents;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};

use self::agents::Agent;

/// Counts up whenever a rule or a table changes, so that it is known which judgements are of older ones.
pub const RULES: u16 = 1;

/// Nobody has found a mail, read it and pressed a link sooner after it was delivered.
const CLICK_TOO_SOON: Duration = Duration::seconds(6);
/// A mail program that is open may show a mail at once, but not sooner.
const OPEN_TOO_SOON: Duration = Duration::seconds(2);
/// Two different links within it are followed by a program.
const BURST: Duration = Duration::seconds(1);
/// Around a touch that gave a program away, what the same program did besides.
const COMPANY: Duration = Duration::seconds(30);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Open,
    /// By the link's number.
    Click(u16),
    /// Of the link that nobody sees.
    Trap,
}

/// Of the HTTP request. Its name stands in what is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    Get,
    Head,
    Other,
}

/// One request for a pixel or a link of one mail to one recipient, or a provider's word of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Touch<'a> {
    pub kind: Kind,
    pub at: DateTime<Utc>,
    pub method: Method,
    /// Empty where none was sent.
    pub user_agent: &'a str,
    /// The provider that told it takes it for a program's.
    pub told: bool,
}

/// What gave a program away. Its name stands in what is kept: never change one, only add.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sign {
    /// It followed the link that nobody sees.
    Trap,
    /// It asked for nothing but the head, or in a way that browsers do not.
    Method,
    /// It says so itself, or says nothing at all.
    Agent,
    /// Apple's mail program fetches every image, read or not. Only the user agent tells.
    Privacy,
    /// The provider says so.
    Told,
    /// Different links within a second.
    Burst,
    /// Sooner than anybody could.
    TooSoon,
    /// The same program was given away by what it did just before or after.
    Company,
}

impl Sign {
    pub const fn as_str(self) -> &'static str {
        match self {
            Sign::Trap => "trap",
            Sign::Method => "method",
            Sign::Agent => "agent",
            Sign::Privacy => "privacy",
            Sign::Told => "told",
            Sign::Burst => "burst",
            Sign::TooSoon => "too_soon",
            Sign::Company => "company",
        }
    }

    /// Whether it shows a program that follows whatever there is, so that its other touches are no person's either.
    const fn spreads(self) -> bool {
        match self {
            Sign::Trap | Sign::Method | Sign::Agent | Sign::Burst | Sign::TooSoon => true,
            Sign::Privacy | Sign::Told | Sign::Company => false,
        }
    }
}

/// For each touch, in the order given, what shows that it was a program's. `None`: a person's, as far as one can tell.
///
/// `delivered` is when the mail was handed over, where that is known. The order of the touches does not matter.
pub fn judge(delivered: Option<DateTime<Utc>>, touches: &[Touch<'_>]) -> Vec<Option<Sign>> {
    let alone: Vec<Option<Sign>> = touches
        .iter()
        .map(|touch| {
            by_itself(touch).or_else(|| in_burst(touch, touches)).or_else(|| too_soon(touch, delivered))
        })
        .collect();
    let given_away: Vec<&Touch<'_>> = touches
        .iter()
        .zip(&alone)
        // A mail program that is open shows a mail at once: an opening gives nobody else away.
        .filter(|(touch, sign)| touch.kind != Kind::Open && sign.is_some_and(Sign::spreads))
        .map(|(touch, _)| touch)
        .collect();
    touches
        .iter()
        .zip(&alone)
        .map(|(touch, sign)| {
            let in_company = given_away.iter().any(|other| is_company(touch, other));
            sign.or(in_company.then_some(Sign::Company))
        })
        .collect()
}

fn by_itself(touch: &Touch<'_>) -> Option<Sign> {
    if touch.kind == Kind::Trap {
        return Some(Sign::Trap);
    }
    if touch.method != Method::Get {
        return Some(Sign::Method);
    }
    match (agents::of(touch.user_agent), touch.kind) {
        (Agent::Program, _) => Some(Sign::Agent),
        // Nobody clicks with it, and browsers say more.
        (Agent::Privacy, Kind::Open) => Some(Sign::Privacy),
        (Agent::Privacy | Agent::Proxy, Kind::Click(_) | Kind::Trap) => Some(Sign::Agent),
        (Agent::Proxy, Kind::Open) | (Agent::Browser, _) => touch.told.then_some(Sign::Told),
    }
}

fn in_burst(touch: &Touch<'_>, touches: &[Touch<'_>]) -> Option<Sign> {
    let Kind::Click(number) = touch.kind else { return None };
    let others = touches.iter().any(|other| {
        matches!(other.kind, Kind::Click(another) if another != number)
            && (other.at - touch.at).abs() <= BURST
            && other.user_agent == touch.user_agent
    });
    others.then_some(Sign::Burst)
}

fn too_soon(touch: &Touch<'_>, delivered: Option<DateTime<Utc>>) -> Option<Sign> {
    let least = match touch.kind {
        Kind::Open => OPEN_TOO_SOON,
        Kind::Click(_) | Kind::Trap => CLICK_TOO_SOON,
    };
    (touch.at - delivered? < least).then_some(Sign::TooSoon)
}

fn is_company(touch: &Touch<'_>, other: &Touch<'_>) -> bool {
    touch.user_agent == other.user_agent && (touch.at - other.at).abs() <= COMPANY
}
