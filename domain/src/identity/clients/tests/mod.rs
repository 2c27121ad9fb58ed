mod lists;

use chrono::{DateTime, TimeZone, Utc};
use cqrs_es::test::TestFramework;

use super::terms::{DuplicatesWithin, OverDelivery, Pacing, Per, Price};
use super::*;
use crate::identity::name::NameError;

type Clients = TestFramework<Client>;

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 5, 12, 0, 0).unwrap()
}

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

fn created() -> ClientEvent {
    ClientEvent::ClientCreated { at: at(), name: "Northwind".into() }
}

fn rename(name: &str) -> ClientCommand {
    ClientCommand::Rename { name: name.into(), at: at() }
}

fn archive() -> ClientCommand {
    ClientCommand::Archive { reason: None, at: at() }
}

#[test]
fn a_client_is_created_with_a_tidy_name() {
    Clients::with(())
        .given_no_previous_events()
        .when(ClientCommand::Create { name: " Northwind ".into(), at: at() })
        .then_expect_events(vec![created()]);
    Clients::with(())
        .given_no_previous_events()
        .when(ClientCommand::Create { name: " ".into(), at: at() })
        .then_expect_error(ClientError::Name(NameError::Empty));
}

#[test]
fn a_rename_says_what_it_was_called() {
    Clients::with(()).given(vec![created()]).when(rename("Southwind")).then_expect_events(vec![
        ClientEvent::ClientRenamed { at: at(), name: "Southwind".into(), previous: "Northwind".into() },
    ]);
}

#[test]
fn the_same_name_and_a_second_archiving_are_no_events() {
    Clients::with(()).given(vec![created()]).when(rename("Northwind ")).then_expect_events(vec![]);
    Clients::with(())
        .given(vec![created(), ClientEvent::ClientArchived { at: at(), reason: None, owner: None }])
        .when(archive())
        .then_expect_events(vec![]);
}

#[test]
fn an_archived_client_keeps_its_name() {
    Clients::with(())
        .given(vec![created(), ClientEvent::ClientArchived { at: at(), reason: None, owner: None }])
        .when(rename("Southwind"))
        .then_expect_error(ClientError::Archived);
}

#[test]
fn an_unknown_client_cannot_be_changed() {
    Clients::with(())
        .given_no_previous_events()
        .when(rename("Southwind"))
        .then_expect_error(ClientError::Unknown);
}

fn changed(details: Details, previous: Details) -> ClientEvent {
    ClientEvent::ClientDetailsChanged { at: at(), details, previous }
}

fn change(details: Details) -> ClientCommand {
    ClientCommand::ChangeDetails { details, at: at() }
}

#[test]
fn details_are_kept_as_they_are_understood() {
    let typed = Details {
        legal_name: Some("  Norhavn   AS ".into()),
        website: Some("https://www.norhavn.com/about".into()),
        country: Some("norway".into()),
        billing_reference: Some(" ".into()),
        note: Some("Calls on Mondays.\n".into()),
    };
    let kept = Details {
        legal_name: Some("Norhavn AS".into()),
        website: Some("norhavn.com".into()),
        country: Some("NO".into()),
        billing_reference: None,
        note: Some("Calls on Mondays.".into()),
    };
    Clients::with(())
        .given(vec![created()])
        .when(change(typed.clone()))
        .then_expect_events(vec![changed(kept.clone(), Details::default())]);
    Clients::with(())
        .given(vec![created(), changed(kept, Details::default())])
        .when(change(typed))
        .then_expect_events(vec![]);
}

#[test]
fn details_that_cannot_be_understood_are_refused_in_words() {
    let website = Details { website: Some("not a site".into()), ..Details::default() };
    Clients::with(())
        .given(vec![created()])
        .when(change(website))
        .then_expect_error(ClientError::WebsiteInvalid("not a site".into()));
    let country = Details { country: Some("Atlantis".into()), ..Details::default() };
    Clients::with(())
        .given(vec![created()])
        .when(change(country))
        .then_expect_error(ClientError::CountryUnknown("Atlantis".into()));
    let endless = Details { legal_name: Some("a".repeat(201)), ..Details::default() };
    Clients::with(())
        .given(vec![created()])
        .when(change(endless))
        .then_expect_error(ClientError::TextTooLong { field: "legalName", most: 200 });
}

#[test]
fn an_archived_client_refuses_new_use_until_it_is_restored() {
    let archived = || vec![created(), ClientEvent::ClientArchived { at: at(), reason: None, owner: None }];
    Clients::with(())
        .given(archived())
        .when(change(Details::default()))
        .then_expect_error(ClientError::Archived);
    Clients::with(())
        .given(archived())
        .when(ClientCommand::BeginView { viewer: id(1), reason: "why".into(), at: at() })
        .then_expect_error(ClientError::Archived);
    Clients::with(())
        .given(archived())
        .when(ClientCommand::Restore { at: at() })
        .then_expect_events(vec![ClientEvent::ClientRestored { at: at(), owner: None }]);
    Clients::with(())
        .given(vec![created()])
        .when(ClientCommand::Restore { at: at() })
        .then_expect_events(vec![]);
}

