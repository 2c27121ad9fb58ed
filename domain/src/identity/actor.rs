//! Who does something: the first argument of every command and scoped query.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::permission::Permission;
use super::policy::{Grant, Scope, allowed};
use super::role::Role;
use crate::log::metadata::Metadata;

/// A person (or the system) at work, with where the request came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Nil for the system.
    pub user_id: Uuid,
    pub name: String,
    pub email: String,
    pub role: Role,
    pub team_ids: Vec<Uuid>,
    /// Set for client users, and for nobody else.
    pub client_id: Option<Uuid>,
    pub request_id: Option<Uuid>,
    /// `ui`, `api`, `import:<id>`, `automation:<id>`, `webhook:<provider>`, `undo:<position>`, `system`.
    pub source: String,
    pub ip: Option<String>,
    /// Set when a program speaks for the user with a key: then nothing is permitted but what the key is for.
    pub key: Option<HeldKey>,
    /// Set while one of ours sees what a client's people see: role and organisation are a client user's then, and nothing can be changed.
    pub viewing: Option<Viewing>,
    /// A second step is required of them and they have none: they may set it up, and nothing else.
    pub owes_second_step: bool,
}

/// Somebody views as a client. Who it is, the actor's id says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Viewing {
    pub until: DateTime<Utc>,
}

/// The API key a request came with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldKey {
    pub id: Uuid,
    pub scopes: Vec<Permission>,
}

/// The policy table, or the key, says no. The message says what was refused and to whom it is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Forbidden {
    #[error("Your role, {}, may not {}. Ask an administrator if you need to.", .role.label(), .permission.act())]
    Role { role: Role, permission: Permission },
    /// Whatever the role of its maker may.
    #[error("This API key may not {}: {} is not among its scopes. Make a key that has it.", .0.act(), .0.as_str())]
    Key(Permission),
    /// Whatever the client's people may.
    #[error("You are viewing as a client and may look only. Leave the view to change anything.")]
    Viewing,
}

impl Actor {
    /// For what no person asked for: seeds, recurring jobs, the command line. May do everything.
    pub fn system(source: impl Into<String>) -> Self {
        Actor {
            user_id: Uuid::nil(),
            name: "System".into(),
            email: String::new(),
            role: Role::Admin,
            team_ids: Vec::new(),
            client_id: None,
            request_id: None,
            source: source.into(),
            ip: None,
            key: None,
            viewing: None,
            owes_second_step: false,
        }
    }

    /// As one of the client's people, who may look and nothing else.
    pub fn seeing_as(self, client: Uuid, until: DateTime<Utc>) -> Self {
        Actor {
            role: Role::ClientUser,
            team_ids: Vec::new(),
            client_id: Some(client),
            viewing: Some(Viewing { until }),
            ..self
        }
    }

    pub fn is_system(&self) -> bool {
        self.user_id.is_nil()
    }

    /// How far this actor's permission reaches.
    ///
    /// A client user without an organisation has none: the rules forbid such a user, and a mistake must not open a door.
    pub fn scope(&self, permission: Permission) -> Scope {
        if self.is_beyond_key(permission) || self.is_beyond_view(permission) {
            return Scope::None;
        }
        match allowed(self.role, permission) {
            Scope::Client if self.client_id.is_none() => Scope::None,
            scope => scope,
        }
    }

    /// The scope, or the refusal. For scopes other than [`Scope::All`] the caller must narrow what it touches.
    pub fn require(&self, permission: Permission) -> Result<Scope, Forbidden> {
        match self.scope(permission) {
            Scope::None => Err(self.refusal(permission)),
            scope => Ok(scope),
        }
    }

    /// For acts that have no narrower meaning: refuses everything short of [`Scope::All`].
    pub fn require_all(&self, permission: Permission) -> Result<(), Forbidden> {
        match self.scope(permission) {
            Scope::All => Ok(()),
            _ => Err(self.refusal(permission)),
        }
    }

    /// Everything this actor may do.
    pub fn grants(&self) -> Vec<Grant> {
        let all =
            Permission::ALL.iter().map(|&permission| Grant { permission, scope: self.scope(permission) });
        all.filter(|grant| grant.scope != Scope::None).collect()
    }

    /// Why something is refused that this actor may not do.
    pub fn refusal(&self, permission: Permission) -> Forbidden {
        match self.is_beyond_key(permission) {
            true => Forbidden::Key(permission),
            false if self.is_beyond_view(permission) => Forbidden::Viewing,
            false => Forbidden::Role { role: self.role, permission },
        }
    }

