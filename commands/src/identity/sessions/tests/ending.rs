//! Sessions that are ended by whoever is in them, and from the list of them.

use super::*;

#[tokio::test]
async fn signing_out_ends_the_session_and_may_be_repeated() {
    let (t, _) = with_ada().await;
    let (here, there) = (t.sign_in().await, t.sign_in().await);
    for _ in 0..2 {
        t.sessions.logout(here.refresh_token.expose_secret(), &origin()).await.unwrap();
    }
    t.sessions.logout("unknown", &origin()).await.unwrap();
    assert!(!t.is_in(&here).await);
    assert_eq!(outcome(t.again(&here).await), "NO_SESSION");
    assert!(t.is_in(&there).await, "other sessions go on");
}

#[tokio::test]
async fn sessions_are_listed_and_ended_by_their_owner_alone() {
    let (t, ada) = with_ada().await;
    let grace = actor_of(&t.user("grace@example.com", Role::Admin, None).await);
    let session = t.sign_in().await;
    let listed = t.sessions.list_own(&ada).await.unwrap();
    assert_eq!(
        listed.iter().map(|open| (open.id, open.user_agent.as_deref())).collect::<Vec<_>>(),
        [(session.session, Some("Firefox"))]
    );
    assert_eq!(t.sessions.list_own(&grace).await.unwrap(), []);
    assert_eq!(code(t.sessions.revoke_own(&grace, session.session).await), "not found");
    assert!(t.is_in(&session).await);
    t.sessions.revoke_own(&ada, session.session).await.unwrap();
    assert!(!t.is_in(&session).await);
    assert_eq!(t.sessions.list_own(&ada).await.unwrap(), []);
}

#[tokio::test]
async fn all_sessions_but_this_one_are_ended_at_once() {
    let (t, ada) = with_ada().await;
    let (here, there, elsewhere) = (t.sign_in().await, t.sign_in().await, t.sign_in().await);
    assert_eq!(t.sessions.revoke_others(&ada, here.session).await.unwrap(), 2);
    assert!(t.is_in(&here).await && !t.is_in(&there).await && !t.is_in(&elsewhere).await);
    assert_eq!(t.sessions.revoke_others(&ada, here.session).await.unwrap(), 0, "a repeat");
    let ends = t.ends().await;
    let [(by, SessionsEnd::Revoked, sessions)] = ends.as_slice() else { panic!("{ends:?}") };
    assert_eq!((by, sessions.len()), (&ada.user_id.to_string(), 2));
}

#[tokio::test]
async fn an_administrator_sees_and_ends_anybody_s_sessions_and_nobody_else_does() {
    let (t, ada) = with_ada().await;
    let maren = actor_of(&t.user("maren@example.com", Role::Admin, None).await);
    let (one, other) = (t.sign_in().await, t.sign_in().await);
    assert_eq!(t.sessions.list_of(&maren, ada.user_id).await.unwrap().len(), 2);
    t.sessions.revoke_of(&maren, ada.user_id, one.session).await.unwrap();
    assert!(!t.is_in(&one).await && t.is_in(&other).await);
    assert_eq!(code(t.sessions.revoke_of(&maren, maren.user_id, other.session).await), "not found");
    assert_eq!(t.sessions.revoke_all(&maren, ada.user_id).await.unwrap(), 1);
    assert!(!t.is_in(&other).await);
    let by: Vec<String> = t.ends().await.into_iter().map(|(by, ..)| by).collect();
    assert_eq!(by, [maren.user_id.to_string(), maren.user_id.to_string()]);
    assert_eq!(code(t.sessions.list_of(&ada, maren.user_id).await), "forbidden");
    assert_eq!(code(t.sessions.revoke_of(&ada, maren.user_id, one.session).await), "forbidden");
    assert_eq!(code(t.sessions.revoke_all(&ada, maren.user_id).await), "forbidden");
}

#[tokio::test]
async fn signing_out_is_told_once() {
    let (t, _) = with_ada().await;
    let session = t.sign_in().await;
    for _ in 0..2 {
        t.sessions.logout(session.refresh_token.expose_secret(), &origin()).await.unwrap();
    }
    assert_eq!(t.ends().await, [("system".to_owned(), SessionsEnd::SignedOut, vec![session.session])]);
}
