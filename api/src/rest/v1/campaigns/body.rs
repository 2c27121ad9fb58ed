//! Audience, content and schedule of a campaign as they come in and go out over REST.

use chrono::{DateTime, NaiveDateTime, Utc};
use pivotal_commands::error::CommandError;
use pivotal_domain::audience::exports::list::ListFilter;
use pivotal_domain::campaigns::campaigns::audience::{self as domain, AudienceDefinition};
use pivotal_domain::campaigns::campaigns::content::{self, Decides, Metric, Otherwise};
use pivotal_domain::campaigns::campaigns::schedule;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::graphql::campaigns::campaigns::input::refused;

/// Whom of another campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = CampaignWho)]
pub enum Who {
    Everybody,
    Sent,
    Opened,
    Clicked,
    Replied,
    NotOpened,
    Bounced,
}

impl From<Who> for domain::Who {
    fn from(who: Who) -> Self {
        match who {
            Who::Everybody => domain::Who::Everybody,
            Who::Sent => domain::Who::Sent,
            Who::Opened => domain::Who::Opened,
            Who::Clicked => domain::Who::Clicked,
            Who::Replied => domain::Who::Replied,
            Who::NotOpened => domain::Who::NotOpened,
            Who::Bounced => domain::Who::Bounced,
        }
    }
}

impl From<domain::Who> for Who {
    fn from(who: domain::Who) -> Self {
        match who {
            domain::Who::Everybody => Who::Everybody,
            domain::Who::Sent => Who::Sent,
            domain::Who::Opened => Who::Opened,
            domain::Who::Clicked => Who::Clicked,
            domain::Who::Replied => Who::Replied,
            domain::Who::NotOpened => Who::NotOpened,
            domain::Who::Bounced => Who::Bounced,
        }
    }
}

/// Exactly one of list, segment, domainSet, filter and campaign.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = AudienceSource)]
pub struct Source {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<Uuid>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub segment: Option<Uuid>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain_set: Option<Uuid>,
    /// Of a domain set: also what is only nearly the same.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub fuzzy: bool,
    /// In the filter language; beside a domain set, what is asked besides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub filter: Option<Value>,
    /// Of a filter: in which days begin, by its IANA name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub campaign: Option<Uuid>,
    /// Of a campaign; everybody unless said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<Who>,
}

impl Source {
    fn read(self) -> Result<domain::Source, CommandError> {
        let Source { list, segment, domain_set, fuzzy, filter, time_zone, campaign, who } = self;
        let asked = filter.map(|condition| {
            Box::new(ListFilter { condition: Some(condition), time_zone, ..ListFilter::default() })
        });
        match (list, segment, domain_set, asked, campaign) {
            (Some(id), None, None, None, None) => Ok(domain::Source::List(id)),
            (None, Some(id), None, None, None) => Ok(domain::Source::Segment(id)),
            (None, None, Some(set), with, None) => Ok(domain::Source::DomainSet { set, fuzzy, with }),
            (None, None, None, Some(filter), None) => Ok(domain::Source::Filter(filter)),
            (None, None, None, None, Some(campaign)) => {
                let who = who.map_or(domain::Who::Everybody, domain::Who::from);
                Ok(domain::Source::Campaign { campaign, who })
            }
            _ => Err(refused(
                "include",
                "AUDIENCE_SOURCE_INVALID",
                "A source is exactly one list, segment, domain set, filter or campaign. Name one of them.",
            )),
        }
    }

    fn shown(source: domain::Source) -> Self {
        let nothing = Source::default();
        match source {
            domain::Source::List(id) => Source { list: Some(id), ..nothing },
            domain::Source::Segment(id) => Source { segment: Some(id), ..nothing },
            domain::Source::DomainSet { set, fuzzy, with } => {
                let (filter, time_zone) = with.map_or((None, None), |with| (with.condition, with.time_zone));
                Source { domain_set: Some(set), fuzzy, filter, time_zone, ..nothing }
            }
            domain::Source::Filter(filter) => {
                Source { filter: filter.condition, time_zone: filter.time_zone, ..nothing }
            }
            domain::Source::Campaign { campaign, who } => {
                Source { campaign: Some(campaign), who: Some(who.into()), ..nothing }
            }
        }
    }
}

/// Whoever is in one of the sources that are included, and in none that is left out.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = CampaignAudience)]
pub struct Audience {
    pub include: Vec<Source>,
    #[serde(default)]
    pub exclude: Vec<Source>,
}

impl Audience {
    pub fn read(self) -> Result<AudienceDefinition, CommandError> {
        let sources = |given: Vec<Source>| -> Result<Vec<domain::Source>, CommandError> {
            given.into_iter().map(Source::read).collect()
        };
        Ok(AudienceDefinition { include: sources(self.include)?, exclude: sources(self.exclude)? })
    }

    pub fn shown(definition: AudienceDefinition) -> Self {
        let sources = |held: Vec<domain::Source>| held.into_iter().map(Source::shown).collect();
        Audience { include: sources(definition.include), exclude: sources(definition.exclude) }
    }
}

#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = CampaignVariant)]
pub struct Variant {
    /// A to H, in this order.
    #[schema(value_type = String)]
    pub key: char,
    pub template_id: Uuid,
    pub version: u32,
    /// Absent: the template's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    #[serde(default = "one")]
    pub weight: u16,
}

fn one() -> u16 {
    1
}

fn yes() -> bool {
    true
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = CampaignMetric)]
pub enum By {
    Clicked,
    Opened,
    Replied,
}

impl From<Metric> for By {
    fn from(metric: Metric) -> Self {
        match metric {
            Metric::Clicked => By::Clicked,
            Metric::Opened => By::Opened,
            Metric::Replied => By::Replied,
        }
    }
}

