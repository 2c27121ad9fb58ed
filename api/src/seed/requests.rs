//! The sample's requests: one for access that is due soon, one for erasure that just came in. Nobody of the sample is erased.

use chrono::Duration;
use pivotal_commands::context::Context;
use pivotal_commands::error::CommandError;
use pivotal_commands::suppression::requests::receive::{ReceiveRequest, receive_request};
use pivotal_commands::suppression::requests::refuse::refuse_request;
use pivotal_domain::suppression::requests::Request;
use pivotal_domain::suppression::requests::kind::{CameBy, RequestKind};
use pivotal_domain::suppression::requests::received::Typed;
use uuid::Uuid;

use super::remove::REASON;
use super::{people, seeder};

/// One of the sample's people by number, what they ask for, how, and how many days ago.
pub const SAMPLE: [(usize, RequestKind, CameBy, i64, &str); 2] = [
    (21, RequestKind::Access, CameBy::Email, 24, "Wrote from the address we hold."),
    (33, RequestKind::Erasure, CameBy::Letter, 2, "Signed letter, compared with an earlier one."),
];

/// Takes down what is not there. Answers the last position.
pub async fn add(ctx: &Context) -> Result<Option<i64>, CommandError> {
    if !unsettled(ctx).await?.is_empty() {
        return Ok(None);
    }
    let people = people::all();
    let mut last = None;
    for (number, kind, came_by, days, identity) in SAMPLE {
        let Some(person) = people.get(number) else { continue };
        let typed = Typed {
            kind,
            came_by,
            received_at: Some(ctx.now() - Duration::days(days)),
            name: None,
            email: Some(person.email.clone()),
            phone: None,
            contact: None,
            note: None,
            identity: Some(identity.to_owned()),
        };
        let input = ReceiveRequest { typed, assignee: None, idempotency_key: None };
        last = receive_request(ctx, &seeder(), input).await?.position.max(last);
    }
    Ok(last)
}

/// Refuses what the seed took down and nobody has settled. Answers the last position.
pub async fn remove(ctx: &Context) -> Result<Option<i64>, CommandError> {
    let mut last = None;
    for id in unsettled(ctx).await? {
        last = refuse_request(ctx, &seeder(), id, REASON.to_owned()).await?.position.max(last);
    }
    Ok(last)
}

/// Requests of the sample that nobody answers or has settled.
async fn unsettled(ctx: &Context) -> Result<Vec<Uuid>, CommandError> {
    let emails: Vec<String> = people::all().into_iter().map(|person| person.email).collect();
    let ids = pivotal_commands::suppression::requests::forget::all(ctx).await?;
    let mut open = Vec::new();
    for (id, loaded) in ids.iter().zip(ctx.log.load_many::<Request>(&ids).await?) {
        let request = loaded.state;
        let Some(taken) = &request.taken else { continue };
        let of_sample = taken.subject.email.as_ref().is_some_and(|email| emails.contains(email));
        if of_sample && taken.by.is_nil() && !request.state.is_settled() && request.answering.is_none() {
            open.push(*id);
        }
    }
    Ok(open)
}
