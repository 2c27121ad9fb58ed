//! A new note. It belongs to who writes it.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::work::about::About;
use pivotal_domain::work::notes::Note;
use pivotal_domain::work::notes::command::NoteCommand;
use uuid::Uuid;

use crate::authorise::authorise;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, Repeatable, execute_new, no_jobs};
use crate::work::about::authorise_about;
use crate::work::by;

#[derive(Debug, Clone)]
pub struct AddNote {
    /// For who must find it again, such as the sample data; a new one otherwise.
    pub id: Option<Uuid>,
    pub about: About,
    pub body: String,
    pub pinned: bool,
    pub idempotency_key: Option<String>,
}

pub async fn add_note(ctx: &Context, actor: &Actor, input: AddNote) -> Result<Executed<Note>, CommandError> {
    authorise(actor, Permission::NotesEdit).map(|_scope| ())?;
    let AddNote { id, about, body, pinned, idempotency_key } = input;
    authorise_about(ctx, actor, about).await?;
    let repeatable = Repeatable::new(
        &actor.user_id.to_string(),
        idempotency_key.as_deref(),
        &("add_note", about, &body, pinned),
    );
    let command = NoteCommand::Add { about, body, pinned, by: by(actor), at: ctx.now() };
    execute_new::<Note, _, _>(
        ctx,
        id.unwrap_or_else(Uuid::now_v7),
        &actor.metadata(),
        repeatable,
        |none| Ok(none.decide(command)?),
        no_jobs,
    )
    .await
}
