//! A person says no. Their addresses or numbers are suppressed for everybody in the same append, so that the next send or dial
//! of any process knows.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use pivotal_domain::audience::record::state::RecordState;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::suppression::consents::channel::Channel;
use pivotal_domain::suppression::consents::command::ConsentCommand;
use pivotal_domain::suppression::consents::{Consent, id_of};
use pivotal_domain::suppression::suppressions::Suppression;
use pivotal_domain::suppression::suppressions::command::{Added, SuppressionCommand};
use pivotal_domain::suppression::suppressions::key::{Kind, SuppressedKey};
use pivotal_domain::suppression::suppressions::reach::Reach;
use pivotal_domain::suppression::suppressions::reason::Reason;
use pivotal_log::append::{Append, Lane};
use pivotal_log::error::LogError;
use uuid::Uuid;

use super::{person, statements};
use crate::authorise::authorise;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{ATTEMPTS, after};
use crate::suppression::guard::hash;
use crate::suppression::suppressions;

#[derive(Debug, Clone)]
pub struct WithdrawConsent {
    pub contact: Uuid,
    pub channels: Vec<Channel>,
    pub withdrawn_at: DateTime<Utc>,
    /// How they said it.
    pub origin: String,
    pub note: Option<String>,
}

/// What it came to.
#[derive(Debug, Clone)]
pub struct Withdrawn {
    pub state: Consent,
    /// Their addresses and numbers that are suppressed now, those that were before too.
    pub suppressed: usize,
    pub position: Option<i64>,
}

/// Who withdrew before is suppressed by what they have come by since. Whoever may take a withdrawal down may have this
/// effect, whether or not they may suppress anything else.
pub async fn withdraw_consent(
    ctx: &Context,
    actor: &Actor,
    input: WithdrawConsent,
) -> Result<Withdrawn, CommandError> {
    authorise(actor, Permission::ConsentsRecord).map(drop)?;
    let statements = statements(&input.channels)?;
    let (id, metadata) = (id_of(input.contact), actor.metadata());
    for _ in 0..ATTEMPTS {
        let contact = person(ctx, actor, input.contact, Permission::ConsentsRecord).await?;
        let at = ctx.now();
        let loaded = ctx.log.load::<Consent>(id).await?;
        let mut events = Vec::with_capacity(statements.len());
        for (channel, statement) in &statements {
            events.extend(loaded.state.decide(ConsentCommand::Withdraw {
                at,
                contact: input.contact,
                statement: *statement,
                channel: *channel,
                withdrawn_at: input.withdrawn_at,
                origin: input.origin.clone(),
                note: input.note.clone(),
                source: actor.source.clone(),
            })?);
        }
        let state = after(&loaded.state, &events);
        let mut append = Append::new(Lane::Interactive);
        append.events::<Consent>(id, loaded.sequence, events, &metadata)?;
        let keys = keys(&contact.record, &input.channels);
        let ids: Vec<Uuid> =
            keys.iter().map(|(_, key)| suppressions::id_of(&ctx.log.blind, key, Reach::Global)).collect();
        for ((id, (reason, key)), held) in
            ids.iter().zip(&keys).zip(ctx.log.load_many::<Suppression>(&ids).await?)
        {
            let added = held.state.decide(SuppressionCommand::Add(Added {
                at,
                key: key.clone(),
                hash: hex::encode(hash(&ctx.log.blind, key)),
                reach: Reach::Global,
                reason: *reason,
                until: None,
                note: Some("Consent withdrawn".to_owned()),
                source: actor.source.clone(),
            }))?;
            append.events::<Suppression>(*id, held.sequence, added, &metadata)?;
        }
        let suppressed = ids.len();
        if append.is_empty() {
            return Ok(Withdrawn { state, suppressed, position: None });
        }
        match ctx.log.append(append).await {
            Ok(position) => return Ok(Withdrawn { state, suppressed, position: Some(position) }),
            Err(LogError::Conflict) => continue,
            Err(error) => return Err(error.into()),
        }
    }
    Err(CommandError::Conflict)
}

/// By what the person could be contacted through these channels, each once. What cannot be read cannot be contacted.
pub(crate) fn keys(record: &RecordState, channels: &[Channel]) -> Vec<(Reason, SuppressedKey)> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for channel in Channel::ALL.into_iter().filter(|channel| channels.contains(channel)) {
        let (kind, reason, fields): (Kind, Reason, &[&str]) = match channel {
            Channel::Email => (Kind::Email, Reason::Unsubscribed, &["email", "secondary_emails"]),
            Channel::Phone => (
                Kind::Phone,
                Reason::DncRequest,
                &["direct_phone_e164", "direct_phone", "mobile_phone", "secondary_phones"],
            ),
        };
        for value in fields.iter().flat_map(|field| record.value(field)).flat_map(|value| value.texts()) {
            let Ok(key) = SuppressedKey::parse(kind, value, None) else { continue };
            if seen.insert(key.value().to_owned()) {
                found.push((reason, key));
            }
        }
    }
    found
}
