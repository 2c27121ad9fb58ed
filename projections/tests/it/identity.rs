//! Users, teams and clients: what the log says, and only as far as the viewer may see.

use chrono::{DateTime, Duration, Utc};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::api_keys::ApiKey;
use pivotal_domain::identity::api_keys::events::ApiKeyEvent;
use pivotal_domain::identity::clients::Client;
use pivotal_domain::identity::clients::details::Details;
use pivotal_domain::identity::clients::events::ClientEvent;
use pivotal_domain::identity::invitations::Invitation;
use pivotal_domain::identity::invitations::events::InvitationEvent;
use pivotal_domain::identity::role::Role;
use pivotal_domain::identity::teams::Team;
use pivotal_domain::identity::teams::events::TeamEvent;
use pivotal_domain::identity::users::User;
use pivotal_domain::identity::users::events::UserEvent;
use pivotal_domain::identity::users::facts::UserFact;
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::append::{Append, Lane, NewFact};
use pivotal_log::testing::start_of_test_time;
use pivotal_projections::identity::api_keys::project::ApiKeys;
use pivotal_projections::identity::api_keys::query::api_keys;
use pivotal_projections::identity::clients::project::Clients;
use pivotal_projections::identity::clients::query::{
    ClientFilter, client, clients, clients_by_id, count_clients, record,
};
use pivotal_projections::identity::invitations::project::Invitations;
use pivotal_projections::identity::invitations::query::{invitation, invitations};
use pivotal_projections::identity::page::PageRequest;
use pivotal_projections::identity::teams::project::Teams;
use pivotal_projections::identity::teams::query::{TeamRow, teams, teams_by_id};
use pivotal_projections::identity::users::project::Users;
use pivotal_projections::identity::users::query::{count_users, user, users, users_of_team};
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
    let own = clients(pool, &mateo, &ClientFilter::default(), PageRequest::new(50, None)).await.unwrap();
    assert_eq!(own.rows.iter().map(|row| (row.id, row.user_count)).collect::<Vec<_>>(), [(NORTH, 1)]);
    assert_eq!(count_clients(pool, &mateo, &ClientFilter::default()).await.unwrap(), 1);
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
        // The others name clients, whose users they do not see.
        if matches!(role, Role::Agent | Role::ClientUser) {
            let page = PageRequest::new(50, None);
            assert_eq!(
                clients(pool, &nobody, &ClientFilter::default(), page).await.unwrap().rows,
                [],
                "{role}"
            );
            assert_eq!(client(pool, &nobody, NORTH).await.unwrap(), None, "{role}");
        }
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
            vec![renamed, ClientEvent::ClientArchived { at: at(), reason: None, owner: None }],
            &system,
        )
        .unwrap();
    let renamed = TeamEvent::TeamRenamed { at: at(), name: "Nordic".into(), previous: "North".into() };
    append.events::<Team>(TEAM, 1, vec![renamed], &system).unwrap();
    ground.test.log.append(append).await.unwrap();
    ground.settle_all().await;
    // In a later batch, which says nothing of the name.
    let mut append = Append::new(Lane::Interactive);
    append.events::<Team>(TEAM, 2, vec![TeamEvent::TeamArchived { at: at() }], &system).unwrap();
    ground.test.log.append(append).await.unwrap();
    let joined = UserEvent::UserTeamsChanged { at: at(), teams: vec![TEAM], previous: vec![] };
    ground.of_user(id(4), 1, vec![joined]).await;
    ground.settle_all().await;
    let pool = &ground.test.pools.read;
    let page = clients(pool, &admin(), &ClientFilter::default(), PageRequest::new(1, None)).await.unwrap();
    assert_eq!((page.rows[0].name.as_str(), page.rows[0].archived, page.has_next), ("Eastwind", true, true));
    let page =
        clients(pool, &admin(), &ClientFilter::default(), PageRequest::new(1, Some(SOUTH))).await.unwrap();
    assert_eq!((page.rows[0].name.as_str(), page.has_next), ("northwind", false));
    assert_eq!(
        teams(pool, &admin()).await.unwrap(),
        [TeamRow { id: TEAM, name: "Nordic".into(), archived: true, member_count: 1 }]
    );
    let members = users_of_team(pool, &admin(), TEAM).await.unwrap();
    assert_eq!(members.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["Sanne"]);
    assert_eq!(users_of_team(pool, &viewer(Role::ClientUser, Some(NORTH)), TEAM).await.unwrap(), []);
}

