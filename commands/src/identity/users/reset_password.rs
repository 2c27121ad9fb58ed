//! An administrator gives somebody a new password. All of the user's sessions end.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::users::User;
use pivotal_domain::identity::users::events::PasswordChange;
use secrecy::SecretString;
use uuid::Uuid;

use super::change_password::set_password;
use super::password_strength::check_strength;
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Executed;
use crate::identity::sessions::attempts;

pub async fn reset_password(
    ctx: &Context,
    actor: &Actor,
    user_id: Uuid,
    new: SecretString,
) -> Result<Executed<User>, CommandError> {
    authorise_all(actor, Permission::UsersManage)?;
    let user = ctx.log.load::<User>(user_id).await?.state;
    check_strength(&new, &user.email, &user.name).await?;
    let changed = set_password(ctx, actor, user_id, &new, PasswordChange::Reset, None).await?;
    // Whoever was locked out by wrong guesses may use the new one at once.
    attempts::succeeded(ctx, attempts::Scope::Account, &user.email).await?;
    Ok(changed)
}
