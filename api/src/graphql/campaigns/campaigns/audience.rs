//! An audience in words, and who was in it.

use async_graphql::{Enum, Json, SimpleObject};
use chrono::{DateTime, Utc};
use pivotal_commands::audience::custom_fields::vocabulary;
use pivotal_commands::campaigns::campaigns::sources::{self, Seen};
use pivotal_domain::audience::exports::list::ListFilter;
use pivotal_domain::audience::fields::catalogue;
use pivotal_domain::audience::filter::parse::parse_with;
use pivotal_domain::campaigns::campaigns::audience::{AudienceDefinition, Source, Who};
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::campaigns::campaigns::members::MemberRow;
use pivotal_projections::campaigns::campaigns::query::VersionRow;
use serde_json::Value;
use uuid::Uuid;

use super::preflight::ReasonCount;
use crate::app::Core;
use crate::errors::ApiResult;
use crate::graphql::audience::filter::sentence::sentence;
use crate::graphql::audience::record::Entity;

/// Whom of another campaign.
#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Who")]
pub enum CampaignWho {
    /// Whoever is in one of its audience versions.
    Everybody,
    Sent,
    Opened,
    Clicked,
    Replied,
    /// Was sent to, and did not open.
    NotOpened,
    Bounced,
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
pub enum AudienceSourceKind {
    List,
    Segment,
    DomainSet,
    Filter,
    Campaign,
}

#[derive(Debug, SimpleObject)]
pub struct CampaignAudience {
    pub include: Vec<AudienceSource>,
    pub exclude: Vec<AudienceSource>,
    /// All of it in one sentence.
    pub sentence: String,
}

/// One of: a list, a segment, a domain set, a filter, another campaign.
#[derive(Debug, SimpleObject)]
pub struct AudienceSource {
    pub kind: AudienceSourceKind,
    pub id: Option<Uuid>,
    /// Null also when it may not be seen.
    pub name: Option<String>,
    /// Of a list or segment, what it holds; of accounts, the contacts there are meant.
    pub entity: Option<Entity>,
    /// In the filter language: of a filter, what it asks; of a domain set, what is asked besides.
    pub filter: Option<Json<Value>>,
    /// Of a filter: in which days begin.
    pub time_zone: Option<String>,
    /// Of a domain set: also what is only nearly the same.
    pub fuzzy: bool,
    /// Of a campaign.
    pub who: Option<CampaignWho>,
    pub sentence: String,
    /// It is archived, or not shared with the viewer.
    pub gone: bool,
}

/// Everybody who was in the audience when it was taken. It never changes.
#[derive(Debug, SimpleObject)]
pub struct AudienceVersion {
    pub version: i32,
    pub as_of: DateTime<Utc>,
    /// Of the log, as of which it was taken.
    pub position: i64,
    pub count: i64,
    pub accounts: i64,
    /// SHA-256 over the ids, in ascending order.
    pub hash: String,
    /// What was asked for.
    pub sentence: String,
    /// Who was left out from the start.
    pub excluded: Vec<ReasonCount>,
}

impl AudienceVersion {
    pub async fn of(core: &Core, actor: &Actor, row: VersionRow) -> ApiResult<Self> {
        Ok(AudienceVersion {
            version: row.version,
            as_of: row.as_of,
            position: row.position,
            count: row.count,
            accounts: row.accounts,
            hash: row.hash,
            sentence: audience_of(core, actor, Some(&row.definition)).await?.sentence,
            excluded: row.excluded.iter().map(|(code, count)| ReasonCount::of(code, *count)).collect(),
        })
    }
}

#[derive(Debug, SimpleObject)]
pub struct AudienceMember {
    pub contact_id: Uuid,
    /// As they are called now; null when they are erased, or may not be seen.
    pub contact_name: Option<String>,
    pub account_id: Option<Uuid>,
}

impl From<MemberRow> for AudienceMember {
    fn from(row: MemberRow) -> Self {
        AudienceMember { contact_id: row.contact_id, contact_name: row.name, account_id: row.account_id }
    }
}

/// As the viewer sees it.
pub async fn audience_of(
    core: &Core,
    actor: &Actor,
    definition: Option<&AudienceDefinition>,
) -> ApiResult<CampaignAudience> {
    let Some(definition) = definition else {
        let sentence = "Nobody is chosen yet.".to_owned();
        return Ok(CampaignAudience { include: Vec::new(), exclude: Vec::new(), sentence });
    };
    let mut include = Vec::with_capacity(definition.include.len());
    for source in &definition.include {
        include.push(one(core, actor, source).await?);
    }
    let mut exclude = Vec::with_capacity(definition.exclude.len());
    for source in &definition.exclude {
        exclude.push(one(core, actor, source).await?);
    }
    let words = |sources: &[AudienceSource]| -> String {
        let each: Vec<&str> = sources.iter().map(|source| source.sentence.as_str()).collect();
        each.join("; or ")
    };
    let sentence = match exclude.is_empty() {
        true => format!("Whoever is in: {}.", words(&include)),
        false => format!("Whoever is in: {}. But nobody in: {}.", words(&include), words(&exclude)),
    };
    Ok(CampaignAudience { include, exclude, sentence })
}

async fn one(core: &Core, actor: &Actor, source: &Source) -> ApiResult<AudienceSource> {
    let Seen { name, entity, gone } = sources::seen(&core.context, actor, source).await?;
    let called = name.as_deref().map_or_else(
        || format!("a {} that you do not see", sources::kind(source)),
        |name| format!("the {} \"{name}\"", sources::kind(source)),
    );
    let mut shown = AudienceSource {
        kind: AudienceSourceKind::Filter,
        id: None,
        name,
        entity: entity.map(Entity::from),
        filter: None,
        time_zone: None,
        fuzzy: false,
        who: None,
        sentence: called.clone(),
        gone,
    };
    match source {
        Source::List(id) => (shown.kind, shown.id) = (AudienceSourceKind::List, Some(*id)),
        Source::Segment(id) => (shown.kind, shown.id) = (AudienceSourceKind::Segment, Some(*id)),
        Source::DomainSet { set, fuzzy, with } => {
            (shown.kind, shown.id, shown.fuzzy) = (AudienceSourceKind::DomainSet, Some(*set), *fuzzy);
            if *fuzzy {
                shown.sentence.push_str(", also what is nearly the same");
            }
            if let Some(with) = with {
                shown.sentence.push_str(&format!(", of whom: {}", said(core, actor, with).await?));
                asked(&mut shown, with);
            }
        }
        Source::Filter(filter) => {
            shown.sentence = said(core, actor, filter).await?;
            asked(&mut shown, filter);
        }
        Source::Campaign { campaign, who } => {
            (shown.kind, shown.id) = (AudienceSourceKind::Campaign, Some(*campaign));
            shown.who = Some((*who).into());
            shown.sentence = format!("{} of {called}", who.label());
        }
    }
    Ok(shown)
}

fn asked(shown: &mut AudienceSource, filter: &ListFilter) {
    shown.filter = filter.condition.clone().map(Json);
    shown.time_zone.clone_from(&filter.time_zone);
}

/// One that cannot be read any more, as when a field in it was archived, stands as it was written.
async fn said(core: &Core, actor: &Actor, filter: &ListFilter) -> ApiResult<String> {
    let Some(condition) = &filter.condition else { return Ok("everybody".to_owned()) };
    let known = vocabulary(&core.context).await?;
    match parse_with(catalogue::Entity::Contact, condition, &known) {
        Ok(filter) => sentence(core, actor, &filter).await,
        Err(_) => Ok(condition.to_string()),
    }
}
