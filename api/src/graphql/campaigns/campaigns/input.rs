//! What is asked of campaigns, and what they are told.

use std::collections::BTreeMap;

use async_graphql::{InputObject, Json, MaybeUndefined};
use chrono::{DateTime, NaiveDateTime, Utc};
use pivotal_commands::campaigns::campaigns::create::CreateCampaign;
use pivotal_commands::error::{CommandError, Rejection};
use pivotal_domain::audience::exports::list::ListFilter;
use pivotal_domain::campaigns::campaigns::audience::{AudienceDefinition, Source, Who};
use pivotal_domain::campaigns::campaigns::content::{AbTest, Decides, EmailContent, Otherwise, Utm, Variant};
use pivotal_domain::campaigns::campaigns::details::DetailChanges;
use pivotal_domain::campaigns::campaigns::schedule::{Schedule, Start, Windows};
use pivotal_domain::campaigns::campaigns::state::{Channel, State};
use pivotal_projections::campaigns::campaigns::query::CampaignsFilter as Conditions;
use serde_json::Value;
use uuid::Uuid;

use super::audience::CampaignWho;
use super::content::WinnerMetric;
use super::types::{CampaignChannel, CampaignState};

/// All conditions must hold.
#[derive(Debug, Default, InputObject)]
pub struct CampaignsFilter {
    /// Every word is looked for in the name.
    pub q: Option<String>,
    pub states: Option<Vec<CampaignState>>,
    pub channel: Option<CampaignChannel>,
    pub owner_id: Option<Uuid>,
    pub client_id: Option<Uuid>,
    pub tag: Option<String>,
    /// null: archived ones too.
    #[graphql(default_with = "Some(false)")]
    pub archived: Option<bool>,
}

impl CampaignsFilter {
    pub fn read(filter: Option<Self>) -> Conditions {
        let Some(filter) = filter else {
            return Conditions { archived: Some(false), ..Conditions::default() };
        };
        let CampaignsFilter { q, states, channel, owner_id, client_id, tag, archived } = filter;
        Conditions {
            q,
            states: states.unwrap_or_default().into_iter().map(State::from).collect(),
            channel: channel.map(Channel::from),
            owner: owner_id,
            client: client_id,
            tag,
            archived,
        }
    }
}

#[derive(Debug, InputObject)]
pub struct CampaignCreateInput {
    pub name: String,
    #[graphql(default_with = "CampaignChannel::Email")]
    pub channel: CampaignChannel,
    /// In whose name of ours it speaks.
    pub brand_id: Uuid,
    /// For whom it is done; null: for us.
    pub client_id: Option<Uuid>,
    pub include: Option<Vec<AudienceSourceInput>>,
    pub idempotency_key: Option<String>,
}

impl CampaignCreateInput {
    pub fn read(self) -> Result<CreateCampaign, CommandError> {
        Ok(CreateCampaign {
            channel: self.channel.into(),
            name: self.name,
            brand: self.brand_id,
            client: self.client_id,
            include: sources(self.include.unwrap_or_default())?,
            idempotency_key: self.idempotency_key,
        })
    }
}

/// Parts that are absent stay as they are.
#[derive(Debug, InputObject)]
pub struct CampaignUpdateInput {
    pub id: Uuid,
    pub name: Option<String>,
    pub tags: Option<Vec<String>>,
    pub owner_id: Option<Uuid>,
    /// null: no team.
    pub team_id: MaybeUndefined<Uuid>,
    /// null: for us. Only of a draft.
    pub client_id: MaybeUndefined<Uuid>,
}

impl CampaignUpdateInput {
    pub fn read(self) -> (Uuid, DetailChanges) {
        let CampaignUpdateInput { id, name, tags, owner_id, team_id, client_id } = self;
        let changes =
            DetailChanges { name, tags, owner: owner_id, team: said(team_id), client: said(client_id) };
        (id, changes)
    }
}

