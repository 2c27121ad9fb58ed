//! The test mailbox: mail is kept in Postgres, so that whoever sets Pivotal up can follow the links in it, in any process. It holds
//! addresses and links in the clear; how long it is kept is a rule of retention.

use std::sync::Arc;

use async_trait::async_trait;
use pivotal_commands::ports::mailer::{KeptMail, Mail, MailError, Mailbox, Mailer};
use pivotal_log::clock::SharedClock;
use pivotal_log::pools::Pools;
use uuid::Uuid;

#[derive(Clone)]
pub struct TestMailbox {
    pools: Pools,
    clock: SharedClock,
}

impl std::fmt::Debug for TestMailbox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TestMailbox(..)")
    }
}

impl TestMailbox {
    pub fn new(pools: Pools, clock: SharedClock) -> Arc<Self> {
        Arc::new(TestMailbox { pools, clock })
    }

    async fn keep(&self, mail: &Mail) -> Result<(), sqlx::Error> {
        let now = self.clock.now();
        sqlx::query!(
            "insert into mail.mailbox (id, sent_at, to_name, to_address, subject, body) values ($1, $2, $3, $4, $5, $6)
             on conflict (id) do nothing",
            mail.id,
            now,
            mail.to_name,
            mail.to_address,
            mail.subject,
            mail.text
        )
        .execute(&self.pools.write)
        .await?;
        Ok(())
    }
}

#[async_trait]
impl Mailer for TestMailbox {
    fn via(&self) -> String {
        "the test mailbox".into()
    }

    async fn send(&self, mail: &Mail) -> Result<(), MailError> {
        self.keep(mail).await.map_err(|error| MailError::Later(error.to_string()))
    }
}

#[async_trait]
impl Mailbox for TestMailbox {
    async fn newest(&self, most: i64) -> Result<Vec<KeptMail>, sqlx::Error> {
        sqlx::query_as!(
            KeptMail,
            "select id, sent_at, to_name, to_address, subject, body as text from mail.mailbox order by sent_at desc, id desc limit $1",
            most
        )
        .fetch_all(&self.pools.read)
        .await
    }

    async fn find(&self, id: Uuid) -> Result<Option<KeptMail>, sqlx::Error> {
        sqlx::query_as!(
            KeptMail,
            "select id, sent_at, to_name, to_address, subject, body as text from mail.mailbox where id = $1",
            id
        )
        .fetch_optional(&self.pools.read)
        .await
    }
}
