//! Templates for their page and for whoever chooses one. Everybody who may see templates sees all of them.

use chrono::{DateTime, Utc};
use pivotal_domain::email::templates::Status;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use serde_json::Value;
use sqlx::{FromRow, PgPool, Postgres, QueryBuilder};
use uuid::Uuid;

use crate::audience::list::{self, Sort, SortBy, Visible};
use crate::page::{Page, PageArgs, QueryError};

/// A template without its body.
#[derive(Debug, Clone, PartialEq, FromRow)]
pub struct TemplateRow {
    pub id: Uuid,
    pub name: String,
    pub brand: Option<String>,
    pub tags: Vec<String>,
    /// `draft`, `in_review`, `approved`, `returned`.
    pub status: String,
    pub archived: bool,
    /// Of the draft.
    pub subject: String,
    pub preheader: String,
    pub revision: i32,
    pub versions: i32,
    /// The last version that was approved.
    pub approved: Option<i32>,
    pub created_by: Uuid,
    pub saved_by: Uuid,
    pub created_at: DateTime<Utc>,
    pub saved_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// What a draft or a version says.
#[derive(Debug, Clone, PartialEq)]
pub struct ContentRow {
    pub subject: String,
    pub preheader: String,
    pub mjml: String,
    pub blocks: Option<Value>,
    pub plain: Option<String>,
}

/// A version without its body.
#[derive(Debug, Clone, PartialEq)]
pub struct VersionRow {
    pub number: i32,
    pub subject: String,
    pub hash: String,
    pub submitted_by: Uuid,
    pub submitted_at: DateTime<Utc>,
    /// `in_review`, `approved`, `returned`, `superseded`.
    pub standing: String,
    pub decided_by: Option<Uuid>,
    pub decided_at: Option<DateTime<Utc>>,
    pub reason: Option<String>,
    /// Which snippets stand in it, as the log says it.
    pub snippets: Value,
}

const COLUMNS: &str = "c.name, c.brand, c.tags, c.status, c.archived, c.subject, c.preheader, c.revision, c.versions, c.approved, c.created_by, \
    c.saved_by, c.created_at, c.saved_at, c.updated_at";
const FROM: &str = "read.email_templates c";

/// Versions that are told; nobody looks further back at once.
const VERSIONS_MOST: i64 = 500;

/// All conditions must hold.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TemplatesFilter {
    /// Every word must be in the name or in the subject.
    pub q: Option<String>,
    pub status: Option<Status>,
    pub tag: Option<String>,
    pub brand: Option<String>,
    /// Only those with a version that may be sent.
    pub approved: bool,
    /// `None`: both.
    pub archived: Option<bool>,
}

/// A page of templates.
pub async fn page(
    pool: &PgPool,
    actor: &Actor,
    filter: &TemplatesFilter,
    sort: &Sort,
    args: &PageArgs,
) -> Result<Page<TemplateRow>, QueryError> {
    let by = sort_by(&sort.field)?;
    list::page(pool, COLUMNS, FROM, |query| conditions(query, actor, filter), sort, &by, args).await
}

/// How many there are, exactly.
pub async fn count(pool: &PgPool, actor: &Actor, filter: &TemplatesFilter) -> Result<i64, QueryError> {
    list::count(pool, FROM, |query| conditions(query, actor, filter)).await
}

/// One template, an archived one too; `None` also for one the viewer may not see.
pub async fn get(pool: &PgPool, actor: &Actor, id: Uuid) -> Result<Option<TemplateRow>, QueryError> {
    let mut query = QueryBuilder::new(format!("select c.id, {COLUMNS} from {FROM} where c.id = "));
    query.push_bind(id);
    list::visible(&mut query, Visible::of(actor, Permission::TemplatesView));
    Ok(query.build_query_as().fetch_optional(pool).await?)
}

/// What the draft says, or a version.
pub async fn content(
    pool: &PgPool,
    actor: &Actor,
    id: Uuid,
    version: Option<i32>,
) -> Result<Option<ContentRow>, QueryError> {
    if !sees(actor) {
        return Ok(None);
    }
    let found = match version {
        Some(version) => {
            sqlx::query_as!(
                ContentRow,
                "select subject, preheader, mjml, blocks, plain from read.email_template_versions where template_id = $1 and number = $2",
                id,
                version
            )
            .fetch_optional(pool)
            .await?
        }
        None => {
            sqlx::query_as!(
                ContentRow,
                "select subject, preheader, mjml, blocks, plain from read.email_templates where id = $1",
                id
            )
            .fetch_optional(pool)
            .await?
        }
    };
    Ok(found)
}

/// The versions of a template, the newest first.
pub async fn versions(pool: &PgPool, actor: &Actor, id: Uuid) -> Result<Vec<VersionRow>, QueryError> {
    if !sees(actor) {
        return Ok(Vec::new());
    }
    let found = sqlx::query_as!(
        VersionRow,
        "select number, subject, hash, submitted_by, submitted_at, standing, decided_by, decided_at, reason, snippets from read.email_template_versions
         where template_id = $1 order by number desc limit $2",
        id,
        VERSIONS_MOST
    )
    .fetch_all(pool)
    .await?;
    Ok(found)
}

fn sees(actor: &Actor) -> bool {
    actor.scope(Permission::TemplatesView) == Scope::All
}

fn sort_by(field: &str) -> Result<SortBy, QueryError> {
    Ok(match field {
        "name" => SortBy::indexed("lower(c.name)", "text", false),
        "created_at" => SortBy::indexed("c.created_at", "timestamptz", false),
        "updated_at" => SortBy::indexed("c.updated_at", "timestamptz", false),
        other => return Err(QueryError::Sort(other.to_owned())),
    })
}

fn conditions(query: &mut QueryBuilder<'_, Postgres>, actor: &Actor, filter: &TemplatesFilter) {
    list::visible(query, Visible::of(actor, Permission::TemplatesView));
    if let Some(archived) = filter.archived {
        query.push(" and c.archived = ").push_bind(archived);
    }
    if let Some(status) = filter.status {
        query.push(" and c.status = ").push_bind(status.as_str());
    }
    if filter.approved {
        query.push(" and c.approved is not null");
    }
    if let Some(brand) = &filter.brand {
        query.push(" and lower(c.brand) = ").push_bind(brand.replace('\0', "").to_lowercase());
    }
    if let Some(tag) = &filter.tag {
        query
            .push(" and ")
            .push_bind(tag.replace('\0', "").to_lowercase())
            .push(" in (select lower(t) from unnest(c.tags) t)");
    }
    for word in filter.q.as_deref().unwrap_or_default().split_whitespace() {
        let word = format!("%{}%", list::escaped(&word.replace('\0', "").to_lowercase()));
        query.push(" and (lower(c.name) like ").push_bind(word.clone());
        query.push(" or lower(c.subject) like ").push_bind(word).push(")");
    }
}
