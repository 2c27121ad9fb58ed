//! Which variant of a test the rest of an audience gets. Decided once, when the time of the test is over: who looks again and again finds
//! differences that are none.

use chrono::{DateTime, TimeDelta, Utc};
use pivotal_domain::campaigns::campaigns::content::{AbTest, Decides, Otherwise};
use pivotal_domain::campaigns::campaigns::happened::{ChosenBy, Evidence, Tried};
use pivotal_domain::campaigns::campaigns::state::State;
use pivotal_domain::campaigns::campaigns::{Campaign, CampaignCommand, Made};
use pivotal_domain::email::sending::variants::key_of;
use pivotal_domain::email::statistics::proportion::Share;
use pivotal_domain::email::statistics::{Decision, Outcome, Rules, TEST, outcome};
use pivotal_domain::identity::actor::Actor;
use pivotal_log::failpoint::{Failpoint, hit};
use uuid::Uuid;

use super::needs;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::{execute, no_jobs};
use crate::ports::test_figures::TestFigures;

/// Hits of the last moments are judged by then, or are not worth waiting for.
const JUDGED_WITHIN: TimeDelta = TimeDelta::minutes(10);

/// Decides the test of a campaign whose time is over. `None`: it has none, or it is not over, or a person decides.
pub(super) async fn decide(
    ctx: &Context,
    figures: &dyn TestFigures,
    campaign: Uuid,
    made: &Made,
) -> Result<Option<char>, CommandError> {
    let Some((test, variants)) = running_test(made) else { return Ok(None) };
    let Decides::Test { otherwise } = test.decides else { return Ok(None) };
    let Some(started) = started(ctx, campaign).await? else { return Ok(None) };
    let (now, over) = (ctx.now(), started + TimeDelta::minutes(i64::from(test.runs_for_minutes)));
    if now < over {
        return Ok(None);
    }
    let known = figures.of(campaign, test.metric, variants).await.map_err(CommandError::unexpected)?;
    if known.unjudged > 0 && now < over + JUDGED_WITHIN {
        return Ok(None);
    }
    // Hours, zones, a pace or a pause may have kept a variant from everybody so far, or what is shown lags behind: nothing is known of it.
    let untried = known.variants.iter().any(|share| share.trials == 0);
    if untried && (now < over + JUDGED_WITHIN || waits(ctx, campaign).await?) {
        return Ok(None);
    }
    let told = outcome(&known.variants, Rules::default(), true);
    let place = match (told.decision, otherwise) {
        (Decision::Winner(place), _) => place,
        // As likely as not it is chance, and the evidence says so.
        (Decision::NoDifference | Decision::TooEarly(_), Otherwise::Leader) => leader(&known.variants),
        (Decision::NoDifference | Decision::TooEarly(_), Otherwise::Wait) => {
            needs::undecided(ctx, campaign, made).await?;
            return Ok(None);
        }
    };
    let evidence = evidence(&test, &known.variants, &told);
    let (variant, at) = (key_of(u8::try_from(place).unwrap_or_default()), now);
    let chosen = execute::<Campaign, _, _>(
        ctx,
        campaign,
        &Actor::system("system").metadata(),
        None,
        |loaded| {
            let evidence = evidence.clone();
            let command = CampaignCommand::ChooseWinner { variant, by: ChosenBy::Test, evidence, at };
            Ok(loaded.state.decide(command)?)
        },
        no_jobs,
    )
    .await;
    hit(Failpoint::EmailAfterWinner);
    match chosen {
        Ok(_) => Ok(Some(variant)),
        // A person chose meanwhile, or it does not run any more.
        Err(CommandError::Rejected(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// What is known of a test when a person chooses.
pub async fn evidence_now(
    figures: &dyn TestFigures,
    campaign: Uuid,
    made: &Made,
) -> Result<Option<Evidence>, CommandError> {
    let Some(content) = &made.content else { return Ok(None) };
    let Some(test) = content.test else { return Ok(None) };
    let known =
        figures.of(campaign, test.metric, content.variants.len()).await.map_err(CommandError::unexpected)?;
    let told = outcome(&known.variants, Rules::default(), true);
    Ok(Some(evidence(&test, &known.variants, &told)))
}

/// The test and how many variants it has, while nobody has won.
fn running_test(made: &Made) -> Option<(AbTest, usize)> {
    let content = made.content.as_ref()?;
    let test = content.test?;
    (made.state == State::Running && made.winner.is_none()).then_some((test, content.variants.len()))
}

/// Whether somebody who takes part in the test has not had their mail yet.
async fn waits(ctx: &Context, campaign: Uuid) -> Result<bool, CommandError> {
    let waits = sqlx::query_scalar!(
        r#"select exists (select from guard.email_recipients r join guard.email_campaigns c on c.campaign = r.campaign
               where r.campaign = $1 and r.state = 'pending' and r.variant is not null and r.version <= c.live_version)
             or exists (select from guard.email_recipients r where r.campaign = $1 and r.state = 'sending') as "waits!""#,
        campaign
    );
    Ok(waits.fetch_one(&ctx.log.pools.write).await?)
}

/// When the campaign began to be sent; `None`: it has not.
pub(crate) async fn started(ctx: &Context, campaign: Uuid) -> Result<Option<DateTime<Utc>>, CommandError> {
    let started = sqlx::query_scalar!(
        r#"select (payload -> 'CampaignStarted' ->> 'at')::timestamptz as "at!" from log.events
           where aggregate_type = 'campaign' and aggregate_id = $1 and event_type = 'CampaignStarted' order by sequence desc limit 1"#,
        campaign.to_string()
    );
    Ok(started.fetch_optional(&ctx.log.pools.write).await?)
}

fn evidence(test: &AbTest, shares: &[Share], told: &Outcome) -> Evidence {
    let tried = (0_u8..).zip(shares).map(|(place, share)| Tried {
        key: key_of(place),
        trials: share.trials,
        successes: share.successes,
    });
    Evidence {
        metric: test.metric,
        variants: tried.collect(),
        test: TEST.to_owned(),
        p: told.standings.iter().map(|standing| standing.p).collect(),
        enough: !matches!(told.decision, Decision::TooEarly(_)),
    }
}

/// The first with the highest rate.
fn leader(shares: &[Share]) -> usize {
    let mut best = 0;
    for (place, share) in shares.iter().enumerate() {
        if share.rate() > shares.get(best).map_or(0.0, |best| best.rate()) {
            best = place;
        }
    }
    best
}
