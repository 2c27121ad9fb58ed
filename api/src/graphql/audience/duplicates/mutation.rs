//! Looking for duplicates, judging pairs, merging.

use async_graphql::{Context, Object, Result, SimpleObject};
use pivotal_commands::audience::duplicates::dismiss::{JudgePairs, judge_pairs};
use pivotal_commands::audience::duplicates::find::{FindDuplicates, find_duplicates};
use pivotal_commands::audience::merge::many::{MergeMany, merge_many};
use pivotal_commands::audience::merge::one::{MergeRecords, merge_records};
use pivotal_domain::audience::duplicates::groups;
use pivotal_infra::record_lists::ReadLists;
use pivotal_projections::audience::duplicates::query;
use uuid::Uuid;

use super::types::{DuplicatesFindInput, DuplicatesJudgeInput, DuplicatesMergeInput, RecordsMergeInput};
use crate::app::Core;
use crate::errors::ApiError;
use crate::graphql::audience::bulk::mutation::{BulkPayload, payload};
use crate::graphql::payload::{UserError, run};
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

/// Pairs that are merged at once without being named.
const MOST: i64 = 5_000;

#[derive(Default)]
pub struct DuplicateMutation;

#[derive(Debug, SimpleObject)]
pub struct DuplicatesFindPayload {
    /// The job; the one that is at it already, if one is.
    pub job_id: Option<Uuid>,
    pub user_errors: Vec<UserError>,
}

#[derive(Debug, SimpleObject)]
pub struct DuplicatesJudgePayload {
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

pub fn lists(core: &Core) -> ReadLists {
    ReadLists::new(core.context.log.pools.clone(), core.positions.clone())
}

#[Object]
impl DuplicateMutation {
    /// Looks for duplicates among what changed since the last look, or among everything, as a job.
    #[graphql(directive = allow::apply("RECORDS_MERGE".into()))]
    async fn duplicates_find(
        &self,
        ctx: &Context<'_>,
        input: DuplicatesFindInput,
    ) -> Result<DuplicatesFindPayload> {
        let queue = core(ctx).queue.clone();
        let find = FindDuplicates { entity: input.entity.into(), whole: input.whole };
        let done =
            run(ctx, move |_, actor| async move { find_duplicates(&queue, &actor, find).await }).await?;
        Ok(match done {
            Ok(job) => DuplicatesFindPayload { job_id: Some(job), user_errors: Vec::new() },
            Err(user_errors) => DuplicatesFindPayload { job_id: None, user_errors },
        })
    }

    /// Says that pairs are not one, so that they never come back by themselves; or takes that back.
    #[graphql(directive = allow::apply("RECORDS_MERGE".into()))]
    async fn duplicates_judge(
        &self,
        ctx: &Context<'_>,
        input: DuplicatesJudgeInput,
    ) -> Result<DuplicatesJudgePayload> {
        let judge = JudgePairs {
            entity: input.entity.into(),
            pairs: input.pairs.iter().map(|pair| (pair.a, pair.b)).collect(),
            reopen: input.reopen,
        };
        let done =
            run(ctx, |context, actor| async move { judge_pairs(&context, &actor, judge).await }).await?;
        Ok(match done {
            Ok(position) => DuplicatesJudgePayload { position: Some(position), user_errors: Vec::new() },
            Err(user_errors) => DuplicatesJudgePayload { position: None, user_errors },
        })
    }

    /// Merges records into one, at once. Answers with the bulk change that the merge is: `bulkUndo` takes it back.
    #[graphql(directive = allow::apply("RECORDS_MERGE".into()))]
    async fn records_merge(&self, ctx: &Context<'_>, input: RecordsMergeInput) -> Result<BulkPayload> {
        let lists = lists(core(ctx));
        let merge = MergeRecords {
            entity: input.entity.into(),
            group: input.group(),
            idempotency_key: input.idempotency_key,
        };
        let done =
            run(
                ctx,
                move |context, actor| async move { merge_records(&context, &lists, &actor, merge).await },
            )
            .await?;
        Ok(payload(ctx, done.map(|done| (done.id, done.position))).await?)
    }

    /// Merges many groups by a rule, as a job: a bulk change, followed and undone as one.
    #[graphql(directive = allow::apply("RECORDS_MERGE".into()))]
    async fn duplicates_merge(&self, ctx: &Context<'_>, input: DuplicatesMergeInput) -> Result<BulkPayload> {
        let entity = input.entity.into();
        let pairs: Vec<(Uuid, Uuid)> = match input.pairs {
            Some(pairs) => pairs.iter().map(|pair| (pair.a, pair.b)).collect(),
            None => {
                let filter = input.filter.unwrap_or_default().read();
                let pool = &core(ctx).context.log.pools.read;
                query::pairs(pool, actor(ctx)?, entity, &filter, MOST).await.map_err(ApiError::from)?
            }
        };
        let merge = MergeMany {
            entity,
            groups: groups::of_pairs(&pairs),
            keep: input.keep.into(),
            rule: input.rule.into(),
            idempotency_key: input.idempotency_key,
        };
        let done =
            run(ctx, |context, actor| async move { merge_many(&context, &actor, merge).await }).await?;
        Ok(payload(ctx, done.map(|done| (done.id, done.position))).await?)
    }
}
