//! Where the short links of a campaign lead: to what was pinned when it was launched, and nowhere else. Merge tags in an address are
//! filled when somebody follows it, from the contact as it is then.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use pivotal_domain::campaigns::campaigns::Campaign;
use pivotal_domain::campaigns::campaigns::pinned::Pinned;
use pivotal_domain::email::templates::tags::escape::{Place, escaped};
use pivotal_domain::email::templates::tags::render::Values;
use pivotal_domain::email::templates::tags::{Merged, Piece};
use pivotal_domain::email::tracking::key::TrackingKey;
use pivotal_domain::email::tracking::token::{Kind, Token};
use pivotal_domain::identity::actor::Actor;
use uuid::Uuid;

use super::matching::by_message;
use crate::context::Context;
use crate::email::sending::sender::sender_of;
use crate::email::templates::values::shown_to;
use crate::error::CommandError;

/// Campaigns whose links a process keeps in memory.
const CAMPAIGNS: usize = 1_000;
/// Tags of whoever it is from.
const SENDER: &str = "sender.";

/// Pinned links do not change, so they are read once. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct PinnedLinks(Arc<Mutex<HashMap<Uuid, Arc<Pinned>>>>);

impl PinnedLinks {
    /// `None`: it was never launched.
    async fn of(&self, ctx: &Context, campaign: Uuid) -> Result<Option<Arc<Pinned>>, CommandError> {
        if let Some(pinned) = self.held(campaign) {
            return Ok(Some(pinned));
        }
        let state = ctx.log.load::<Campaign>(campaign).await?.state;
        let Some(launched) = state.made.and_then(|made| made.launched) else { return Ok(None) };
        let pinned = Arc::new(launched.pinned);
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if held.len() >= CAMPAIGNS {
            held.clear();
        }
        held.insert(campaign, pinned.clone());
        Ok(Some(pinned))
    }

    fn held(&self, campaign: Uuid) -> Option<Arc<Pinned>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&campaign).cloned()
    }
}

/// Where a click leads, with the token that says whose it is. `None`: nowhere; the token is not ours, or names no link of the mail.
pub async fn follow_link(
    ctx: &Context,
    links: &PinnedLinks,
    key: &TrackingKey,
    token: &str,
) -> Result<Option<(Token, String)>, CommandError> {
    let Some(token) = Token::read_as(Kind::Click, token, key) else { return Ok(None) };
    let mail = by_message(&ctx.log.pools.write, &[token.recipient]).await?.remove(&token.recipient);
    let Some(mail) = mail.filter(|mail| mail.campaign == token.campaign) else { return Ok(None) };
    let variant = char::from(b'A' + mail.variant.unwrap_or_default().min(25));
    let Some(pinned) = links.of(ctx, token.campaign).await? else { return Ok(None) };
    let Some(link) = pinned.links.iter().find(|link| link.variant == variant && link.n == token.number)
    else {
        return Ok(None);
    };
    Ok(filled(ctx, &pinned, mail.contact, &link.url).await?.map(|url| (token, url)))
}

async fn filled(
    ctx: &Context,
    pinned: &Pinned,
    contact: Uuid,
    url: &str,
) -> Result<Option<String>, CommandError> {
    let Ok(merged) = Merged::parse(url) else { return Ok(None) };
    if merged.tags().next().is_none() {
        return Ok(address(url));
    }
    // Whoever is gone by now is nobody: fallbacks stand in for them.
    let values = match shown_to(ctx, &Actor::system("link"), Some(contact)).await {
        Ok(values) => values,
        Err(CommandError::NotFound(_)) => shown_to(ctx, &Actor::system("link"), None).await?,
        Err(error) => return Err(error),
    };
    // As in the mail that it was in, and not of whoever looks.
    let sender = match merged.tags().any(|(tag, _)| tag.path.starts_with(SENDER)) {
        true => sender_of(ctx, pinned).await?.values(),
        false => Values::default(),
    };
    let written = merged.pieces.iter().map(|piece| match piece {
        Piece::Text(text) => text.clone(),
        Piece::Tag { tag, .. } => {
            let values = if tag.path.starts_with(SENDER) { &sender } else { &values };
            let value = values.get(&tag.path).or(tag.fallback.as_deref()).unwrap_or_default();
            escaped(Place::Address, value)
        }
    });
    Ok(address(&written.collect::<String>()))
}

/// Fit for a header, and for a browser to follow.
fn address(url: &str) -> Option<String> {
    let starts = ["https://", "http://"].iter().any(|start| url.to_ascii_lowercase().starts_with(start));
    if !starts || url.chars().any(|c| c.is_control() || c == ' ') {
        return None;
    }
    // A header holds nothing else; browsers read it back.
    let mut ascii = String::with_capacity(url.len());
    for c in url.chars() {
        match c.is_ascii() {
            true => ascii.push(c),
            false => ascii.push_str(&escaped(Place::Address, &c.to_string())),
        }
    }
    Some(ascii)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_are_followed() {
        assert_eq!(address("https://a.example/x?y=1#z").as_deref(), Some("https://a.example/x?y=1#z"));
        assert_eq!(address("https://a.example/é").as_deref(), Some("https://a.example/%C3%A9"));
        for no in
            ["javascript:alert(1)", "//a.example", "https://a.example/\r\nSet-Cookie: x", "", "https:// a"]
        {
            assert_eq!(address(no), None, "{no}");
        }
    }
}
