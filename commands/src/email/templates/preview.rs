//! How a mail will look, before anybody gets it.

use pivotal_domain::email::templates::content::Content;
use pivotal_domain::email::templates::error::TemplateError;
use pivotal_domain::email::templates::hints;
use pivotal_domain::email::templates::problems::Problem;
use pivotal_domain::email::templates::{EmailTemplate, Made};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::render::{Compiled, RenderedMail};
use super::values::shown_to;
use super::{vocabulary, whole};
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;

/// What is looked at.
#[derive(Debug, Clone)]
pub enum Looked {
    /// The draft as it was saved last.
    Draft(Uuid),
    Version(Uuid, u32),
    /// What somebody is writing.
    Content(Box<Content>),
}

#[derive(Debug, Clone)]
pub struct Previewed {
    /// `None`: it cannot be rendered, for the problems say.
    pub mail: Option<RenderedMail>,
    /// Errors first.
    pub problems: Vec<Problem>,
}

pub async fn preview_template(
    ctx: &Context,
    actor: &Actor,
    looked: Looked,
    contact: Option<Uuid>,
) -> Result<Previewed, CommandError> {
    authorise_all(actor, Permission::TemplatesView)?;
    let content = content_of(ctx, looked).await?;
    let values = shown_to(ctx, actor, contact).await?;
    match whole(ctx, content, &vocabulary(ctx).await?).await? {
        Ok(compiled) => {
            let mail = compiled.render(&values);
            let problems = problems(&compiled, &mail);
            Ok(Previewed { mail: Some(mail), problems })
        }
        Err(problems) => Ok(Previewed { mail: None, problems }),
    }
}

pub(super) async fn content_of(ctx: &Context, looked: Looked) -> Result<Content, CommandError> {
    match looked {
        Looked::Content(content) => Ok(*content),
        Looked::Draft(id) => Ok(made(ctx, id).await?.draft),
        Looked::Version(id, number) => {
            let made = made(ctx, id).await?;
            let version = made.version(number).ok_or(TemplateError::NoSuchVersion(number))?;
            Ok(version.content.clone())
        }
    }
}

async fn made(ctx: &Context, id: Uuid) -> Result<Made, CommandError> {
    let template = ctx.log.load::<EmailTemplate>(id).await?.state;
    Ok(template.made.ok_or(TemplateError::NotFound)?)
}

fn problems(compiled: &Compiled, mail: &RenderedMail) -> Vec<Problem> {
    let mut problems = hints::of(&compiled.checked, &mail.html, &mail.text);
    problems.sort_by_key(|problem| problem.severity);
    problems
}
