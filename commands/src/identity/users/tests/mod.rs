mod forgotten;

use pivotal_domain::identity::role::Role;
use pivotal_domain::identity::users::email::LoginEmail;
use uuid::Uuid;

use crate::identity::bootstrap_admin::{FirstAdmin, bootstrap_admin};
use crate::identity::clients::archive::archive_client;
use crate::identity::clients::create::{CreateClient, create_client};
use crate::identity::development::{LOGINS, seed_development_users};
use crate::identity::testing::{PASSWORD, Setup, actor_of, code, new_user, system};
use crate::identity::users::create::create_user;
use crate::identity::users::cut_over::{Brought, bring_users};
use crate::identity::users::disable::disable_user;
use crate::identity::users::enable::enable_user;
use crate::identity::users::preferences::{preferences, save_preferences};
use crate::identity::users::update::{UpdateUser, update_user};
use pivotal_domain::identity::users::User;

fn update(id: Uuid) -> UpdateUser {
    UpdateUser { id, name: None, role: None, client_id: None, team_ids: None }
}

#[tokio::test]
async fn a_created_user_is_in_the_log_with_name_and_email_sealed() {
    let t = Setup::new().await;
    let user = t.user("ada@example.com", Role::DataOps, None).await;
    assert_eq!(t.ctx.log.load::<User>(user.id).await.unwrap().state.email, "ada@example.com");
    let stored: String = sqlx::query_scalar("select payload::text from log.events where aggregate_id = $1")
        .bind(user.id.to_string())
        .fetch_one(&t.test.pools.read)
        .await
        .unwrap();
    assert!(!stored.contains("ada") && stored.contains("data_ops"), "{stored}");
}

#[tokio::test]
async fn an_email_belongs_to_one_user_whatever_its_case() {
    let t = Setup::new().await;
    t.user("ada@example.com", Role::DataOps, None).await;
    assert_eq!(
        code(create_user(&t.ctx, &system(), new_user("Ada@Example.com", Role::Agent, None)).await),
        "USER_EMAIL_TAKEN"
    );
    let credentials: i64 = sqlx::query_scalar("select count(*) from auth.credentials")
        .fetch_one(&t.test.pools.read)
        .await
        .unwrap();
    assert_eq!(credentials, 1, "the loser's password must not stay");
}

#[tokio::test]
async fn two_requests_for_one_email_at_once_make_one_user() {
    let t = Setup::new().await;
    let (actor, ada) = (system(), || new_user("ada@example.com", Role::Agent, None));
    let (one, other) = tokio::join!(create_user(&t.ctx, &actor, ada()), create_user(&t.ctx, &actor, ada()));
    let mut codes = [code(one), code(other)];
    codes.sort();
    assert_eq!(codes, ["USER_EMAIL_TAKEN", "accepted"]);
}

#[tokio::test]
async fn bad_input_names_its_field() {
    let t = Setup::new().await;
    let with = |change: fn(&mut crate::identity::users::create::CreateUser)| {
        let mut input = new_user("ada@example.com", Role::Agent, None);
        change(&mut input);
        input
    };
    for (input, expected) in [
        (with(|input| input.email = "ada".into()), "EMAIL_SYNTAX"),
        (with(|input| input.name = " ".into()), "NAME_EMPTY"),
        (with(|input| input.password = "short".into()), "PASSWORD_TOO_SHORT"),
        (with(|input| input.password = "password12345".into()), "PASSWORD_GUESSABLE"),
        (with(|input| input.role = Role::ClientUser), "USER_CLIENT_MISSING"),
        (with(|input| input.client_id = Some(Uuid::now_v7())), "USER_CLIENT_NOT_FOUND"),
        (with(|input| input.team_ids = vec![Uuid::now_v7()]), "USER_TEAM_NOT_FOUND"),
    ] {
        assert_eq!(code(create_user(&t.ctx, &system(), input).await), expected);
    }
}

#[tokio::test]
async fn nobody_joins_an_archived_client() {
    let t = Setup::new().await;
    let client =
        create_client(&t.ctx, &system(), CreateClient { name: "Northwind".into(), idempotency_key: None })
            .await
            .unwrap();
    archive_client(&t.ctx, &system(), client.id, None).await.unwrap();
    assert_eq!(
        code(
            create_user(&t.ctx, &system(), new_user("ada@example.com", Role::ClientUser, Some(client.id)))
                .await
        ),
        "USER_CLIENT_NOT_FOUND"
    );
}

