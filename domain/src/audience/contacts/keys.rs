//! The keys by which a contact is found again (AUD-6): email, secondary emails, LinkedIn, account + full name.

use std::collections::BTreeMap;

use super::Contact;
use super::events::AccountLink;
use crate::audience::fields::value::FieldValue;
use crate::audience::record::state::Standing;
use crate::audience::values::email::EmailAddress;
use crate::audience::values::free_mail::is_free_mail;
use crate::audience::values::person_name;

/// Held by one contact only.
pub const EMAIL: &str = "contact.email";
pub const SECONDARY_EMAIL: &str = "contact.secondary_email";
pub const LINKEDIN: &str = "contact.linkedin";
pub const NAME_AT_ACCOUNT: &str = "contact.name_account";
/// Email domain of a contact without an account: how a later account finds it (AUD-3).
pub const UNLINKED_DOMAIN: &str = "contact.unlinked_domain";

/// Fields that say who it is. A new contact has them whatever the rule of their column.
pub const IDENTITY: &[&str] =
    &["email", "secondary_emails", "linkedin_url", "full_name", "first_name", "middle_name", "last_name"];

/// Scope and normalised value.
pub type Key = (&'static str, String);

/// Whether these fields are enough to find the contact again.
pub fn identifies(fields: &BTreeMap<String, FieldValue>, account: Option<AccountLink>) -> bool {
    let has = |key: &str| fields.get(key).is_some_and(|value| !value.is_empty());
    has("email") || has("secondary_emails") || has("linkedin_url") || (has("full_name") && account.is_some())
}

/// Values no other contact may hold. An archived contact keeps them, so that it can be
/// restored; an erased one holds none, nor one that is part of another now.
pub fn claims(contact: &Contact) -> Vec<Key> {
    if contact.record.standing == Standing::Erased || contact.record.merged_into.is_some() {
        return Vec::new();
    }
    contact.record.text("email").map(|email| (EMAIL, email.to_owned())).into_iter().collect()
}

/// Values several contacts may share.
pub fn match_keys(contact: &Contact) -> Vec<Key> {
    let record = &contact.record;
    if record.standing == Standing::Erased || record.merged_into.is_some() {
        return Vec::new();
    }
    let mut keys: Vec<Key> =
        record.texts("secondary_emails").iter().map(|email| (SECONDARY_EMAIL, email.clone())).collect();
    keys.extend(record.text("linkedin_url").map(|url| (LINKEDIN, url.to_owned())));
    match contact.account {
        Some(link) => keys.extend(
            record.text("full_name").map(|name| (NAME_AT_ACCOUNT, name_at_account(name, link.account_id))),
        ),
        None => {
            keys.extend(record.text("email").and_then(linking_domain).map(|domain| (UNLINKED_DOMAIN, domain)))
        }
    }
    keys
}

pub fn name_at_account(full_name: &str, account: uuid::Uuid) -> String {
    format!("{}|{account}", person_name::match_key(full_name))
}

/// The domain by which an email address links to an account: registrable, and never a free mail provider's.
pub fn linking_domain(email: &str) -> Option<String> {
    let email = EmailAddress::parse(email).ok()?;
    let domain = email.registrable_domain()?;
    (!is_free_mail(domain.as_str()) && !is_free_mail(email.domain())).then(|| domain.as_str().to_owned())
}
