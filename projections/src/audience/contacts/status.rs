//! Whether a contact can be written to and called at this moment, as SQL over the contact `c` of a list: two fields of the catalogue.
//!
//! The columns say what is known of the address and the numbers by themselves. What speaks against using them is asked where it
//! stands and kept on no contact, as what is suppressed ([`crate::suppression::suppressions::of_contacts`]): nothing is copied that
//! could lag behind, and what ends is over at that moment. The first of these holds: there is no address (`none`); what stands
//! against it in all work (`unsubscribed` where it was the person's word, `suppressed`, or `bounced` where nothing but a hard bounce
//! is the reason); the last that was heard of the address is a bounce (`bounced`); what its verification says (`invalid`,
//! `unverified`, `sendable`). Of a number: `none`, `do_not_call`, `invalid`, `callable`. A suppression comes before what is known of
//! the address, as it does among the reasons for which an audience leaves somebody out.
//!
//! What another system told names no address and tells no hard bounce from a soft one. So only bounces since the contact has its
//! present address count, only its own and not those that a merge brought along, and a delivery or an answer after it takes one back.
//! Bounces of our own mails do not count here: a hard one suppresses the very address it is of, and a soft one says nothing against it.

use std::slice::from_ref;

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::fields::catalogue::contact::{EMAIL_STATUSES, PHONE_STATUSES};
use pivotal_domain::audience::filter::predicate::{Predicate, Scalar};
use pivotal_domain::audience::segments::exclusions::{MISSING, status_field};
use pivotal_domain::suppression::consents::channel::Channel;

use crate::suppression::suppressions::of_contacts::{any, held_against, none, told_of};

/// The last that was heard of the address is a bounce. The select names no row outside of it, so that Postgres can answer it for
/// all contacts at once.
const BOUNCED: &str = "exists (select from (select e.contact_id from read.engagement e join read.contacts k on k.id = e.contact_id \
    where e.kind = 'bounced' and e.message_id is null and e.came_by = '{}' and e.at >= k.email_set_at \
    and not exists (select from read.engagement d where d.contact_id = e.contact_id and d.kind in ('delivered', 'replied') \
    and d.came_by = '{}' and d.at > e.at)) heard where heard.contact_id = c.id)";

/// The same, for the few contacts that are shown: a look at each one's own rows.
const BOUNCED_ONE: &str = "exists (select from read.engagement e where e.contact_id = c.id \
    and e.kind = 'bounced' and e.message_id is null and e.came_by = '{}' and e.at >= c.email_set_at \
    and not exists (select from read.engagement d where d.contact_id = c.id and d.kind in ('delivered', 'replied') \
    and d.came_by = '{}' and d.at > e.at))";

/// The channel whose status a field tells.
pub fn channel_of(entity: Entity, key: &str) -> Option<Channel> {
    Channel::ALL.into_iter().find(|channel| entity == Entity::Contact && status_field(*channel) == key)
}

/// The status of a contact; never null. For those that are shown: one look at what stands against it, and where nothing does, one
/// at what happened.
pub fn value(channel: Channel) -> String {
    let (against, known) = match channel {
        Channel::Email => (
            "case when bool_or(s.reason = 'unsubscribed') then 'unsubscribed' when bool_or(s.reason <> 'hard_bounce') then 'suppressed' else 'bounced' end",
            format!("case when {BOUNCED_ONE} then 'bounced' else c.email_status end"),
        ),
        Channel::Phone => ("'do_not_call'", "c.phone_status".to_owned()),
    };
    let (field, against) = (status_field(channel), told_of(channel, against));
    format!("case when c.{field} = '{MISSING}' then c.{field} else coalesce({against}, {known}) end")
}

/// The status of a contact that is not suppressed; never null. For all of them at once.
pub fn unsuppressed(channel: Channel) -> String {
    match channel {
        Channel::Email => format!("case when {BOUNCED} then 'bounced' else c.email_status end"),
        Channel::Phone => "c.phone_status".to_owned(),
    }
}

