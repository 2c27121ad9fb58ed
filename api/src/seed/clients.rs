//! The sample's client: a described organisation with terms, two brands and an empty list.

use pivotal_commands::context::Context;
use pivotal_commands::error::CommandError;
use pivotal_commands::identity::clients::archive::{archive_client, restore_client};
use pivotal_commands::identity::clients::brands::change_brands;
use pivotal_commands::identity::clients::change::change_client;
use pivotal_commands::identity::clients::create::{CreateClient, create_client};
use pivotal_commands::identity::clients::lists::add_list;
use pivotal_commands::identity::clients::terms::set_terms;
use pivotal_commands::lookup::claim_owner;
use pivotal_domain::identity::clients::brands::BrandCommand;
use pivotal_domain::identity::clients::details::Details;
use pivotal_domain::identity::clients::keys;
use pivotal_domain::identity::clients::terms::{DuplicatesWithin, OverDelivery, Pacing, Per, Price, Terms};
use uuid::Uuid;

use super::remove::REASON;
use super::seeder;

/// What the sample's client is called.
pub const NAME: &str = "Norhavn Logistics";
const BRANDS: [&str; 2] = ["Norhavn Freight", "Norhavn Cold Chain"];

/// Makes it, or brings it back as it was left. Answers the last position.
pub async fn add(ctx: &Context) -> Result<Option<i64>, CommandError> {
    let actor = seeder();
    if let Some(id) = held(ctx).await? {
        return Ok(restore_client(ctx, &actor, id).await?.position);
    }
    let input = CreateClient { name: NAME.to_owned(), idempotency_key: None };
    let id = create_client(ctx, &actor, input).await?.id;
    let details = Details {
        legal_name: Some("Norhavn Logistics AS".into()),
        website: Some("norhavn.example".into()),
        country: Some("NO".into()),
        billing_reference: Some("NH-2026-04".into()),
        note: Some("Weekly call on Mondays. Leads are checked by their own team first.".into()),
    };
    change_client(ctx, &actor, id, details).await?;
    let terms = Terms {
        pacing: Some(Pacing { leads: 100, per: Per::Month }),
        price: Some(Price { amount: "42.50".into(), currency: "EUR".into() }),
        cap_per_company: Some(3),
        over_delivery: OverDelivery::Hold,
        duplicates_within: DuplicatesWithin::Client,
        look_back_days: Some(180),
        return_window_days: 14,
    };
    set_terms(ctx, &actor, id, terms, 0).await?;
    for name in BRANDS {
        let brand = BrandCommand::Add { brand: Uuid::now_v7(), name: name.to_owned(), website: None };
        change_brands(ctx, &actor, id, brand).await?;
    }
    Ok(add_list(ctx, &actor, id, Uuid::now_v7(), "Target accounts".to_owned()).await?.position)
}

/// Archives it. Answers the last position.
pub async fn remove(ctx: &Context) -> Result<Option<i64>, CommandError> {
    match held(ctx).await? {
        Some(id) => Ok(archive_client(ctx, &seeder(), id, Some(REASON.to_owned())).await?.position),
        None => Ok(None),
    }
}

/// The sample's client, archived or not.
pub(super) async fn held(ctx: &Context) -> Result<Option<Uuid>, CommandError> {
    claim_owner(ctx, keys::NAME, &NAME.to_lowercase()).await
}
