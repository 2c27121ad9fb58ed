//! Which mail of ours another one is about: each of ours has a token as its Message-ID, and answers and reports quote it.
//!
//! A provider may put its own Message-ID in the place of ours. Then the ids that were quoted lead to the send that the provider gave
//! them for.

use crate::email::tracking::key::TrackingKey;
use crate::email::tracking::token::{Kind, Token};

/// The Message-ID of a mail, without its brackets.
pub fn message_id(token: &Token, key: &TrackingKey, domain: &str) -> String {
    format!("{}@{domain}", token.write(key))
}

/// The first of the ids that is of ours. A forged one is none.
pub fn ours<'a>(ids: impl IntoIterator<Item = &'a str>, key: &TrackingKey) -> Option<Token> {
    ids.into_iter().find_map(|id| {
        let bare = id.trim().trim_start_matches('<').trim_end_matches('>');
        let local = bare.rsplit_once('@').map_or(bare, |(local, _)| local);
        Token::read_as(Kind::Mail, local, key)
    })
}
