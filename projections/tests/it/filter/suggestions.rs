use pivotal_domain::audience::fields::catalogue::{Entity, Target};
use pivotal_domain::audience::filter::field::Field;
use pivotal_projections::audience::filter::{fields, suggest};

use super::people;
use crate::support::Ground;
use crate::support::records::{admin, client_user};

async fn labels(ground: &Ground, entity: Entity, key: &str, typed: &str) -> Vec<String> {
    let field = Field::named(entity, key).unwrap();
    let pool = &ground.test.pools.lists;
    let found = suggest::suggest(pool, &admin(), entity, &field, typed, 10).await.unwrap();
    found.into_iter().map(|one| one.label).collect()
}

#[tokio::test]
async fn values_are_suggested_by_how_they_begin_the_most_frequent_first() {
    let ground = Ground::new().await;
    let companies = people::companies(&ground, 12).await;
    people::people(&ground, &companies, 120).await;
    let contact = |key, typed| labels(&ground, Entity::Contact, key, typed);
    assert_eq!(contact("job_title", "UBER").await, ["Über-Manager"]);
    assert_eq!(contact("city", "kol").await.len(), 1, "spellings of one city are one");
    assert_eq!(contact("city", "50%").await, ["50% off_road"]);
    assert_eq!(contact("tags", "even").await, ["Événement"]);
    assert_eq!(contact("tags", "").await.len(), people::TAGS.len());
    assert_eq!(contact("country", "ger").await, ["Germany"]);
    assert_eq!(contact("country", "de").await[0], "Germany");
    assert_eq!(contact("seniority_level", "c").await, ["C-level"]);
    assert_eq!(contact("custom.size", "12").await.len(), 2);
    assert_eq!(contact("email_domain", "mail").await, ["mail.example.com"]);
    assert!(contact("account", "mull").await.iter().all(|name| name.starts_with("Müller")));
    assert!(contact("suppressed", "").await.len() >= 2);
    for def in pivotal_domain::audience::filter::field::known(Entity::Contact) {
        labels(&ground, Entity::Contact, def.key(), "a").await;
    }
    for def in pivotal_domain::audience::filter::field::known(Entity::Account) {
        labels(&ground, Entity::Account, def.key(), "").await;
    }
}

#[tokio::test]
async fn who_may_see_no_record_gets_no_value_and_no_name() {
    let ground = Ground::new().await;
    let companies = people::companies(&ground, 4).await;
    people::people(&ground, &companies, 20).await;
    let pool = &ground.test.pools.lists;
    for key in ["job_title", "country", "account", "tags"] {
        let field = Field::named(Entity::Contact, key).unwrap();
        let found = suggest::suggest(pool, &client_user(), Entity::Contact, &field, "", 10).await.unwrap();
        assert!(found.is_empty(), "{key}");
    }
    let names = |actor| async move {
        suggest::names(pool, &actor, Entity::Contact, Target::Account, &companies).await.unwrap().len()
    };
    let (mine, theirs) = (names.clone()(admin()).await, names(client_user()).await);
    assert_eq!((mine, theirs), (4, 0));
}

#[tokio::test]
async fn custom_fields_that_records_have_can_be_filtered_by() {
    let ground = Ground::new().await;
    people::people(&ground, &[], 20).await;
    let keys: Vec<String> = fields::fields(&ground.test.pools.lists, Entity::Contact)
        .await
        .unwrap()
        .iter()
        .map(|field| field.key().to_owned())
        .collect();
    assert!(keys.ends_with(&["custom.many".to_owned(), "custom.size".to_owned()]), "{keys:?}");
    assert!(keys.contains(&"last_opened_at".to_owned()) && keys.contains(&"archived".to_owned()));
}
