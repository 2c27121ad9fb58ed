//! Who takes mails of campaigns away: a mail server ([`smtp`]), SES, SendGrid and Mailgun by their interfaces, or the test mailbox.
//!
//! Each answer is judged where its words are known. What is common to all: nothing is asked twice, a failure before anything was
//! handed over defers, and silence after it is an unknown outcome.

mod answer;
mod groups;
mod http;
pub mod mailgun;
mod mime;
pub mod sendgrid;
pub mod ses;
pub mod smtp;
pub mod test_mailbox;
