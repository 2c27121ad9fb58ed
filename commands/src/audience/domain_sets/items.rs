//! The items of a set and what people said of them, read back from its facts: what a matching begins with.

use std::collections::BTreeMap;

use pivotal_domain::audience::domain_sets::facts::{
    DomainSetFact, Found, ITEM_JUDGED, ITEM_RETRACTED, ITEMS_MATCHED, ITEMS_READ, ItemRead,
};
use pivotal_domain::audience::domain_sets::matching::Wanted;
use pivotal_domain::audience::domain_sets::words::Words;
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;

/// What there is to match.
#[derive(Debug, Default)]
pub struct ToMatch {
    pub wanted: Vec<Wanted>,
    /// Items of which a person said which account they are. They are let be.
    pub settled: u64,
}

pub async fn to_match(ctx: &Context, set: Uuid) -> Result<ToMatch, CommandError> {
    let words = words(ctx, set).await?;
    let settled = |number: u32| words.get(&number).is_some_and(|words| words.settled().is_some());
    let all = words.values().filter(|words| words.settled().is_some()).count();
    let mut to_match = ToMatch { settled: all as u64, ..ToMatch::default() };
    for fact in facts(ctx, set, &[ITEMS_READ]).await? {
        let DomainSetFact::DomainSetItemsRead(read) = fact else { continue };
        let open = read.items.into_iter().filter(|item| !settled(item.number));
        to_match.wanted.extend(open.map(|ItemRead { number, domain, account_name, .. }| Wanted {
            number,
            domain,
            account_name,
            not: words.get(&number).map(Words::rejected).unwrap_or_default(),
        }));
    }
    Ok(to_match)
}

/// What people said of items and did not take back, by the number of the item.
pub(super) async fn words(ctx: &Context, set: Uuid) -> Result<BTreeMap<u32, Words>, CommandError> {
    let mut words: BTreeMap<u32, Words> = BTreeMap::new();
    for fact in facts(ctx, set, &[ITEM_JUDGED, ITEM_RETRACTED]).await? {
        match fact {
            DomainSetFact::DomainSetItemJudged(judged) => {
                words.entry(judged.number).or_default().say(&judged);
            }
            DomainSetFact::DomainSetItemRetracted(retracted) => {
                let said = retracted.said;
                words.entry(retracted.number).or_default().take_back(said.verdict, said.account);
            }
            DomainSetFact::DomainSetItemsRead(_) | DomainSetFact::DomainSetItemsMatched(_) => {}
        }
    }
    Ok(words)
}

/// What matchings found for one item, the last one last.
pub(super) async fn found_for(
    ctx: &Context,
    set: Uuid,
    number: u32,
) -> Result<Vec<Option<Found>>, CommandError> {
    let found = sqlx::query_scalar!(
        r#"select (item->'m')::text as "hit?" from log.facts f cross join lateral jsonb_array_elements((f.payload::jsonb)->'DomainSetItemsMatched'->'items') as item
           where f.about_type = 'domain_set' and f.about_id = $1 and f.kind = $2 and (item->>'n')::bigint = $3 order by f.global_position"#,
        set.to_string(),
        ITEMS_MATCHED,
        i64::from(number)
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    found.iter().map(|hit| Ok(hit.as_deref().map(serde_json::from_str).transpose()?)).collect()
}

/// The domain of one item.
pub(super) async fn domain_of(ctx: &Context, set: Uuid, number: u32) -> Result<Option<String>, CommandError> {
    let found = sqlx::query_scalar!(
        r#"select item->>'d' as "domain!" from log.facts f cross join lateral jsonb_array_elements((f.payload::jsonb)->'DomainSetItemsRead'->'items') as item
           where f.about_type = 'domain_set' and f.about_id = $1 and f.kind = $2 and (item->>'n')::bigint = $3 limit 1"#,
        set.to_string(),
        ITEMS_READ,
        i64::from(number)
    )
    .fetch_optional(&ctx.log.pools.write)
    .await?;
    Ok(found)
}

/// As they stand in the log: what is sealed in them is not opened.
async fn facts(ctx: &Context, set: Uuid, kinds: &[&str]) -> Result<Vec<DomainSetFact>, CommandError> {
    let kinds: Vec<String> = kinds.iter().map(ToString::to_string).collect();
    let payloads = sqlx::query_scalar!(
        r#"select payload::text as "payload!" from log.facts where about_type = 'domain_set' and about_id = $1 and kind = any($2) order by global_position"#,
        set.to_string(),
        &kinds
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    payloads.iter().map(|payload| Ok(serde_json::from_str(payload)?)).collect()
}
