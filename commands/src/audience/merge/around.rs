//! What points at accounts that go: their contacts, and the accounts right below them.

use futures::StreamExt;
use pivotal_domain::audience::exports::list::{ListFilter, ListSort};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::filter::vocabulary::Vocabulary;
use pivotal_domain::identity::actor::Actor;
use serde_json::json;
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;
use crate::ports::record_lists::{ListAsked, ListError, RecordLists};

#[derive(Debug, Default)]
pub struct Around {
    pub contacts: Vec<Uuid>,
    pub children: Vec<Uuid>,
    /// These are not all.
    pub more: bool,
}

/// Everything in the log by now is found, as far as it is not too much: the lists are waited for.
pub async fn around(
    ctx: &Context,
    lists: &dyn RecordLists,
    accounts: &[Uuid],
    most: usize,
) -> Result<Around, CommandError> {
    let mut around = Around::default();
    let below = json!({ "field": "parent", "op": "in", "value": accounts });
    let children = ListFilter { condition: Some(below), archived: Some(false), ..ListFilter::default() };
    around.more |= read(ctx, lists, (Entity::Account, children), most, &mut around.children).await?;
    let most = most.saturating_sub(around.children.len());
    for account in accounts {
        let contacts =
            ListFilter { account_id: Some(*account), archived: Some(false), ..ListFilter::default() };
        around.more |= read(ctx, lists, (Entity::Contact, contacts), most, &mut around.contacts).await?;
    }
    Ok(around)
}

/// Fills up to so many. Answers whether there are more.
async fn read(
    ctx: &Context,
    lists: &dyn RecordLists,
    (entity, filter): (Entity, ListFilter),
    most: usize,
    found: &mut Vec<Uuid>,
) -> Result<bool, CommandError> {
    let asked = ListAsked {
        // Whoever may merge the accounts moves what belongs to them, seen or not.
        actor: Actor::system("merge"),
        entity,
        filter,
        sort: ListSort::default(),
        keys: Vec::new(),
        vocabulary: Vocabulary::none(),
        asked_at: ctx.now(),
    };
    let mut read = lists.ids(asked).await.map_err(unread)?;
    while let Some(ids) = read.pages.next().await {
        found.extend(ids.map_err(unread)?);
        if found.len() > most {
            found.truncate(most);
            return Ok(true);
        }
    }
    Ok(false)
}

fn unread(error: ListError) -> CommandError {
    match error {
        // The same again in a moment finds the lists where they should be.
        ListError::Behind => CommandError::Conflict,
        error => CommandError::unexpected(error),
    }
}