    fn is_beyond_view(&self, permission: Permission) -> bool {
        self.viewing.is_some() && !permission.is_reading()
    }

    fn is_beyond_key(&self, permission: Permission) -> bool {
        self.key.as_ref().is_some_and(|key| !key.scopes.contains(&permission))
    }

    /// What is written beside every event this actor causes.
    pub fn metadata(&self) -> Metadata {
        let (actor, role) = match self.is_system() {
            true => ("system".to_owned(), "system".to_owned()),
            false => (self.user_id.to_string(), self.role.as_str().to_owned()),
        };
        Metadata {
            actor,
            role,
            source: self.source.clone(),
            request_id: self.request_id,
            correlation: None,
            causation: None,
            ip: self.ip.clone(),
            restored_from: None,
            key: self.key.as_ref().map(|key| key.id),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn actor(role: Role, client_id: Option<Uuid>) -> Actor {
        Actor {
            user_id: Uuid::from_u128(7),
            role,
            client_id,
            ip: Some("192.0.2.1".into()),
            ..Actor::system("ui")
        }
    }

    #[test]
    fn a_client_user_without_an_organisation_may_do_nothing() {
        assert_eq!(actor(Role::ClientUser, None).scope(Permission::UsersView), Scope::None);
        assert_eq!(
            actor(Role::ClientUser, Some(Uuid::from_u128(1))).scope(Permission::UsersView),
            Scope::Client
        );
    }

    #[test]
    fn a_refusal_names_the_role_and_the_act() {
        let refused = actor(Role::QaAnalyst, None).require(Permission::ContactsEdit).unwrap_err();
        assert_eq!(
            refused.to_string(),
            "Your role, QA analyst, may not create or edit contacts. Ask an administrator if you need to."
        );
    }

    #[test]
    fn a_narrow_scope_is_not_enough_where_all_is_required() {
        assert!(actor(Role::Agent, None).require(Permission::ContactsEdit).is_ok());
        assert!(actor(Role::Agent, None).require_all(Permission::ContactsEdit).is_err());
    }

    #[test]
    fn with_a_key_nothing_is_permitted_but_its_scopes_and_never_more_than_the_role() {
        let key = HeldKey {
            id: Uuid::from_u128(9),
            scopes: vec![Permission::ContactsView, Permission::UsersManage],
        };
        let program = Actor { key: Some(key), ..actor(Role::QaAnalyst, None) };
        assert_eq!(program.scope(Permission::ContactsView), Scope::All);
        assert_eq!(program.scope(Permission::AccountsView), Scope::None);
        assert_eq!(program.scope(Permission::UsersManage), Scope::None, "the role has not got it");
        assert_eq!(program.require(Permission::AccountsView), Err(Forbidden::Key(Permission::AccountsView)));
        assert_eq!(
            program.require_all(Permission::UsersManage),
            Err(Forbidden::Role { role: Role::QaAnalyst, permission: Permission::UsersManage })
        );
        let grants = program.grants();
        assert_eq!(grants, [Grant { permission: Permission::ContactsView, scope: Scope::All }]);
        assert_eq!(program.metadata().key, Some(Uuid::from_u128(9)));
    }

    #[test]
    fn who_views_as_a_client_sees_what_its_people_see_and_changes_nothing() {
        let (client, until) = (Uuid::from_u128(1), DateTime::UNIX_EPOCH);
        let viewer = actor(Role::Admin, None).seeing_as(client, until);
        let theirs = actor(Role::ClientUser, Some(client));
        for permission in Permission::ALL {
            match permission.is_reading() {
                true => assert_eq!(viewer.scope(*permission), theirs.scope(*permission), "{permission}"),
                false => assert_eq!(viewer.require(*permission), Err(Forbidden::Viewing), "{permission}"),
            }
        }
        assert_eq!(viewer.user_id, Uuid::from_u128(7), "who it is, is not hidden");
        assert_eq!(viewer.scope(Permission::OrdersView), Scope::Client);
        assert_eq!(viewer.scope(Permission::ContactsView), Scope::None);
    }

    #[test]
    fn metadata_says_who_from_where() {
        let metadata = actor(Role::DataOps, None).metadata();
        assert_eq!(
            (metadata.actor.as_str(), metadata.role.as_str(), metadata.source.as_str()),
            ("00000000-0000-0000-0000-000000000007", "data_ops", "ui")
        );
        assert_eq!(metadata.ip.as_deref(), Some("192.0.2.1"));
        assert_eq!(Actor::system("system").metadata(), Metadata::system("system"));
    }
}
