//! Taking domain sets in, changing and matching them, judging items.

use async_graphql::{Context, Object, Result, SimpleObject};
use pivotal_commands::audience::domain_sets::archive::{archive_domain_set, restore_domain_set};
use pivotal_commands::audience::domain_sets::change::change_domain_set;
use pivotal_commands::audience::domain_sets::judge::{JudgeItem, judge_item};
use pivotal_commands::audience::domain_sets::rematch::{cancel_matching, rematch};
use pivotal_commands::audience::domain_sets::retract::{RetractWord, retract_word};
use pivotal_commands::audience::domain_sets::take_in::{Lines, TakeIn, take_in};
use pivotal_commands::audience::domain_sets::to_list::{ConvertDomainSet, domain_set_to_list};
use pivotal_commands::execute::Executed;
use pivotal_domain::audience::domain_sets as domain;
use pivotal_domain::audience::domain_sets::command::Changes;
use pivotal_projections::audience::domain_sets::SPEC;
use uuid::Uuid;

use super::inputs::{
    DomainSetConvertToListInput, DomainSetItemJudgeInput, DomainSetItemRetractInput, DomainSetUpdateInput,
    DomainSetUploadInput,
};
use super::query::one;
use super::types::DomainSet;
use crate::asked;
use crate::errors::ApiResult;
use crate::graphql::audience::lists;
use crate::graphql::audience::lists::mutation::ListChangePayload;
use crate::graphql::audience::saved_views::types::sharing;
use crate::graphql::core;
use crate::graphql::freshness::stale_at;
use crate::graphql::payload::{UserError, outcome, run};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct DomainSetMutation;

#[derive(Debug, SimpleObject)]
pub struct DomainSetPayload {
    /// As it is now; absent for a moment when the lists do not show it yet.
    pub domain_set: Option<DomainSet>,
    pub id: Option<Uuid>,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[derive(Debug, SimpleObject)]
pub struct DomainSetItemPayload {
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

type Done = Result<Executed<domain::DomainSet>, Vec<UserError>>;

#[Object]
impl DomainSetMutation {
    /// Takes pasted lines in; a job reads and matches them.
    #[graphql(directive = allow::apply("DOMAIN_SETS_EDIT".into()))]
    async fn domain_set_upload(
        &self,
        ctx: &Context<'_>,
        input: DomainSetUploadInput,
    ) -> Result<DomainSetPayload> {
        let DomainSetUploadInput { name, text, sharing: with, team_id, tags, stubs } = input;
        let sharing = match outcome(sharing(with, team_id))? {
            Ok(sharing) => sharing,
            Err(user_errors) => return Ok(refused(user_errors)),
        };
        let input = TakeIn { name, sharing, tags, stubs, lines: Lines::Pasted(text) };
        let done = run(ctx, |context, actor| async move { take_in(&context, &actor, input).await });
        Ok(payload(ctx, done.await?).await?)
    }

    #[graphql(directive = allow::apply("DOMAIN_SETS_EDIT".into()))]
    async fn domain_set_update(
        &self,
        ctx: &Context<'_>,
        input: DomainSetUpdateInput,
    ) -> Result<DomainSetPayload> {
        let DomainSetUpdateInput { id, name, sharing: with, team_id, tags } = input;
        let sharing = match outcome(with.map(|with| sharing(with, team_id)).transpose())? {
            Ok(sharing) => sharing,
            Err(user_errors) => return Ok(refused(user_errors)),
        };
        let changes = Changes { name, sharing, tags };
        let done =
            run(
                ctx,
                move |context, actor| async move { change_domain_set(&context, &actor, id, changes).await },
            );
        Ok(payload(ctx, done.await?).await?)
    }

    /// Away with a set; nothing of it is lost.
    #[graphql(directive = allow::apply("DOMAIN_SETS_EDIT".into()))]
    async fn domain_set_archive(&self, ctx: &Context<'_>, id: Uuid) -> Result<DomainSetPayload> {
        let done =
            run(ctx, move |context, actor| async move { archive_domain_set(&context, &actor, id).await });
        Ok(payload(ctx, done.await?).await?)
    }

