//! Making, filling, combining, renaming and archiving lists.

use async_graphql::{Context, Object, Result, SimpleObject};
use pivotal_commands::audience::lists::archive::{archive_list, restore_list};
use pivotal_commands::audience::lists::combine::{CombineLists, combine_lists};
use pivotal_commands::audience::lists::create::{CreateList, create_list};
use pivotal_commands::audience::lists::fill::Changed;
use pivotal_commands::audience::lists::members::{ChangeMembers, change_members};
use pivotal_commands::audience::lists::snapshot::{SnapshotList, snapshot_list};
use pivotal_commands::audience::lists::undo::undo_change;
use pivotal_commands::audience::lists::update::update_list;
use pivotal_commands::error::CommandError;
use pivotal_commands::execute::Executed;
use pivotal_domain::audience::lists as domain;
use pivotal_domain::audience::lists::change::Verb;
use pivotal_domain::audience::lists::details::{DetailChanges, Details};
use pivotal_domain::audience::lists::error::ListError;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::audience::lists::{SPEC, members};
use uuid::Uuid;

use super::input::{
    ListChangeInput, ListCombineInput, ListCreateInput, ListSnapshotInput, ListUndoInput, ListUpdateInput,
    chosen, sharing,
};
use super::query::one;
use super::types::{List, ListChange};
use crate::app::Core;
use crate::errors::ApiResult;
use crate::graphql::freshness::stale_at;
use crate::graphql::payload::{UserError, outcome, run};
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

/// Entries that an answer names; the rest are counted.
const NAMED: usize = 1_000;

#[derive(Default)]
pub struct ListMutation;

#[derive(Debug, SimpleObject)]
pub struct ListPayload {
    /// As it is now.
    pub list: Option<List>,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[derive(Debug, SimpleObject)]
pub struct ListChangePayload {
    /// As it is now.
    pub list: Option<List>,
    pub change: Option<ListChange>,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[Object]
impl ListMutation {
    /// A new list. Up to 1,000 records come in at once; more of them, or all that a filter finds, as a bulk change that
    /// `bulkProgress` follows.
    #[graphql(directive = allow::apply("SEGMENTS_EDIT".into()))]
    async fn list_create(&self, ctx: &Context<'_>, input: ListCreateInput) -> Result<ListChangePayload> {
        let ListCreateInput { entity, name, tags, visibility, team_id, selection, pasted, .. } = input;
        let entity = entity.into();
        let parts = match outcome(sharing(visibility, team_id))? {
            Ok(sharing) => outcome(chosen(core(ctx), actor(ctx)?, Some(entity), selection, pasted).await)?
                .map(|chosen| (sharing, chosen)),
            Err(user_errors) => Err(user_errors),
        };
        let (sharing, chosen) = match parts {
            Ok(parts) => parts,
            Err(user_errors) => return Ok(refused(user_errors)),
        };
        let input = CreateList {
            entity,
            details: Details { name, sharing, tags },
            chosen,
            expected: input.expected.and_then(|count| u64::try_from(count).ok()),
            idempotency_key: input.idempotency_key,
        };
        let done = run(ctx, |context, actor| async move { create_list(&context, &actor, input).await });
        Ok(changed(ctx, done.await?).await?)
    }

