//! The report of one campaign, and the totals of several. That the viewer may see the campaigns was asked before.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use sqlx::PgPool;
use uuid::Uuid;

use super::figures::Figures;
use crate::page::QueryError;

/// What the rows of a report are of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    Variant,
    /// Hours in UTC, of the first moment of each kind; mails alone, no hits.
    Hour,
    /// The registrable domains of addresses, those with the most mails.
    Domain {
        most: i64,
    },
    /// Followed links: clicks alone.
    Link,
}

/// One row; only what it is of is there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// By its place.
    pub variant: Option<u8>,
    pub hour: Option<DateTime<Utc>>,
    pub domain: Option<String>,
    /// Its number in its variant.
    pub link: Option<i32>,
    pub figures: Figures,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    pub total: Figures,
    pub rows: Vec<Row>,
    /// Of domains: all others together.
    pub rest: Option<Figures>,
}

pub async fn report(pool: &PgPool, campaign: Uuid, by: By) -> Result<Report, QueryError> {
    let variants = variants(pool, campaign).await?;
    let mut total = Figures::default();
    for line in &variants {
        total.add(&line.kind, line.machine, line.messages, line.hits);
    }
    let rows = match by {
        By::Variant => of_variants(&variants),
        By::Hour => hours(pool, campaign).await?,
        By::Domain { most } => domains(pool, campaign, most).await?,
        By::Link => links(pool, campaign).await?,
    };
    let rest = matches!(by, By::Domain { .. })
        .then(|| rows.iter().fold(total, |left, row| left.without(&row.figures)));
    Ok(Report { total, rows, rest })
}

/// The totals of several campaigns; of one of which nothing left there is none.
pub async fn totals(pool: &PgPool, campaigns: &[Uuid]) -> Result<HashMap<Uuid, Figures>, QueryError> {
    let lines = sqlx::query!(
        r#"select campaign_id, kind, machine, sum(messages)::bigint as "messages!", sum(hits)::bigint as "hits!"
           from read.email_response_counts where campaign_id = any($1) group by campaign_id, kind, machine"#,
        campaigns
    )
    .fetch_all(pool)
    .await?;
    let mut totals: HashMap<Uuid, Figures> = HashMap::new();
    for line in lines {
        let total = totals.entry(line.campaign_id).or_default();
        total.add(&line.kind, line.machine, line.messages, line.hits);
    }
    Ok(totals)
}

struct Line {
    variant: i16,
    kind: String,
    machine: bool,
    messages: i64,
    hits: i64,
}

async fn variants(pool: &PgPool, campaign: Uuid) -> Result<Vec<Line>, sqlx::Error> {
    sqlx::query_as!(
        Line,
        "select variant, kind, machine, messages, hits from read.email_response_counts where campaign_id = $1",
        campaign
    )
    .fetch_all(pool)
    .await
}

fn of_variants(lines: &[Line]) -> Vec<Row> {
    let mut rows: BTreeMap<i16, Figures> = BTreeMap::new();
    for line in lines {
        rows.entry(line.variant).or_default().add(&line.kind, line.machine, line.messages, line.hits);
    }
    let row = |(place, figures)| Row { variant: place_of(place), figures, ..Row::default() };
    rows.into_iter().map(row).collect()
}

async fn hours(pool: &PgPool, campaign: Uuid) -> Result<Vec<Row>, sqlx::Error> {
    let lines = sqlx::query!(
        r#"select hour, kind, machine, sum(messages)::bigint as "messages!" from read.email_response_hours
           where campaign_id = $1 group by hour, kind, machine"#,
        campaign
    )
    .fetch_all(pool)
    .await?;
    let mut rows: BTreeMap<DateTime<Utc>, Figures> = BTreeMap::new();
    for line in lines {
        rows.entry(line.hour).or_default().add(&line.kind, line.machine, line.messages, 0);
    }
    let row = |(hour, figures)| Row { hour: Some(hour), figures, ..Row::default() };
    Ok(rows.into_iter().map(row).collect())
}

async fn domains(pool: &PgPool, campaign: Uuid, most: i64) -> Result<Vec<Row>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"select domain, count(*) as "sent!", count(accepted_at) as "accepted!", count(delivered_at) as "delivered!",
             count(bounced_at) as "bounced_hard!",
             count(*) filter (where soft_bounced_at is not null and bounced_at is null
               and (delivered_at is null or delivered_at <= soft_bounced_at)) as "bounced_soft!",
             count(dropped_at) as "dropped!", count(complained_at) as "complained!", count(unsubscribed_at) as "unsubscribed!",
             count(replied_at) as "replied!", count(auto_replied_at) as "auto_replied!",
             count(opened_at) as "opened!", count(clicked_at) as "clicked!", sum(opens)::bigint as "opens!", sum(clicks)::bigint as "clicks!",
             count(machine_opened_at) as "machine_opened!", count(machine_clicked_at) as "machine_clicked!",
             sum(machine_opens)::bigint as "machine_opens!", sum(machine_clicks)::bigint as "machine_clicks!", sum(unjudged)::bigint as "unjudged!"
           from read.email_messages where campaign_id = $1 group by domain order by count(*) desc, domain limit $2"#,
        campaign,
        most
    )
    .fetch_all(pool)
    .await?;
    let rows = rows.into_iter().map(|row| Row {
        domain: row.domain,
        figures: Figures {
            sent: row.sent,
            accepted: row.accepted,
            delivered: row.delivered,
            bounced_hard: row.bounced_hard,
            bounced_soft: row.bounced_soft,
            dropped: row.dropped,
            complained: row.complained,
            unsubscribed: row.unsubscribed,
            replied: row.replied,
            auto_replied: row.auto_replied,
            opened: row.opened,
            clicked: row.clicked,
            opens: row.opens,
            clicks: row.clicks,
            machine_opened: row.machine_opened,
            machine_clicked: row.machine_clicked,
            machine_opens: row.machine_opens,
            machine_clicks: row.machine_clicks,
            unjudged: row.unjudged,
        },
        ..Row::default()
    });
    Ok(rows.collect())
}

async fn links(pool: &PgPool, campaign: Uuid) -> Result<Vec<Row>, sqlx::Error> {
    let rows = sqlx::query!(
        "select variant, link, messages, hits, machine_hits from read.email_link_counts where campaign_id = $1 order by variant, link",
        campaign
    )
    .fetch_all(pool)
    .await?;
    let rows = rows.into_iter().map(|row| Row {
        variant: place_of(row.variant),
        link: Some(row.link),
        figures: Figures {
            clicked: row.messages,
            clicks: row.hits,
            machine_clicks: row.machine_hits,
            ..Figures::default()
        },
        ..Row::default()
    });
    Ok(rows.collect())
}

/// -1: of a campaign without variants.
fn place_of(variant: i16) -> Option<u8> {
    u8::try_from(variant).ok()
}
