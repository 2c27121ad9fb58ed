//! Campaigns: to whom something is said, what, and when; by mail or by phone.

// The context and its first feature bear the same word.
#[expect(
    clippy::module_inception,
    reason = "the feature is called campaigns in every layer, as its context is"
)]
pub mod campaigns;
