use chrono::{DateTime, Duration, TimeZone, Utc};
use cqrs_es::test::TestFramework;

use super::given::Proof;
use super::standing::{Because, Standing, standing};
use super::*;
use crate::audience::record::source::Source;
use crate::audience::record::state::RecordState;
use crate::suppression::consent_rules::rules::{CountryRule, Preset, Rules};

type Consents = TestFramework<Consent>;

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 5, 12, 0, 0).unwrap()
}

fn days(days: i64) -> DateTime<Utc> {
    at() + Duration::days(days)
}

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

fn typed(basis: Basis, given_at: DateTime<Utc>) -> Typed {
    Typed {
        basis,
        given_at: Some(given_at),
        origin: "  web  form ".into(),
        wording: Some("Yes, mail me".into()),
        proof: Proof { ip: Some("192.0.2.1".into()), ..Proof::default() },
    }
}

fn record(basis: Basis, given_at: DateTime<Utc>) -> ConsentCommand {
    record_of(Channel::Email, typed(basis, given_at))
}

fn record_of(channel: Channel, typed: Typed) -> ConsentCommand {
    ConsentCommand::Record { at: at(), contact: id(1), statement: id(9), channel, typed, source: "ui".into() }
}

fn recorded(statement: u128, basis: Basis, given_at: DateTime<Utc>) -> ConsentEvent {
    ConsentEvent::ConsentRecorded {
        at: at(),
        contact: id(1),
        statement: id(statement),
        channel: Channel::Email,
        basis,
        given_at,
        origin: Some("web form".into()),
        wording: Some("Yes, mail me".into()),
        proof: Some(Proof { ip: Some("192.0.2.1".into()), ..Proof::default() }),
        source: "ui".into(),
    }
}

fn withdraw(channel: Channel) -> ConsentCommand {
    ConsentCommand::Withdraw {
        at: at(),
        contact: id(1),
        statement: id(9),
        channel,
        withdrawn_at: days(-1),
        origin: "reply to a mail".into(),
        note: None,
        source: "ui".into(),
    }
}

fn withdrawn(statement: u128) -> ConsentEvent {
    ConsentEvent::ConsentWithdrawn {
        at: at(),
        contact: id(1),
        statement: id(statement),
        channel: Channel::Email,
        withdrawn_at: days(-1),
        origin: Some("reply to a mail".into()),
        note: None,
        source: "ui".into(),
    }
}

fn take_back(statement: u128, why: &str) -> ConsentCommand {
    ConsentCommand::TakeBack {
        at: at(),
        contact: id(1),
        statement: id(statement),
        why: why.into(),
        source: "ui".into(),
    }
}

fn taken_back(statement: u128) -> ConsentEvent {
    ConsentEvent::ConsentTakenBack {
        at: at(),
        contact: id(1),
        statement: id(statement),
        channel: Channel::Email,
        why: Some("the wrong person".into()),
        source: "ui".into(),
    }
}

fn file(sha256: &str, size: u64) -> ProofFile {
    ProofFile { key: "consent/2026/01/7".into(), name: Some("card.pdf".into()), size, sha256: sha256.into() }
}

fn attach(statement: u128, file: ProofFile) -> ConsentCommand {
    ConsentCommand::AttachFile {
        at: at(),
        contact: id(1),
        statement: id(statement),
        file,
        source: "ui".into(),
    }
}

fn attached(statement: u128) -> ConsentEvent {
    ConsentEvent::ConsentProofAttached {
        at: at(),
        contact: id(1),
        statement: id(statement),
        key: "consent/2026/01/7".into(),
        name: Some("card.pdf".into()),
        size: 12,
        sha256: "00ff".into(),
        source: "ui".into(),
    }
}

#[test]
fn consent_is_recorded_as_it_was_given() {
    Consents::with(())
        .given_no_previous_events()
        .when(record(Basis::Consent, days(-3)))
        .then_expect_events(vec![recorded(9, Basis::Consent, days(-3))]);
}

#[test]
fn what_is_given_without_a_moment_was_given_just_now() {
    let now = Typed { given_at: None, ..typed(Basis::Consent, at()) };
    Consents::with(())
        .given_no_previous_events()
        .when(record_of(Channel::Email, now))
        .then_expect_events(vec![recorded(9, Basis::Consent, at())]);
}

#[test]
fn the_same_again_is_no_news() {
    Consents::with(())
        .given(vec![recorded(2, Basis::Consent, days(-3))])
        .when(record(Basis::Consent, days(-3)))
        .then_expect_events(vec![]);
    Consents::with(()).given(vec![withdrawn(2)]).when(withdraw(Channel::Email)).then_expect_events(vec![]);
}

