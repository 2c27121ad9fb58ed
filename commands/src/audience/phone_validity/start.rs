//! Asking for a run over contacts or accounts.

use pivotal_domain::audience::exports::list::ListFilter;
use pivotal_domain::audience::phone_validity::error::PhoneLookupError;
use pivotal_domain::audience::phone_validity::facts::{Asked, PhoneLookupFact};
use pivotal_domain::audience::phone_validity::keep::Which;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::permission::Permission;
use uuid::Uuid;

use super::Lookup;
use super::run::RunLookup;
use crate::audience::contact_runs::start::{Started, Starting, named, start};
use crate::audience::record::asker::Asker;
use crate::authorise::authorise;
use crate::context::Context;
use crate::error::CommandError;
use crate::execute::Repeatable;

#[derive(Debug, Clone)]
pub struct LookUpPhones {
    /// Which contacts or accounts, as their list takes it.
    pub filter: ListFilter,
    /// The number that whoever asks saw counted.
    pub expected: Option<u64>,
    /// Asks anew what is known from before.
    pub again: bool,
    /// Which of their numbers; of accounts there is one.
    pub which: Which,
    /// Who is asked, as the deployment is set up; none where nobody is.
    pub provider: Option<&'static str>,
}

/// `idempotency_key`: the same request again is answered with the run that it made.
pub async fn look_up_phones(
    ctx: &Context,
    actor: &Actor,
    input: LookUpPhones,
    idempotency_key: Option<&str>,
) -> Result<Started, CommandError> {
    authorise(actor, Permission::PhonesLookUp).map(drop)?;
    let named = named::<Lookup>(&input.filter)?;
    let Some(provider) = input.provider.map(str::to_owned) else {
        return Err(PhoneLookupError::Off.into());
    };
    let repeatable = Repeatable::new(&actor.user_id.to_string(), idempotency_key, &input);
    let (id, job, at) = (Uuid::now_v7(), Uuid::now_v7(), ctx.now());
    let LookUpPhones { filter, expected, again, which, .. } = input;
    let asked = Asked {
        at,
        by: actor.user_id,
        job,
        by_ids: named.is_some(),
        expected,
        import: filter.import_id,
        again,
        which,
        provider: provider.clone(),
    };
    let payload = RunLookup {
        run: id,
        asker: Asker::of(actor),
        filter: Some(filter),
        which,
        again,
        asked_at: at,
        provider,
    };
    let asked = PhoneLookupFact::PhoneLookupAsked(asked);
    let starting: Starting<Lookup, _> = Starting { run: id, job, asked, payload, named };
    start(ctx, actor, starting, repeatable).await
}
