//! Campaigns: putting one together, letting it go, holding it; and the switch that stops all sending.

pub mod audience;
pub mod content;
pub mod input;
pub mod may;
pub mod mutation;
pub mod preflight;
pub mod query;
pub mod subscription;
pub mod switch;
pub mod test_result;
pub mod types;
