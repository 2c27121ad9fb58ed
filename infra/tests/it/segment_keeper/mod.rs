//! The keeper of segments on real tables: who enters and leaves, when and why; killed anywhere it loses nobody and moves nobody
//! twice; and after whatever happened its members are those whom the definition finds.

mod belongs;
mod crashes;
mod follows;
mod ground;
mod mails;
mod property;
