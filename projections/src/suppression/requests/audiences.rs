//! In which segments, lists and domain sets contacts are and were. For the answer to their own request: whoever defined a segment
//! or shares it with whom, they are in it.

use chrono::{DateTime, Utc};
use sqlx::PgPool;
use uuid::Uuid;

/// A stay in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InList {
    pub contact: Uuid,
    pub id: Uuid,
    pub name: String,
    /// What the list was made from: `manual_upload`, `selection`, `filter`, `segment`, `domain_set`, `combination`, `snapshot`.
    pub source: String,
    pub entered_at: DateTime<Utc>,
    pub left_at: Option<DateTime<Utc>>,
}

pub async fn lists(pool: &PgPool, contacts: &[Uuid]) -> Result<Vec<InList>, sqlx::Error> {
    sqlx::query_as!(
        InList,
        "select m.record_id as contact, l.id, l.name, l.source, m.entered_at, m.left_at
         from read.list_members m join read.lists l on l.id = m.list_id where m.record_id = any($1) order by m.entered_position, l.id",
        contacts
    )
    .fetch_all(pool)
    .await
}

/// A stay in a segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InSegment {
    pub contact: Uuid,
    pub id: Uuid,
    pub name: String,
    pub entered_at: DateTime<Utc>,
    /// The cause as facts about members name it, and the position of the event that brought it about.
    pub entered_because: Option<String>,
    pub entered_by: Option<i64>,
    pub left_at: Option<DateTime<Utc>>,
    pub left_because: Option<String>,
    pub left_by: Option<i64>,
}

pub async fn segments(pool: &PgPool, contacts: &[Uuid]) -> Result<Vec<InSegment>, sqlx::Error> {
    sqlx::query_as!(
        InSegment,
        r#"select m.record_id as contact, s.id, s.name, m.entered_at, m.entered_because->>'cause' as entered_because, (m.entered_because->>'by')::bigint as entered_by,
             m.left_at, m.left_because->>'cause' as left_because, (m.left_because->>'by')::bigint as left_by
           from read.segments s join read.segment_members m on m.segment_id = s.id where m.record_id = any($1) order by m.entered_position, s.id"#,
        contacts
    )
    .fetch_all(pool)
    .await
}

/// In a domain set, as things are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InDomainSet {
    pub contact: Uuid,
    pub id: Uuid,
    pub name: String,
    /// `account`, `email`.
    pub matched_via: String,
}

pub async fn domain_sets(pool: &PgPool, contacts: &[Uuid]) -> Result<Vec<InDomainSet>, sqlx::Error> {
    sqlx::query_as!(
        InDomainSet,
        r#"select distinct c.contact_id as "contact!", s.id as "id!", s.name as "name!", c.matched_via as "matched_via!"
           from read.domain_set_contacts() c join read.domain_sets s on s.id = c.domain_set_id where c.contact_id = any($1) order by 3, 2, 1, 4"#,
        contacts
    )
    .fetch_all(pool)
    .await
}
