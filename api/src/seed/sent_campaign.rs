//! A campaign of the sample that was sent: to leads, some of whom were left out, opened it, followed its link, answered, bounced,
//! complained or unsubscribed. It is told of as it was; nobody is written to. Who complained, bounced and unsubscribed stands among the
//! sample's suppressions.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use pivotal_commands::campaigns::campaigns::archive::{archive_campaign, restore_campaign};
use pivotal_commands::context::Context;
use pivotal_commands::email::sending::told::{ToldCampaign, ToldRecipient, tell_campaign};
use pivotal_commands::email::tracking::brought::Said;
use pivotal_commands::error::CommandError;
use pivotal_domain::audience::contacts::Contact;
use pivotal_domain::audience::exports::list::ListFilter;
use pivotal_domain::audience::record::state::RecordState;
use pivotal_domain::audience::values::email::EmailAddress;
use pivotal_domain::campaigns::campaigns::Campaign;
use pivotal_domain::campaigns::campaigns::audience::{AudienceDefinition, Source};
use pivotal_domain::campaigns::campaigns::content::{EmailContent, Variant};
use pivotal_domain::campaigns::campaigns::pinned::{Pinned, PinnedLink};
use pivotal_domain::campaigns::campaigns::schedule::Schedule;
use pivotal_domain::email::replies::{Who, Words};
use pivotal_domain::email::senders::keys as senders;
use pivotal_domain::email::senders::provider::Account;
use pivotal_domain::email::sending::outcome::Reason;
use serde_json::json;
use uuid::Uuid;

use super::{campaigns, contacts_held, email_templates, people, seeder};

const CAMPAIGN: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0e3a_11ed_0002);
const LINK: &str = "Read the story";
const LIFECYCLES: [&str; 2] = ["lead", "marketing_qualified"];
/// Where the built-in rules let mail go to people at work without having asked.
const FREE: [&str; 8] = ["EE", "FI", "FR", "GB", "IE", "PT", "SE", "US"];

/// Some of the sample's people, by number.
pub const UNSUBSCRIBED: usize = 17;
pub const COMPLAINED: usize = 23;
pub const BOUNCED: usize = 35;
pub const REPLIED: usize = 47;

/// Tells of it where it is not there, and brings it back. Answers the last position.
pub async fn add(ctx: &Context) -> Result<Option<i64>, CommandError> {
    let known = ctx.log.load::<Campaign>(CAMPAIGN).await?.state;
    if known.made.is_some() {
        return Ok(match known.archived {
            true => restore_campaign(ctx, &seeder(), CAMPAIGN).await?.position,
            false => None,
        });
    }
    let Some(template) = email_templates::approved(ctx).await? else { return Ok(None) };
    let Some(brand) = campaigns::brand(ctx).await? else { return Ok(None) };
    let Some(sender) = campaigns::first(ctx, (senders::OF_BRAND, brand)).await? else { return Ok(None) };
    let content = content(sender, template);
    let pinned = Pinned {
        sender,
        account: Account::test().name,
        from_domain: campaigns::FROM_DOMAIN.to_owned(),
        brand,
        variants: content.variants.clone(),
        links: vec![PinnedLink {
            variant: 'A',
            n: 1,
            url: email_templates::STORY.to_owned(),
            name: Some(LINK.to_owned()),
        }],
        digest: content.digest(),
        sender_version: None,
    };
    let told = ToldCampaign {
        id: CAMPAIGN,
        name: "Product news, summer".to_owned(),
        definition: AudienceDefinition { include: vec![leads()], exclude: Vec::new() },
        content,
        schedule: Schedule::at_once("Europe/London"),
        pinned,
        at: ctx.now() - TimeDelta::days(9),
        recipients: recipients(ctx).await?,
    };
    tell_campaign(ctx, &seeder(), told).await
}

