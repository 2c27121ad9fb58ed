//! Accounts of runs and dry runs of retention, row by row, against a fold that remembers them all: the aggregate itself keeps only
//! what it decides with.

use std::collections::{BTreeMap, HashMap};

use cqrs_es::Aggregate;
use cqrs_es::event_sink::EventSink;
use pivotal_domain::suppression::retention::RetentionRules;
use pivotal_domain::suppression::retention::account::Done;
use pivotal_domain::suppression::retention::command::RetentionCommand;
use pivotal_domain::suppression::retention::error::RetentionError;
use pivotal_domain::suppression::retention::events::RetentionEvent;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::identity::strays;
use super::snapshot::Snapshot;
use super::{Part, Report, VerifyError};

const PART: Part = Part::Retention;
const RUNS: &str = "retention_runs";
const DRY_RUNS: &str = "retention_dry_runs";

/// The rules, and what every run came to.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Told {
    pub rules: RetentionRules,
    ran: BTreeMap<Uuid, RetentionEvent>,
    dry_ran: BTreeMap<Uuid, RetentionEvent>,
}

impl Aggregate for Told {
    const TYPE: &'static str = RetentionRules::TYPE;
    type Command = RetentionCommand;
    type Event = RetentionEvent;
    type Error = RetentionError;
    type Services = ();

    async fn handle(
        &mut self,
        command: RetentionCommand,
        _services: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), RetentionError> {
        for event in self.rules.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: RetentionEvent) {
        match &event {
            RetentionEvent::RetentionRuleSet { .. } => {}
            RetentionEvent::RetentionDryRan { run, .. } => {
                self.dry_ran.entry(*run).or_insert_with(|| event.clone());
            }
            RetentionEvent::RetentionRan { run, .. } => {
                self.ran.entry(*run).or_insert_with(|| event.clone());
            }
        }
        self.rules.apply(event);
    }
}

pub(super) async fn verify(
    told: &Told,
    position: i64,
    snapshot: &mut Snapshot,
    report: &mut Report,
) -> Result<(), VerifyError> {
    report.checked(PART, (told.ran.len() + told.dry_ran.len()) as i64);
    runs(told, snapshot, report).await?;
    dry_runs(told, snapshot, report).await?;
    askers(position, snapshot, report).await
}

async fn runs(told: &Told, snapshot: &mut Snapshot, report: &mut Report) -> Result<(), VerifyError> {
    let rows =
        sqlx::query!("select id, began_at, ended_at, ending, deleted, held, done from read.retention_runs")
            .fetch_all(&mut snapshot.connection)
            .await?;
    let mut rows: HashMap<Uuid, _> = rows.into_iter().map(|row| (row.id, row)).collect();
    for (id, event) in &told.ran {
        let RetentionEvent::RetentionRan { at, began_at, done, end, .. } = event else { continue };
        let Some(row) = rows.remove(id) else {
            report.differs(PART, format!("{RUNS} {id}"), "the row is missing");
            continue;
        };
        let sum = |of: fn(&Done) -> u64| number(done.iter().map(of).sum());
        let same = (row.began_at, row.ended_at, row.ending.as_str()) == (*began_at, *at, end.as_str())
            && (row.deleted, row.held) == (sum(|done| done.deleted), sum(|done| done.held))
            && is(&row.done, done);
        if !same {
            report.differs(PART, format!("{RUNS} {id}"), "the row differs");
        }
    }
    strays(PART, RUNS, rows.into_keys(), report);
    Ok(())
}

async fn dry_runs(told: &Told, snapshot: &mut Snapshot, report: &mut Report) -> Result<(), VerifyError> {
    let rows = sqlx::query!(
        "select id, kind, keep, ended_at, due_now, due_30, due_90, held, items, held_items from read.retention_dry_runs"
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    let mut rows: HashMap<Uuid, _> = rows.into_iter().map(|row| (row.id, row)).collect();
    for (id, event) in &told.dry_ran {
        let RetentionEvent::RetentionDryRan { at, kind, keep, found, .. } = event else { continue };
        let Some(row) = rows.remove(id) else {
            report.differs(PART, format!("{DRY_RUNS} {id}"), "the row is missing");
            continue;
        };
        let same = (row.kind.as_str(), row.keep, row.ended_at) == (kind.as_str(), keep.to_string(), *at)
            && (row.due_now, row.due_30, row.due_90, row.held)
                == (number(found.now), number(found.next_30), number(found.next_90), number(found.held))
            && is(&row.items, &found.items)
            && is(&row.held_items, &found.held_items);
        if !same {
            report.differs(PART, format!("{DRY_RUNS} {id}"), "the row differs");
        }
    }
    strays(PART, DRY_RUNS, rows.into_keys(), report);
    Ok(())
}

/// Who asked stands beside the event, not in it.
async fn askers(position: i64, snapshot: &mut Snapshot, report: &mut Report) -> Result<(), VerifyError> {
    let rows = sqlx::query!(
        r#"select d.id as "id!", d.dry as "dry!" from log.events e
           join (select id, asked_by, false as dry from read.retention_runs union all select id, asked_by, true from read.retention_dry_runs) d
             on d.id = (e.payload -> e.event_type ->> 'run')::uuid and d.dry = (e.event_type = 'RetentionDryRan')
           where e.aggregate_type = 'retention_rules' and e.event_type in ('RetentionRan', 'RetentionDryRan')
             and e.global_position <= $1 and d.asked_by is distinct from e.metadata ->> 'actor'
           order by d.id"#,
        position
    )
    .fetch_all(&mut snapshot.connection)
    .await?;
    for row in rows {
        let table = if row.dry { DRY_RUNS } else { RUNS };
        report.differs(PART, format!("{table} {}", row.id), "who asked differs");
    }
    Ok(())
}

fn is<T: Serialize>(shown: &serde_json::Value, wanted: &T) -> bool {
    serde_json::to_value(wanted).is_ok_and(|wanted| wanted == *shown)
}

fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
