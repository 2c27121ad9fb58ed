//! A campaign as the API shows it.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::{ComplexObject, Context, Enum, Json, Result, SimpleObject};
use chrono::{DateTime, NaiveDateTime, Utc};
use pivotal_commands::campaigns::campaigns::retry_take::standing_take;
use pivotal_domain::campaigns::campaigns::Made;
use pivotal_domain::campaigns::campaigns::happened::{ConfirmationCode, PauseDetail, PauseReason};
use pivotal_domain::campaigns::campaigns::schedule::{Schedule, Start, Windows};
use pivotal_domain::campaigns::campaigns::state::{Channel, State};
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::campaigns::campaigns::query::{self, CampaignRow};
use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;

use super::audience::{AudienceVersion, CampaignAudience, audience_of};
use super::content::{EmailContent, content_of};
use super::may::CampaignMay;
use crate::errors::ApiError;
use crate::graphql::{actor, core};

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Channel")]
pub enum CampaignChannel {
    Email,
    Call,
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "State")]
pub enum CampaignState {
    Draft,
    /// Waits for its moment.
    Scheduled,
    /// Its audience is being taken.
    Launching,
    Running,
    Paused,
    Completed,
    Stopped,
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "PauseReason")]
pub enum CampaignPauseReason {
    Person,
    Complaints,
    Bounces,
    Provider,
    /// The log was restored from a backup: what left since then, it does not know.
    Restore,
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "ConfirmationCode")]
pub enum CampaignConfirmationCode {
    LawfulBasis,
    ContentChecked,
    /// Only with a client.
    ClientAgrees,
}

/// Who is spoken to, what is said and when.
#[derive(Debug, SimpleObject)]
#[graphql(complex)]
pub struct Campaign {
    pub id: Uuid,
    pub channel: CampaignChannel,
    pub name: String,
    pub state: CampaignState,
    pub archived: bool,
    pub owner_id: Uuid,
    pub owner_name: Option<String>,
    pub team_id: Option<Uuid>,
    /// For whom it is done; null: for us.
    pub client_id: Option<Uuid>,
    pub client_name: Option<String>,
    pub brand_id: Uuid,
    /// Null: it is gone.
    pub brand_name: Option<String>,
    pub tags: Vec<String>,
    pub copied_from: Option<Uuid>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// When it starts, once it is scheduled.
    pub start_at: Option<DateTime<Utc>>,
    pub launched_at: Option<DateTime<Utc>>,
    /// When it was completed or stopped.
    pub ended_at: Option<DateTime<Utc>>,
    /// In all its audience versions.
    pub audience_count: i64,
    /// The audience version that is being taken.
    pub taking: Option<i32>,
    /// Null: not said yet.
    pub schedule: Option<CampaignSchedule>,
    /// What a launch asks somebody to vouch for; void when audience or content change.
    pub confirmations: Vec<CampaignConfirmation>,
    /// The last test to colleagues; null: none.
    pub seed_tested: Option<SeedTest>,
    pub paused_because: Option<CampaignPause>,
    /// How fast it goes, once it is launched.
    pub pace: Option<CampaignPace>,
    /// The key of the variant that won its test.
    pub winner: Option<String>,
    /// What the viewer may do with it now.
    pub may: CampaignMay,
    #[graphql(skip)]
    pub made: Arc<Made>,
    #[graphql(skip)]
    pub sender_name: Option<String>,
}

#[ComplexObject]
impl Campaign {
    async fn audience(&self, ctx: &Context<'_>) -> Result<CampaignAudience> {
        Ok(audience_of(core(ctx), actor(ctx)?, self.made.audience.as_ref()).await?)
    }

    /// Null: not said yet.
    async fn content(&self, ctx: &Context<'_>) -> Result<Option<EmailContent>> {
        let Some(content) = &self.made.content else { return Ok(None) };
        Ok(Some(content_of(core(ctx), actor(ctx)?, content, self.sender_name.clone()).await?))
    }

    /// Whether its audience could not be taken, however often it was tried: nothing goes on before somebody has it tried again.
    async fn take_stands(&self, ctx: &Context<'_>) -> Result<bool> {
        let stands = standing_take(&core(ctx).context, self.id, &self.made).await;
        Ok(stands.map_err(ApiError::from)?.is_some())
    }

    /// Who was in it, each time its audience was taken; the first is version 1.
    async fn versions(&self, ctx: &Context<'_>) -> Result<Vec<AudienceVersion>> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let rows = query::versions(&core.context.log.pools.read, self.id).await.map_err(ApiError::from)?;
        let mut versions = Vec::with_capacity(rows.len());
        for row in rows {
            versions.push(AudienceVersion::of(core, actor, row).await?);
        }
        Ok(versions)
    }
}

