//! A new password by a link.

use std::sync::Arc;

use chrono::Duration;
use pivotal_domain::identity::role::Role;
use uuid::Uuid;

use crate::error::CommandError;
use crate::identity::sessions::attempts::Scope;
use crate::identity::sessions::error::AuthError;
use crate::identity::testing::{PASSWORD, Setup, actor_of, code, origin, system};
use crate::identity::users::disable::disable_user;
use crate::identity::users::forgotten::{LINK_LASTS, ask_for_new_password, set_new_password};
use crate::identity::users::profile::change_own_name;
use crate::jobs::queue::JobQueue;
use crate::mail::letter::Letter;
use crate::mail::links::{MailLinks, Purpose};
use crate::mail::send::SendMail;
use crate::ports::mailer::{Mail, MemoryMailer};
use crate::ports::notification_mail::WrittenMail;

const ADA: &str = "ada@example.com";
const NEW: &str = "another fine staple";

async fn ask(t: &Setup, email: &str) -> Result<(), AuthError> {
    let queue = JobQueue::new(t.test.pools.write.clone(), t.ctx.clock.clone());
    ask_for_new_password(&t.ctx, &queue, email, &origin()).await
}

fn links(t: &Setup) -> MailLinks {
    MailLinks::new(&t.test.master, "https://crm.example.com")
}

async fn post(t: &Setup) -> Vec<Mail> {
    let waiting: Vec<(Uuid, serde_json::Value)> =
        sqlx::query_as("select id, payload from jobs.queue where payload->>'letter' = 'password_reset' order by created_at, id")
            .fetch_all(&t.test.pools.read)
            .await
            .unwrap();
    let mailer = Arc::new(MemoryMailer::default());
    let sending = SendMail {
        ctx: t.ctx.clone(),
        mailer: mailer.clone(),
        links: links(t),
        news: Arc::new(WrittenMail::default()),
    };
    for (id, payload) in waiting {
        let letter: Letter = serde_json::from_value(payload).unwrap();
        sending.deliver(id, &letter).await.unwrap();
    }
    mailer.mails()
}

async fn token(t: &Setup) -> String {
    ask(t, ADA).await.unwrap();
    let mails = post(t).await;
    let mail = mails.last().unwrap();
    assert_eq!(mail.to_address, ADA);
    mail.text.split('#').nth(1).unwrap().split_whitespace().next().unwrap().to_owned()
}

async fn set(t: &Setup, token: &str, password: &str) -> Result<(), CommandError> {
    set_new_password(&t.ctx, &links(t), token, password.into(), &origin()).await.map(drop)
}

#[tokio::test]
async fn the_link_sets_a_new_password_once_and_ends_all_sessions() {
    let t = Setup::new().await;
    t.user(ADA, Role::Agent, None).await;
    let session = t.sessions.login(ADA, PASSWORD.into(), &origin()).await.unwrap();
    let link = token(&t).await;
    assert_eq!(code(set(&t, &link, "short").await), "PASSWORD_TOO_SHORT");
    assert_eq!(code(set(&t, &link, NEW).await), "accepted");
    assert_eq!(code(set(&t, &link, "yet another staple").await), "RESET_LINK_INVALID");
    assert!(t.sessions.authenticate(&session.access_token, "ui", &origin()).await.is_err());
    assert!(t.sessions.login(ADA, PASSWORD.into(), &origin()).await.is_err());
    t.sessions.login(ADA, NEW.into(), &origin()).await.unwrap();
}

#[tokio::test]
async fn of_two_who_use_a_link_at_once_one_is_too_late() {
    let t = Setup::new().await;
    t.user(ADA, Role::Agent, None).await;
    let link = token(&t).await;
    let (one, other) = tokio::join!(set(&t, &link, NEW), set(&t, &link, "yet another staple"));
    let mut codes = [code(one), code(other)];
    codes.sort();
    assert_eq!(codes, ["RESET_LINK_INVALID", "accepted"]);
}

#[tokio::test]
async fn a_link_is_good_for_an_hour_and_only_ours() {
    let t = Setup::new().await;
    let ada = t.user(ADA, Role::Agent, None).await;
    let link = token(&t).await;
    let forged = links(&t).token(Purpose::PasswordReset, ada.id, i64::MAX, "");
    let other = links(&t).token(Purpose::Invitation, ada.id, i64::MAX, "");
    for wrong in ["rubbish", forged.as_str(), other.as_str()] {
        assert_eq!(code(set(&t, wrong, NEW).await), "RESET_LINK_INVALID");
    }
    t.test.clock.advance(LINK_LASTS + Duration::seconds(1));
    assert_eq!(code(set(&t, &link, NEW).await), "RESET_LINK_EXPIRED");
}

#[tokio::test]
async fn whether_an_address_is_a_user_s_shows_in_nothing_but_the_mail() {
    let t = Setup::new().await;
    t.user(ADA, Role::Agent, None).await;
    for email in [ADA, "nobody@example.com", "no address"] {
        for _ in 0..Scope::Account.allowed() {
            ask(&t, email).await.unwrap();
        }
        assert!(matches!(ask(&t, email).await, Err(AuthError::TooManyAttempts(_))), "{email}");
    }
    let waiting: i64 =
        sqlx::query_scalar("select count(*) from jobs.queue").fetch_one(&t.test.pools.read).await.unwrap();
    assert_eq!(waiting, i64::from(Scope::Account.allowed()) * 3, "as many letters for each");
    assert!(post(&t).await.iter().all(|mail| mail.to_address == ADA));
    t.sessions.login(ADA, PASSWORD.into(), &origin()).await.unwrap();
}

#[tokio::test]
async fn a_disabled_user_gets_no_link_and_an_old_one_is_void() {
    let t = Setup::new().await;
    t.user("maren@example.com", Role::Admin, None).await;
    let ada = t.user(ADA, Role::Agent, None).await;
    let link = token(&t).await;
    disable_user(&t.ctx, &system(), ada.id, None).await.unwrap();
    assert_eq!(code(set(&t, &link, NEW).await), "USER_DISABLED");
    assert_eq!(post(&t).await, []);
}

#[tokio::test]
async fn everybody_may_change_what_they_are_called() {
    let t = Setup::new().await;
    let ada = actor_of(&t.user(ADA, Role::Agent, None).await);
    let renamed = change_own_name(&t.ctx, &ada, " Ada  King ".into()).await.unwrap();
    assert_eq!((renamed.state.name.as_str(), renamed.state.role), ("Ada King", Some(Role::Agent)));
    assert_eq!(code(change_own_name(&t.ctx, &ada, " ".into()).await), "NAME_EMPTY");
}