#[test]
fn consent_that_nobody_could_prove_is_refused() {
    let bare = Typed { wording: Some("  ".into()), ..typed(Basis::Consent, days(-3)) };
    Consents::with(())
        .given_no_previous_events()
        .when(record_of(Channel::Email, bare.clone()))
        .then_expect_error(ConsentError::NoProof);
    let events = Consent::default()
        .decide(record_of(Channel::Email, Typed { basis: Basis::LegitimateInterest, ..bare.clone() }))
        .unwrap();
    assert_eq!(events.len(), 1, "an interest of ours needs no word of theirs");
    let referred = Proof { reference: Some("form 17".into()), ..Proof::default() };
    let events =
        Consent::default().decide(record_of(Channel::Email, Typed { proof: referred, ..bare })).unwrap();
    assert_eq!(events.len(), 1);
}

#[test]
fn what_cannot_be_is_named() {
    let consent = |change: fn(&mut Typed)| {
        let mut typed = typed(Basis::Consent, days(-3));
        change(&mut typed);
        Consent::default().decide(record_of(Channel::Email, typed)).unwrap_err().code()
    };
    assert_eq!(consent(|typed| typed.origin = " ".into()), "CONSENT_SOURCE_MISSING");
    assert_eq!(consent(|typed| typed.origin = "x".repeat(501)), "CONSENT_TEXT_TOO_LONG");
    assert_eq!(consent(|typed| typed.wording = Some("x".repeat(10_001))), "CONSENT_WORDING_TOO_LONG");
    assert_eq!(consent(|typed| typed.given_at = Some(at() + Duration::hours(1))), "CONSENT_IN_FUTURE");
    assert_eq!(consent(|typed| typed.proof.ip = Some("300.1.1.1".into())), "CONSENT_IP_INVALID");
    assert_eq!(consent(|typed| typed.proof.url = Some("javascript:alert(1)".into())), "CONSENT_URL_INVALID");
    assert_eq!(consent(|typed| typed.proof.url = Some("https:// a".into())), "CONSENT_URL_INVALID");
}

#[test]
fn who_withdrew_is_not_contacted_out_of_our_own_interest() {
    Consents::with(())
        .given(vec![recorded(2, Basis::Consent, days(-3)), withdrawn(3)])
        .when(record(Basis::LegitimateInterest, at()))
        .then_expect_error(ConsentError::Withdrawn(days(-1)));
}

#[test]
fn consent_from_before_the_withdrawal_does_not_count_any_more() {
    Consents::with(())
        .given(vec![withdrawn(3)])
        .when(record(Basis::Consent, days(-1)))
        .then_expect_error(ConsentError::OlderThanWithdrawal(days(-1)));
    Consents::with(())
        .given(vec![withdrawn(3)])
        .when(record(Basis::Consent, at()))
        .then_expect_events(vec![recorded(9, Basis::Consent, at())]);
}

#[test]
fn one_may_withdraw_what_was_never_given() {
    Consents::with(())
        .given_no_previous_events()
        .when(withdraw(Channel::Email))
        .then_expect_events(vec![withdrawn(9)]);
}

#[test]
fn a_withdrawal_of_mail_says_nothing_of_calls() {
    let mut state = Consent::default();
    state.apply(withdrawn(3));
    assert_eq!(state.decide(withdraw(Channel::Phone)).unwrap().len(), 1);
    assert!(state.current(Channel::Phone).is_none());
}

#[test]
fn a_mistake_is_taken_back_with_a_reason() {
    Consents::with(())
        .given(vec![recorded(2, Basis::Consent, days(-3)), withdrawn(3)])
        .when(take_back(3, " the wrong person "))
        .then_expect_events(vec![taken_back(3)]);
    Consents::with(())
        .given(vec![recorded(2, Basis::Consent, days(-3))])
        .when(take_back(2, " "))
        .then_expect_error(ConsentError::NoReason);
    Consents::with(())
        .given(vec![withdrawn(3), taken_back(3)])
        .when(take_back(3, "again"))
        .then_expect_events(vec![]);
    Consents::with(())
        .given_no_previous_events()
        .when(take_back(3, "why"))
        .then_expect_error(ConsentError::Unknown);
}

#[test]
fn what_was_said_before_a_mistake_counts_again() {
    let mut state = Consent::default();
    for event in [recorded(2, Basis::Consent, days(-3)), withdrawn(3), taken_back(3)] {
        state.apply(event);
    }
    assert_eq!(state.current(Channel::Email).map(|one| one.id), Some(id(2)));
    assert_eq!(state.statements.len(), 2, "and the mistake is not forgotten");
}

