//! What of a contact is suppressed for everybody, as SQL over the contact `c` of a list: two fields of the catalogue.
//!
//! Asked of the suppressions themselves, through their index on kind and value, and kept on no contact
//! ([ADR 11](../../../../docs/adr/0011-the-log-writes-the-suppression-guard.md)): one of a domain is one row however many work there,
//! one that ends by itself is over at that moment, and nothing lags behind. It is what people see; a send asks the guard.
//! A domain is compared with an email's domain and with two domains above it, as the registrable one is not known to SQL.

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::filter::predicate::Predicate;
use pivotal_domain::audience::values::fold::fold;
use pivotal_domain::suppression::consents::channel::Channel;
use pivotal_domain::suppression::suppressions::key::Kind;
use pivotal_domain::suppression::suppressions::reason::Reason;

/// The fields, by their keys in the catalogue.
pub const FIELDS: &[&str] = &["suppressed", "suppression_reasons"];

/// By what a contact can be suppressed: a kind, and the value that such a suppression has.
type Keys = &'static [(Kind, &'static str)];

const EMAIL: Keys = &[(Kind::Email, "c.email")];
/// The second is written with its extension behind it.
const PHONES: Keys =
    &[(Kind::Phone, "c.direct_phone_e164"), (Kind::Phone, "split_part(c.mobile_phone, ' x', 1)")];
/// Of whoever works there, by whatever way they are contacted.
const COMPANY: Keys = &[
    (Kind::Domain, "c.email_domain"),
    // Cut by position: a regular expression for each of a million contacts takes seconds.
    (Kind::Domain, "substr(c.email_domain, strpos(c.email_domain, '.') + 1)"),
    (
        Kind::Domain,
        "substr(substr(c.email_domain, strpos(c.email_domain, '.') + 1), strpos(substr(c.email_domain, strpos(c.email_domain, '.') + 1), '.') + 1)",
    ),
    (Kind::Domain, "c.account_domain"),
    (Kind::Account, "c.account_id::text"),
];

/// Holds now, in all work.
const HOLDS: &str = "s.reach = 'global' and s.released_at is null and (s.until is null or s.until > now())";

const CHANNELS: [&str; 2] = ["email", "phone"];

/// What is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// By which ways they must not be contacted: `email`, `phone`.
    Channels,
    /// Why: [`Reason`]s.
    Reasons,
}

impl Told {
    pub fn of(entity: Entity, key: &str) -> Option<Told> {
        match (entity, key) {
            (Entity::Contact, "suppressed") => Some(Told::Channels),
            (Entity::Contact, "suppression_reasons") => Some(Told::Reasons),
            _ => None,
        }
    }

    /// Every value, and as people read it.
    pub fn options(self) -> Vec<(String, String)> {
        match self {
            Told::Channels => CHANNELS.map(|channel| (channel.to_owned(), channel.to_owned())).to_vec(),
            Told::Reasons => Reason::ALL
                .iter()
                .map(|reason| (reason.as_str().to_owned(), reason.label().to_owned()))
                .collect(),
        }
    }

    /// The values of a contact as one list; null where there is none.
    pub fn value(self) -> String {
        let keys: Vec<String> = every().map(|(kind, value)| is(kind, value)).collect();
        let (one, also) = match self {
            Told::Channels => (
                "t.channel",
                ", unnest(case s.kind when 'email' then array['email'] when 'phone' then array['phone'] else array['email', 'phone'] end) as t(channel)",
            ),
            Told::Reasons => ("s.reason", ""),
        };
        let keys = keys.join(" or ");
        format!(
            "(select array_agg(distinct {one} order by {one}) from read.suppressions s{also} where ({keys}) and {HOLDS})"
        )
    }

    /// A condition on them, which is never null. Where it leaves the suppressed out (`is empty`, `none of`) each part is a `not
    /// exists` of its own, which Postgres answers for all contacts at once.
    pub fn condition(self, predicate: &Predicate) -> String {
        match predicate {
            Predicate::HasValue => any(&self.all()),
            Predicate::IsEmpty => none(&self.all()),
            Predicate::AnyOf(items) => any(&self.asked(items)),
            Predicate::NoneOf(items) => none(&self.asked(items)),
            Predicate::AllOf(items) => {
                let each: Vec<String> =
                    items.iter().map(|item| any(&self.asked(std::slice::from_ref(item)))).collect();
                joined(&each, " and ", "true")
            }
            // A list is asked nothing else.
            _ => "false".to_owned(),
        }
    }

