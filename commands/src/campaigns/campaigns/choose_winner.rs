//! A person's word on a test, at any time, with what was known of it then.

use pivotal_domain::campaigns::campaigns::error::CampaignError;
use pivotal_domain::campaigns::campaigns::happened::ChosenBy;
use pivotal_domain::campaigns::campaigns::{Campaign, CampaignCommand};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::{made, run};
use crate::authorise::authorise_all;
use crate::context::Context;
use crate::email::sending::winner::evidence_now;
use crate::error::CommandError;
use crate::execute::Executed;
use crate::ports::test_figures::TestFigures;

/// Whoever has not had it yet gets this variant.
pub async fn choose_winner(
    ctx: &Context,
    figures: &dyn TestFigures,
    actor: &Actor,
    id: Uuid,
    variant: char,
) -> Result<Executed<Campaign>, CommandError> {
    authorise_all(actor, Permission::CampaignsLaunch)?;
    let made = made(ctx, id).await?;
    let known = evidence_now(figures, id, &made).await?;
    let evidence = known.ok_or(CampaignError::NoSuchVariant(variant))?;
    run(ctx, actor, Permission::CampaignsLaunch, id, |at| CampaignCommand::ChooseWinner {
        variant,
        by: ChosenBy::Person,
        evidence: evidence.clone(),
        at,
    })
    .await
}
