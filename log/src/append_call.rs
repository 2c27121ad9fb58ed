//! A group of requests as the arrays of `log.append`, and the call itself.

use sqlx::PgConnection;

use crate::append::{GuardOp, IdempotencyKey, JobProgress, NewJob};
use crate::appender::{Answer, Sealed};

/// Arrays for `log.append`, column by column.
#[derive(Default)]
struct Columns {
    events: Events,
    facts: Facts,
    guards: Guards,
    jobs: Jobs,
    idempotency: (Vec<i32>, Vec<String>, Vec<Vec<u8>>, Vec<String>),
    keys: (Vec<i32>, Vec<uuid::Uuid>, Vec<Vec<u8>>),
    progress: Progress,
}

#[derive(Default)]
struct Events {
    request: Vec<i32>,
    kind: Vec<String>,
    id: Vec<String>,
    sequence: Vec<i64>,
    event: Vec<String>,
    version: Vec<String>,
    payload: Vec<String>,
    metadata: Vec<String>,
    subject: Vec<Option<uuid::Uuid>>,
}
#[derive(Default)]
struct Facts {
    request: Vec<i32>,
    kind: Vec<String>,
    version: Vec<String>,
    about_type: Vec<String>,
    about_id: Vec<String>,
    payload: Vec<String>,
    metadata: Vec<String>,
    subject: Vec<Option<uuid::Uuid>>,
}
#[derive(Default)]
struct Guards {
    request: Vec<i32>,
    op: Vec<&'static str>,
    scope: Vec<&'static str>,
    key: Vec<Vec<u8>>,
    owner: Vec<uuid::Uuid>,
}
#[derive(Default)]
struct Jobs {
    request: Vec<i32>,
    id: Vec<uuid::Uuid>,
    kind: Vec<&'static str>,
    title: Vec<String>,
    payload: Vec<String>,
    unique: Vec<Option<String>>,
    run_at: Vec<Option<chrono::DateTime<chrono::Utc>>>,
    priority: Vec<i16>,
    max: Vec<i32>,
    link: Vec<Option<String>>,
    by: Vec<Option<uuid::Uuid>>,
}
#[derive(Default)]
struct Progress {
    request: Vec<i32>,
    job: Vec<uuid::Uuid>,
    done: Vec<i64>,
    total: Vec<Option<i64>>,
    phase: Vec<Option<String>>,
    state: Vec<Option<String>>,
}

impl Columns {
    fn add(&mut self, number: i32, sealed: &Sealed) {
        let append = &sealed.append;
        for (event, (payload, metadata)) in append.events.iter().zip(&sealed.events) {
            let e = &mut self.events;
            e.request.push(number);
            e.kind.push(event.aggregate_type.to_owned());
            e.id.push(event.aggregate_id.to_string());
            e.sequence.push(event.sequence);
            e.event.push(event.event_type.clone());
            e.version.push(event.event_version.clone());
            e.payload.push(payload.clone());
            e.metadata.push(metadata.clone());
            e.subject.push(event.subject);
        }
        for (fact, (payload, metadata)) in append.facts.iter().zip(&sealed.facts) {
            let f = &mut self.facts;
            f.request.push(number);
            f.kind.push(fact.kind.to_owned());
            f.version.push(fact.version.to_owned());
            f.about_type.push(fact.about_type.to_owned());
            f.about_id.push(fact.about_id.to_string());
            f.payload.push(payload.clone());
            f.metadata.push(metadata.clone());
            f.subject.push(fact.subject);
        }
        for guard in &append.guards {
            self.guard(number, guard);
        }
        for job in &append.jobs {
            self.job(number, job);
        }
        if let Some(IdempotencyKey { key, fingerprint, result }) = &append.idempotency {
            self.idempotency.0.push(number);
            self.idempotency.1.push(key.clone());
            self.idempotency.2.push(fingerprint.clone());
            self.idempotency.3.push(result.to_string());
        }
        for (subject, wrapped) in &sealed.wrapped_keys {
            self.keys.0.push(number);
            self.keys.1.push(*subject);
            self.keys.2.push(wrapped.clone());
        }
        if let Some(JobProgress { job, done, total, phase, state }) = &append.progress {
            let p = &mut self.progress;
            p.request.push(number);
            p.job.push(*job);
            p.done.push(*done);
            p.total.push(*total);
            p.phase.push(phase.clone());
            p.state.push(state.as_ref().map(ToString::to_string));
        }
    }

