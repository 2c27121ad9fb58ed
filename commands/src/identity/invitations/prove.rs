//! Joining without a password: who was invited, and of whom an identity provider says that the address is theirs. What the link of
//! the mail proves is proven then; the provider's word lets them in from then on.

use pivotal_domain::identity::invitations::Invitation;
use uuid::Uuid;

use super::accept::let_in;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::ATTEMPTS;
use crate::identity::sessions::Origin;
use crate::identity::users::{must_be_open_client, must_be_teams};

/// The id of who joined. Called as the provider calls them, or as their address begins.
pub async fn accept_proven(
    ctx: &Context,
    invitation: Uuid,
    name: Option<String>,
    origin: &Origin,
) -> Result<Uuid, CommandError> {
    let user_id = Uuid::now_v7();
    for _ in 0..ATTEMPTS {
        let loaded = ctx.log.load::<Invitation>(invitation).await?;
        let invited = &loaded.state;
        must_be_open_client(ctx, invited.client_id).await?;
        must_be_teams(ctx, &invited.teams).await?;
        let address = invited.email.split('@').next().unwrap_or_default();
        let name = name.as_deref().map(str::trim).filter(|name| !name.is_empty()).unwrap_or(address);
        let name = name.to_owned();
        let round = invited.round;
        match let_in(ctx, invitation, round, loaded, &name, user_id, origin).await {
            Ok(()) => return Ok(user_id),
            // Somebody was faster; the next look says who.
            Err(CommandError::Conflict) => continue,
            Err(error) => return Err(error),
        }
    }
    Err(CommandError::Conflict)
}
