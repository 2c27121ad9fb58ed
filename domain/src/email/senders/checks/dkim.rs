//! Whether the key is published with which a provider signs (RFC 6376, 8301, 8463).

use super::reason::Reason;
use super::{Check, RecordKind, Subject, tag, tags};
use crate::email::senders::setup::DkimKey;

/// Length of an RSA key as published, in bytes: 1,024 bits take 162 and 2,048 bits 294, with the frame around the number.
const SHORT: usize = 150;
const WEAK: usize = 290;
/// Of an Ed25519 key.
const ED25519: usize = 32;

/// Where the key of a selector stands.
pub fn name(key: &DkimKey, domain: &str) -> String {
    format!("{}._domainkey.{domain}", key.selector)
}

/// `texts`: TXT records of [`name`], with a CNAME followed; `None`: nobody answered.
pub fn check(key: Option<&DkimKey>, domain: &str, texts: Option<&[String]>) -> Check {
    let Some(key) = key else { return Check::new(Subject::Dkim, Reason::DkimNoSelector) };
    let Some(texts) = texts else { return Check::new(Subject::Dkim, Reason::NoAnswer) };
    let record = texts.iter().find(|text| text.contains("p=")).or(texts.first());
    let Some(record) = record else {
        return publish(Check::new(Subject::Dkim, Reason::DkimMissing), key, domain);
    };
    let reason = judge(record, key.record.as_deref());
    let check = Check::new(Subject::Dkim, reason).found(record);
    let mended_by_publishing = matches!(
        reason,
        Reason::DkimSyntax | Reason::DkimRevoked | Reason::DkimKeyInvalid | Reason::DkimOtherKey
    );
    if mended_by_publishing { publish(check, key, domain) } else { check }
}

/// The record the provider shows; what it has not shown us, nobody can know.
fn publish(check: Check, key: &DkimKey, domain: &str) -> Check {
    let Some(record) = &key.record else { return check };
    let kind = if record.contains('=') { RecordKind::Txt } else { RecordKind::Cname };
    check.publish(&name(key, domain), kind, record.trim_end_matches('.'))
}

fn judge(record: &str, expected: Option<&str>) -> Reason {
    let Some(tags) = tags(record) else { return Reason::DkimSyntax };
    if tag(&tags, "v").is_some_and(|version| version != "DKIM1") {
        return Reason::DkimSyntax;
    }
    let Some(key) = tag(&tags, "p").map(squeezed) else { return Reason::DkimSyntax };
    if key.is_empty() {
        return Reason::DkimRevoked;
    }
    let expected = expected.and_then(super::tags).and_then(|tags| super::tag(&tags, "p").map(squeezed));
    if expected.is_some_and(|expected| expected != key) {
        return Reason::DkimOtherKey;
    }
    let Some(length) = decoded_length(&key) else { return Reason::DkimKeyInvalid };
    match tag(&tags, "k").unwrap_or("rsa").to_ascii_lowercase().as_str() {
        "ed25519" if length == ED25519 => {}
        "rsa" if length < SHORT => return Reason::DkimKeyShort,
        "rsa" if length < WEAK => return Reason::DkimKeyWeak,
        "rsa" => {}
        _ => return Reason::DkimKeyInvalid,
    }
    let testing = tag(&tags, "t").is_some_and(|flags| flags.split(':').any(|flag| flag.trim() == "y"));
    if testing { Reason::DkimTesting } else { Reason::Right }
}

/// A key may be broken over lines.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_ascii_whitespace()).collect()
}

/// How many bytes a text of base64 stands for; `None`: it is not one.
fn decoded_length(text: &str) -> Option<usize> {
    let body = text.trim_end_matches('=');
    let padding = text.len() - body.len();
    let fine = body.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'));
    let whole = text.len().is_multiple_of(4) && padding <= 2;
    (fine && whole && !body.is_empty()).then(|| body.len() * 3 / 4)
}
