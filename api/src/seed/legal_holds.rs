//! The sample's legal hold: a case about an order, over one of its people.

use pivotal_commands::context::Context;
use pivotal_commands::error::CommandError;
use pivotal_commands::suppression::legal_holds::guard::Holds;
use pivotal_commands::suppression::legal_holds::lift::lift_legal_hold;
use pivotal_commands::suppression::legal_holds::place::{PlaceLegalHold, place_legal_hold};
use pivotal_domain::suppression::legal_holds::LegalHold;
use pivotal_domain::suppression::legal_holds::over::Over;
use uuid::Uuid;

use super::remove::REASON;
use super::{contacts_held, people, seeder};

/// One of the sample's people, by number.
const PERSON: usize = 12;
const CASE: &str = "Case 2026/114";

/// Placed unless a hold stands over them. Answers the position.
pub async fn add(ctx: &Context) -> Result<Option<i64>, CommandError> {
    let Some(contact) = contact(ctx).await? else { return Ok(None) };
    if Holds::read(ctx).await?.contacts.contains_key(&contact) {
        return Ok(None);
    }
    let place = PlaceLegalHold {
        over: Over::Contact(contact),
        reason: "Dispute about order 5512: keep all correspondence.".to_owned(),
        reference: CASE.to_owned(),
        idempotency_key: None,
    };
    Ok(place_legal_hold(ctx, &seeder(), place).await?.position)
}

/// Lifts the sample's own hold, and no other. Answers the position.
pub async fn remove(ctx: &Context) -> Result<Option<i64>, CommandError> {
    let Some(contact) = contact(ctx).await? else { return Ok(None) };
    let Some(hold) = Holds::read(ctx).await?.contacts.get(&contact).copied() else { return Ok(None) };
    let placed = ctx.log.load::<LegalHold>(hold).await?.state.placed;
    if placed.and_then(|placed| placed.reference).as_deref() != Some(CASE) {
        return Ok(None);
    }
    Ok(lift_legal_hold(ctx, &seeder(), hold, REASON).await?.position)
}

async fn contact(ctx: &Context) -> Result<Option<Uuid>, CommandError> {
    let held = contacts_held(ctx).await?;
    Ok(people::all().get(PERSON).and_then(|person| held.get(&person.email)).copied())
}
