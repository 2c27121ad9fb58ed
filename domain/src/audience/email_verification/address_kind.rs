//! What an address says by itself: a desk's, a private person's, one that is used once.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::audience::values::email::EmailAddress;
use crate::audience::values::free_mail::is_free_mail;

static ROLES: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lines(include_str!("../../../data/role_accounts.txt")));
static DISPOSABLE: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lines(include_str!("../../../data/disposable_domains.txt")));

fn lines(data: &'static str) -> HashSet<&'static str> {
    data.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
}

/// The value of the field `email_kind`. Of several the first holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressKind {
    /// Its domain hands out addresses that are used once.
    Disposable,
    /// A desk, not a person: mail to it is often wanted, so it is told and not held against it.
    Role,
    /// Of a provider with which anybody can register.
    FreeMail,
    Business,
}

impl AddressKind {
    pub fn of(address: &EmailAddress) -> Self {
        if is_disposable(address.domain()) {
            AddressKind::Disposable
        } else if is_role(address.local()) {
            AddressKind::Role
        } else if is_free_mail(address.domain()) {
            AddressKind::FreeMail
        } else {
            AddressKind::Business
        }
    }

    pub fn as_str(self) -> &'static str {
        match self {
            AddressKind::Disposable => "disposable",
            AddressKind::Role => "role",
            AddressKind::FreeMail => "free_mail",
            AddressKind::Business => "business",
        }
    }
}

/// `sales`, `sales+fair`, `no-reply`: what stands behind a plus is the owner's note.
pub fn is_role(local: &str) -> bool {
    let name = local.split('+').next().unwrap_or(local);
    let name: String = name.chars().filter(|c| !matches!(c, '.' | '-' | '_')).collect();
    ROLES.contains(name.as_str())
}

/// The domain or one that it lies in.
pub fn is_disposable(domain: &str) -> bool {
    let mut rest = domain;
    loop {
        if DISPOSABLE.contains(rest) {
            return true;
        }
        match rest.split_once('.') {
            Some((_, parent)) if parent.contains('.') => rest = parent,
            _ => return false,
        }
    }
}
