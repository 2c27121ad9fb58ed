//! What a campaign looks like over REST.

use chrono::{DateTime, Utc};
use pivotal_domain::campaigns::campaigns::happened::ConfirmationCode;
use pivotal_domain::campaigns::campaigns::left_out::LeftOut;
use pivotal_domain::campaigns::campaigns::preflight::{Item, Level};
use pivotal_projections::campaigns::campaigns::members::MemberRow;
use pivotal_projections::campaigns::campaigns::query::{CampaignRow, VersionRow};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

use super::body::{Audience, Content, Schedule, Source, Windows};

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Campaign {
    pub id: Uuid,
    /// email, call.
    pub channel: &'static str,
    pub name: String,
    /// draft, scheduled, launching, running, paused, completed, stopped.
    pub state: &'static str,
    pub archived: bool,
    pub owner_id: Uuid,
    pub team_id: Option<Uuid>,
    /// For whom it is done; absent: for us.
    pub client_id: Option<Uuid>,
    pub brand_id: Uuid,
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
    pub taking: Option<u16>,
    pub audience: Option<Audience>,
    pub content: Option<Content>,
    pub schedule: Option<Schedule>,
    /// Codes of what was vouched for.
    pub confirmed: Vec<&'static str>,
    /// This very content was sent to colleagues.
    pub seed_tested: bool,
    /// `{reason, detail}`.
    #[schema(value_type = Option<Object>)]
    pub paused: Option<Value>,
    /// The key of the variant that won its test.
    #[schema(value_type = Option<String>)]
    pub winner: Option<char>,
}

impl Campaign {
    /// `None`: a row of nothing that was ever made, which there is none of.
    pub fn of(row: CampaignRow) -> Option<Self> {
        let campaign = row.campaign.0;
        let (archived, made) = (campaign.archived, campaign.made?);
        Some(Campaign {
            id: row.id,
            channel: made.channel.as_str(),
            state: made.state.as_str(),
            archived,
            created_at: row.created_at,
            updated_at: row.updated_at,
            start_at: made.start,
            launched_at: row.launched_at,
            ended_at: row.ended_at,
            audience_count: row.audience_count,
            copied_from: row.copied_from,
            taking: made.taking.as_ref().map(|taking| taking.version),
            confirmed: made.confirmations.iter().map(|held| held.code.as_str()).collect(),
            seed_tested: made.is_seed_tested(),
            paused: row.paused,
            winner: made.winner,
            brand_id: made.brand,
            name: made.details.name,
            owner_id: made.details.owner,
            team_id: made.details.team,
            client_id: made.details.client,
            tags: made.details.tags,
            audience: made.audience.map(Audience::shown),
            content: made.content.map(Content::shown),
            schedule: made.schedule.map(Schedule::shown),
        })
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewCampaign {
    pub name: String,
    /// In whose name of ours it speaks.
    pub brand_id: Uuid,
    /// For whom it is done; absent: for us.
    #[serde(default)]
    pub client_id: Option<Uuid>,
    #[serde(default)]
    pub include: Vec<Source>,
    /// What it says, if that is known already.
    #[serde(default)]
    pub content: Option<Content>,
    #[serde(default)]
    pub schedule: Option<Schedule>,
}

/// Parts that are absent stay as they are.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct CampaignChanges {
    pub name: Option<String>,
    pub tags: Option<Vec<String>>,
    pub owner_id: Option<Uuid>,
    /// null: no team.
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<Uuid>)]
    pub team_id: Option<Option<Uuid>>,
    /// null: for us. Only of a draft.
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<Uuid>)]
    pub client_id: Option<Option<Uuid>>,
}

/// What is there is said, and null empties it.
fn said<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<Uuid>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct CampaignCopied {
    /// The other's, with "(copy)", unless said.
    pub name: Option<String>,
}

#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = CampaignConfirmationCode)]
pub enum Code {
    LawfulBasis,
    ContentChecked,
    /// Only with a client.
    ClientAgrees,
}

impl From<Code> for ConfirmationCode {
    fn from(code: Code) -> Self {
        match code {
            Code::LawfulBasis => ConfirmationCode::LawfulBasis,
            Code::ContentChecked => ConfirmationCode::ContentChecked,
            Code::ClientAgrees => ConfirmationCode::ClientAgrees,
        }
    }
}

/// All that are confirmed from now on.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CampaignConfirmations {
    pub codes: Vec<Code>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CampaignSeed {
    /// Users of ours, at most 10.
    pub to: Vec<Uuid>,
    /// Whose values it shows; fallbacks unless said.
    #[serde(default)]
    pub contact_id: Option<Uuid>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CampaignSeedSent {
    /// Names of the colleagues it goes to.
    pub sent_to: Vec<String>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct CampaignReason {
    pub reason: Option<String>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct CampaignResumed {
    pub reason: Option<String>,
    /// After a restore of the log: some people may get it twice.
    pub accepted_after_restore: bool,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct CampaignTopUp {
    /// The campaign's own audience unless said.
    pub audience: Option<Audience>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct CampaignPaceChange {
    /// null: as fast as sender and deployment allow.
    pub per_second: Option<u32>,
    /// null: at any hour.
    pub windows: Option<Windows>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CampaignWinner {
    /// Its letter.
    pub variant: char,
}

/// What keeps a campaign from being launched, or should be looked at before.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PreflightItem {
    pub code: &'static str,
    /// fault, warning. A fault refuses the launch.
    pub level: &'static str,
    /// Where it is mended: audience, content, schedule, review.
    pub step: &'static str,
    pub message: String,
    #[schema(value_type = Option<Object>)]
    pub detail: Option<Value>,
}

impl From<Item> for PreflightItem {
    fn from(item: Item) -> Self {
        let level = match item.level {
            Level::Fault => "fault",
            Level::Warning => "warning",
        };
        PreflightItem {
            code: item.code,
            level,
            step: item.step.as_str(),
            message: item.words,
            detail: item.detail,
        }
    }
}

/// Faults first.
#[derive(Debug, Serialize, ToSchema)]
pub struct Preflight {
    pub items: Vec<PreflightItem>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LeftOutCount {
    pub reason: String,
    /// In words.
    pub label: String,
    pub count: u64,
}

/// Everybody who was in the audience when it was taken. It never changes.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AudienceVersion {
    pub version: i32,
    pub as_of: DateTime<Utc>,
    /// Of the log, as of which it was taken.
    pub position: i64,
    pub count: i64,
    pub accounts: i64,
    /// SHA-256 over the 16 bytes of each contact's id, in ascending order.
    pub hash: String,
    pub audience: Audience,
    /// Who was left out from the start.
    pub excluded: Vec<LeftOutCount>,
}

impl From<VersionRow> for AudienceVersion {
    fn from(row: VersionRow) -> Self {
        let excluded = row.excluded.into_iter().map(|(reason, count)| LeftOutCount {
            label: LeftOut::label_of(&reason),
            reason,
            count,
        });
        AudienceVersion {
            version: row.version,
            as_of: row.as_of,
            position: row.position,
            count: row.count,
            accounts: row.accounts,
            hash: row.hash,
            excluded: excluded.collect(),
            audience: Audience::shown(row.definition),
        }
    }
}

/// The first is version 1.
#[derive(Debug, Serialize, ToSchema)]
pub struct AudienceVersions {
    pub items: Vec<AudienceVersion>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct AudienceMember {
    pub contact_id: Uuid,
    pub account_id: Option<Uuid>,
}

impl From<MemberRow> for AudienceMember {
    fn from(row: MemberRow) -> Self {
        AudienceMember { contact_id: row.contact_id, account_id: row.account_id }
    }
}
