use pivotal_domain::identity::role::Role;
use uuid::Uuid;

use super::archive::{archive_client, restore_client};
use super::change::assign_owner;
use super::create::{CreateClient, create_client};
use super::rename::rename_client;
use super::view::{begin_view, end_view, seen_as};
use crate::identity::invitations::colleagues::invite_colleague;
use crate::identity::teams::create::create_team;
use crate::identity::teams::rename::rename_team;
use crate::identity::testing::{PASSWORD, Setup, actor_of, code, origin, system};

fn called(name: &str, key: Option<&str>) -> CreateClient {
    CreateClient { name: name.into(), idempotency_key: key.map(Into::into) }
}

#[tokio::test]
async fn a_name_belongs_to_one_client_and_moves_with_a_rename() {
    let t = Setup::new().await;
    let north = create_client(&t.ctx, &system(), called("Northwind", None)).await.unwrap();
    assert_eq!(
        code(create_client(&t.ctx, &system(), called(" northwind ", None)).await),
        "CLIENT_NAME_TAKEN"
    );
    rename_client(&t.ctx, &system(), north.id, "Southwind".into()).await.unwrap();
    let again = create_client(&t.ctx, &system(), called("Northwind", None)).await.unwrap();
    assert_eq!(
        code(rename_client(&t.ctx, &system(), again.id, "SOUTHWIND".into()).await),
        "CLIENT_NAME_TAKEN"
    );
    assert_eq!(
        code(rename_client(&t.ctx, &system(), again.id, "NORTHWIND".into()).await),
        "accepted",
        "its own name in another case"
    );
}

#[tokio::test]
async fn a_repeat_with_the_same_key_is_answered_with_the_same_client() {
    let t = Setup::new().await;
    let first = create_client(&t.ctx, &system(), called("Northwind", Some("k1"))).await.unwrap();
    let repeat = create_client(&t.ctx, &system(), called("Northwind", Some("k1"))).await.unwrap();
    assert_eq!((first.id, first.position), (repeat.id, repeat.position));
    assert_eq!(
        code(create_client(&t.ctx, &system(), called("Southwind", Some("k1"))).await),
        "IDEMPOTENCY_KEY_REUSED"
    );
}

#[tokio::test]
async fn only_administrators_manage_clients_and_teams() {
    let t = Setup::new().await;
    let client = create_client(&t.ctx, &system(), called("Northwind", None)).await.unwrap();
    for role in Role::ALL.into_iter().filter(|role| *role != Role::Admin) {
        let actor = actor_of(
            &t.user(&format!("{role}@example.com"), role, role.is_client().then_some(client.id)).await,
        );
        assert_eq!(
            code(create_client(&t.ctx, &actor, called("Southwind", None)).await),
            "forbidden",
            "{role}"
        );
        assert_eq!(
            code(rename_client(&t.ctx, &actor, client.id, "Mine".into()).await),
            "forbidden",
            "{role}"
        );
        assert_eq!(code(archive_client(&t.ctx, &actor, client.id, None).await), "forbidden", "{role}");
        assert_eq!(code(create_team(&t.ctx, &actor, "Mine".into()).await), "forbidden", "{role}");
    }
}

#[tokio::test]
async fn archiving_ends_the_sessions_of_its_users_for_good_and_of_nobody_else() {
    let t = Setup::new().await;
    let client = create_client(&t.ctx, &system(), called("Northwind", None)).await.unwrap();
    t.user("theirs@example.com", Role::ClientUser, Some(client.id)).await;
    t.user("ours@example.com", Role::Agent, None).await;
    let login = async |email: &str| t.sessions.login(email, PASSWORD.into(), &origin()).await;
    let theirs = login("theirs@example.com").await.unwrap().access_token;
    let ours = login("ours@example.com").await.unwrap().access_token;
    archive_client(&t.ctx, &system(), client.id, Some("Contract ended".into())).await.unwrap();
    let enter = async |token: &str| t.sessions.authenticate(token, "ui", &origin()).await.is_ok();
    assert_eq!((enter(&theirs).await, enter(&ours).await), (false, true));
    assert!(login("theirs@example.com").await.is_err(), "nor do they come in anew");
    restore_client(&t.ctx, &system(), client.id).await.unwrap();
    assert!(!enter(&theirs).await, "what ended stays ended");
    assert!(login("theirs@example.com").await.is_ok());
}

#[tokio::test]
async fn who_views_as_a_client_has_begun_it_may_and_is_not_late() {
    let t = Setup::new().await;
    let client = create_client(&t.ctx, &system(), called("Northwind", None)).await.unwrap();
    let other = create_client(&t.ctx, &system(), called("Southwind", None)).await.unwrap();
    let admin = actor_of(&t.user("admin@example.com", Role::Admin, None).await);
    let manager = actor_of(&t.user("manager@example.com", Role::CampaignManager, None).await);
    assert_eq!(code(begin_view(&t.ctx, &manager, client.id, "Why".into()).await), "forbidden");
    assert_eq!(seen_as(&t.ctx, admin.clone(), client.id).await.unwrap(), None, "not before");
    begin_view(&t.ctx, &admin, client.id, "They miss leads".into()).await.unwrap();
    let viewer = seen_as(&t.ctx, admin.clone(), client.id).await.unwrap().unwrap();
    assert_eq!((viewer.role, viewer.client_id), (Role::ClientUser, Some(client.id)));
    assert_eq!(seen_as(&t.ctx, admin.clone(), other.id).await.unwrap(), None, "no other client");
    assert_eq!(seen_as(&t.ctx, manager, client.id).await.unwrap(), None, "nobody else");
    let invite = invite_colleague(&t.ctx, &viewer, "x@example.com".into()).await;
    assert_eq!(code(invite), "forbidden", "who views only looks");
    end_view(&t.ctx, &admin, client.id).await.unwrap();
    assert_eq!(seen_as(&t.ctx, admin, client.id).await.unwrap(), None, "it was left");
}

#[tokio::test]
async fn only_one_of_ours_who_works_here_looks_after_a_client() {
    let t = Setup::new().await;
    let client = create_client(&t.ctx, &system(), called("Northwind", None)).await.unwrap();
    let theirs = t.user("theirs@example.com", Role::ClientUser, Some(client.id)).await.id;
    let ours = t.user("ours@example.com", Role::CampaignManager, None).await.id;
    for nobody in [theirs, Uuid::now_v7()] {
        let refused = assign_owner(&t.ctx, &system(), client.id, Some(nobody)).await;
        assert_eq!(code(refused), "CLIENT_OWNER_UNKNOWN");
    }
    assert_eq!(code(assign_owner(&t.ctx, &system(), client.id, Some(ours)).await), "accepted");
}

#[tokio::test]
async fn teams_have_names_of_their_own() {
    let t = Setup::new().await;
    let north = create_team(&t.ctx, &system(), "North".into()).await.unwrap();
    assert_eq!(code(create_team(&t.ctx, &system(), "NORTH".into()).await), "TEAM_NAME_TAKEN");
    assert_eq!(code(rename_team(&t.ctx, &system(), north.id, "Nordic".into()).await), "accepted");
    assert_eq!(code(rename_team(&t.ctx, &system(), Uuid::now_v7(), "X".into()).await), "not found");
}
