//! Changing rules of retention, and running them.

use async_graphql::{Context, Object, Result, SimpleObject};
use pivotal_commands::error::CommandError;
use pivotal_commands::suppression::retention::set::{SetRetentionRule, set_retention_rule};
use pivotal_commands::suppression::retention::start::{start_dry_run, start_run};
use uuid::Uuid;

use super::types::{RetentionKeepInput, RetentionKind, RetentionRuleSetInput};
use crate::graphql::core;
use crate::graphql::payload::{UserError, run};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct RetentionMutation;

#[derive(Debug, SimpleObject)]
pub struct RetentionRulePayload {
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

/// A job that was enqueued, or the same one that is open already.
#[derive(Debug, SimpleObject)]
pub struct RetentionJobPayload {
    pub job_id: Option<Uuid>,
    pub user_errors: Vec<UserError>,
}

impl RetentionJobPayload {
    fn of(done: std::result::Result<Uuid, Vec<UserError>>) -> Self {
        match done {
            Ok(job) => RetentionJobPayload { job_id: Some(job), user_errors: Vec::new() },
            Err(user_errors) => RetentionJobPayload { job_id: None, user_errors },
        }
    }
}

#[Object]
impl RetentionMutation {
    /// Looks what a rule would delete, and deletes nothing. The job's id is the dry run's.
    #[graphql(directive = allow::apply("RETENTION_MANAGE".into()))]
    async fn retention_dry_run_start(
        &self,
        ctx: &Context<'_>,
        kind: RetentionKind,
        keep: RetentionKeepInput,
    ) -> Result<RetentionJobPayload> {
        let queue = core(ctx).queue.clone();
        let done = run(ctx, move |_, actor| async move {
            let keep = keep.read().map_err(CommandError::from)?;
            start_dry_run(&queue, &actor, kind.into(), keep).await
        });
        Ok(RetentionJobPayload::of(done.await?))
    }

    /// How long a kind is kept from the next run on. One that deletes more than the rule in force needs its dry run.
    #[graphql(directive = allow::apply("RETENTION_MANAGE".into()))]
    async fn retention_rule_set(
        &self,
        ctx: &Context<'_>,
        input: RetentionRuleSetInput,
    ) -> Result<RetentionRulePayload> {
        let done = run(ctx, move |context, actor| async move {
            let keep = input.keep.read().map_err(CommandError::from)?;
            let RetentionRuleSetInput { kind, dry_run_id, note, .. } = input;
            let set = SetRetentionRule { kind: kind.into(), keep, dry_run: dry_run_id, note };
            set_retention_rule(&context, &actor, set).await
        });
        Ok(match done.await? {
            Ok(done) => RetentionRulePayload { position: done.position, user_errors: Vec::new() },
            Err(user_errors) => RetentionRulePayload { position: None, user_errors },
        })
    }

    /// Deletes what the rules say now, without waiting for the night. One run at a time.
    #[graphql(directive = allow::apply("RETENTION_MANAGE".into()))]
    async fn retention_run_now(&self, ctx: &Context<'_>) -> Result<RetentionJobPayload> {
        let queue = core(ctx).queue.clone();
        let done = run(ctx, move |_, actor| async move { start_run(&queue, &actor).await });
        Ok(RetentionJobPayload::of(done.await?))
    }
}
