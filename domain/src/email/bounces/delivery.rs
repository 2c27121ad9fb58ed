//! Reports of delivery (RFC 3464) and what each says of a recipient.

use super::enhanced::Enhanced;
use super::fields::Fields;
use super::reply::{Class, Refusal};

/// What became of the mail for one recipient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    Failed,
    /// It is tried again.
    Delayed,
    Delivered,
    /// Handed to a system that does not report.
    Relayed,
    /// Handed on to several, as a mailing list does.
    Expanded,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// As the mail went to it.
    pub address: Option<String>,
    /// As we wrote it, where that is told.
    pub original: Option<String>,
    pub action: Action,
    pub status: Option<Enhanced>,
    /// What the other server said.
    pub diagnostic: Option<String>,
    pub remote: Option<String>,
    /// Nothing where the mail is not refused.
    pub class: Option<Class>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeliveryReport {
    pub reporter: Option<String>,
    pub recipients: Vec<Recipient>,
}

impl DeliveryReport {
    /// `None`: it tells of no recipient.
    pub(super) fn read(text: &str) -> Option<DeliveryReport> {
        let groups = Fields::groups(text);
        let recipients: Vec<Recipient> = groups.iter().filter_map(recipient).collect();
        let reporter = groups.first().and_then(|group| group.typed("reporting-mta")).map(str::to_owned);
        (!recipients.is_empty()).then_some(DeliveryReport { reporter, recipients })
    }
}

fn recipient(fields: &Fields) -> Option<Recipient> {
    let status = fields.get("status").and_then(|status| Enhanced::find(status, None));
    let action = match fields.get("action").map(str::to_ascii_lowercase).as_deref() {
        Some(word) if word.starts_with("fail") => Action::Failed,
        Some(word) if word.starts_with("delay") => Action::Delayed,
        Some(word) if word.starts_with("deliver") => Action::Delivered,
        Some(word) if word.starts_with("relay") => Action::Relayed,
        Some(word) if word.starts_with("expand") => Action::Expanded,
        // Some say only the status.
        _ => match status?.class {
            2 => Action::Delivered,
            4 => Action::Delayed,
            _ => Action::Failed,
        },
    };
    let address = fields.address("final-recipient");
    let original = fields.address("original-recipient").or_else(|| fields.address("x-actual-recipient"));
    if address.is_none() && original.is_none() {
        return None;
    }
    let diagnostic = fields.typed("diagnostic-code").map(str::to_owned);
    let class = match action {
        Action::Failed | Action::Delayed => Some(class(status, diagnostic.as_deref(), action)),
        Action::Delivered | Action::Relayed | Action::Expanded => None,
    };
    let remote = fields.typed("remote-mta").map(str::to_owned);
    Some(Recipient { address, original, action, status, diagnostic, remote, class })
}

/// The other server's own words say more than the status that the reporting one made of them.
fn class(status: Option<Enhanced>, diagnostic: Option<&str>, action: Action) -> Class {
    let said = diagnostic.map(Refusal::read).unwrap_or_default();
    let enhanced = said.enhanced.or(status);
    match (Refusal { enhanced, ..said }.class(), action) {
        // A delay is no end, whatever it is called.
        (Class::Hard | Class::Unknown, Action::Delayed) => Class::Soft,
        (class, _) => class,
    }
}
