use pivotal_domain::identity::role::Role;
use uuid::Uuid;

use super::archive::{archive_team, restore_team};
use super::create::create_team;
use super::members::{add_member, remove_member};
use super::rename::rename_team;
use crate::identity::clients::create::{CreateClient, create_client};
use crate::identity::testing::{Setup, actor_of, code, system};
use crate::identity::users::update::{UpdateUser, update_user};

fn into_teams(id: Uuid, teams: Vec<Uuid>) -> UpdateUser {
    UpdateUser { id, name: None, role: None, client_id: None, team_ids: Some(teams) }
}

#[tokio::test]
async fn one_joins_and_leaves_and_the_other_teams_stay() {
    let t = Setup::new().await;
    let north = create_team(&t.ctx, &system(), "North".into()).await.unwrap().id;
    let south = create_team(&t.ctx, &system(), "South".into()).await.unwrap().id;
    let ada = t.user("ada@example.com", Role::Agent, None).await.id;
    add_member(&t.ctx, &system(), north, ada).await.unwrap();
    let joined = add_member(&t.ctx, &system(), south, ada).await.unwrap();
    assert_eq!(joined.state.teams.len(), 2);
    assert_eq!(add_member(&t.ctx, &system(), south, ada).await.unwrap().position, None, "a repeat");
    let left = remove_member(&t.ctx, &system(), north, ada).await.unwrap();
    assert_eq!(left.state.teams, [south]);
    assert_eq!(code(add_member(&t.ctx, &system(), Uuid::now_v7(), ada).await), "not found");
    assert_eq!(code(add_member(&t.ctx, &system(), south, Uuid::now_v7()).await), "not found");
    let client = CreateClient { name: "Southwind".into(), idempotency_key: None };
    let client = create_client(&t.ctx, &system(), client).await.unwrap().id;
    let theirs = t.user("theirs@example.com", Role::ClientUser, Some(client)).await.id;
    assert_eq!(code(add_member(&t.ctx, &system(), south, theirs).await), "USER_TEAM_NOT_FOR_CLIENTS");
}

#[tokio::test]
async fn nobody_joins_an_archived_team_and_who_is_in_it_stays() {
    let t = Setup::new().await;
    let north = create_team(&t.ctx, &system(), "North".into()).await.unwrap().id;
    let ada = t.user("ada@example.com", Role::Agent, None).await.id;
    let ben = t.user("ben@example.com", Role::Agent, None).await.id;
    add_member(&t.ctx, &system(), north, ada).await.unwrap();
    archive_team(&t.ctx, &system(), north).await.unwrap();
    assert_eq!(code(add_member(&t.ctx, &system(), north, ben).await), "TEAM_ARCHIVED");
    assert_eq!(
        code(update_user(&t.ctx, &system(), into_teams(ben, vec![north])).await),
        "USER_TEAM_ARCHIVED"
    );
    assert_eq!(code(update_user(&t.ctx, &system(), into_teams(ada, vec![north])).await), "accepted");
    assert_eq!(code(rename_team(&t.ctx, &system(), north, "Nordic".into()).await), "TEAM_ARCHIVED");
    assert_eq!(code(create_team(&t.ctx, &system(), "North".into()).await), "TEAM_NAME_TAKEN");
    restore_team(&t.ctx, &system(), north).await.unwrap();
    assert_eq!(code(add_member(&t.ctx, &system(), north, ben).await), "accepted");
}

#[tokio::test]
async fn only_who_manages_users_archives_teams_and_says_who_is_in_them() {
    let t = Setup::new().await;
    let north = create_team(&t.ctx, &system(), "North".into()).await.unwrap().id;
    let ada = t.user("ada@example.com", Role::CampaignManager, None).await;
    let actor = actor_of(&ada);
    assert_eq!(code(archive_team(&t.ctx, &actor, north).await), "forbidden");
    assert_eq!(code(restore_team(&t.ctx, &actor, north).await), "forbidden");
    assert_eq!(code(add_member(&t.ctx, &actor, north, ada.id).await), "forbidden");
    assert_eq!(code(remove_member(&t.ctx, &actor, north, ada.id).await), "forbidden");
}
