//! Rows of campaigns, written. The schema is a parameter (a rebuild writes beside the rows in use), so the statements cannot be
//! compile-checked.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use pivotal_domain::audience::values::fold::fold;
use pivotal_domain::campaigns::campaigns::Campaign;
use pivotal_domain::campaigns::campaigns::events::CampaignEvent;
use pivotal_domain::campaigns::campaigns::facts::AudienceTaken;
use pivotal_domain::campaigns::campaigns::switch::events::SendingSwitchEvent;
use pivotal_log::error::LogError;
use pivotal_log::reader::Entry;
use serde::Serialize;
use serde_json::{Value, json};
use sqlx::types::Json;
use sqlx::{FromRow, PgConnection};
use uuid::Uuid;

use crate::runner::{ApplyError, Target};
use crate::sheet::encode;

/// A campaign, and what its row tells beside it.
#[derive(Debug, Clone)]
pub(super) struct Cells {
    pub campaign: Campaign,
    pub copied_from: Option<Uuid>,
    pub created_by: String,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub launched_at: Option<DateTime<Utc>>,
    pub ended_at: Option<DateTime<Utc>>,
    pub paused: Option<Value>,
    pub paused_at: Option<DateTime<Utc>>,
    pub sequence: i64,
}

#[derive(FromRow)]
struct Stored {
    id: Uuid,
    campaign: Json<Campaign>,
    copied_from: Option<Uuid>,
    created_by: String,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    launched_at: Option<DateTime<Utc>>,
    ended_at: Option<DateTime<Utc>>,
    paused: Option<Value>,
    paused_at: Option<DateTime<Utc>>,
    sequence: i64,
}

impl Cells {
    pub fn new(at: DateTime<Utc>, created_by: String, copied_from: Option<Uuid>) -> Self {
        Cells {
            campaign: Campaign::default(),
            copied_from,
            created_by,
            created_at: at,
            updated_at: at,
            launched_at: None,
            ended_at: None,
            paused: None,
            paused_at: None,
            sequence: 0,
        }
    }

    /// What the aggregate does not need to decide, and people want to see.
    pub fn note(&mut self, event: &CampaignEvent) {
        match event {
            CampaignEvent::CampaignLaunched { at, .. } => self.launched_at = Some(*at),
            CampaignEvent::CampaignLaunchFailed { .. } => self.launched_at = None,
            CampaignEvent::CampaignPaused { at, reason, detail, .. } => {
                self.paused = Some(json!({"reason": reason, "detail": detail}));
                self.paused_at = Some(*at);
            }
            CampaignEvent::CampaignResumed { .. } => (self.paused, self.paused_at) = (None, None),
            CampaignEvent::CampaignStopped { at, .. } | CampaignEvent::CampaignCompleted { at, .. } => {
                (self.ended_at, self.paused, self.paused_at) = (Some(*at), None, None);
            }
            _ => {}
        }
    }
}

pub(super) async fn load(
    connection: &mut PgConnection,
    schema: &str,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Cells>, sqlx::Error> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let sql = format!(
        "select id, campaign, copied_from, created_by, created_at, updated_at, launched_at, ended_at, paused, paused_at, sequence
         from {schema}.campaigns where id = any($1)"
    );
    let stored: Vec<Stored> = sqlx::query_as(&sql).bind(ids).fetch_all(connection).await?;
    let cells = stored.into_iter().map(|row| {
        let cells = Cells {
            campaign: row.campaign.0,
            copied_from: row.copied_from,
            created_by: row.created_by,
            created_at: row.created_at,
            updated_at: row.updated_at,
            launched_at: row.launched_at,
            ended_at: row.ended_at,
            paused: row.paused,
            paused_at: row.paused_at,
            sequence: row.sequence,
        };
        (row.id, cells)
    });
    Ok(cells.collect())
}

