//! Brands: how mails look, and who sends them unless somebody says otherwise.

use pivotal_domain::campaigns::campaigns::{Campaign, keys as campaigns};
use pivotal_domain::email::senders::brand::{Brand, BrandCommand, Look};
use pivotal_domain::email::senders::error::SenderError;
use pivotal_domain::email::senders::{SenderProfile, keys};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_log::append::Lane;
use uuid::Uuid;

use super::{must_be_in_use, on_brand};
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, Repeatable, execute, no_jobs};
use crate::lookup::key_owners;

pub async fn create_brand(
    ctx: &Context,
    actor: &Actor,
    look: Look,
    idempotency_key: Option<&str>,
) -> Result<Executed<Brand>, CommandError> {
    authorise_all(actor, Permission::SettingsManage)?;
    let repeatable =
        Repeatable::new(&actor.user_id.to_string(), idempotency_key, &("create_email_brand", &look));
    let name = look.name.clone();
    let command = BrandCommand::Create { look, at: ctx.now() };
    execute::<Brand, _, _>(
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

pub async fn change_brand(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    look: Look,
) -> Result<Executed<Brand>, CommandError> {
    authorise_all(actor, Permission::SettingsManage)?;
    let changed = on_brand(ctx, actor, id, |at| BrandCommand::Change { look: look.clone(), at }).await;
    changed.map_err(|error| name_taken(error, &look.name))
}

/// `None`: the brand has no default.
pub async fn set_default_sender(
    ctx: &Context,
    actor: &Actor,
    id: Uuid,
    sender: Option<Uuid>,
) -> Result<Executed<Brand>, CommandError> {
    authorise_all(actor, Permission::SettingsManage)?;
    must_be_in_use(ctx, id).await?;
    if let Some(sender) = sender {
        let held = ctx.log.load::<SenderProfile>(sender).await?.state;
        let setup = held.setup.ok_or(SenderError::Unknown)?;
        if held.archived {
            return Err(SenderError::Archived.into());
        }
        if setup.brand != id {
            return Err(SenderError::OfAnotherBrand.into());
        }
    }
    on_brand(ctx, actor, id, |at| BrandCommand::SetDefault { sender, at }).await
}

pub async fn archive_brand(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Executed<Brand>, CommandError> {
    authorise_all(actor, Permission::SettingsManage)?;
    let used = [keys::OF_BRAND, campaigns::OF_BRAND].map(|scope| (scope, id.to_string()));
    let owners = key_owners(ctx, Lane::Interactive, &used).await?;
    let [by_senders, by_campaigns] = used.map(|key| owners.get(&key).cloned().unwrap_or_default());
    if !by_senders.is_empty() {
        return Err(SenderError::BrandInUse.into());
    }
    let mut campaigns = ctx.log.load_many::<Campaign>(&by_campaigns).await?.into_iter();
    if campaigns.any(|campaign| campaign.state.made.is_some_and(|made| !made.state.is_over())) {
        return Err(SenderError::BrandHasCampaigns.into());
    }
    on_brand(ctx, actor, id, |at| BrandCommand::Archive { at }).await
}

pub async fn restore_brand(ctx: &Context, actor: &Actor, id: Uuid) -> Result<Executed<Brand>, CommandError> {
    authorise_all(actor, Permission::SettingsManage)?;
    on_brand(ctx, actor, id, |at| BrandCommand::Restore { at }).await
}

/// The log knows only that a value is taken; this use case knows which name that was.
fn name_taken(error: CommandError, name: &str) -> CommandError {
    match error {
        CommandError::Rejected(rejections)
            if rejections.iter().any(|rejection| rejection.code == "VALUE_TAKEN") =>
        {
            SenderError::BrandNameTaken(name.trim().to_owned()).into()
        }
        other => other,
    }
}
