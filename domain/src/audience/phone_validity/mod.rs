//! Whether a phone number can be one, and of what kind: what the numbering plan of its country says, which needs nobody to be asked,
//! and what a carrier look-up says, which asks a service outside and costs money.
//!
//! What the plan says follows from the number and is worked out wherever it is shown. What a look-up says is written to the contact
//! or account as any change of its fields, so it stands in its history, its filters and its exports. A run over many of them is told in facts,
//! for nothing is decided about the run itself.

pub mod assess;
pub mod counts;
pub mod error;
pub mod facts;
pub mod keep;
pub mod line;
mod numbering;
#[cfg(test)]
mod tests;
