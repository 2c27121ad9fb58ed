//! The log and its projections as the System page shows them.

pub mod status;
