//! Whose a record is, and whether a scope of the policy table reaches it.

use uuid::Uuid;

use super::state::RecordState;
use crate::audience::fields::catalogue::Entity;
use crate::identity::actor::Actor;
use crate::identity::permission::Permission;
use crate::identity::policy::Scope;
use crate::identity::role::Role;

/// Who the text in a record's `owner` stands for: looked up by whoever asks, so that the rule stays pure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownOwner {
    /// As the record has it: a user's id or email. Of any other text this says nothing.
    pub text: String,
    pub user_id: Uuid,
    pub team_ids: Vec<Uuid>,
}

/// The policy table allows the act, but not on this record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "Your role, {}, may {} only {}. Ask an administrator if you need to.",
    role.label(), permission.act(), bounds(*scope)
)]
pub struct OutOfReach {
    pub role: Role,
    pub permission: Permission,
    pub scope: Scope,
}

/// What it takes to see records of a kind.
pub const fn permission_to_view(entity: Entity) -> Permission {
    match entity {
        Entity::Contact => Permission::ContactsView,
        Entity::Account => Permission::AccountsView,
    }
}

/// What a record says about whose it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Belonging<'a> {
    pub team: Option<&'a str>,
    pub owner: Option<&'a str>,
}

impl<'a> Belonging<'a> {
    pub fn of(record: &'a RecordState) -> Self {
        Belonging { team: record.text("team"), owner: record.text("owner") }
    }
}

/// May an actor with this scope touch this record?
pub fn reaches(scope: Scope, actor: &Actor, record: Belonging<'_>, owner: Option<&KnownOwner>) -> bool {
    match scope {
        Scope::All => true,
        Scope::Team => is_of_a_team_of(actor, record, owner),
        // An agent's own are the contacts in the agent's queues, and to change one takes a call. Until there are queues
        // and calls that is no record, not even one whose owner field names the agent.
        Scope::Own => false,
        // Client organisations meet the audience through orders and counts, never through a record.
        Scope::Client | Scope::None => false,
    }
}

fn is_of_a_team_of(actor: &Actor, record: Belonging<'_>, owner: Option<&KnownOwner>) -> bool {
    let team = record.team.and_then(|team| team.parse::<Uuid>().ok());
    if team.is_some_and(|team| actor.team_ids.contains(&team)) {
        return true;
    }
    owner.filter(|owner| record.owner == Some(owner.text.as_str())).is_some_and(|owner| {
        owner.user_id == actor.user_id || owner.team_ids.iter().any(|team| actor.team_ids.contains(team))
    })
}

/// Completes "may ... only".
fn bounds(scope: Scope) -> &'static str {
    match scope {
        Scope::All | Scope::None => "as the table of roles says",
        Scope::Team => "if they are owned by you or belong to one of your teams",
        Scope::Own => "during a call, for whom you are talking to",
        Scope::Client => "of your own organisation",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audience::fields::value::FieldValue;
    use crate::audience::record::source::Source;

    const NORTH: Uuid = Uuid::from_u128(1);
    const SOUTH: Uuid = Uuid::from_u128(2);
    const ME: Uuid = Uuid::from_u128(10);
    const COLLEAGUE: Uuid = Uuid::from_u128(11);

    fn of_north(role: Role) -> Actor {
        Actor { user_id: ME, role, team_ids: vec![NORTH], ..Actor::system("ui") }
    }

    fn record(fields: &[(&str, String)]) -> RecordState {
        let fields = fields.iter().map(|(key, text)| ((*key).to_owned(), FieldValue::Text(text.clone())));
        let mut record = RecordState::default();
        record.created(&Source::Ui, chrono::DateTime::UNIX_EPOCH, fields.collect(), &[]);
        record
    }

    fn known(text: &str, user_id: Uuid, team_ids: &[Uuid]) -> KnownOwner {
        KnownOwner { text: text.into(), user_id, team_ids: team_ids.to_vec() }
    }

    #[test]
    fn a_team_reaches_its_records_and_those_of_its_members() {
        let me = of_north(Role::CampaignManager);
        let reaches = |record: &RecordState, owner: Option<KnownOwner>| {
            super::reaches(Scope::Team, &me, Belonging::of(record), owner.as_ref())
        };
        assert!(reaches(&record(&[("team", NORTH.to_string())]), None));
        assert!(reaches(&record(&[("owner", "me".into())]), Some(known("me", ME, &[]))));
        assert!(reaches(&record(&[("owner", "c".into())]), Some(known("c", COLLEAGUE, &[SOUTH, NORTH]))));
        // Nobody's, another team's, another's, a name from a file.
        assert!(!reaches(&record(&[]), None));
        assert!(!reaches(&record(&[("team", SOUTH.to_string())]), None));
        assert!(!reaches(&record(&[("team", "North".into())]), None));
        assert!(!reaches(&record(&[("owner", "c".into())]), Some(known("c", COLLEAGUE, &[SOUTH]))));
        assert!(!reaches(&record(&[("owner", ME.to_string())]), None));
    }

    #[test]
    fn an_owner_looked_up_for_another_state_of_the_record_counts_for_nothing() {
        let me = of_north(Role::CampaignManager);
        let moved = record(&[("owner", "somebody else".into())]);
        assert!(!reaches(Scope::Team, &me, Belonging::of(&moved), Some(&known("me", ME, &[NORTH]))));
        assert!(!reaches(Scope::Team, &me, Belonging::default(), Some(&known("me", ME, &[NORTH]))));
    }

    #[test]
    fn without_queues_and_calls_an_agent_reaches_no_record() {
        let me = of_north(Role::Agent);
        let mine = record(&[("owner", "me".into()), ("team", NORTH.to_string())]);
        let mine = Belonging::of(&mine);
        assert!(!reaches(Scope::Own, &me, mine, Some(&known("me", ME, &[NORTH]))));
        assert!(!reaches(Scope::Client, &me, mine, None));
        assert!(!reaches(Scope::None, &me, mine, None));
        assert!(reaches(Scope::All, &me, Belonging::default(), None));
    }

    #[test]
    fn a_refusal_says_how_far_the_role_reaches() {
        let refused = OutOfReach {
            role: Role::CampaignManager,
            permission: Permission::ContactsArchive,
            scope: Scope::Team,
        };
        assert_eq!(
            refused.to_string(),
            "Your role, Campaign manager, may archive or restore contacts only if they are owned by you or belong to one of your teams. Ask an administrator if you need to."
        );
    }
}
