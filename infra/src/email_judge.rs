//! Which opens and clicks were no person's: holds what the read models show against the rules, and writes to the log what they say.
//!
//! Each minute it looks at what nobody judged yet; asked for, it goes over a time once more with the rules of today, and writes only
//! what differs.

use std::collections::HashMap;
use std::time::Duration;

use chrono::TimeDelta;
use pivotal_commands::context::Context;
use pivotal_commands::email::tracking::judged::{Anew, agents, tell_verdicts};
use pivotal_commands::jobs::handler::{JobEnd, JobError, JobHandler};
use pivotal_commands::jobs::kinds;
use pivotal_commands::jobs::running::RunningJob;
use pivotal_commands::jobs::schedules::Schedule;
use pivotal_domain::email::tracking::facts::Verdict;
use pivotal_domain::email::tracking::machine::{self, Method, Sign, Touch};
use pivotal_domain::email::tracking::signal::{Key16, Kind};
use pivotal_projections::email::tracking::SPEC;
use pivotal_projections::email::tracking::hits::{HitRow, Judged, Place, between, unjudged};
use pivotal_projections::freshness::{self, Freshness};
use pivotal_projections::runner::positions::Positions;
use serde::{Deserialize, Serialize};
use sqlx::PgPool;
use uuid::Uuid;

pub const SCHEDULE: Schedule = Schedule { name: "email-judge", kind: kinds::EMAIL_JUDGE, cron: "* * * * *" };

/// What a program does besides, it does within this time of a hit: only then all of it is known.
const OLD_ENOUGH: TimeDelta = TimeDelta::seconds(60);
/// How long the hits may take to show what was said of them.
const PATIENCE: Duration = Duration::from_secs(30);

/// The handler of [`kinds::EMAIL_JUDGE`].
#[derive(Debug, Clone)]
pub struct JudgesHits {
    pub ctx: Context,
    pub positions: Positions,
}

impl JobHandler for JudgesHits {
    const KIND: &'static str = kinds::EMAIL_JUDGE.name;

    fn at_once(&self) -> usize {
        1
    }

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let before = self.ctx.now() - OLD_ENOUGH;
        let mut done = 0;
        loop {
            let mails = unjudged(self.pool(), before).await?;
            let verdicts = verdicts(&self.ctx, &mails).await?;
            if verdicts.is_empty() {
                return Ok(JobEnd::Done);
            }
            done += verdicts.len() as i64;
            if !self.told(&verdicts).await? {
                // What is not shown yet would be judged twice; the next run sees it.
                return Ok(JobEnd::Done);
            }
            job.report(done, None, Some("Judging opens and clicks")).await?;
            if job.should_stop() {
                return Ok(JobEnd::Stopped);
            }
        }
    }
}

impl JudgesHits {
    fn pool(&self) -> &PgPool {
        &self.ctx.log.pools.write
    }

    /// Writes them down, and waits until the hits show it: whether they do.
    async fn told(&self, verdicts: &[Verdict]) -> Result<bool, JobError> {
        let Some(position) = tell_verdicts(&self.ctx, verdicts).await? else { return Ok(true) };
        let seen = freshness::wait(self.pool(), &self.positions, &[SPEC.name], position, PATIENCE).await?;
        Ok(seen == Freshness::Fresh)
    }
}

/// The handler of [`kinds::EMAIL_JUDGE_ANEW`].
#[derive(Debug, Clone)]
pub struct JudgesHitsAnew(pub JudgesHits);

/// What a later try goes on from.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Walked {
    after: Place,
    differs: i64,
}

impl JobHandler for JudgesHitsAnew {
    const KIND: &'static str = kinds::EMAIL_JUDGE_ANEW.name;

    fn at_once(&self) -> usize {
        1
    }

    async fn run(&self, job: &RunningJob) -> Result<JobEnd, JobError> {
        let judge = &self.0;
        let Anew { from, to } = job.payload()?;
        // What is younger is judged for the first time soon.
        let to = to.min(judge.ctx.now() - OLD_ENOUGH);
        let mut walked: Walked =
            job.resume_state()?.unwrap_or(Walked { after: (from, Uuid::nil()), differs: 0 });
        loop {
            let (mails, next) = between(judge.pool(), walked.after, to).await?;
            let Some(next) = next else { return Ok(JobEnd::Done) };
            let verdicts = verdicts(&judge.ctx, &mails).await?;
            walked.differs += verdicts.len() as i64;
            walked.after = next;
            judge.told(&verdicts).await?;
            job.report_state(walked.differs, None, Some("Judging opens and clicks anew"), &walked).await?;
            if job.should_stop() {
                return Ok(JobEnd::Stopped);
            }
        }
    }
}

