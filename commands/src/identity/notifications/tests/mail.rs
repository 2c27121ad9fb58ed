use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use pivotal_domain::identity::notifications::digest::{DigestSchedule, Every, MailPreferences, Mails};
use pivotal_domain::identity::notifications::words::{Tone, Words};
use pivotal_domain::identity::role::Role;
use uuid::Uuid;

use crate::identity::notifications::mail::{leave, read_token, set_notification_mail};
use crate::identity::notifications::send_due::SendDueMails;
use crate::identity::testing::{Setup, actor_of, system};
use crate::identity::users::disable::disable_user;
use crate::mail::letter::Letter;
use crate::mail::links::{MailLinks, Purpose};
use crate::mail::send::SendMail;
use crate::ports::mailer::MemoryMailer;
use crate::ports::notification_mail::{Digest, DueTask, Subscriber, WrittenMail};

/// An hour that has just begun where the clock of tests stands.
fn daily(now: DateTime<Utc>) -> DigestSchedule {
    let hour = now.format("%H").to_string().parse().unwrap();
    DigestSchedule { every: Every::Daily, hour, time_zone: "UTC".into() }
}

fn told(title: &str) -> Words {
    Words { title: title.into(), text: None, link: "/tasks".into(), tone: Tone::Neutral }
}

async fn letters(t: &Setup) -> Vec<(Uuid, Letter)> {
    let rows: Vec<(Uuid, serde_json::Value)> =
        sqlx::query_as("select id, payload from jobs.queue where kind = 'mail_send' order by created_at")
            .fetch_all(&t.test.pools.write)
            .await
            .unwrap();
    rows.into_iter().map(|(id, payload)| (id, serde_json::from_value(payload).unwrap())).collect()
}

#[tokio::test]
async fn a_digest_is_handed_over_once_a_day_whoever_looks_and_says_what_waits() {
    let t = Setup::new().await;
    let ada = actor_of(&t.user("ada@example.com", Role::Admin, None).await);
    let now = t.ctx.now();
    let mail = MailPreferences { digest: daily(now), ..MailPreferences::default() };
    set_notification_mail(&t.ctx, &ada, mail).await.unwrap();
    let news = Arc::new(WrittenMail::default());
    let due = SendDueMails { ctx: t.ctx.clone(), news: news.clone() };
    let subscriber = Subscriber { user: ada.user_id, schedule: daily(now), set_at: now - TimeDelta::days(3) };
    let (one, other) = tokio::join!(due.digest(&subscriber), due.digest(&subscriber));
    assert!(one.unwrap() ^ other.unwrap());
    assert!(!due.digest(&subscriber).await.unwrap());
    // Who turned it on after the hour waits for the next.
    let late = Subscriber { user: Uuid::now_v7(), set_at: now, ..subscriber };
    assert!(!due.digest(&late).await.unwrap());

    let [(id, letter)]: [(Uuid, Letter); 1] = letters(&t).await.try_into().unwrap();
    let mailer = Arc::new(MemoryMailer::default());
    let links = MailLinks::new(&t.test.master, "https://crm.example.com");
    let sending =
        SendMail { ctx: t.ctx.clone(), mailer: mailer.clone(), links: links.clone(), news: news.clone() };
    sending.deliver(id, &letter).await.unwrap();
    assert_eq!(mailer.mails(), [], "nothing waits");
    let task = DueTask { id: Uuid::now_v7(), title: None, on: None, at: None, overdue: true };
    let found = Digest {
        news: vec![told("A <task> was given to you")],
        news_count: 3,
        tasks: vec![task],
        tasks_count: 1,
    };
    news.digests.lock().unwrap().insert(ada.user_id, found);
    for _ in 0..2 {
        sending.deliver(id, &letter).await.unwrap();
    }
    let mails = mailer.mails();
    let [mail] = mails.as_slice() else { panic!("{mails:?}") };
    assert_eq!(mail.subject, "Your Pivotal digest: 3 notifications, 1 task due");
    assert!(
        mail.text.contains("A task whose text was erased") && mail.text.contains("and 2 more"),
        "{}",
        mail.text
    );
    assert!(mail.html.contains("A &lt;task&gt; was given to you"), "{}", mail.html);
    assert_eq!(mail.unsubscribe, Some(links.leave(Purpose::Digest, ada.user_id)));

    // The link in it ends it, twice, and what was handed over is not sent any more.
    let token = links.token(Purpose::Digest, ada.user_id, 0, "");
    assert_eq!(read_token(&links, &token), Some((ada.user_id, Mails::Digest)));
    for _ in 0..2 {
        assert_eq!(leave(&t.ctx, &links, &token).await.unwrap(), Some(Mails::Digest));
    }
    assert_eq!(leave(&t.ctx, &links, "nonsense").await.unwrap(), None);
    sending.deliver(Uuid::now_v7(), &letter).await.unwrap();
    assert_eq!(mailer.mails().len(), 1);
}

