//! What comes back by mail: reports of delivery, complaints, answers of people and of programs. Read from the raw mail, wherever it
//! was fetched from.

pub mod auto_reply;
pub mod delivery;
pub mod enhanced;
pub mod feedback;
mod fields;
pub mod incoming;
pub mod reply;
pub mod soft;
#[cfg(test)]
mod tests;
pub mod thread;
