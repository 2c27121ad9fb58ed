//! The test mailbox: mail is kept in Postgres, so that whoever sets Pivotal up can follow the links in it, in any process. It holds
//! addresses and links in the clear; how long it is kept is a rule of retention.

use std::sync::Arc;

use async_trait::async_trait;
use pivotal_commands::ports::mailer::{KeptMail, Mail, MailError, Mailbox, Mailer, OpenedMail};
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

    /// `headers`: names and values, as they would stand in the mail.
    pub async fn keep(&self, mail: &Mail, headers: &[(&str, String)]) -> Result<(), sqlx::Error> {
        let now = self.clock.now();
        sqlx::query!(
            "insert into mail.mailbox (id, sent_at, to_name, to_address, subject, body, html, headers) values ($1, $2, $3, $4, $5, $6, $7, $8)
             on conflict (id) do nothing",
            mail.id,
            now,
            mail.to_name,
            mail.to_address,
            mail.subject,
            mail.text,
            mail.html,
            serde_json::json!(headers)
        )
        .execute(&self.pools.write)
        .await?;
        Ok(())
    }
}

/// Those that a mail server is given with a letter to one of our users.
fn headers(mail: &Mail) -> Vec<(&'static str, String)> {
    let mut all = vec![
        ("To", party(&mail.to_name, &mail.to_address)),
        ("Subject", mail.subject.clone()),
        ("Auto-Submitted", "auto-generated".to_owned()),
    ];
    if let Some(url) = &mail.unsubscribe {
        all.push(("List-Unsubscribe", format!("<{url}>")));
        all.push(("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()));
    }
    all
}

/// A name and an address for somebody who reads them; the name may be empty.
pub fn party(name: &str, address: &str) -> String {
    match name {
        "" => address.to_owned(),
        name => format!("{name} <{address}>"),
    }
}

#[async_trait]
impl Mailer for TestMailbox {
    fn via(&self) -> String {
        "the test mailbox".into()
    }

    async fn send(&self, mail: &Mail) -> Result<(), MailError> {
        self.keep(mail, &headers(mail)).await.map_err(|error| MailError::Later(error.to_string()))
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

    async fn find(&self, id: Uuid) -> Result<Option<OpenedMail>, sqlx::Error> {
        let found = sqlx::query!(
            "select id, sent_at, to_name, to_address, subject, body as text, html, headers from mail.mailbox where id = $1",
            id
        )
        .fetch_optional(&self.pools.read)
        .await?;
        let Some(row) = found else { return Ok(None) };
        let headers =
            serde_json::from_value(row.headers).map_err(|error| sqlx::Error::Decode(Box::new(error)))?;
        let mail = KeptMail {
            id: row.id,
            sent_at: row.sent_at,
            to_name: row.to_name,
            to_address: row.to_address,
            subject: row.subject,
            text: row.text,
        };
        Ok(Some(OpenedMail { mail, html: row.html, headers }))
    }
}
