use chrono::{DateTime, TimeZone, Utc};
use cqrs_es::test::TestFramework;
use uuid::Uuid;

use super::*;

type Users = TestFramework<User>;

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 5, 12, 0, 0).unwrap()
}

fn client() -> Uuid {
    Uuid::from_u128(0xc1)
}

fn new(role: Role, client_id: Option<Uuid>) -> NewUser {
    NewUser {
        name: " Ada  Lovelace ".into(),
        email: LoginEmail::parse("ada@example.com").unwrap(),
        role,
        client_id,
        teams: vec![],
        at: at(),
    }
}

fn created(role: Role, client_id: Option<Uuid>) -> UserEvent {
    UserEvent::UserCreated {
        at: at(),
        name: "Ada Lovelace".into(),
        email: "ada@example.com".into(),
        role,
        client_id,
        teams: vec![],
    }
}

fn disabled() -> UserEvent {
    UserEvent::UserDisabled { at: at(), reason: None }
}

fn update() -> UserUpdate {
    UserUpdate { name: None, role: None, client_id: None, teams: None, other_active_admins: 0, at: at() }
}

fn disable(other_active_admins: u64) -> UserCommand {
    UserCommand::Disable { reason: Some("  ".into()), other_active_admins, at: at() }
}

#[test]
fn a_new_user_is_created_with_a_tidy_name() {
    Users::with(())
        .given_no_previous_events()
        .when(UserCommand::Create(new(Role::DataOps, None)))
        .then_expect_events(vec![created(Role::DataOps, None)]);
}

#[test]
fn a_user_is_created_once() {
    Users::with(())
        .given(vec![created(Role::DataOps, None)])
        .when(UserCommand::Create(new(Role::DataOps, None)))
        .then_expect_error(UserError::Exists);
}

#[test]
fn a_client_user_needs_a_client_and_others_must_not_have_one() {
    Users::with(())
        .given_no_previous_events()
        .when(UserCommand::Create(new(Role::ClientUser, None)))
        .then_expect_error(UserError::ClientMissing);
    Users::with(())
        .given_no_previous_events()
        .when(UserCommand::Create(new(Role::Agent, Some(client()))))
        .then_expect_error(UserError::ClientNotAllowed);
    Users::with(())
        .given_no_previous_events()
        .when(UserCommand::Create(new(Role::ClientUser, Some(client()))))
        .then_expect_events(vec![created(Role::ClientUser, Some(client()))]);
}

#[test]
fn nothing_can_be_done_with_a_user_who_does_not_exist() {
    Users::with(()).given_no_previous_events().when(disable(3)).then_expect_error(UserError::Unknown);
    Users::with(())
        .given_no_previous_events()
        .when(UserCommand::Update(update()))
        .then_expect_error(UserError::Unknown);
}

#[test]
fn the_last_active_admin_cannot_be_disabled() {
    Users::with(())
        .given(vec![created(Role::Admin, None)])
        .when(disable(0))
        .then_expect_error(UserError::LastAdmin);
    Users::with(())
        .given(vec![created(Role::Admin, None)])
        .when(disable(1))
        .then_expect_events(vec![disabled()]);
}

#[test]
fn the_last_active_admin_cannot_take_another_role() {
    let demote = |other_active_admins| {
        UserCommand::Update(UserUpdate { role: Some(Role::Agent), other_active_admins, ..update() })
    };
    Users::with(())
        .given(vec![created(Role::Admin, None)])
        .when(demote(0))
        .then_expect_error(UserError::LastAdmin);
    Users::with(()).given(vec![created(Role::Admin, None)]).when(demote(1)).then_expect_events(vec![
        UserEvent::UserRoleChanged {
            at: at(),
            role: Role::Agent,
            client_id: None,
            previous: Role::Admin,
            previous_client_id: None,
        },
    ]);
}

#[test]
fn a_disabled_admin_may_be_demoted_for_no_access_is_lost() {
    Users::with(())
        .given(vec![created(Role::Admin, None), disabled()])
        .when(UserCommand::Update(UserUpdate { role: Some(Role::Agent), ..update() }))
        .inspect_result()
        .unwrap();
}

#[test]
fn repeats_are_no_events() {
    Users::with(())
        .given(vec![created(Role::Agent, None), disabled()])
        .when(disable(0))
        .then_expect_events(vec![]);
    Users::with(())
        .given(vec![created(Role::Agent, None)])
        .when(UserCommand::Enable { at: at() })
        .then_expect_events(vec![]);
    let same = UserUpdate {
        name: Some("Ada Lovelace".into()),
        role: Some(Role::Agent),
        teams: Some(vec![]),
        ..update()
    };
    Users::with(())
        .given(vec![created(Role::Agent, None)])
        .when(UserCommand::Update(same))
        .then_expect_events(vec![]);
}

#[test]
fn an_update_says_what_was_and_what_is() {
    let (north, south) = (Uuid::from_u128(1), Uuid::from_u128(2));
    let changes =
        UserUpdate { name: Some("Ada King".into()), teams: Some(vec![south, north, south]), ..update() };
    Users::with(())
        .given(vec![created(Role::Agent, None)])
        .when(UserCommand::Update(changes))
        .then_expect_events(vec![
            UserEvent::UserRenamed { at: at(), name: "Ada King".into(), previous: "Ada Lovelace".into() },
            UserEvent::UserTeamsChanged { at: at(), teams: vec![north, south], previous: vec![] },
        ]);
}

#[test]
fn a_client_user_keeps_the_client_when_only_the_role_is_sent_again() {
    let again = UserUpdate { role: Some(Role::ClientUser), ..update() };
    Users::with(())
        .given(vec![created(Role::ClientUser, Some(client()))])
        .when(UserCommand::Update(again))
        .then_expect_events(vec![]);
}

#[test]
fn becoming_one_of_ours_ends_the_membership_of_the_client() {
    let promoted = UserUpdate { role: Some(Role::Agent), ..update() };
    Users::with(())
        .given(vec![created(Role::ClientUser, Some(client()))])
        .when(UserCommand::Update(promoted))
        .then_expect_events(vec![UserEvent::UserRoleChanged {
            at: at(),
            role: Role::Agent,
            client_id: None,
            previous: Role::ClientUser,
            previous_client_id: Some(client()),
        }]);
}

#[test]
fn a_disabled_user_gets_no_new_password() {
    let change = UserCommand::ChangePassword { how: PasswordChange::Reset, at: at() };
    Users::with(())
        .given(vec![created(Role::Agent, None), disabled()])
        .when(change.clone())
        .then_expect_error(UserError::Disabled);
    Users::with(())
        .given(vec![created(Role::Agent, None)])
        .when(change)
        .then_expect_events(vec![UserEvent::UserPasswordChanged { at: at(), how: PasswordChange::Reset }]);
}

#[test]
fn refusals_name_their_code_and_field() {
    assert_eq!(
        (UserError::LastAdmin.code(), UserError::LastAdmin.field()),
        ("USER_LAST_ADMIN", Some("role"))
    );
    assert_eq!(UserError::EmailTaken("ada@example.com".into()).field(), Some("email"));
}
