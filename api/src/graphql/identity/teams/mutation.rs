//! Making, renaming and archiving teams, and who is in them.

use async_graphql::{Context, InputObject, Object, Result, SimpleObject};
use pivotal_commands::identity::teams::archive::{archive_team, restore_team};
use pivotal_commands::identity::teams::create::create_team;
use pivotal_commands::identity::teams::members::{add_member, remove_member};
use pivotal_commands::identity::teams::rename::rename_team;
use pivotal_projections::identity::teams::{SPEC, query};
use pivotal_projections::identity::users;
use uuid::Uuid;

use crate::errors::ApiResult;
use crate::graphql::freshness::stale_at;
use crate::graphql::identity::users::types::Team;
use crate::graphql::payload::{UserError, run};
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct TeamMutation;

#[derive(Debug, InputObject)]
pub struct TeamCreateInput {
    pub name: String,
}

#[derive(Debug, InputObject)]
pub struct TeamRenameInput {
    pub id: Uuid,
    pub name: String,
}

#[derive(Debug, InputObject)]
pub struct TeamMemberInput {
    pub team_id: Uuid,
    pub user_id: Uuid,
}

#[derive(Debug, SimpleObject)]
pub struct TeamPayload {
    pub team: Option<Team>,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[Object]
impl TeamMutation {
    #[graphql(directive = allow::apply("USERS_MANAGE".into()))]
    async fn team_create(&self, ctx: &Context<'_>, input: TeamCreateInput) -> Result<TeamPayload> {
        let made = run(ctx, |context, actor| async move { create_team(&context, &actor, input.name).await });
        let done = made.await?.map(|done| (done.id, done.position));
        Ok(payload(ctx, done).await?)
    }

    #[graphql(directive = allow::apply("USERS_MANAGE".into()))]
    async fn team_rename(&self, ctx: &Context<'_>, input: TeamRenameInput) -> Result<TeamPayload> {
        let renamed =
            run(
                ctx,
                |context, actor| async move { rename_team(&context, &actor, input.id, input.name).await },
            );
        let done = renamed.await?.map(|done| (done.id, done.position));
        Ok(payload(ctx, done).await?)
    }

    /// Nobody joins it any more, and it is not offered; who is in it and what it has stay. A repeat is fine.
    #[graphql(directive = allow::apply("USERS_MANAGE".into()))]
    async fn team_archive(&self, ctx: &Context<'_>, id: Uuid) -> Result<TeamPayload> {
        let archived =
            run(ctx, move |context, actor| async move { archive_team(&context, &actor, id).await });
        let done = archived.await?.map(|done| (done.id, done.position));
        Ok(payload(ctx, done).await?)
    }

    #[graphql(directive = allow::apply("USERS_MANAGE".into()))]
    async fn team_restore(&self, ctx: &Context<'_>, id: Uuid) -> Result<TeamPayload> {
        let restored =
            run(ctx, move |context, actor| async move { restore_team(&context, &actor, id).await });
        let done = restored.await?.map(|done| (done.id, done.position));
        Ok(payload(ctx, done).await?)
    }

    /// One person more; their other teams stay. A repeat is fine.
    #[graphql(directive = allow::apply("USERS_MANAGE".into()))]
    async fn team_member_add(&self, ctx: &Context<'_>, input: TeamMemberInput) -> Result<TeamPayload> {
        let TeamMemberInput { team_id, user_id } = input;
        let added =
            run(
                ctx,
                move |context, actor| async move { add_member(&context, &actor, team_id, user_id).await },
            );
        let done = added.await?.map(|done| (team_id, done.position));
        Ok(payload(ctx, done).await?)
    }

    /// One person less; their other teams stay. A repeat is fine.
    #[graphql(directive = allow::apply("USERS_MANAGE".into()))]
    async fn team_member_remove(&self, ctx: &Context<'_>, input: TeamMemberInput) -> Result<TeamPayload> {
        let TeamMemberInput { team_id, user_id } = input;
        let removed =
            run(
                ctx,
                move |context, actor| async move { remove_member(&context, &actor, team_id, user_id).await },
            );
        let done = removed.await?.map(|done| (team_id, done.position));
        Ok(payload(ctx, done).await?)
    }
}

/// The team as it is read after the command; null while the row is behind.
async fn payload(
    ctx: &Context<'_>,
    done: Result<(Uuid, Option<i64>), Vec<UserError>>,
) -> ApiResult<TeamPayload> {
    let (id, position) = match done {
        Ok(done) => done,
        Err(user_errors) => return Ok(TeamPayload { team: None, position: None, user_errors }),
    };
    let stale = match position {
        Some(position) => stale_at(core(ctx), &[SPEC.name, users::SPEC.name], position).await?,
        None => false,
    };
    let team = if stale {
        None
    } else {
        query::team(&core(ctx).context.log.pools.read, actor(ctx)?, id).await?.map(Team::from)
    };
    Ok(TeamPayload { team, position, user_errors: Vec::new() })
}
