//! Segments, lists, domain sets and campaigns by name or tag. They are few, and no part of the index: their own rows are asked, so that
//! what is found is what their pages show, to whom they are shared with; campaigns to whoever sees campaigns.

use pivotal_domain::audience::search::highlight::Piece;
use pivotal_domain::audience::search::question::Question;
use pivotal_domain::audience::values::fold::fold;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use sqlx::{FromRow, PgPool, QueryBuilder};
use uuid::Uuid;

use super::query::SearchError;
use crate::audience::list::{self, Visible};
use crate::audience::shared::shared_with;
use crate::audience::{lists, segments};
use crate::page::QueryError;

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AudiencesWanted {
    pub text: String,
    pub first: usize,
    /// Whether archived ones are looked for too.
    pub archived: bool,
}

/// Those whose name begins as the text does first, then by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Audiences {
    pub hits: Vec<AudienceHit>,
    /// How many there are.
    pub total: i64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AudienceHit {
    /// `segment`, `list`, `domain_set`, `campaign`.
    pub kind: String,
    pub id: Uuid,
    /// `contact`, `account`; `None` of a domain set and of a campaign.
    pub entity: Option<String>,
    pub name: Vec<Piece>,
    pub tags: Vec<String>,
    pub archived: bool,
}

#[derive(Debug, FromRow)]
struct Row {
    kind: String,
    id: Uuid,
    entity: Option<String>,
    name: String,
    tags: Vec<String>,
    archived: bool,
    total: i64,
}

// Who looks and how many words there are is part of the statement, so it cannot be compile-checked. Values are bound.

/// Every word must be in the name or in a tag.
pub async fn audiences(
    pool: &PgPool,
    actor: &Actor,
    wanted: &AudiencesWanted,
) -> Result<Audiences, SearchError> {
    let question = Question::parse(&wanted.text)?;
    if question.is_empty() {
        return Ok(Audiences::default());
    }
    let mut query = QueryBuilder::new(
        "select x.kind, x.id, x.entity, x.name, x.tags, x.archived, count(*) over () as total from (
         select 'segment' as kind, s.id, s.entity, s.name, s.tags, s.archived from read.segments s where true",
    );
    segments::query::seen(&mut query, actor);
    query.push(
        " union all select 'list', l.id, l.entity, l.name, l.tags, l.archived from read.lists l where true",
    );
    lists::query::seen(&mut query, actor, "l");
    query.push(
        " union all select 'domain_set', d.id, null, d.name, d.tags, d.archived from read.domain_sets d where true",
    );
    list::visible(&mut query, Visible::of(actor, Permission::DomainSetsView));
    shared_with(&mut query, actor, "d");
    query.push(
        " union all select 'campaign', m.id, null, m.name, m.tags, m.archived from read.campaigns m where true",
    );
    list::visible(&mut query, Visible::of(actor, Permission::CampaignsView));
    query.push(") x where ").push(if wanted.archived { "true" } else { "not x.archived" });
    for word in list::words(&wanted.text) {
        let pattern = format!("%{}%", list::escaped(&word));
        query
            .push(" and (read.fold(x.name) like ")
            .push_bind(pattern.clone())
            .push(" or exists (select from unnest(x.tags) t where read.fold(t) like ")
            .push_bind(pattern)
            .push("))");
    }
    let start = fold(wanted.text.trim()).replace('\0', "");
    query
        .push(" order by read.fold(x.name) not like ")
        .push_bind(format!("{}%", list::escaped(&start)))
        .push(", lower(x.name), x.id limit ")
        .push_bind(i64::try_from(wanted.first.max(1)).unwrap_or(i64::MAX));
    let rows: Vec<Row> = query.build_query_as().fetch_all(pool).await.map_err(QueryError::from)?;
    let total = rows.first().map_or(0, |row| row.total);
    let hits = rows.into_iter().take(wanted.first).map(|row| AudienceHit {
        kind: row.kind,
        id: row.id,
        entity: row.entity,
        name: question.mark(&row.name),
        tags: row.tags,
        archived: row.archived,
    });
    Ok(Audiences { hits: hits.collect(), total })
}
