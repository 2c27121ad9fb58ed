//! Make it happen: use cases, guards, jobs, and the ports to the outside.
//!
//! A use case reads as its story: authorise, look up, load, decide, append, enqueue. It holds no rule about what may
//! happen (that is the aggregate's) and touches nothing outside Postgres (that is a job's).

pub mod audience;
pub mod authorise;
pub mod campaigns;
pub mod context;
pub mod email;
pub mod error;
pub mod execute;
pub mod files;
pub mod identity;
pub mod jobs;
pub mod lookup;
pub mod mail;
pub mod ports;
mod reason;
pub mod suppression;
pub mod work;
