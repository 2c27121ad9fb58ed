//! Why a person may be contacted, taken down with its proof.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::suppression::consents::channel::Channel;
use pivotal_domain::suppression::consents::command::ConsentCommand;
use pivotal_domain::suppression::consents::given::Typed;
use pivotal_domain::suppression::consents::{Consent, id_of};
use uuid::Uuid;

use super::{person, statements};
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{Executed, Repeatable, execute, no_jobs};

#[derive(Debug, Clone)]
pub struct RecordConsent {
    pub contact: Uuid,
    /// Each gets a statement of its own.
    pub channels: Vec<Channel>,
    pub typed: Typed,
    pub idempotency_key: Option<String>,
}

/// All channels or none.
pub async fn record_consent(
    ctx: &Context,
    actor: &Actor,
    input: RecordConsent,
) -> Result<Executed<Consent>, CommandError> {
    let RecordConsent { contact, channels, typed, idempotency_key } = input;
    person(ctx, actor, contact, Permission::ConsentsRecord).await?;
    let statements = statements(&channels)?;
    let repeatable = Repeatable::new(
        &actor.user_id.to_string(),
        idempotency_key.as_deref(),
        &("record_consent", contact, &channels, &typed),
    );
    let at = ctx.now();
    execute::<Consent, _, _>(
        ctx,
        id_of(contact),
        &actor.metadata(),
        repeatable,
        |loaded| {
            let mut events = Vec::with_capacity(statements.len());
            for (channel, statement) in &statements {
                events.extend(loaded.state.decide(ConsentCommand::Record {
                    at,
                    contact,
                    statement: *statement,
                    channel: *channel,
                    typed: typed.clone(),
                    source: actor.source.clone(),
                })?);
            }
            Ok(events)
        },
        no_jobs,
    )
    .await
}
