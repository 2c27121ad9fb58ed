//! A campaign of the sample: a draft with an audience, a content and hours, from a sender of the test mailbox, in the name of a brand by
//! which it is found again.

use std::collections::BTreeMap;
use std::sync::Arc;

use pivotal_commands::campaigns::campaigns::archive::archive_campaign;
use pivotal_commands::campaigns::campaigns::create::{CreateCampaign, create_campaign};
use pivotal_commands::campaigns::campaigns::define_content::define_content;
use pivotal_commands::campaigns::campaigns::define_schedule::define_schedule;
use pivotal_commands::context::Context;
use pivotal_commands::email::senders::Accounts;
use pivotal_commands::email::senders::archive::archive_sender;
use pivotal_commands::email::senders::brands::{archive_brand, create_brand, restore_brand};
use pivotal_commands::email::senders::create::create_sender;
use pivotal_commands::error::CommandError;
use pivotal_commands::lookup::{Key, claim_owner, key_owners};
use pivotal_domain::audience::exports::list::ListFilter;
use pivotal_domain::campaigns::campaigns::audience::Source;
use pivotal_domain::campaigns::campaigns::content::{EmailContent, Variant};
use pivotal_domain::campaigns::campaigns::keys as campaigns;
use pivotal_domain::campaigns::campaigns::schedule::{Schedule, Windows};
use pivotal_domain::campaigns::campaigns::state::Channel;
use pivotal_domain::email::senders::brand::Look;
use pivotal_domain::email::senders::keys as senders;
use pivotal_domain::email::senders::provider::Account;
use pivotal_domain::email::senders::setup::Draft;
use pivotal_log::append::Lane;
use serde_json::json;
use uuid::Uuid;

use super::{email_templates, seeder};

pub(super) const BRAND: &str = "Northwind Demand";
pub(super) const FROM_DOMAIN: &str = "northwind.example";

/// Makes what is not there. Answers the last position.
pub async fn add(ctx: &Context) -> Result<Option<i64>, CommandError> {
    let Some(template) = email_templates::found(ctx).await? else { return Ok(None) };
    let brand = match brand(ctx).await? {
        Some(brand) if first(ctx, (campaigns::OF_BRAND, brand)).await?.is_some() => return Ok(None),
        Some(brand) => restore_brand(ctx, &seeder(), brand).await?.id,
        None => {
            let look = Look { name: BRAND.to_owned(), logo_url: None, colour: Some("#0b5cad".to_owned()) };
            create_brand(ctx, &seeder(), look, None).await?.id
        }
    };
    let sender = match first(ctx, (senders::OF_BRAND, brand)).await? {
        Some(sender) => sender,
        None => create_sender(ctx, &accounts(), &seeder(), sender(brand), None).await?.id,
    };
    let input = CreateCampaign {
        channel: Channel::Email,
        name: "Webinar for teams in DACH".to_owned(),
        brand,
        client: None,
        include: vec![in_dach()],
        idempotency_key: None,
    };
    let made = create_campaign(ctx, &seeder(), input).await?;
    define_content(ctx, &seeder(), made.id, content(sender, template)).await?;
    Ok(define_schedule(ctx, &seeder(), made.id, office_hours()).await?.position)
}

/// Archives it with its sender and its brand. Answers the last position.
pub async fn remove(ctx: &Context) -> Result<Option<i64>, CommandError> {
    let Some(brand) = brand(ctx).await? else { return Ok(None) };
    let mut last = None;
    if let Some(campaign) = first(ctx, (campaigns::OF_BRAND, brand)).await? {
        match archive_campaign(ctx, &seeder(), campaign).await {
            Ok(archived) => last = archived.position.max(last),
            // Somebody let it go: it stays as it is, and so does what it needs.
            Err(CommandError::Rejected(_)) => return Ok(last),
            Err(error) => return Err(error),
        }
    }
    if let Some(sender) = first(ctx, (senders::OF_BRAND, brand)).await? {
        last = archive_sender(ctx, &seeder(), sender).await?.position.max(last);
    }
    match archive_brand(ctx, &seeder(), brand).await {
        Ok(archived) => Ok(archived.position.max(last)),
        // Somebody made more of it, in the same name.
        Err(CommandError::Rejected(_)) => Ok(last),
        Err(error) => Err(error),
    }
}

/// In whose name the sample's campaigns speak.
pub(super) async fn brand(ctx: &Context) -> Result<Option<Uuid>, CommandError> {
    claim_owner(ctx, senders::BRAND_NAME, &BRAND.to_lowercase()).await
}

pub(super) async fn first(
    ctx: &Context,
    (scope, id): (&'static str, Uuid),
) -> Result<Option<Uuid>, CommandError> {
    let key: Key = (scope, id.to_string());
    let owners = key_owners(ctx, Lane::Interactive, std::slice::from_ref(&key)).await?;
    Ok(owners.get(&key).and_then(|owners| owners.first().copied()))
}

fn accounts() -> Accounts {
    Arc::from([Account::test()])
}

fn sender(brand: Uuid) -> Draft {
    Draft {
        from_name: "The Northwind team".to_owned(),
        from_address: format!("hello@{FROM_DOMAIN}"),
        reply_to: None,
        brand,
        physical_address: "Northwind Demand\n1 Sample Street\nSpringfield".to_owned(),
        tracking_domain: None,
        account: Account::test().name,
        dkim_selector: None,
        dkim_record: None,
        ramp: None,
    }
}

fn in_dach() -> Source {
    let condition = json!({"field": "country", "op": "in", "value": ["DE", "AT", "CH"]});
    Source::Filter(Box::new(ListFilter { condition: Some(condition), ..ListFilter::default() }))
}

fn content(sender: Uuid, template: Uuid) -> EmailContent {
    let variant = |key: char, subject: Option<&str>| Variant {
        key,
        template,
        version: 1,
        subject: subject.map(ToOwned::to_owned),
        weight: 1,
    };
    EmailContent {
        sender,
        variants: vec![variant('A', None), variant('B', Some("Forty minutes, three answers"))],
        test: None,
        utm: None,
        track_opens: true,
        track_links: true,
        named_links: BTreeMap::from([(1, "Save my seat".to_owned())]),
    }
}

fn office_hours() -> Schedule {
    let windows = Windows {
        days: [true, true, true, true, true, false, false],
        from_minute: 9 * 60,
        to_minute: 17 * 60,
    };
    Schedule { in_recipients_zone: true, windows: Some(windows), ..Schedule::at_once("Europe/Berlin") }
}
