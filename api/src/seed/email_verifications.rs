//! The sample's verified emails: a run that is told of, with findings that are written down. No network is asked, and the domains of
//! the sample are nobody's.

use std::collections::HashMap;

use pivotal_commands::audience::email_verification::finding::Finding;
use pivotal_commands::audience::email_verification::told::tell_run;
use pivotal_commands::context::Context;
use pivotal_commands::error::CommandError;
use pivotal_domain::audience::email_verification::verdict::{Reason, Verdict};
use pivotal_domain::audience::values::email::EmailAddress;
use uuid::Uuid;

use super::{contacts_held, people, seeder};

/// Of the one run of the sample.
const RUN: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0e3a_11ed_0001);

/// Some of the sample's people, by number, and what is said about them; most are fine, as in life.
const SAID: &[Reason] = &[
    Reason::Accepted,
    Reason::Accepted,
    Reason::CatchAll,
    Reason::Accepted,
    Reason::NoMailbox,
    Reason::Accepted,
    Reason::Greylisted,
    Reason::Accepted,
    Reason::MailboxFull,
    Reason::Accepted,
];
const PEOPLE: usize = 120;

/// Told before, nothing happens. Answers the last position.
pub async fn add(ctx: &Context) -> Result<Option<i64>, CommandError> {
    let held = contacts_held(ctx).await?;
    let at = ctx.now();
    let findings: HashMap<Uuid, Finding> = people::all()
        .into_iter()
        .take(PEOPLE)
        .zip(SAID.iter().cycle())
        .filter_map(|(person, reason)| {
            let address = EmailAddress::parse(&person.email).ok();
            let verdict = Verdict { reason: *reason, at, known: false };
            let id = *held.get(&person.email)?;
            Some((id, Finding::Verdict { email: person.email, address, verdict }))
        })
        .collect();
    tell_run(ctx, &seeder(), RUN, &findings).await
}
