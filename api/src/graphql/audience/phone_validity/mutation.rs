//! Asking for a run, and stopping it.

use async_graphql::{Context, InputObject, Object, Result, SimpleObject};
use pivotal_commands::audience::phone_validity::cancel::cancel_lookup;
use pivotal_commands::audience::phone_validity::start::{LookUpPhones, look_up_phones};
use pivotal_domain::audience::exports::list::ListFilter;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::phone_validity::keep::Which;
use pivotal_projections::audience::phone_validity::SPEC;
use uuid::Uuid;

use super::query::one;
use super::types::{LookedUpPhone, PhoneLookup};
use crate::errors::{ApiError, ApiResult, BAD_FILTER};
use crate::graphql::audience::accounts::types::AccountFilter;
use crate::graphql::audience::bulk::input::but_for;
use crate::graphql::audience::contacts::types::ContactFilter;
use crate::graphql::audience::exports::types::list_filter;
use crate::graphql::freshness::stale_at;
use crate::graphql::payload::{UserError, run};
use crate::graphql::{actor, core};
use crate::policy::directive::allow;

#[derive(Default)]
pub struct PhoneLookupMutation;

/// Which contacts, or with MAIN_PHONE which accounts: `ids` one by one (at most 10,000), or else all that the list with this filter shows,
/// but for those in `except`.
#[derive(Debug, InputObject)]
pub struct PhoneLookupStartInput {
    pub ids: Option<Vec<Uuid>>,
    /// Of contacts. With `importId`: what the import made or changed.
    pub filter: Option<ContactFilter>,
    /// The same of accounts; with MAIN_PHONE.
    pub accounts: Option<AccountFilter>,
    pub except: Option<Vec<Uuid>>,
    /// Which of their numbers.
    pub which: LookedUpPhone,
    /// Asks anew, and pays again, for what is known from before.
    #[graphql(default)]
    pub again: bool,
    /// The number the person saw counted; shown beside the number that is found.
    pub expected: Option<i64>,
    pub idempotency_key: Option<String>,
}

#[derive(Debug, InputObject)]
pub struct PhoneLookupCancelInput {
    pub id: Uuid,
}

#[derive(Debug, SimpleObject)]
pub struct PhoneLookupPayload {
    /// Under which it is followed: there even when the read side does not know the run yet, and `lookup` is null.
    pub id: Option<Uuid>,
    pub lookup: Option<PhoneLookup>,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[Object]
impl PhoneLookupMutation {
    /// Looks phones of contacts or accounts up at a carrier service, as a job; what is found out is written to them. Each question may cost
    /// money: a number is asked about once in 90 days unless `again`, and never one that no numbering plan has.
    #[graphql(directive = allow::apply("PHONES_LOOK_UP".into()))]
    async fn phone_lookup_start(
        &self,
        ctx: &Context<'_>,
        input: PhoneLookupStartInput,
    ) -> Result<PhoneLookupPayload> {
        let (core, actor) = (core(ctx), actor(ctx)?);
        let except = input.except.unwrap_or_default();
        let which = Which::from(input.which);
        let of_others = match which.entity() {
            Entity::Contact => input.accounts.is_some(),
            Entity::Account => input.filter.is_some(),
        };
        if of_others {
            // Taken for no filter, it would have all of them looked up, and paid for.
            let message = "The filter is of the other list. Give `accounts` with MAIN_PHONE, and `filter` with a contact's phone.";
            return Err(ApiError::new(BAD_FILTER, message).into());
        }
        let filter = match input.ids {
            Some(ids) => ListFilter { ids: Some(but_for(ids, &except)), ..ListFilter::default() },
            None => {
                let mut filter =
                    list_filter(core, actor, which.entity(), input.filter, input.accounts).await?;
                filter.except.extend(except);
                filter
            }
        };
        let look_up = LookUpPhones {
            filter,
            expected: input.expected.and_then(|count| u64::try_from(count).ok()),
            again: input.again,
            which,
            provider: core.config.phone_lookup.provider.name(),
        };
        let key = input.idempotency_key;
        let done = run(ctx, move |context, actor| async move {
            look_up_phones(&context, &actor, look_up, key.as_deref()).await
        });
        Ok(payload(ctx, done.await?.map(|started| (started.id, started.position))).await?)
    }

    /// Stops after the chunk that is being looked at; what was found out stays.
    #[graphql(directive = allow::apply("PHONES_LOOK_UP".into()))]
    async fn phone_lookup_cancel(
        &self,
        ctx: &Context<'_>,
        input: PhoneLookupCancelInput,
    ) -> Result<PhoneLookupPayload> {
        let id = input.id;
        let done = run(ctx, move |context, actor| async move { cancel_lookup(&context, &actor, id).await });
        Ok(payload(ctx, done.await?.map(|()| (id, None))).await?)
    }
}

async fn payload(
    ctx: &Context<'_>,
    done: Result<(Uuid, Option<i64>), Vec<UserError>>,
) -> ApiResult<PhoneLookupPayload> {
    let (id, position) = match done {
        Ok(done) => done,
        Err(user_errors) => {
            return Ok(PhoneLookupPayload { id: None, lookup: None, position: None, user_errors });
        }
    };
    let stale = match position {
        Some(position) => stale_at(core(ctx), &[SPEC.name], position).await?,
        None => false,
    };
    let lookup = if stale { None } else { one(core(ctx), actor(ctx)?, id).await? };
    Ok(PhoneLookupPayload { id: Some(id), lookup, position, user_errors: Vec::new() })
}
