use chrono::{DateTime, TimeDelta, Utc};
use cqrs_es::Aggregate;
use uuid::Uuid;

use super::assess::{Validity, assess};
use super::counts::{Counts, Outcome};
use super::keep::{CARRIER_MAX, Finding, Said, Which, write_of};
use super::line::LineType;
use crate::audience::accounts::Account;
use crate::audience::accounts::command::AccountCommand;
use crate::audience::accounts::events::AccountEvent;
use crate::audience::contact_runs::RunCounts;
use crate::audience::contacts::Contact;
use crate::audience::contacts::command::ContactCommand;
use crate::audience::contacts::events::ContactEvent;
use crate::audience::fields::catalogue::contact::{PHONE_CARRIER_LINES, PHONE_LINES, PHONE_VALIDITIES};
use crate::audience::fields::catalogue::field;
use crate::audience::fields::value::FieldValue;
use crate::audience::record::change::WriteRule;
use crate::audience::record::source::Source;
use crate::audience::record::write::{Candidate, Write};
use crate::audience::values::country::Country;

fn at(day: i64) -> DateTime<Utc> {
    DateTime::<Utc>::UNIX_EPOCH + TimeDelta::days(20_000 + day)
}

fn contact(fields: &[(&str, &str)]) -> Contact {
    let fields = [("email", "ada@norhavn.test")].iter().chain(fields);
    let fields = fields.map(|(key, value)| ((*key).to_owned(), FieldValue::from(*value))).collect();
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

fn found(carrier: &str, line: LineType) -> Finding {
    Finding { said: Said::Found { carrier: Some(carrier.into()), line }, at: at(1), known: false }
}

fn looked_up(contact: &Contact, which: Which, finding: &Finding) -> Contact {
    after(contact, write_of(which, finding, Source::Verification { id: Uuid::nil() }, at(1)))
}

fn changed(contact: &Contact, key: &str, value: &str) -> Contact {
    let candidate = Candidate::given(value.into(), WriteRule::Overwrite);
    after(contact, Write { source: Source::Ui, at: at(2), values: [(key.to_owned(), candidate)].into() })
}

#[test]
fn a_number_in_a_range_is_valid_and_says_what_kind_it_is() {
    for (number, line, country) in [
        ("+1 202 555 0143", LineType::FixedLineOrMobile, "US"),
        ("+44 121 496 0123", LineType::FixedLine, "GB"),
        ("+49 171 3920012", LineType::Mobile, "DE"),
        ("+1 800 555 0123", LineType::TollFree, "US"),
        ("+1 900 555 0123", LineType::PremiumRate, "US"),
    ] {
        let said = assess(number, None);
        assert_eq!((said.validity, said.line), (Validity::Valid, line), "{number}");
        assert_eq!(
            said.country.map(|country| country.code().to_owned()).as_deref(),
            Some(country),
            "{number}"
        );
    }
}

#[test]
fn a_number_in_no_range_is_possible_and_one_of_no_length_is_none() {
    // No area has the code 555.
    let said = assess("+1 555 234 0123", None);
    assert_eq!((said.validity, said.line, said.country), (Validity::Possible, LineType::Unknown, None));
    assert_eq!(said.e164.as_deref(), Some("+15552340123"));
    for number in ["", "call me", "+1 202", "12345", "+999 1234567"] {
        assert_eq!(assess(number, None).validity, Validity::Invalid, "{number}");
    }
}

#[test]
fn a_number_without_a_country_code_is_read_in_the_country_given() {
    let said = assess("0171 3920012", Country::parse("DE"));
    assert_eq!((said.e164.as_deref(), said.line), (Some("+491713920012"), LineType::Mobile));
    assert_eq!(said.time_zone, Some("Europe/Berlin"));
    assert_eq!(assess("0171 3920012", None).validity, Validity::Invalid);
}

#[test]
fn the_fields_know_every_kind_of_line_and_every_validity() {
    assert_eq!(PHONE_LINES, LineType::ALL.map(LineType::as_str));
    assert_eq!(PHONE_CARRIER_LINES[..PHONE_LINES.len()], *PHONE_LINES);
    assert_eq!(PHONE_CARRIER_LINES.last(), Some(&"not_found"));
    let validities = [Validity::Valid, Validity::Possible, Validity::Invalid].map(Validity::as_str);
    assert_eq!(PHONE_VALIDITIES, validities);
    for which in Which::ALL {
        assert_eq!(Which::named(which.as_str()), Some(which));
        for key in which.found() {
            assert!(field(which.entity(), key).is_some_and(|def| !def.writable), "{key}");
        }
    }
    for line in LineType::ALL {
        assert_eq!(LineType::named(line.as_str()), Some(line));
    }
}

#[test]
fn what_a_look_up_says_stands_on_the_contact_beside_its_number() {
    let ada = contact(&[("full_name", "Ada Vester"), ("mobile_phone", "+33639981234")]);
    let told = looked_up(&ada, Which::MobilePhone, &found("Norhavn Mobil", LineType::Mobile));
    assert_eq!(told.record.text("mobile_phone_carrier"), Some("Norhavn Mobil"));
    assert_eq!(told.record.text("mobile_phone_carrier_line"), Some("mobile"));
    assert!(told.record.text("mobile_phone_looked_up_at").is_some());
    let again = write_of(
        Which::MobilePhone,
        &found("Norhavn Mobil", LineType::Mobile),
        Source::Verification { id: Uuid::nil() },
        at(1),
    );
    assert_eq!(told.decide(ContactCommand::Write(again)).unwrap(), []);
    let gone = Finding { said: Said::NotFound, at: at(3), known: false };
    let gone = looked_up(&told, Which::MobilePhone, &gone);
    assert_eq!(gone.record.text("mobile_phone_carrier"), None);
    assert_eq!(gone.record.text("mobile_phone_carrier_line"), Some("not_found"));
}

#[test]
fn another_number_takes_what_was_said_of_the_last_with_it_and_leaves_the_other_phone_alone() {
    let ada = contact(&[
        ("full_name", "Ada Vester"),
        ("mobile_phone", "+33639981234"),
        ("direct_phone", "+44 121 496 0123"),
        ("direct_phone_e164", "+441212345678"),
    ]);
    let ada = looked_up(&ada, Which::MobilePhone, &found("Norhavn Mobil", LineType::Mobile));
    let ada = looked_up(&ada, Which::DirectPhone, &found("Vester Tele", LineType::FixedLine));
    let moved = changed(&ada, "mobile_phone", "+33639981235");
    for key in Which::MobilePhone.found() {
        assert_eq!(moved.record.value(key), None, "{key}");
    }
    assert_eq!(moved.record.text("direct_phone_carrier"), Some("Vester Tele"));
    // Written otherwise, it is the same number.
    let written = changed(&moved, "direct_phone", "0121 496 0123");
    assert_eq!(written.record.text("direct_phone_carrier"), Some("Vester Tele"));
    let moved = changed(&written, "direct_phone_e164", "+441212345679");
    assert_eq!(moved.record.text("direct_phone_carrier"), None);
}

#[test]
fn an_account_says_what_was_found_out_about_its_main_phone_for_as_long_as_it_has_it() {
    let write = |account: &Account, write: Write| {
        let command = AccountCommand::Write { write, id: Uuid::nil(), ancestors: vec![] };
        let mut after = account.clone();
        account.decide(command).unwrap().into_iter().for_each(|event| after.apply(event));
        after
    };
    let mut account = Account::default();
    let fields =
        [("name", "Norhavn"), ("main_phone", "+44 121 496 0123"), ("main_phone_e164", "+441214960123")];
    account.apply(AccountEvent::AccountCreated {
        source: Source::Ui,
        at: at(0),
        fields: fields.map(|(key, value)| (key.to_owned(), FieldValue::from(value))).into(),
        derived: vec![],
    });
    let finding = found("Vester Tele", LineType::FixedLine);
    let source = Source::Verification { id: Uuid::nil() };
    let told = write(&account, write_of(Which::MainPhone, &finding, source, at(1)));
    assert_eq!(told.record.text("main_phone_carrier"), Some("Vester Tele"));
    assert_eq!(told.record.text("main_phone_carrier_line"), Some("fixed_line"));
    let another = Candidate::given("+441214960124".into(), WriteRule::Overwrite);
    let values = [("main_phone_e164".to_owned(), another)].into();
    let moved = write(&told, Write { source: Source::Ui, at: at(2), values });
    for key in Which::MainPhone.found() {
        assert_eq!(moved.record.value(key), None, "{key}");
    }
}

#[test]
fn a_carrier_with_an_endless_name_is_cut() {
    let ada = contact(&[("full_name", "Ada Vester"), ("mobile_phone", "+33639981234")]);
    let told = looked_up(&ada, Which::MobilePhone, &found(&"ø".repeat(500), LineType::Voip));
    let carrier = told.record.text("mobile_phone_carrier").unwrap();
    assert_eq!(carrier.chars().count(), CARRIER_MAX);
}

#[test]
fn every_contact_of_a_run_is_counted_once() {
    let mut counts = Counts::default();
    for outcome in Outcome::ALL {
        counts.count(outcome, outcome == Outcome::Voip, outcome == Outcome::Mobile);
    }
    assert_eq!((counts.done(), counts.known, counts.changed), (8, 1, 1));
    let mut sum = counts;
    sum.add(&counts);
    assert!(Outcome::ALL.into_iter().all(|outcome| sum.of(outcome) == 2));
    for outcome in Outcome::ALL {
        assert_eq!(Outcome::named(outcome.as_str()), Some(outcome));
    }
}
