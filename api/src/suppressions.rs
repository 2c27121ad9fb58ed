//! What both doors ask about suppressions: a value in the one form in which it is compared, and what the guard says of it.

use pivotal_commands::error::Rejection;
use pivotal_commands::suppression::guard::{self, Contacted};
use pivotal_commands::suppression::suppressions::visible;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::suppression::suppressions::key::{Kind, SuppressedKey};
use pivotal_log::blind_index::BlindIndex;
use pivotal_projections::audience::history::port::Reading;
use pivotal_projections::suppression::suppressions::story;
use uuid::Uuid;

use crate::app::Core;
use crate::errors::{ApiError, ApiResult, FieldProblem, REJECTED};
use crate::graphql::suppression::suppressions::types::{
    SuppressionCause, SuppressionCheck, SuppressionEvent,
};

fn read(kind: Option<Kind>, value: &str) -> ApiResult<SuppressedKey> {
    let read = match kind {
        Some(kind) => SuppressedKey::parse(kind, value, None),
        None => SuppressedKey::read(value, None),
    };
    read.map_err(|error| {
        let mut refused = ApiError::new(REJECTED, format!("This cannot be looked for: {error}."));
        let rejection = Rejection::of_field("value", error.code(), refused.detail.clone());
        refused.errors = vec![FieldProblem::from(rejection)];
        refused
    })
}

/// Kind and keyed hash of a value: by it, erased people are found, too.
pub fn exact_key(blind: &BlindIndex, kind: Option<Kind>, value: &str) -> ApiResult<(Kind, Vec<u8>)> {
    let key = read(kind, value)?;
    Ok((key.kind(), guard::hash(blind, &key)))
}

/// What the guard says of a value at this moment, with the events that say why. A client's users are told of their own list.
pub async fn check(
    core: &Core,
    actor: &Actor,
    kind: Option<Kind>,
    value: &str,
    client: Option<Uuid>,
) -> ApiResult<SuppressionCheck> {
    let key = read(kind, value)?;
    let client = client.or(actor.client_id);
    let text = || Some(key.value().to_owned());
    let contacted = match key.kind() {
        Kind::Email => Contacted { email: text(), client, ..Contacted::default() },
        Kind::Phone => Contacted { phone: text(), client, ..Contacted::default() },
        Kind::Domain => Contacted { domain: text(), client, ..Contacted::default() },
        Kind::Account => Contacted { account: key.value().parse().ok(), client, ..Contacted::default() },
    };
    let (log, pool) = (&core.context.log, &core.context.log.pools.write);
    let held = guard::suppressed(pool, &log.blind, &[contacted], core.context.now()).await?;
    let held: Vec<_> = held.into_iter().filter(|held| visible(actor, held.reach)).collect();
    let ids: Vec<Uuid> = held.iter().map(|held| held.id).collect();
    // From the writing side: what the guard knows, the proof knows.
    let told = story::told(Reading { pool, opener: &core.opener }, &ids).await?;
    let names = core.directory.names().await.map_err(ApiError::from)?;
    let because = held.into_iter().map(|held| {
        let of = told.iter().filter(|one| one.suppression == held.id).cloned();
        let events = of.map(|one| SuppressionEvent::of(one, &names)).collect();
        SuppressionCause::of(held, events)
    });
    let because: Vec<SuppressionCause> = because.collect();
    Ok(SuppressionCheck {
        kind: key.kind().into(),
        suppressed: !because.is_empty(),
        value: key.into_value(),
        because,
    })
}
