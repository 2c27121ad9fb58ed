//! Saying which account an item is, or which it is not. A person's word stands against whatever a matching finds, so it may be
//! given at any time, also while one runs.

use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::domain_sets::error::DomainSetError;
use pivotal_domain::audience::domain_sets::facts::{
    DomainSetFact, ITEM_JUDGED, ITEM_JUDGED_VERSION, ItemJudged, Verdict,
};
use pivotal_domain::identity::actor::Actor;
use pivotal_log::append::{Append, Lane, NewFact};
use uuid::Uuid;

use super::editable;
use super::items::domain_of;
use crate::context::Context;
use crate::error::CommandError;

#[derive(Debug, Clone, Copy)]
pub struct JudgeItem {
    pub domain_set_id: Uuid,
    /// Its number in the file.
    pub item: u32,
    pub verdict: Verdict,
    pub account: Uuid,
}

/// The position of the log behind which the set shows it. Said again, it stands as it did.
pub async fn judge_item(ctx: &Context, actor: &Actor, input: JudgeItem) -> Result<i64, CommandError> {
    let JudgeItem { domain_set_id, item, verdict, account } = input;
    let set = editable(ctx, actor, domain_set_id).await?;
    if set.archived {
        return Err(DomainSetError::Archived.into());
    }
    let domain = domain_of(ctx, domain_set_id, item).await?.ok_or(DomainSetError::NoSuchItem(item))?;
    // One that is archived by now can still be refused.
    let record = ctx.log.load::<Account>(account).await?.state.record;
    if verdict != Verdict::Rejected && !record.is_active() {
        return Err(DomainSetError::NoSuchAccount.into());
    }
    let judged = ItemJudged {
        domain_set_id,
        number: item,
        domain,
        verdict,
        account,
        by: actor.user_id,
        at: ctx.now(),
    };
    let mut append = Append::new(Lane::Interactive);
    append.facts.push(NewFact {
        kind: ITEM_JUDGED,
        version: ITEM_JUDGED_VERSION,
        about_type: "domain_set",
        about_id: domain_set_id,
        payload: serde_json::to_value(DomainSetFact::DomainSetItemJudged(judged))?,
        metadata: actor.metadata(),
        personal: &[],
        subject: None,
    });
    Ok(ctx.log.append(append).await?)
}
