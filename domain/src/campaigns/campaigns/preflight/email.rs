//! What a campaign by mail must have besides: a content that may be sent, a way out, a sender whose domains let it.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;

use super::links::is_public_link;
use super::{Facts, Item, Step};
use crate::campaigns::campaigns::Made;
use crate::campaigns::campaigns::content::{EmailContent, Variant};
use crate::campaigns::campaigns::estimate::Limits;
use crate::email::senders::checks::{Check, Subject, Verdict};

/// A check that is older says nothing; it is made daily.
const CHECKED_WITHIN: TimeDelta = TimeDelta::days(7);
/// Fields that are empty for more than this share of the audience, without a fallback.
const OFTEN_PERCENT: u64 = 20;
/// Fewer in a variant tell chance from nothing.
const TRIALS: u64 = 100;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct EmailFacts {
    /// By the variants' keys.
    pub variants: BTreeMap<char, VariantFacts>,
    /// `None`: there is none.
    pub sender: Option<SenderFacts>,
    /// Tags without a fallback, and for how many of the audience they stand for nothing.
    pub empty_tags: Vec<(String, u64)>,
    /// Addresses of links that answered with 404 or 410.
    pub dead_links: Vec<String>,
    /// Where mails lead back to us is reached by https.
    pub public_https: bool,
    pub production: bool,
}

/// A variant's template, as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VariantFacts {
    pub template: Template,
    /// Tags that there are none of any more, and other reasons why no mail can be made of it.
    pub unresolved: Vec<String>,
    /// Addresses of its links, merge tags unfilled.
    pub links: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Template {
    Missing,
    Archived,
    NotApproved,
    Approved,
}

#[derive(Debug, Clone, PartialEq)]
pub struct SenderFacts {
    pub in_use: bool,
    /// Of the test mailbox nothing is asked.
    pub test_mailbox: bool,
    pub checks: Vec<Check>,
    pub checked_at: Option<DateTime<Utc>>,
    pub account: String,
    pub account_is: AccountIs,
    pub limits: Limits,
}

/// An account of a provider, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountIs {
    /// It is not in the configuration.
    Unknown,
    /// Its provider takes nothing at this moment.
    Away,
    There,
}

pub(super) fn look(made: &Made, facts: &Facts) -> Vec<Item> {
    let Some(content) = &made.content else {
        let words = "Choose a sender and a template.";
        return vec![Item::fault("CONTENT_MISSING", Step::Content, words)];
    };
    let mut items: Vec<Item> =
        content.variants.iter().flat_map(|variant| of_variant(variant, content, facts)).collect();
    items.extend(of_sender(facts));
    items.extend(of_tags(facts));
    items.extend(of_test(content, facts));
    if !facts.email.dead_links.is_empty() {
        let words = format!("These links lead nowhere: {}. Check them.", facts.email.dead_links.join(", "));
        items.push(Item::warning("LINK_DEAD", Step::Content, words).with(json!(facts.email.dead_links)));
    }
    if !facts.email.public_https {
        let words = "The address of this installation is not reached by https, which one-click unsubscribing asks for (RFC 8058). An administrator sets it.";
        items.push(match facts.email.production {
            true => Item::fault("PUBLIC_URL_NOT_HTTPS", Step::Review, words),
            false => Item::warning("PUBLIC_URL_NOT_HTTPS", Step::Review, words),
        });
    }
    items
}

fn of_variant(variant: &Variant, content: &EmailContent, facts: &Facts) -> Vec<Item> {
    let step = Step::Content;
    // With one there is nothing to tell apart.
    let name = match content.variants.len() {
        1 => "The mail".to_owned(),
        _ => format!("Variant {}", variant.key),
    };
    let detail = json!({"variant": variant.key.to_string()});
    let found = facts.email.variants.get(&variant.key);
    let of_template = match found.map_or(Template::Missing, |found| found.template) {
        Template::Approved => None,
        Template::Missing => {
            Some(("TEMPLATE_MISSING", "has a template or a version that there is none of. Choose another"))
        }
        Template::Archived => {
            Some(("TEMPLATE_ARCHIVED", "has a template that is archived. Restore it, or choose another"))
        }
        Template::NotApproved => Some((
            "TEMPLATE_NOT_APPROVED",
            "has a version that nobody approved. Have a colleague approve it, or choose another",
        )),
    };
    let mut items: Vec<Item> = of_template
        .map(|(code, words)| Item::fault(code, step, format!("{name} {words}.")).with(detail.clone()))
        .into_iter()
        .collect();
    let Some(found) = found else { return items };
    if !found.unresolved.is_empty() {
        let words = format!("{name} cannot be made: {}", found.unresolved.join(" "));
        items.push(Item::fault("TAG_UNRESOLVED", step, words).with(detail.clone()));
    }
    let bad: Vec<&String> = found.links.iter().filter(|link| !is_public_link(link)).collect();
    if !bad.is_empty() {
        let shown: Vec<&str> = bad.iter().map(|link| link.as_str()).collect();
        let words = format!(
            "{name} has links that nobody outside can open: {}. Mend them in the template.",
            shown.join(", ")
        );
        items.push(
            Item::fault("LINK_INVALID", step, words)
                .with(json!({"variant": variant.key.to_string(), "links": bad})),
        );
    }
    items
}

