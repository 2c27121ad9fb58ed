//! Finding records by text.

use async_graphql::{Context, Object, Result};
use pivotal_domain::audience::search::Kind;
use pivotal_projections::audience::search::audiences::AudiencesWanted;
use pivotal_projections::audience::search::query::{self, MOST_HITS, Wanted};
use pivotal_projections::audience::{accounts, contacts, domain_sets, lists, search, segments};

use super::types::{SearchGroup, SearchKind, SearchResults};
use crate::errors::{ApiError, ApiResult, BAD_PAGE};
use crate::graphql::connection::cost;
use crate::graphql::freshness::stale;
use crate::graphql::{actor, core};
use crate::policy::SIGNED_IN;
use crate::policy::directive::allow;

/// The index, and the rows that hits are shown from.
pub const READ: [&str; 6] = [
    search::SPEC.name,
    contacts::SPEC.name,
    accounts::SPEC.name,
    segments::SPEC.name,
    lists::SPEC.name,
    domain_sets::SPEC.name,
];
/// Hits of a kind unless said otherwise.
pub const FIRST: i32 = 8;

#[derive(Default)]
pub struct SearchQuery;

#[Object]
impl SearchQuery {
    /// Contacts and accounts that have all words of the text, each as the beginning of a word: of names, addresses,
    /// domains, companies, titles, cities and telephone numbers. Slips of the finger are forgiven where nothing answers
    /// exactly. Only kinds that the viewer may see are looked for; a text of nothing but marks finds nothing. Segments, lists and
    /// domain sets are found beside them, by name and tag.
    #[graphql(
        directive = allow::apply(SIGNED_IN.into()),
        complexity = "cost(Some(first.unwrap_or(FIRST).clamp(0, MOST_HITS)), child_complexity)"
    )]
    async fn search(
        &self,
        ctx: &Context<'_>,
        text: String,
        #[graphql(desc = "All of them, contacts first, if not said.")] kinds: Option<Vec<SearchKind>>,
        #[graphql(desc = "Hits of each kind, at most 50.")] first: Option<i32>,
        #[graphql(desc = "Archived records too.")] archived: Option<bool>,
    ) -> Result<SearchResults> {
        let kinds = kinds.map(|kinds| kinds.into_iter().map(Kind::from).collect());
        let wanted = wanted(text, kinds, first, archived.unwrap_or_default())?;
        let stale = stale(ctx, &READ).await?;
        let core = core(ctx);
        let (pool, index) = (&core.context.log.pools.lists, core.search.as_ref());
        let groups = query::search(pool, index, actor(ctx)?, &wanted).await.map_err(ApiError::from)?;
        let Wanted { text, first, archived, .. } = wanted;
        let asked = AudiencesWanted { text, first, archived };
        Ok(SearchResults { groups: groups.into_iter().map(SearchGroup::from).collect(), stale, asked })
    }
}

/// What both interfaces take.
pub fn wanted(
    text: String,
    kinds: Option<Vec<Kind>>,
    first: Option<i32>,
    archived: bool,
) -> ApiResult<Wanted> {
    let first = first.unwrap_or(FIRST);
    if !(0..=MOST_HITS).contains(&first) {
        let problem = format!("`first` is {first}; a search answers 0 to {MOST_HITS} hits of each kind.");
        return Err(ApiError::new(BAD_PAGE, problem));
    }
    let mut once = Vec::new();
    for kind in kinds.unwrap_or_else(|| Kind::ALL.to_vec()) {
        if !once.contains(&kind) {
            once.push(kind);
        }
    }
    Ok(Wanted { text, kinds: once, first: usize::try_from(first).unwrap_or_default(), archived })
}
