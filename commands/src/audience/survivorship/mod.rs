//! Which of two values stays: the rules, a preview of what others would change, and making it so.

pub mod apply;
pub mod change;
pub mod forget;
pub mod preview;
pub mod read;
pub mod rows;
pub mod run;

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::survivorship::error::SurvivorshipError;
use pivotal_domain::audience::survivorship::rules::Rules;
use pivotal_domain::audience::survivorship::{Survivorship, id_of};

use crate::context::Context;
use crate::error::{CommandError, Rejection};
use crate::execute::Guarded;

impl Guarded for Survivorship {
    fn claims(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    fn match_keys(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

impl From<SurvivorshipError> for CommandError {
    fn from(error: SurvivorshipError) -> Self {
        CommandError::rejected(match error.field() {
            Some(field) => Rejection::of_field(field, error.code(), error.to_string()),
            None => Rejection::new(error.code(), error.to_string()),
        })
    }
}

/// The rules as the log has them now.
pub async fn rules(ctx: &Context, entity: Entity) -> Result<Rules, CommandError> {
    Ok(ctx.log.load::<Survivorship>(id_of(entity)).await?.state.rules)
}
