//! Who may do what, and on whose records. The server decides with it and the web app hides by it.

use std::fmt;

use super::permission::Permission;
use super::policy_table::{Cell, TABLE};
use super::role::Role;

/// Whose records a permission reaches. The feature says what "own" and "team" mean for its records.
#[must_use = "a permission without its scope is half the answer: narrow by it, or ask for all"]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Everybody's.
    All,
    /// Those of the actor's teams.
    Team,
    /// The actor's own.
    Own,
    /// Those of the actor's client organisation.
    Client,
    /// Nothing: not permitted.
    None,
}

impl Scope {
    pub fn letter(self) -> &'static str {
        match self {
            Scope::All => "A",
            Scope::Team => "T",
            Scope::Own => "O",
            Scope::Client => "C",
            Scope::None => "-",
        }
    }

    /// As sent to the web app.
    pub fn as_str(self) -> &'static str {
        match self {
            Scope::All => "ALL",
            Scope::Team => "TEAM",
            Scope::Own => "OWN",
            Scope::Client => "CLIENT",
            Scope::None => "NONE",
        }
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One line of what a role may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grant {
    pub permission: Permission,
    pub scope: Scope,
}

/// How far the role's permission reaches; [`Scope::None`] when it has none.
pub fn allowed(role: Role, permission: Permission) -> Scope {
    for row in TABLE {
        let slot = row.slots.iter().position(|slot| slot.contains(&permission));
        if let Some(slot) = slot {
            return scope_in(&row.cells[role as usize], slot, permission);
        }
    }
    // Unreachable while the test holds that every permission stands in the table once; closed if it ever does not.
    Scope::None
}

/// Everything the role may do, for the web app.
pub fn grants(role: Role) -> Vec<Grant> {
    let all =
        Permission::ALL.iter().map(|&permission| Grant { permission, scope: allowed(role, permission) });
    all.filter(|grant| grant.scope != Scope::None).collect()
}

/// The table as Markdown, as it stands in the product's rules.
pub fn markdown() -> String {
    let roles: Vec<&str> = Role::ALL.iter().map(|role| role.as_str()).collect();
    let mut out =
        format!("| resource | {} |\n|{}\n", roles.join(" | "), " --- |".repeat(Role::ALL.len() + 1));
    for row in TABLE {
        let cells: Vec<String> = row.cells.iter().map(cell_text).collect();
        out.push_str(&format!("| {} | {} |\n", row.resource, cells.join(" | ")));
    }
    out
}

fn scope_in(cell: &Cell, slot: usize, permission: Permission) -> Scope {
    match cell {
        Cell::Same(scope) => *scope,
        Cell::Each(scopes) => scopes.get(slot).copied().unwrap_or(Scope::None),
        Cell::Said(_, scopes) => {
            scopes.iter().find(|(of, _)| *of == permission).map_or(Scope::None, |(_, scope)| *scope)
        }
    }
}

fn cell_text(cell: &Cell) -> String {
    match cell {
        Cell::Same(scope) => scope.letter().to_owned(),
        Cell::Each(scopes) => scopes.iter().map(|scope| scope.letter()).collect::<Vec<_>>().join("/"),
        Cell::Said(words, _) => (*words).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_the_one_in_the_rules() {
        assert_eq!(markdown(), include_str!("policy.md"), "change policy.md together with the table");
    }

    #[test]
    fn every_permission_stands_in_the_table_exactly_once() {
        for permission in Permission::ALL {
            let rows = TABLE
                .iter()
                .flat_map(|row| row.slots.iter())
                .filter(|slot| slot.contains(permission))
                .count();
            assert_eq!(rows, 1, "{permission}");
        }
    }

    #[test]
    fn cells_speak_only_of_their_row_and_fill_its_slots() {
        for row in TABLE {
            for cell in &row.cells {
                match cell {
                    Cell::Same(_) => {}
                    Cell::Each(scopes) => assert_eq!(scopes.len(), row.slots.len(), "{}", row.resource),
                    Cell::Said(_, scopes) => {
                        for (permission, _) in *scopes {
                            assert!(
                                row.slots.iter().any(|slot| slot.contains(permission)),
                                "{}: {permission}",
                                row.resource
                            );
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn an_admin_may_do_everything() {
        for permission in Permission::ALL {
            assert_eq!(allowed(Role::Admin, *permission), Scope::All, "{permission}");
        }
    }

    #[test]
    fn a_client_user_never_reaches_beyond_the_own_organisation() {
        for grant in grants(Role::ClientUser) {
            assert_eq!(grant.scope, Scope::Client, "{}", grant.permission);
        }
        for closed in [
            Permission::ContactsView,
            Permission::AccountsView,
            Permission::ImportsRun,
            Permission::UsersManage,
            Permission::AuditView,
        ] {
            assert_eq!(allowed(Role::ClientUser, closed), Scope::None, "{closed}");
        }
    }

    #[test]
    fn only_client_users_have_client_scope() {
        for role in Role::ALL.into_iter().filter(|role| !role.is_client()) {
            assert!(grants(role).iter().all(|grant| grant.scope != Scope::Client), "{role}");
        }
    }

    #[test]
    fn some_cells_of_the_rules() {
        assert_eq!(allowed(Role::CampaignManager, Permission::ContactsArchive), Scope::Team);
        assert_eq!(allowed(Role::QaAnalyst, Permission::ContactsEdit), Scope::None);
        assert_eq!(allowed(Role::DataOps, Permission::ImportsRun), Scope::All);
        assert_eq!(allowed(Role::CampaignManager, Permission::ImportsRun), Scope::None);
        assert_eq!(allowed(Role::Agent, Permission::ContactsView), Scope::Own);
        let tasks = |role| (allowed(role, Permission::TasksView), allowed(role, Permission::TasksEdit));
        assert_eq!(tasks(Role::DataOps), (Scope::All, Scope::All));
        assert_eq!(tasks(Role::QaAnalyst), (Scope::All, Scope::Own));
        assert_eq!(tasks(Role::Agent), (Scope::Own, Scope::Own));
        assert_eq!(tasks(Role::ClientUser), (Scope::None, Scope::None));
        assert_eq!(allowed(Role::ClientUser, Permission::LeadsView), Scope::Client);
        assert_eq!(allowed(Role::ClientUser, Permission::LeadsDecide), Scope::None);
        // "users, clients, settings, API keys": administrators; a client's people, their own organisation.
        for role in [Role::CampaignManager, Role::DataOps, Role::QaAnalyst, Role::Agent] {
            for closed in [Permission::ClientsView, Permission::ClientsViewAs, Permission::UsersView] {
                assert_eq!(allowed(role, closed), Scope::None, "{role} {closed}");
            }
        }
        assert_eq!(allowed(Role::ClientUser, Permission::ClientsView), Scope::Client);
    }
}
