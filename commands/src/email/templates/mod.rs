//! Use cases on email templates. What makes HTML of them is here too: a library that touches nothing outside.

pub mod archive;
pub mod create;
pub mod forget;
pub mod mjml;
pub mod preview;
pub mod render;
pub mod review;
pub mod save;
pub mod send_test;
#[cfg(test)]
mod tests;
pub mod update;
pub mod values;

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::email::snippets::include;
use pivotal_domain::email::templates::content::{Checked, Content};
use pivotal_domain::email::templates::error::TemplateError;
use pivotal_domain::email::templates::problems::Problem;
use pivotal_domain::email::templates::tags::fields::Vocabulary;
use pivotal_domain::email::templates::{EmailTemplate, TemplateCommand, keys};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use self::render::{Compiled, compiled};
use super::snippets::shelf;
use crate::audience::custom_fields::definitions;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::{Executed, Guarded, execute, no_jobs};

impl Guarded for EmailTemplate {
    fn claims(&self) -> Vec<(&'static str, String)> {
        keys::claims(self)
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        keys::match_keys(self)
    }
}

impl From<TemplateError> for CommandError {
    fn from(error: TemplateError) -> Self {
        match (&error, error.field()) {
            (TemplateError::NotFound, _) => CommandError::NotFound(error.to_string()),
            (TemplateError::Content(problems), _) => {
                CommandError::Rejected(problems.iter().map(rejection).collect())
            }
            (_, Some(field)) => {
                CommandError::rejected(Rejection::of_field(field, error.code(), error.to_string()))
            }
            (_, None) => CommandError::rejected(Rejection::new(error.code(), error.to_string())),
        }
    }
}

fn rejection(problem: &Problem) -> Rejection {
    Rejection::of_field(problem.part.field(), problem.code, problem.sentence())
}

/// The merge tags there are, as the log has the custom fields now.
pub async fn vocabulary(ctx: &Context) -> Result<Vocabulary, CommandError> {
    let (contacts, accounts) =
        tokio::try_join!(definitions(ctx, Entity::Contact), definitions(ctx, Entity::Account))?;
    Ok(Vocabulary { contacts, accounts })
}

/// Content that may be saved: checked, and made into HTML once to see that it can be.
async fn to_save(ctx: &Context, content: Content) -> Result<Box<Checked>, CommandError> {
    let known = vocabulary(ctx).await?;
    whole(ctx, content.clone(), &known).await?.map_err(TemplateError::Content)?;
    Ok(Box::new(content.check(&known).map_err(TemplateError::Content)?))
}

/// The content with its snippets as they are now, ready to be rendered; or everything that is wrong.
async fn whole(
    ctx: &Context,
    content: Content,
    known: &Vocabulary,
) -> Result<Result<Compiled, Vec<Problem>>, CommandError> {
    if include::names(&content).is_empty() {
        return Ok(compiled(content, known));
    }
    // What is wrong with the content itself comes first.
    if let Err(problems) = content.clone().check(known) {
        return Ok(Err(problems));
    }
    let shelf = shelf(ctx, &content).await?;
    Ok(include::expanded(content, &shelf).and_then(|(content, _)| compiled(content, known)))
}

/// A command that needs nothing looked up.
async fn run(
    ctx: &Context,
    actor: &Actor,
    permission: Permission,
    id: Uuid,
    command: TemplateCommand,
) -> Result<Executed<EmailTemplate>, CommandError> {
    authorise_all(actor, permission)?;
    execute::<EmailTemplate, _, _>(
        ctx,
        id,
        &actor.metadata(),
        None,
        |loaded| Ok(loaded.state.decide(command.clone())?),
        no_jobs,
    )
    .await
}

/// The log knows only that a value is taken; this use case knows which name that was.
fn name_taken(error: CommandError, name: &str) -> CommandError {
    match error {
        CommandError::Rejected(rejections)
            if rejections.iter().any(|rejection| rejection.code == "VALUE_TAKEN") =>
        {
            TemplateError::NameTaken(name.trim().to_owned()).into()
        }
        other => other,
    }
}
