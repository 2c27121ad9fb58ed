//! What comes back about mails: kept the moment it comes, told apart and written to the log a moment later.
//!
//! The doors write and answer ([`inbox`], [`hits`], [`unsubscribe`]); one process at a time reads ([`intake`]). What follows at once from
//! a signal stands in the signal's own append ([`intake::follow`]).

pub mod brought;
pub mod fetch;
pub mod hits;
pub mod hosts;
pub mod inbox;
pub mod intake;
pub mod judged;
pub mod links;
pub mod matching;
pub mod seen;
#[cfg(test)]
mod tests;
pub mod unsubscribe;
pub mod upkeep;
pub mod view;

use pivotal_domain::email::tracking::key::TrackingKey;
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::master_key::MasterKey;

/// What tokens in mails are signed with: of the whole installation, so that every process reads what any other wrote.
pub fn tracking_key(master: &MasterKey) -> TrackingKey {
    TrackingKey::new(&master.derive("pivotal email tracking v1"))
}

/// Who writes what nobody asked for: `webhook:sendgrid`, `mail`, `link`, `page`.
pub(crate) fn told_by(source: &str) -> Metadata {
    Metadata::system(source)
}
