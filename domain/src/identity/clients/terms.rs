//! The default terms of a client: what an order starts from. An order keeps its own copy, so that a new version changes no order.

use serde::{Deserialize, Serialize};

use super::error::ClientError;
use crate::audience::values::money::is_currency;

/// Most leads of a pacing, and most leads of one company.
pub const MOST_LEADS: u32 = 1_000_000;
/// Longest look-back and return window, in days.
pub const MOST_DAYS: u32 = 3_650;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Per {
    Day,
    Week,
    Month,
    Quarter,
}

/// So many leads in so much time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pacing {
    pub leads: u32,
    pub per: Per,
}

/// Of one lead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Price {
    /// A plain decimal with a dot: `45`, `37.50`.
    pub amount: String,
    /// ISO 4217.
    pub currency: String,
}

/// What happens to leads beyond the goal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OverDelivery {
    #[default]
    Refuse,
    Hold,
    Allow,
}

/// Among which leads the same person counts as a duplicate.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DuplicatesWithin {
    #[default]
    Order,
    Client,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pacing: Option<Pacing>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Price>,
    /// Leads of one company; `None`: no cap.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap_per_company: Option<u32>,
    pub over_delivery: OverDelivery,
    pub duplicates_within: DuplicatesWithin,
    /// How far back a lead counts as the same; `None`: for ever.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub look_back_days: Option<u32>,
    /// After a delivery; 0: leads cannot be returned.
    pub return_window_days: u32,
}

impl Terms {
    /// With the price as it is kept, or what is wrong with them.
    pub fn checked(mut self) -> Result<Self, ClientError> {
        if let Some(pacing) = self.pacing
            && !(1..=MOST_LEADS).contains(&pacing.leads)
        {
            return Err(ClientError::PacingInvalid);
        }
        if let Some(cap) = self.cap_per_company
            && !(1..=MOST_LEADS).contains(&cap)
        {
            return Err(ClientError::CapInvalid);
        }
        if let Some(days) = self.look_back_days
            && !(1..=MOST_DAYS).contains(&days)
        {
            return Err(ClientError::LookBackInvalid);
        }
        if self.return_window_days > MOST_DAYS {
            return Err(ClientError::ReturnWindowInvalid);
        }
        self.price = self.price.map(priced).transpose()?;
        Ok(self)
    }
}

fn priced(price: Price) -> Result<Price, ClientError> {
    let currency = price.currency.trim().to_uppercase();
    if !is_currency(&currency) {
        return Err(ClientError::CurrencyUnknown(currency.chars().take(10).collect()));
    }
    let amount = plain_decimal(price.amount.trim()).ok_or(ClientError::PriceInvalid)?;
    Ok(Price { amount, currency })
}

/// At most nine digits and four places, without leading zeros: an amount of money per lead is no longer than that.
fn plain_decimal(text: &str) -> Option<String> {
    let (whole, places) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 9 || places.len() > 4 || !digits(whole) || !digits(places) {
        return None;
    }
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    match places {
        "" if text.ends_with('.') => None,
        "" => Some(whole.to_owned()),
        places => Some(format!("{whole}.{places}")),
    }
}
