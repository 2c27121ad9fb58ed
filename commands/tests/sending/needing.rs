//! Whoever owns a campaign that waits for them is told so, once.

use chrono::TimeDelta;
use pivotal_commands::campaigns::campaigns::retry_take::{retry_take, standing_take};
use pivotal_commands::email::sending::queue::job_of;
use pivotal_commands::ports::email_provider::HandOver;
use pivotal_commands::ports::test_figures::Figures;
use pivotal_domain::campaigns::campaigns::content::{AbTest, Decides, EmailContent, Metric, Otherwise};
use pivotal_domain::email::statistics::proportion::Share;
use uuid::Uuid;

use crate::support::{Launch, World, address};

/// Who was told of what, and of how many.
async fn told(world: &World, campaign: Uuid) -> Vec<(String, Option<i64>)> {
    let rows: Vec<(Uuid, String, Option<i64>)> = sqlx::query_as(
        "select (payload -> 'CampaignNeedsSomebody' ->> 'owner')::uuid, payload -> 'CampaignNeedsSomebody' ->> 'what',
           (payload -> 'CampaignNeedsSomebody' ->> 'count')::bigint
         from log.facts where kind = 'campaign_needs_somebody' and about_id = $1 order by global_position",
    )
    .bind(campaign.to_string())
    .fetch_all(&world.log.pools.read)
    .await
    .unwrap();
    assert!(rows.iter().all(|(owner, _, _)| *owner == world.actor.user_id));
    rows.into_iter().map(|(_, what, count)| (what, count)).collect()
}

#[tokio::test]
async fn a_test_without_a_winner_whose_rest_waits_is_told_once() {
    let world = World::new().await;
    let test = AbTest {
        metric: Metric::Clicked,
        share_percent: 50,
        runs_for_minutes: 60,
        decides: Decides::Test { otherwise: Otherwise::Wait },
    };
    let variants = vec![world.variant('A'), world.variant('B')];
    let content = EmailContent { variants, test: Some(test), ..world.content() };
    let launch = Launch { content, ..world.launch(world.people(20).await) };
    let campaign = world.launched(launch).await;
    let figures = Figures { variants: vec![Share::new(21, 500), Share::new(20, 500)], unjudged: 0 };
    world.keep_with(figures.clone()).await;
    assert!(told(&world, campaign).await.is_empty(), "it is not over");
    world.log.clock.advance(TimeDelta::minutes(61));
    for _ in 0..3 {
        world.keep_with(figures.clone()).await;
        world.log.clock.advance(TimeDelta::days(1));
    }
    assert_eq!(told(&world, campaign).await, [("test_undecided".to_owned(), None)]);
}

#[tokio::test]
async fn mails_of_which_nobody_has_known_for_a_day_are_told_once() {
    let world = World::new().await;
    let campaign = world.launched(world.launch(world.people(3).await)).await;
    for n in 0..2 {
        world.says(&address(n), vec![HandOver::Unknown { said: "no answer".into() }]);
    }
    world.send_all().await;
    // As of a provider that cannot be asked.
    sqlx::query("update guard.email_recipients set state = 'unknown' where state = 'sending'")
        .execute(&world.log.pools.write)
        .await
        .unwrap();
    world.keep().await;
    assert!(told(&world, campaign).await.is_empty(), "they may turn up");
    for _ in 0..3 {
        world.log.clock.advance(TimeDelta::hours(25));
        world.keep().await;
    }
    assert_eq!(told(&world, campaign).await, [("mails_unknown".to_owned(), Some(2))]);
}

#[tokio::test]
async fn an_audience_that_cannot_be_taken_is_told_once() {
    let world = World::new().await;
    let campaign = world.launching(&world.launch(Vec::new())).await;
    let job = job_of(None, campaign, 1).unwrap();
    world.queue.enqueue(&job).await.unwrap();
    world.keep().await;
    assert!(told(&world, campaign).await.is_empty(), "it is being tried");
    sqlx::query("update jobs.queue set state = 'parked' where id = $1")
        .bind(job.id)
        .execute(&world.log.pools.write)
        .await
        .unwrap();
    world.keep().await;
    world.keep().await;
    assert_eq!(told(&world, campaign).await, [("take_stands".to_owned(), None)]);
    let made = world.made(campaign).await;
    assert_eq!(standing_take(&world.ctx, campaign, &made).await.unwrap(), Some(job.id));
    for _ in 0..2 {
        retry_take(&world.ctx, &world.actor, campaign).await.unwrap();
    }
    assert_eq!(standing_take(&world.ctx, campaign, &made).await.unwrap(), None);
    let waits = "select count(*) from jobs.queue where id = $1 and state = 'queued' and attempts = 0";
    let waits: i64 = sqlx::query_scalar(waits).bind(job.id).fetch_one(&world.log.pools.read).await.unwrap();
    assert_eq!(waits, 1, "it is tried again");
}
