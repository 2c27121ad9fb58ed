mod ending;
mod outside;

use chrono::Duration;
use pivotal_domain::identity::role::Role;
use pivotal_domain::identity::users::facts::{SESSIONS_ENDED, SessionsEnd, UserFact};
use pivotal_log::reader::{self, Interest};
use secrecy::ExposeSecret;

use super::refresh::SECOND_CHANCE;
use super::*;
use crate::identity::sessions::attempts::{Scope, WINDOW};
use crate::identity::sessions::error::AuthError;
use crate::identity::testing::{PASSWORD, Setup, actor_of, code, origin, system};
use crate::identity::users::change_password::{ChangePassword, change_password};
use crate::identity::users::credentials;
use crate::identity::users::disable::disable_user;
use crate::identity::users::enable::enable_user;
use crate::identity::users::reset_password::reset_password;
use crate::identity::users::update::{UpdateUser, update_user};

const ADA: &str = "ada@example.com";

impl Setup {
    async fn sign_in(&self) -> SignedIn {
        self.sessions.login(ADA, PASSWORD.into(), &origin()).await.unwrap()
    }

    async fn refused(&self, email: &str, password: &str) -> String {
        outcome(self.sessions.login(email, password.into(), &origin()).await)
    }

    async fn again(&self, token: &SignedIn) -> Result<SignedIn, AuthError> {
        self.sessions.refresh(token.refresh_token.expose_secret(), &origin()).await
    }

    /// What the log was told of ended sessions: by whom, why, which.
    async fn ends(&self) -> Vec<(String, SessionsEnd, Vec<uuid::Uuid>)> {
        let mut connection = self.test.pools.read.acquire().await.unwrap();
        let facts = Interest { aggregates: &[], facts: &[SESSIONS_ENDED] };
        let batch = reader::read(&mut connection, 0, 50, facts).await.unwrap();
        let told = batch.entries.iter().map(|entry| {
            let UserFact::UserSessionsEnded { sessions, because, .. } =
                serde_json::from_str(&entry.payload).unwrap()
            else {
                panic!("{}", entry.payload)
            };
            (entry.metadata().actor, because, sessions)
        });
        told.collect()
    }

    async fn is_in(&self, token: &SignedIn) -> bool {
        self.sessions.authenticate(&token.access_token, "ui", &origin()).await.is_ok()
    }
}

fn outcome<T>(result: Result<T, AuthError>) -> String {
    match result {
        Ok(_) => "in".into(),
        Err(error) => error.code().map_or_else(|| format!("{error:?}"), Into::into),
    }
}

async fn with_ada() -> (Setup, pivotal_domain::identity::actor::Actor) {
    let t = Setup::new().await;
    let ada = actor_of(&t.user(ADA, Role::DataOps, None).await);
    (t, ada)
}

#[tokio::test]
async fn who_signs_in_is_the_actor_of_the_next_request() {
    let (t, ada) = with_ada().await;
    let signed_in = t.sessions.login(" ADA@example.com ", PASSWORD.into(), &origin()).await.unwrap();
    assert_eq!((signed_in.user.id, signed_in.user.role), (ada.user_id, Role::DataOps));
    let request = uuid::Uuid::now_v7();
    let here = t
        .sessions
        .authenticate(&signed_in.access_token, "ui", &Origin { request_id: Some(request), ..origin() })
        .await
        .unwrap();
    assert_eq!(here.session, signed_in.session);
    assert_eq!(
        here.actor,
        pivotal_domain::identity::actor::Actor { request_id: Some(request), ip: origin().ip, ..ada }
    );
}

