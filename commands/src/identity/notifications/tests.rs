mod mail;

use pivotal_domain::identity::role::Role;

use super::preferences::set_notification_preferences;
use super::read::{mark_all_read, mark_read};
use crate::identity::testing::{Setup, actor_of, code};

#[tokio::test]
async fn what_was_read_is_a_fact_of_the_reader_and_names_something() {
    let t = Setup::new().await;
    let ada = actor_of(&t.user("ada@example.com", Role::Agent, None).await);
    let first = mark_read(&t.ctx, &ada, vec![7, 3, 7]).await.unwrap();
    assert!(mark_all_read(&t.ctx, &ada).await.unwrap() > first);
    assert_eq!(code(mark_read(&t.ctx, &ada, vec![]).await), "NOTIFICATIONS_NONE_NAMED");
    assert_eq!(code(mark_read(&t.ctx, &ada, (0..501).collect()).await), "NOTIFICATIONS_TOO_MANY");
    let facts: Vec<(String, String, String)> = sqlx::query_as(
        "select kind, about_id, payload::text from log.facts where kind like 'notifications%' order by global_position",
    )
    .fetch_all(&t.test.pools.read)
    .await
    .unwrap();
    let kinds: Vec<&str> = facts.iter().map(|(kind, ..)| kind.as_str()).collect();
    assert_eq!(kinds, ["notifications_read", "notifications_all_read"]);
    assert_eq!(facts[0].1, ada.user_id.to_string());
    assert!(facts[0].2.contains("[3,7]"), "{}", facts[0].2);
}

#[tokio::test]
async fn preferences_are_each_ones_own_and_a_repeat_is_no_event() {
    let t = Setup::new().await;
    let ada = actor_of(&t.user("ada@example.com", Role::DataOps, None).await);
    let bob = actor_of(&t.user("bob@example.com", Role::Agent, None).await);
    let off = || vec!["import_ended".to_owned()];
    let set = set_notification_preferences(&t.ctx, &ada, off()).await.unwrap();
    assert_eq!((set.id, set.state.in_app_off), (ada.user_id, off()));
    assert_eq!(set_notification_preferences(&t.ctx, &ada, off()).await.unwrap().position, None);
    assert_eq!(set_notification_preferences(&t.ctx, &bob, vec![]).await.unwrap().position, None);
    let refused = set_notification_preferences(&t.ctx, &ada, vec!["weather".into()]).await;
    assert_eq!(code(refused), "NOTIFICATION_KIND_UNKNOWN");
}
