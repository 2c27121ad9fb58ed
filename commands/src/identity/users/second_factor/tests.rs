use chrono::Duration;
use pivotal_domain::identity::role::Role;
use secrecy::ExposeSecret;

use super::*;
use crate::identity::sessions::attempts::{Scope, WINDOW};
use crate::identity::sessions::error::AuthError;
use crate::identity::testing::{PASSWORD, Setup, actor_of, code, origin, system};

const ADA: &str = "ada@example.com";

struct Ada {
    t: Setup,
    actor: Actor,
    /// As the app knows it.
    secret: Vec<u8>,
    codes: Vec<String>,
}

impl Ada {
    /// With the second step on.
    async fn new() -> Self {
        let t = Setup::new().await;
        let actor = actor_of(&t.user(ADA, Role::DataOps, None).await);
        let mut ada = Ada { t, actor, secret: Vec::new(), codes: Vec::new() };
        ada.begin().await;
        ada.codes = ada.factors().confirm(&ada.actor, &ada.now()).await.unwrap();
        ada
    }

    async fn begin(&mut self) {
        let begun = self.factors().begin(&self.actor, &PASSWORD.into()).await.unwrap();
        assert!(begun.uri.expose_secret().contains(begun.secret.expose_secret()));
        self.secret = from_base32(begun.secret.expose_secret());
    }

    fn factors(&self) -> &SecondFactors {
        self.t.sessions.second_factors()
    }

    /// What the app shows.
    fn now(&self) -> String {
        totp::code_at(&self.secret, self.t.ctx.now().timestamp() / totp::STEP)
    }

    async fn login(&self, password: &str, second: Option<&str>) -> String {
        match self.t.sessions.login_with(ADA, password.into(), second, &origin()).await {
            Ok(_) => "in".into(),
            Err(error) => error.code().map_or_else(|| format!("{error:?}"), Into::into),
        }
    }

    fn next_step(&self) {
        self.t.test.clock.advance(Duration::seconds(totp::STEP));
    }
}

fn from_base32(text: &str) -> Vec<u8> {
    let (mut out, mut held, mut bits) = (Vec::new(), 0u32, 0u32);
    for letter in text.bytes() {
        let value = if letter.is_ascii_uppercase() { letter - b'A' } else { letter - b'2' + 26 };
        held = ((held << 5) | u32::from(value)) & 0xffff;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            out.push((held >> bits) as u8);
        }
    }
    out
}

#[tokio::test]
async fn who_has_it_on_signs_in_with_password_and_code() {
    let ada = Ada::new().await;
    ada.next_step();
    assert_eq!(ada.login(PASSWORD, None).await, "SECOND_STEP_NEEDED");
    assert_eq!(ada.login(PASSWORD, Some(" ")).await, "SECOND_STEP_NEEDED");
    assert_eq!(ada.login("wrong horse battery", Some(&ada.now())).await, "BAD_CREDENTIALS");
    assert_eq!(ada.login(PASSWORD, Some("000000")).await, "SECOND_STEP_WRONG");
    assert_eq!(ada.login(PASSWORD, Some(&ada.now())).await, "in");
}

#[tokio::test]
async fn a_code_is_good_once_also_for_two_at_the_same_moment() {
    let ada = Ada::new().await;
    assert_eq!(ada.login(PASSWORD, Some(&ada.now())).await, "SECOND_STEP_WRONG", "it turned it on");
    ada.next_step();
    let shown = ada.now();
    let (one, other) = tokio::join!(ada.login(PASSWORD, Some(&shown)), ada.login(PASSWORD, Some(&shown)));
    let mut both = [one, other];
    both.sort();
    assert_eq!(both, ["SECOND_STEP_WRONG", "in"]);
    assert_eq!(ada.login(PASSWORD, Some(&shown)).await, "SECOND_STEP_WRONG");
}

#[tokio::test]
async fn a_recovery_code_stands_in_once_and_the_log_hears_of_it() {
    let ada = Ada::new().await;
    assert_eq!(ada.codes.len(), 10);
    let code = ada.codes[0].to_uppercase().replace('-', " ");
    assert_eq!(ada.login(PASSWORD, Some(&code)).await, "in");
    assert_eq!(ada.login(PASSWORD, Some(&code)).await, "SECOND_STEP_WRONG");
    assert_eq!(ada.factors().codes_left(ada.actor.user_id).await.unwrap(), 9);
    let used: i64 =
        sqlx::query_scalar("select count(*) from log.events where event_type = 'UserRecoveryCodeUsed'")
            .fetch_one(&ada.t.test.pools.read)
            .await
            .unwrap();
    assert_eq!(used, 1);
    let renewed = ada.factors().renew_codes(&ada.actor, &PASSWORD.into()).await.unwrap();
    assert_eq!(ada.login(PASSWORD, Some(&ada.codes[1])).await, "SECOND_STEP_WRONG", "void");
    assert_eq!(ada.login(PASSWORD, Some(&renewed[0])).await, "in");
}

