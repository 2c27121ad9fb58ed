//! Under which keys campaigns stand in the guard tables.

use super::Campaign;

/// Campaigns in use share one key for each brand.
pub const OF_BRAND: &str = "campaign.brand";

pub fn match_keys(campaign: &Campaign) -> Vec<(&'static str, String)> {
    match &campaign.made {
        Some(made) if !campaign.archived => vec![(OF_BRAND, made.brand.to_string())],
        Some(_) | None => Vec::new(),
    }
}
