//! What a mail tells when it is looked at: links and pixels that name whose mail it is, the way out of further mails, and which
//! openings and clicks were no person's.

pub mod facts;
pub mod key;
pub mod links;
pub mod machine;
pub mod net;
pub mod signal;
pub mod token;
pub mod unsubscribe;
pub mod verp;