async fn verdicts(ctx: &Context, mails: &[Judged]) -> Result<Vec<Verdict>, JobError> {
    let keys: Vec<Key16> = mails
        .iter()
        .flat_map(|mail| &mail.hits)
        .filter_map(|hit| hit.features.as_ref().and_then(|features| features.agent))
        .collect();
    let agents = agents(ctx, &keys).await?;
    Ok(mails.iter().flat_map(|mail| of_mail(mail, &agents)).collect())
}

/// What the rules say that does not stand there already: a hit that came later may say something of an earlier one.
fn of_mail(mail: &Judged, agents: &HashMap<Key16, String>) -> Vec<Verdict> {
    let touches: Vec<Touch<'_>> = mail.hits.iter().map(|hit| touch(hit, agents)).collect();
    let signs = machine::judge(Some(mail.delivered), &touches);
    let judged = mail.hits.iter().zip(signs);
    judged
        .filter(|(hit, sign)| {
            hit.verdict != Some(sign.is_some()) || hit.rule.as_deref() != sign.map(Sign::as_str)
        })
        .map(|(hit, sign)| Verdict {
            m: mail.message,
            g: mail.campaign,
            c: mail.contact,
            k: hit.kind,
            at: hit.at,
            p: hit.position,
            n: hit.n,
            l: hit.link,
            h: sign.is_some(),
            r: sign,
        })
        .collect()
}

fn touch<'a>(hit: &HitRow, agents: &'a HashMap<Key16, String>) -> Touch<'a> {
    let kind = match hit.kind {
        Kind::Clicked => machine::Kind::Click(hit.link.unwrap_or_default()),
        Kind::Trapped => machine::Kind::Trap,
        _ => machine::Kind::Open,
    };
    let features = hit.features.as_ref();
    let agent = features.and_then(|features| features.agent).and_then(|key| agents.get(&key));
    Touch {
        kind,
        at: hit.at,
        method: features.map_or(Method::Other, |features| features.method),
        user_agent: agent.map_or("", String::as_str),
        told: features.is_some_and(|features| features.told),
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeZone, Utc};
    use pivotal_domain::email::tracking::signal::Features;

    use super::*;

    const BROWSER: &str = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36";

    fn at(seconds: i64) -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 1, 5, 12, 0, 0).unwrap() + TimeDelta::seconds(seconds)
    }

    fn hit(n: u32, kind: Kind, seconds: i64) -> HitRow {
        let features = Features {
            agent: Some(Key16([1; 16])),
            net: "other".into(),
            net_key: Key16([2; 16]),
            method: Method::Get,
            marks: 0,
            told: false,
        };
        HitRow {
            position: 7,
            n,
            kind,
            at: at(seconds),
            link: (kind == Kind::Clicked).then_some(1),
            features: Some(features),
            verdict: None,
            rule: None,
        }
    }

    fn mail(hits: Vec<HitRow>) -> Judged {
        let id = Uuid::from_u128;
        Judged { message: id(1), campaign: id(2), contact: id(3), delivered: at(0), hits }
    }

    fn said(mail: &Judged) -> Vec<(u32, bool, Option<Sign>)> {
        let agents = HashMap::from([(Key16([1; 16]), BROWSER.to_owned())]);
        let verdicts = of_mail(mail, &agents);
        verdicts.iter().map(|verdict| (verdict.n, verdict.h, verdict.r)).collect()
    }

    #[test]
    fn a_program_gives_itself_away_and_a_person_does_not() {
        let person = mail(vec![hit(0, Kind::Opened, 600), hit(1, Kind::Clicked, 630)]);
        assert_eq!(said(&person), [(0, false, None), (1, false, None)]);
        let program = mail(vec![hit(0, Kind::Trapped, 3)]);
        assert_eq!(said(&program), [(0, true, Some(Sign::Trap))]);
    }

    #[test]
    fn what_stands_already_is_not_said_again() {
        let judged = HitRow { verdict: Some(false), ..hit(0, Kind::Opened, 600) };
        assert!(said(&mail(vec![judged.clone()])).is_empty());
        let wrong = HitRow { verdict: Some(true), rule: Some("agent".into()), ..judged };
        assert_eq!(said(&mail(vec![wrong])), [(0, false, None)]);
    }

    #[test]
    fn nobody_behind_a_user_agent_is_a_program() {
        let silent = HitRow { features: None, ..hit(0, Kind::Opened, 600) };
        assert!(said(&mail(vec![silent])).iter().all(|(_, program, _)| *program));
    }
}
