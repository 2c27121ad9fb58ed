//! Putting a campaign together, letting it go, and holding it.

use async_graphql::{Context, Object, Result, SimpleObject};
use pivotal_commands::campaigns::campaigns::archive::{archive_campaign, restore_campaign};
use pivotal_commands::campaigns::campaigns::change_pace::change_pace;
use pivotal_commands::campaigns::campaigns::choose_winner::choose_winner;
use pivotal_commands::campaigns::campaigns::confirm::confirm;
use pivotal_commands::campaigns::campaigns::copy::copy_campaign;
use pivotal_commands::campaigns::campaigns::create::create_campaign;
use pivotal_commands::campaigns::campaigns::define_audience::define_audience;
use pivotal_commands::campaigns::campaigns::define_content::define_content;
use pivotal_commands::campaigns::campaigns::define_schedule::define_schedule;
use pivotal_commands::campaigns::campaigns::details::update_campaign;
use pivotal_commands::campaigns::campaigns::launch::{Checked, launch_campaign};
use pivotal_commands::campaigns::campaigns::pause::{pause_campaign, resume_campaign};
use pivotal_commands::campaigns::campaigns::retry_take::retry_take;
use pivotal_commands::campaigns::campaigns::schedule::{schedule_campaign, unschedule_campaign};
use pivotal_commands::campaigns::campaigns::seed_test::{SeedTest, seed_test};
use pivotal_commands::campaigns::campaigns::stop::stop_campaign;
use pivotal_commands::campaigns::campaigns::top_up::top_up;
use pivotal_commands::execute::Executed;
use pivotal_domain::campaigns::campaigns as domain;
use pivotal_domain::campaigns::campaigns::preflight::{Item, Level};
use pivotal_projections::campaigns::campaigns::SPEC;
use uuid::Uuid;

use super::input::{
    AudienceSourceInput, CampaignCreateInput, CampaignScheduleInput, CampaignUpdateInput,
    CampaignWindowsInput, EmailContentInput, definition, letter, pace,
};
use super::preflight::PreflightItem;
use super::query::one;
use super::types::{Campaign, CampaignConfirmationCode};
use crate::errors::ApiResult;
use crate::graphql::freshness::stale_at;
use crate::graphql::payload::{UserError, run};
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct CampaignMutation;

#[derive(Debug, Default, SimpleObject)]
pub struct CampaignPayload {
    /// As it is now.
    pub campaign: Option<Campaign>,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
    /// Where it was refused for faults: all that was found.
    pub preflight: Vec<PreflightItem>,
}

