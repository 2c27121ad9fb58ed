//! Signing in with another address: asked for with the password, confirmed by the link that goes to the new address, taken back by the
//! one that goes to the old. Nobody learns on the way whether another has the address.

pub mod ask;
pub mod by_link;
pub mod correct;
#[cfg(test)]
mod tests;
