//! Results of a search as the API shows them.

use async_graphql::{ComplexObject, Context, Enum, Result, SimpleObject};
use pivotal_domain::audience::search::Kind;
use pivotal_domain::audience::search::highlight::Piece;
use pivotal_projections::audience::search::audiences::{self, AudienceHit, AudiencesWanted};
use pivotal_projections::audience::search::hit::{Hit, Matched};
use pivotal_projections::audience::search::query::Group;
use uuid::Uuid;

use crate::errors::ApiError;
use crate::graphql::audience::record::Entity;
use crate::graphql::{actor, core};

/// What can be found.
#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Kind")]
pub enum SearchKind {
    Contact,
    Account,
}

/// Hits by kind.
#[derive(Debug, SimpleObject)]
#[graphql(complex)]
pub struct SearchResults {
    /// One for each kind that was asked for and that the viewer may see, in the order asked.
    pub groups: Vec<SearchGroup>,
    /// The position in `x-pivotal-after` was not reached in time: your last write may be missing.
    pub stale: bool,
    #[graphql(skip)]
    pub asked: AudiencesWanted,
}

#[ComplexObject]
impl SearchResults {
    /// Segments, lists and domain sets that are shared with the viewer, and campaigns, with every word of the text in their name or in a tag.
    async fn audiences(&self, ctx: &Context<'_>) -> Result<SearchAudiences> {
        let pool = &core(ctx).context.log.pools.lists;
        let found = audiences::audiences(pool, actor(ctx)?, &self.asked).await.map_err(ApiError::from)?;
        Ok(SearchAudiences {
            hits: found.hits.into_iter().map(SearchAudience::from).collect(),
            total: found.total,
        })
    }
}

/// Segments, lists, domain sets and campaigns: those whose name begins as the text does first, then by name.
#[derive(Debug, SimpleObject)]
pub struct SearchAudiences {
    pub hits: Vec<SearchAudience>,
    /// How many there are.
    pub total: i64,
}

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
pub enum SearchAudienceKind {
    Segment,
    List,
    DomainSet,
    Campaign,
}

/// A segment, a list, a domain set or a campaign that answers the text.
#[derive(Debug, SimpleObject)]
pub struct SearchAudience {
    pub kind: SearchAudienceKind,
    pub id: Uuid,
    /// Of which records; null of a domain set and of a campaign.
    pub entity: Option<Entity>,
    pub name: String,
    /// The name in pieces; those that answer the text are marked.
    pub name_pieces: Vec<SearchPiece>,
    pub tags: Vec<String>,
    pub archived: bool,
}

impl From<AudienceHit> for SearchAudience {
    fn from(hit: AudienceHit) -> Self {
        SearchAudience {
            kind: match hit.kind.as_str() {
                "segment" => SearchAudienceKind::Segment,
                "list" => SearchAudienceKind::List,
                "campaign" => SearchAudienceKind::Campaign,
                _ => SearchAudienceKind::DomainSet,
            },
            id: hit.id,
            entity: hit.entity.map(|entity| match entity.as_str() {
                "account" => Entity::Account,
                _ => Entity::Contact,
            }),
            name: whole(&hit.name),
            name_pieces: pieces(hit.name),
            tags: hit.tags,
            archived: hit.archived,
        }
    }
}

/// The hits of one kind, the best first.
#[derive(Debug, SimpleObject)]
pub struct SearchGroup {
    pub kind: SearchKind,
    pub hits: Vec<SearchHit>,
    /// How many there are; if `more`, at least so many.
    pub total: i64,
    /// `total` was not counted to the end.
    pub more: bool,
}

/// A record that answers the text.
#[derive(Debug, SimpleObject)]
pub struct SearchHit {
    pub kind: SearchKind,
    /// Of the contact or account.
    pub id: Uuid,
    /// What it is called.
    pub title: String,
    /// What tells it from others of the same title: job title and company, or domain and city.
    pub subtitle: Option<String>,
    /// The title in pieces; those that answer the text are marked.
    pub title_pieces: Vec<SearchPiece>,
    pub subtitle_pieces: Vec<SearchPiece>,
    /// The value that answers best; it may be the title or part of the subtitle.
    pub matched: Option<SearchMatch>,
    pub archived: bool,
}

/// A value that answers the text.
#[derive(Debug, SimpleObject)]
pub struct SearchMatch {
    /// Key in the catalogue of fields; `account.domain` is the company's.
    pub field: String,
    pub label: String,
    pub pieces: Vec<SearchPiece>,
}

/// A piece of a text. All pieces one after the other are the text.
#[derive(Debug, SimpleObject)]
pub struct SearchPiece {
    pub text: String,
    /// Whether it is what was looked for.
    pub hit: bool,
}

impl From<Group> for SearchGroup {
    fn from(group: Group) -> Self {
        SearchGroup {
            kind: group.kind.into(),
            hits: group.hits.into_iter().map(SearchHit::from).collect(),
            total: group.total,
            more: group.more,
        }
    }
}

impl From<Hit> for SearchHit {
    fn from(hit: Hit) -> Self {
        SearchHit {
            kind: hit.kind.into(),
            id: hit.id,
            title: whole(&hit.title),
            subtitle: Some(whole(&hit.subtitle)).filter(|text| !text.is_empty()),
            title_pieces: pieces(hit.title),
            subtitle_pieces: pieces(hit.subtitle),
            matched: hit.matched.map(SearchMatch::from),
            archived: hit.archived,
        }
    }
}

impl From<Matched> for SearchMatch {
    fn from(matched: Matched) -> Self {
        SearchMatch {
            field: matched.field.into(),
            label: matched.label.into(),
            pieces: pieces(matched.value),
        }
    }
}

fn pieces(pieces: Vec<Piece>) -> Vec<SearchPiece> {
    pieces.into_iter().map(|piece| SearchPiece { text: piece.text, hit: piece.hit }).collect()
}

fn whole(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}