#[derive(Debug, SimpleObject)]
pub struct CampaignSeedTestPayload {
    /// As it is now.
    pub campaign: Option<Campaign>,
    /// Names of the colleagues it goes to.
    pub sent_to: Vec<String>,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[Object]
impl CampaignMutation {
    /// A new draft of the viewer's.
    #[graphql(directive = allow::apply("CAMPAIGNS_EDIT".into()))]
    async fn campaign_create(
        &self,
        ctx: &Context<'_>,
        input: CampaignCreateInput,
    ) -> Result<CampaignPayload> {
        let done =
            run(ctx, |context, actor| async move { create_campaign(&context, &actor, input.read()?).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// A new draft with the same audience, content and schedule. Null: the name, with "(copy)".
    #[graphql(directive = allow::apply("CAMPAIGNS_EDIT".into()))]
    async fn campaign_copy(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        name: Option<String>,
        idempotency_key: Option<String>,
    ) -> Result<CampaignPayload> {
        let done = run(ctx, move |context, actor| async move {
            copy_campaign(&context, &actor, id, name, idempotency_key.as_deref()).await
        });
        Ok(payload(ctx, done.await?).await?)
    }

    /// Another name, other tags, another owner.
    #[graphql(directive = allow::apply("CAMPAIGNS_EDIT".into()))]
    async fn campaign_update(
        &self,
        ctx: &Context<'_>,
        input: CampaignUpdateInput,
    ) -> Result<CampaignPayload> {
        let (id, changes) = input.read();
        let done =
            run(
                ctx,
                move |context, actor| async move { update_campaign(&context, &actor, id, changes).await },
            );
        Ok(payload(ctx, done.await?).await?)
    }

    /// Whom it is for; nothing at all leaves a draft that is for nobody yet. What was confirmed is void.
    #[graphql(directive = allow::apply("CAMPAIGNS_EDIT".into()))]
    async fn campaign_audience_define(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        include: Vec<AudienceSourceInput>,
        exclude: Option<Vec<AudienceSourceInput>>,
    ) -> Result<CampaignPayload> {
        let done = run(ctx, move |context, actor| async move {
            define_audience(&context, &actor, id, definition(include, exclude)?).await
        });
        Ok(payload(ctx, done.await?).await?)
    }

    /// What it says. What was confirmed is void.
    #[graphql(directive = allow::apply("CAMPAIGNS_EDIT".into()))]
    async fn campaign_content_define(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        input: EmailContentInput,
    ) -> Result<CampaignPayload> {
        let content = input.read();
        let done =
            run(
                ctx,
                move |context, actor| async move { define_content(&context, &actor, id, content).await },
            );
        Ok(payload(ctx, done.await?).await?)
    }

    /// When it goes out, in which hours and how fast.
    #[graphql(directive = allow::apply("CAMPAIGNS_EDIT".into()))]
    async fn campaign_schedule_define(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        input: CampaignScheduleInput,
    ) -> Result<CampaignPayload> {
        let done = run(ctx, move |context, actor| async move {
            define_schedule(&context, &actor, id, input.read()?).await
        });
        Ok(payload(ctx, done.await?).await?)
    }

    /// Vouches for all of these; one that is left out is not confirmed any more.
    #[graphql(directive = allow::apply("CAMPAIGNS_EDIT".into()))]
    async fn campaign_confirm(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        codes: Vec<CampaignConfirmationCode>,
    ) -> Result<CampaignPayload> {
        let codes = codes.into_iter().map(Into::into).collect();
        let done = run(ctx, move |context, actor| async move { confirm(&context, &actor, id, codes).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// Sends each variant to colleagues, at most 10, with the values of a contact; fallbacks unless said.
    #[graphql(directive = allow::apply("CAMPAIGNS_EDIT".into()))]
    async fn campaign_seed_test(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        to: Vec<Uuid>,
        contact_id: Option<Uuid>,
    ) -> Result<CampaignSeedTestPayload> {
        let outside = core(ctx).campaigns.clone();
        let input = SeedTest { id, to, contact: contact_id };
        let done =
            run(ctx, move |context, actor| async move { seed_test(&context, &outside, &actor, input).await });
        let (done, sent_to) = match done.await? {
            Ok((done, names)) => (Ok(done), names),
            Err(user_errors) => (Err(user_errors), Vec::new()),
        };
        let CampaignPayload { campaign, position, user_errors, .. } = payload(ctx, done).await?;
        Ok(CampaignSeedTestPayload { campaign, sent_to, position, user_errors })
    }

    /// It is out of the lists; what it sent stays. A repeat is fine.
    #[graphql(directive = allow::apply("CAMPAIGNS_EDIT".into()))]
    async fn campaign_archive(&self, ctx: &Context<'_>, id: Uuid) -> Result<CampaignPayload> {
        let done =
            run(ctx, move |context, actor| async move { archive_campaign(&context, &actor, id).await });
        Ok(payload(ctx, done.await?).await?)
    }

    #[graphql(directive = allow::apply("CAMPAIGNS_EDIT".into()))]
    async fn campaign_restore(&self, ctx: &Context<'_>, id: Uuid) -> Result<CampaignPayload> {
        let done =
            run(ctx, move |context, actor| async move { restore_campaign(&context, &actor, id).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// Launches it now: its audience is taken, and it runs. Refused with all faults of the pre-flight. Who comes second gets the campaign as it is.
    #[graphql(directive = allow::apply("CAMPAIGNS_LAUNCH".into()))]
    async fn campaign_launch(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        idempotency_key: Option<String>,
    ) -> Result<CampaignPayload> {
        let outside = core(ctx).campaigns.clone();
        let done = run(ctx, move |context, actor| async move {
            launch_campaign(&context, &outside, &actor, id, idempotency_key.as_deref()).await
        });
        Ok(checked(ctx, done.await?).await?)
    }

    /// It starts by itself at its moment. Refused with all faults of the pre-flight, which is asked again then.
    #[graphql(directive = allow::apply("CAMPAIGNS_LAUNCH".into()))]
    async fn campaign_schedule(&self, ctx: &Context<'_>, id: Uuid) -> Result<CampaignPayload> {
        let outside = core(ctx).campaigns.clone();
        let done =
            run(
                ctx,
                move |context, actor| async move { schedule_campaign(&context, &outside, &actor, id).await },
            );
        Ok(checked(ctx, done.await?).await?)
    }

    /// It is a draft again.
    #[graphql(directive = allow::apply("CAMPAIGNS_LAUNCH".into()))]
    async fn campaign_unschedule(&self, ctx: &Context<'_>, id: Uuid) -> Result<CampaignPayload> {
        let done =
            run(ctx, move |context, actor| async move { unschedule_campaign(&context, &actor, id).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// Nothing more leaves, but for what is being handed over.
    #[graphql(directive = allow::apply("CAMPAIGNS_LAUNCH".into()))]
    async fn campaign_pause(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        reason: Option<String>,
    ) -> Result<CampaignPayload> {
        let done =
            run(ctx, move |context, actor| async move { pause_campaign(&context, &actor, id, reason).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// After complaints it asks for a reason; after a restore of the log, that some people may get it twice is to be accepted.
    #[graphql(directive = allow::apply("CAMPAIGNS_LAUNCH".into()))]
    async fn campaign_resume(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        #[graphql(default)] accepted_after_restore: bool,
        reason: Option<String>,
    ) -> Result<CampaignPayload> {
        let done = run(ctx, move |context, actor| async move {
            resume_campaign(&context, &actor, id, accepted_after_restore, reason).await
        });
        Ok(payload(ctx, done.await?).await?)
    }

    /// For good: whoever has not had it is left out.
    #[graphql(directive = allow::apply("CAMPAIGNS_LAUNCH".into()))]
    async fn campaign_stop(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        reason: Option<String>,
    ) -> Result<CampaignPayload> {
        let done =
            run(ctx, move |context, actor| async move { stop_campaign(&context, &actor, id, reason).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// Its audience could not be taken, however often it was tried: it is tried again.
    #[graphql(directive = allow::apply("CAMPAIGNS_LAUNCH".into()))]
    async fn campaign_take_retry(&self, ctx: &Context<'_>, id: Uuid) -> Result<CampaignPayload> {
        let done = run(ctx, move |context, actor| async move { retry_take(&context, &actor, id).await });
        Ok(payload(ctx, done.await?).await?)
    }

    /// Whoever no earlier audience version has joins. The campaign's own audience unless said.
    #[graphql(directive = allow::apply("CAMPAIGNS_LAUNCH".into()))]
    async fn campaign_top_up(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        include: Option<Vec<AudienceSourceInput>>,
        exclude: Option<Vec<AudienceSourceInput>>,
    ) -> Result<CampaignPayload> {
        let done = run(ctx, move |context, actor| async move {
            let definition = include.map(|include| definition(include, exclude)).transpose()?;
            top_up(&context, &actor, id, definition).await
        });
        Ok(payload(ctx, done.await?).await?)
    }

    /// How fast and in which hours it goes on; null: without a limit of its own.
    #[graphql(directive = allow::apply("CAMPAIGNS_LAUNCH".into()))]
    async fn campaign_pace_change(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        per_second: Option<i32>,
        windows: Option<CampaignWindowsInput>,
    ) -> Result<CampaignPayload> {
        let done = run(ctx, move |context, actor| async move {
            let windows = windows.map(CampaignWindowsInput::read).transpose()?;
            change_pace(&context, &actor, id, per_second.map(pace), windows).await
        });
        Ok(payload(ctx, done.await?).await?)
    }

    /// Whoever waits for the end of the test gets this variant, at any time of it.
    #[graphql(directive = allow::apply("CAMPAIGNS_LAUNCH".into()))]
    async fn campaign_winner_choose(
        &self,
        ctx: &Context<'_>,
        id: Uuid,
        variant: String,
    ) -> Result<CampaignPayload> {
        let figures = core(ctx).campaigns.figures.clone();
        let done = run(ctx, move |context, actor| async move {
            choose_winner(&context, figures.as_ref(), &actor, id, letter(&variant)).await
        });
        Ok(payload(ctx, done.await?).await?)
    }
}

type Done = std::result::Result<Executed<domain::Campaign>, Vec<UserError>>;

async fn payload(ctx: &Context<'_>, done: Done) -> ApiResult<CampaignPayload> {
    let done = match done {
        Ok(done) => done,
        Err(user_errors) => return Ok(CampaignPayload { user_errors, ..CampaignPayload::default() }),
    };
    let stale = match done.position {
        Some(position) => stale_at(core(ctx), &[SPEC.name], position).await?,
        None => false,
    };
    let campaign = if stale { None } else { one(core(ctx), actor(ctx)?, done.id).await? };
    Ok(CampaignPayload { campaign, position: done.position, ..CampaignPayload::default() })
}

/// A launch that was refused answers with all that was found, and with the faults as errors.
async fn checked(
    ctx: &Context<'_>,
    done: std::result::Result<Checked, Vec<UserError>>,
) -> ApiResult<CampaignPayload> {
    match done {
        Ok(Checked::Done(done)) => payload(ctx, Ok(*done)).await,
        Ok(Checked::Refused(items)) => {
            let user_errors = items.iter().filter(|item| item.level == Level::Fault).map(fault).collect();
            let preflight = items.into_iter().map(PreflightItem::from).collect();
            Ok(CampaignPayload { user_errors, preflight, ..CampaignPayload::default() })
        }
        Err(user_errors) => payload(ctx, Err(user_errors)).await,
    }
}

fn fault(item: &Item) -> UserError {
    UserError {
        code: item.code.to_owned(),
        field: Some(item.step.as_str().to_owned()),
        message: item.words.clone(),
        record_id: None,
    }
}
