//! Users, teams and clients: what the log says, and only as far as the viewer may see.

use chrono::{DateTime, Duration, Utc};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::clients::Client;
use pivotal_domain::identity::clients::events::ClientEvent;
use pivotal_domain::identity::role::Role;
use pivotal_domain::identity::teams::Team;
use pivotal_domain::identity::teams::events::TeamEvent;
use pivotal_domain::identity::users::User;
use pivotal_domain::identity::users::events::UserEvent;
use pivotal_domain::identity::users::facts::UserFact;
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::append::{Append, Lane, NewFact};
use pivotal_log::testing::start_of_test_time;
use pivotal_projections::identity::clients::project::Clients;
use pivotal_projections::identity::clients::query::{client, clients, clients_by_id, count_clients};
use pivotal_projections::identity::page::PageRequest;
use pivotal_projections::identity::teams::project::Teams;
use pivotal_projections::identity::teams::query::{teams, teams_by_id};
use pivotal_projections::identity::users::project::Users;
use pivotal_projections::identity::users::query::{count_users, user, users};
use uuid::Uuid;

use crate::support::{Ground, settle};

const NORTH: Uuid = Uuid::from_u128(0xa1);
const SOUTH: Uuid = Uuid::from_u128(0xa2);
const TEAM: Uuid = Uuid::from_u128(0xb1);

fn at() -> DateTime<Utc> {
    start_of_test_time()
}

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

impl Ground {
    async fn of_user(&self, id: Uuid, sequence: i64, events: Vec<UserEvent>) {
        let mut append = Append::new(Lane::Interactive);
        append.events::<User>(id, sequence, events, &Metadata::system("system")).unwrap();
        self.test.log.append(append).await.unwrap();
    }

    async fn hire(&self, id: Uuid, name: &str, role: Role, client_id: Option<Uuid>) {
        let email = format!("{}@example.com", name.to_lowercase());
        self.of_user(
            id,
            0,
            vec![UserEvent::UserCreated {
                at: at(),
                name: name.into(),
                email,
                role,
                client_id,
                teams: vec![],
            }],
        )
        .await;
    }

    async fn log_in(&self, id: Uuid, at: DateTime<Utc>) {
        let fact = UserFact::UserLoggedIn { at, session: Uuid::now_v7(), user_agent: None };
        let mut append = Append::new(Lane::Interactive);
        append.facts.push(NewFact {
            kind: fact.kind(),
            version: fact.version(),
            about_type: "user",
            about_id: id,
            payload: serde_json::to_value(&fact).unwrap(),
            metadata: Metadata::system("system"),
            personal: fact.personal(),
            subject: Some(id),
        });
        self.test.log.append(append).await.unwrap();
    }

    /// Two clients, a team, an administrator and a user of each client, all projected.
    async fn with_two_clients() -> Self {
        let ground = Ground::new().await;
        let mut append = Append::new(Lane::Interactive);
        let system = Metadata::system("system");
        for (id, name) in [(SOUTH, "Southwind"), (NORTH, "northwind")] {
            append
                .events::<Client>(
                    id,
                    0,
                    vec![ClientEvent::ClientCreated { at: at(), name: name.into() }],
                    &system,
                )
                .unwrap();
        }
        append
            .events::<Team>(TEAM, 0, vec![TeamEvent::TeamCreated { at: at(), name: "North".into() }], &system)
            .unwrap();
        ground.test.log.append(append).await.unwrap();
        ground.hire(id(1), "Maren", Role::Admin, None).await;
        ground.hire(id(2), "mateo", Role::ClientUser, Some(NORTH)).await;
        ground.hire(id(3), "Imani", Role::ClientUser, Some(SOUTH)).await;
        ground.hire(id(4), "Sanne", Role::Agent, None).await;
        ground.settle_all().await;
        ground
    }

    async fn settle_all(&self) {
        settle(&mut self.worker(Users)).await;
        settle(&mut self.worker(Clients)).await;
        settle(&mut self.worker(Teams)).await;
    }

    async fn names(&self, actor: &Actor) -> Vec<String> {
        let page = users(&self.test.pools.read, actor, PageRequest::new(50, None)).await.unwrap();
        page.rows.into_iter().map(|row| row.name).collect()
    }
}

fn viewer(role: Role, client_id: Option<Uuid>) -> Actor {
    Actor { user_id: id(99), role, client_id, ..Actor::system("ui") }
}

fn admin() -> Actor {
    viewer(Role::Admin, None)
}

#[tokio::test]
async fn an_administrator_sees_everybody_by_name_page_by_page() {
    let ground = Ground::with_two_clients().await;
    assert_eq!(ground.names(&admin()).await, ["Imani", "Maren", "mateo", "Sanne"]);
    let pool = &ground.test.pools.read;
    let first = users(pool, &admin(), PageRequest::new(3, None)).await.unwrap();
    assert!(first.has_next);
    let rest = users(pool, &admin(), PageRequest::new(3, first.rows.last().map(|row| row.id))).await.unwrap();
    assert_eq!(
        (rest.rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), rest.has_next),
        (vec!["Sanne"], false)
    );
    assert_eq!(count_users(pool, &admin()).await.unwrap(), 4);
}

