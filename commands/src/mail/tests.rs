use std::sync::Arc;

use async_trait::async_trait;
use pivotal_domain::identity::role::Role;
use uuid::Uuid;

use super::letter::{Letter, send_test_mail};
use super::links::MailLinks;
use super::send::SendMail;
use crate::identity::testing::{Setup, actor_of, code, system};
use crate::identity::users::disable::disable_user;
use crate::jobs::handler::JobError;
use crate::jobs::queue::JobQueue;
use crate::ports::mailer::{Mail, MailError, Mailer, MemoryMailer};
use crate::ports::notification_mail::WrittenMail;

fn sending(t: &Setup, mailer: Arc<dyn Mailer>) -> SendMail {
    sending_of(t, mailer, Arc::new(WrittenMail::default()))
}

fn sending_of(t: &Setup, mailer: Arc<dyn Mailer>, news: Arc<WrittenMail>) -> SendMail {
    let links = MailLinks::new(&t.test.master, "https://crm.example.com");
    SendMail { ctx: t.ctx.clone(), mailer, links, news }
}

fn queue(t: &Setup) -> JobQueue {
    JobQueue::new(t.test.pools.write.clone(), t.ctx.clock.clone())
}

/// Says the same to every mail.
struct Says(MailError);

#[async_trait]
impl Mailer for Says {
    fn via(&self) -> String {
        "a test".into()
    }

    async fn send(&self, _mail: &Mail) -> Result<(), MailError> {
        Err(self.0.clone())
    }
}

#[tokio::test]
async fn a_letter_waits_as_a_job_that_holds_no_address() {
    let t = Setup::new().await;
    let ada = actor_of(&t.user("ada@example.com", Role::Admin, None).await);
    assert_eq!(send_test_mail(&queue(&t), &ada).await.unwrap(), "ada@example.com");
    let (kind, payload): (String, String) = sqlx::query_as("select kind, payload::text from jobs.queue")
        .fetch_one(&t.test.pools.read)
        .await
        .unwrap();
    assert_eq!(kind, "mail_send");
    assert!(payload.contains(&ada.user_id.to_string()) && !payload.contains("ada@"), "{payload}");
    let letter: Letter = serde_json::from_str(&payload).unwrap();
    assert_eq!(letter, Letter::Test { user: ada.user_id });
}

#[tokio::test]
async fn only_an_administrator_tries_mail_out() {
    let t = Setup::new().await;
    let sanne = actor_of(&t.user("sanne@example.com", Role::Agent, None).await);
    assert_eq!(code(send_test_mail(&queue(&t), &sanne).await), "forbidden");
}

#[tokio::test]
async fn a_mail_that_is_sent_again_is_the_same_mail() {
    let t = Setup::new().await;
    let ada = t.user("ada@example.com", Role::Admin, None).await;
    let mailer = Arc::new(MemoryMailer::default());
    let (sending, id) = (sending(&t, mailer.clone()), Uuid::now_v7());
    for _ in 0..2 {
        sending.deliver(id, &Letter::Test { user: ada.id }).await.unwrap();
    }
    let mails = mailer.mails();
    let [mail] = mails.as_slice() else { panic!("{mails:?}") };
    assert_eq!((mail.id, mail.to_address.as_str()), (id, "ada@example.com"));
    assert!(mail.text.contains("https://crm.example.com/"), "{}", mail.text);
}

#[tokio::test]
async fn who_is_gone_meanwhile_gets_no_mail() {
    let t = Setup::new().await;
    t.user("maren@example.com", Role::Admin, None).await;
    let ada = t.user("ada@example.com", Role::Agent, None).await;
    disable_user(&t.ctx, &system(), ada.id, None).await.unwrap();
    let mailer = Arc::new(MemoryMailer::default());
    let sending = sending(&t, mailer.clone());
    sending.deliver(Uuid::now_v7(), &Letter::Test { user: ada.id }).await.unwrap();
    sending.deliver(Uuid::now_v7(), &Letter::Test { user: Uuid::now_v7() }).await.unwrap();
    assert_eq!(mailer.mails(), []);
}

#[tokio::test]
async fn what_may_pass_is_tried_again_and_a_refusal_is_not() {
    let t = Setup::new().await;
    let ada = t.user("ada@example.com", Role::Agent, None).await;
    let letter = Letter::Test { user: ada.id };
    let later = sending(&t, Arc::new(Says(MailError::Later("421".into()))));
    assert!(matches!(later.deliver(Uuid::now_v7(), &letter).await, Err(JobError::Retry(_))));
    let refused = sending(&t, Arc::new(Says(MailError::Refused("550".into()))));
    assert!(matches!(refused.deliver(Uuid::now_v7(), &letter).await, Err(JobError::Permanent(_))));
}