#[test]
fn a_statement_has_one_file_which_holds_something() {
    let given = || vec![recorded(2, Basis::Consent, days(-3))];
    Consents::with(()).given(given()).when(attach(2, file("00ff", 12))).then_expect_events(vec![attached(2)]);
    Consents::with(())
        .given(given())
        .when(attach(2, file("00ff", 0)))
        .then_expect_error(ConsentError::EmptyFile);
    Consents::with(())
        .given(given())
        .when(attach(4, file("00ff", 12)))
        .then_expect_error(ConsentError::Unknown);
    let with_file = || vec![recorded(2, Basis::Consent, days(-3)), attached(2)];
    Consents::with(()).given(with_file()).when(attach(2, file("00ff", 12))).then_expect_events(vec![]);
    Consents::with(())
        .given(with_file())
        .when(attach(2, file("11ee", 12)))
        .then_expect_error(ConsentError::HasFile);
}

#[test]
fn the_consent_of_a_contact_is_found_without_looking() {
    assert_ne!(id_of(id(1)), id(1));
    assert_eq!(id_of(id_of(id(1))), id(1), "one each");
}

/// A contact with these fields.
fn contact(fields: &[(&str, &str)]) -> RecordState {
    let mut record = RecordState::default();
    let fields = fields.iter().map(|(key, value)| ((*key).to_owned(), (*value).into())).collect();
    record.created(&Source::Ui, at(), fields, &[]);
    record
}

fn rules() -> Rules {
    let others = CountryRule { email: Preset::ConsentNeeded, phone: Preset::LegitimateInterest };
    let us = CountryRule { email: Preset::LegitimateInterest, phone: Preset::ConsentNeeded };
    Rules { countries: [("US".to_owned(), us)].into(), others }
}

fn stands(events: Vec<ConsentEvent>, fields: &[(&str, &str)]) -> Standing {
    let mut state = Consent::default();
    events.into_iter().for_each(|event| state.apply(event));
    standing(Channel::Email, [&state], &contact(fields), &rules()).standing
}

#[test]
fn without_a_word_the_rule_of_the_country_holds() {
    assert_eq!(stands(vec![], &[("country", "US")]), Standing::LegitimateInterest);
    assert_eq!(stands(vec![], &[("country", "FR")]), Standing::None);
    assert_eq!(stands(vec![], &[]), Standing::None);
    let (us, nowhere) = (contact(&[("country", "US")]), contact(&[]));
    let of_us = standing(Channel::Phone, [], &us, &rules());
    assert_eq!((of_us.standing, of_us.because), (Standing::None, Because::Country(us_code())));
    let of_others = standing(Channel::Phone, [], &nowhere, &rules());
    assert_eq!(
        (of_others.standing, of_others.because),
        (Standing::LegitimateInterest, Because::OtherCountries)
    );
}

fn us_code() -> crate::audience::values::country::Country {
    crate::audience::values::country::Country::parse("US").unwrap()
}

#[test]
fn what_the_record_says_stands_before_the_rule() {
    let fields = [("country", "FR"), ("consent_basis", "contract")];
    assert_eq!(stands(vec![], &fields), Standing::Contract);
    assert_eq!(stands(vec![], &[("country", "US"), ("consent_basis", "none")]), Standing::None);
}

#[test]
fn a_withdrawal_stands_against_whatever_a_file_brings() {
    let fields = [("country", "US"), ("consent_basis", "consent")];
    assert_eq!(stands(vec![withdrawn(3)], &fields), Standing::Withdrawn);
    assert_eq!(stands(vec![withdrawn(3), taken_back(3)], &fields), Standing::Consent);
    assert!(!Standing::Withdrawn.permits() && !Standing::None.permits());
}

#[test]
fn a_contact_has_a_field_for_every_standing() {
    let words: Vec<&str> = Standing::ALL.iter().map(|standing| standing.as_str()).collect();
    assert_eq!(words, crate::audience::fields::catalogue::contact::CONSENT_STANDINGS);
    for basis in Basis::ALL {
        assert!(crate::audience::fields::catalogue::contact::CONSENT_BASES.contains(&basis.as_str()));
    }
}

#[test]
fn of_merged_records_the_latest_word_counts() {
    let (mut one, mut other) = (Consent::default(), Consent::default());
    one.apply(recorded(2, Basis::Consent, days(-3)));
    other.apply(withdrawn(3));
    let found = |consents: [&Consent; 2]| {
        standing(Channel::Email, consents, &contact(&[]), &Rules::default()).standing
    };
    assert_eq!(found([&one, &other]), Standing::Withdrawn);
    assert_eq!(found([&other, &one]), Standing::Withdrawn);
}
