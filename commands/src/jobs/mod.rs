//! Work outside the deciding transaction: one queue in Postgres, shared by any number of processes.
//!
//! A job is enqueued in the append that decides it, claimed with `for update skip locked` under a lease, and run by
//! the [`handler::JobHandler`] of its kind. A handler may be started again at any time (a crash, a lost lease, a
//! restart), so each effect of it must happen once by a key of its own, not by the hope of running once.
//!
//! Every time here comes from the clock port. Leases are compared across machines: their clocks must agree to within
//! a few seconds (NTP). A clock that is far off delays work; it cannot make two workers' results both count.

pub mod backoff;
pub mod handler;
pub mod job;
mod keeper;
pub mod kinds;
mod lease;
pub mod limit;
pub mod manage;
pub mod queue;
pub mod running;
pub mod schedules;
pub mod upkeep;
pub mod worker;
