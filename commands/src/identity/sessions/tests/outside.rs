//! Signing in with an identity provider.

use super::*;
use crate::identity::invitations::revoke::revoke_invitation;
use crate::identity::invitations::send::{SendInvitation, send_invitation};
use crate::identity::sessions::outside::{Flow, Returned};
use crate::ports::identity_provider::{FakeProvider, Proven, ProviderError};
use pivotal_domain::identity::users::User;

const BACK: &str = "https://crm.example.com/api/v1/auth/oidc/callback";

fn proven(email: &str) -> FakeProvider {
    let (email, name) = (email.to_owned(), Some("Ada Lovelace".to_owned()));
    FakeProvider { says: Ok(Proven { email, email_verified: true, name }) }
}

fn returned(flow: &Flow) -> Returned {
    let state = flow.ask(BACK).state;
    Returned { flow: Some(flow.clone()), state, code: "good".into(), redirect_uri: BACK.into() }
}

async fn enter(t: &Setup, provider: &FakeProvider) -> String {
    let flow = Flow::begin().unwrap();
    outcome(t.sessions.enter_from(provider, returned(&flow), &origin()).await)
}

async fn invite(t: &Setup) -> uuid::Uuid {
    let input = SendInvitation { email: ADA.into(), role: Role::Agent, client_id: None, team_ids: vec![] };
    send_invitation(&t.ctx, &system(), input).await.unwrap().id
}

#[tokio::test]
async fn who_is_a_user_here_is_let_in_whatever_the_case_of_the_address() {
    let (t, ada) = with_ada().await;
    let flow = Flow::begin().unwrap();
    let provider = proven("Ada@Example.com");
    let entered = t.sessions.enter_from(&provider, returned(&flow), &origin()).await.unwrap();
    assert_eq!(entered.user.id, ada.user_id);
    assert!(t.is_in(&entered).await);
}

#[tokio::test]
async fn an_address_that_nobody_verified_is_nobody_s() {
    let (t, _) = with_ada().await;
    let mut provider = proven(ADA);
    provider.says.as_mut().unwrap().email_verified = false;
    assert_eq!(enter(&t, &provider).await, "OIDC_UNVERIFIED");
}

#[tokio::test]
async fn strangers_and_disabled_users_stay_outside_and_nobody_is_made_a_user() {
    let (t, ada) = with_ada().await;
    for email in ["grace@example.com", "", "no address"] {
        assert_eq!(enter(&t, &proven(email)).await, "OIDC_NOBODY", "{email}");
    }
    disable_user(&t.ctx, &system(), ada.user_id, None).await.unwrap();
    assert_eq!(enter(&t, &proven(ADA)).await, "USER_DISABLED");
    let users: i64 = sqlx::query_scalar(
        "select count(distinct aggregate_id) from log.events where aggregate_type = 'user'",
    )
    .fetch_one(&t.test.pools.read)
    .await
    .unwrap();
    assert_eq!(users, 1);
}

#[tokio::test]
async fn who_was_invited_joins_without_a_password_and_once() {
    let t = Setup::new().await;
    invite(&t).await;
    let flow = Flow::begin().unwrap();
    let provider = proven(ADA);
    let joined = t.sessions.enter_from(&provider, returned(&flow), &origin()).await.unwrap();
    let user = t.ctx.log.load::<User>(joined.user.id).await.unwrap().state;
    assert_eq!((user.name.as_str(), user.role), ("Ada Lovelace", Some(Role::Agent)));
    let again = t.sessions.enter_from(&provider, returned(&flow), &origin()).await.unwrap();
    assert_eq!(again.user.id, joined.user.id);
    assert_eq!(t.refused(ADA, PASSWORD).await, "BAD_CREDENTIALS", "there is no password");
}

#[tokio::test]
async fn an_invitation_that_was_withdrawn_lets_nobody_in() {
    let t = Setup::new().await;
    let id = invite(&t).await;
    revoke_invitation(&t.ctx, &system(), id).await.unwrap();
    assert_eq!(enter(&t, &proven(ADA)).await, "OIDC_NOBODY");
}

#[tokio::test]
async fn an_answer_that_this_browser_did_not_ask_for_is_refused() {
    let (t, _) = with_ada().await;
    let (mine, theirs) = (Flow::begin().unwrap(), Flow::begin().unwrap());
    let provider = proven(ADA);
    for wrong in [
        Returned { state: theirs.ask(BACK).state, ..returned(&mine) },
        Returned { state: String::new(), ..returned(&mine) },
        Returned { flow: None, ..returned(&mine) },
    ] {
        assert_eq!(outcome(t.sessions.enter_from(&provider, wrong, &origin()).await), "OIDC_ELSEWHERE");
    }
    let stale = Returned { code: "used".into(), ..returned(&mine) };
    assert_eq!(outcome(t.sessions.enter_from(&provider, stale, &origin()).await), "OIDC_REFUSED");
    let away = FakeProvider { says: Err(ProviderError::Unavailable("no connection".into())) };
    assert_eq!(enter(&t, &away).await, "OIDC_UNAVAILABLE");
}

#[test]
fn a_way_is_kept_by_its_secret_alone_and_tells_none_of_it() {
    let flow = Flow::begin().unwrap();
    let ask = flow.ask(BACK);
    assert_eq!(Flow::of(flow.secret()).unwrap().ask(BACK), ask);
    let told = format!("{ask:?} {flow:?}");
    assert!(!told.contains(flow.secret()), "{told}");
    assert!(Flow::of("").is_none() && Flow::of("rubbish").is_none());
}
