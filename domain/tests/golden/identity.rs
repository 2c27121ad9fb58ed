use chrono::{DateTime, TimeZone, Utc};
use pivotal_domain::identity::access_rules::SecondStepFor;
use pivotal_domain::identity::access_rules::events::AccessRulesEvent;
use pivotal_domain::identity::api_keys::events::ApiKeyEvent;
use pivotal_domain::identity::clients::details::Details;
use pivotal_domain::identity::clients::events::ClientEvent;
use pivotal_domain::identity::clients::lists::Filling;
use pivotal_domain::identity::clients::terms::{DuplicatesWithin, OverDelivery, Pacing, Per, Price, Terms};
use pivotal_domain::identity::clients::viewing;
use pivotal_domain::identity::invitations::events::InvitationEvent;
use pivotal_domain::identity::notifications::digest::{DigestSchedule, Every, MailPreferences};
use pivotal_domain::identity::notifications::events::NotificationEvent;
use pivotal_domain::identity::notifications::facts::{
    AllRead, NOTIFICATIONS_ALL_READ, NOTIFICATIONS_ALL_READ_VERSION, NOTIFICATIONS_READ,
    NOTIFICATIONS_READ_VERSION, NotificationFact, SomeRead,
};
use pivotal_domain::identity::role::Role;
use pivotal_domain::identity::teams::events::TeamEvent;
use pivotal_domain::identity::users::events::{EmailChange, PasswordChange, SecondFactorEnd, UserEvent};
use pivotal_domain::identity::users::facts::{SessionsEnd, UserFact};
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
            UserEvent::UserSecondFactorEnabled { at: at() },
            UserEvent::UserSecondFactorDisabled { at: at(), how: SecondFactorEnd::Own },
            UserEvent::UserRecoveryCodesRenewed { at: at() },
            UserEvent::UserRecoveryCodeUsed { at: at(), left: 9 },
            UserEvent::UserEmailChangeAsked { at: at(), email: "ada@example.org".into(), until: at() },
            UserEvent::UserEmailChanged {
                at: at(),
                email: "ada@example.org".into(),
                previous: "ada@example.com".into(),
                how: EmailChange::Own,
                back_until: Some(at()),
            },
        ],
    );
}

#[test]
fn access_rules() {
    check(
        AccessRulesEvent::NAMES,
        vec![AccessRulesEvent::SecondStepRequired {
            at: at(),
            of: SecondStepFor::Admins,
            previous: SecondStepFor::Nobody,
        }],
    );
}

#[test]
fn api_keys() {
    check(
        ApiKeyEvent::NAMES,
        vec![
            ApiKeyEvent::ApiKeyCreated {
                at: at(),
                user_id: id(4),
                name: "Warehouse sync".into(),
                prefix: "pvk_1a2b3c4d".into(),
                scopes: vec!["CONTACTS_VIEW".into()],
                expires_at: Some(at()),
            },
            ApiKeyEvent::ApiKeyRevoked { at: at() },
        ],
    );
}

#[test]
fn invitations() {
    check(
        InvitationEvent::NAMES,
        vec![
            InvitationEvent::InvitationSent {
                at: at(),
                email: "ada@example.com".into(),
                role: Role::ClientUser,
                client_id: Some(id(1)),
                teams: vec![id(2)],
                expires_at: at(),
            },
            InvitationEvent::InvitationResent { at: at(), round: 2, expires_at: at() },
            InvitationEvent::InvitationRevoked { at: at() },
            InvitationEvent::InvitationAccepted { at: at(), user_id: id(4) },
        ],
    );
}

fn details() -> Details {
    Details {
        legal_name: Some("Northwind AS".into()),
        website: Some("northwind.example".into()),
        country: None,
        billing_reference: Some("NW-17".into()),
        note: Some("Calls on Mondays.".into()),
    }
}

fn terms() -> Terms {
    Terms {
        pacing: Some(Pacing { leads: 100, per: Per::Month }),
        price: Some(Price { amount: "37.50".into(), currency: "EUR".into() }),
        cap_per_company: Some(3),
        over_delivery: OverDelivery::Hold,
        duplicates_within: DuplicatesWithin::Client,
        look_back_days: Some(180),
        return_window_days: 14,
    }
}

