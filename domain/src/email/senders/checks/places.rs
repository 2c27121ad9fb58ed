//! Where replies, clicks and mails go: to servers that are there.

use super::reason::Reason;
use super::{Check, RecordKind, Subject};
use crate::audience::email_verification::mail_domain::MailDomain;

/// Whether somebody takes mail for the domain of replies. `None`: nobody answered.
pub fn replies(known: Option<&MailDomain>) -> Check {
    let check = |reason| Check::new(Subject::ReplyMx, reason);
    match known {
        None => check(Reason::NoAnswer),
        Some(MailDomain::Hosts(hosts)) => check(Reason::Right).found(&hosts.join(", ")),
        Some(MailDomain::NoDomain) => check(Reason::ReplyNoDomain),
        Some(MailDomain::RefusesMail) => check(Reason::ReplyRefusesMail),
        Some(MailDomain::NoServer) => check(Reason::ReplyNoServer),
    }
}

/// Whether the tracking domain leads to us. `alias`: its CNAME; the outer `None`: nobody answered. `target`: our own host.
pub fn tracking(domain: Option<&str>, alias: Option<Option<&str>>, target: Option<&str>) -> Check {
    let check = |reason| Check::new(Subject::Tracking, reason);
    let Some(domain) = domain else { return check(Reason::TrackingNotSet) };
    let Some(target) = target else { return check(Reason::TrackingTargetUnknown) };
    match alias {
        None => check(Reason::NoAnswer),
        Some(Some(alias)) if alias.eq_ignore_ascii_case(target) => check(Reason::Right).found(alias),
        Some(Some(alias)) => {
            check(Reason::TrackingElsewhere).found(alias).publish(domain, RecordKind::Cname, target)
        }
        Some(None) => check(Reason::TrackingMissing).publish(domain, RecordKind::Cname, target),
    }
}

/// Whether the account is there with the provider that was chosen.
pub fn account(stands: bool) -> Check {
    Check::new(Subject::Account, if stands { Reason::Right } else { Reason::AccountUnknown })
}
