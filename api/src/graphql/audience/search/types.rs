//! Results of a search as the API shows them.

use async_graphql::{Enum, SimpleObject};
use pivotal_domain::audience::search::Kind;
use pivotal_domain::audience::search::highlight::Piece;
use pivotal_projections::audience::search::hit::{Hit, Matched};
use pivotal_projections::audience::search::query::Group;
use uuid::Uuid;

/// What can be found.
#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "Kind")]
pub enum SearchKind {
    Contact,
    Account,
}

/// Hits by kind.
#[derive(Debug, SimpleObject)]
pub struct SearchResults {
    /// One for each kind that was asked for and that the viewer may see, in the order asked.
    pub groups: Vec<SearchGroup>,
    /// The position in `x-pivotal-after` was not reached in time: your last write may be missing.
    pub stale: bool,
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
