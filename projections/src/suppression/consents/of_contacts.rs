//! How it stands with the consent of a contact, as SQL over the contact `c` of a list: two fields of the catalogue.
//!
//! Asked of the statements, the contact's own field and the rules themselves, in the order of `standing` in the domain, and kept
//! on no contact: when a rule changes, a million contacts stand otherwise at once.

use std::collections::BTreeMap;

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::filter::predicate::{Predicate, Scalar};
use pivotal_domain::suppression::consent_rules::rules::{OTHERS, Preset, Rules};
use pivotal_domain::suppression::consents::channel::Channel;
use pivotal_domain::suppression::consents::standing::Standing;

/// The fields, by their keys in the catalogue.
pub const FIELDS: &[&str] = &["email_consent", "phone_consent"];

/// The channel whose consent a field tells.
pub fn channel_of(entity: Entity, key: &str) -> Option<Channel> {
    match (entity, key) {
        (Entity::Contact, "email_consent") => Some(Channel::Email),
        (Entity::Contact, "phone_consent") => Some(Channel::Phone),
        _ => None,
    }
}

/// The standing of a contact; never null.
pub fn value(channel: Channel) -> String {
    let said = format!(
        "(select k.standing from read.consents k where k.person_id = c.id and k.channel = '{}' and k.counts)",
        channel.as_str()
    );
    format!("coalesce({said}, {})", unsaid(channel))
}

/// A condition on it, which is never null. Statements are few beside contacts, so whoever has none is told by a `not exists`,
/// which Postgres answers for all contacts at once.
pub fn condition(channel: Channel, predicate: &Predicate) -> String {
    match predicate {
        Predicate::Equals(one) => is_one_of(channel, std::slice::from_ref(one)),
        Predicate::In(many) => is_one_of(channel, many),
        Predicate::NotEquals(one) => format!("not {}", is_one_of(channel, std::slice::from_ref(one))),
        Predicate::NotIn(many) => format!("not {}", is_one_of(channel, many)),
        // Everybody stands somehow.
        Predicate::HasValue => "true".to_owned(),
        Predicate::IsEmpty => "false".to_owned(),
        // A choice is asked nothing else.
        _ => "false".to_owned(),
    }
}

fn is_one_of(channel: Channel, asked: &[Scalar]) -> String {
    let asked: Vec<Standing> = asked
        .iter()
        .filter_map(|one| match one {
            Scalar::Text(text) => Standing::parse(text),
            _ => None,
        })
        .collect();
    if asked.is_empty() {
        return "false".to_owned();
    }
    let words: Vec<String> = asked.iter().map(|standing| format!("'{}'", standing.as_str())).collect();
    let words = words.join(", ");
    let by_rule = match [Standing::LegitimateInterest, Standing::None].map(|one| asked.contains(&one)) {
        [true, true] => "true".to_owned(),
        [true, false] => is_open(channel),
        [false, true] => format!("not {}", is_open(channel)),
        [false, false] => "false".to_owned(),
    };
    let said = format!(
        "exists (select from read.consents k where k.person_id = c.id and k.channel = '{}' and k.counts",
        channel.as_str()
    );
    format!(
        "({said} and k.standing in ({words})) or (not {said}) and coalesce(c.consent_basis in ({words}), {by_rule})))"
    )
}

/// Whether the rule lets the contact be contacted until they object. Arrays, because the whole list may be asked: looking a country
/// up in JSON takes four times as long.
fn is_open(channel: Channel) -> String {
    let built_in = Rules::default();
    let open = built_in.all().filter(|(_, rule)| rule.preset(channel) == Preset::LegitimateInterest);
    let array = |countries: Vec<&str>| format!("'{{{}}}'::text[]", countries.join(","));
    let open = format!(
        "coalesce((select coalesce(array_agg(r.country) filter (where r.{} = '{}'), '{{}}'::text[]) from read.consent_rules r having count(*) > 0), {})",
        channel.as_str(),
        Preset::LegitimateInterest.as_str(),
        array(open.map(|(country, _)| country).collect())
    );
    let known = format!(
        "coalesce((select array_agg(r.country) from read.consent_rules r), {})",
        array(built_in.all().map(|(country, _)| country).collect())
    );
    format!(
        "((c.country = any({open})) is true or ('{OTHERS}' = any({open}) and (c.country = any({known})) is not true))"
    )
}

/// Where nothing was said: the contact's own field, the rule of its country, that of all others.
fn unsaid(channel: Channel) -> String {
    let rules = rules(channel);
    format!(
        "coalesce(c.consent_basis, case coalesce({rules} ->> c.country, {rules} ->> '{OTHERS}') when '{}' then '{}' else '{}' end)",
        Preset::LegitimateInterest.as_str(),
        Standing::LegitimateInterest.as_str(),
        Standing::None.as_str()
    )
}

/// The rules of a channel by country, read once in a statement. Before the first change there are no rows.
fn rules(channel: Channel) -> String {
    let built_in = Rules::default();
    let built_in: BTreeMap<&str, &str> =
        built_in.all().map(|(country, rule)| (country, rule.preset(channel).as_str())).collect();
    // Codes of countries and words of ours: there is nothing in it that a quote could end.
    let built_in = serde_json::to_string(&built_in).unwrap_or_else(|_| "{}".to_owned());
    format!(
        "coalesce((select jsonb_object_agg(r.country, r.{}) from read.consent_rules r), '{built_in}'::jsonb)",
        channel.as_str()
    )
}
