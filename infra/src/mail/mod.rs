//! Mail to our own users: by a mail server, or into the test mailbox while none is set up.

pub mod smtp;
pub mod test_mailbox;
