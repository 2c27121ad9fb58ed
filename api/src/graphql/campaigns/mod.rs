//! Campaigns.

#[expect(
    clippy::module_inception,
    reason = "the feature is called campaigns in every layer, as its context is"
)]
pub mod campaigns;