fn said(given: MaybeUndefined<Uuid>) -> Option<Option<Uuid>> {
    match given {
        MaybeUndefined::Undefined => None,
        MaybeUndefined::Null => Some(None),
        MaybeUndefined::Value(id) => Some(Some(id)),
    }
}

/// Exactly one of list, segment, domainSet, filter and campaign.
#[derive(Debug, InputObject)]
pub struct AudienceSourceInput {
    pub list: Option<Uuid>,
    pub segment: Option<Uuid>,
    pub domain_set: Option<Uuid>,
    /// Of a domain set: also what is only nearly the same.
    #[graphql(default)]
    pub fuzzy: bool,
    /// In the filter language; beside a domain set, what is asked besides.
    pub filter: Option<Json<Value>>,
    /// Of a filter: in which days begin, by its IANA name.
    pub time_zone: Option<String>,
    pub campaign: Option<Uuid>,
    /// Of a campaign; everybody unless said.
    pub who: Option<CampaignWho>,
}

impl AudienceSourceInput {
    fn read(self) -> Result<Source, CommandError> {
        let AudienceSourceInput { list, segment, domain_set, fuzzy, filter, time_zone, campaign, who } = self;
        let asked = filter.map(|Json(condition)| {
            Box::new(ListFilter { condition: Some(condition), time_zone, ..ListFilter::default() })
        });
        match (list, segment, domain_set, asked, campaign) {
            (Some(id), None, None, None, None) => Ok(Source::List(id)),
            (None, Some(id), None, None, None) => Ok(Source::Segment(id)),
            (None, None, Some(set), with, None) => Ok(Source::DomainSet { set, fuzzy, with }),
            (None, None, None, Some(filter), None) => Ok(Source::Filter(filter)),
            (None, None, None, None, Some(campaign)) => {
                Ok(Source::Campaign { campaign, who: who.map_or(Who::Everybody, Who::from) })
            }
            _ => Err(refused(
                "include",
                "AUDIENCE_SOURCE_INVALID",
                "A source is exactly one list, segment, domain set, filter or campaign. Name one of them.",
            )),
        }
    }
}

fn sources(given: Vec<AudienceSourceInput>) -> Result<Vec<Source>, CommandError> {
    given.into_iter().map(AudienceSourceInput::read).collect()
}

pub fn definition(
    include: Vec<AudienceSourceInput>,
    exclude: Option<Vec<AudienceSourceInput>>,
) -> Result<AudienceDefinition, CommandError> {
    Ok(AudienceDefinition { include: sources(include)?, exclude: sources(exclude.unwrap_or_default())? })
}

#[derive(Debug, InputObject)]
pub struct EmailContentInput {
    pub sender_id: Uuid,
    pub variants: Vec<VariantInput>,
    pub test: Option<AbTestInput>,
    pub utm: Option<UtmInput>,
    #[graphql(default = true)]
    pub track_opens: bool,
    #[graphql(default = true)]
    pub track_links: bool,
    pub named_links: Option<Vec<NamedLinkInput>>,
}

#[derive(Debug, InputObject)]
pub struct VariantInput {
    /// A to H, in this order.
    pub key: String,
    pub template_id: Uuid,
    pub version: i32,
    /// Null: the template's own.
    pub subject: Option<String>,
    #[graphql(default = 1)]
    pub weight: i32,
}

#[derive(Debug, InputObject)]
pub struct AbTestInput {
    pub metric: WinnerMetric,
    pub share_percent: i32,
    pub minutes: i32,
    pub automatic: bool,
    #[graphql(default)]
    pub otherwise_wait: bool,
}

#[derive(Debug, InputObject)]
pub struct UtmInput {
    #[graphql(default)]
    pub source: String,
    #[graphql(default)]
    pub medium: String,
    #[graphql(default)]
    pub campaign: String,
    #[graphql(default)]
    pub term: String,
    #[graphql(default)]
    pub content: String,
}

#[derive(Debug, InputObject)]
pub struct NamedLinkInput {
    pub n: i32,
    pub name: String,
}

