//! The sample's consents: one of each basis, one that was given anew, and one that was withdrawn.

use chrono::{DateTime, Utc};
use pivotal_commands::context::Context;
use pivotal_commands::error::CommandError;
use pivotal_commands::suppression::consents::record::{RecordConsent, record_consent};
use pivotal_commands::suppression::consents::take_back::{TakeConsentBack, take_consent_back};
use pivotal_commands::suppression::consents::withdraw::{WithdrawConsent, withdraw_consent};
use pivotal_domain::suppression::consents::basis::Basis;
use pivotal_domain::suppression::consents::channel::Channel;
use pivotal_domain::suppression::consents::given::{Proof, Typed};
use pivotal_domain::suppression::consents::{Consent, id_of};

use super::remove::REASON;
use super::{contacts_held, people, seeder};

const FORM: &str = "Yes, write to me about new products by email. I can withdraw this at any time by the link in every message.";
const CARD: &str = "I agree to be contacted by email and telephone about the products shown at the stand.";

/// What one of the sample's people said.
pub struct Sample {
    /// One of the sample's people, by number.
    pub person: usize,
    channels: &'static [Channel],
    said: Said,
    /// RFC 3339.
    pub at: &'static str,
    origin: &'static str,
}

enum Said {
    Given { basis: Basis, wording: Option<&'static str>, reference: Option<&'static str> },
    Withdrawn,
}

const fn consent(wording: &'static str, reference: &'static str) -> Said {
    Said::Given { basis: Basis::Consent, wording: Some(wording), reference: Some(reference) }
}

/// Who withdraws here is among the sample's suppressions already.
pub const SAMPLE: &[Sample] = &[
    Sample {
        person: 6,
        channels: &[Channel::Email],
        said: consent(FORM, "Form 2041"),
        at: "2026-02-11T09:24:00Z",
        origin: "Newsletter form",
    },
    Sample {
        person: 7,
        channels: &Channel::ALL,
        said: consent(CARD, "Card 17 of 84"),
        at: "2026-03-18T14:05:00Z",
        origin: "Trade show in Hanover",
    },
    Sample {
        person: 9,
        channels: &[Channel::Phone],
        said: Said::Given { basis: Basis::LegitimateInterest, wording: None, reference: None },
        at: "2026-01-20T10:00:00Z",
        origin: "Asked for an offer by telephone",
    },
    Sample {
        person: 12,
        channels: &Channel::ALL,
        said: Said::Given { basis: Basis::Contract, wording: None, reference: Some("Order 5512") },
        at: "2025-11-03T08:30:00Z",
        origin: "Framework agreement",
    },
    Sample {
        person: 17,
        channels: &[Channel::Email],
        said: consent(FORM, "Form 1377"),
        at: "2025-09-02T16:40:00Z",
        origin: "Download of a white paper",
    },
    Sample {
        person: 17,
        channels: &[Channel::Email],
        said: Said::Withdrawn,
        at: "2026-04-07T07:12:00Z",
        origin: "By the link in the newsletter",
    },
];

/// Records what is not there. Answers the last position.
pub async fn add(ctx: &Context) -> Result<Option<i64>, CommandError> {
    let (people, held) = (people::all(), contacts_held(ctx).await?);
    let mut last = None;
    let mut there = Vec::new();
    for sample in SAMPLE {
        let Some(contact) = people.get(sample.person).and_then(|person| held.get(&person.email)).copied()
        else {
            continue;
        };
        let said = ctx.log.load::<Consent>(id_of(contact)).await?.state;
        // What this run began it goes on with.
        if there.contains(&contact) || said.statements.iter().all(|statement| statement.taken_back) {
            there.push(contact);
            last = record(ctx, contact, sample).await?.max(last);
        }
    }
    Ok(last)
}

async fn record(ctx: &Context, contact: uuid::Uuid, sample: &Sample) -> Result<Option<i64>, CommandError> {
    let at: DateTime<Utc> = sample.at.parse().map_err(CommandError::unexpected)?;
    // Where clocks are behind the sample, everything was said just now.
    let at = at.min(ctx.now());
    let (channels, origin) = (sample.channels.to_vec(), sample.origin.to_owned());
    match &sample.said {
        Said::Given { basis, wording, reference } => {
            let proof = Proof { reference: reference.map(str::to_owned), ..Proof::default() };
            let typed = Typed {
                basis: *basis,
                given_at: Some(at),
                origin,
                wording: wording.map(str::to_owned),
                proof,
            };
            let input = RecordConsent { contact, channels, typed, idempotency_key: None };
            Ok(record_consent(ctx, &seeder(), input).await?.position)
        }
        Said::Withdrawn => {
            let input = WithdrawConsent { contact, channels, withdrawn_at: at, origin, note: None };
            Ok(withdraw_consent(ctx, &seeder(), input).await?.position)
        }
    }
}

/// Takes back what the seed said, and nothing else. Answers the last position.
pub async fn remove(ctx: &Context) -> Result<Option<i64>, CommandError> {
    let (people, held) = (people::all(), contacts_held(ctx).await?);
    let mut last = None;
    let mut numbers: Vec<usize> = SAMPLE.iter().map(|sample| sample.person).collect();
    numbers.dedup();
    for number in numbers {
        let Some(contact) = people.get(number).and_then(|person| held.get(&person.email)).copied() else {
            continue;
        };
        let said = ctx.log.load::<Consent>(id_of(contact)).await?.state;
        for statement in
            said.statements.iter().filter(|statement| !statement.taken_back && statement.source == "seed")
        {
            let input = TakeConsentBack { contact, statement: statement.id, why: REASON.to_owned() };
            last = take_consent_back(ctx, &seeder(), input).await?.position.max(last);
        }
    }
    Ok(last)
}
