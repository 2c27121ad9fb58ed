//! Facts as they go into an append.

use chrono::{DateTime, Utc};
use pivotal_domain::email::sending::facts::{
    self as sending, EMAIL_OUTCOMES_RECORDED, EMAIL_OUTCOMES_RECORDED_VERSION, Outcome, OutcomesRecorded,
    SendingFact,
};
use pivotal_domain::email::sending::outcome::{Became, By};
use pivotal_domain::email::tracking::facts::{ABOUT, TrackingFact, VERSION};
use pivotal_domain::log::metadata::Metadata;
use pivotal_log::append::NewFact;
use uuid::Uuid;

use crate::email::tracking::matching::Mail;
use crate::error::CommandError;

/// It left, as is known now.
pub(in crate::email::tracking) fn outcome_of(mail: &Mail) -> Outcome {
    Outcome {
        m: Some(mail.message),
        v: mail.variant,
        d: mail.domain.clone(),
        n: Some(mail.attempts),
        ..Outcome::new(mail.contact, Became::Sent, None)
    }
}

/// That mails of a campaign left after all.
pub(in crate::email::tracking) fn settled(
    campaign: Uuid,
    outcomes: Vec<Outcome>,
    at: DateTime<Utc>,
    metadata: &Metadata,
) -> Result<NewFact, CommandError> {
    let batch = Uuid::now_v7();
    let recorded = OutcomesRecorded { campaign, batch, at, by: By::Settle, account: None, outcomes };
    Ok(NewFact {
        kind: EMAIL_OUTCOMES_RECORDED,
        version: EMAIL_OUTCOMES_RECORDED_VERSION,
        about_type: sending::ABOUT,
        about_id: campaign,
        payload: serde_json::to_value(SendingFact::EmailOutcomesRecorded(recorded))?,
        metadata: metadata.clone(),
        personal: &[],
        subject: None,
    })
}

/// `kind` is the fact's own.
pub(in crate::email::tracking) fn fact_of(
    kind: &'static str,
    batch: Uuid,
    fact: &TrackingFact,
    metadata: &Metadata,
) -> Result<NewFact, CommandError> {
    Ok(NewFact {
        kind,
        version: VERSION,
        about_type: ABOUT,
        about_id: batch,
        payload: serde_json::to_value(fact)?,
        metadata: metadata.clone(),
        personal: &[],
        subject: None,
    })
}
