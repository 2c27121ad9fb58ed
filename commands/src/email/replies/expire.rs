//! A reply was kept long enough: who wrote it and what they wrote go. Under a key of its own nobody reads them any more from here on;
//! under the contact's key they stay sealed in the log until the contact is erased, and nothing shows them.

use std::collections::{HashMap, HashSet};

use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::contacts::keys::{EMAIL, SECONDARY_EMAIL};
use pivotal_domain::email::replies::{EmailReply, ReplyCommand};
use pivotal_domain::log::metadata::Metadata;
use pivotal_domain::suppression::retention::kind::Data;
use pivotal_log::append::Lane;
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{ATTEMPTS, Caused, no_jobs, write};
use crate::lookup::{Key, claim_owners, key_owners};
use crate::suppression::legal_holds::guard::Holds;

/// Answers false while a legal hold keeps it. Can be done again: killed before the key went, the next time it goes.
pub(crate) async fn expire_reply(ctx: &Context, id: Uuid) -> Result<bool, CommandError> {
    for _ in 0..ATTEMPTS {
        let loaded = ctx.log.load::<EmailReply>(id).await?;
        // After it was loaded: said to be somebody else's from here on, that is a conflict as well.
        let holds = Holds::read(ctx).await?;
        if !held_replies(ctx, &holds, &[id]).await?.is_empty() {
            return Ok(false);
        }
        let events = loaded.state.decide(ReplyCommand::Forget { at: ctx.now() })?;
        if !events.is_empty() {
            let caused = Caused { guards: vec![holds.unchanged()], jobs: &no_jobs };
            match write(ctx, id, &Metadata::system("retention"), None, loaded, events, caused).await {
                Err(CommandError::Conflict) => continue,
                written => written?,
            };
        }
        ctx.log.keys.destroy(id).await?;
        return Ok(true);
    }
    Err(CommandError::Conflict)
}

/// Those that a hold keeps: one over all replies, over whoever wrote them, or over where they work.
pub(crate) async fn held_replies(
    ctx: &Context,
    holds: &Holds,
    ids: &[Uuid],
) -> Result<HashSet<Uuid>, CommandError> {
    if holds.data.contains_key(&Data::Replies) {
        return Ok(ids.iter().copied().collect());
    }
    if holds.records().is_empty() && !holds.data.contains_key(&Data::Contacts) {
        return Ok(HashSet::new());
    }
    let wrote = writers(ctx, ids).await?;
    let contacts: HashSet<Uuid> = wrote.iter().map(|(_, contact)| *contact).collect();
    let contacts: Vec<Uuid> = contacts.into_iter().collect();
    let mut kept = HashSet::new();
    for (contact, loaded) in contacts.iter().zip(ctx.log.load_many::<Contact>(&contacts).await?) {
        let account = loaded.state.account.as_ref().map(|link| link.account_id);
        if holds.over_contact(*contact, account).is_some() {
            kept.insert(*contact);
        }
    }
    let of_held = wrote.into_iter().filter(|(_, contact)| kept.contains(contact));
    Ok(of_held.map(|(reply, _)| reply).collect())
}

/// Replies with the contact whose they are; of those that nobody's were said to be, with whoever has the address.
async fn writers(ctx: &Context, ids: &[Uuid]) -> Result<Vec<(Uuid, Uuid)>, CommandError> {
    let mut wrote = Vec::new();
    let mut strangers: HashMap<String, Vec<Uuid>> = HashMap::new();
    for (id, loaded) in ids.iter().zip(ctx.log.load_many::<EmailReply>(ids).await?) {
        let EmailReply { contact, who, .. } = loaded.state;
        match contact {
            Some(contact) => wrote.push((*id, contact)),
            None if !who.address.is_empty() => {
                strangers.entry(who.address.to_lowercase()).or_default().push(*id);
            }
            None => {}
        }
    }
    let keys = |scope: &'static str| -> Vec<Key> {
        strangers.keys().map(|address| (scope, address.clone())).collect()
    };
    let first = claim_owners(ctx, Lane::Bulk, &keys(EMAIL)).await?;
    let others = key_owners(ctx, Lane::Bulk, &keys(SECONDARY_EMAIL)).await?;
    let owners = first.into_iter().map(|(key, owner)| (key, vec![owner])).chain(others);
    for ((_, address), owners) in owners {
        for id in strangers.get(&address).into_iter().flatten() {
            wrote.extend(owners.iter().map(|owner| (*id, *owner)));
        }
    }
    Ok(wrote)
}
