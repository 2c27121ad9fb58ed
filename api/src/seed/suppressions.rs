//! The sample's suppressions: one or two of each kind and reason, three of them of the sample's own people, who got a campaign of it.

use pivotal_commands::context::Context;
use pivotal_commands::error::CommandError;
use pivotal_commands::suppression::suppressions::add::{AddSuppressions, Entry, add_suppressions};
use pivotal_commands::suppression::suppressions::id_of;
use pivotal_commands::suppression::suppressions::release::{ReleaseSuppression, release_suppression};
use pivotal_domain::suppression::suppressions::Suppression;
use pivotal_domain::suppression::suppressions::key::SuppressedKey;
use pivotal_domain::suppression::suppressions::reach::Reach;
use pivotal_domain::suppression::suppressions::reason::Reason;

use super::remove::REASON;
use super::sent_campaign::{BOUNCED, COMPLAINED, UNSUBSCRIBED};
use super::{people, seeder};

/// Whom one of the sample's suppressions is of.
#[derive(Clone, Copy)]
pub enum Who {
    /// One of the sample's people, by number.
    Person(usize),
    /// An address, a domain or a number.
    Key(&'static str),
}

/// None has an end: added again, it would be a later one.
pub const SAMPLE: &[(Who, Reason, &str)] = &[
    (Who::Person(UNSUBSCRIBED), Reason::Unsubscribed, "By the link in the newsletter."),
    (Who::Person(COMPLAINED), Reason::Complaint, "Reported as spam at the mailbox provider."),
    (Who::Person(BOUNCED), Reason::HardBounce, "550 5.1.1 user unknown"),
    (Who::Key("former.customer@oakmere.example"), Reason::Unsubscribed, "Wrote that they changed jobs."),
    (Who::Key("no.such.person@oakmere.example"), Reason::HardBounce, "550 5.1.1 user unknown"),
    (Who::Key("+12025550147"), Reason::DncRequest, "Asked in a call not to be called again."),
    (Who::Key("+442079460991"), Reason::DncRegister, "Stands in the register of May."),
    (Who::Key("rivalworks.example"), Reason::Manual, "A competitor: nobody there is contacted."),
    (Who::Key("courthouse.example"), Reason::Legal, "By agreement with their counsel."),
];

/// Suppresses them; again, nothing happens. Answers the last position.
pub async fn add(ctx: &Context) -> Result<Option<i64>, CommandError> {
    let mut last = None;
    for (value, reason, note) in sample() {
        let input = AddSuppressions {
            entries: vec![Entry { kind: None, value }],
            reach: Reach::Global,
            reason,
            until: None,
            note: Some(note.to_owned()),
            country: None,
        };
        last = add_suppressions(ctx, &seeder(), input).await?.position.max(last);
    }
    Ok(last)
}

/// Releases those that hold. Answers the last position.
pub async fn remove(ctx: &Context) -> Result<Option<i64>, CommandError> {
    let mut last = None;
    for (value, ..) in sample() {
        let Ok(key) = SuppressedKey::read(&value, None) else { continue };
        let id = id_of(&ctx.log.blind, &key, Reach::Global);
        if ctx.log.load::<Suppression>(id).await?.state.held.is_some() {
            let input = ReleaseSuppression { id, reason: REASON.to_owned() };
            last = release_suppression(ctx, &seeder(), input).await?.position.max(last);
        }
    }
    Ok(last)
}

/// Value, reason and note of each.
pub fn sample() -> impl Iterator<Item = (String, Reason, &'static str)> {
    let people = people::all();
    SAMPLE.iter().filter_map(move |(who, reason, note)| {
        let value = match who {
            Who::Person(number) => people.get(*number)?.email.clone(),
            Who::Key(key) => (*key).to_owned(),
        };
        Some((value, *reason, *note))
    })
}
