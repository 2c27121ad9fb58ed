//! The job that sends a letter.

use std::sync::Arc;

use uuid::Uuid;

use super::digest::Desk;
use super::letter::{Addressed, Letter};
use super::links::MailLinks;
use crate::context::Context;
use crate::jobs::handler::{JobEnd, JobError, JobHandler};
use crate::jobs::kinds;
use crate::jobs::running::RunningJob;
use crate::ports::mailer::{Mail, MailError, Mailer};
use crate::ports::notification_mail::NotificationMail;

/// The handler of [`kinds::MAIL_SEND`].
#[derive(Clone)]
pub struct SendMail {
    pub ctx: Context,
    pub mailer: Arc<dyn Mailer>,
    pub links: MailLinks,
    pub news: Arc<dyn NotificationMail>,
}

impl JobHandler for SendMail {
    const KIND: &'static str = kinds::MAIL_SEND.name;

    /// A mail server that is slow to answer must not keep imports waiting.
    fn at_once(&self) -> usize {
        2
    }

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let letter: Letter = job.payload()?;
        self.deliver(job.id, &letter).await?;
        Ok(JobEnd::Done)
    }
}

impl SendMail {
    /// `id`: of the job, so that a mail that goes out twice can be told to be one.
    pub async fn deliver(&self, id: Uuid, letter: &Letter) -> Result<(), JobError> {
        let desk = Desk { ctx: &self.ctx, links: &self.links, news: self.news.as_ref() };
        let Some(Addressed { name, address, words, unsubscribe }) = letter.compose(desk).await? else {
            return Ok(());
        };
        let mail = Mail {
            id,
            to_name: name,
            to_address: address,
            text: words.text(),
            html: words.html(),
            subject: words.subject,
            unsubscribe,
        };
        match self.mailer.send(&mail).await {
            Ok(()) => {
                metrics::counter!("pivotal_mails_sent_total").increment(1);
                Ok(())
            }
            Err(error @ MailError::Later(_)) => Err(error.into()),
            Err(error @ MailError::Refused(_)) => Err(JobError::permanent(error)),
        }
    }
}
