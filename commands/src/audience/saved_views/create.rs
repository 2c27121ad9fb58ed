//! A new view. It belongs to who saves it.

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::saved_views::content::ViewContent;
use pivotal_domain::audience::saved_views::sharing::Sharing;
use pivotal_domain::audience::saved_views::{SavedView, SavedViewCommand, View};
use pivotal_domain::identity::actor::Actor;
use uuid::Uuid;

use super::{may_see, name_taken};
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, Repeatable, execute, no_jobs};

#[derive(Debug, Clone)]
pub struct CreateSavedView {
    pub entity: Entity,
    pub name: String,
    pub sharing: Sharing,
    pub content: ViewContent,
    pub idempotency_key: Option<String>,
}

pub async fn create_saved_view(
    ctx: &Context,
    actor: &Actor,
    input: CreateSavedView,
) -> Result<Executed<SavedView>, CommandError> {
    may_see(actor, input.entity)?;
    input.sharing.check(actor)?;
    let CreateSavedView { entity, name, sharing, content, idempotency_key } = input;
    let view = View { owner: actor.user_id, entity, name: name.clone(), sharing, content };
    let repeatable = Repeatable::new(
        &actor.user_id.to_string(),
        idempotency_key.as_deref(),
        &("create_saved_view", &view),
    );
    let command = SavedViewCommand::Create { view, at: ctx.now() };
    execute::<SavedView, _, _>(
        ctx,
        Uuid::now_v7(),
        &actor.metadata(),
        repeatable,
        |loaded| Ok(loaded.state.decide(command.clone())?),
        no_jobs,
    )
    .await
    .map_err(|error| name_taken(error, &name))
}
