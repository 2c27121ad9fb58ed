//! Puts the process together: which adapters stand behind the ports, what runs, and in which order it ends.

pub mod backend;
pub mod migrate;
pub mod signals;
pub mod working;
