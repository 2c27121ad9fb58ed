//! Looking for duplicates, judging pairs, merging one group or many.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use pivotal_commands::audience::duplicates::dismiss::{JudgePairs, judge_pairs};
use pivotal_commands::audience::duplicates::find::{FindDuplicates, find_duplicates};
use pivotal_commands::audience::merge::many::{MergeMany, merge_many as merge_groups};
use pivotal_commands::audience::merge::one::{MergeRecords, merge_records};
use pivotal_domain::audience::duplicates::groups;
use pivotal_domain::audience::merge::Group;

use super::types::{FindAsked, FindStarted, Judged, ManyMerged, NewMerge, PairsJudged};
use crate::app::App;
use crate::auth::signed::Signed;
use crate::errors::{ApiResult, Problem};
use crate::graphql::audience::duplicates::mutation::lists;
use crate::rest::v1::bulk::types::Bulk;
use crate::rest::v1::bulk::write::answered;
use crate::rest::v1::command::{answer, idempotency_key};
use crate::rest::v1::json::Json;
use crate::run_command::run_command;

/// Look for duplicates among what changed since the last look, or among everything, as a job.
#[utoipa::path(post, path = "/find", operation_id = "find_duplicates", tag = "duplicates", request_body = FindAsked, security(("bearer" = ["RECORDS_MERGE"])), responses(
    (status = 202, body = FindStarted), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn find(
    State(app): State<App>,
    Signed(actor): Signed,
    Json(asked): Json<FindAsked>,
) -> ApiResult<Response> {
    let find = FindDuplicates { entity: asked.entity.into(), whole: asked.whole };
    let queue = app.queue.clone();
    let job_id = run_command(async move { find_duplicates(&queue, &actor, find).await }).await?;
    Ok(answer(StatusCode::ACCEPTED, None, FindStarted { job_id }))
}

/// Say that pairs are not one, so that they never come back by themselves; or take that back.
#[utoipa::path(post, path = "/judge", operation_id = "judge_duplicates", tag = "duplicates", request_body = PairsJudged, security(("bearer" = ["RECORDS_MERGE"])), responses(
    (status = 200, body = Judged), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn judge(
    State(app): State<App>,
    Signed(actor): Signed,
    Json(said): Json<PairsJudged>,
) -> ApiResult<Response> {
    let judged = said.pairs.len();
    let judge = JudgePairs {
        entity: said.entity.into(),
        pairs: said.pairs.iter().map(|pair| (pair.a, pair.b)).collect(),
        reopen: said.reopen,
    };
    let context = app.context.clone();
    let position = run_command(async move { judge_pairs(&context, &actor, judge).await }).await?;
    Ok(answer(StatusCode::OK, Some(position), Judged { judged }))
}

/// Merge many pairs by a rule, as a job. It is a bulk change: follow it and undo it as one.
#[utoipa::path(post, path = "/merge", operation_id = "merge_duplicates", tag = "duplicates", request_body = ManyMerged, security(("bearer" = ["RECORDS_MERGE"])), responses(
    (status = 201, body = Bulk), (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn merge_many(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Json(many): Json<ManyMerged>,
) -> ApiResult<Response> {
    let pairs: Vec<_> = many.pairs.iter().map(|pair| (pair.a, pair.b)).collect();
    let merge = MergeMany {
        entity: many.entity.into(),
        groups: groups::of_pairs(&pairs),
        keep: many.keep,
        rule: many.rule,
        idempotency_key: idempotency_key(&headers)?,
    };
    let (context, by) = (app.context.clone(), actor.clone());
    let done = run_command(async move { merge_groups(&context, &by, merge).await }).await?;
    app.queue.wake();
    answered(&app, &actor, StatusCode::CREATED, done.id, done.position).await
}

/// Merge records into one, at once. The answer is the bulk change that the merge is: it is undone under its id.
#[utoipa::path(post, path = "", operation_id = "merge_records", tag = "duplicates", request_body = NewMerge, security(("bearer" = ["RECORDS_MERGE"])), responses(
    (status = 201, body = Bulk), (status = 403, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn merge(
    State(app): State<App>,
    Signed(actor): Signed,
    headers: HeaderMap,
    Json(new): Json<NewMerge>,
) -> ApiResult<Response> {
    let merge = MergeRecords {
        entity: new.entity.into(),
        group: Group {
            survivor: new.survivor,
            absorbed: new.absorbed,
            fields: new.choices,
            rule: new.rule,
            versions: new.versions,
        },
        idempotency_key: idempotency_key(&headers)?,
    };
    let (context, by, lists) = (app.context.clone(), actor.clone(), lists(&app));
    let done = run_command(async move { merge_records(&context, &lists, &by, merge).await }).await?;
    answered(&app, &actor, StatusCode::CREATED, done.id, done.position).await
}
