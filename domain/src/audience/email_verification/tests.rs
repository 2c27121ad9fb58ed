use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::address_kind::{AddressKind, is_disposable, is_role};
use super::counts::{Counts, Outcome};
use super::keep::{KIND, REASON, STATUS, VERIFIED_AT, write_of};
use super::mail_domain::{Exchange, MailDomain};
use super::reply::{Reply, Said};
use super::verdict::{Reason, Status, Verdict, judge};
use crate::audience::contact_runs::RunCounts;
use crate::audience::contacts::Contact;
use crate::audience::contacts::command::ContactCommand;
use crate::audience::contacts::events::ContactEvent;
use crate::audience::fields::catalogue::contact::{
    EMAIL_KINDS, EMAIL_VERIFICATION_REASONS, EMAIL_VERIFICATION_STATUSES,
};
use crate::audience::fields::value::FieldValue;
use crate::audience::record::change::WriteRule;
use crate::audience::record::source::Source;
use crate::audience::record::write::{Candidate, Write};
use crate::audience::values::email::EmailAddress;
use cqrs_es::Aggregate;
use uuid::Uuid;

fn at(day: i64) -> DateTime<Utc> {
    DateTime::<Utc>::UNIX_EPOCH + TimeDelta::days(20_000 + day)
}

fn address(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

fn contact(fields: &[(&str, &str)]) -> Contact {
    let fields = fields.iter().map(|(key, value)| ((*key).to_owned(), FieldValue::from(*value))).collect();
    let mut contact = Contact::default();
    contact.apply(ContactEvent::ContactCreated {
        source: Source::Ui,
        at: at(0),
        fields,
        derived: vec![],
        account: None,
    });
    contact
}

fn after(contact: &Contact, write: Write) -> Contact {
    let mut after = contact.clone();
    for event in contact.decide(ContactCommand::Write(write)).unwrap() {
        after.apply(event);
    }
    after
}

fn verified(contact: &Contact, reason: Reason, day: i64) -> Contact {
    let email = address(contact.record.text("email").unwrap());
    let verdict = Verdict { reason, at: at(day), known: false };
    let source = Source::Verification { id: Uuid::nil() };
    after(contact, write_of(&contact.record, Some(&email), &verdict, source, at(day)))
}

fn changed(contact: &Contact, values: &[(&str, &str)], source: Source) -> Contact {
    let values: BTreeMap<String, Candidate> = values
        .iter()
        .map(|(key, value)| {
            ((*key).to_owned(), Candidate::given(FieldValue::from(*value), WriteRule::Overwrite))
        })
        .collect();
    after(contact, Write { source, at: at(9), values })
}

fn shown(contact: &Contact) -> [Option<&str>; 3] {
    [STATUS, REASON, KIND].map(|key| contact.record.text(key))
}

#[test]
fn what_the_fields_may_say_is_what_verdicts_say() {
    assert_eq!(Reason::ALL.map(Reason::as_str).as_slice(), EMAIL_VERIFICATION_REASONS);
    for reason in Reason::ALL {
        assert!(EMAIL_VERIFICATION_STATUSES.contains(&reason.status().as_str()), "{reason:?}");
        assert_eq!(Reason::named(reason.as_str()), Some(reason));
        assert_eq!(serde_json::to_value(reason).unwrap(), reason.as_str());
        assert!(reason.keeps() > TimeDelta::zero() && reason.sentence().ends_with('.'), "{reason:?}");
    }
    for kind in [AddressKind::Disposable, AddressKind::Role, AddressKind::FreeMail, AddressKind::Business] {
        assert!(EMAIL_KINDS.contains(&kind.as_str()));
    }
}

#[test]
fn an_address_says_of_what_kind_it_is() {
    for (email, kind) in [
        ("ada.lovelace@norhavn.test", AddressKind::Business),
        ("sales@norhavn.test", AddressKind::Role),
        ("sales+fair@norhavn.test", AddressKind::Role),
        ("no-reply@norhavn.test", AddressKind::Role),
        ("ada@gmail.com", AddressKind::FreeMail),
        // A desk counts before the provider it is at, and a throw-away address before anything.
        ("info@gmail.com", AddressKind::Role),
        ("info@mailinator.com", AddressKind::Disposable),
        ("ada@box.mailinator.com", AddressKind::Disposable),
    ] {
        assert_eq!(AddressKind::of(&address(email)), kind, "{email}");
    }
    assert!(!is_role("salesman") && !is_disposable("com") && !is_disposable("norhavnmailinator.com"));
}

#[test]
fn the_lists_are_in_order_and_hold_nothing_twice() {
    for data in [
        include_str!("../../../data/role_accounts.txt"),
        include_str!("../../../data/disposable_domains.txt"),
    ] {
        let lines: Vec<&str> = data.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(lines.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(lines.len() > 400 && lines.iter().all(|line| *line == line.trim().to_lowercase()));
        assert!(data.starts_with('#'), "it names its source");
    }
}

#[test]
fn a_domain_that_takes_no_mail_says_so_with_one_root() {
    let exchange = |preference, host: &str| Exchange { preference, host: host.to_owned() };
    let of = MailDomain::of_exchanges;
    assert_eq!(of(vec![exchange(0, "")]), MailDomain::RefusesMail);
    assert_eq!(of(vec![exchange(0, ".")]).verdict(), Some(Reason::NoMailAccepted));
    let hosts =
        of(vec![exchange(20, "b.test."), exchange(10, "A.test"), exchange(0, "."), exchange(30, "a.test")]);
    assert_eq!(hosts, MailDomain::Hosts(vec!["a.test".into(), "b.test".into()]));
    assert_eq!(hosts.verdict(), None);
    assert_eq!(MailDomain::of_address("a.test", true), MailDomain::Hosts(vec!["a.test".into()]));
    assert_eq!(MailDomain::of_address("a.test", false).verdict(), Some(Reason::NoMailServer));
}

#[test]
fn a_reply_is_about_the_mailbox_or_about_us() {
    for (code, text, said) in [
        (250, "2.1.5 Ok", Said::Accepted),
        (251, "User not local; will forward", Said::Accepted),
        (252, "Cannot VRFY user", Said::Refused),
        (550, "5.1.1 The email account that you tried to reach does not exist", Said::NoMailbox),
        (550, "No such user here", Said::NoMailbox),
        (550, "5.2.1 The email account is disabled", Said::NoMailbox),
        (553, "sorry, that address is not in my list", Said::NoMailbox),
        (550, "5.4.1 Recipient address rejected: Access denied.", Said::NoMailbox),
        (554, "delivery error: this user doesn't have an account: unknown user", Said::NoMailbox),
        (556, "Domain does not accept mail", Said::NoMailbox),
        (552, "Requested mail action aborted: exceeded storage allocation", Said::Full),
        (452, "4.2.2 The email account is over quota", Said::Full),
        (550, "5.7.1 Service unavailable; client host blocked", Said::Refused),
        (550, "5.7.1 Recipient unknown", Said::Refused),
        (554, "Your access to this mail system has been rejected due to poor reputation", Said::Refused),
        (550, "relay not permitted", Said::Refused),
        (530, "5.7.0 Must issue a STARTTLS command first", Said::Refused),
        (501, "5.1.7 Bad sender address syntax", Said::Refused),
        (450, "4.2.0 Greylisted, see http://postgrey.test", Said::Later),
        (451, "4.7.1 Try again later", Said::Later),
        // The class of another reply does not count.
        (450, "5.1.1 odd", Said::Later),
    ] {
        assert_eq!(Reply { code, text: text.into() }.about_recipient(), said, "{code} {text}");
    }
}

#[test]
fn who_takes_everything_says_nothing_about_one() {
    assert_eq!(judge(Said::Accepted, Some(Said::NoMailbox)), Reason::Accepted);
    assert_eq!(judge(Said::Accepted, None), Reason::Accepted);
    assert_eq!(judge(Said::Accepted, Some(Said::Accepted)), Reason::CatchAll);
    assert_eq!(judge(Said::NoMailbox, Some(Said::Accepted)), Reason::NoMailbox);
    assert_eq!(judge(Said::Accepted, Some(Said::Later)), Reason::Greylisted);
    assert_eq!(judge(Said::Full, Some(Said::NoMailbox)), Reason::MailboxFull);
    assert_eq!(judge(Said::Refused, None).status(), Status::Unknown);
}

#[test]
fn a_verdict_stands_on_the_contact_with_its_reason_and_day() {
    let contact = contact(&[("email", "ada@norhavn.test")]);
    let valid = verified(&contact, Reason::Accepted, 1);
    assert_eq!(shown(&valid), [Some("valid"), Some("accepted"), Some("business")]);
    assert_eq!(valid.record.text(VERIFIED_AT), Some("2024-10-05T00:00:00Z"));
    // Known from before: nothing is new.
    assert_eq!(verified(&valid, Reason::Accepted, 1), valid);
    let gone = verified(&valid, Reason::NoMailbox, 2);
    assert_eq!(shown(&gone), [Some("invalid"), Some("no_mailbox"), Some("business")]);
}

#[test]
fn what_tells_nothing_does_not_replace_what_is_known() {
    let valid = verified(&contact(&[("email", "ada@norhavn.test")]), Reason::Accepted, 1);
    assert_eq!(verified(&valid, Reason::NoAnswer, 2), valid);
    let new = contact(&[("email", "info@norhavn.test")]);
    let unknown = verified(&new, Reason::Greylisted, 1);
    assert_eq!(shown(&unknown), [Some("unknown"), Some("greylisted"), Some("role")]);
    assert_eq!(shown(&verified(&unknown, Reason::NotAsked, 2))[1], Some("not_asked"));
    // A file said that it is good: the kind is filled in and the rest stays.
    let told = contact(&[("email", "ada@norhavn.test"), (STATUS, "valid")]);
    assert_eq!(shown(&verified(&told, Reason::DnsFailed, 2)), [Some("valid"), None, Some("business")]);
}

#[test]
fn another_address_takes_nothing_of_the_last_one() {
    let valid = verified(&contact(&[("email", "ada@norhavn.test"), ("city", "Ribe")]), Reason::Accepted, 1);
    let moved = changed(&valid, &[("email", "ada@other.test")], Source::Ui);
    assert_eq!((shown(&moved), moved.record.text(VERIFIED_AT)), ([None, None, None], None));
    let same = changed(&valid, &[("city", "Esbjerg"), ("email", "ada@norhavn.test")], Source::Ui);
    assert_eq!(shown(&same), shown(&valid));
    // Said of the new one in the same breath, also by who is weaker than the verdict on the last.
    let import = Source::Import { id: Uuid::nil(), row: 2 };
    let told = changed(&valid, &[("email", "ada@other.test"), (STATUS, "valid")], import);
    assert_eq!(shown(&told), [Some("valid"), None, None]);
}

#[test]
fn outcomes_add_up() {
    let mut counts = Counts::default();
    for (known, outcome) in [true, false].into_iter().cycle().zip(Outcome::ALL) {
        counts.count(outcome, known, known);
        assert_eq!(Outcome::named(outcome.as_str()), Some(outcome));
    }
    let mut sum = counts;
    sum.add(&counts);
    assert_eq!((counts.done(), sum.done(), sum.known, sum.changed), (8, 16, 8, 8));
    assert!(Outcome::ALL.iter().all(|outcome| sum.of(*outcome) == 2));
    assert_eq!(Outcome::from(Reason::CatchAll), Outcome::CatchAll);
}
