//! What the System page shows.

use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::role::Role;
use pivotal_projections::jobs::{self, JobFilter};
use pivotal_projections::log::status::{ProjectionState, log_status, projections};
use pivotal_projections::page::PageArgs;
use pivotal_projections::runner::Projection;
use uuid::Uuid;

use crate::support::notes::{self, Notes};
use crate::support::records::admin;
use crate::support::{Ground, settle};

#[tokio::test]
async fn a_projection_shows_its_lag_why_it_stopped_and_what_was_parked() {
    let ground = Ground::new().await;
    let specs = [Notes::default().spec()];
    let pool = &ground.test.pools.read;
    notes::write(&ground.test.log, &["a", "poison", "c"]).await;
    ground.execute("update log.epoch set id = id").await;
    let new = &projections(pool, &specs).await.unwrap()[0];
    assert_eq!((new.position, new.lag_events, new.parked), (0, 3, 0));
    assert!(new.lag_seconds >= 0.0);

    let mut worker = ground.worker(Notes::default());
    settle(&mut worker).await;
    let stopped = &projections(pool, &specs).await.unwrap()[0];
    assert_eq!(
        (stopped.state, stopped.position, stopped.failed_position, stopped.failed_type.as_deref()),
        (ProjectionState::Stopped, 1, Some(2), Some("NoteWritten"))
    );

    pivotal_projections::runner::parking::park(&ground.test.pools.write, notes::NAME, "ada").await.unwrap();
    settle(&mut worker).await;
    let live = &projections(pool, &specs).await.unwrap()[0];
    assert_eq!(
        (live.state, live.lag_events, live.parked, live.error.as_deref()),
        (ProjectionState::Live, 0, 1, None)
    );
}

#[tokio::test]
async fn the_log_shows_its_head_its_counts_and_how_far_it_was_passed_on() {
    let ground = Ground::new().await;
    notes::write(&ground.test.log, &["a", "b"]).await;
    let status = log_status(&ground.test.pools.read).await.unwrap();
    assert_eq!(
        (status.head, status.events, status.facts, status.sealed_to, status.relay_position, status.relay_lag),
        (2, 2, 0, 0, 0, 2)
    );
}

#[tokio::test]
async fn a_job_says_what_it_waits_for_until_it_runs() {
    let ground = Ground::new().await;
    let why = async |state: &'static str| {
        let id = Uuid::now_v7();
        let job = format!(
            "insert into jobs.queue (id, kind, title, state, waits_for) values ('{id}', 'x', 'a job', '{state}', 'an import')"
        );
        ground.execute(&job).await;
        jobs::get(&ground.test.pools.read, &admin(), id).await.unwrap().unwrap().error
    };
    assert_eq!(why("queued").await.as_deref(), Some("an import"));
    assert_eq!(why("running").await, None);
}

#[tokio::test]
async fn jobs_are_listed_by_state_newest_first() {
    let ground = Ground::new().await;
    for (n, state) in ["queued", "parked", "done"].iter().enumerate() {
        ground
            .execute(&format!("insert into jobs.queue (id, kind, title, state, created_at, progress_done, progress_total) values ('{}', 'x', 'job {n}', '{state}', now() + interval '{n} minutes', 1, 2)", Uuid::now_v7()))
            .await;
    }
    let pool = &ground.test.pools.read;
    let all = jobs::page(pool, &admin(), &JobFilter::default(), &PageArgs::first(2)).await.unwrap();
    assert_eq!(all.rows.iter().map(|(_, job)| job.title.as_str()).collect::<Vec<_>>(), ["job 2", "job 1"]);
    assert!(all.has_next);
    let rest = jobs::page(
        pool,
        &admin(),
        &JobFilter::default(),
        &PageArgs { first: 2, after: Some(all.rows[1].0.clone()), before: None },
    )
    .await
    .unwrap();
    assert_eq!(rest.rows.len(), 1);
    let parked_only = JobFilter { state: Some("parked".into()), ..JobFilter::default() };
    let parked = jobs::page(pool, &admin(), &parked_only, &PageArgs::first(9)).await.unwrap();
    assert_eq!((parked.rows.len(), jobs::count(pool, &admin(), &parked_only).await.unwrap()), (1, 1));
    let job = jobs::get(pool, &admin(), rest.rows[0].1.id).await.unwrap().unwrap();
    assert!(job.cancellable() && !parked.rows[0].1.cancellable());
    assert_eq!((job.progress.done, job.progress.total, job.progress.rate), (1, Some(2), None));
}

