//! Audiences of campaigns, read from the read models as one person sees them.

use std::time::Duration;

use async_trait::async_trait;
use futures::StreamExt;
use pivotal_commands::ports::audience_source::{
    AudienceAsked, AudienceHealth, AudienceRead, AudienceSource, Member,
};
use pivotal_commands::ports::record_lists::{ListAsked, ListError};
use pivotal_domain::audience::exports::list::{ListFilter, ListSort};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::suppression::consents::standing::Standing;
use pivotal_log::pools::Pools;
use pivotal_log::reader::head_of;
use pivotal_projections::audience::contacts::query::ContactFilter;
use pivotal_projections::audience::exports::read::List;
use pivotal_projections::campaigns::campaigns::audience::{self, Audience, AudienceMember};
use pivotal_projections::freshness::{self, Freshness};
use pivotal_projections::runner::positions::Positions;
use serde_json::json;
use tokio_stream::wrappers::ReceiverStream;
use uuid::Uuid;

use crate::record_lists::{failed, list_of};

/// How long the read models may take to show what is in the log. After that the job tries again later.
const PATIENCE: Duration = Duration::from_secs(30);

#[derive(Debug, Clone)]
pub struct ReadAudience {
    pools: Pools,
    positions: Positions,
}

impl ReadAudience {
    pub fn new(pools: Pools, positions: Positions) -> Self {
        ReadAudience { pools, positions }
    }
}

#[async_trait]
impl AudienceSource for ReadAudience {
    async fn open(&self, asked: AudienceAsked) -> Result<AudienceRead, ListError> {
        let audience = audience_of(&asked)?;
        let unavailable = |error: sqlx::Error| ListError::Unavailable(Box::new(error));
        let head = head_of(&self.pools.write).await.map_err(unavailable)?;
        let seen =
            freshness::wait(&self.pools.read, &self.positions, &audience.projections(), head, PATIENCE).await;
        match seen.map_err(unavailable)? {
            Freshness::Fresh => {}
            Freshness::Stale => return Err(ListError::Behind),
        }
        let reading = audience::open(&self.pools, &asked.actor, &audience).await.map_err(failed)?;
        let members =
            move |page: Result<Vec<AudienceMember>, sqlx::Error>| -> Result<Vec<Member>, ListError> {
                page.map_err(unavailable)?.into_iter().map(member).collect()
            };
        let pages = ReceiverStream::new(reading.pages).map(members);
        Ok(AudienceRead { position: reading.position, as_of: reading.as_of, pages: pages.boxed() })
    }

    async fn health(&self, asked: AudienceAsked, client: Option<Uuid>) -> Result<AudienceHealth, ListError> {
        let audience = audience_of(&asked)?;
        let health =
            audience::health(&self.pools.read, &asked.actor, &audience, client).await.map_err(failed)?;
        let excluded: Vec<_> =
            health.excluded.into_iter().map(|(reason, count)| (reason, counted(count))).collect();
        let total = counted(health.total);
        let left_out: u64 = excluded.iter().map(|(_, count)| count).sum();
        Ok(AudienceHealth {
            total,
            reachable: total.saturating_sub(left_out),
            excluded,
            domains: health.domains.into_iter().map(|(domain, count)| (domain, counted(count))).collect(),
            zones_unknown: counted(health.zones_unknown),
            as_of: health.as_of,
        })
    }

    async fn empties(&self, asked: AudienceAsked, fields: &[String]) -> Result<Vec<u64>, ListError> {
        let audience = audience_of(&asked)?;
        let mut counts = Vec::with_capacity(fields.len());
        for field in fields {
            let condition = json!({"field": field, "op": "is_empty"});
            let empty =
                ListFilter { condition: Some(condition), archived: Some(false), ..ListFilter::default() };
            let also = contacts_of(&asked, empty)?;
            let count = audience::count_also(&self.pools.read, &asked.actor, &audience, &also).await;
            counts.push(counted(count.map_err(failed)?));
        }
        Ok(counts)
    }
}

fn audience_of(asked: &AudienceAsked) -> Result<Audience, ListError> {
    let read = |filters: &[ListFilter]| -> Result<Vec<ContactFilter>, ListError> {
        filters.iter().map(|filter| contacts_of(asked, filter.clone())).collect()
    };
    Ok(Audience {
        include: read(&asked.include)?,
        exclude: read(&asked.exclude)?,
        channel: asked.channel,
        not_in_campaign: asked.not_in_campaign,
    })
}

/// Whatever a list on the screen takes, by the same reading. Archived ones are in no audience.
fn contacts_of(asked: &AudienceAsked, filter: ListFilter) -> Result<ContactFilter, ListError> {
    let asked = ListAsked {
        actor: asked.actor.clone(),
        entity: Entity::Contact,
        filter: ListFilter { archived: Some(false), ..filter },
        sort: ListSort::default(),
        keys: Vec::new(),
        vocabulary: asked.vocabulary.clone(),
        asked_at: asked.asked_at,
    };
    match list_of(&asked)? {
        List::Contacts(filter) => Ok(filter),
        List::Accounts(_) => Err(ListError::Refused("An audience is made of contacts.".to_owned())),
    }
}

fn member(row: AudienceMember) -> Result<Member, ListError> {
    let consent = Standing::parse(&row.consent)
        .ok_or_else(|| ListError::Refused(format!("\"{}\" is no standing of consent.", row.consent)))?;
    Ok(Member {
        contact: row.id,
        account: row.account_id,
        email: row.email,
        account_domain: row.account_domain,
        email_status: row.status,
        consent,
        restriction: row.client_restriction,
        zone: row.timezone,
        country: row.country,
    })
}

fn counted(count: i64) -> u64 {
    u64::try_from(count).unwrap_or_default()
}
