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

#[test]
fn the_second_step_is_turned_on_once_and_off_with_how_it_came() {
    let (enable, enabled) =
        (UserCommand::EnableSecondFactor { at: at() }, UserEvent::UserSecondFactorEnabled { at: at() });
    let on = || vec![created(Role::Agent, None), UserEvent::UserSecondFactorEnabled { at: at() }];
    Users::with(())
        .given(vec![created(Role::Agent, None)])
        .when(enable.clone())
        .then_expect_events(vec![enabled]);
    Users::with(()).given(on()).when(enable).then_expect_error(UserError::SecondFactorOn);
    let how = events::SecondFactorEnd::Reset;
    let disable = UserCommand::DisableSecondFactor { how, at: at() };
    Users::with(())
        .given(on())
        .when(disable.clone())
        .then_expect_events(vec![UserEvent::UserSecondFactorDisabled { at: at(), how }]);
    Users::with(()).given(vec![created(Role::Agent, None)]).when(disable).then_expect_events(vec![]);
}

#[test]
fn recovery_codes_are_for_whom_the_second_step_is_on() {
    let on = vec![created(Role::Agent, None), UserEvent::UserSecondFactorEnabled { at: at() }];
    let used = UserCommand::UseRecoveryCode { left: 9, at: at() };
    Users::with(())
        .given(on.clone())
        .when(used.clone())
        .then_expect_events(vec![UserEvent::UserRecoveryCodeUsed { at: at(), left: 9 }]);
    Users::with(())
        .given(on)
        .when(UserCommand::RenewRecoveryCodes { at: at() })
        .then_expect_events(vec![UserEvent::UserRecoveryCodesRenewed { at: at() }]);
    Users::with(())
        .given(vec![created(Role::Agent, None)])
        .when(used)
        .then_expect_error(UserError::SecondFactorOff);
}

#[test]
fn one_joins_and_leaves_one_team_and_a_repeat_is_no_event() {
    let (north, south) = (Uuid::from_u128(0xb1), Uuid::from_u128(0xb2));
    let change =
        |teams: Vec<Uuid>, previous: Vec<Uuid>| UserEvent::UserTeamsChanged { at: at(), teams, previous };
    let join = |team| UserCommand::JoinTeam { team, at: at() };
    let leave = |team| UserCommand::LeaveTeam { team, at: at() };
    let agent = || created(Role::Agent, None);
    let joined = || vec![agent(), change(vec![south], vec![])];
    Users::with(())
        .given(joined())
        .when(join(north))
        .then_expect_events(vec![change(vec![north, south], vec![south])]);
    Users::with(()).given(joined()).when(join(south)).then_expect_events(vec![]);
    Users::with(()).given(joined()).when(leave(north)).then_expect_events(vec![]);
    Users::with(()).given(joined()).when(leave(south)).then_expect_events(vec![change(vec![], vec![south])]);
    Users::with(())
        .given(vec![created(Role::ClientUser, Some(client()))])
        .when(join(north))
        .then_expect_error(UserError::TeamNotForClients);
    let set = |role: Option<Role>, teams| {
        UserCommand::Update(UserUpdate { role, client_id: role.map(|_| client()), teams, ..update() })
    };
    Users::with(())
        .given(vec![created(Role::ClientUser, Some(client()))])
        .when(set(None, Some(vec![north])))
        .then_expect_error(UserError::TeamNotForClients);
    Users::with(()).given(joined()).when(set(Some(Role::ClientUser), None)).then_expect_events(vec![
        UserEvent::UserRoleChanged {
            at: at(),
            role: Role::ClientUser,
            client_id: Some(client()),
            previous: Role::Agent,
            previous_client_id: None,
        },
        change(vec![], vec![south]),
    ]);
}
