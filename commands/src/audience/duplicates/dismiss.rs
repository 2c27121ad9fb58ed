//! Saying that pairs are not one, or taking that back. A pair that was dismissed never comes back by itself.

use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::duplicates::facts::{
    DUPLICATE_DISMISSED, DUPLICATE_DISMISSED_VERSION, DUPLICATE_REOPENED, DUPLICATE_REOPENED_VERSION,
    DuplicateFact, PAIRS_MAX, PairJudged, pair,
};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_log::append::{Append, Lane, NewFact};
use uuid::Uuid;

use crate::audience::record::reach::authorise_on;
use crate::context::Context;
use crate::error::{CommandError, Rejection};

#[derive(Debug, Clone)]
pub struct JudgePairs {
    pub entity: Entity,
    pub pairs: Vec<(Uuid, Uuid)>,
    /// They may be one after all.
    pub reopen: bool,
}

/// The position of the log behind which the queue shows it. Said again, it stands as it did.
pub async fn judge_pairs(ctx: &Context, actor: &Actor, input: JudgePairs) -> Result<i64, CommandError> {
    let reach = authorise_on(actor, input.entity, Permission::RecordsMerge)?;
    let refused = |code: &str, message: String| {
        Err(CommandError::rejected(Rejection::of_field("pairs", code.to_owned(), message)))
    };
    if input.pairs.is_empty() {
        return refused("DUPLICATES_NONE_CHOSEN", "Choose at least one pair.".into());
    }
    if input.pairs.len() > PAIRS_MAX {
        return refused(
            "DUPLICATES_TOO_MANY",
            format!("At most {PAIRS_MAX} pairs can be judged at once. Choose fewer."),
        );
    }
    let (at, metadata) = (ctx.now(), actor.metadata());
    let mut append = Append::new(Lane::Interactive);
    for (one, other) in input.pairs {
        let Some((a, b)) = pair(one, other) else {
            return refused(
                "DUPLICATES_ITSELF",
                "A record is no duplicate of itself. Choose two records.".into(),
            );
        };
        for id in [a, b] {
            match input.entity {
                Entity::Account => reach.clone().over::<Account>(ctx, id).await.map(drop)?,
                Entity::Contact => reach.clone().over::<Contact>(ctx, id).await.map(drop)?,
            }
        }
        let judged = PairJudged { entity: input.entity, a, b, by: actor.user_id, at };
        let (kind, version, fact) = match input.reopen {
            false => {
                (DUPLICATE_DISMISSED, DUPLICATE_DISMISSED_VERSION, DuplicateFact::DuplicateDismissed(judged))
            }
            true => {
                (DUPLICATE_REOPENED, DUPLICATE_REOPENED_VERSION, DuplicateFact::DuplicateReopened(judged))
            }
        };
        append.facts.push(NewFact {
            kind,
            version,
            about_type: "duplicate",
            about_id: a,
            payload: serde_json::to_value(&fact)?,
            metadata: metadata.clone(),
            personal: &[],
            subject: None,
        });
    }
    Ok(ctx.log.append(append).await?)
}
