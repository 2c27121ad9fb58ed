//! Having opens and clicks judged once more.

use async_graphql::{Context, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_commands::email::tracking::judged::{Anew, judge_anew};
use uuid::Uuid;

use crate::graphql::core;
use crate::graphql::payload::{UserError, run};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct EmailTrackingMutation;

#[derive(Debug, SimpleObject)]
pub struct EmailHitsJudgePayload {
    /// The job that does it.
    pub job_id: Option<Uuid>,
    pub user_errors: Vec<UserError>,
}

#[Object]
impl EmailTrackingMutation {
    /// Runs the rules of today over the opens and clicks of a time once more, to tell programs from people; what differs is written down.
    #[graphql(directive = allow::apply("SETTINGS_MANAGE".into()))]
    async fn email_hits_judge(
        &self,
        ctx: &Context<'_>,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    ) -> Result<EmailHitsJudgePayload> {
        let queue = core(ctx).queue.clone();
        let asked =
            run(ctx, move |_, actor| async move { judge_anew(&queue, &actor, Anew { from, to }).await });
        Ok(match asked.await? {
            Ok(job) => EmailHitsJudgePayload { job_id: Some(job), user_errors: Vec::new() },
            Err(user_errors) => EmailHitsJudgePayload { job_id: None, user_errors },
        })
    }
}
