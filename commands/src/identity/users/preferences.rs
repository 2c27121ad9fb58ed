//! How somebody likes the app. Theirs alone, and no history.

use pivotal_domain::identity::actor::Actor;
use serde_json::Value;

use crate::context::Context;
use crate::error::{CommandError, Rejection};

/// Room for theme, density and the columns of every list; not for a database.
const LARGEST: usize = 64 * 1024;

/// Replaces what was stored. Needs no permission: it reaches nobody but the actor.
pub async fn save_preferences(
    ctx: &Context,
    actor: &Actor,
    preferences: Value,
) -> Result<Value, CommandError> {
    if !preferences.is_object() {
        return Err(CommandError::rejected(Rejection::of_field(
            "preferences",
            "PREFERENCES_SHAPE",
            "Preferences are an object of names and values.",
        )));
    }
    let size = preferences.to_string().len();
    if size > LARGEST {
        let message = format!(
            "Preferences take {size} bytes; at most {LARGEST} are kept. Remove saved columns or filters."
        );
        return Err(CommandError::rejected(Rejection::of_field(
            "preferences",
            "PREFERENCES_TOO_LARGE",
            message,
        )));
    }
    sqlx::query!(
        "insert into auth.preferences (user_id, preferences, updated_at) values ($1, $2, $3)
         on conflict (user_id) do update set preferences = excluded.preferences, updated_at = excluded.updated_at",
        actor.user_id,
        preferences,
        ctx.now()
    )
    .execute(&ctx.log.pools.write)
    .await?;
    Ok(preferences)
}

/// An empty object for somebody who never saved any.
pub async fn preferences(ctx: &Context, actor: &Actor) -> Result<Value, CommandError> {
    let stored =
        sqlx::query_scalar!("select preferences from auth.preferences where user_id = $1", actor.user_id)
            .fetch_optional(&ctx.log.pools.read)
            .await?;
    Ok(stored.unwrap_or_else(|| Value::Object(serde_json::Map::new())))
}
