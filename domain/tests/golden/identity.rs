use chrono::{DateTime, TimeZone, Utc};
use pivotal_domain::identity::clients::events::ClientEvent;
use pivotal_domain::identity::role::Role;
use pivotal_domain::identity::teams::events::TeamEvent;
use pivotal_domain::identity::users::events::{PasswordChange, UserEvent};
use pivotal_domain::identity::users::facts::UserFact;
use uuid::Uuid;

use super::{check, check_fact};

fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 5, 12, 0, 0).unwrap()
}

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

#[test]
fn users() {
    check(
        UserEvent::NAMES,
        vec![
            UserEvent::UserCreated {
                at: at(),
                name: "Ada Lovelace".into(),
                email: "ada@example.com".into(),
                role: Role::ClientUser,
                client_id: Some(id(1)),
                teams: vec![id(2)],
            },
            UserEvent::UserRenamed { at: at(), name: "Ada King".into(), previous: "Ada Lovelace".into() },
            UserEvent::UserRoleChanged {
                at: at(),
                role: Role::DataOps,
                client_id: None,
                previous: Role::ClientUser,
                previous_client_id: Some(id(1)),
            },
            UserEvent::UserTeamsChanged { at: at(), teams: vec![id(2), id(3)], previous: vec![id(2)] },
            UserEvent::UserDisabled { at: at(), reason: Some("left the company".into()) },
            UserEvent::UserEnabled { at: at() },
            UserEvent::UserPasswordChanged { at: at(), how: PasswordChange::Own },
        ],
    );
}

#[test]
fn clients() {
    check(
        ClientEvent::NAMES,
        vec![
            ClientEvent::ClientCreated { at: at(), name: "Northwind".into() },
            ClientEvent::ClientRenamed { at: at(), name: "Southwind".into(), previous: "Northwind".into() },
            ClientEvent::ClientArchived { at: at(), reason: Some("contract ended".into()) },
        ],
    );
}

#[test]
fn teams() {
    check(
        TeamEvent::NAMES,
        vec![
            TeamEvent::TeamCreated { at: at(), name: "North".into() },
            TeamEvent::TeamRenamed { at: at(), name: "Nordic".into(), previous: "North".into() },
        ],
    );
}

#[test]
fn sign_ins() {
    let fact = UserFact::UserLoggedIn { at: at(), session: id(4), user_agent: Some("Firefox".into()) };
    check_fact(fact.kind(), fact.version(), &fact);
}
