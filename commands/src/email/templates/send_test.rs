//! A mail to oneself, to see it where it will be read. The job holds ids only: the mail is made when it is sent, of what the asker
//! may see.

use std::sync::Arc;

use pivotal_domain::email::templates::error::TemplateError;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::users::User;
use pivotal_log::append::NewJob;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::preview::{Looked, content_of};
use super::values::shown_to;
use super::{vocabulary, whole};
use crate::audience::record::asker::Asker;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::jobs::handler::{JobEnd, JobError, JobHandler};
use crate::jobs::kinds;
use crate::jobs::queue::JobQueue;
use crate::jobs::running::RunningJob;
use crate::ports::mailer::{Mail, MailError, Mailer};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SendTest {
    pub id: Uuid,
    /// The draft unless said.
    pub version: Option<u32>,
    /// Whose values it shows; fallbacks unless said.
    pub contact: Option<Uuid>,
}

/// The payload of a job.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Wanted {
    template: Uuid,
    version: Option<u32>,
    contact: Option<Uuid>,
    asker: Asker,
}

/// Sends the actor the mail. Answers with the address. What could not be sent is refused at once.
pub async fn send_test(
    ctx: &Context,
    queue: &JobQueue,
    actor: &Actor,
    input: SendTest,
) -> Result<String, CommandError> {
    authorise_all(actor, Permission::TemplatesEdit)?;
    let SendTest { id, version, contact } = input;
    let content = content_of(ctx, looked(id, version)).await?;
    whole(ctx, content, &vocabulary(ctx).await?).await?.map_err(TemplateError::Content)?;
    shown_to(ctx, actor, contact).await?;
    let wanted = Wanted { template: id, version, contact, asker: Asker::of(actor) };
    let mut job =
        NewJob::new(Uuid::now_v7(), kinds::EMAIL_TEST_SEND.name, "Send a test of a template", &wanted)?;
    // Somebody waits for it.
    job.priority = 10;
    job.created_by = (!actor.is_system()).then_some(actor.user_id);
    queue.enqueue(&job).await?;
    Ok(actor.email.clone())
}

fn looked(id: Uuid, version: Option<u32>) -> Looked {
    match version {
        Some(version) => Looked::Version(id, version),
        None => Looked::Draft(id),
    }
}

/// The handler of [`kinds::EMAIL_TEST_SEND`].
#[derive(Clone)]
pub struct SendsTemplateTests {
    pub ctx: Context,
    pub mailer: Arc<dyn Mailer>,
}

impl JobHandler for SendsTemplateTests {
    const KIND: &'static str = kinds::EMAIL_TEST_SEND.name;

    /// A mail server that is slow to answer must not keep other work waiting.
    fn at_once(&self) -> usize {
        1
    }

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let wanted: Wanted = job.payload()?;
        let mail = match self.mail(job.id, wanted).await {
            Ok(Some(mail)) => mail,
            // Nobody to write to, or nobody to show: the contact was erased.
            Ok(None) | Err(CommandError::NotFound(_)) => return Ok(JobEnd::Done),
            // It could be made when it was asked for, and cannot any more.
            Err(error @ (CommandError::Rejected(_) | CommandError::Forbidden(_))) => {
                return Err(JobError::permanent(error));
            }
            Err(error) => return Err(error.into()),
        };
        match self.mailer.send(&mail).await {
            Ok(()) => Ok(JobEnd::Done),
            Err(error @ MailError::Later(_)) => Err(error.into()),
            Err(error @ MailError::Refused(_)) => Err(JobError::permanent(error)),
        }
    }
}

impl SendsTemplateTests {
    /// `None`: the asker cannot be written to any more.
    async fn mail(&self, id: Uuid, wanted: Wanted) -> Result<Option<Mail>, CommandError> {
        let ctx = &self.ctx;
        let user = ctx.log.load::<User>(wanted.asker.user).await?.state;
        if user.disabled || user.email.is_empty() {
            return Ok(None);
        }
        let actor = wanted.asker.actor(&user);
        let content = content_of(ctx, looked(wanted.template, wanted.version)).await?;
        let compiled = whole(ctx, content, &vocabulary(ctx).await?).await?;
        let compiled = compiled.map_err(TemplateError::Content)?;
        let mail = compiled.render(&shown_to(ctx, &actor, wanted.contact).await?);
        Ok(Some(Mail {
            id,
            to_name: user.name,
            to_address: user.email,
            subject: format!("[Test] {}", mail.subject),
            text: mail.text,
            html: mail.html,
            unsubscribe: None,
        }))
    }
}
