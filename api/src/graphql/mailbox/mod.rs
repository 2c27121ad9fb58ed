//! Where mail to our own users goes, and the test mailbox while it goes nowhere else.

use async_graphql::{Context, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_commands::mail::letter::send_test_mail;
use pivotal_commands::mail::mailbox;
use pivotal_commands::ports::mailer;
use uuid::Uuid;

use crate::errors::ApiError;
use crate::graphql::payload::{UserError, run};
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

/// A mail that was kept instead of sent.
#[derive(Debug, SimpleObject)]
pub struct KeptMail {
    pub id: Uuid,
    pub sent_at: DateTime<Utc>,
    pub to_name: String,
    pub to_address: String,
    pub subject: String,
    pub text: String,
}

impl From<mailer::KeptMail> for KeptMail {
    fn from(mail: mailer::KeptMail) -> Self {
        let mailer::KeptMail { id, sent_at, to_name, to_address, subject, text } = mail;
        KeptMail { id, sent_at, to_name, to_address, subject, text }
    }
}

/// A header of a mail.
#[derive(Debug, SimpleObject)]
pub struct MailHeader {
    pub name: String,
    pub value: String,
}

/// A mail of the test mailbox as a mail program would get it.
#[derive(Debug, SimpleObject)]
pub struct OpenedMail {
    pub id: Uuid,
    pub sent_at: DateTime<Utc>,
    pub to_name: String,
    pub to_address: String,
    pub subject: String,
    pub text: String,
    /// With its links and its pixel: loading the pixel counts as an open. Null of mails that were kept before it was.
    pub html: Option<String>,
    /// In the order of the mail.
    pub headers: Vec<MailHeader>,
}

impl From<mailer::OpenedMail> for OpenedMail {
    fn from(opened: mailer::OpenedMail) -> Self {
        let mailer::OpenedMail { mail, html, headers } = opened;
        let KeptMail { id, sent_at, to_name, to_address, subject, text } = mail.into();
        let headers = headers.into_iter().map(|(name, value)| MailHeader { name, value }).collect();
        OpenedMail { id, sent_at, to_name, to_address, subject, text, html, headers }
    }
}

#[derive(Debug, SimpleObject)]
pub struct Mailbox {
    /// Where mail goes: the name of a mail server, or the test mailbox.
    pub via: String,
    /// Whether mail is kept here instead of sent.
    pub kept: bool,
    /// The newest 200 of those kept, the newest first; each is kept 14 days.
    pub mails: Vec<KeptMail>,
}

#[derive(Debug, SimpleObject)]
pub struct MailTestPayload {
    /// The address it goes to.
    pub sent_to: Option<String>,
    pub user_errors: Vec<UserError>,
}

#[derive(Default)]
pub struct MailboxQuery;

#[Object]
impl MailboxQuery {
    /// Where mail to our own users goes, and what the test mailbox holds.
    #[graphql(directive = allow::apply("SETTINGS_MANAGE".into()))]
    async fn mailbox(&self, ctx: &Context<'_>) -> Result<Mailbox> {
        let core = core(ctx);
        let mails = mailbox::kept_mails(core.test_mailbox.as_ref(), actor(ctx)?).await;
        let mails = mails.map_err(ApiError::from)?;
        Ok(Mailbox {
            via: core.mailer.via(),
            kept: core.mailbox.is_some(),
            mails: mails.into_iter().map(KeptMail::from).collect(),
        })
    }

    /// One mail of the test mailbox.
    #[graphql(directive = allow::apply("SETTINGS_MANAGE".into()))]
    async fn kept_mail(&self, ctx: &Context<'_>, id: Uuid) -> Result<Option<OpenedMail>> {
        let kept = core(ctx).test_mailbox.as_ref();
        let mail = mailbox::kept_mail(kept, actor(ctx)?, id).await.map_err(ApiError::from)?;
        Ok(mail.map(OpenedMail::from))
    }
}

#[derive(Default)]
pub struct MailboxMutation;

#[Object]
impl MailboxMutation {
    /// Sends you a mail, to see whether mail arrives.
    #[graphql(directive = allow::apply("SETTINGS_MANAGE".into()))]
    async fn mail_test(&self, ctx: &Context<'_>) -> Result<MailTestPayload> {
        let queue = core(ctx).queue.clone();
        let sent = run(ctx, move |_, actor| async move { send_test_mail(&queue, &actor).await }).await?;
        Ok(match sent {
            Ok(address) => MailTestPayload { sent_to: Some(address), user_errors: Vec::new() },
            Err(user_errors) => MailTestPayload { sent_to: None, user_errors },
        })
    }
}
