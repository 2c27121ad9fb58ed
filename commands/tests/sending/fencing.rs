//! A take that was held up while another began: it puts nobody in, ends nothing, and stands in nobody's way.

use std::collections::BTreeMap;
use std::sync::Arc;

use async_trait::async_trait;
use futures::StreamExt;
use pivotal_commands::email::sending::queue::{TakesAudiences, job_of};
use pivotal_commands::error::CommandError;
use pivotal_commands::execute::{execute, no_jobs};
use pivotal_commands::jobs::handler::Registry;
use pivotal_commands::ports::audience_source::{
    AudienceAsked, AudienceHealth, AudienceRead, AudienceSource, Member,
};
use pivotal_commands::ports::record_lists::ListError;
use pivotal_domain::campaigns::campaigns::audience::{AudienceDefinition, Source};
use pivotal_domain::campaigns::campaigns::state::State;
use pivotal_domain::campaigns::campaigns::{Campaign, CampaignCommand, VersionTaken};
use pivotal_domain::identity::actor::Actor;
use sqlx::PgPool;
use uuid::Uuid;

use crate::support::{World, states};

const BEGUN: &str = "insert into guard.email_taking (campaign, version, take) values ($1, 1, $2)
  on conflict (campaign, version) do update set take = excluded.take";

async fn begun(pool: &PgPool, campaign: Uuid, take: Uuid) {
    sqlx::query(BEGUN).bind(campaign).bind(take).execute(pool).await.unwrap();
}

async fn ends(world: &World, campaign: Uuid, take: Uuid) -> Result<(), CommandError> {
    let at = world.ctx.now();
    let taken = VersionTaken {
        version: 1,
        take,
        position: 0,
        as_of: at,
        definition: AudienceDefinition { include: vec![Source::Filter(Box::default())], exclude: Vec::new() },
        count: 0,
        accounts: 0,
        hash: String::new(),
        chunks: 0,
        pending: 0,
        excluded: BTreeMap::new(),
    };
    execute::<Campaign, _, _>(
        &world.ctx,
        campaign,
        &Actor::system("system").metadata(),
        None,
        |loaded| {
            let command = CampaignCommand::Taken { taken: Box::new(taken.clone()), at };
            Ok(loaded.state.decide(command)?)
        },
        no_jobs,
    )
    .await
    .map(|_| ())
}

#[tokio::test]
async fn a_take_cannot_end_once_another_has_begun() {
    let world = World::new().await;
    let campaign = world.launching(&world.launch(Vec::new())).await;
    let (held_up, last) = (Uuid::now_v7(), Uuid::now_v7());
    begun(&world.log.pools.write, campaign, held_up).await;
    begun(&world.log.pools.write, campaign, last).await;
    let refused = ends(&world, campaign, held_up).await;
    assert!(matches!(refused, Err(CommandError::Conflict)), "{refused:?}");
    assert_eq!(world.state(campaign).await, State::Launching);
    ends(&world, campaign, last).await.unwrap();
    assert_eq!(world.state(campaign).await, State::Running);
}

/// Another take begins while this one is read.
struct HeldUp {
    pool: PgPool,
    campaign: Uuid,
    members: Vec<Member>,
}

#[async_trait]
impl AudienceSource for HeldUp {
    async fn open(&self, asked: AudienceAsked) -> Result<AudienceRead, ListError> {
        let (pool, campaign, members) = (self.pool.clone(), self.campaign, self.members.clone());
        let page = async move {
            begun(&pool, campaign, Uuid::now_v7()).await;
            Ok(members)
        };
        let pages = futures::stream::once(page).boxed();
        Ok(AudienceRead { position: 0, as_of: asked.asked_at, pages })
    }

    async fn health(&self, _: AudienceAsked, _: Option<Uuid>) -> Result<AudienceHealth, ListError> {
        Ok(AudienceHealth::default())
    }

    async fn empties(&self, _: AudienceAsked, fields: &[String]) -> Result<Vec<u64>, ListError> {
        Ok(vec![0; fields.len()])
    }
}

#[tokio::test]
async fn a_take_that_was_held_up_puts_nobody_in() {
    let world = World::new().await;
    let mut members = world.people(3).await;
    members.sort_unstable_by_key(|member| member.contact);
    let campaign = world.launching(&world.launch(members.clone())).await;
    let source = HeldUp { pool: world.log.pools.write.clone(), campaign, members: members.clone() };
    let registry =
        Registry::default().with(TakesAudiences { ctx: world.ctx.clone(), source: Arc::new(source) });
    let working = world.ground.work_on(registry);
    world.queue.enqueue(&job_of(None, campaign, 1).unwrap()).await.unwrap();
    let pool = &world.log.pools.read;
    world
        .ground
        .until(|| async {
            let failed =
                "select count(*) from jobs.queue where kind = 'campaign_take_audience' and error is not null";
            let failed: i64 = sqlx::query_scalar(failed).fetch_one(pool).await.unwrap();
            (failed > 0).then_some(())
        })
        .await;
    working.stop().await;
    assert_eq!(world.states(campaign).await, states(&[]), "nobody came in");
    assert_eq!(world.state(campaign).await, State::Launching);
    // Whoever takes it next takes everybody.
    world.taken(campaign, 1, members).await;
    assert_eq!(world.states(campaign).await, states(&[("pending", 3)]));
    world.must_balance(campaign).await;
}

#[tokio::test]
async fn a_take_that_is_about_to_end_swallows_no_other() {
    let world = World::new().await;
    let campaign = world.launching(&world.launch(Vec::new())).await;
    for version in [1, 2] {
        world.queue.enqueue(&job_of(None, campaign, version).unwrap()).await.unwrap();
    }
    let waiting =
        "select count(*) from jobs.queue where kind = 'campaign_take_audience' and state = 'queued'";
    let waiting: i64 = sqlx::query_scalar(waiting).fetch_one(&world.log.pools.read).await.unwrap();
    assert_eq!(waiting, 2);
}

#[tokio::test]
async fn recipients_are_swept_long_before_a_fifth_of_them_is_dead() {
    let world = World::new().await;
    let set: bool = sqlx::query_scalar(
        "select coalesce('vacuum_index_cleanup=on' = any(c.reloptions), false)
           and exists (select from unnest(c.reloptions) as o(word) where o.word like 'autovacuum_vacuum_scale_factor=0.0%')
         from pg_class c where c.oid = 'guard.email_recipients'::regclass",
    )
    .fetch_one(&world.log.pools.read)
    .await
    .unwrap();
    assert!(set);
}