    fn all(self) -> Vec<String> {
        every().map(|(kind, value)| exists(kind, value, "")).collect()
    }

    /// Whether one of these is among its values. What it can never be is among none.
    fn asked(self, items: &[String]) -> Vec<String> {
        let typed: Vec<String> = items.iter().map(|item| fold(item)).collect();
        let wanted = |value: &str| typed.iter().any(|typed| typed == value);
        match self {
            Told::Channels => {
                let [email, phone] = CHANNELS.map(wanted);
                let of = |asked: bool, keys: Keys| -> Keys { if asked { keys } else { &[] } };
                let keys = [of(email, EMAIL), of(phone, PHONES), of(email || phone, COMPANY)].concat();
                keys.into_iter().map(|(kind, value)| exists(kind, value, "")).collect()
            }
            Told::Reasons => {
                let reasons: Vec<String> = Reason::ALL
                    .iter()
                    .filter(|reason| wanted(reason.as_str()))
                    .map(|reason| format!("'{}'", reason.as_str()))
                    .collect();
                if reasons.is_empty() {
                    return Vec::new();
                }
                let why = format!(" and s.reason in ({})", reasons.join(", "));
                every().map(|(kind, value)| exists(kind, value, &why)).collect()
            }
        }
    }
}

/// By which ways a contact is suppressed, as a number: 1 by email, 2 by phone, 3 by both. For statements that ask it of very many:
/// what holds for whoever works there is looked for once.
pub fn ways() -> String {
    let [company, email, phones] = [COMPANY, EMAIL, PHONES].map(|keys| {
        let each: Vec<String> = keys.iter().map(|(kind, value)| exists(*kind, value, "")).collect();
        any(&each)
    });
    format!(
        "case when {company} then 3 else case when {email} then 1 else 0 end + case when {phones} then 2 else 0 end end"
    )
}

/// What stands against contacting them by a channel, each as an `exists`; `why` is one more condition on the suppression `s`.
pub(crate) fn held_against(channel: Channel, why: &str) -> Vec<String> {
    by(channel).map(|(kind, value)| exists(kind, value, why)).collect()
}

/// What is told of all that stands against contacting them by a channel, `s`, as one value; null where there is nothing.
pub(crate) fn told_of(channel: Channel, what: &str) -> String {
    let keys: Vec<String> = by(channel).map(|(kind, value)| is(kind, value)).collect();
    format!(
        "(select {what} from read.suppressions s where ({}) and {HOLDS} having count(*) > 0)",
        keys.join(" or ")
    )
}

fn by(channel: Channel) -> impl Iterator<Item = (Kind, &'static str)> {
    let own = match channel {
        Channel::Email => EMAIL,
        Channel::Phone => PHONES,
    };
    [own, COMPANY].into_iter().flatten().copied()
}

fn every() -> impl Iterator<Item = (Kind, &'static str)> {
    [EMAIL, PHONES, COMPANY].into_iter().flatten().copied()
}

fn is(kind: Kind, value: &str) -> String {
    format!("s.kind = '{}' and s.value = {value}", kind.as_str())
}

fn exists(kind: Kind, value: &str, why: &str) -> String {
    format!("exists (select from read.suppressions s where {} and {HOLDS}{why})", is(kind, value))
}

/// One of these holds.
pub(crate) fn any(all: &[String]) -> String {
    joined(all, " or ", "false")
}

/// None of these holds.
pub(crate) fn none(all: &[String]) -> String {
    let each: Vec<String> = all.iter().map(|one| format!("not {one}")).collect();
    joined(&each, " and ", "true")
}

fn joined(all: &[String], joint: &str, empty: &str) -> String {
    match all {
        [] => empty.to_owned(),
        all => format!("({})", all.join(joint)),
    }
}
