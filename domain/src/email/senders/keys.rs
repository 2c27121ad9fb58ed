//! Under which keys senders and brands stand in the guard tables.

use super::SenderProfile;
use super::brand::Brand;

/// Unique among brands, whatever its case.
pub const BRAND_NAME: &str = "email_brand.name";
/// All senders in use share one key: the daily check finds them by it.
pub const IN_USE: &str = "sender_profile.in_use";
/// Senders in use, by their brand.
pub const OF_BRAND: &str = "sender_profile.brand";

/// The value under [`IN_USE`].
pub const ANY: &str = "any";

pub fn claims_of_brand(brand: &Brand) -> Vec<(&'static str, String)> {
    brand.look.iter().map(|look| (BRAND_NAME, look.name.to_lowercase())).collect()
}

pub fn match_keys(sender: &SenderProfile) -> Vec<(&'static str, String)> {
    match &sender.setup {
        Some(setup) if !sender.archived => {
            vec![(IN_USE, ANY.to_owned()), (OF_BRAND, setup.brand.to_string())]
        }
        Some(_) | None => Vec::new(),
    }
}
