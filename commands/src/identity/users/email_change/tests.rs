//! From one address to another, and back.

use std::sync::Arc;

use chrono::Duration;
use pivotal_domain::identity::role::Role;
use uuid::Uuid;

use super::ask::ask_for_email;
use super::by_link::{confirm_email, take_email_back};
use super::correct::correct_email;
use crate::identity::testing::{PASSWORD, Setup, actor_of, code, origin};
use crate::mail::letter::Letter;
use crate::mail::links::MailLinks;
use crate::mail::send::SendMail;
use crate::ports::mailer::{Mail, MemoryMailer};
use crate::ports::notification_mail::WrittenMail;

const OLD: &str = "ada@example.com";
const NEW: &str = "ada@example.org";

fn links(t: &Setup) -> MailLinks {
    MailLinks::new(&t.test.master, "https://crm.example.com")
}

/// Every letter that waits, as it would be sent now.
async fn post(t: &Setup) -> Vec<Mail> {
    let waiting: Vec<(Uuid, serde_json::Value)> =
        sqlx::query_as("select id, payload from jobs.queue where kind = 'mail_send' order by created_at, id")
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

async fn token(t: &Setup, to: &str, page: &str) -> String {
    let mails = post(t).await;
    let mail = mails.iter().rfind(|mail| mail.to_address == to && mail.text.contains(page));
    let mail = mail.unwrap_or_else(|| panic!("no mail with {page} to {to}: {mails:?}"));
    mail.text.split('#').nth(1).unwrap().split_whitespace().next().unwrap().to_owned()
}

async fn is_in(t: &Setup, email: &str) -> bool {
    t.sessions.login(email, PASSWORD.into(), &origin()).await.is_ok()
}

#[tokio::test]
async fn an_address_changes_by_its_link_and_comes_back_by_the_other() {
    let t = Setup::new().await;
    let ada = actor_of(&t.user(OLD, Role::Agent, None).await);
    assert_eq!(code(ask_for_email(&t.ctx, &ada, &"not this one".into(), NEW).await), "PASSWORD_WRONG");
    ask_for_email(&t.ctx, &ada, &PASSWORD.into(), NEW).await.unwrap();
    assert!(is_in(&t, OLD).await && !is_in(&t, NEW).await, "not before it is confirmed");
    let link = token(&t, NEW, "/confirm-email").await;
    assert_eq!(code(take_email_back(&t.ctx, &links(&t), &link, &origin()).await), "EMAIL_LINK_INVALID");
    confirm_email(&t.ctx, &links(&t), &link, &origin()).await.unwrap();
    assert_eq!(code(confirm_email(&t.ctx, &links(&t), &link, &origin()).await), "EMAIL_LINK_INVALID");
    assert!(is_in(&t, NEW).await && !is_in(&t, OLD).await);
    let signed_in = t.sessions.login(NEW, PASSWORD.into(), &origin()).await.unwrap();
    let back = token(&t, OLD, "/keep-email").await;
    take_email_back(&t.ctx, &links(&t), &back, &origin()).await.unwrap();
    assert!(t.sessions.authenticate(&signed_in.access_token, "ui", &origin()).await.is_err());
    token(&t, OLD, "/new-password").await;
    assert!(is_in(&t, OLD).await && !is_in(&t, NEW).await);
    assert_eq!(code(take_email_back(&t.ctx, &links(&t), &back, &origin()).await), "EMAIL_LINK_INVALID");
}

#[tokio::test]
async fn whether_another_has_the_address_shows_in_nothing() {
    let t = Setup::new().await;
    t.user(NEW, Role::Agent, None).await;
    let ada = actor_of(&t.user(OLD, Role::Agent, None).await);
    assert!(ask_for_email(&t.ctx, &ada, &PASSWORD.into(), NEW).await.unwrap().position.is_some());
    assert_eq!(post(&t).await, [], "nobody is written to");
    let free = "ada@example.net";
    ask_for_email(&t.ctx, &ada, &PASSWORD.into(), free).await.unwrap();
    let link = token(&t, free, "/confirm-email").await;
    t.user(free, Role::Agent, None).await;
    assert_eq!(code(confirm_email(&t.ctx, &links(&t), &link, &origin()).await), "EMAIL_LINK_INVALID");
}

#[tokio::test]
async fn links_are_over_after_their_time() {
    let t = Setup::new().await;
    let ada = actor_of(&t.user(OLD, Role::Agent, None).await);
    ask_for_email(&t.ctx, &ada, &PASSWORD.into(), NEW).await.unwrap();
    let link = token(&t, NEW, "/confirm-email").await;
    t.test.clock.advance(Duration::days(2));
    assert_eq!(code(confirm_email(&t.ctx, &links(&t), &link, &origin()).await), "EMAIL_LINK_EXPIRED");
    ask_for_email(&t.ctx, &ada, &PASSWORD.into(), NEW).await.unwrap();
    let link = token(&t, NEW, "/confirm-email").await;
    confirm_email(&t.ctx, &links(&t), &link, &origin()).await.unwrap();
    let back = token(&t, OLD, "/keep-email").await;
    t.test.clock.advance(Duration::days(8));
    assert_eq!(code(take_email_back(&t.ctx, &links(&t), &back, &origin()).await), "EMAIL_LINK_EXPIRED");
}

#[tokio::test]
async fn an_administrator_corrects_an_address_and_is_told_when_it_is_taken() {
    let t = Setup::new().await;
    let admin = actor_of(&t.user("maren@example.com", Role::Admin, None).await);
    let ada = t.user(OLD, Role::Agent, None).await;
    assert_eq!(code(correct_email(&t.ctx, &actor_of(&ada), ada.id, NEW).await), "forbidden");
    assert_eq!(code(correct_email(&t.ctx, &admin, ada.id, "maren@example.com").await), "USER_EMAIL_TAKEN");
    assert_eq!(code(correct_email(&t.ctx, &admin, ada.id, "nonsense").await), "EMAIL_SYNTAX");
    correct_email(&t.ctx, &admin, ada.id, NEW).await.unwrap();
    assert!(is_in(&t, NEW).await && !is_in(&t, OLD).await);
    assert!(post(&t).await.iter().any(|mail| mail.to_address == NEW));
}
