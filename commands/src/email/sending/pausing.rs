//! Campaigns that pause by themselves, with the numbers or the code that say why.

use std::collections::BTreeMap;

use pivotal_domain::campaigns::campaigns::happened::{PauseDetail, PauseReason};
use pivotal_domain::campaigns::campaigns::{Campaign, CampaignCommand};
use pivotal_domain::email::sending::health::{Code, Found};
use pivotal_domain::identity::actor::Actor;
use uuid::Uuid;

use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{execute, no_jobs};

/// What a provider said that does not take anything, and nothing that it could have quoted.
pub const SETUP: &str = "setup";
/// It took nothing for a while.
pub const AWAY: &str = "away";
/// Its mails cannot be made.
pub const BROKEN: &str = "broken";

/// One that does not run any more is left as it is.
pub async fn pause(
    ctx: &Context,
    campaign: Uuid,
    reason: PauseReason,
    detail: PauseDetail,
) -> Result<(), CommandError> {
    let at = ctx.now();
    let paused = execute::<Campaign, _, _>(
        ctx,
        campaign,
        &Actor::system("system").metadata(),
        None,
        |loaded| {
            let command = CampaignCommand::Pause { reason, detail: detail.clone(), at };
            Ok(loaded.state.decide(command)?)
        },
        no_jobs,
    )
    .await;
    match paused {
        Ok(_) | Err(CommandError::Rejected(_)) => Ok(()),
        Err(error) => Err(error),
    }
}

/// Every running campaign of an account.
pub async fn pause_account(
    ctx: &Context,
    account: &str,
    code: &str,
    words: Option<String>,
) -> Result<(), CommandError> {
    let running = sqlx::query_scalar!(
        "select campaign from guard.email_campaigns where account = $1 and state = 'running' order by campaign",
        account
    )
    .fetch_all(&ctx.log.pools.write)
    .await?;
    for campaign in running {
        let detail =
            PauseDetail { words: words.clone(), code: Some(code.to_owned()), numbers: BTreeMap::new() };
        pause(ctx, campaign, PauseReason::Provider, detail).await?;
    }
    Ok(())
}

/// Too much of what was handed over came back, or was complained of.
pub async fn pause_for_health(ctx: &Context, campaign: Uuid, found: Found) -> Result<(), CommandError> {
    let reason = match found.code {
        Code::Complaints => PauseReason::Complaints,
        Code::HardBounces | Code::Bounces => PauseReason::Bounces,
    };
    let numbers = BTreeMap::from([
        ("count".to_owned(), found.count as f64),
        ("of".to_owned(), found.of as f64),
        ("percent".to_owned(), found.percent),
        ("limit".to_owned(), found.limit),
    ]);
    let detail = PauseDetail { words: None, code: Some(found.code.as_str().to_owned()), numbers };
    pause(ctx, campaign, reason, detail).await
}