#[tokio::test]
async fn guesses_at_codes_count_as_guesses_at_the_password() {
    let ada = Ada::new().await;
    ada.next_step();
    for _ in 0..Scope::Account.allowed() {
        assert_eq!(ada.login(PASSWORD, Some("000000")).await, "SECOND_STEP_WRONG");
    }
    assert_eq!(ada.login(PASSWORD, Some(&ada.now())).await, "TOO_MANY_ATTEMPTS");
    ada.t.test.clock.advance(WINDOW);
    assert_eq!(ada.login(PASSWORD, Some(&ada.now())).await, "in");
}

#[tokio::test]
async fn asking_for_the_password_again_and_again_does_not_forget_guesses() {
    let ada = Ada::new().await;
    for _ in 0..Scope::Account.allowed() {
        assert_eq!(ada.login(PASSWORD, None).await, "SECOND_STEP_NEEDED");
    }
    assert_eq!(ada.login(PASSWORD, None).await, "TOO_MANY_ATTEMPTS");
}

#[tokio::test]
async fn it_is_set_up_and_turned_off_with_the_password() {
    let mut ada = Ada::new().await;
    let wrong = "wrong horse battery".into();
    assert_eq!(code(ada.factors().begin(&ada.actor, &PASSWORD.into()).await), "SECOND_FACTOR_ON");
    assert_eq!(code(ada.factors().disable(&ada.actor, &wrong).await), "PASSWORD_WRONG");
    assert_eq!(ada.login(PASSWORD, None).await, "SECOND_STEP_NEEDED");
    for _ in 0..2 {
        ada.factors().disable(&ada.actor, &PASSWORD.into()).await.unwrap();
    }
    assert_eq!(ada.login(PASSWORD, None).await, "in");
    assert_eq!(code(ada.factors().confirm(&ada.actor, "000000").await), "SECOND_FACTOR_NOT_BEGUN");
    ada.begin().await;
    assert_eq!(ada.login(PASSWORD, None).await, "in", "what is only begun asks nobody for a code");
    assert_eq!(code(ada.factors().confirm(&ada.actor, "no code").await), "SECOND_FACTOR_CODE");
    let shown = ada.now();
    assert_eq!(code(ada.factors().confirm(&ada.actor, &shown).await), "accepted");
    assert_eq!(code(ada.factors().confirm(&ada.actor, &shown).await), "SECOND_FACTOR_ON");
}

#[tokio::test]
async fn an_administrator_resets_it_and_nobody_else() {
    let ada = Ada::new().await;
    let user = ada.actor.user_id;
    assert_eq!(code(ada.factors().reset(&ada.actor, user).await), "forbidden");
    let done = ada.factors().reset(&system(), user).await.unwrap();
    assert!(!done.state.second_factor && done.position.is_some());
    assert_eq!(ada.factors().reset(&system(), user).await.unwrap().position, None, "a repeat");
    assert_eq!(ada.login(PASSWORD, None).await, "in");
    assert_eq!(code(ada.factors().reset(&system(), Uuid::now_v7()).await), "not found");
}

#[tokio::test]
async fn the_database_alone_lets_nobody_in() {
    let ada = Ada::new().await;
    let stored: Vec<u8> = sqlx::query_scalar("select secret from auth.second_factors")
        .fetch_one(&ada.t.test.pools.read)
        .await
        .unwrap();
    assert!(!stored.windows(ada.secret.len()).any(|part| part == ada.secret), "sealed");
    // Put into somebody else's row, it opens nothing.
    let grace = actor_of(&ada.t.user("grace@example.com", Role::Agent, None).await);
    sqlx::query(
        "insert into auth.second_factors (user_id, secret, begun_at, enabled_at) values ($1, $2, now(), now())",
    )
    .bind(grace.user_id)
    .bind(&stored)
    .execute(&ada.t.test.pools.write)
    .await
    .unwrap();
    let entered =
        ada.t.sessions.login_with("grace@example.com", PASSWORD.into(), Some(&ada.now()), &origin()).await;
    assert!(matches!(entered, Err(AuthError::Command(_))), "{entered:?}");
}