#[tokio::test]
async fn a_sign_in_is_a_fact_of_the_log_with_the_browser_sealed() {
    let (t, ada) = with_ada().await;
    let signed_in = t.sign_in().await;
    let mut connection = t.test.pools.read.acquire().await.unwrap();
    let facts = Interest { aggregates: &[], facts: &[pivotal_domain::identity::users::facts::LOGGED_IN] };
    let batch = reader::read(&mut connection, 0, 10, facts).await.unwrap();
    let [fact] = batch.entries.as_slice() else { panic!("{batch:?}") };
    assert_eq!(fact.about_id, ada.user_id);
    assert_eq!(fact.metadata().ip.as_deref(), Some("192.0.2.7"));
    assert!(
        !fact.payload.contains("Firefox") && fact.payload.contains(&signed_in.session.to_string()),
        "{}",
        fact.payload
    );
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_email_are_told_apart_by_nothing() {
    let (t, _) = with_ada().await;
    assert_eq!(t.refused(ADA, "wrong horse battery").await, "BAD_CREDENTIALS");
    assert_eq!(t.refused("nobody@example.com", PASSWORD).await, "BAD_CREDENTIALS");
    assert_eq!(t.refused("no address", PASSWORD).await, "BAD_CREDENTIALS");
    for email in [ADA, "nobody@example.com"] {
        let mut codes = Vec::new();
        for _ in 0..Scope::Account.allowed() {
            codes.push(t.refused(email, "wrong horse battery").await);
        }
        assert_eq!(codes.pop().as_deref(), Some("TOO_MANY_ATTEMPTS"), "{email}");
        assert!(codes.iter().all(|code| code == "BAD_CREDENTIALS"), "{email}: {codes:?}");
    }
}

#[tokio::test]
async fn too_many_wrong_passwords_lock_the_right_one_out_until_the_window_is_over() {
    let (t, _) = with_ada().await;
    for _ in 0..Scope::Account.allowed() {
        assert_eq!(t.refused(ADA, "wrong horse battery").await, "BAD_CREDENTIALS");
    }
    assert_eq!(t.refused(ADA, PASSWORD).await, "TOO_MANY_ATTEMPTS");
    t.test.clock.advance(WINDOW - Duration::seconds(1));
    let Err(AuthError::TooManyAttempts(wait)) = t.sessions.login(ADA, PASSWORD.into(), &origin()).await
    else {
        panic!("must be locked")
    };
    assert_eq!(wait, Duration::seconds(1), "asking again does not prolong the lock");
    t.test.clock.advance(Duration::seconds(1));
    t.sign_in().await;
}

#[tokio::test]
async fn guesses_made_at_the_same_time_are_all_counted() {
    let (t, _) = with_ada().await;
    let tries = (0..20).map(|_| t.refused(ADA, "wrong horse battery"));
    let codes = futures::future::join_all(tries).await;
    assert_eq!(
        codes.iter().filter(|code| *code == "BAD_CREDENTIALS").count() as i32,
        Scope::Account.allowed()
    );
}

#[tokio::test]
async fn a_success_forgets_the_failures_before_it() {
    let (t, _) = with_ada().await;
    for _ in 0..3 {
        for _ in 0..Scope::Account.allowed() - 1 {
            assert_eq!(t.refused(ADA, "wrong horse battery").await, "BAD_CREDENTIALS");
        }
        t.sign_in().await;
    }
}

#[tokio::test]
async fn an_address_that_tries_many_accounts_is_locked_and_others_are_not() {
    let (t, _) = with_ada().await;
    for n in 0..Scope::Ip.allowed() {
        assert!(attempts::begin(&t.ctx, Scope::Ip, "192.0.2.7").await.unwrap().is_none(), "{n}");
    }
    assert_eq!(t.refused(ADA, PASSWORD).await, "TOO_MANY_ATTEMPTS");
    let elsewhere = Origin { ip: Some("192.0.2.8".into()), ..origin() };
    t.sessions.login(ADA, PASSWORD.into(), &elsewhere).await.unwrap();
}

#[tokio::test]
async fn a_refresh_gives_the_next_pair_of_tokens() {
    let (t, ada) = with_ada().await;
    let first = t.sign_in().await;
    t.test.clock.advance(ACCESS_LASTS);
    assert!(!t.is_in(&first).await, "the access token is over");
    let second = t.again(&first).await.unwrap();
    assert!(t.is_in(&second).await);
    assert_eq!((second.session, second.user.id), (first.session, ada.user_id));
    assert_ne!(second.refresh_token.expose_secret(), first.refresh_token.expose_secret());
}

#[tokio::test]
async fn a_refresh_token_used_twice_ends_the_session_for_both() {
    let (t, _) = with_ada().await;
    let stolen = t.sign_in().await;
    let thief = t.again(&stolen).await.unwrap();
    t.test.clock.advance(SECOND_CHANCE + Duration::seconds(1));
    assert_eq!(outcome(t.again(&stolen).await), "NO_SESSION");
    assert_eq!(outcome(t.again(&thief).await), "NO_SESSION", "the family is revoked");
    assert!(!t.is_in(&thief).await, "and its access token with it");
    assert_eq!(t.ends().await, [("system".to_owned(), SessionsEnd::TokenReused, vec![stolen.session])]);
}

#[tokio::test]
async fn a_lost_answer_may_be_asked_for_again_at_once_but_leaves_one_line_of_descent() {
    let (t, _) = with_ada().await;
    let first = t.sign_in().await;
    let lost = t.again(&first).await.unwrap();
    let second = t.again(&first).await.unwrap();
    assert!(t.is_in(&second).await);
    t.test.clock.advance(SECOND_CHANCE + Duration::seconds(1));
    assert_eq!(outcome(t.again(&lost).await), "NO_SESSION");
    assert_eq!(outcome(t.again(&second).await), "NO_SESSION", "the lost one turned up: somebody else has it");
}

#[tokio::test]
async fn two_refreshes_at_once_leave_one_usable_token() {
    let (t, _) = with_ada().await;
    let first = t.sign_in().await;
    let (one, other) = tokio::join!(t.again(&first), t.again(&first));
    assert!(one.is_ok() && other.is_ok());
    let unused: i64 = sqlx::query_scalar("select count(*) from auth.refresh_tokens where used_at is null")
        .fetch_one(&t.test.pools.read)
        .await
        .unwrap();
    assert_eq!(unused, 1);
}

#[tokio::test]
async fn a_session_ends_when_idle_and_at_the_latest_after_its_life() {
    let (t, _) = with_ada().await;
    let idle = t.sign_in().await;
    t.test.clock.advance(IDLE_ENDS_AFTER);
    assert_eq!(outcome(t.again(&idle).await), "NO_SESSION");
    let mut busy = t.sign_in().await;
    let begun = t.ctx.now();
    loop {
        t.test.clock.advance(Duration::days(7));
        match t.again(&busy).await {
            Ok(next) => busy = next,
            Err(_) => break,
        }
    }
    assert_eq!(t.ctx.now() - begun, Duration::days(35), "the first refresh after 30 days is refused");
}

#[tokio::test]
async fn nonsense_is_no_token() {
    let (t, _) = with_ada().await;
    for token in ["", "x", "a.b.c"] {
        assert_eq!(outcome(t.sessions.refresh(token, &origin()).await), "NO_SESSION");
        assert_eq!(outcome(t.sessions.authenticate(token, "ui", &origin()).await), "NO_SESSION");
    }
}

#[tokio::test]
async fn a_disabled_user_is_out_at_once_and_stays_out_of_old_sessions() {
    let (t, ada) = with_ada().await;
    let session = t.sign_in().await;
    disable_user(&t.ctx, &system(), ada.user_id, None).await.unwrap();
    assert!(!t.is_in(&session).await);
    assert_eq!(outcome(t.again(&session).await), "NO_SESSION");
    assert_eq!(t.refused(ADA, PASSWORD).await, "USER_DISABLED");
    assert_eq!(
        t.refused(ADA, "wrong horse battery").await,
        "BAD_CREDENTIALS",
        "a stranger does not hear of it"
    );
    enable_user(&t.ctx, &system(), ada.user_id).await.unwrap();
    assert!(!t.is_in(&session).await);
    assert!(t.is_in(&t.sign_in().await).await);
}

#[tokio::test]
async fn a_new_role_counts_at_the_next_request() {
    let (t, ada) = with_ada().await;
    let session = t.sign_in().await;
    update_user(
        &t.ctx,
        &system(),
        UpdateUser { id: ada.user_id, name: None, role: Some(Role::Agent), client_id: None, team_ids: None },
    )
    .await
    .unwrap();
    assert_eq!(
        t.sessions.authenticate(&session.access_token, "ui", &origin()).await.unwrap().actor.role,
        Role::Agent
    );
}

#[tokio::test]
async fn a_changed_password_ends_the_other_sessions() {
    let (t, ada) = with_ada().await;
    let (here, there) = (t.sign_in().await, t.sign_in().await);
    let change = |current: &str, new: &str| ChangePassword {
        current: current.into(),
        new: new.into(),
        session: here.session,
    };
    assert_eq!(
        code(change_password(&t.ctx, &ada, change("wrong horse battery", "another fine staple")).await),
        "PASSWORD_WRONG"
    );
    assert_eq!(code(change_password(&t.ctx, &ada, change(PASSWORD, "short")).await), "PASSWORD_TOO_SHORT");
    assert_eq!(
        code(change_password(&t.ctx, &ada, change(PASSWORD, "another fine staple")).await),
        "accepted"
    );
    assert!(t.is_in(&here).await && !t.is_in(&there).await);
    assert_eq!(t.refused(ADA, PASSWORD).await, "BAD_CREDENTIALS");
    assert_eq!(t.refused(ADA, "another fine staple").await, "in");
}

#[tokio::test]
async fn passwords_cannot_be_tried_out_in_the_change_form_either() {
    let (t, ada) = with_ada().await;
    let here = t.sign_in().await;
    let guess = || ChangePassword {
        current: "wrong horse battery".into(),
        new: "another fine staple".into(),
        session: here.session,
    };
    for _ in 0..Scope::Account.allowed() {
        assert_eq!(code(change_password(&t.ctx, &ada, guess()).await), "PASSWORD_WRONG");
    }
    assert_eq!(code(change_password(&t.ctx, &ada, guess()).await), "TOO_MANY_ATTEMPTS");
}

#[tokio::test]
async fn an_administrator_s_reset_ends_all_sessions_and_the_lockout() {
    let (t, ada) = with_ada().await;
    let session = t.sign_in().await;
    for _ in 0..=Scope::Account.allowed() {
        t.refused(ADA, "wrong horse battery").await;
    }
    assert_eq!(
        code(reset_password(&t.ctx, &ada, ada.user_id, "another fine staple".into()).await),
        "forbidden"
    );
    reset_password(&t.ctx, &system(), ada.user_id, "another fine staple".into()).await.unwrap();
    assert!(!t.is_in(&session).await);
    assert_eq!(t.refused(ADA, "another fine staple").await, "in");
}

#[tokio::test]
async fn an_old_hash_is_replaced_at_the_next_sign_in() {
    use argon2::password_hash::{PasswordHasher, SaltString, rand_core::OsRng};
    let (t, ada) = with_ada().await;
    let weak = argon2::Argon2::new(
        argon2::Algorithm::Argon2id,
        argon2::Version::V0x13,
        argon2::Params::new(8_192, 1, 1, None).unwrap(),
    );
    let hash =
        weak.hash_password(PASSWORD.as_bytes(), &SaltString::generate(&mut OsRng)).unwrap().to_string();
    credentials::store(&t.test.pools.write, ada.user_id, &hash, t.ctx.now()).await.unwrap();
    t.sign_in().await;
    let stored = credentials::hash_of(&t.test.pools.read, ada.user_id).await.unwrap().unwrap();
    assert!(stored.contains("m=19456"), "{stored}");
    t.sign_in().await;
}

#[tokio::test]
async fn ended_sessions_are_forgotten_after_a_while_and_open_ones_are_not() {
    let (t, ada) = with_ada().await;
    let ended = t.sign_in().await;
    t.sessions.logout(ended.refresh_token.expose_secret(), &origin()).await.unwrap();
    t.test.clock.advance(Duration::days(30) + Duration::seconds(1));
    t.sign_in().await;
    assert_eq!(tidy::forget_ended(&t.ctx, tidy::BATCH).await.unwrap(), 1);
    assert_eq!(t.sessions.list_own(&ada).await.unwrap().len(), 1);
    let tokens: i64 = sqlx::query_scalar("select count(*) from auth.refresh_tokens")
        .fetch_one(&t.test.pools.read)
        .await
        .unwrap();
    assert_eq!(tokens, 1);
}

#[tokio::test]
async fn ended_sessions_are_forgotten_so_many_at_once() {
    let (t, _) = with_ada().await;
    for _ in 0..3 {
        let ended = t.sign_in().await;
        t.sessions.logout(ended.refresh_token.expose_secret(), &origin()).await.unwrap();
    }
    t.test.clock.advance(Duration::days(30) + Duration::seconds(1));
    for forgotten in [2, 1, 0] {
        assert_eq!(tidy::forget_ended(&t.ctx, 2).await.unwrap(), forgotten);
    }
}
