//! A contact's row in memory: what its events make of it.

use std::sync::LazyLock;

use pivotal_domain::audience::contacts::events::{AccountLink, ContactEvent, LinkKind};
use pivotal_domain::audience::values::domain_name::Domain;
use uuid::Uuid;

use super::LAYOUT;
use crate::audience::columns::{Misfit, key_of};
use crate::audience::phone_validity::says::say;
use crate::audience::record::{At, RecordCells};
use crate::sheet::{Row, encode};

/// Where the columns stand that are not plain fields.
struct Places {
    account_id: usize,
    account_link: usize,
    account_name: usize,
    account_domain: usize,
    account_name_key: usize,
    email: usize,
    email_domain: usize,
    email_registrable: usize,
    email_set_at: usize,
    email_status: usize,
    email_verification_status: usize,
    full_name: usize,
    full_name_key: usize,
    job_title: usize,
    job_title_key: usize,
    direct_phone: usize,
    direct_phone_e164: usize,
    mobile_phone: usize,
    phone_status: usize,
    /// Validity and line.
    direct_phone_says: [usize; 2],
    mobile_phone_says: [usize; 2],
}

static AT: LazyLock<Places> = LazyLock::new(|| {
    let at = |name| LAYOUT.sheet.at(name);
    Places {
        account_id: at("account_id"),
        account_link: at("account_link"),
        account_name: at("account_name"),
        account_domain: at("account_domain"),
        account_name_key: at("account_name_key"),
        email: at("email"),
        email_domain: at("email_domain"),
        email_registrable: at("email_registrable"),
        email_set_at: at("email_set_at"),
        email_status: at("email_status"),
        email_verification_status: at("email_verification_status"),
        full_name: at("full_name"),
        full_name_key: at("full_name_key"),
        job_title: at("job_title"),
        job_title_key: at("job_title_key"),
        direct_phone: at("direct_phone"),
        direct_phone_e164: at("direct_phone_e164"),
        mobile_phone: at("mobile_phone"),
        phone_status: at("phone_status"),
        direct_phone_says: [at("direct_phone_validity"), at("direct_phone_line")],
        mobile_phone_says: [at("mobile_phone_validity"), at("mobile_phone_line")],
    }
});

/// What a contact's row shows of its account.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Company {
    pub name: Option<String>,
    pub domain: Option<String>,
}

/// Applies one event to the row.
pub fn apply(row: &mut Row, event: &ContactEvent, at: &At) -> Result<(), Misfit> {
    let mut record = RecordCells { layout: &LAYOUT, row };
    match event {
        ContactEvent::ContactCreated { source, at: when, fields, account, .. } => {
            record.created(at, source, *when);
            record.write(fields.iter().map(|(key, value)| (key, Some(value))))?;
            if fields.contains_key("email") {
                row.set(AT.email_set_at, Some(encode::timestamp(*when)));
            }
            link(row, account.as_ref());
        }
        ContactEvent::ContactFieldsChanged { at: when, changes, .. } => {
            record.touched(at, *when);
            record.write(changes.iter().map(|(key, change)| (key, change.new.as_ref())))?;
            if let Some(change) = changes.get("email") {
                row.set(AT.email_set_at, change.new.as_ref().map(|_| encode::timestamp(*when)));
            }
        }
        ContactEvent::ContactAccountLinked { at: when, account, .. } => {
            record.touched(at, *when);
            link(row, Some(account));
        }
        ContactEvent::ContactAccountUnlinked { at: when, .. } => {
            record.touched(at, *when);
            link(row, None);
        }
        ContactEvent::ContactArchived { at: when, .. } => record.archived(at, *when, true),
        ContactEvent::ContactRestored { at: when, .. } => record.archived(at, *when, false),
        ContactEvent::ContactErased { at: when, .. } => record.erased(at, *when),
        ContactEvent::ContactMerged { at: when, .. } => record.touched(at, *when),
        ContactEvent::ContactMergedInto { at: when, survivor, .. } => {
            record.merged(at, *when, Some(*survivor))
        }
        ContactEvent::ContactUnmerged { at: when, .. } => record.merged(at, *when, None),
    }
    Ok(())
}

/// The account a row is linked to.
pub fn account_of(row: &Row) -> Option<Uuid> {
    row.get(AT.account_id).and_then(|id| id.parse().ok())
}

/// Works out what follows from other columns. Called once per row and batch, after its events.
pub fn finish(row: &mut Row, company: Option<&Company>) {
    let domain =
        row.get(AT.email).and_then(|email| email.rsplit_once('@')).map(|(_, domain)| domain.to_owned());
    let email_status = email_status(row.get(AT.email), row.get(AT.email_verification_status));
    let phone_status = phone_status(row);
    row.set(AT.email_registrable, domain.as_deref().and_then(above));
    row.set(AT.email_domain, domain);
    row.set(AT.email_status, Some(email_status.to_owned()));
    row.set(AT.phone_status, Some(phone_status.to_owned()));
    say(row, AT.direct_phone_says, &[AT.direct_phone_e164, AT.direct_phone]);
    say(row, AT.mobile_phone_says, &[AT.mobile_phone]);
    row.set(AT.full_name_key, key_of(row.get(AT.full_name)));
    row.set(AT.job_title_key, key_of(row.get(AT.job_title)));
    let name = company.and_then(|company| company.name.as_deref());
    row.set(AT.account_name, name.map(encode::text));
    row.set(AT.account_name_key, key_of(name));
    row.set(AT.account_domain, company.and_then(|company| company.domain.as_deref()).map(encode::text));
}

/// The registrable domain that a host stands below; `None`: it is one itself, or there is none.
fn above(host: &str) -> Option<String> {
    let registrable = Domain::registrable(host).ok()?;
    (registrable.as_str() != host).then(|| registrable.into_string())
}

fn link(row: &mut Row, account: Option<&AccountLink>) {
    row.set(AT.account_id, account.map(|link| link.account_id.to_string()));
    let how = account.map(|link| match link.how {
        LinkKind::Auto => "auto",
        LinkKind::Manual => "manual",
        LinkKind::Import => "import",
    });
    row.set(AT.account_link, how.map(str::to_owned));
}

/// What verification says about the address; what speaks against writing to it joins at the question ([`super::status`]). A
/// catch-all or risky address may or may not exist, so it counts as not verified.
fn email_status(email: Option<&str>, verification: Option<&str>) -> &'static str {
    match (email, verification) {
        (None, _) => "none",
        (Some(_), Some("valid")) => "sendable",
        (Some(_), Some("invalid" | "disposable")) => "invalid",
        (Some(_), _) => "unverified",
    }
}

/// A number that has an E.164 form can be called. Do-not-call joins at the question ([`super::status`]).
fn phone_status(row: &Row) -> &'static str {
    let (dialable, written) = ([AT.direct_phone_e164, AT.mobile_phone], [AT.direct_phone, AT.mobile_phone]);
    let any = |columns: &[usize]| columns.iter().any(|at| row.get(*at).is_some());
    if any(&dialable) {
        "callable"
    } else if any(&written) {
        "invalid"
    } else {
        "none"
    }
}
