use std::sync::Arc;

use chrono::Duration;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::invitations::LASTS;
use pivotal_domain::identity::role::Role;
use pivotal_domain::identity::users::User;
use pivotal_domain::identity::users::keys::EMAIL;
use uuid::Uuid;

use super::accept::{AcceptInvitation, accept_invitation, invited};
use super::revoke::revoke_invitation;
use super::send::{SendInvitation, resend_invitation, send_invitation};
use crate::error::CommandError;
use crate::identity::testing::{PASSWORD, Setup, actor_of, code, origin, system};
use crate::lookup::claim_owner;
use crate::mail::letter::Letter;
use crate::mail::links::{MailLinks, Purpose};
use crate::mail::send::SendMail;
use crate::ports::mailer::{Mail, MemoryMailer};
use crate::ports::notification_mail::WrittenMail;

const ADA: &str = "ada@example.com";

fn links(t: &Setup) -> MailLinks {
    MailLinks::new(&t.test.master, "https://crm.example.com")
}

async fn invite(t: &Setup, actor: &Actor) -> Result<Uuid, CommandError> {
    let input = SendInvitation {
        email: "Ada@Example.com".into(),
        role: Role::Agent,
        client_id: None,
        team_ids: vec![],
    };
    Ok(send_invitation(&t.ctx, actor, input).await?.id)
}

/// All letters that wait, sent.
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

fn token_in(mail: &Mail) -> String {
    mail.text.split('#').nth(1).unwrap().split_whitespace().next().unwrap().to_owned()
}

async fn accept(t: &Setup, token: &str) -> Result<Uuid, CommandError> {
    let input = AcceptInvitation { token: token.into(), name: "Ada King".into(), password: PASSWORD.into() };
    accept_invitation(&t.ctx, &links(t), input, &origin()).await
}

#[tokio::test]
async fn who_follows_the_link_of_the_mail_joins_as_what_they_were_invited_as() {
    let t = Setup::new().await;
    let maren = actor_of(&t.user("maren@example.com", Role::Admin, None).await);
    invite(&t, &maren).await.unwrap();
    let mails = post(&t).await;
    let [mail] = mails.as_slice() else { panic!("{mails:?}") };
    assert_eq!(mail.to_address, ADA);
    assert!(mail.text.contains("maren") && mail.text.contains("https://crm.example.com/invitation#"));
    let shown = invited(&t.ctx, &links(&t), &token_in(mail)).await.unwrap();
    assert_eq!((shown.email.as_str(), shown.role, shown.client), (ADA, Role::Agent, None));
    let id = accept(&t, &token_in(mail)).await.unwrap();
    let ada = t.ctx.log.load::<User>(id).await.unwrap().state;
    assert_eq!((ada.name.as_str(), ada.email.as_str(), ada.role), ("Ada King", ADA, Some(Role::Agent)));
    t.sessions.login(ADA, PASSWORD.into(), &origin()).await.unwrap();
}

#[tokio::test]
async fn a_link_lets_one_person_in_however_often_and_at_once_it_is_used() {
    let t = Setup::new().await;
    invite(&t, &system()).await.unwrap();
    let token = token_in(&post(&t).await[0]);
    let (one, other) = tokio::join!(accept(&t, &token), accept(&t, &token));
    let mut codes = [code(one), code(other)];
    codes.sort();
    assert_eq!(codes, ["INVITATION_USED", "accepted"]);
    assert_eq!(code(accept(&t, &token).await), "INVITATION_USED");
    assert_eq!(code(invited(&t.ctx, &links(&t), &token).await), "INVITATION_USED");
    let credentials: i64 = sqlx::query_scalar("select count(*) from auth.credentials")
        .fetch_one(&t.test.pools.read)
        .await
        .unwrap();
    assert_eq!(credentials, 1, "the passwords of those who were refused do not stay");
}

#[tokio::test]
async fn a_link_is_void_when_its_time_is_over_it_was_withdrawn_or_sent_again() {
    let t = Setup::new().await;
    let id = invite(&t, &system()).await.unwrap();
    let first = token_in(&post(&t).await[0]);
    t.test.clock.advance(LASTS + Duration::seconds(1));
    assert_eq!(code(accept(&t, &first).await), "INVITATION_EXPIRED");
    resend_invitation(&t.ctx, &system(), id).await.unwrap();
    assert_eq!(code(accept(&t, &first).await), "INVITATION_REPLACED");
    let mails = post(&t).await;
    let [second] = mails.as_slice() else {
        panic!("the letter of the first round is out of date: {mails:?}")
    };
    let second = token_in(second);
    revoke_invitation(&t.ctx, &system(), id).await.unwrap();
    assert_eq!(code(accept(&t, &second).await), "INVITATION_REVOKED");
    assert_eq!(post(&t).await, [], "a withdrawn one is not sent any more");
    assert_eq!(claim_owner(&t.ctx, EMAIL, ADA).await.unwrap(), None);
}