#[tokio::test]
async fn routine_jobs_are_summed_up_and_stay_out_of_the_list_until_they_need_somebody() {
    let ground = Ground::new().await;
    for (kind, state) in
        [("import_run", "done"), ("link", "done"), ("link", "done"), ("link", "parked"), ("seal", "queued")]
    {
        ground
            .execute(&format!("insert into jobs.queue (id, kind, title, state, finished_at) values ('{}', '{kind}', 'a job', '{state}', case when '{state}' = 'done' then now() end)", Uuid::now_v7()))
            .await;
    }
    let pool = &ground.test.pools.read;
    let routine = ["link".to_owned(), "seal".to_owned()];
    let filter = JobFilter { state: None, without: routine.to_vec() };
    let page = jobs::page(pool, &admin(), &filter, &PageArgs::first(9)).await.unwrap();
    let mut listed: Vec<(&str, &str)> =
        page.rows.iter().map(|(_, job)| (job.kind.as_str(), job.state.as_str())).collect();
    listed.sort_unstable();
    assert_eq!(listed, [("import_run", "done"), ("link", "parked")]);
    assert_eq!(jobs::count(pool, &admin(), &filter).await.unwrap(), 2);
    let sums = jobs::sums(pool, &admin(), &routine).await.unwrap();
    let told: Vec<_> = sums.iter().map(|s| (s.kind.as_str(), s.waiting, s.done, s.parked)).collect();
    assert_eq!(told, [("link", 0, 2, 1), ("seal", 1, 0, 0)]);
    assert!(sums[0].last_finished_at.is_some() && sums[1].last_finished_at.is_none());
}

#[tokio::test]
async fn who_may_see_only_own_jobs_sees_those_of_nobody_else() {
    let ground = Ground::new().await;
    let (mine, other, machine, me) = (Uuid::now_v7(), Uuid::now_v7(), Uuid::now_v7(), Uuid::now_v7());
    for (id, by) in [(mine, Some(me)), (other, Some(Uuid::now_v7())), (machine, None)] {
        let by = by.map_or("null".to_owned(), |by| format!("'{by}'"));
        ground
            .execute(&format!("insert into jobs.queue (id, kind, title, state, created_by) values ('{id}', 'x', 'a job', 'queued', {by})"))
            .await;
    }
    let pool = &ground.test.pools.read;
    for (role, seen) in
        [(Role::DataOps, 3), (Role::CampaignManager, 1), (Role::QaAnalyst, 1), (Role::Agent, 0)]
    {
        let viewer = Actor { user_id: me, role, ..admin() };
        assert_eq!(jobs::count(pool, &viewer, &JobFilter::default()).await.unwrap(), seen, "{role}");
        assert_eq!(
            jobs::page(pool, &viewer, &JobFilter::default(), &PageArgs::first(9)).await.unwrap().rows.len()
                as i64,
            seen
        );
        assert_eq!(jobs::get(pool, &viewer, mine).await.unwrap().is_some(), seen > 0, "{role}");
        assert_eq!(jobs::get(pool, &viewer, other).await.unwrap().is_some(), seen > 1, "{role}");
        assert_eq!(jobs::get(pool, &viewer, machine).await.unwrap().is_some(), seen > 1, "{role}");
    }
}
