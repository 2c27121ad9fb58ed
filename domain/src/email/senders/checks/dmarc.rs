//! What a domain asks to be done with mail that is not its own (RFC 7489). Mail of ours is aligned by DKIM, which the provider
//! signs for the very domain it comes from; SPF speaks of the provider's own return path, and is not counted on.

use super::reason::Reason;
use super::{Check, RecordKind, Subject, tag, tags};

/// Where the policy of a domain stands.
pub fn name(domain: &str) -> String {
    format!("_dmarc.{domain}")
}

/// What addresses reports go to is nobody's business here.
const KEPT: [&str; 6] = ["v", "p", "sp", "adkim", "aspf", "pct"];

/// `own`: TXT records of [`name`] of the domain; `above`: of the registrable domain above it, where that is another. `None`: nobody
/// answered. `signed`: whether DKIM stands.
pub fn check(domain: &str, own: Option<&[String]>, above: Option<&[String]>, signed: bool) -> Check {
    let check = |reason| Check::new(Subject::Dmarc, reason);
    let publish = |check: Check| check.publish(&name(domain), RecordKind::Txt, "v=DMARC1; p=none;");
    let Some(own) = own.map(policies) else { return check(Reason::NoAnswer) };
    let (records, inherited) = match own.is_empty() {
        false => (own, false),
        true => match above.map(policies) {
            Some(above) => (above, true),
            None => return check(Reason::NoAnswer),
        },
    };
    let record = match records.as_slice() {
        [] => return publish(check(Reason::DmarcMissing)),
        [record] => *record,
        [_, _, ..] => return check(Reason::DmarcSeveral),
    };
    let Some(tags) = tags(record) else { return publish(check(Reason::DmarcSyntax)) };
    let kept: Vec<String> = tags
        .iter()
        .filter(|(name, _)| KEPT.contains(&name.as_str()))
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    let found = kept.join("; ");
    let policy = tag(&tags, "p").map(str::to_ascii_lowercase);
    let of_below = tag(&tags, "sp").map(str::to_ascii_lowercase).filter(|_| inherited);
    match of_below.or(policy).as_deref() {
        Some("none") => check(Reason::DmarcWatching).found(&found),
        Some("quarantine" | "reject") if signed => check(Reason::Right).found(&found),
        Some("quarantine" | "reject") => check(Reason::DmarcNotAligned).found(&found),
        _ => publish(check(Reason::DmarcSyntax).found(&found)),
    }
}

fn policies(texts: &[String]) -> Vec<&str> {
    let is_policy = |text: &&str| {
        let lower = text.to_ascii_lowercase();
        lower.split(';').next().is_some_and(|first| {
            first.split_once('=').is_some_and(|(name, value)| (name.trim(), value.trim()) == ("v", "dmarc1"))
        })
    };
    texts.iter().map(|text| text.trim()).filter(is_policy).collect()
}
