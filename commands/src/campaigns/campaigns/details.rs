//! Another name, other tags, another owner, another team, another client.

use pivotal_domain::campaigns::campaigns::details::DetailChanges;
use pivotal_domain::campaigns::campaigns::{Campaign, CampaignCommand};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::users::User;
use uuid::Uuid;

use super::run;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::Executed;
use crate::identity::users::{must_be_open_client, must_be_open_teams};

pub async fn update_campaign(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    changes: DetailChanges,
) -> Result<Executed<Campaign>, CommandError> {
    authorise_all(actor, Permission::CampaignsEdit)?;
    if let Some(client) = changes.client {
        must_be_open_client(ctx, client).await?;
    }
    if let Some(Some(team)) = changes.team {
        must_be_open_teams(ctx, &[team]).await?;
    }
    if let Some(owner) = changes.owner {
        must_be_colleague(ctx, owner).await?;
    }
    run(ctx, actor, Permission::CampaignsEdit, id, |at| CampaignCommand::Change {
        changes: changes.clone(),
        at,
    })
    .await
}

async fn must_be_colleague(ctx: &Context, id: Uuid) -> Result<(), CommandError> {
    let user = ctx.log.load::<User>(id).await?.state;
    if user.role.is_some_and(|role| !role.is_client()) && !user.disabled {
        return Ok(());
    }
    Err(CommandError::rejected(Rejection::of_field(
        "ownerId",
        "OWNER_UNKNOWN",
        "There is no colleague with this id who could own it. Choose another.",
    )))
}