#[tokio::test]
async fn only_administrators_manage_users() {
    let t = Setup::new().await;
    let client =
        create_client(&t.ctx, &system(), CreateClient { name: "Northwind".into(), idempotency_key: None })
            .await
            .unwrap();
    for role in Role::ALL.into_iter().filter(|role| *role != Role::Admin) {
        let user = t.user(&format!("{role}@example.com"), role, role.is_client().then_some(client.id)).await;
        let actor = actor_of(&user);
        assert_eq!(
            code(create_user(&t.ctx, &actor, new_user("new@example.com", Role::Agent, None)).await),
            "forbidden",
            "{role}"
        );
        assert_eq!(
            code(
                update_user(&t.ctx, &actor, UpdateUser { role: Some(Role::Admin), ..update(user.id) }).await
            ),
            "forbidden",
            "{role}"
        );
        assert_eq!(code(disable_user(&t.ctx, &actor, user.id, None).await), "forbidden", "{role}");
        assert_eq!(code(enable_user(&t.ctx, &actor, user.id).await), "forbidden", "{role}");
    }
}

#[tokio::test]
async fn an_unknown_user_is_not_found() {
    let t = Setup::new().await;
    assert_eq!(
        code(
            update_user(&t.ctx, &system(), UpdateUser { name: Some("Ada".into()), ..update(Uuid::now_v7()) })
                .await
        ),
        "not found"
    );
    assert_eq!(code(disable_user(&t.ctx, &system(), Uuid::now_v7(), None).await), "not found");
}

#[tokio::test]
async fn the_last_administrator_stays_one() {
    let t = Setup::new().await;
    let ada = t.user("ada@example.com", Role::Admin, None).await;
    let actor = actor_of(&ada);
    assert_eq!(code(disable_user(&t.ctx, &actor, ada.id, None).await), "USER_LAST_ADMIN");
    assert_eq!(
        code(update_user(&t.ctx, &actor, UpdateUser { role: Some(Role::Agent), ..update(ada.id) }).await),
        "USER_LAST_ADMIN"
    );
    let grace = t.user("grace@example.com", Role::Admin, None).await;
    assert_eq!(code(disable_user(&t.ctx, &actor, grace.id, None).await), "accepted");
    assert_eq!(
        code(disable_user(&t.ctx, &actor, ada.id, None).await),
        "USER_LAST_ADMIN",
        "a disabled one does not count"
    );
    assert_eq!(code(enable_user(&t.ctx, &actor, grace.id).await), "accepted");
    assert_eq!(
        code(update_user(&t.ctx, &actor, UpdateUser { role: Some(Role::Agent), ..update(ada.id) }).await),
        "accepted"
    );
}

#[tokio::test]
async fn two_administrators_who_disable_each_other_at_once_leave_one() {
    let t = Setup::new().await;
    let ada = t.user("ada@example.com", Role::Admin, None).await;
    let grace = t.user("grace@example.com", Role::Admin, None).await;
    let (by_ada, by_grace) = (actor_of(&ada), actor_of(&grace));
    let (one, other) = tokio::join!(
        disable_user(&t.ctx, &by_ada, grace.id, None),
        disable_user(&t.ctx, &by_grace, ada.id, None)
    );
    let mut codes = [code(one), code(other)];
    codes.sort();
    assert_eq!(codes, ["USER_LAST_ADMIN", "accepted"]);
}

#[tokio::test]
async fn a_repeated_update_writes_nothing() {
    let t = Setup::new().await;
    let ada = t.user("ada@example.com", Role::Agent, None).await;
    let rename = || UpdateUser { name: Some("Ada King".into()), ..update(ada.id) };
    assert!(update_user(&t.ctx, &system(), rename()).await.unwrap().position.is_some());
    assert_eq!(update_user(&t.ctx, &system(), rename()).await.unwrap().position, None);
}

#[tokio::test]
async fn the_first_administrator_is_made_once() {
    let t = Setup::new().await;
    let first =
        || FirstAdmin { name: "Ada".into(), email: "ada@example.com".into(), password: PASSWORD.into() };
    assert_eq!(bootstrap_admin(&t.ctx, first()).await.unwrap().state.role, Some(Role::Admin));
    assert_eq!(code(bootstrap_admin(&t.ctx, first()).await), "ADMIN_EXISTS");
}

