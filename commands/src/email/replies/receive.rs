//! A reply comes in: in the append of the signal that tells of it, so that the one is never there without the other.

use std::collections::{HashMap, HashSet};

use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::email::replies::{EmailReply, Received, ReplyCommand};
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::append::Append;
use pivotal_log::event_log::Loaded;
use uuid::Uuid;

use crate::context::Context;
use crate::email::tracking::intake::follow::is_there;
use crate::error::CommandError;
use crate::execute::{after, guard_changes};

/// A reply, under the id that it has however often it comes.
#[derive(Debug, Clone)]
pub(crate) struct Came {
    pub id: Uuid,
    pub received: Received,
}

/// Of a contact that was merged, the one it became part of is meant: its words lie under that one's key. Of one that was erased there
/// is nothing any more that they could be kept under, so they are nobody's.
pub(crate) async fn add(
    ctx: &Context,
    append: &mut Append,
    replies: &[Came],
    contacts: &HashMap<Uuid, (Uuid, Loaded<Contact>)>,
    metadata: &Metadata,
) -> Result<(), CommandError> {
    let ids: Vec<Uuid> = replies.iter().map(|came| came.id).collect();
    let mut seen = HashSet::new();
    for (came, held) in replies.iter().zip(ctx.log.load_many::<EmailReply>(&ids).await?) {
        if !seen.insert(came.id) {
            continue;
        }
        let contact = came.received.contact.and_then(|id| contacts.get(&id));
        let contact = contact.filter(|(_, loaded)| is_there(&loaded.state)).map(|(lead, _)| *lead);
        let received = Received { contact, ..came.received.clone() };
        let events = held.state.decide(ReplyCommand::Receive(Box::new(received)))?;
        let changed = after(&held.state, &events);
        append.guards.extend(guard_changes(&ctx.log.blind, came.id, &held.state, &changed));
        append.events::<EmailReply>(came.id, held.sequence, events, metadata)?;
    }
    Ok(())
}
