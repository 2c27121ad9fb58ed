//! Results of a search over REST.

use pivotal_domain::audience::search::Kind;
use pivotal_domain::audience::search::highlight::Piece;
use pivotal_projections::audience::search::audiences::Audiences;
use pivotal_projections::audience::search::hit::{Hit, Matched};
use pivotal_projections::audience::search::query::Group;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// What is looked for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// Words of which all must be found, each as the beginning of a word of the record.
    pub text: String,
    /// `contact`, `account`, `audience` (segments, lists, domain sets and campaigns), several with commas; all of them if not said.
    pub kinds: Option<String>,
    /// Hits of each kind, at most 50; 8 if not said.
    pub first: Option<i32>,
    /// Archived records too.
    pub archived: Option<bool>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SearchResults {
    /// One for each kind that was asked for and that the caller may see.
    pub groups: Vec<SearchGroup>,
    /// Segments, lists and domain sets that are shared with the caller, and campaigns, with every word in their name or in a tag. Absent when
    /// they were not asked for.
    pub audiences: Option<SearchAudiences>,
    /// The position in `x-pivotal-after` was not reached in time.
    pub stale: bool,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct SearchAudiences {
    /// Those whose name begins as the text does first, then by name.
    pub hits: Vec<SearchAudience>,
    /// How many there are.
    pub total: i64,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SearchAudience {
    /// `segment`, `list`, `domain_set` or `campaign`.
    pub kind: String,
    pub id: Uuid,
    /// `contact` or `account`; absent of a domain set and of a campaign.
    pub entity: Option<String>,
    /// In pieces; those that answer the text are marked.
    pub name: Vec<SearchPiece>,
    pub tags: Vec<String>,
    pub archived: bool,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SearchGroup {
    /// `contact` or `account`.
    pub kind: &'static str,
    /// The best first.
    pub hits: Vec<SearchHit>,
    /// How many there are; if `more`, at least so many.
    pub total: i64,
    /// `total` was not counted to the end.
    pub more: bool,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SearchHit {
    pub kind: &'static str,
    pub id: Uuid,
    /// In pieces, which together are the title; those that answer the text are marked.
    pub title: Vec<SearchPiece>,
    pub subtitle: Vec<SearchPiece>,
    /// The value that answers best.
    pub matched: Option<SearchMatch>,
    pub archived: bool,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SearchMatch {
    /// Key in the catalogue of fields; `account.domain` is the company's.
    pub field: &'static str,
    pub label: &'static str,
    pub pieces: Vec<SearchPiece>,
}

#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SearchPiece {
    pub text: String,
    pub hit: bool,
}

impl From<Group> for SearchGroup {
    fn from(group: Group) -> Self {
        SearchGroup {
            kind: group.kind.as_str(),
            hits: group.hits.into_iter().map(SearchHit::from).collect(),
            total: group.total,
            more: group.more,
        }
    }
}

impl From<Audiences> for SearchAudiences {
    fn from(found: Audiences) -> Self {
        let hits = found.hits.into_iter().map(|hit| SearchAudience {
            kind: hit.kind,
            id: hit.id,
            entity: hit.entity,
            name: pieces(hit.name),
            tags: hit.tags,
            archived: hit.archived,
        });
        SearchAudiences { hits: hits.collect(), total: found.total }
    }
}

impl From<Hit> for SearchHit {
    fn from(hit: Hit) -> Self {
        SearchHit {
            kind: hit.kind.as_str(),
            id: hit.id,
            title: pieces(hit.title),
            subtitle: pieces(hit.subtitle),
            matched: hit.matched.map(SearchMatch::from),
            archived: hit.archived,
        }
    }
}

impl From<Matched> for SearchMatch {
    fn from(matched: Matched) -> Self {
        SearchMatch { field: matched.field, label: matched.label, pieces: pieces(matched.value) }
    }
}

fn pieces(pieces: Vec<Piece>) -> Vec<SearchPiece> {
    pieces.into_iter().map(|piece| SearchPiece { text: piece.text, hit: piece.hit }).collect()
}

/// What a list with commas asks for: kinds of records, and whether segments, lists and domain sets; or the name that is neither.
pub fn kinds(text: &str) -> Result<(Vec<Kind>, bool), String> {
    let (mut kinds, mut audiences) = (Vec::new(), false);
    for name in text.split(',').map(str::trim).filter(|name| !name.is_empty()) {
        if name == "audience" {
            audiences = true;
            continue;
        }
        let kind = Kind::ALL.into_iter().find(|kind| kind.as_str() == name);
        kinds.push(kind.ok_or_else(|| name.to_owned())?);
    }
    Ok((kinds, audiences))
}
