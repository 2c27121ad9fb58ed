//! Make it happen: use cases, jobs, and the ports they need.

pub mod ports;
