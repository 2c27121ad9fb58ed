use chrono::Duration;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::api_keys::error::KeyRefusal;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use pivotal_domain::identity::role::Role;
use secrecy::ExposeSecret;
use uuid::Uuid;

use super::create::{CreateApiKey, Created, create_api_key};
use super::revoke::revoke_api_key;
use super::*;
use crate::identity::sessions::attempts;
use crate::identity::sessions::error::AuthError;
use crate::identity::testing::{Setup, actor_of, code, origin, system};
use crate::identity::users::disable::disable_user;
use crate::identity::users::enable::enable_user;
use crate::identity::users::update::{UpdateUser, update_user};

fn key(scopes: &[&str]) -> CreateApiKey {
    CreateApiKey {
        name: "Warehouse sync".into(),
        scopes: scopes.iter().map(|scope| (*scope).to_owned()).collect(),
        expires_at: None,
    }
}

async fn with_maren() -> (Setup, ApiKeys, Actor) {
    let t = Setup::new().await;
    // The last administrator cannot be disabled; there is another.
    t.user("root@example.com", Role::Admin, None).await;
    let maren = actor_of(&t.user("maren@example.com", Role::Admin, None).await);
    let keys = ApiKeys::new(t.ctx.clone());
    (t, keys, maren)
}

async fn made(t: &Setup, actor: &Actor, scopes: &[&str]) -> Created {
    create_api_key(&t.ctx, actor, key(scopes)).await.unwrap()
}

fn refusal(result: Result<Actor, AuthError>) -> Option<KeyRefusal> {
    match result {
        Err(AuthError::BadKey(refusal)) => Some(refusal),
        _ => None,
    }
}

#[tokio::test]
async fn a_program_with_a_key_is_its_maker_held_to_the_key_s_scopes() {
    let (t, keys, maren) = with_maren().await;
    let Created { key, secret } = made(&t, &maren, &["CONTACTS_VIEW"]).await;
    let secret = secret.expose_secret();
    assert!(secret.starts_with(&key.state.prefix) && secret.len() > key.state.prefix.len() + 40, "{secret}");
    let program = keys.authenticate(secret, &origin()).await.unwrap();
    assert_eq!((program.user_id, program.source.as_str()), (maren.user_id, "api"));
    assert_eq!(program.scope(Permission::ContactsView), Scope::All);
    assert_eq!(program.scope(Permission::UsersManage), Scope::None);
    assert_eq!(program.metadata().key, Some(key.id));
}

#[tokio::test]
async fn neither_the_log_nor_the_database_holds_the_secret() {
    let (t, _, maren) = with_maren().await;
    let Created { key, secret } = made(&t, &maren, &["CONTACTS_VIEW"]).await;
    let hidden = secret.expose_secret().strip_prefix(&key.state.prefix).unwrap().to_owned();
    let stored: String = sqlx::query_scalar(
        "select (select string_agg(payload::text, '') from log.events) || (select string_agg(k::text, '') from auth.api_keys k)",
    )
    .fetch_one(&t.test.pools.read)
    .await
    .unwrap();
    assert!(!stored.contains(&hidden) && stored.contains("CONTACTS_VIEW"), "{stored}");
}

#[tokio::test]
async fn a_key_is_out_when_it_is_revoked_over_unknown_or_its_maker_is_out() {
    let (t, keys, maren) = with_maren().await;
    let Created { key: first, secret } = made(&t, &maren, &["CONTACTS_VIEW"]).await;
    let enter = async |secret: &str| refusal(keys.authenticate(secret, &origin()).await);
    disable_user(&t.ctx, &system(), maren.user_id, None).await.unwrap();
    assert_eq!(enter(secret.expose_secret()).await, Some(KeyRefusal::MakerDisabled));
    enable_user(&t.ctx, &system(), maren.user_id).await.unwrap();
    assert_eq!(enter(secret.expose_secret()).await, None);
    revoke_api_key(&t.ctx, &maren, first.id).await.unwrap();
    assert_eq!(enter(secret.expose_secret()).await, Some(KeyRefusal::Revoked));
    assert_eq!(revoke_api_key(&t.ctx, &maren, first.id).await.unwrap().position, None, "a repeat");
    assert_eq!(code(revoke_api_key(&t.ctx, &maren, Uuid::now_v7()).await), "not found");
    let ends = t.ctx.now() + Duration::days(1);
    let input = CreateApiKey { expires_at: Some(ends), ..key(&["CONTACTS_VIEW"]) };
    let short = create_api_key(&t.ctx, &maren, input).await.unwrap().secret;
    assert_eq!(enter(short.expose_secret()).await, None);
    t.test.clock.advance(Duration::days(1));
    assert_eq!(enter(short.expose_secret()).await, Some(KeyRefusal::Expired));
    assert_eq!(enter("pvk_00000000_rubbish").await, Some(KeyRefusal::Unknown));
}