    #[graphql(directive = allow::apply("DOMAIN_SETS_EDIT".into()))]
    async fn domain_set_restore(&self, ctx: &Context<'_>, id: Uuid) -> Result<DomainSetPayload> {
        let done =
            run(ctx, move |context, actor| async move { restore_domain_set(&context, &actor, id).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// Matches a set anew, as a job. What people said of items stays. `stubs`: whether accounts are made of what is unknown; as it
    /// was asked before if not said.
    #[graphql(directive = allow::apply("DOMAIN_SETS_EDIT".into()))]
    async fn domain_set_match(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        stubs: Option<bool>,
    ) -> Result<DomainSetPayload> {
        let done = run(ctx, move |context, actor| async move { rematch(&context, &actor, id, stubs).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// Stops the matching after the chunk that is being written. What was matched until then stays.
    #[graphql(directive = allow::apply("DOMAIN_SETS_EDIT".into()))]
    async fn domain_set_match_cancel(&self, ctx: &Context<'_>, id: Uuid) -> Result<DomainSetPayload> {
        let done = run(ctx, move |context, actor| async move { cancel_matching(&context, &actor, id).await });
        Ok(match done.await? {
            Ok(_) => DomainSetPayload {
                domain_set: one(ctx, id).await?,
                id: Some(id),
                position: None,
                user_errors: Vec::new(),
            },
            Err(user_errors) => refused(user_errors),
        })
    }

    /// Says which account an item is, or which it is not. It stands against whatever a matching finds, before and after.
    #[graphql(directive = allow::apply("DOMAIN_SETS_EDIT".into()))]
    async fn domain_set_item_judge(
        &self,
        ctx: &Context<'_>,
        input: DomainSetItemJudgeInput,
    ) -> Result<DomainSetItemPayload> {
        let judge = JudgeItem {
            domain_set_id: input.id,
            // No item has a number below one, so none is found.
            item: u32::try_from(input.item).unwrap_or(0),
            verdict: input.verdict.into(),
            account: input.account_id,
        };
        let done = run(ctx, |context, actor| async move { judge_item(&context, &actor, judge).await });
        Ok(said(done.await?))
    }

    /// Takes back what was last said of an item: it is what it was before.
    #[graphql(directive = allow::apply("DOMAIN_SETS_EDIT".into()))]
    async fn domain_set_item_retract(
        &self,
        ctx: &Context<'_>,
        input: DomainSetItemRetractInput,
    ) -> Result<DomainSetItemPayload> {
        let retract = RetractWord {
            domain_set_id: input.id,
            item: u32::try_from(input.item).unwrap_or(0),
            account: input.account_id,
        };
        let done = run(ctx, |context, actor| async move { retract_word(&context, &actor, retract).await });
        Ok(said(done.await?))
    }

    /// A list of the accounts that it was matched with, or of their people as `domainSetContacts` shows them, filled by a bulk change that
    /// `bulkProgress` follows. The list follows the set no more.
    #[graphql(directive = allow::apply("SEGMENTS_EDIT".into()))]
    async fn domain_set_convert_to_list(
        &self,
        ctx: &Context<'_>,
        input: DomainSetConvertToListInput,
    ) -> Result<ListChangePayload> {
        let DomainSetConvertToListInput { id, entity, contacts, name, tags, visibility, team_id, .. } = input;
        let which = contacts.unwrap_or_default().read().within(id);
        let checked = asked::check_people(Some(&which));
        let sharing = match outcome(checked.and_then(|()| lists::input::sharing(visibility, team_id)))? {
            Ok(sharing) => sharing,
            Err(user_errors) => return Ok(lists::mutation::refused(user_errors)),
        };
        let input = ConvertDomainSet {
            entity: entity.into(),
            which,
            name,
            sharing,
            tags,
            expected: input.expected.and_then(|count| u64::try_from(count).ok()),
            idempotency_key: input.idempotency_key,
        };
        let done =
            run(ctx, |context, actor| async move { domain_set_to_list(&context, &actor, input).await });
        Ok(lists::mutation::changed(ctx, done.await?).await?)
    }
}

fn said(done: Result<i64, Vec<UserError>>) -> DomainSetItemPayload {
    match done {
        Ok(position) => DomainSetItemPayload { position: Some(position), user_errors: Vec::new() },
        Err(user_errors) => DomainSetItemPayload { position: None, user_errors },
    }
}

fn refused(user_errors: Vec<UserError>) -> DomainSetPayload {
    DomainSetPayload { domain_set: None, id: None, position: None, user_errors }
}

async fn payload(ctx: &Context<'_>, done: Done) -> ApiResult<DomainSetPayload> {
    let done = match done {
        Ok(done) => done,
        Err(user_errors) => return Ok(refused(user_errors)),
    };
    let stale = match done.position {
        Some(position) => stale_at(core(ctx), &[SPEC.name], position).await?,
        None => false,
    };
    let domain_set = if stale { None } else { one(ctx, done.id).await? };
    Ok(DomainSetPayload { domain_set, id: Some(done.id), position: done.position, user_errors: Vec::new() })
}
