//! Which mail of ours another one is about: each of ours is called by its id, and answers and reports quote it.
//!
//! The id is random enough that nobody guesses one, so that it needs no signature; whether there is such a mail is asked of where they
//! are kept. A provider may put its own Message-ID in the place of ours. Then the ids that were quoted lead to the send that the
//! provider gave them for.

use uuid::Uuid;

/// The Message-ID of a mail, without its brackets.
pub fn message_id(message: Uuid, domain: &str) -> String {
    format!("{message}@{domain}")
}

/// Those of the ids that may be of ours, in their order, each once. Mail programs write ids that look alike: who asks for them finds
/// none.
pub fn ours<'a>(ids: impl IntoIterator<Item = &'a str>) -> Vec<Uuid> {
    let mut found = Vec::new();
    for id in ids.into_iter().filter_map(|id| message(local(id))) {
        if !found.contains(&id) {
            found.push(id);
        }
    }
    found
}

/// What stands before the domain, which is how providers name their mails.
pub fn local(id: &str) -> &str {
    let bare = id.trim().trim_start_matches('<').trim_end_matches('>');
    bare.rsplit_once('@').map_or(bare, |(local, _)| local)
}

/// As we write it: small letters, hyphens, of the seventh version.
fn message(local: &str) -> Option<Uuid> {
    let id = Uuid::parse_str(local).ok()?;
    (id.get_version_num() == 7 && id.to_string() == local).then_some(id)
}