/// Archives it. Answers the last position.
pub async fn remove(ctx: &Context) -> Result<Option<i64>, CommandError> {
    if ctx.log.load::<Campaign>(CAMPAIGN).await?.state.made.is_none() {
        return Ok(None);
    }
    match archive_campaign(ctx, &seeder(), CAMPAIGN).await {
        Ok(archived) => Ok(archived.position),
        Err(CommandError::Rejected(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

fn leads() -> Source {
    let condition = json!({"field": "lifecycle", "op": "in", "value": LIFECYCLES});
    Source::Filter(Box::new(ListFilter { condition: Some(condition), ..ListFilter::default() }))
}

fn content(sender: Uuid, template: Uuid) -> EmailContent {
    EmailContent {
        sender,
        variants: vec![Variant { key: 'A', template, version: 1, subject: None, weight: 1 }],
        test: None,
        utm: None,
        track_opens: true,
        track_links: true,
        named_links: BTreeMap::from([(1, LINK.to_owned())]),
    }
}

/// The sample's own people who are leads, as they are now.
async fn recipients(ctx: &Context) -> Result<Vec<ToldRecipient>, CommandError> {
    let held = contacts_held(ctx).await?;
    let people = people::all();
    let known: Vec<(usize, Uuid)> = people
        .iter()
        .enumerate()
        .filter_map(|(number, person)| Some((number, *held.get(&person.email)?)))
        .collect();
    let ids: Vec<Uuid> = known.iter().map(|(_, id)| *id).collect();
    let contacts = ctx.log.load_many::<Contact>(&ids).await?;
    let told = known.into_iter().zip(contacts);
    Ok(told.filter_map(|((number, id), contact)| recipient(number, id, &contact.state)).collect())
}

fn recipient(number: usize, id: Uuid, contact: &Contact) -> Option<ToldRecipient> {
    let record = &contact.record;
    let lifecycle = record.text("lifecycle")?;
    if !record.is_active() || !LIFECYCLES.contains(&lifecycle) {
        return None;
    }
    let address = EmailAddress::parse(record.text("email")?).ok()?;
    let left_out = left_out(record);
    let answers = match left_out {
        Some(_) => Vec::new(),
        None => answers(number, record, &address),
    };
    let account = contact.account.as_ref().map(|link| link.account_id);
    Some(ToldRecipient { contact: id, account, address, left_out, answers })
}

fn left_out(record: &RecordState) -> Option<Reason> {
    if record.text("email_verification_status") == Some("invalid") {
        return Some(Reason::InvalidAddress);
    }
    let free = record.text("country").is_some_and(|country| FREE.contains(&country));
    (!free).then_some(Reason::NoConsent)
}

/// What came back, by number: about half opened it within the day, some followed its link, and one wrote.
fn answers(number: usize, record: &RecordState, address: &EmailAddress) -> Vec<(Said, TimeDelta)> {
    let later = |minutes: usize| TimeDelta::minutes(i64::try_from(minutes).unwrap_or(i64::from(u16::MAX)));
    let (round, opened) = (number / 6, 7 + number * 11 % 540);
    let open = (Said::Opened, later(opened));
    let click = (Said::Clicked(1), later(opened + 1));
    match number {
        UNSUBSCRIBED => vec![open, (Said::Unsubscribed, later(opened + 1))],
        COMPLAINED => vec![open, (Said::Complained, later(opened + 2))],
        BOUNCED => vec![(Said::BouncedHard, later(1))],
        REPLIED => {
            let name = record.text("full_name").map(str::to_owned);
            let who = Who { address: address.as_str().to_owned(), name };
            let words = Words {
                subject: "Re: Forecasts you can defend".to_owned(),
                text: "Good read. We are where they were a year ago: could you call me next week about what it took?".to_owned(),
            };
            vec![open, click, (Said::Replied { who, words }, later(opened + 95))]
        }
        _ if round % 7 == 3 => vec![(Said::Fetched, later(1))],
        _ if round.is_multiple_of(4) => vec![open, click],
        _ if round.is_multiple_of(2) => vec![open],
        _ => Vec::new(),
    }
}