#[test]
fn clients() {
    check(
        ClientEvent::NAMES,
        vec![
            ClientEvent::ClientCreated { at: at(), name: "Northwind".into() },
            ClientEvent::ClientRenamed { at: at(), name: "Southwind".into(), previous: "Northwind".into() },
            ClientEvent::ClientDetailsChanged {
                at: at(),
                details: Details { country: Some("NO".into()), ..details() },
                previous: details(),
            },
            ClientEvent::ClientOwnerChanged { at: at(), owner: Some(id(2)), previous: None },
            ClientEvent::ClientArchived { at: at(), reason: Some("contract ended".into()), owner: None },
            ClientEvent::ClientRestored { at: at(), owner: None },
            ClientEvent::ClientTermsSet { at: at(), version: 1, terms: terms() },
            ClientEvent::ClientTermsWithdrawn { at: at(), version: 2 },
            ClientEvent::ClientBrandAdded {
                at: at(),
                brand: id(3),
                name: "Fjord".into(),
                website: Some("fjord.example".into()),
            },
            ClientEvent::ClientBrandChanged {
                at: at(),
                brand: id(3),
                name: "Fjell".into(),
                website: None,
                previous: "Fjord".into(),
                previous_website: Some("fjord.example".into()),
            },
            ClientEvent::ClientBrandArchived { at: at(), brand: id(3) },
            ClientEvent::ClientBrandRestored { at: at(), brand: id(3) },
            ClientEvent::ClientListAdded { at: at(), list: id(4), name: "Targets".into() },
            ClientEvent::ClientListRenamed {
                at: at(),
                list: id(4),
                name: "Nordic targets".into(),
                previous: "Targets".into(),
            },
            ClientEvent::ClientListFilled {
                at: at(),
                list: id(4),
                filling: Filling {
                    at: at(),
                    entries: 120,
                    file_name: "targets.csv".into(),
                    file_key: "client-list/2026/01/x".into(),
                },
            },
            ClientEvent::ClientListUnfilled { at: at(), list: id(4), filling: None },
            ClientEvent::ClientListRemoved { at: at(), list: id(4) },
            ClientEvent::ClientListRestored {
                at: at(),
                list: id(4),
                name: "Nordic targets".into(),
                filling: Some(Filling {
                    at: at(),
                    entries: 120,
                    file_name: "targets.csv".into(),
                    file_key: "client-list/2026/01/x".into(),
                }),
            },
            ClientEvent::ClientViewed {
                at: at(),
                viewer: id(2),
                reason: "They cannot find their leads".into(),
                until: at() + viewing::LASTS,
            },
            ClientEvent::ClientViewEnded { at: at(), viewer: id(2) },
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
            TeamEvent::TeamArchived { at: at() },
            TeamEvent::TeamRestored { at: at() },
        ],
    );
}

#[test]
fn sign_ins() {
    let fact = UserFact::UserLoggedIn { at: at(), session: id(4), user_agent: Some("Firefox".into()) };
    check_fact(fact.kind(), fact.version(), &fact);
    let fact =
        UserFact::UserSessionsEnded { at: at(), sessions: vec![id(4)], because: SessionsEnd::TokenReused };
    check_fact(fact.kind(), fact.version(), &fact);
}

#[test]
fn notifications() {
    let (in_app_off, previous) = (vec!["import_ended".into()], vec!["view_shared".into()]);
    let digest = DigestSchedule { every: Every::Weekly, hour: 7, time_zone: "Europe/Copenhagen".to_owned() };
    let mail = MailPreferences {
        at_once: vec!["tasks_assigned".into()],
        digest_off: vec!["view_shared".into()],
        digest,
    };
    check(
        NotificationEvent::NAMES,
        vec![
            NotificationEvent::NotificationPreferencesSet { at: at(), in_app_off, previous },
            NotificationEvent::NotificationMailSet { at: at(), mail, previous: MailPreferences::default() },
        ],
    );
    let read = SomeRead { user: id(4), ids: vec![7, 12], at: at() };
    let fact = NotificationFact::NotificationsRead(read);
    check_fact(NOTIFICATIONS_READ, NOTIFICATIONS_READ_VERSION, &fact);
    let fact = NotificationFact::NotificationsAllRead(AllRead { user: id(4), at: at() });
    check_fact(NOTIFICATIONS_ALL_READ, NOTIFICATIONS_ALL_READ_VERSION, &fact);
}