#[tokio::test]
async fn a_link_that_is_not_ours_says_nothing() {
    let t = Setup::new().await;
    let id = invite(&t, &system()).await.unwrap();
    let foreign = MailLinks::new(&pivotal_log::master_key::MasterKey::from_bytes([7; 32]), "https://x.test");
    for token in [
        "rubbish".to_owned(),
        foreign.token(Purpose::Invitation, id, 1, ""),
        links(&t).token(Purpose::PasswordReset, id, 1, ""),
    ] {
        assert_eq!(code(accept(&t, &token).await), "LINK_INVALID", "{token}");
    }
    let nobody = links(&t).token(Purpose::Invitation, Uuid::now_v7(), 1, "");
    assert_eq!(code(accept(&t, &nobody).await), "not found");
}

#[tokio::test]
async fn an_address_has_one_open_invitation_and_none_when_it_is_a_user_s() {
    let t = Setup::new().await;
    let (actor, id) = (system(), invite(&t, &system()).await.unwrap());
    assert_eq!(code(invite(&t, &actor).await), "INVITATION_OPEN");
    revoke_invitation(&t.ctx, &actor, id).await.unwrap();
    let (one, other) = tokio::join!(invite(&t, &actor), invite(&t, &actor));
    let mut codes = [code(one), code(other)];
    codes.sort();
    assert_eq!(codes, ["INVITATION_OPEN", "accepted"]);
    let mails = post(&t).await;
    accept(&t, &token_in(mails.last().unwrap())).await.unwrap();
    assert_eq!(code(invite(&t, &actor).await), "USER_EMAIL_TAKEN");
}

#[tokio::test]
async fn who_became_a_user_otherwise_cannot_join_a_second_time() {
    let t = Setup::new().await;
    invite(&t, &system()).await.unwrap();
    let token = token_in(&post(&t).await[0]);
    t.user(ADA, Role::Agent, None).await;
    assert_eq!(code(accept(&t, &token).await), "USER_EMAIL_TAKEN");
}

#[tokio::test]
async fn what_was_chosen_badly_names_its_field_and_the_link_stays_good() {
    let t = Setup::new().await;
    invite(&t, &system()).await.unwrap();
    let token = token_in(&post(&t).await[0]);
    for (name, password, expected) in [
        ("Ada", "short", "PASSWORD_TOO_SHORT"),
        (" ", PASSWORD, "NAME_EMPTY"),
        ("Ada Lovelace", "adalovelace123", "PASSWORD_GUESSABLE"),
    ] {
        let input = AcceptInvitation { token: token.clone(), name: name.into(), password: password.into() };
        let refused = accept_invitation(&t.ctx, &links(&t), input, &origin()).await;
        assert_eq!(code(refused), expected);
    }
    assert_eq!(code(accept(&t, &token).await), "accepted");
}

#[tokio::test]
async fn only_administrators_invite() {
    let t = Setup::new().await;
    let id = invite(&t, &system()).await.unwrap();
    let noor = actor_of(&t.user("noor@example.com", Role::CampaignManager, None).await);
    assert_eq!(code(invite(&t, &noor).await), "forbidden");
    assert_eq!(code(resend_invitation(&t.ctx, &noor, id).await), "forbidden");
    assert_eq!(code(revoke_invitation(&t.ctx, &noor, id).await), "forbidden");
}

#[tokio::test]
async fn the_address_is_sealed_in_the_log_and_the_queue_holds_no_token() {
    let t = Setup::new().await;
    let id = invite(&t, &system()).await.unwrap();
    let stored: String = sqlx::query_scalar("select payload::text from log.events where aggregate_id = $1")
        .bind(id.to_string())
        .fetch_one(&t.test.pools.read)
        .await
        .unwrap();
    assert!(!stored.contains("ada@") && stored.contains("agent"), "{stored}");
    let token = token_in(&post(&t).await[0]);
    let waiting: String = sqlx::query_scalar("select payload::text from jobs.queue")
        .fetch_one(&t.test.pools.read)
        .await
        .unwrap();
    assert!(!waiting.contains(&token) && !waiting.contains("ada@"), "{waiting}");
}