impl Campaign {
    /// `None`: a row of nothing that was ever made, which there is none of.
    pub fn of(row: CampaignRow, names: &HashMap<Uuid, String>, viewer: &Actor) -> Option<Self> {
        let campaign = row.campaign.0;
        let may = CampaignMay::of(&campaign, viewer);
        let (archived, made) = (campaign.archived, campaign.made?);
        let details = made.details.clone();
        Some(Campaign {
            id: row.id,
            channel: made.channel.into(),
            name: details.name,
            state: made.state.into(),
            archived,
            owner_id: details.owner,
            owner_name: names.get(&details.owner).cloned(),
            team_id: details.team,
            client_id: details.client,
            client_name: row.client_name,
            brand_id: made.brand,
            brand_name: row.brand_name,
            tags: details.tags,
            copied_from: row.copied_from,
            created_at: row.created_at,
            updated_at: row.updated_at,
            start_at: made.start,
            launched_at: row.launched_at,
            ended_at: row.ended_at,
            audience_count: row.audience_count,
            taking: made.taking.as_ref().map(|taking| i32::from(taking.version)),
            schedule: made.schedule.as_ref().map(CampaignSchedule::of),
            confirmations: confirmations(&made, names),
            seed_tested: SeedTest::of(&made, names),
            paused_because: CampaignPause::of(row.paused, row.paused_at),
            pace: made.launched.as_ref().map(|launched| CampaignPace {
                per_second: launched.per_second,
                windows: launched.windows.map(CampaignWindows::from),
            }),
            winner: made.winner.map(String::from),
            may,
            sender_name: row.sender_name,
            made: Arc::new(made),
        })
    }
}

#[derive(Debug, SimpleObject)]
pub struct CampaignSchedule {
    /// As the clock shows it in `zone`, or at each recipient's; null: at once.
    pub at: Option<NaiveDateTime>,
    pub zone: String,
    pub in_recipients_zone: bool,
    /// The first moment at which somebody may get it; null: at once.
    pub starts_at: Option<DateTime<Utc>>,
    pub windows: Option<CampaignWindows>,
    /// Whoever has not had it by then is left out.
    pub ends_at: Option<DateTime<Utc>>,
    /// Null: as fast as sender and deployment allow.
    pub per_second: Option<u32>,
    /// How often somebody may be written to counts.
    pub respects_cap: bool,
}

impl CampaignSchedule {
    fn of(schedule: &Schedule) -> Self {
        CampaignSchedule {
            at: match schedule.start {
                Start::AtOnce => None,
                Start::At(local) => Some(local),
            },
            zone: schedule.zone.clone(),
            in_recipients_zone: schedule.in_recipients_zone,
            starts_at: schedule.starts_at(),
            windows: schedule.windows.map(CampaignWindows::from),
            ends_at: schedule.ends,
            per_second: schedule.per_second,
            respects_cap: schedule.respects_cap,
        }
    }
}

/// Hours of some days of the week.
#[derive(Debug, SimpleObject)]
pub struct CampaignWindows {
    /// From Monday on.
    pub days: Vec<bool>,
    /// Of the day.
    pub from_minute: i32,
    /// Exclusive; 1440 is the end of the day.
    pub to_minute: i32,
}

impl From<Windows> for CampaignWindows {
    fn from(windows: Windows) -> Self {
        CampaignWindows {
            days: windows.days.to_vec(),
            from_minute: i32::from(windows.from_minute),
            to_minute: i32::from(windows.to_minute),
        }
    }
}

#[derive(Debug, SimpleObject)]
pub struct CampaignPace {
    /// Null: as fast as sender and deployment allow.
    pub per_second: Option<u32>,
    pub windows: Option<CampaignWindows>,
}

#[derive(Debug, SimpleObject)]
pub struct CampaignConfirmation {
    pub code: CampaignConfirmationCode,
    pub wording: String,
    pub confirmed: bool,
    /// Null: not confirmed.
    pub by_id: Option<Uuid>,
    pub by_name: Option<String>,
}

/// Those that a launch asks for.
fn confirmations(made: &Made, names: &HashMap<Uuid, String>) -> Vec<CampaignConfirmation> {
    let wanted = ConfirmationCode::wanted(made.details.client.is_some());
    let shown = wanted.map(|code| {
        let held = made.confirmations.iter().find(|held| held.code == code);
        CampaignConfirmation {
            code: code.into(),
            wording: held.map_or(code.wording(), |held| held.wording.as_str()).to_owned(),
            confirmed: held.is_some(),
            by_id: held.map(|held| held.by),
            by_name: held.and_then(|held| names.get(&held.by).cloned()),
        }
    });
    shown.collect()
}

#[derive(Debug, SimpleObject)]
pub struct SeedTest {
    pub at: DateTime<Utc>,
    /// Names of colleagues.
    pub to: Vec<String>,
    pub variants: Vec<String>,
    /// It was of this very content.
    pub current: bool,
}

impl SeedTest {
    fn of(made: &Made, names: &HashMap<Uuid, String>) -> Option<Self> {
        let tested = made.seed_tested.as_ref()?;
        let name = |user: &Uuid| names.get(user).cloned().unwrap_or_else(|| "somebody who is gone".into());
        Some(SeedTest {
            at: tested.at,
            to: tested.to.iter().map(name).collect(),
            variants: tested.variants.iter().map(ToString::to_string).collect(),
            current: made.is_seed_tested(),
        })
    }
}

#[derive(Debug, SimpleObject)]
pub struct CampaignPause {
    pub at: DateTime<Utc>,
    pub reason: CampaignPauseReason,
    /// Why it stands still.
    pub words: String,
    /// What was counted, by name.
    pub numbers: Option<Json<Value>>,
}

/// As the row keeps it.
#[derive(Deserialize)]
struct Paused {
    reason: PauseReason,
    detail: PauseDetail,
}

impl CampaignPause {
    fn of(paused: Option<Value>, at: Option<DateTime<Utc>>) -> Option<Self> {
        let Paused { reason, detail } = serde_json::from_value(paused?).ok()?;
        let numbers = (!detail.numbers.is_empty()).then(|| Json(serde_json::json!(detail.numbers)));
        let words = detail.words.unwrap_or_else(|| reason.words().to_owned());
        Some(CampaignPause { at: at?, reason: reason.into(), words, numbers })
    }
}