/// Which variant is better, found out on a part of the audience.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = CampaignTest)]
pub struct Test {
    pub metric: By,
    /// Of the audience. The others wait for the winner.
    pub share_percent: u8,
    pub minutes: u32,
    /// The test decides; else a person.
    pub automatic: bool,
    /// Where the test finds no difference: the rest waits for a person.
    #[serde(default)]
    pub otherwise_wait: bool,
}

#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[schema(as = CampaignUtm)]
pub struct Utm {
    pub source: String,
    pub medium: String,
    pub campaign: String,
    pub term: String,
    pub content: String,
}

#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = CampaignNamedLink)]
pub struct NamedLink {
    pub n: u16,
    pub name: String,
}

/// What a campaign by mail says.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = CampaignContent)]
pub struct Content {
    pub sender_id: Uuid,
    pub variants: Vec<Variant>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub test: Option<Test>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub utm: Option<Utm>,
    #[serde(default = "yes")]
    pub track_opens: bool,
    #[serde(default = "yes")]
    pub track_links: bool,
    #[serde(default)]
    pub named_links: Vec<NamedLink>,
}

impl Content {
    pub fn read(self) -> content::EmailContent {
        let variant = |one: Variant| content::Variant {
            key: one.key.to_ascii_uppercase(),
            template: one.template_id,
            version: one.version,
            subject: one.subject.filter(|subject| !subject.trim().is_empty()),
            weight: one.weight,
        };
        let test = |test: Test| {
            let otherwise = if test.otherwise_wait { Otherwise::Wait } else { Otherwise::Leader };
            content::AbTest {
                metric: match test.metric {
                    By::Clicked => Metric::Clicked,
                    By::Opened => Metric::Opened,
                    By::Replied => Metric::Replied,
                },
                share_percent: test.share_percent,
                runs_for_minutes: test.minutes,
                decides: if test.automatic { Decides::Test { otherwise } } else { Decides::Person },
            }
        };
        let utm = |Utm { source, medium, campaign, term, content }: Utm| content::Utm {
            source,
            medium,
            campaign,
            term,
            content,
        };
        content::EmailContent {
            sender: self.sender_id,
            variants: self.variants.into_iter().map(variant).collect(),
            test: self.test.map(test),
            utm: self.utm.map(utm).filter(|utm| *utm != content::Utm::default()),
            track_opens: self.track_opens,
            track_links: self.track_links,
            named_links: self.named_links.into_iter().map(|link| (link.n, link.name)).collect(),
        }
    }

    pub fn shown(held: content::EmailContent) -> Self {
        let variant = |one: content::Variant| Variant {
            key: one.key,
            template_id: one.template,
            version: one.version,
            subject: one.subject,
            weight: one.weight,
        };
        let test = |test: content::AbTest| Test {
            metric: test.metric.into(),
            share_percent: test.share_percent,
            minutes: test.runs_for_minutes,
            automatic: matches!(test.decides, Decides::Test { .. }),
            otherwise_wait: test.decides == Decides::Test { otherwise: Otherwise::Wait },
        };
        let utm = |content::Utm { source, medium, campaign, term, content }: content::Utm| Utm {
            source,
            medium,
            campaign,
            term,
            content,
        };
        Content {
            sender_id: held.sender,
            variants: held.variants.into_iter().map(variant).collect(),
            test: held.test.map(test),
            utm: held.utm.map(utm),
            track_opens: held.track_opens,
            track_links: held.track_links,
            named_links: held.named_links.into_iter().map(|(n, name)| NamedLink { n, name }).collect(),
        }
    }
}

/// Hours of some days of the week.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = CampaignWindows)]
pub struct Windows {
    /// Seven, from Monday on.
    #[schema(value_type = Vec<bool>)]
    pub days: [bool; 7],
    pub from_minute: u16,
    /// Exclusive; 1440 is the end of the day.
    pub to_minute: u16,
}

impl From<Windows> for schedule::Windows {
    fn from(Windows { days, from_minute, to_minute }: Windows) -> Self {
        schedule::Windows { days, from_minute, to_minute }
    }
}

impl From<schedule::Windows> for Windows {
    fn from(schedule::Windows { days, from_minute, to_minute }: schedule::Windows) -> Self {
        Windows { days, from_minute, to_minute }
    }
}

#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = CampaignSchedule)]
pub struct Schedule {
    /// As the clock shows it in `zone`, or at each recipient's, like 2026-12-01T09:00:00; absent: at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub at: Option<NaiveDateTime>,
    /// By its IANA name.
    pub zone: String,
    #[serde(default)]
    pub in_recipients_zone: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub windows: Option<Windows>,
    /// Whoever has not had it by then is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends_at: Option<DateTime<Utc>>,
    /// Absent: as fast as sender and deployment allow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per_second: Option<u32>,
    #[serde(default = "yes")]
    pub respects_cap: bool,
}

impl Schedule {
    pub fn read(self) -> schedule::Schedule {
        schedule::Schedule {
            start: self.at.map_or(schedule::Start::AtOnce, schedule::Start::At),
            zone: self.zone,
            in_recipients_zone: self.in_recipients_zone,
            windows: self.windows.map(Into::into),
            ends: self.ends_at,
            per_second: self.per_second,
            respects_cap: self.respects_cap,
        }
    }

    pub fn shown(held: schedule::Schedule) -> Self {
        Schedule {
            at: match held.start {
                schedule::Start::AtOnce => None,
                schedule::Start::At(local) => Some(local),
            },
            zone: held.zone,
            in_recipients_zone: held.in_recipients_zone,
            windows: held.windows.map(Into::into),
            ends_at: held.ends,
            per_second: held.per_second,
            respects_cap: held.respects_cap,
        }
    }
}
