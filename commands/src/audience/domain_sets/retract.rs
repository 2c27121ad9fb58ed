//! Taking back what was last said of an item: it is what it was before, by what else was said and by what matchings found.

use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::domain_sets::error::DomainSetError;
use pivotal_domain::audience::domain_sets::facts::{
    DomainSetFact, ITEM_RETRACTED, ITEM_RETRACTED_VERSION, ItemRetracted,
};
use pivotal_domain::identity::actor::Actor;
use pivotal_log::append::{Append, IdempotencyKey, Lane, NewFact};
use pivotal_log::error::LogError;
use serde_json::Value;
use uuid::Uuid;

use super::editable;
use super::items::{domain_of, found_for, words};
use crate::context::Context;
use crate::error::CommandError;

#[derive(Debug, Clone, Copy)]
pub struct RetractWord {
    pub domain_set_id: Uuid,
    /// Its number in the file.
    pub item: u32,
    /// The account that the word is about. Somebody may have said something else since, which is not taken back for this one.
    pub account: Uuid,
}

/// The position of the log behind which the set shows it.
pub async fn retract_word(ctx: &Context, actor: &Actor, input: RetractWord) -> Result<i64, CommandError> {
    let RetractWord { domain_set_id, item, account } = input;
    let set = editable(ctx, actor, domain_set_id).await?;
    if set.archived {
        return Err(DomainSetError::Archived.into());
    }
    let domain = domain_of(ctx, domain_set_id, item).await?.ok_or(DomainSetError::NoSuchItem(item))?;
    let mut words = words(ctx, domain_set_id).await?.remove(&item).unwrap_or_default();
    let said = words.last().ok_or(DomainSetError::NothingSaid(item))?;
    if said.account != account {
        return Err(DomainSetError::SaidSince(item).into());
    }
    words.take_back(said.verdict, said.account);
    let found = found_for(ctx, domain_set_id, item).await?;
    let active = match found.last().copied().flatten() {
        Some(last) => {
            ctx.log.load::<Account>(last.account).await?.state.record.is_active().then_some(last.account)
        }
        None => None,
    };
    let retracted = ItemRetracted {
        domain_set_id,
        number: item,
        domain,
        said,
        by: actor.user_id,
        at: ctx.now(),
        not: words.rejected(),
        hit: words.stand(&found, |account| active == Some(account)),
        settled: words.settled(),
    };
    let mut append = Append::new(Lane::Interactive);
    append.facts.push(NewFact {
        kind: ITEM_RETRACTED,
        version: ITEM_RETRACTED_VERSION,
        about_type: "domain_set",
        about_id: domain_set_id,
        payload: serde_json::to_value(DomainSetFact::DomainSetItemRetracted(retracted))?,
        metadata: actor.metadata(),
        personal: &[],
        subject: None,
    });
    // Two who take back one word at the same moment take back one word.
    append.idempotency = Some(IdempotencyKey {
        key: format!("domain-set:{domain_set_id}:{item}:retract:{account}:{}", said.at.timestamp_micros()),
        fingerprint: Vec::new(),
        result: Value::Null,
    });
    match ctx.log.append(append).await {
        Ok(position) => Ok(position),
        Err(LogError::Repeated(answer)) => Ok(answer.position),
        Err(error) => Err(error.into()),
    }
}