#[test]
fn an_owner_is_assigned_and_taken_away() {
    let assign = |owner| ClientCommand::AssignOwner { owner, at: at() };
    let assigned = |owner, previous| ClientEvent::ClientOwnerChanged { at: at(), owner, previous };
    Clients::with(())
        .given(vec![created()])
        .when(assign(Some(id(1))))
        .then_expect_events(vec![assigned(Some(id(1)), None)]);
    Clients::with(())
        .given(vec![created(), assigned(Some(id(1)), None)])
        .when(assign(None))
        .then_expect_events(vec![assigned(None, Some(id(1)))]);
    Clients::with(()).given(vec![created()]).when(assign(None)).then_expect_events(vec![]);
}

fn terms() -> Terms {
    Terms {
        pacing: Some(Pacing { leads: 100, per: Per::Month }),
        price: Some(Price { amount: "37.50".into(), currency: "EUR".into() }),
        cap_per_company: Some(3),
        over_delivery: OverDelivery::Hold,
        duplicates_within: DuplicatesWithin::Client,
        look_back_days: Some(180),
        return_window_days: 14,
    }
}

fn set(terms: Terms, seen: i64) -> ClientCommand {
    ClientCommand::SetTerms { terms, seen, at: at() }
}

fn were_set(version: i64, terms: Terms) -> ClientEvent {
    ClientEvent::ClientTermsSet { at: at(), version, terms }
}

#[test]
fn each_change_of_the_terms_is_a_version() {
    Clients::with(())
        .given(vec![created()])
        .when(set(terms(), 0))
        .then_expect_events(vec![were_set(1, terms())]);
    let other = Terms { return_window_days: 30, ..terms() };
    Clients::with(())
        .given(vec![created(), were_set(1, terms())])
        .when(set(other.clone(), 1))
        .then_expect_events(vec![were_set(2, other)]);
    Clients::with(())
        .given(vec![created(), were_set(1, terms())])
        .when(set(terms(), 0))
        .then_expect_events(vec![]);
}

#[test]
fn terms_that_somebody_changed_meanwhile_are_not_overwritten_unseen() {
    let other = Terms { return_window_days: 30, ..terms() };
    Clients::with(())
        .given(vec![created(), were_set(1, terms())])
        .when(set(other, 0))
        .then_expect_error(ClientError::TermsChanged(1));
}

#[test]
fn terms_out_of_their_range_are_refused() {
    let refused = |terms: Terms, error: ClientError| assert_eq!(terms.checked(), Err(error));
    let pacing = |leads| Terms { pacing: Some(Pacing { leads, per: Per::Day }), ..terms() };
    refused(pacing(0), ClientError::PacingInvalid);
    refused(pacing(terms::MOST_LEADS + 1), ClientError::PacingInvalid);
    refused(Terms { cap_per_company: Some(0), ..terms() }, ClientError::CapInvalid);
    refused(Terms { look_back_days: Some(0), ..terms() }, ClientError::LookBackInvalid);
    refused(Terms { return_window_days: 9_999, ..terms() }, ClientError::ReturnWindowInvalid);
    let price = |amount: &str, currency: &str| Terms {
        price: Some(Price { amount: amount.into(), currency: currency.into() }),
        ..terms()
    };
    for amount in ["", "-1", "1,5", "1.", ".5", "1e3", "1234567890", "1.23456"] {
        refused(price(amount, "EUR"), ClientError::PriceInvalid);
    }
    refused(price("1", "XXX"), ClientError::CurrencyUnknown("XXX".into()));
    let kept = price("0045.50", " eur ").checked().unwrap().price;
    assert_eq!(kept, Some(Price { amount: "45.50".into(), currency: "EUR".into() }));
}

fn brand(command: BrandCommand) -> ClientCommand {
    ClientCommand::Brand { command, at: at() }
}

fn brand_added(n: u128, name: &str) -> ClientEvent {
    ClientEvent::ClientBrandAdded { at: at(), brand: id(n), name: name.into(), website: None }
}

#[test]
fn a_brand_is_added_renamed_archived_and_restored() {
    let add = BrandCommand::Add { brand: id(1), name: " Fjord ".into(), website: None };
    Clients::with(())
        .given(vec![created()])
        .when(brand(add.clone()))
        .then_expect_events(vec![brand_added(1, "Fjord")]);
    Clients::with(())
        .given(vec![created(), brand_added(1, "Fjord")])
        .when(brand(add))
        .then_expect_events(vec![]);
    let renamed = ClientEvent::ClientBrandChanged {
        at: at(),
        brand: id(1),
        name: "Fjell".into(),
        website: Some("fjell.com".into()),
        previous: "Fjord".into(),
        previous_website: None,
    };
    let change =
        BrandCommand::Change { brand: id(1), name: "Fjell".into(), website: Some("fjell.com".into()) };
    Clients::with(())
        .given(vec![created(), brand_added(1, "Fjord")])
        .when(brand(change))
        .then_expect_events(vec![renamed]);
    let archived = ClientEvent::ClientBrandArchived { at: at(), brand: id(1) };
    Clients::with(())
        .given(vec![created(), brand_added(1, "Fjord")])
        .when(brand(BrandCommand::Archive { brand: id(1) }))
        .then_expect_events(vec![archived.clone()]);
    Clients::with(())
        .given(vec![created(), brand_added(1, "Fjord"), archived])
        .when(brand(BrandCommand::Restore { brand: id(1) }))
        .then_expect_events(vec![ClientEvent::ClientBrandRestored { at: at(), brand: id(1) }]);
}

