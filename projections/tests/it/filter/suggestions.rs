use pivotal_domain::audience::fields::catalogue::{Entity, Target};
use pivotal_domain::audience::filter::field::Field;
use pivotal_domain::identity::actor::{Actor, HeldKey};
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::role::Role;
use pivotal_projections::audience::filter::{fields, suggest};
use uuid::Uuid;

use super::people;
use crate::support::Ground;
use crate::support::records::{ADA, admin, client_user};

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
    assert_eq!(contact("account.industry", "soft").await[0], "Software");
    assert!(contact("account.name", "mull").await.iter().all(|name| name.starts_with("Müller")));
    assert_eq!(contact("account.hq_country", "ger").await, ["Germany"]);
    assert!(contact("account.domain", "acme").await.iter().all(|domain| domain.starts_with("acme")));
    for def in pivotal_domain::audience::filter::field::known(Entity::Contact) {
        labels(&ground, Entity::Contact, def.key(), "a").await;
    }
    for def in pivotal_domain::audience::filter::field::known(Entity::Account) {
        labels(&ground, Entity::Account, def.key(), "").await;
        labels(&ground, Entity::Contact, &format!("account.{}", def.key()), "").await;
    }
}

#[tokio::test]
async fn lists_are_suggested_and_named_to_those_they_are_shared_with() {
    let ground = Ground::new().await;
    let team = Uuid::from_u128(0x7ea);
    ground
        .execute(&format!(
            "insert into read.lists (id, owner, entity, name, source, reference, team, everyone, archived, created_at, updated_at, version)
             select gen_random_uuid(), owner, entity, name, 'selection', '{{}}', team, everyone, archived, now(), now(), 1
             from (values
               ('Fair, mine', uuid '{ADA}', null::uuid, false, 'contact', false), ('Fair, of somebody', uuid '{team}', null, false, 'contact', false),
               ('Fair, of my team', uuid '{team}', uuid '{team}', false, 'contact', false), ('Fair, for all', uuid '{team}', null, true, 'contact', false),
               ('Fair, archived', uuid '{ADA}', null, true, 'contact', true), ('Fair, of companies', uuid '{ADA}', null, true, 'account', false)
             ) as lists(name, owner, team, everyone, entity, archived)"
        ))
        .await;
    let pool = &ground.test.pools.lists;
    let field = Field::named(Entity::Contact, "lists").unwrap();
    let analyst = |user_id, team_ids| Actor { user_id, team_ids, role: Role::QaAnalyst, ..admin() };
    let suggested = |actor: Actor, field: Field| async move {
        let found = suggest::suggest(pool, &actor, Entity::Contact, &field, "fair", 10).await.unwrap();
        let names = found.iter().map(|one| one.label.clone()).collect::<Vec<_>>();
        let ids: Vec<Uuid> = found.iter().map(|one| one.value.parse().unwrap()).collect();
        (names, ids)
    };
    let (mine, ids) = suggested(analyst(ADA, vec![team]), field.clone()).await;
    assert_eq!(mine, ["Fair, for all", "Fair, mine", "Fair, of my team"]);
    let stranger = analyst(Uuid::from_u128(0x57), vec![]);
    assert_eq!(suggested(stranger.clone(), field.clone()).await.0, ["Fair, for all"]);
    assert_eq!(suggested(admin(), field.clone()).await.0.len(), 3, "who manages users sees what is shared");
    let of_account = Field::named(Entity::Contact, "account.lists").unwrap();
    assert_eq!(suggested(stranger.clone(), of_account).await.0, ["Fair, of companies"]);
    assert!(suggested(client_user(), field).await.0.is_empty());
    let named = suggest::names(pool, &stranger, Entity::Contact, Target::List, &ids).await.unwrap();
    assert_eq!(named.len(), 1, "the others have no name for a stranger");
}

