use pivotal_domain::audience::exports::events::{ExportFormat, Request, Restricted};
use pivotal_domain::audience::exports::list::{ListFilter, ListSort};
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::role::Role;
use uuid::Uuid;

use super::MOST;
use crate::audience::exports::start::start_export;
use crate::error::CommandError;
use crate::identity::testing::{Setup, actor_of, code, system};

/// Jobs of somebody that nobody works on here.
async fn left(t: &Setup, person: Uuid, kind: &str, state: &str, count: i64) {
    sqlx::query(
        "insert into jobs.queue (id, kind, state, created_by) select gen_random_uuid(), $1, $2, $3 from generate_series(1, $4::bigint)",
    )
    .bind(kind)
    .bind(state)
    .bind(person)
    .bind(count)
    .execute(&t.test.pools.write)
    .await
    .unwrap();
}

async fn export(t: &Setup, actor: &Actor, key: Option<&str>) -> Result<Uuid, CommandError> {
    let request = Request {
        entity: Entity::Contact,
        format: ExportFormat::Json,
        columns: vec!["email".into()],
        sort: ListSort::default(),
        filter: Some(Box::new(ListFilter::default())),
        byte_order_mark: false,
        restricted: Restricted::Include,
    };
    start_export(&t.ctx, actor, request, key).await.map(|done| done.id)
}

#[tokio::test]
async fn who_has_twenty_unfinished_jobs_starts_no_more_until_one_ends() {
    let t = Setup::new().await;
    let ada = actor_of(&t.user("ada@example.com", Role::Admin, None).await);
    left(&t, ada.user_id, "import_run", "running", 1).await;
    left(&t, ada.user_id, "bulk_run", "queued", MOST - 2).await;
    let last = export(&t, &ada, Some("again")).await.unwrap();
    let refused = export(&t, &ada, None).await;
    assert!(refused.as_ref().unwrap_err().to_string().starts_with("You have 20 "), "{refused:?}");
    assert_eq!(code(refused), "TOO_MANY_JOBS");
    // The same request again is answered as it was.
    assert_eq!(export(&t, &ada, Some("again")).await.unwrap(), last);
    let ends = "update jobs.queue set state = 'done' where kind = 'import_run'";
    sqlx::query(ends).execute(&t.test.pools.write).await.unwrap();
    assert_eq!(code(export(&t, &ada, None).await), "accepted");
}

#[tokio::test]
async fn neither_others_nor_what_ended_nor_what_runs_by_itself_counts() {
    let t = Setup::new().await;
    let ada = actor_of(&t.user("ada@example.com", Role::Admin, None).await);
    let bob = actor_of(&t.user("bob@example.com", Role::Admin, None).await);
    left(&t, bob.user_id, "export_run", "queued", MOST).await;
    for state in ["done", "parked", "cancelled"] {
        left(&t, ada.user_id, "export_run", state, MOST).await;
    }
    for kind in ["mail_send", "erase_contact"] {
        left(&t, ada.user_id, kind, "queued", MOST).await;
    }
    left(&t, Uuid::nil(), "bulk_run", "queued", MOST).await;
    assert_eq!(code(export(&t, &ada, None).await), "accepted");
    assert_eq!(code(export(&t, &bob, None).await), "TOO_MANY_JOBS");
    assert_eq!(code(export(&t, &system(), None).await), "accepted");
}