    #[graphql(directive = allow::apply("SEGMENTS_EDIT".into()))]
    async fn list_update(&self, ctx: &Context<'_>, input: ListUpdateInput) -> Result<ListPayload> {
        let ListUpdateInput { id, name, tags, visibility, team_id } = input;
        let sharing = visibility.map(|visibility| sharing(visibility, team_id)).transpose();
        let changes = match outcome(sharing)? {
            Ok(sharing) => DetailChanges { name, sharing, tags },
            Err(user_errors) => return Ok(ListPayload { list: None, position: None, user_errors }),
        };
        let done =
            run(ctx, move |context, actor| async move { update_list(&context, &actor, id, changes).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// It stands in no list of lists then, and takes nobody, until it is restored. Refused while a segment is defined by it.
    #[graphql(directive = allow::apply("SEGMENTS_EDIT".into()))]
    async fn list_archive(&self, ctx: &Context<'_>, id: Uuid) -> Result<ListPayload> {
        let done = run(ctx, move |context, actor| async move { archive_list(&context, &actor, id).await });
        Ok(payload(ctx, done.await?).await?)
    }

    #[graphql(directive = allow::apply("SEGMENTS_EDIT".into()))]
    async fn list_restore(&self, ctx: &Context<'_>, id: Uuid) -> Result<ListPayload> {
        let done = run(ctx, move |context, actor| async move { restore_list(&context, &actor, id).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// Records come in. What was in the list already stays as it came in.
    #[graphql(directive = allow::apply("SEGMENTS_EDIT".into()))]
    async fn list_add(&self, ctx: &Context<'_>, input: ListChangeInput) -> Result<ListChangePayload> {
        Ok(change(ctx, Verb::Add, input).await?)
    }

    /// Records leave.
    #[graphql(directive = allow::apply("SEGMENTS_EDIT".into()))]
    async fn list_remove(&self, ctx: &Context<'_>, input: ListChangeInput) -> Result<ListChangePayload> {
        Ok(change(ctx, Verb::Remove, input).await?)
    }

    /// Takes back a change that was made at once; one that ran as a bulk change is taken back by `bulkUndo`.
    #[graphql(directive = allow::apply("SEGMENTS_EDIT".into()))]
    async fn list_undo(&self, ctx: &Context<'_>, input: ListUndoInput) -> Result<ListPayload> {
        let ListUndoInput { id, change } = input;
        let done =
            run(ctx, move |context, actor| async move { undo_change(&context, &actor, id, change).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// One new list of several.
    #[graphql(directive = allow::apply("SEGMENTS_EDIT".into()))]
    async fn list_combine(&self, ctx: &Context<'_>, input: ListCombineInput) -> Result<ListChangePayload> {
        let ListCombineInput { name, operation, lists, tags, visibility, team_id, idempotency_key } = input;
        let sharing = match outcome(sharing(visibility, team_id))? {
            Ok(sharing) => sharing,
            Err(user_errors) => return Ok(refused(user_errors)),
        };
        let details = Details { name, sharing, tags };
        let input = CombineLists { operation: operation.into(), lists, details, idempotency_key };
        let done = run(ctx, |context, actor| async move { combine_lists(&context, &actor, input).await });
        Ok(changed(ctx, done.await?).await?)
    }

    /// A frozen copy of a list as it is, or as it was at a moment.
    #[graphql(directive = allow::apply("SEGMENTS_EDIT".into()))]
    async fn list_snapshot(&self, ctx: &Context<'_>, input: ListSnapshotInput) -> Result<ListChangePayload> {
        let ListSnapshotInput { id, name, as_of, idempotency_key } = input;
        let input = SnapshotList { id, name, as_of, idempotency_key };
        let done = run(ctx, |context, actor| async move { snapshot_list(&context, &actor, input).await });
        Ok(changed(ctx, done.await?).await?)
    }
}

async fn change(ctx: &Context<'_>, verb: Verb, input: ListChangeInput) -> ApiResult<ListChangePayload> {
    let ListChangeInput { id, selection, pasted, expected, idempotency_key } = input;
    let entity = one(core(ctx), actor(ctx)?, id).await?.map(|list| list.of_entity());
    let chosen = chosen(core(ctx), actor(ctx)?, entity, selection, pasted).await;
    let chosen =
        chosen.and_then(|chosen| chosen.ok_or_else(|| CommandError::from(ListError::NothingChosen).into()));
    let chosen = match outcome(chosen)? {
        Ok(chosen) => chosen,
        Err(user_errors) => return Ok(refused(user_errors)),
    };
    let expected = expected.and_then(|count| u64::try_from(count).ok());
    let input = ChangeMembers { id, verb, chosen, expected, idempotency_key };
    let done = run(ctx, |context, actor| async move { change_members(&context, &actor, input).await });
    changed(ctx, done.await?).await
}

pub(crate) fn refused(user_errors: Vec<UserError>) -> ListChangePayload {
    ListChangePayload { list: None, change: None, position: None, user_errors }
}

async fn payload(
    ctx: &Context<'_>,
    done: Result<Executed<domain::List>, Vec<UserError>>,
) -> ApiResult<ListPayload> {
    let done = match done {
        Ok(done) => done,
        Err(user_errors) => return Ok(ListPayload { list: None, position: None, user_errors }),
    };
    let list = shown(core(ctx), actor(ctx)?, done.id, done.position).await?;
    Ok(ListPayload { list, position: done.position, user_errors: Vec::new() })
}

pub(crate) async fn changed(
    ctx: &Context<'_>,
    done: Result<Changed, Vec<UserError>>,
) -> ApiResult<ListChangePayload> {
    let done = match done {
        Ok(done) => done,
        Err(user_errors) => return Ok(refused(user_errors)),
    };
    let (id, position) = (done.list.id, done.list.position);
    let list = shown(core(ctx), actor(ctx)?, id, position).await?;
    let change = told(core(ctx), done, list.is_some()).await?;
    Ok(ListChangePayload { list, change: Some(change), position, user_errors: Vec::new() })
}

/// The list, once it shows what was just done to it.
async fn shown(core: &Core, actor: &Actor, id: Uuid, position: Option<i64>) -> ApiResult<Option<List>> {
    if let Some(position) = position
        && stale_at(core, &[SPEC.name], position).await?
    {
        return Ok(None);
    }
    one(core, actor, id).await
}

/// What came of it, told from the list itself. `seen`: the list shows it already.
pub(crate) async fn told(core: &Core, done: Changed, seen: bool) -> ApiResult<ListChange> {
    let Changed { list, change, ids, refused, bulk } = done;
    let moved = match (bulk, seen) {
        (None, true) => {
            let pool = &core.context.log.pools.read;
            Some(members::moved_by(pool, list.id, change, &ids).await?)
        }
        (_, _) => None,
    };
    let count = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
    Ok(ListChange {
        id: change,
        asked: count(ids.len() + refused.len()),
        changed: moved,
        unchanged: moved.map(|moved| ids.len() as i64 - moved),
        refused_count: count(refused.len()),
        refused: refused.into_iter().take(NAMED).map(Into::into).collect(),
        bulk_id: bulk,
    })
}