pub(super) async fn upsert(
    connection: &mut PgConnection,
    schema: &str,
    rows: BTreeMap<Uuid, Cells>,
) -> Result<(), ApplyError> {
    let sql = format!(
        "insert into {schema}.campaigns as held (id, channel, name, name_key, state, owner, team, client_id, brand_id, tags, sender_id,
           from_domain, copied_from, created_by, created_at, updated_at, start_at, launched_at, ended_at, paused, paused_at, version_count,
           audience_count, archived, sequence, campaign)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26::text::jsonb)
         on conflict (id) do update set channel = excluded.channel, name = excluded.name, name_key = excluded.name_key,
           state = excluded.state, owner = excluded.owner, team = excluded.team, client_id = excluded.client_id,
           brand_id = excluded.brand_id, tags = excluded.tags, sender_id = excluded.sender_id, from_domain = excluded.from_domain,
           copied_from = excluded.copied_from, created_by = excluded.created_by, created_at = excluded.created_at,
           updated_at = excluded.updated_at, start_at = excluded.start_at, launched_at = excluded.launched_at,
           ended_at = excluded.ended_at, paused = excluded.paused, paused_at = excluded.paused_at,
           version_count = excluded.version_count, audience_count = excluded.audience_count, archived = excluded.archived,
           sequence = excluded.sequence, campaign = excluded.campaign
         where held.sequence < excluded.sequence"
    );
    for (id, row) in rows {
        let Some(made) = &row.campaign.made else { continue };
        let audience: u64 = made.versions.iter().sum();
        sqlx::query(&sql)
            .bind(id)
            .bind(made.channel.as_str())
            .bind(encode::text(&made.details.name))
            .bind(fold(&encode::text(&made.details.name)))
            .bind(made.state.as_str())
            .bind(made.details.owner)
            .bind(made.details.team)
            .bind(made.details.client)
            .bind(made.brand)
            .bind(&made.details.tags)
            .bind(made.content.as_ref().map(|content| content.sender))
            .bind(made.launched.as_ref().map(|launched| launched.pinned.from_domain.clone()))
            .bind(row.copied_from)
            .bind(&row.created_by)
            .bind(row.created_at)
            .bind(row.updated_at)
            .bind(made.start)
            .bind(row.launched_at)
            .bind(row.ended_at)
            .bind(&row.paused)
            .bind(row.paused_at)
            .bind(i32::try_from(made.versions.len()).unwrap_or(i32::MAX))
            .bind(i64::try_from(audience).unwrap_or(i64::MAX))
            .bind(row.campaign.archived)
            .bind(row.sequence)
            .bind(document(&row.campaign)?)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

/// A chunk of a take, which counts once a version names the take. A later take owns the row.
pub(super) async fn join(target: &mut Target<'_>, chunk: AudienceTaken) -> Result<(), ApplyError> {
    let schema = target.schema;
    let sql = format!(
        "insert into {schema}.campaign_members as held (campaign_id, contact_id, version, take, account_id)
         select $1, u.contact, $2, $3, u.account from unnest($4::uuid[], $5::uuid[]) as u(contact, account)
         where not exists (select 1 from {schema}.campaign_versions v where v.campaign_id = $1 and v.version = $2)
         on conflict (campaign_id, contact_id) do update set version = excluded.version, take = excluded.take, account_id = excluded.account_id"
    );
    sqlx::query(&sql)
        .bind(chunk.campaign)
        .bind(i32::from(chunk.version))
        .bind(chunk.take)
        .bind(chunk.contacts)
        .bind(chunk.accounts)
        .execute(&mut *target.connection)
        .await?;
    Ok(())
}

/// The version is in: whatever dead takes of it left goes.
pub(super) async fn taken(
    target: &mut Target<'_>,
    campaign: Uuid,
    event: &CampaignEvent,
) -> Result<(), ApplyError> {
    let CampaignEvent::AudienceVersionTaken {
        version,
        take,
        position,
        as_of,
        definition,
        count,
        accounts,
        hash,
        excluded,
        ..
    } = event
    else {
        return Ok(());
    };
    let dead = format!(
        "delete from {}.campaign_members where campaign_id = $1 and version = $2 and take <> $3",
        target.schema
    );
    sqlx::query(&dead)
        .bind(campaign)
        .bind(i32::from(*version))
        .bind(take)
        .execute(&mut *target.connection)
        .await?;
    let sql = format!(
        "insert into {}.campaign_versions (campaign_id, version, take, position, as_of, count, accounts, hash, definition, excluded)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9::text::jsonb, $10) on conflict (campaign_id, version) do nothing",
        target.schema
    );
    sqlx::query(&sql)
        .bind(campaign)
        .bind(i32::from(*version))
        .bind(take)
        .bind(position)
        .bind(as_of)
        .bind(i64::try_from(*count).unwrap_or(i64::MAX))
        .bind(i64::try_from(*accounts).unwrap_or(i64::MAX))
        .bind(hash)
        .bind(document(definition)?)
        .bind(Json(excluded))
        .execute(&mut *target.connection)
        .await?;
    Ok(())
}

pub(super) async fn throw(
    target: &mut Target<'_>,
    entry: &Entry,
    event: SendingSwitchEvent,
) -> Result<(), ApplyError> {
    let sql = format!(
        "insert into {}.sending_switch (id, stopped, since, thrown_by, reason) values ($1, $2, $3, $4, $5)
         on conflict (id) do update set stopped = excluded.stopped, since = excluded.since, thrown_by = excluded.thrown_by, reason = excluded.reason",
        target.schema
    );
    let (stopped, since, reason) = match event {
        SendingSwitchEvent::SendingStopped { at, reason } => (true, at, reason),
        SendingSwitchEvent::SendingAllowed { at } => (false, at, None),
    };
    sqlx::query(&sql)
        .bind(entry.about_id)
        .bind(stopped)
        .bind(since)
        .bind(entry.metadata().actor)
        .bind(reason.as_deref().map(encode::text))
        .execute(&mut *target.connection)
        .await?;
    Ok(())
}

/// The database keeps no NUL, not even escaped.
fn document(value: &impl Serialize) -> Result<String, ApplyError> {
    Ok(serde_json::to_string(value).map_err(LogError::Encode)?.replace("\\u0000", ""))
}
