//! Keeping, changing and deleting saved views.

use async_graphql::{Context, Object, Result, SimpleObject};
use pivotal_commands::audience::saved_views::change::change_saved_view;
use pivotal_commands::audience::saved_views::create::{CreateSavedView, create_saved_view};
use pivotal_commands::audience::saved_views::delete::{delete_saved_view, restore_saved_view};
use pivotal_commands::execute::Executed;
use pivotal_domain::audience::saved_views::{self as domain, ViewChanges};
use pivotal_projections::audience::saved_views::SPEC;
use uuid::Uuid;

use super::query::one;
use super::types::{SavedView, SavedViewChangeInput, SavedViewCreateInput, content, sharing};
use crate::errors::ApiResult;
use crate::graphql::core;
use crate::graphql::freshness::stale_at;
use crate::graphql::payload::{UserError, outcome, run};
use crate::policy::SIGNED_IN;
use crate::policy::directive::allow;

#[derive(Default)]
pub struct SavedViewMutation;

#[derive(Debug, SimpleObject)]
pub struct SavedViewPayload {
    /// As it is now.
    pub saved_view: Option<SavedView>,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

type Done = Result<Executed<domain::SavedView>, Vec<UserError>>;

/// Each asks for the permission to see the kind of list; which kind that is stands in the input or in the view.
#[Object]
impl SavedViewMutation {
    #[graphql(directive = allow::apply(SIGNED_IN.into()))]
    async fn saved_view_create(
        &self,
        ctx: &Context<'_>,
        input: SavedViewCreateInput,
    ) -> Result<SavedViewPayload> {
        let SavedViewCreateInput { entity, name, sharing: with, team_id, content: kept, idempotency_key } =
            input;
        let parts = sharing(with, team_id).and_then(|sharing| Ok((sharing, content(kept.0)?)));
        let (sharing, content) = match outcome(parts)? {
            Ok(parts) => parts,
            Err(user_errors) => return Ok(refused(user_errors)),
        };
        let input = CreateSavedView { entity: entity.into(), name, sharing, content, idempotency_key };
        let done = run(ctx, |context, actor| async move { create_saved_view(&context, &actor, input).await });
        Ok(payload(ctx, done.await?).await?)
    }

    #[graphql(directive = allow::apply(SIGNED_IN.into()))]
    async fn saved_view_change(
        &self,
        ctx: &Context<'_>,
        input: SavedViewChangeInput,
    ) -> Result<SavedViewPayload> {
        let SavedViewChangeInput { id, name, sharing: with, team_id, content: kept } = input;
        let parts = || {
            let sharing = with.map(|with| sharing(with, team_id)).transpose()?;
            let content = kept.map(|kept| content(kept.0)).transpose()?;
            Ok(ViewChanges { name, sharing, content })
        };
        let changes = match outcome(parts())? {
            Ok(changes) => changes,
            Err(user_errors) => return Ok(refused(user_errors)),
        };
        let done =
            run(
                ctx,
                move |context, actor| async move { change_saved_view(&context, &actor, id, changes).await },
            );
        Ok(payload(ctx, done.await?).await?)
    }

    #[graphql(directive = allow::apply(SIGNED_IN.into()))]
    async fn saved_view_delete(&self, ctx: &Context<'_>, id: Uuid) -> Result<SavedViewPayload> {
        let done =
            run(ctx, move |context, actor| async move { delete_saved_view(&context, &actor, id).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// Takes a deletion back.
    #[graphql(directive = allow::apply(SIGNED_IN.into()))]
    async fn saved_view_restore(&self, ctx: &Context<'_>, id: Uuid) -> Result<SavedViewPayload> {
        let done =
            run(ctx, move |context, actor| async move { restore_saved_view(&context, &actor, id).await });
        Ok(payload(ctx, done.await?).await?)
    }
}

fn refused(user_errors: Vec<UserError>) -> SavedViewPayload {
    SavedViewPayload { saved_view: None, position: None, user_errors }
}

async fn payload(ctx: &Context<'_>, done: Done) -> ApiResult<SavedViewPayload> {
    let done = match done {
        Ok(done) => done,
        Err(user_errors) => return Ok(refused(user_errors)),
    };
    let stale = match done.position {
        Some(position) => stale_at(core(ctx), &[SPEC.name], position).await?,
        None => false,
    };
    let saved_view = if stale { None } else { one(ctx, done.id).await? };
    Ok(SavedViewPayload { saved_view, position: done.position, user_errors: Vec::new() })
}
