use chrono::{DateTime, TimeZone, Utc};
use cqrs_es::test::TestFramework;
use uuid::Uuid;

use super::*;
use crate::identity::users::error::UserError;

type Invitations = TestFramework<Invitation>;

const USER: Uuid = Uuid::from_u128(7);

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 5, 12, 0, 0).unwrap()
}

fn new(role: Role, client_id: Option<Uuid>) -> InvitationCommand {
    let email = LoginEmail::parse("Ada@example.com").unwrap();
    InvitationCommand::Send(NewInvitation { email, role, client_id, teams: vec![], at: at() })
}

fn sent() -> InvitationEvent {
    InvitationEvent::InvitationSent {
        at: at(),
        email: "ada@example.com".into(),
        role: Role::Agent,
        client_id: None,
        teams: vec![],
        expires_at: at() + LASTS,
    }
}

fn resent(at: DateTime<Utc>) -> InvitationEvent {
    InvitationEvent::InvitationResent { at, round: 2, expires_at: at + LASTS }
}

fn accepted() -> InvitationEvent {
    InvitationEvent::InvitationAccepted { at: at(), user_id: USER }
}

fn revoked() -> InvitationEvent {
    InvitationEvent::InvitationRevoked { at: at() }
}

fn accept(round: i64, at: DateTime<Utc>) -> InvitationCommand {
    InvitationCommand::Accept { round, user_id: USER, at }
}

#[test]
fn an_invitation_is_sent_for_a_week() {
    Invitations::with(())
        .given_no_previous_events()
        .when(new(Role::Agent, None))
        .then_expect_events(vec![sent()]);
}

#[test]
fn a_client_user_is_invited_to_a_client_and_others_are_not() {
    Invitations::with(())
        .given_no_previous_events()
        .when(new(Role::ClientUser, None))
        .then_expect_error(InvitationError::User(UserError::ClientMissing));
    Invitations::with(())
        .given_no_previous_events()
        .when(new(Role::Agent, Some(USER)))
        .then_expect_error(InvitationError::User(UserError::ClientNotAllowed));
}

#[test]
fn it_is_accepted_once() {
    Invitations::with(()).given(vec![sent()]).when(accept(1, at())).then_expect_events(vec![accepted()]);
    Invitations::with(())
        .given(vec![sent(), accepted()])
        .when(accept(1, at()))
        .then_expect_error(InvitationError::Used);
}

#[test]
fn it_is_good_until_its_time_is_over() {
    let last = at() + LASTS - Duration::seconds(1);
    Invitations::with(()).given(vec![sent()]).when(accept(1, last)).inspect_result().unwrap();
    Invitations::with(())
        .given(vec![sent()])
        .when(accept(1, at() + LASTS))
        .then_expect_error(InvitationError::Expired);
}

#[test]
fn sent_again_the_newest_mail_counts_alone_and_the_time_begins_anew() {
    let later = at() + LASTS + Duration::days(1);
    let again = InvitationCommand::Resend { at: later };
    Invitations::with(()).given(vec![sent()]).when(again).then_expect_events(vec![resent(later)]);
    Invitations::with(())
        .given(vec![sent(), resent(later)])
        .when(accept(1, later))
        .then_expect_error(InvitationError::Replaced);
    Invitations::with(()).given(vec![sent(), resent(later)]).when(accept(2, later)).inspect_result().unwrap();
}

#[test]
fn a_withdrawn_one_lets_nobody_in_and_is_not_sent_again() {
    let revoke = || InvitationCommand::Revoke { at: at() };
    Invitations::with(()).given(vec![sent()]).when(revoke()).then_expect_events(vec![revoked()]);
    Invitations::with(()).given(vec![sent(), revoked()]).when(revoke()).then_expect_events(vec![]);
    Invitations::with(())
        .given(vec![sent(), revoked()])
        .when(accept(1, at()))
        .then_expect_error(InvitationError::Revoked);
    Invitations::with(())
        .given(vec![sent(), revoked()])
        .when(InvitationCommand::Resend { at: at() })
        .then_expect_error(InvitationError::Revoked);
}

#[test]
fn who_has_come_cannot_be_uninvited() {
    Invitations::with(())
        .given(vec![sent(), accepted()])
        .when(InvitationCommand::Revoke { at: at() })
        .then_expect_error(InvitationError::Used);
}

#[test]
fn nothing_can_be_done_with_one_that_was_never_sent() {
    Invitations::with(())
        .given_no_previous_events()
        .when(accept(1, at()))
        .then_expect_error(InvitationError::Unknown);
}

#[test]
fn only_an_open_one_holds_its_address() {
    let mut invitation = Invitation::default();
    assert_eq!(keys::claims(&invitation), []);
    invitation.apply(sent());
    assert_eq!(keys::claims(&invitation), [(keys::EMAIL, "ada@example.com".to_owned())]);
    invitation.apply(revoked());
    assert_eq!(keys::claims(&invitation), []);
}
