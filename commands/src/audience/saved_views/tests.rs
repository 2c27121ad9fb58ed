use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::saved_views::ViewChanges;
use pivotal_domain::audience::saved_views::content::ViewContent;
use pivotal_domain::audience::saved_views::sharing::Sharing;
use pivotal_domain::identity::role::Role;

use super::change::change_saved_view;
use super::create::{CreateSavedView, create_saved_view};
use super::delete::{delete_saved_view, restore_saved_view};
use crate::identity::testing::{Setup, actor_of, code};

fn called(name: &str, sharing: Sharing) -> CreateSavedView {
    CreateSavedView {
        entity: Entity::Contact,
        name: name.into(),
        sharing,
        content: ViewContent { columns: vec!["email".into()], ..ViewContent::default() },
        idempotency_key: None,
    }
}

fn renamed(name: &str) -> ViewChanges {
    ViewChanges { name: Some(name.into()), ..ViewChanges::default() }
}

#[tokio::test]
async fn a_name_is_one_persons_own_and_free_again_after_deletion() {
    let t = Setup::new().await;
    let ada = actor_of(&t.user("ada@example.com", Role::CampaignManager, None).await);
    let bob = actor_of(&t.user("bob@example.com", Role::DataOps, None).await);
    let mine = create_saved_view(&t.ctx, &ada, called("Germans", Sharing::Private)).await.unwrap();
    let again = create_saved_view(&t.ctx, &ada, called(" germans", Sharing::Private)).await;
    assert_eq!(code(again), "SAVED_VIEW_NAME_TAKEN");
    create_saved_view(&t.ctx, &bob, called("Germans", Sharing::Private)).await.unwrap();

    delete_saved_view(&t.ctx, &ada, mine.id).await.unwrap();
    let other = create_saved_view(&t.ctx, &ada, called("Germans", Sharing::Private)).await.unwrap();
    assert_eq!(code(restore_saved_view(&t.ctx, &ada, mine.id).await), "SAVED_VIEW_NAME_TAKEN");
    change_saved_view(&t.ctx, &ada, other.id, renamed("Austrians")).await.unwrap();
    let back = restore_saved_view(&t.ctx, &ada, mine.id).await.unwrap();
    assert!(!back.state.deleted);
}

#[tokio::test]
async fn a_private_view_is_not_there_for_others_and_a_shared_one_is_not_theirs() {
    let t = Setup::new().await;
    let ada = actor_of(&t.user("ada@example.com", Role::CampaignManager, None).await);
    let bob = actor_of(&t.user("bob@example.com", Role::DataOps, None).await);
    let private = create_saved_view(&t.ctx, &ada, called("Mine", Sharing::Private)).await.unwrap();
    assert_eq!(code(change_saved_view(&t.ctx, &bob, private.id, renamed("His")).await), "not found");
    assert_eq!(code(delete_saved_view(&t.ctx, &bob, private.id).await), "not found");
    let shared = create_saved_view(&t.ctx, &ada, called("Ours", Sharing::Everyone)).await.unwrap();
    assert_eq!(
        code(change_saved_view(&t.ctx, &bob, shared.id, renamed("His")).await),
        "SAVED_VIEW_NOT_YOURS"
    );
}

#[tokio::test]
async fn who_sees_no_contacts_keeps_no_views_of_them_and_sharing_has_its_rules() {
    let t = Setup::new().await;
    let qa = actor_of(&t.user("qa@example.com", Role::QaAnalyst, None).await);
    let global = create_saved_view(&t.ctx, &qa, called("All", Sharing::Everyone)).await;
    assert_eq!(code(global), "SAVED_VIEW_MAY_NOT_SHARE");
    let team = Sharing::Team { team: uuid::Uuid::now_v7() };
    assert_eq!(code(create_saved_view(&t.ctx, &qa, called("Team", team)).await), "SAVED_VIEW_NOT_IN_TEAM");
    create_saved_view(&t.ctx, &qa, called("Own", Sharing::Private)).await.unwrap();

    let client = crate::identity::clients::create::create_client(
        &t.ctx,
        &crate::identity::testing::system(),
        crate::identity::clients::create::CreateClient { name: "Northwind".into(), idempotency_key: None },
    )
    .await
    .unwrap();
    let buyer = actor_of(&t.user("buyer@example.com", Role::ClientUser, Some(client.id)).await);
    assert_eq!(code(create_saved_view(&t.ctx, &buyer, called("x", Sharing::Private)).await), "forbidden");
}