/// A condition on it, which is never null.
pub fn condition(channel: Channel, predicate: &Predicate) -> String {
    let all = match channel {
        Channel::Email => EMAIL_STATUSES,
        Channel::Phone => PHONE_STATUSES,
    };
    let those = |asked: &[Scalar], is: bool| -> Vec<&'static str> {
        let named =
            |status: &str| asked.iter().any(|one| matches!(one, Scalar::Text(text) if text == status));
        all.iter().copied().filter(|status| named(status) == is).collect()
    };
    // Everybody has exactly one, so whoever has none of some has one of the others.
    let wanted = match predicate {
        Predicate::Equals(one) => those(from_ref(one), true),
        Predicate::In(many) => those(many, true),
        Predicate::NotEquals(one) => those(from_ref(one), false),
        Predicate::NotIn(many) => those(many, false),
        Predicate::HasValue => all.to_vec(),
        // A choice is asked nothing else.
        _ => Vec::new(),
    };
    let field = status_field(channel);
    let parts = if wanted.len() == all.len() {
        vec!["true".to_owned()]
    } else if wanted.len() == all.len() - 1 && !wanted.contains(&MISSING) {
        vec![format!("c.{field} <> '{MISSING}'")]
    } else {
        parts(channel, &wanted)
    };
    any(&parts)
}

/// Each holds of whoever has one of some of these. Where the suppressed are left out each part is a `not exists` of its own,
/// which Postgres answers for all contacts at once.
fn parts(channel: Channel, wanted: &[&str]) -> Vec<String> {
    let field = status_field(channel);
    let mut parts = Vec::new();
    if wanted.contains(&MISSING) {
        parts.push(format!("c.{field} = '{MISSING}'"));
    }
    let against = match channel {
        Channel::Email => email_against(wanted),
        Channel::Phone => wanted.contains(&"do_not_call").then(|| any(&held_against(channel, ""))),
    };
    parts.extend(against.map(|against| format!("(c.{field} <> '{MISSING}' and {against})")));
    let known: Vec<String> = wanted
        .iter()
        .filter(|status| known_of_itself(channel).contains(*status))
        .map(|status| format!("'{status}'"))
        .collect();
    if !known.is_empty() {
        let heard = match channel {
            Channel::Email => format!(" and not {BOUNCED}"),
            Channel::Phone => String::new(),
        };
        let unsuppressed = none(&held_against(channel, ""));
        parts.push(format!("(c.{field} in ({}) and {unsuppressed}{heard})", known.join(", ")));
    }
    parts
}

/// Statuses that the column says, of whoever has an address or a number.
fn known_of_itself(channel: Channel) -> &'static [&'static str] {
    match channel {
        Channel::Email => &["invalid", "unverified", "sendable"],
        Channel::Phone => &["invalid", "callable"],
    }
}

/// What speaks against writing to an address that there is.
fn email_against(wanted: &[&str]) -> Option<String> {
    let by = |why: &str| held_against(Channel::Email, why);
    let unsubscribed = by(" and s.reason = 'unsubscribed'");
    // Beside nothing but hard bounces, and heard or not.
    let bounced = format!("({} or {BOUNCED})", any(&by("")));
    let for_more = by(" and s.reason <> 'hard_bounce'");
    match ["unsubscribed", "suppressed", "bounced"].map(|status| wanted.contains(&status)) {
        [false, false, false] => None,
        [true, true, true] => Some(bounced),
        [true, true, false] => Some(any(&for_more)),
        [true, false, false] => Some(any(&unsubscribed)),
        [true, false, true] => {
            Some(format!("({} or ({} and {bounced}))", any(&unsubscribed), none(&for_more)))
        }
        [false, true, true] => Some(format!("{} and {bounced}", none(&unsubscribed))),
        [false, true, false] => {
            let others = by(" and s.reason not in ('unsubscribed', 'hard_bounce')");
            Some(format!("{} and {}", any(&others), none(&unsubscribed)))
        }
        [false, false, true] => Some(format!("{} and {bounced}", none(&for_more))),
    }
}
