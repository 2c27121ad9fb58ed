//! What providers tell of the mails that they sent for us: whether a message is theirs, and what it says, as one kind of event.

pub mod event;
pub mod payload;
pub mod signature;
#[cfg(test)]
mod tests;
