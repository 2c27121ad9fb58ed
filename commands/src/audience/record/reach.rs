//! How far an actor reaches into accounts and contacts: asked before anything of a record is told, and once more inside
//! the decision, on the state that is decided on.

use cqrs_es::Aggregate;
use pivotal_domain::audience::accounts::Account;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::record::reach::{
    Belonging, KnownOwner, OutOfReach, permission_to_view, reaches,
};
use pivotal_domain::audience::record::state::{RecordState, Standing};
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::identity::policy::Scope;
use pivotal_domain::identity::users::{User, keys};
use pivotal_domain::log::personal::LoggedEvent;
use uuid::Uuid;

use crate::authorise::authorise;
use crate::context::Context;
use crate::error::CommandError;
use crate::lookup::claim_owner;

/// An aggregate that is a record of the audience.
pub trait OfRecord: Aggregate {
    fn record(&self) -> &RecordState;
}

impl OfRecord for Contact {
    fn record(&self) -> &RecordState {
        &self.record
    }
}

impl OfRecord for Account {
    fn record(&self) -> &RecordState {
        &self.record
    }
}

/// Permissions for acts on one record, each with its scope.
#[derive(Debug, Clone)]
pub struct Reach<'a> {
    actor: &'a Actor,
    entity: Entity,
    granted: Vec<(Permission, Scope)>,
    owner: Option<KnownOwner>,
}

/// Refuses who may do none of this to anybody. The answer must still be asked about the record.
pub fn authorise_on<'a>(
    actor: &'a Actor,
    entity: Entity,
    permission: Permission,
) -> Result<Reach<'a>, CommandError> {
    let granted = vec![(permission, authorise(actor, permission)?)];
    Ok(Reach { actor, entity, granted, owner: None })
}

impl Reach<'_> {
    /// A second permission, for what the same act does besides.
    pub fn and(mut self, permission: Permission) -> Result<Self, CommandError> {
        self.granted.push((permission, authorise(self.actor, permission)?));
        Ok(self)
    }

    /// Refuses what is out of reach, before the first word about the record is said: an answer to a repeated request is
    /// one, too. Looks up what [`Self::check`] needs to know.
    pub async fn over<A>(mut self, ctx: &Context, id: Uuid) -> Result<Self, CommandError>
    where
        A: OfRecord,
        A::Event: LoggedEvent,
    {
        let view = self.view();
        if self.granted.iter().map(|(_, scope)| *scope).chain([view]).all(|scope| scope == Scope::All) {
            return Ok(self);
        }
        let loaded = ctx.log.load::<A>(id).await?;
        let record = loaded.state.record();
        self.owner = known_owner(ctx, record.text("owner")).await?;
        self.check(record)?;
        Ok(self)
    }

    /// The rule, on the state that is decided on. An owner who changed since [`Self::over`] counts for nothing.
    pub fn check(&self, record: &RecordState) -> Result<(), CommandError> {
        // Who may see the record is told why not; to everybody else it is not there.
        if record.standing != Standing::Absent && !self.within(self.view(), record) {
            return Err(CommandError::NotFound(format!(
                "There is no {} with this id.",
                self.entity.as_str()
            )));
        }
        match record.standing {
            // The decision says that there is none.
            Standing::Absent => Ok(()),
            Standing::Active | Standing::Archived | Standing::Erased => self.must_reach(record),
        }
    }

    /// For a record that is about to be made: nobody's yet, so any scope short of all takes something to hang it on,
    /// such as a call.
    pub fn to_create(&self) -> Result<(), CommandError> {
        self.must_reach(&RecordState::default())
    }

    fn must_reach(&self, record: &RecordState) -> Result<(), CommandError> {
        match self.granted.iter().find(|(_, scope)| !self.within(*scope, record)) {
            None => Ok(()),
            Some(&(permission, scope)) => Err(CommandError::Forbidden(
                OutOfReach { role: self.actor.role, permission, scope }.to_string(),
            )),
        }
    }

    fn within(&self, scope: Scope, record: &RecordState) -> bool {
        reaches(scope, self.actor, Belonging::of(record), self.owner.as_ref())
    }

    fn view(&self) -> Scope {
        self.actor.scope(permission_to_view(self.entity))
    }
}

/// The user an `owner` names, by id or by email.
pub(super) async fn known_owner(
    ctx: &Context,
    text: Option<&str>,
) -> Result<Option<KnownOwner>, CommandError> {
    let Some(text) = text else { return Ok(None) };
    let user_id = match text.parse::<Uuid>() {
        Ok(id) => Some(id),
        Err(_) => claim_owner(ctx, keys::EMAIL, &text.trim().to_lowercase()).await?,
    };
    let Some(user_id) = user_id else { return Ok(None) };
    let user = ctx.log.load::<User>(user_id).await?.state;
    Ok(Some(KnownOwner { text: text.to_owned(), user_id, team_ids: user.teams }))
}
