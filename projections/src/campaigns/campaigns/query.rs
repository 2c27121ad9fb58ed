//! Campaigns for their list, their page and whoever chooses one.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use pivotal_domain::audience::values::fold::fold;
use pivotal_domain::campaigns::campaigns::Campaign;
use pivotal_domain::campaigns::campaigns::audience::AudienceDefinition;
use pivotal_domain::campaigns::campaigns::state::{Channel, State};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use serde_json::Value;
use sqlx::types::Json;
use sqlx::{FromRow, PgPool, Postgres, QueryBuilder};
use uuid::Uuid;

use crate::audience::list::{self, Sort, SortBy, Visible};
use crate::page::{Page, PageArgs, QueryError};

/// A campaign, with the names of what it points at.
#[derive(Debug, Clone, PartialEq, FromRow)]
pub struct CampaignRow {
    pub id: Uuid,
    pub campaign: Json<Campaign>,
    /// `None`: it is gone.
    pub brand_name: Option<String>,
    pub client_name: Option<String>,
    /// The name of its sender, and the address mails come from.
    pub sender_name: Option<String>,
    pub copied_from: Option<Uuid>,
    pub created_by: String,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub launched_at: Option<DateTime<Utc>>,
    pub ended_at: Option<DateTime<Utc>>,
    /// `{reason, detail}` of the event that paused it.
    pub paused: Option<Value>,
    pub paused_at: Option<DateTime<Utc>>,
    pub audience_count: i64,
    pub sequence: i64,
}

/// An audience version.
#[derive(Debug, Clone, PartialEq)]
pub struct VersionRow {
    pub version: i32,
    pub position: i64,
    pub as_of: DateTime<Utc>,
    pub count: i64,
    pub accounts: i64,
    pub hash: String,
    pub definition: AudienceDefinition,
    pub excluded: BTreeMap<String, u64>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct SwitchRow {
    pub stopped: bool,
    /// `None`: it was never thrown.
    pub since: Option<DateTime<Utc>>,
    /// A user's id, or `system`.
    pub thrown_by: Option<String>,
    pub reason: Option<String>,
}

const COLUMNS: &str = "c.campaign, b.name as brand_name, k.name as client_name, s.from_name as sender_name, c.copied_from, c.created_by, \
    c.created_at, c.updated_at, c.launched_at, c.ended_at, c.paused, c.paused_at, c.audience_count, c.sequence";
const FROM: &str = "read.campaigns c left join read.email_brands b on b.id = c.brand_id left join read.clients k on k.id = c.client_id \
    left join read.email_senders s on s.id = c.sender_id";

/// All conditions must hold.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CampaignsFilter {
    /// Every word must be in the name.
    pub q: Option<String>,
    /// Any of these; empty: all.
    pub states: Vec<State>,
    pub channel: Option<Channel>,
    pub owner: Option<Uuid>,
    pub client: Option<Uuid>,
    pub tag: Option<String>,
    /// `None`: both.
    pub archived: Option<bool>,
}

/// A page of campaigns.
pub async fn page(
    pool: &PgPool,
    actor: &Actor,
    filter: &CampaignsFilter,
    sort: &Sort,
    args: &PageArgs,
) -> Result<Page<CampaignRow>, QueryError> {
    let by = sort_by(&sort.field)?;
    list::page(pool, COLUMNS, FROM, |query| conditions(query, actor, filter), sort, &by, args).await
}

/// How many there are, exactly.
pub async fn count(pool: &PgPool, actor: &Actor, filter: &CampaignsFilter) -> Result<i64, QueryError> {
    list::count(pool, FROM, |query| conditions(query, actor, filter)).await
}

/// One campaign, an archived one too; `None` also for one the viewer may not see.
pub async fn get(pool: &PgPool, actor: &Actor, id: Uuid) -> Result<Option<CampaignRow>, QueryError> {
    let mut query = QueryBuilder::new(format!("select c.id, {COLUMNS} from {FROM} where c.id = "));
    query.push_bind(id);
    list::visible(&mut query, Visible::of(actor, Permission::CampaignsView));
    Ok(query.build_query_as().fetch_optional(pool).await?)
}

