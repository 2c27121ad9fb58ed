//! A person is erased: the replies that are theirs, or came from their addresses, lose who wrote them and what. Replies that were theirs
//! from the beginning lie under their own key; the others have keys of their own, which are destroyed here.

use std::collections::{BTreeSet, HashSet};

use pivotal_domain::email::replies::keys::{FROM, OF_CONTACT};
use pivotal_domain::email::replies::{EmailReply, ReplyCommand};
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::append::Lane;
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{execute, no_jobs};
use crate::lookup::{Key, key_owners};

/// `values`: all that the person was known by, addresses among it. Can be done again.
pub async fn forget(ctx: &Context, contact: Uuid, values: &BTreeSet<String>) -> Result<(), CommandError> {
    let mut keys: Vec<Key> = vec![(OF_CONTACT, contact.to_string())];
    keys.extend(values.iter().filter(|value| value.contains('@')).map(|value| (FROM, value.to_lowercase())));
    let owners = key_owners(ctx, Lane::Bulk, &keys).await?;
    let replies: HashSet<Uuid> = owners.into_values().flatten().collect();
    for id in replies {
        execute::<EmailReply, _, _>(
            ctx,
            id,
            &Metadata::system("erasure"),
            None,
            |loaded| Ok(loaded.state.decide(ReplyCommand::Forget { at: ctx.now() })?),
            no_jobs,
        )
        .await?;
        ctx.log.keys.destroy(id).await?;
    }
    Ok(())
}