#[tokio::test]
async fn what_operations_know_of_a_client_is_for_who_sees_all_of_them() {
    let ground = Ground::with_two_clients().await;
    let details =
        Details { website: Some("southwind.com".into()), note: Some("Ours".into()), ..Details::default() };
    let brand =
        ClientEvent::ClientBrandAdded { at: at(), brand: id(9), name: "Breeze".into(), website: None };
    let changed = ClientEvent::ClientDetailsChanged { at: at(), details, previous: Details::default() };
    let mut append = Append::new(Lane::Interactive);
    append.events::<Client>(SOUTH, 1, vec![changed, brand], &Metadata::system("system")).unwrap();
    ground.test.log.append(append).await.unwrap();
    ground.settle_all().await;
    let pool = &ground.test.pools.read;
    let held = record(pool, &admin(), SOUTH, at()).await.unwrap().unwrap();
    assert_eq!(held.state.details.note.as_deref(), Some("Ours"));
    assert_eq!((held.state.brands.len(), held.suppressions), (1, 0));
    let manager = viewer(Role::CampaignManager, None);
    assert_eq!(
        record(pool, &manager, SOUTH, at()).await.unwrap(),
        None,
        "client organisations are the administrators' to see"
    );
    let theirs = viewer(Role::ClientUser, Some(SOUTH));
    assert_eq!(record(pool, &theirs, SOUTH, at()).await.unwrap(), None);
    let found = |search: &str| ClientFilter { search: Some(search.into()), ..ClientFilter::default() };
    let page = clients(pool, &admin(), &found("SOUTHWIND.C"), PageRequest::new(50, None)).await.unwrap();
    assert_eq!(page.rows.iter().map(|row| (row.id, row.brand_count)).collect::<Vec<_>>(), [(SOUTH, 1)]);
    assert_eq!(count_clients(pool, &admin(), &found("%")).await.unwrap(), 0, "a sign is a sign");
    let archived = ClientFilter { archived: Some(true), ..ClientFilter::default() };
    assert_eq!(count_clients(pool, &admin(), &archived).await.unwrap(), 0);
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

#[tokio::test]
async fn an_invitation_is_shown_as_it_stands_and_to_administrators_only() {
    let ground = Ground::new().await;
    let (system, later) = (Metadata::system("system"), at() + Duration::days(8));
    let sent = |email: &str| InvitationEvent::InvitationSent {
        at: at(),
        email: email.into(),
        role: Role::Agent,
        client_id: None,
        teams: vec![TEAM],
        expires_at: at() + Duration::days(7),
    };
    let mut append = Append::new(Lane::Interactive);
    append.events::<Invitation>(id(5), 0, vec![sent("ada@example.com")], &system).unwrap();
    append.events::<Invitation>(id(6), 0, vec![sent("grace@example.com")], &system).unwrap();
    ground.test.log.append(append).await.unwrap();
    settle(&mut ground.worker(Invitations)).await;
    let resent =
        InvitationEvent::InvitationResent { at: later, round: 2, expires_at: later + Duration::days(7) };
    let accepted = InvitationEvent::InvitationAccepted { at: later, user_id: id(7) };
    let mut append = Append::new(Lane::Interactive);
    append.events::<Invitation>(id(5), 1, vec![resent], &system).unwrap();
    append.events::<Invitation>(id(6), 1, vec![accepted], &system).unwrap();
    ground.test.log.append(append).await.unwrap();
    settle(&mut ground.worker(Invitations)).await;
    let pool = &ground.test.pools.read;
    let rows = invitations(pool, &admin()).await.unwrap();
    let shown: Vec<_> = rows.iter().map(|row| (row.email.as_str(), row.standing.as_str())).collect();
    assert_eq!(shown, [("grace@example.com", "accepted"), ("ada@example.com", "open")]);
    assert_eq!((rows[1].sent_at, rows[1].expires_at), (later, later + Duration::days(7)));
    assert_eq!((rows[1].role, rows[1].team_ids.as_slice()), (Role::Agent, [TEAM].as_slice()));
    let nobody = viewer(Role::ClientUser, Some(NORTH));
    assert_eq!(invitations(pool, &nobody).await.unwrap(), []);
    assert_eq!(invitation(pool, &nobody, id(5)).await.unwrap(), None);
    assert_eq!(invitation(pool, &admin(), id(5)).await.unwrap().as_ref(), Some(&rows[1]));
}

#[tokio::test]
async fn api_keys_are_shown_as_they_stand_and_to_administrators_only() {
    let ground = Ground::new().await;
    let (system, later) = (Metadata::system("system"), at() + Duration::days(1));
    let created = |name: &str| ApiKeyEvent::ApiKeyCreated {
        at: at(),
        user_id: id(1),
        name: name.into(),
        prefix: "pvk_1a2b3c4d".into(),
        scopes: vec!["ACCOUNTS_VIEW".into(), "CONTACTS_VIEW".into()],
        expires_at: None,
    };
    let mut append = Append::new(Lane::Interactive);
    append.events::<ApiKey>(id(5), 0, vec![created("Warehouse")], &system).unwrap();
    append.events::<ApiKey>(id(6), 0, vec![created("Website")], &system).unwrap();
    ground.test.log.append(append).await.unwrap();
    settle(&mut ground.worker(ApiKeys)).await;
    let maren = Metadata { actor: id(1).to_string(), ..Metadata::system("ui") };
    let mut append = Append::new(Lane::Interactive);
    append.events::<ApiKey>(id(5), 1, vec![ApiKeyEvent::ApiKeyRevoked { at: later }], &maren).unwrap();
    ground.test.log.append(append).await.unwrap();
    settle(&mut ground.worker(ApiKeys)).await;
    let pool = &ground.test.pools.read;
    let rows = api_keys(pool, &admin()).await.unwrap();
    let shown: Vec<_> = rows.iter().map(|row| (row.name.as_str(), row.revoked_at, row.revoked_by)).collect();
    assert_eq!(shown, [("Website", None, None), ("Warehouse", Some(later), Some(id(1)))]);
    assert_eq!(rows[0].scopes, ["ACCOUNTS_VIEW", "CONTACTS_VIEW"]);
    assert_eq!(api_keys(pool, &viewer(Role::DataOps, None)).await.unwrap(), []);
}