#[tokio::test]
async fn what_is_told_at_once_is_mailed_once_and_to_nobody_who_is_gone() {
    let t = Setup::new().await;
    t.user("maren@example.com", Role::Admin, None).await;
    let ada = actor_of(&t.user("ada@example.com", Role::Agent, None).await);
    let mail = MailPreferences { at_once: vec!["tasks_assigned".into()], ..MailPreferences::default() };
    set_notification_mail(&t.ctx, &ada, mail).await.unwrap();
    let news = Arc::new(WrittenMail::default());
    news.ones.lock().unwrap().insert((ada.user_id, 7), told("The task \"Call\" was assigned to you"));
    let due = SendDueMails { ctx: t.ctx.clone(), news: news.clone() };
    assert!(due.tell(ada.user_id, 7).await.unwrap());
    assert!(!due.tell(ada.user_id, 7).await.unwrap());
    let [(id, letter)]: [(Uuid, Letter); 1] = letters(&t).await.try_into().unwrap();
    let mailer = Arc::new(MemoryMailer::default());
    let links = MailLinks::new(&t.test.master, "https://crm.example.com");
    let sending = SendMail { ctx: t.ctx.clone(), mailer: mailer.clone(), links, news };
    sending.deliver(id, &letter).await.unwrap();
    assert_eq!(mailer.mails()[0].subject, "The task \"Call\" was assigned to you");
    disable_user(&t.ctx, &system(), ada.user_id, None).await.unwrap();
    sending.deliver(Uuid::now_v7(), &letter).await.unwrap();
    assert_eq!(mailer.mails().len(), 1);
}

#[tokio::test]
async fn tasks_that_are_due_stand_in_the_digest_once_and_only_for_who_wants_them_there() {
    let t = Setup::new().await;
    let ada = actor_of(&t.user("ada@example.com", Role::Admin, None).await);
    let now = t.ctx.now();
    let news = Arc::new(WrittenMail::default());
    let task = DueTask { id: Uuid::now_v7(), title: None, on: None, at: None, overdue: false };
    let found = Digest { tasks: vec![task], tasks_count: 1, ..Digest::default() };
    news.digests.lock().unwrap().insert(ada.user_id, found);
    let mailer = Arc::new(MemoryMailer::default());
    let links = MailLinks::new(&t.test.master, "https://crm.example.com");
    let sending = SendMail { ctx: t.ctx.clone(), mailer: mailer.clone(), links, news: news.clone() };
    let (user, since) = (ada.user_id, now - TimeDelta::days(1));
    let letter = Letter::Digest { user, since, until: now, tried: false };
    let wants = |digest_off: Vec<String>| MailPreferences {
        digest: daily(now),
        digest_off,
        ..MailPreferences::default()
    };
    set_notification_mail(&t.ctx, &ada, wants(vec!["tasks_due".into()])).await.unwrap();
    sending.deliver(Uuid::now_v7(), &letter).await.unwrap();
    assert_eq!(mailer.mails(), []);
    set_notification_mail(&t.ctx, &ada, wants(vec![])).await.unwrap();
    sending.deliver(Uuid::now_v7(), &letter).await.unwrap();
    assert_eq!(mailer.mails()[0].subject, "Your Pivotal digest: 1 task due");
    let asked = news.asked.lock().unwrap().clone();
    assert!(asked.iter().all(|asked| asked.left_out == ["tasks_due"]), "as tasks, not as news: {asked:?}");
}
