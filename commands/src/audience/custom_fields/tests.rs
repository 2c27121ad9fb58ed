use pivotal_domain::audience::custom_fields::command::{FieldChanges, NewField};
use pivotal_domain::audience::custom_fields::definition::FieldType;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::role::Role;

use super::archive::{archive_custom_field, restore_custom_field};
use super::change::change_custom_field;
use super::define::{DefineCustomField, define_custom_field};
use super::definitions;
use crate::identity::testing::{Setup, actor_of, code};
use crate::ports::custom_values::FixedValues;

/// No record holds any value.
static NOTHING: FixedValues = FixedValues(Vec::new());

fn called(label: &str) -> DefineCustomField {
    DefineCustomField {
        field: NewField {
            entity: Entity::Contact,
            label: label.into(),
            field_type: FieldType::Choice,
            options: vec!["Gold".into()],
            required: false,
            unique: false,
            default: None,
        },
        idempotency_key: None,
    }
}

#[tokio::test]
async fn two_people_who_define_the_same_at_once_get_one_field() {
    let t = Setup::new().await;
    let admin = actor_of(&t.user("ada@example.com", Role::Admin, None).await);
    let (one, other) = tokio::join!(
        define_custom_field(&t.ctx, &NOTHING, &admin, called("Tier")),
        define_custom_field(&t.ctx, &NOTHING, &admin, called("tier")),
    );
    let refused = [one.map(drop), other.map(drop)].into_iter().filter_map(Result::err);
    let refused: Vec<_> = refused.map(|error| code::<()>(Err(error))).collect();
    assert_eq!(refused, ["CUSTOM_FIELD_LABEL_TAKEN"]);
    let all = definitions(&t.ctx, Entity::Contact).await.unwrap();
    assert_eq!(all.in_use().iter().map(|one| one.key.as_str()).collect::<Vec<_>>(), ["custom.tier"]);
    assert!(definitions(&t.ctx, Entity::Account).await.unwrap().is_empty());
}

#[tokio::test]
async fn who_imports_may_define_and_only_who_manages_settings_may_change() {
    let t = Setup::new().await;
    let admin = actor_of(&t.user("ada@example.com", Role::Admin, None).await);
    let data = actor_of(&t.user("dan@example.com", Role::DataOps, None).await);
    let manager = actor_of(&t.user("cam@example.com", Role::CampaignManager, None).await);
    assert_eq!(code(define_custom_field(&t.ctx, &NOTHING, &manager, called("Tier")).await), "forbidden");
    let (_, tier) = define_custom_field(&t.ctx, &NOTHING, &data, called("Tier")).await.unwrap();
    let level = || FieldChanges { label: Some("Level".into()), ..FieldChanges::default() };
    let refused = change_custom_field(&t.ctx, &NOTHING, &data, Entity::Contact, &tier.key, level()).await;
    assert_eq!(code(refused), "forbidden");
    assert_eq!(code(archive_custom_field(&t.ctx, &data, Entity::Contact, &tier.key).await), "forbidden");
    change_custom_field(&t.ctx, &NOTHING, &admin, Entity::Contact, &tier.key, level()).await.unwrap();
    archive_custom_field(&t.ctx, &admin, Entity::Contact, &tier.key).await.unwrap();
    let back = restore_custom_field(&t.ctx, &admin, Entity::Contact, &tier.key).await.unwrap();
    assert_eq!(back.state.definition(&tier.key).map(|one| one.label.as_str()), Some("Level"));
    let nowhere = archive_custom_field(&t.ctx, &admin, Entity::Account, &tier.key).await;
    assert_eq!(code(nowhere), "not found");
}

#[tokio::test]
async fn a_repeated_request_is_answered_with_the_same_field() {
    let t = Setup::new().await;
    let admin = actor_of(&t.user("ada@example.com", Role::Admin, None).await);
    let once = || DefineCustomField { idempotency_key: Some("k1".into()), ..called(" Tier ") };
    let (_, first) = define_custom_field(&t.ctx, &NOTHING, &admin, once()).await.unwrap();
    define_custom_field(&t.ctx, &NOTHING, &admin, called("Other")).await.unwrap();
    let (_, again) = define_custom_field(&t.ctx, &NOTHING, &admin, once()).await.unwrap();
    assert_eq!(again, first);
}
