//! Two lists of the sample for everyone: people somebody met at a fair, and companies to win. Found again by their names.

use pivotal_commands::audience::lists::archive::archive_list;
use pivotal_commands::audience::lists::chosen::Chosen;
use pivotal_commands::audience::lists::create::{CreateList, create_list};
use pivotal_commands::context::Context;
use pivotal_commands::error::CommandError;
use pivotal_commands::lookup::claim_owner;
use pivotal_domain::audience::bulk::events::Selection;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::lists::details::Details;
use pivotal_domain::audience::lists::source::ListSource;
use pivotal_domain::audience::lists::{List, Made, keys};
use pivotal_domain::audience::saved_views::sharing::Sharing;
use uuid::Uuid;

use super::{accounts_held, companies, contacts_held, people, seeder};

const FAIR: &str = "Trade fair, spring";
const TARGETS: &str = "Target accounts";
/// Every so-manieth of the sample.
const STEP: usize = 7;

/// Makes what is not there. Answers the last position.
pub async fn add(ctx: &Context) -> Result<Option<i64>, CommandError> {
    let held = contacts_held(ctx).await?;
    let people = people::all();
    let met: Vec<Uuid> =
        people.iter().step_by(STEP).filter_map(|person| held.get(&person.email).copied()).collect();
    let held = accounts_held(ctx).await?;
    let companies = companies::ALL.iter().step_by(STEP);
    let targets: Vec<Uuid> = companies.filter_map(|company| held.get(&company.domain()).copied()).collect();
    let fair = list(ctx, Entity::Contact, FAIR, met).await?;
    Ok(list(ctx, Entity::Account, TARGETS, targets).await?.max(fair))
}

/// Archives them. Answers the last position.
pub async fn remove(ctx: &Context) -> Result<Option<i64>, CommandError> {
    let mut last = None;
    for (entity, name) in [(Entity::Contact, FAIR), (Entity::Account, TARGETS)] {
        if let Some(id) = found(ctx, entity, name).await? {
            last = archive_list(ctx, &seeder(), id).await?.position.max(last);
        }
    }
    Ok(last)
}

async fn list(
    ctx: &Context,
    entity: Entity,
    name: &str,
    ids: Vec<Uuid>,
) -> Result<Option<i64>, CommandError> {
    if found(ctx, entity, name).await?.is_some() {
        return Ok(None);
    }
    let input = CreateList {
        entity,
        details: details(name),
        chosen: Some(Chosen::Records(Selection::Ids(ids))),
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