#[tokio::test]
async fn a_client_user_sees_colleagues_and_the_own_organisation_and_nothing_else() {
    let ground = Ground::with_two_clients().await;
    let (pool, mateo) = (&ground.test.pools.read, viewer(Role::ClientUser, Some(NORTH)));
    assert_eq!(ground.names(&mateo).await, ["mateo"]);
    assert_eq!(count_users(pool, &mateo).await.unwrap(), 1);
    assert!(user(pool, &mateo, id(2)).await.unwrap().is_some());
    for stranger in [id(1), id(3), id(4)] {
        assert_eq!(user(pool, &mateo, stranger).await.unwrap(), None);
        // A cursor on somebody else's row must not even say where that row would stand.
        assert_eq!(users(pool, &mateo, PageRequest::new(50, Some(stranger))).await.unwrap().rows, []);
    }
    let own = clients(pool, &mateo, PageRequest::new(50, None)).await.unwrap();
    assert_eq!(own.rows.iter().map(|row| (row.id, row.user_count)).collect::<Vec<_>>(), [(NORTH, 1)]);
    assert_eq!(count_clients(pool, &mateo).await.unwrap(), 1);
    assert_eq!(client(pool, &mateo, SOUTH).await.unwrap(), None);
    assert_eq!(clients_by_id(pool, &mateo, &[NORTH, SOUTH]).await.unwrap().len(), 1);
    assert_eq!(teams(pool, &mateo).await.unwrap(), []);
    assert_eq!(teams_by_id(pool, &mateo, &[TEAM]).await.unwrap(), []);
}

#[tokio::test]
async fn who_has_no_permission_sees_nobody() {
    let ground = Ground::with_two_clients().await;
    let pool = &ground.test.pools.read;
    let roles = Role::ALL.into_iter().filter(|role| !matches!(role, Role::Admin | Role::ClientUser));
    // The last one breaks the rule that a client user has a client: that must close doors, not open them.
    let viewers = roles
        .map(|role| viewer(role, None))
        .chain([viewer(Role::ClientUser, None), viewer(Role::Agent, Some(NORTH))]);
    for nobody in viewers {
        let role = nobody.role;
        assert_eq!(ground.names(&nobody).await, Vec::<String>::new(), "{role}");
        assert_eq!(user(pool, &nobody, id(1)).await.unwrap(), None, "{role}");
        assert_eq!(clients(pool, &nobody, PageRequest::new(50, None)).await.unwrap().rows, [], "{role}");
        assert_eq!(client(pool, &nobody, NORTH).await.unwrap(), None, "{role}");
    }
}

#[tokio::test]
async fn a_row_says_what_the_last_event_says_also_when_it_comes_in_a_later_batch() {
    let ground = Ground::with_two_clients().await;
    let later = at() + Duration::hours(1);
    ground
        .of_user(
            id(2),
            1,
            vec![
                UserEvent::UserRenamed { at: later, name: "Mateo Villar".into(), previous: "mateo".into() },
                UserEvent::UserRoleChanged {
                    at: later,
                    role: Role::Agent,
                    client_id: None,
                    previous: Role::ClientUser,
                    previous_client_id: Some(NORTH),
                },
                UserEvent::UserTeamsChanged { at: later, teams: vec![TEAM], previous: vec![] },
                UserEvent::UserDisabled { at: later, reason: None },
            ],
        )
        .await;
    ground.log_in(id(2), later).await;
    ground.settle_all().await;
    let pool = &ground.test.pools.read;
    let row = user(pool, &admin(), id(2)).await.unwrap().unwrap();
    assert_eq!((row.name.as_str(), row.email.as_str()), ("Mateo Villar", "mateo@example.com"));
    assert_eq!((row.role, row.client_id, row.active, row.team_ids), (Role::Agent, None, false, vec![TEAM]));
    assert_eq!((row.created_at, row.last_login_at), (at(), Some(later)));
    assert_eq!(client(pool, &admin(), NORTH).await.unwrap().unwrap().user_count, 0);
    ground.of_user(id(2), 5, vec![UserEvent::UserEnabled { at: later }]).await;
    ground.settle_all().await;
    assert!(user(pool, &admin(), id(2)).await.unwrap().unwrap().active);
}

#[tokio::test]
async fn clients_and_teams_follow_their_events() {
    let ground = Ground::with_two_clients().await;
    let system = Metadata::system("system");
    let mut append = Append::new(Lane::Interactive);
    let renamed =
        ClientEvent::ClientRenamed { at: at(), name: "Eastwind".into(), previous: "Southwind".into() };
    append
        .events::<Client>(
            SOUTH,
            1,
            vec![renamed, ClientEvent::ClientArchived { at: at(), reason: None }],
            &system,
        )
        .unwrap();
    let renamed = TeamEvent::TeamRenamed { at: at(), name: "Nordic".into(), previous: "North".into() };
    append.events::<Team>(TEAM, 1, vec![renamed], &system).unwrap();
    ground.test.log.append(append).await.unwrap();
    ground.settle_all().await;
    let pool = &ground.test.pools.read;
    let page = clients(pool, &admin(), PageRequest::new(1, None)).await.unwrap();
    assert_eq!((page.rows[0].name.as_str(), page.rows[0].archived, page.has_next), ("Eastwind", true, true));
    let page = clients(pool, &admin(), PageRequest::new(1, Some(SOUTH))).await.unwrap();
    assert_eq!((page.rows[0].name.as_str(), page.has_next), ("northwind", false));
    assert_eq!(
        teams(pool, &admin()).await.unwrap().iter().map(|team| team.name.as_str()).collect::<Vec<_>>(),
        ["Nordic"]
    );
}

#[tokio::test]
async fn an_erased_person_leaves_a_nameless_row() {
    let ground = Ground::new().await;
    ground.hire(id(1), "Maren", Role::Admin, None).await;
    ground.test.log.keys.destroy(id(1)).await.unwrap();
    ground.settle_all().await;
    let row = user(&ground.test.pools.read, &admin(), id(1)).await.unwrap().unwrap();
    assert_eq!((row.name.as_str(), row.email.as_str(), row.role), ("", "", Role::Admin));
}