#[test]
fn two_brands_in_use_do_not_share_a_name() {
    let add = |n| BrandCommand::Add { brand: id(n), name: "FJORD".into(), website: None };
    Clients::with(())
        .given(vec![created(), brand_added(1, "Fjord")])
        .when(brand(add(2)))
        .then_expect_error(ClientError::BrandNameTaken("FJORD".into()));
    let archived = ClientEvent::ClientBrandArchived { at: at(), brand: id(1) };
    Clients::with(())
        .given(vec![created(), brand_added(1, "Fjord"), archived.clone()])
        .when(brand(add(2)))
        .then_expect_events(vec![brand_added(2, "FJORD")]);
    Clients::with(())
        .given(vec![created(), brand_added(1, "Fjord"), archived, brand_added(2, "Fjord")])
        .when(brand(BrandCommand::Restore { brand: id(1) }))
        .then_expect_error(ClientError::BrandNameTaken("Fjord".into()));
}

#[test]
fn the_first_terms_are_withdrawn_unless_they_were_changed_since() {
    let withdraw = |seen| ClientCommand::WithdrawTerms { seen, at: at() };
    let withdrawn = ClientEvent::ClientTermsWithdrawn { at: at(), version: 2 };
    Clients::with(())
        .given(vec![created(), were_set(1, terms())])
        .when(withdraw(1))
        .then_expect_events(vec![withdrawn.clone()]);
    let other = Terms { return_window_days: 30, ..terms() };
    Clients::with(())
        .given(vec![created(), were_set(1, terms()), were_set(2, other)])
        .when(withdraw(1))
        .then_expect_error(ClientError::TermsChanged(2));
    Clients::with(())
        .given(vec![created(), were_set(1, terms()), withdrawn.clone()])
        .when(withdraw(1))
        .then_expect_events(vec![]);
    Clients::with(())
        .given(vec![created(), were_set(1, terms()), withdrawn])
        .when(set(terms(), 2))
        .then_expect_events(vec![were_set(3, terms())]);
}

fn viewed(viewer: u128, at: DateTime<Utc>) -> ClientEvent {
    ClientEvent::ClientViewed {
        at,
        viewer: id(viewer),
        reason: "A question".into(),
        until: at + viewing::LASTS,
    }
}

fn folded(events: Vec<ClientEvent>) -> Client {
    let mut client = Client::default();
    events.into_iter().for_each(|event| client.apply(event));
    client
}

#[test]
fn a_view_needs_a_reason_and_lasts_half_an_hour() {
    let begin = |reason: &str| ClientCommand::BeginView { viewer: id(1), reason: reason.into(), at: at() };
    Clients::with(())
        .given(vec![created()])
        .when(begin(" A  question "))
        .then_expect_events(vec![viewed(1, at())]);
    Clients::with(())
        .given(vec![created()])
        .when(begin(" "))
        .then_expect_error(ClientError::ViewReasonMissing);
    let client = folded(vec![created(), viewed(1, at())]);
    let end = at() + viewing::LASTS;
    assert_eq!(client.viewed_until(id(1), at()), Some(end));
    assert_eq!(client.viewed_until(id(1), end), None, "its time is over");
    assert_eq!(client.viewed_until(id(2), at()), None, "nobody else's");
}

#[test]
fn a_view_ends_when_it_is_left_and_with_the_client() {
    let ended = ClientEvent::ClientViewEnded { at: at(), viewer: id(1) };
    Clients::with(())
        .given(vec![created(), viewed(1, at())])
        .when(ClientCommand::EndView { viewer: id(1), at: at() })
        .then_expect_events(vec![ended.clone()]);
    Clients::with(())
        .given(vec![created()])
        .when(ClientCommand::EndView { viewer: id(1), at: at() })
        .then_expect_events(vec![]);
    assert_eq!(folded(vec![created(), viewed(1, at()), ended]).viewed_until(id(1), at()), None);
    let archived = ClientEvent::ClientArchived { at: at(), reason: None, owner: None };
    assert_eq!(folded(vec![created(), viewed(1, at()), archived]).viewed_until(id(1), at()), None);
}

#[test]
fn views_whose_time_is_over_leave_with_the_next() {
    let later = at() + viewing::LASTS;
    let client = folded(vec![created(), viewed(1, at()), viewed(2, later)]);
    assert_eq!(client.views.iter().map(|view| view.viewer).collect::<Vec<_>>(), [id(2)]);
}