fn of_sender(facts: &Facts) -> Vec<Item> {
    let step = Step::Content;
    let Some(sender) = facts.email.sender.as_ref().filter(|sender| sender.in_use) else {
        let words = "Its sender is gone or archived. Choose another.";
        return vec![Item::fault("SENDER_GONE", step, words)];
    };
    let mut items = Vec::new();
    items.extend(of_account(sender, step));
    if sender.test_mailbox {
        return items;
    }
    if sender.checked_at.is_none_or(|at| facts.now - at > CHECKED_WITHIN) {
        let words = "The domains of its sender were not checked within a week. Check the sender, and wait for the answer.";
        items.push(Item::fault("SENDER_UNCHECKED", step, words));
        return items;
    }
    let failing = |subjects: &[Subject]| -> Vec<&Check> {
        sender
            .checks
            .iter()
            .filter(|one| subjects.contains(&one.subject) && one.verdict == Verdict::Fail)
            .collect()
    };
    let failed = failing(&[Subject::Spf, Subject::Dkim, Subject::Dmarc]);
    if !failed.is_empty() {
        let labels: Vec<&str> = failed.iter().map(|one| one.subject.label()).collect();
        let words = format!(
            "{} of its sender fail. Publish the records that the sender's page shows.",
            labels.join(", ")
        );
        items.push(Item::fault("SENDER_FAILING", step, words).with(json!(labels)));
    }
    if !failing(&[Subject::Tracking]).is_empty() {
        let words =
            "The tracking domain of its sender does not lead here. Publish its record, or take it away.";
        items.push(Item::fault("TRACKING_DOMAIN", step, words));
    }
    items
}

fn of_account(sender: &SenderFacts, step: Step) -> Option<Item> {
    let account = &sender.account;
    match sender.account_is {
        AccountIs::There => None,
        AccountIs::Unknown => {
            let words = format!(
                "The account \"{account}\" of its sender is not in the configuration. Choose another sender, or ask an administrator."
            );
            Some(Item::fault("ACCOUNT_UNKNOWN", step, words))
        }
        // That it is back is learnt by sending alone, so this refuses no launch.
        AccountIs::Away => {
            let words = format!(
                "The account \"{account}\" of its sender takes no mail at this moment, or refused us when it was asked last. A campaign that starts now waits until it takes some; if it refuses or takes nothing for long, the campaign pauses and its owner is told."
            );
            Some(Item::warning("ACCOUNT_DOWN", step, words))
        }
    }
}

fn of_tags(facts: &Facts) -> Vec<Item> {
    let total = facts.audience.total;
    let often = |(_, count): &&(String, u64)| count.saturating_mul(100) > total.saturating_mul(OFTEN_PERCENT);
    let tags: Vec<&(String, u64)> = facts.email.empty_tags.iter().filter(often).collect();
    if tags.is_empty() || total == 0 {
        return Vec::new();
    }
    let named: Vec<String> =
        tags.iter().map(|(tag, count)| format!("{{{{{tag}}}}} ({count} of {total})")).collect();
    let words =
        format!("These merge tags stand for nothing for many, and have no fallback: {}.", named.join(", "));
    let detail: Vec<_> = tags.iter().map(|(tag, count)| json!({"tag": tag, "empty": count})).collect();
    vec![Item::warning("TAG_OFTEN_EMPTY", Step::Content, words).with(json!(detail))]
}

fn of_test(content: &EmailContent, facts: &Facts) -> Vec<Item> {
    let step = Step::Content;
    let weights: u64 = content.variants.iter().map(|variant| u64::from(variant.weight)).sum();
    if weights == 0 || content.check().is_err() {
        let words = "The variants are not in order. Give each a key and a weight.";
        return vec![Item::fault("VARIANTS_INVALID", step, words)];
    }
    let Some(test) = &content.test else { return Vec::new() };
    let tested = facts.audience.reachable.saturating_mul(u64::from(test.share_percent)) / 100;
    let least = content.variants.iter().map(|variant| tested * u64::from(variant.weight) / weights).min();
    match least {
        Some(least) if least < TRIALS && facts.audience.reachable > 0 => {
            let words = format!(
                "The test gives a variant only {least} recipients, too few to tell better from luck. Test on a larger share."
            );
            vec![Item::warning("TEST_TOO_SMALL", step, words).with(json!({"least": least}))]
        }
        _ => Vec::new(),
    }
}
