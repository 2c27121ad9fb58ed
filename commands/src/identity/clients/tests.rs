use pivotal_domain::identity::role::Role;
use uuid::Uuid;

use super::archive::archive_client;
use super::create::{CreateClient, create_client};
use super::rename::rename_client;
use crate::identity::teams::create::create_team;
use crate::identity::teams::rename::rename_team;
use crate::identity::testing::{Setup, actor_of, code, system};

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
async fn teams_have_names_of_their_own() {
    let t = Setup::new().await;
    let north = create_team(&t.ctx, &system(), "North".into()).await.unwrap();
    assert_eq!(code(create_team(&t.ctx, &system(), "NORTH".into()).await), "TEAM_NAME_TAKEN");
    assert_eq!(code(rename_team(&t.ctx, &system(), north.id, "Nordic".into()).await), "accepted");
    assert_eq!(code(rename_team(&t.ctx, &system(), Uuid::now_v7(), "X".into()).await), "not found");
}
