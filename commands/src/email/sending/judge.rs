//! Whether a recipient whose turn it is can be written to at all. Suppressions, caps and doubles are the mark's; this is what the record
//! itself says.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::record::restriction::may_be_used_for;
use pivotal_domain::audience::values::email::EmailAddress;
use pivotal_domain::email::sending::hours::open_at;
use pivotal_domain::email::sending::outcome::Reason;
use pivotal_domain::suppression::suppressions::key::{Kind, SuppressedKey};
use pivotal_log::blind_index::BlindIndex;
use uuid::Uuid;

use super::letters::Letters;
use super::recipients::{Is, Recipient};
use crate::suppression::guard::{Contacted, hash};

/// What `email_verification_status` says of an address that reaches nobody, and the reason that says how it was learnt.
const INVALID: &str = "invalid";
const BOUNCED: &str = "bounced";

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Judged {
    Goes(EmailAddress),
    Out(Reason),
    /// Not before this.
    Later(DateTime<Utc>),
}

/// `zone`: the recipient's, as it was known when they were queued. Merged ones are taken care of before.
pub fn judge(letters: &Letters, recipient: &Recipient, zone: Option<&str>, now: DateTime<Utc>) -> Judged {
    let address = recipient.email.as_deref().map(EmailAddress::parse);
    let is_invalid = recipient.status.as_deref() == Some(INVALID);
    let bounced = recipient.status_reason.as_deref() == Some(BOUNCED);
    match (recipient.is, address) {
        (Is::Erased, _) => Judged::Out(Reason::Erased),
        (Is::Archived, _) => Judged::Out(Reason::Archived),
        (Is::MergedInto(_), _) => Judged::Out(Reason::Merged),
        (Is::There, None) => Judged::Out(Reason::NoAddress),
        (Is::There, Some(Err(_))) => Judged::Out(Reason::InvalidAddress),
        (Is::There, Some(Ok(_))) if is_invalid && bounced => Judged::Out(Reason::Bounced),
        (Is::There, Some(Ok(_))) if is_invalid => Judged::Out(Reason::InvalidAddress),
        (Is::There, Some(Ok(_))) if !may_be_used_for(recipient.restriction, letters.client) => {
            Judged::Out(Reason::Restricted)
        }
        (Is::There, Some(Ok(address))) => {
            match open_at(&letters.schedule, letters.launched.windows.as_ref(), zone, now) {
                None => Judged::Out(Reason::NotInWindow),
                Some(at) if at > now => Judged::Later(at),
                Some(_) => Judged::Goes(address),
            }
        }
    }
}

/// As the guard is asked about somebody: by address, domain and account, for everybody, this client, this campaign and this brand.
pub fn contacted(letters: &Letters, recipient: &Recipient, address: &EmailAddress) -> Contacted {
    Contacted {
        email: Some(address.as_str().to_owned()),
        phone: None,
        domain: recipient.account_domain.clone(),
        account: recipient.account,
        client: letters.client,
        campaign: Some(letters.campaign),
        brand: Some(letters.launched.pinned.brand),
    }
}

/// As the guard knows the address of a recipient.
pub fn key_of(blind: &BlindIndex, address: &EmailAddress) -> Vec<u8> {
    match SuppressedKey::parse(Kind::Email, address.as_str(), None) {
        Ok(key) => hash(blind, &key),
        Err(_) => blind.key(Kind::Email.scope(), address.as_str()),
    }
}

/// Of whoever has none: it is theirs alone and meets nothing.
pub fn key_of_nobody(blind: &BlindIndex, contact: Uuid) -> Vec<u8> {
    blind.key("email_recipient.contact", &contact.to_string())
}
