//! What a campaign by mail says.

use async_graphql::{Enum, SimpleObject};
use pivotal_domain::campaigns::campaigns::content::{self as domain, Decides, Metric, Otherwise};
use pivotal_domain::campaigns::campaigns::pinned::PinnedLink;
use pivotal_domain::identity::actor::Actor;
use pivotal_projections::email::templates::query as templates;
use uuid::Uuid;

use crate::app::Core;
use crate::errors::ApiResult;

/// By what variants are compared.
#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Metric")]
pub enum WinnerMetric {
    Clicked,
    Opened,
    Replied,
}

/// What a campaign by mail says.
#[derive(Debug, SimpleObject)]
pub struct EmailContent {
    pub sender_id: Uuid,
    /// Null: it is gone.
    pub sender_name: Option<String>,
    pub variants: Vec<CampaignVariant>,
    /// Null: with several variants, each goes to its share of all.
    pub test: Option<AbTest>,
    pub utm: Option<Utm>,
    pub track_opens: bool,
    pub track_links: bool,
    pub named_links: Vec<NamedLink>,
    /// Of all of it: a test counts for the content with the same digest only.
    pub digest: String,
}

#[derive(Debug, SimpleObject)]
pub struct CampaignVariant {
    /// A to H.
    pub key: String,
    pub template_id: Uuid,
    /// Null: it is gone.
    pub template_name: Option<String>,
    pub version: u32,
    /// Null: the template's own.
    pub subject: Option<String>,
    /// Of all weights together.
    pub weight: i32,
}

/// Which variant is better, found out on a part of the audience.
#[derive(Debug, SimpleObject)]
pub struct AbTest {
    pub metric: WinnerMetric,
    /// Of the audience. The others wait for the winner.
    pub share_percent: i32,
    pub minutes: u32,
    /// The test decides; else a person.
    pub automatic: bool,
    /// Where the test finds no difference: the rest waits for a person; else the best so far goes out.
    pub otherwise_wait: bool,
}

/// Tags at the end of links for the statistics of a web site.
#[derive(Debug, SimpleObject)]
pub struct Utm {
    pub source: String,
    pub medium: String,
    pub campaign: String,
    pub term: String,
    pub content: String,
}

#[derive(Debug, SimpleObject)]
pub struct NamedLink {
    pub n: i32,
    pub name: String,
}

/// A link of the mail, as its redirect is numbered.
#[derive(Debug, SimpleObject)]
pub struct CampaignLink {
    pub variant: String,
    pub n: i32,
    /// Merge tags stand in it unfilled.
    pub url: String,
    pub name: Option<String>,
}

impl From<PinnedLink> for CampaignLink {
    fn from(link: PinnedLink) -> Self {
        CampaignLink {
            variant: link.variant.to_string(),
            n: i32::from(link.n),
            url: link.url,
            name: link.name,
        }
    }
}

impl From<&domain::AbTest> for AbTest {
    fn from(test: &domain::AbTest) -> Self {
        AbTest {
            metric: test.metric.into(),
            share_percent: i32::from(test.share_percent),
            minutes: test.runs_for_minutes,
            automatic: matches!(test.decides, Decides::Test { .. }),
            otherwise_wait: test.decides == Decides::Test { otherwise: Otherwise::Wait },
        }
    }
}

impl From<&domain::Utm> for Utm {
    fn from(utm: &domain::Utm) -> Self {
        let domain::Utm { source, medium, campaign, term, content } = utm.clone();
        Utm { source, medium, campaign, term, content }
    }
}

pub async fn content_of(
    core: &Core,
    actor: &Actor,
    content: &domain::EmailContent,
    sender_name: Option<String>,
) -> ApiResult<EmailContent> {
    let pool = &core.context.log.pools.read;
    let mut variants = Vec::with_capacity(content.variants.len());
    for variant in &content.variants {
        let template = templates::get(pool, actor, variant.template).await?;
        variants.push(CampaignVariant {
            key: variant.key.to_string(),
            template_id: variant.template,
            template_name: template.map(|template| template.name),
            version: variant.version,
            subject: variant.subject.clone(),
            weight: i32::from(variant.weight),
        });
    }
    let named = content.named_links.iter();
    Ok(EmailContent {
        sender_id: content.sender,
        sender_name,
        variants,
        test: content.test.as_ref().map(AbTest::from),
        utm: content.utm.as_ref().map(Utm::from),
        track_opens: content.track_opens,
        track_links: content.track_links,
        named_links: named.map(|(n, name)| NamedLink { n: i32::from(*n), name: name.clone() }).collect(),
        digest: content.digest(),
    })
}