impl EmailContentInput {
    /// Numbers that are not what they should be become ones that are refused where the content is checked.
    pub fn read(self) -> EmailContent {
        let named: BTreeMap<u16, String> = self
            .named_links
            .unwrap_or_default()
            .into_iter()
            .filter_map(|link| Some((u16::try_from(link.n).ok()?, link.name)))
            .filter(|(_, name)| !name.trim().is_empty())
            .collect();
        EmailContent {
            sender: self.sender_id,
            variants: self.variants.into_iter().map(VariantInput::read).collect(),
            test: self.test.map(AbTestInput::read),
            utm: self.utm.map(UtmInput::read).filter(|utm| *utm != Utm::default()),
            track_opens: self.track_opens,
            track_links: self.track_links,
            named_links: named,
        }
    }
}

impl VariantInput {
    fn read(self) -> Variant {
        Variant {
            key: letter(&self.key),
            template: self.template_id,
            version: u32::try_from(self.version).unwrap_or_default(),
            subject: self.subject.filter(|subject| !subject.trim().is_empty()),
            weight: u16::try_from(self.weight).unwrap_or_default(),
        }
    }
}

impl AbTestInput {
    fn read(self) -> AbTest {
        let otherwise = if self.otherwise_wait { Otherwise::Wait } else { Otherwise::Leader };
        AbTest {
            metric: self.metric.into(),
            share_percent: u8::try_from(self.share_percent).unwrap_or_default(),
            runs_for_minutes: u32::try_from(self.minutes).unwrap_or_default(),
            decides: if self.automatic { Decides::Test { otherwise } } else { Decides::Person },
        }
    }
}

impl UtmInput {
    fn read(self) -> Utm {
        let UtmInput { source, medium, campaign, term, content } = self;
        Utm { source, medium, campaign, term, content }
    }
}

#[derive(Debug, InputObject)]
pub struct CampaignScheduleInput {
    /// As the clock shows it in `zone`, or at each recipient's; null: at once.
    pub at: Option<NaiveDateTime>,
    /// By its IANA name.
    pub zone: String,
    #[graphql(default)]
    pub in_recipients_zone: bool,
    pub windows: Option<CampaignWindowsInput>,
    pub ends_at: Option<DateTime<Utc>>,
    pub per_second: Option<i32>,
    #[graphql(default = true)]
    pub respects_cap: bool,
}

impl CampaignScheduleInput {
    pub fn read(self) -> Result<Schedule, CommandError> {
        Ok(Schedule {
            start: self.at.map_or(Start::AtOnce, Start::At),
            zone: self.zone,
            in_recipients_zone: self.in_recipients_zone,
            windows: self.windows.map(CampaignWindowsInput::read).transpose()?,
            ends: self.ends_at,
            per_second: self.per_second.map(pace),
            respects_cap: self.respects_cap,
        })
    }
}

#[derive(Debug, InputObject)]
pub struct CampaignWindowsInput {
    /// Seven, from Monday on.
    pub days: Vec<bool>,
    pub from_minute: i32,
    pub to_minute: i32,
}

impl CampaignWindowsInput {
    pub fn read(self) -> Result<Windows, CommandError> {
        let days: [bool; 7] = self.days.try_into().map_err(|_| {
            refused(
                "windows",
                "CAMPAIGN_WINDOW_INVALID",
                "A week has seven days. Say of each whether it counts.",
            )
        })?;
        // What is no minute of a day is refused where the hours are checked.
        let minute = |minute: i32| u16::try_from(minute).unwrap_or(u16::MAX);
        Ok(Windows { days, from_minute: minute(self.from_minute), to_minute: minute(self.to_minute) })
    }
}

/// What is no letter is no variant's.
pub fn letter(key: &str) -> char {
    let mut letters = key.trim().chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => letter.to_ascii_uppercase(),
        _ => '?',
    }
}

/// What is below one is refused as none at all.
pub fn pace(per_second: i32) -> u32 {
    u32::try_from(per_second).unwrap_or_default()
}

pub fn refused(field: &str, code: &str, message: &str) -> CommandError {
    CommandError::rejected(Rejection::of_field(field, code, message))
}
