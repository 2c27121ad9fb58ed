use chrono::{DateTime, Duration, TimeZone, Utc};
use cqrs_es::test::TestFramework;
use uuid::Uuid;

use super::*;
use crate::identity::name::NameError;

type Keys = TestFramework<ApiKey>;

const MAKER: Uuid = Uuid::from_u128(7);

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 5, 12, 0, 0).unwrap()
}

fn new() -> NewApiKey {
    NewApiKey {
        user_id: MAKER,
        name: " Warehouse  sync ".into(),
        prefix: "pvk_1a2b3c4d".into(),
        scopes: vec![Permission::ContactsView, Permission::AccountsView, Permission::ContactsView],
        grantable: vec![Permission::AccountsView, Permission::ContactsView],
        expires_at: Some(at() + Duration::days(90)),
        at: at(),
    }
}

fn created() -> ApiKeyEvent {
    ApiKeyEvent::ApiKeyCreated {
        at: at(),
        user_id: MAKER,
        name: "Warehouse sync".into(),
        prefix: "pvk_1a2b3c4d".into(),
        scopes: vec!["ACCOUNTS_VIEW".into(), "CONTACTS_VIEW".into()],
        expires_at: Some(at() + Duration::days(90)),
    }
}

fn revoked() -> ApiKeyEvent {
    ApiKeyEvent::ApiKeyRevoked { at: at() }
}

fn refused(new: NewApiKey, error: ApiKeyError) {
    Keys::with(()).given_no_previous_events().when(ApiKeyCommand::Create(new)).then_expect_error(error);
}

#[test]
fn a_key_is_made_once_with_its_scopes_as_a_set() {
    Keys::with(())
        .given_no_previous_events()
        .when(ApiKeyCommand::Create(new()))
        .then_expect_events(vec![created()]);
    Keys::with(())
        .given(vec![created()])
        .when(ApiKeyCommand::Create(new()))
        .then_expect_error(ApiKeyError::Exists);
}

#[test]
fn a_key_may_nothing_that_its_maker_may_not() {
    let scopes = vec![Permission::ContactsView, Permission::UsersManage];
    refused(NewApiKey { scopes, ..new() }, ApiKeyError::BeyondMaker(Permission::UsersManage));
}

#[test]
fn a_key_has_a_name_a_purpose_and_some_time() {
    refused(NewApiKey { name: " ".into(), ..new() }, ApiKeyError::Name(NameError::Empty));
    refused(NewApiKey { scopes: vec![], ..new() }, ApiKeyError::NoScopes);
    refused(NewApiKey { expires_at: Some(at()), ..new() }, ApiKeyError::ExpiryPast);
    let forever = ApiKeyCommand::Create(NewApiKey { expires_at: None, ..new() });
    Keys::with(()).given_no_previous_events().when(forever).inspect_result().unwrap();
}

#[test]
fn a_key_is_revoked_once_and_an_unknown_one_not_at_all() {
    let revoke = || ApiKeyCommand::Revoke { at: at() };
    Keys::with(()).given(vec![created()]).when(revoke()).then_expect_events(vec![revoked()]);
    Keys::with(()).given(vec![created(), revoked()]).when(revoke()).then_expect_events(vec![]);
    Keys::with(()).given_no_previous_events().when(revoke()).then_expect_error(ApiKeyError::Unknown);
}

#[test]
fn a_key_is_good_until_it_is_revoked_or_over() {
    let mut key = ApiKey::default();
    assert_eq!(key.check(at()), Err(KeyRefusal::Unknown));
    key.apply(created());
    let ends = at() + Duration::days(90);
    assert_eq!(key.check(ends - Duration::seconds(1)), Ok(MAKER));
    assert_eq!(key.check(ends), Err(KeyRefusal::Expired));
    key.apply(revoked());
    assert_eq!(key.check(at()), Err(KeyRefusal::Revoked));
}

#[test]
fn a_scope_that_is_no_more_opens_nothing() {
    let mut key = ApiKey::default();
    let ApiKeyEvent::ApiKeyCreated { at, user_id, name, prefix, expires_at, .. } = created() else {
        unreachable!()
    };
    let scopes = vec!["FAXES_SEND".into(), "CONTACTS_VIEW".into()];
    key.apply(ApiKeyEvent::ApiKeyCreated { at, user_id, name, prefix, scopes, expires_at });
    assert_eq!(key.scopes, [Permission::ContactsView]);
}

#[test]
fn every_permission_is_found_by_its_name() {
    for permission in Permission::ALL {
        assert_eq!(Permission::named(permission.as_str()), Some(*permission));
    }
    assert_eq!(Permission::named("FAXES_SEND"), None);
}
