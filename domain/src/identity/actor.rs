//! Who does something: the first argument of every command and scoped query.

use uuid::Uuid;

use super::permission::Permission;
use super::policy::{Scope, allowed};
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
}

/// The policy table says no. The message says what was refused and to whom it is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("Your role, {}, may not {}. Ask an administrator if you need to.", role.label(), permission.act())]
pub struct Forbidden {
    pub role: Role,
    pub permission: Permission,
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
        }
    }

    pub fn is_system(&self) -> bool {
        self.user_id.is_nil()
    }

    /// How far this actor's permission reaches.
    ///
    /// A client user without an organisation has none: the rules forbid such a user, and a mistake must not open a door.
    pub fn scope(&self, permission: Permission) -> Scope {
        match allowed(self.role, permission) {
            Scope::Client if self.client_id.is_none() => Scope::None,
            scope => scope,
        }
    }

    /// The scope, or the refusal. For scopes other than [`Scope::All`] the caller must narrow what it touches.
    pub fn require(&self, permission: Permission) -> Result<Scope, Forbidden> {
        match self.scope(permission) {
            Scope::None => Err(Forbidden { role: self.role, permission }),
            scope => Ok(scope),
        }
    }

    /// For acts that have no narrower meaning: refuses everything short of [`Scope::All`].
    pub fn require_all(&self, permission: Permission) -> Result<(), Forbidden> {
        match self.scope(permission) {
            Scope::All => Ok(()),
            _ => Err(Forbidden { role: self.role, permission }),
        }
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