    fn guard(&mut self, number: i32, guard: &GuardOp) {
        let (op, scope, key, owner) = match guard {
            GuardOp::Claim { scope, key, owner } => ("claim", scope, key.clone(), owner),
            GuardOp::Release { scope, key, owner } => ("release", scope, key.clone(), owner),
            GuardOp::AddKey { scope, key, owner } => ("add_key", scope, key.clone(), owner),
            GuardOp::RemoveKey { scope, key, owner } => ("remove_key", scope, key.clone(), owner),
            GuardOp::Unchanged { scope, last } => ("unchanged", scope, Vec::new(), last),
        };
        let g = &mut self.guards;
        g.request.push(number);
        g.op.push(op);
        g.scope.push(scope);
        g.key.push(key);
        g.owner.push(*owner);
    }

    fn job(&mut self, number: i32, job: &NewJob) {
        let j = &mut self.jobs;
        j.request.push(number);
        j.id.push(job.id);
        j.kind.push(job.kind);
        j.title.push(job.title.clone());
        j.payload.push(job.payload.to_string());
        j.unique.push(job.unique_key.clone());
        j.run_at.push(job.run_at);
        j.priority.push(job.priority);
        j.max.push(job.max_attempts);
        j.link.push(job.link.clone());
        j.by.push(job.created_by);
    }
}

/// A row of `log.append_outcome`: request, why it was dropped, detail, position.
type Outcome = (i32, Option<String>, Option<String>, Option<i64>);

/// Not one of the compile-checked queries: the macro cannot describe a call with this many nullable array elements.
pub async fn call(connection: &mut PgConnection, group: &[&Sealed]) -> Result<Vec<Answer>, sqlx::Error> {
    let mut columns = Columns::default();
    for (number, sealed) in (0..).zip(group) {
        columns.add(number, sealed);
    }
    let Columns { events: e, facts: f, guards: g, jobs: j, idempotency: i, keys: k, progress: p } = columns;
    let rows: Vec<Outcome> = sqlx::query_as(
        "select request, lost, detail, at_position from log.append($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21,$22,$23,$24,$25,$26,$27,$28,$29,$30,$31,$32,$33,$34,$35,$36,$37,$38,$39,$40,$41,$42,$43,$44,$45,$46,$47)",
    )
    .bind(group.len() as i32)
    .bind(e.request).bind(e.kind).bind(e.id).bind(e.sequence).bind(e.event).bind(e.version).bind(e.payload).bind(e.metadata).bind(e.subject)
    .bind(f.request).bind(f.kind).bind(f.version).bind(f.about_type).bind(f.about_id).bind(f.payload).bind(f.metadata).bind(f.subject)
    .bind(g.request).bind(g.op).bind(g.scope).bind(g.key).bind(g.owner)
    .bind(j.request).bind(j.id).bind(j.kind).bind(j.title).bind(j.payload).bind(j.unique).bind(j.run_at).bind(j.priority).bind(j.max).bind(j.link).bind(j.by)
    .bind(i.0).bind(i.1).bind(i.2).bind(i.3)
    .bind(k.0).bind(k.1).bind(k.2)
    .bind(p.request).bind(p.job).bind(p.done).bind(p.total).bind(p.phase).bind(p.state)
    .fetch_all(connection)
    .await?;
    Ok(rows
        .into_iter()
        .map(|(_, lost, detail, position)| match lost.as_deref() {
            Some("repeated") => Answer::Repeated(detail.unwrap_or_default()),
            Some(_) => Answer::Claimed(detail.unwrap_or_default()),
            None => Answer::Written(position.unwrap_or_default()),
        })
        .collect())
}
