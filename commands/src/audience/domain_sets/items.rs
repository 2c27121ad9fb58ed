//! The items of a set and what people said of them, read back from its facts: what a matching begins with.

use std::collections::BTreeMap;

use pivotal_domain::audience::domain_sets::facts::{
    DomainSetFact, ITEM_JUDGED, ITEMS_READ, ItemRead, Verdict,
};
use pivotal_domain::audience::domain_sets::matching::Wanted;
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
    let mut rejected: BTreeMap<u32, Vec<Uuid>> = BTreeMap::new();
    let mut settled: BTreeMap<u32, Uuid> = BTreeMap::new();
    for fact in facts(ctx, set, ITEM_JUDGED).await? {
        let DomainSetFact::DomainSetItemJudged(judged) = fact else { continue };
        let not = rejected.entry(judged.number).or_default();
        not.retain(|account| *account != judged.account);
        match judged.verdict {
            Verdict::Confirmed | Verdict::Assigned => {
                settled.insert(judged.number, judged.account);
            }
            Verdict::Rejected => {
                not.push(judged.account);
                if settled.get(&judged.number) == Some(&judged.account) {
                    settled.remove(&judged.number);
                }
            }
        }
    }
    let mut to_match = ToMatch { settled: settled.len() as u64, ..ToMatch::default() };
    for fact in facts(ctx, set, ITEMS_READ).await? {
        let DomainSetFact::DomainSetItemsRead(read) = fact else { continue };
        let open = read.items.into_iter().filter(|item| !settled.contains_key(&item.number));
        to_match.wanted.extend(open.map(|ItemRead { number, domain, account_name, .. }| Wanted {
            number,
            domain,
            account_name,
            not: rejected.remove(&number).unwrap_or_default(),
        }));
    }
    Ok(to_match)
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
async fn facts(ctx: &Context, set: Uuid, kind: &str) -> Result<Vec<DomainSetFact>, CommandError> {
    let payloads = sqlx::query_scalar!(
        r#"select payload::text as "payload!" from log.facts where about_type = 'domain_set' and about_id = $1 and kind = $2 order by global_position"#,
        set.to_string(),
        kind
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    payloads.iter().map(|payload| Ok(serde_json::from_str(payload)?)).collect()
}