#[tokio::test]
async fn development_users_are_seeded_once_and_cover_every_role() {
    let t = Setup::new().await;
    seed_development_users(&t.ctx).await.unwrap();
    let events = || async {
        sqlx::query_scalar::<_, i64>("select count(*) from log.events")
            .fetch_one(&t.test.pools.read)
            .await
            .unwrap()
    };
    let before = events().await;
    seed_development_users(&t.ctx).await.unwrap();
    assert_eq!(events().await, before);
    for role in Role::ALL {
        assert!(LOGINS.iter().any(|login| login.role == role), "{role}");
    }
    for login in LOGINS {
        assert!(LoginEmail::parse(login.email).is_ok());
        t.sessions.login(login.email, login.password.into(), &Default::default()).await.unwrap();
    }
}

#[tokio::test]
async fn preferences_are_the_actors_own() {
    let t = Setup::new().await;
    let ada = actor_of(&t.user("ada@example.com", Role::Agent, None).await);
    let grace = actor_of(&t.user("grace@example.com", Role::Agent, None).await);
    save_preferences(&t.ctx, &ada, serde_json::json!({"theme": "dark"})).await.unwrap();
    assert_eq!(preferences(&t.ctx, &ada).await.unwrap(), serde_json::json!({"theme": "dark"}));
    assert_eq!(preferences(&t.ctx, &grace).await.unwrap(), serde_json::json!({}));
    assert_eq!(code(save_preferences(&t.ctx, &ada, serde_json::json!([1])).await), "PREFERENCES_SHAPE");
    assert_eq!(
        code(save_preferences(&t.ctx, &ada, serde_json::json!({"x": "y".repeat(70_000)})).await),
        "PREFERENCES_TOO_LARGE"
    );
}

const ROWS: &str = "email,name,role,client,password_hash
ada@example.com,Ada Lovelace,admin,,$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW
mateo@nordwerk.test,Mateo Villar,client_user,northwind,$2y$07$BCryptRequires22Chrcte/VlQH0piJtjXl.0t1XkA8pw9dMXTpOq
grace@example.com,Grace Hopper,king,,$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW
idris@example.com,Idris,agent,,5f4dcc3b5aa765d61d8327deb882cf99
sanne@example.com,Sanne,agent,Southwind,$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW
Ada@Example.com,Ada again,agent,,$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW
";

#[tokio::test]
async fn users_of_another_system_sign_in_with_the_password_they_had() {
    let t = Setup::new().await;
    create_client(&t.ctx, &system(), CreateClient { name: "Northwind".into(), idempotency_key: None })
        .await
        .unwrap();
    let mut outcomes = Vec::new();
    bring_users(&t.ctx, &system(), ROWS.as_bytes(), |line, brought| outcomes.push((line, brought)))
        .await
        .unwrap();
    let refused = |outcome: &Brought| match outcome {
        Brought::Refused(code, _) => code.clone(),
        Brought::New => "new".into(),
        Brought::There => "there".into(),
    };
    let told: Vec<_> = outcomes.iter().map(|(line, outcome)| (*line, refused(outcome))).collect();
    let expected = [
        (2, "new"),
        (3, "new"),
        (4, "ROLE_UNKNOWN"),
        (5, "PASSWORD_HASH_UNKNOWN"),
        (6, "USER_CLIENT_NOT_FOUND"),
        (7, "there"),
    ];
    assert_eq!(told, expected.map(|(line, what)| (line, what.to_owned())));
    t.sessions.login("ada@example.com", "U*U".into(), &Default::default()).await.unwrap();
    let mateo = t.sessions.login("mateo@nordwerk.test", "rasmuslerdorf".into(), &Default::default()).await;
    assert_eq!(mateo.unwrap().user.role, Role::ClientUser);
    let hashes: Vec<String> =
        sqlx::query_scalar("select hash from auth.credentials").fetch_all(&t.test.pools.read).await.unwrap();
    assert!(hashes.iter().all(|hash| hash.starts_with("$argon2id$")), "hashed anew: {hashes:?}");
}

#[tokio::test]
async fn a_file_without_its_columns_is_refused_whole() {
    let t = Setup::new().await;
    let brought = bring_users(&t.ctx, &system(), "email,name\na@b.test,Ada\n".as_bytes(), |_, _| {}).await;
    assert_eq!(code(brought), "USERS_FILE_COLUMNS");
}
