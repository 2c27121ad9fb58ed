//! A mail in the browser, for whoever holds it: as it was pinned, filled anew from what the log says of the contact now. Its links lead
//! where they lead; nothing of it is counted.

use pivotal_domain::campaigns::campaigns::Campaign;
use pivotal_domain::campaigns::campaigns::pinned::Pinned;
use pivotal_domain::email::templates::EmailTemplate;
use pivotal_domain::email::templates::tags::fields::{PREFERENCES_URL, UNSUBSCRIBE_URL, VIEW_URL};
use pivotal_domain::email::templates::tags::render::Values;
use pivotal_domain::email::tracking::token::{Kind, Token};
use uuid::Uuid;

use super::matching::{Mail, by_message};
use crate::context::Context;
use crate::email::sending::links::TrackingLinks;
use crate::email::sending::recipients::{Is, recipients};
use crate::email::sending::sender::sender_of;
use crate::email::templates::render::compiled;
use crate::email::templates::vocabulary;
use crate::error::CommandError;

/// The page. `None`: the token is not ours, the mail never left, or whom it went to is erased or archived.
pub async fn page(ctx: &Context, links: &TrackingLinks, token: &str) -> Result<Option<String>, CommandError> {
    let Some(token) = Token::read_as(Kind::View, token, &links.key) else { return Ok(None) };
    let mail = by_message(&ctx.log.pools.write, &[token.recipient]).await?.remove(&token.recipient);
    let Some(mail) = mail.filter(|mail| mail.campaign == token.campaign) else { return Ok(None) };
    let Some(mut values) = values_of(ctx, mail.contact).await? else { return Ok(None) };
    let campaign = ctx.log.load::<Campaign>(mail.campaign).await?.state;
    let Some(launched) = campaign.made.and_then(|made| made.launched) else { return Ok(None) };
    let place = usize::from(mail.variant.unwrap_or_default());
    let Some(variant) = launched.pinned.variants.get(place) else { return Ok(None) };
    let template = ctx.log.load::<EmailTemplate>(variant.template).await?.state.made;
    let version = template.as_ref().and_then(|made| made.version(variant.version));
    let Some(content) = version.map(|version| version.content.clone()) else { return Ok(None) };
    sender(ctx, &launched.pinned, links, &mail, &mut values).await?;
    // What was approved can be made; a field that is gone since leaves nothing to show.
    let Ok(compiled) = compiled(content, &vocabulary(ctx).await?) else { return Ok(None) };
    Ok(Some(compiled.render(&values).html))
}

/// Of the contact, or of the one it became part of.
async fn values_of(ctx: &Context, contact: Uuid) -> Result<Option<Values>, CommandError> {
    const MERGES: usize = 8;
    let mut contact = contact;
    for _ in 0..MERGES {
        let Some(recipient) = recipients(ctx, &[contact]).await?.pop() else { return Ok(None) };
        match recipient.is {
            Is::There => return Ok(Some(recipient.values)),
            Is::MergedInto(survivor) => contact = survivor,
            Is::Archived | Is::Erased => return Ok(None),
        }
    }
    Ok(None)
}

/// Who it is from, and the addresses of ours in it.
async fn sender(
    ctx: &Context,
    pinned: &Pinned,
    links: &TrackingLinks,
    mail: &Mail,
    values: &mut Values,
) -> Result<(), CommandError> {
    let sender = sender_of(ctx, pinned).await?;
    values.add(&sender.values());
    let base = links.base(sender.setup.as_ref().and_then(|setup| setup.tracking_domain.as_deref()));
    let of_mail = links.of_mail(&base, mail.campaign, mail.message);
    values.set(UNSUBSCRIBE_URL, of_mail.unsubscribe());
    values.set(PREFERENCES_URL, of_mail.unsubscribe());
    values.set(VIEW_URL, of_mail.view());
    Ok(())
}