#[tokio::test]
async fn domain_sets_are_suggested_and_named_to_those_they_are_shared_with() {
    let ground = Ground::new().await;
    let owner = Uuid::from_u128(0x0e);
    ground
        .execute(&format!(
            "insert into read.domain_sets (id, sequence, owner, name, team, everyone, tags, source, stubs, state, archived, created_at, updated_at)
             select gen_random_uuid(), 1, owner, name, null, everyone, '{{}}', 'file', false, 'ready', archived, now(), now()
             from (values ('Targets, mine', uuid '{ADA}', false, false), ('Targets, of somebody', uuid '{owner}', false, false),
               ('Targets, for all', uuid '{owner}', true, false), ('Targets, archived', uuid '{ADA}', true, true)) as sets(name, owner, everyone, archived)"
        ))
        .await;
    let pool = &ground.test.pools.lists;
    let analyst = |user_id| Actor { user_id, team_ids: vec![], role: Role::QaAnalyst, ..admin() };
    for (entity, key) in [
        (Entity::Contact, "domain_sets"),
        (Entity::Account, "domain_sets"),
        (Entity::Contact, "account.domain_sets"),
    ] {
        let field = Field::named(entity, key).unwrap();
        let suggested = |actor: Actor| {
            let field = field.clone();
            async move {
                let found = suggest::suggest(pool, &actor, entity, &field, "targ", 10).await.unwrap();
                found
                    .into_iter()
                    .map(|one| (one.label, one.value.parse().unwrap()))
                    .collect::<Vec<(String, Uuid)>>()
            }
        };
        let mine = suggested(analyst(ADA)).await;
        let labels: Vec<&str> = mine.iter().map(|(label, _)| label.as_str()).collect();
        assert_eq!(labels, ["Targets, for all", "Targets, mine"], "{key}");
        let stranger = analyst(Uuid::from_u128(0x57));
        assert_eq!(suggested(stranger.clone()).await.len(), 1, "{key}");
        assert!(suggested(client_user()).await.is_empty(), "{key}");
        let only_records =
            HeldKey { id: Uuid::nil(), scopes: vec![Permission::ContactsView, Permission::AccountsView] };
        let keyed = Actor { key: Some(only_records), ..analyst(ADA) };
        assert!(suggested(keyed).await.is_empty(), "{key}: a key without the right to see domain sets");
        let ids: Vec<Uuid> = mine.iter().map(|(_, id)| *id).collect();
        let named = suggest::names(pool, &stranger, entity, Target::DomainSet, &ids).await.unwrap();
        assert_eq!(named.len(), 1, "{key}: the others have no name for a stranger");
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

async fn keys_of(ground: &Ground, actor: Actor, entity: Entity) -> Vec<String> {
    let fields = fields::fields(&ground.test.pools.lists, &actor, entity).await.unwrap();
    fields.iter().map(|field| field.key().to_owned()).collect()
}

#[tokio::test]
async fn custom_fields_that_records_have_can_be_filtered_by() {
    let ground = Ground::new().await;
    people::companies(&ground, 12).await;
    people::people(&ground, &[], 20).await;
    let all = keys_of(&ground, admin(), Entity::Contact).await;
    let (keys, of_company) = all.split_at(all.iter().position(|key| key.starts_with("account.")).unwrap());
    assert!(keys.ends_with(&["custom.many".to_owned(), "custom.size".to_owned()]), "{keys:?}");
    let of_accounts = keys_of(&ground, admin(), Entity::Account).await;
    let of_accounts: Vec<String> = of_accounts.iter().map(|key| format!("account.{key}")).collect();
    assert_eq!(of_company, of_accounts, "the company's fields are those of accounts");
    let only_contacts = HeldKey { id: Uuid::nil(), scopes: vec![Permission::ContactsView] };
    let actor = Actor { key: Some(only_contacts), ..admin() };
    assert_eq!(
        keys_of(&ground, actor, Entity::Contact).await,
        keys,
        "who sees no accounts is offered none of it"
    );
    assert!(keys.contains(&"last_opened_at".to_owned()) && keys.contains(&"archived".to_owned()));
}
