//! Two lists of the sample for everyone: people somebody met at a fair, pasted from the cards that were collected, and companies
//! to win, taken from a filter by a bulk change as many are. Found again by their names.

use pivotal_commands::audience::lists::archive::archive_list;
use pivotal_commands::audience::lists::chosen::Chosen;
use pivotal_commands::audience::lists::create::{CreateList, create_list};
use pivotal_commands::audience::segments::used::used_by;
use pivotal_commands::context::Context;
use pivotal_commands::error::CommandError;
use pivotal_commands::lookup::claim_owner;
use pivotal_domain::audience::bulk::events::Selection;
use pivotal_domain::audience::exports::list::ListFilter;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::lists::details::Details;
use pivotal_domain::audience::lists::source::ListSource;
use pivotal_domain::audience::lists::{List, Made, keys};
use pivotal_domain::audience::saved_views::sharing::Sharing;
use serde_json::json;
use uuid::Uuid;

use super::{people, seeder};

const FAIR: &str = "Trade fair, spring";
const TARGETS: &str = "Target accounts";
/// Every so-manieth of the sample was at the fair.
const STEP: usize = 7;
/// Who has fewer people is no target.
const STAFF: u32 = 2_000;

/// Makes what is not there. Answers the last position.
pub async fn add(ctx: &Context) -> Result<Option<i64>, CommandError> {
    let met = people::all().into_iter().step_by(STEP).map(|person| person.email).collect();
    let fair = list(ctx, Entity::Contact, FAIR, Chosen::Pasted(met)).await?;
    let targets = ListFilter {
        archived: Some(false),
        condition: Some(json!({"all": [
            {"field": "tags", "op": "any_of", "value": ["sample"]},
            {"field": "staff_count", "op": "at_least", "value": STAFF},
        ]})),
        ..ListFilter::default()
    };
    let targets = Chosen::Records(Selection::Matching(Box::new(targets)));
    Ok(list(ctx, Entity::Account, TARGETS, targets).await?.max(fair))
}

/// Archives them; one that somebody defined a segment by stays. Answers the last position.
pub async fn remove(ctx: &Context) -> Result<Option<i64>, CommandError> {
    let mut last = None;
    for (entity, name) in [(Entity::Contact, FAIR), (Entity::Account, TARGETS)] {
        let Some(id) = found(ctx, entity, name).await? else { continue };
        if used_by(ctx, &seeder(), id).await?.is_empty() {
            last = archive_list(ctx, &seeder(), id).await?.position.max(last);
        }
    }
    Ok(last)
}

async fn list(
    ctx: &Context,
    entity: Entity,
    name: &str,
    chosen: Chosen,
) -> Result<Option<i64>, CommandError> {
    if found(ctx, entity, name).await?.is_some() {
        return Ok(None);
    }
    let input = CreateList {
        entity,
        details: details(name),
        chosen: Some(chosen),
        expected: None,
        idempotency_key: None,
    };
    Ok(create_list(ctx, &seeder(), input).await?.list.position)
}

async fn found(ctx: &Context, entity: Entity, name: &str) -> Result<Option<Uuid>, CommandError> {
    let made = Made {
        owner: seeder().user_id,
        entity,
        source: ListSource::Selection,
        fill: None,
        details: details(name),
    };
    let claims = keys::claims(&List { made: Some(made), archived: false });
    let Some((scope, value)) = claims.into_iter().next() else { return Ok(None) };
    claim_owner(ctx, scope, &value).await
}

fn details(name: &str) -> Details {
    Details { name: name.to_owned(), sharing: Sharing::Everyone, tags: vec!["sample".to_owned()] }
}