#[tokio::test]
async fn a_key_shrinks_with_its_maker() {
    let (t, keys, maren) = with_maren().await;
    let secret = made(&t, &maren, &["CONTACTS_VIEW", "USERS_MANAGE"]).await.secret;
    let demote = UpdateUser {
        id: maren.user_id,
        name: None,
        role: Some(Role::QaAnalyst),
        client_id: None,
        team_ids: None,
    };
    update_user(&t.ctx, &system(), demote).await.unwrap();
    let program = keys.authenticate(secret.expose_secret(), &origin()).await.unwrap();
    assert_eq!(program.scope(Permission::UsersManage), Scope::None);
    assert_eq!(program.scope(Permission::ContactsView), Scope::All);
}

#[tokio::test]
async fn a_key_that_makes_keys_gives_no_more_than_it_has() {
    let (t, keys, maren) = with_maren().await;
    let secret = made(&t, &maren, &["API_KEYS_MANAGE", "CONTACTS_VIEW"]).await.secret;
    let program = keys.authenticate(secret.expose_secret(), &origin()).await.unwrap();
    assert_eq!(code(create_api_key(&t.ctx, &program, key(&["CONTACTS_VIEW"])).await), "accepted");
    assert_eq!(code(create_api_key(&t.ctx, &program, key(&["USERS_MANAGE"])).await), "API_KEY_BEYOND_MAKER");
}

#[tokio::test]
async fn only_administrators_make_and_revoke_keys_and_bad_ones_name_their_field() {
    let (t, _, maren) = with_maren().await;
    let noor = actor_of(&t.user("noor@example.com", Role::CampaignManager, None).await);
    let mine = made(&t, &maren, &["CONTACTS_VIEW"]).await.key;
    assert_eq!(code(create_api_key(&t.ctx, &noor, key(&["CONTACTS_VIEW"])).await), "forbidden");
    assert_eq!(code(revoke_api_key(&t.ctx, &noor, mine.id).await), "forbidden");
    for (scopes, expected) in [
        (vec![], "API_KEY_NO_SCOPES"),
        (vec!["FAXES_SEND"], "API_KEY_SCOPE_UNKNOWN"),
        (vec!["contacts_view"], "API_KEY_SCOPE_UNKNOWN"),
    ] {
        assert_eq!(code(create_api_key(&t.ctx, &maren, key(&scopes)).await), expected);
    }
    let over = CreateApiKey { expires_at: Some(t.ctx.now()), ..key(&["CONTACTS_VIEW"]) };
    assert_eq!(code(create_api_key(&t.ctx, &maren, over).await), "API_KEY_EXPIRY_PAST");
    let stored: i64 =
        sqlx::query_scalar("select count(*) from auth.api_keys").fetch_one(&t.test.pools.read).await.unwrap();
    assert_eq!(stored, 1, "of what was refused nothing stays");
}

#[tokio::test]
async fn the_last_use_is_shown_at_once_and_written_later() {
    let (t, keys, maren) = with_maren().await;
    let Created { key, secret } = made(&t, &maren, &["CONTACTS_VIEW"]).await;
    assert!(keys.last_uses(&maren).await.unwrap().is_empty());
    keys.authenticate(secret.expose_secret(), &origin()).await.unwrap();
    let used = t.ctx.now();
    let seen = |uses: std::collections::HashMap<Uuid, uses::LastUse>| {
        uses.get(&key.id).map(|last| (last.at, last.ip.clone()))
    };
    let expected = Some((used, origin().ip));
    assert_eq!(seen(keys.last_uses(&maren).await.unwrap()), expected);
    let elsewhere = ApiKeys::new(t.ctx.clone());
    assert_eq!(seen(elsewhere.last_uses(&maren).await.unwrap()), None, "another process");
    keys.write_uses().await.unwrap();
    assert_eq!(seen(elsewhere.last_uses(&maren).await.unwrap()), expected);
}

#[tokio::test]
async fn who_tries_many_keys_is_locked_out_and_good_keys_still_work() {
    let (t, keys, maren) = with_maren().await;
    let secret = made(&t, &maren, &["CONTACTS_VIEW"]).await.secret;
    for _ in 0..attempts::Scope::Ip.allowed() {
        assert_eq!(
            refusal(keys.authenticate("pvk_00000000_guess", &origin()).await),
            Some(KeyRefusal::Unknown)
        );
    }
    let locked = keys.authenticate("pvk_00000000_guess", &origin()).await;
    assert!(matches!(locked, Err(AuthError::TooManyAttempts(_))));
    keys.authenticate(secret.expose_secret(), &origin()).await.unwrap();
}