/// The audience versions of some campaigns, each in their order. For whoever was shown the campaigns.
pub async fn versions(pool: &PgPool, campaign: Uuid) -> Result<Vec<VersionRow>, QueryError> {
    let rows = sqlx::query!(
        r#"select version, position, as_of, count, accounts, hash, definition as "definition: Json<AudienceDefinition>",
             excluded as "excluded: Json<BTreeMap<String, u64>>"
           from read.campaign_versions where campaign_id = $1 order by version"#,
        campaign
    )
    .fetch_all(pool)
    .await?;
    let versions = rows.into_iter().map(|row| VersionRow {
        version: row.version,
        position: row.position,
        as_of: row.as_of,
        count: row.count,
        accounts: row.accounts,
        hash: row.hash,
        definition: row.definition.0,
        excluded: row.excluded.0,
    });
    Ok(versions.collect())
}

/// Campaigns as they are called, for whoever sees campaigns.
pub async fn names(pool: &PgPool, actor: &Actor, ids: &[Uuid]) -> Result<BTreeMap<Uuid, String>, QueryError> {
    if actor.scope(Permission::CampaignsView) != Scope::All {
        return Ok(BTreeMap::new());
    }
    let rows =
        sqlx::query!("select id, name from read.campaigns where id = any($1)", ids).fetch_all(pool).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

/// Whether all sending is stopped, as people see it. What sends asks the guard.
pub async fn switch(pool: &PgPool) -> Result<SwitchRow, QueryError> {
    let row = sqlx::query!("select stopped, since, thrown_by, reason from read.sending_switch limit 1")
        .fetch_optional(pool)
        .await?;
    Ok(match row {
        Some(row) => SwitchRow {
            stopped: row.stopped,
            since: Some(row.since),
            thrown_by: Some(row.thrown_by),
            reason: row.reason,
        },
        None => SwitchRow { stopped: false, since: None, thrown_by: None, reason: None },
    })
}

fn sort_by(field: &str) -> Result<SortBy, QueryError> {
    Ok(match field {
        "name" => SortBy::indexed("c.name_key", "text", false),
        "created_at" => SortBy::indexed("c.created_at", "timestamptz", false),
        "updated_at" => SortBy::indexed("c.updated_at", "timestamptz", false),
        "start_at" => SortBy::indexed("c.start_at", "timestamptz", true),
        other => return Err(QueryError::Sort(other.to_owned())),
    })
}

fn conditions(query: &mut QueryBuilder<'_, Postgres>, actor: &Actor, filter: &CampaignsFilter) {
    list::visible(query, Visible::of(actor, Permission::CampaignsView));
    if let Some(archived) = filter.archived {
        query.push(" and c.archived = ").push_bind(archived);
    }
    if !filter.states.is_empty() {
        let states: Vec<&'static str> = filter.states.iter().map(|state| state.as_str()).collect();
        query.push(" and c.state = any(").push_bind(states).push(")");
    }
    if let Some(channel) = filter.channel {
        query.push(" and c.channel = ").push_bind(channel.as_str());
    }
    if let Some(owner) = filter.owner {
        query.push(" and c.owner = ").push_bind(owner);
    }
    if let Some(client) = filter.client {
        query.push(" and c.client_id = ").push_bind(client);
    }
    if let Some(tag) = &filter.tag {
        query
            .push(" and ")
            .push_bind(tag.replace('\0', "").to_lowercase())
            .push(" in (select lower(t) from unnest(c.tags) t)");
    }
    for word in filter.q.as_deref().unwrap_or_default().split_whitespace() {
        let word = format!("%{}%", list::escaped(&fold(&word.replace('\0', ""))));
        query.push(" and c.name_key like ").push_bind(word);
    }
}
