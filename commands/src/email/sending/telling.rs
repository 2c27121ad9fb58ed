//! What became of mails is told while the next are handed over: some hundred at a time, or a fifth of a second after they left.

use std::time::{Duration, Instant};

use pivotal_domain::audience::values::email::EmailAddress;
use pivotal_domain::email::sending::facts::{MOST_OUTCOMES, Outcome};
use pivotal_domain::email::sending::outcome::{Became, By};
use pivotal_domain::identity::actor::Actor;
use sqlx::PgPool;
use tokio::task::JoinHandle;

use super::Sending;
use super::health::{self, Counts};
use super::letters::Letters;
use super::settle::{Told, settle};
use crate::context::Context;

const WITHIN: Duration = Duration::from_millis(200);
/// How often it is tried: what is not told in the end is looked up, or known to nobody.
pub(super) const TRIES: u32 = 20;
pub(super) const TRY_AGAIN: (Duration, Duration) = (Duration::from_millis(200), Duration::from_secs(5));

/// What one turn has to tell.
pub(super) struct Telling<'a> {
    sending: &'a Sending,
    letters: &'a Letters,
    /// By the mark, and by the provider's answers.
    marks: Vec<Outcome>,
    sends: Vec<Outcome>,
    nobodys: Vec<EmailAddress>,
    counts: Counts,
    told_at: Instant,
    telling: Option<JoinHandle<()>>,
}

impl<'a> Telling<'a> {
    pub fn new(sending: &'a Sending, letters: &'a Letters) -> Self {
        Telling {
            sending,
            letters,
            marks: Vec::new(),
            sends: Vec::new(),
            nobodys: Vec::new(),
            counts: Counts::default(),
            told_at: Instant::now(),
            telling: None,
        }
    }

    /// Of somebody who was not written to.
    pub fn left_out(&mut self, outcome: Outcome) {
        self.marks.push(outcome);
    }

    /// Of somebody who was. `nobodys`: an address that the provider says nobody has.
    pub fn sent(&mut self, outcome: Outcome, nobodys: Option<EmailAddress>) {
        self.counts.sent += i64::from(outcome.o == Became::Sent);
        self.counts.hard += i64::from(nobodys.is_some());
        self.nobodys.extend(nobodys);
        self.sends.push(outcome);
    }

    /// When it is time. `all`: now, and waits until it is done.
    pub async fn tell(&mut self, all: bool) {
        let enough = self.marks.len() + self.sends.len() >= MOST_OUTCOMES;
        if !all && !enough && self.told_at.elapsed() < WITHIN {
            return;
        }
        if let Some(telling) = self.telling.take() {
            waited_for(telling).await;
        }
        self.told_at = Instant::now();
        let telling = self.begin();
        match telling {
            Some(telling) if all => waited_for(telling).await,
            telling => self.telling = telling,
        }
    }

    fn begin(&mut self) -> Option<JoinHandle<()>> {
        let (campaign, pinned) = (self.letters.campaign, &self.letters.launched.pinned);
        let (marks, sends) = (std::mem::take(&mut self.marks), std::mem::take(&mut self.sends));
        let mut told = Vec::with_capacity(2);
        if !marks.is_empty() {
            told.push(Told::new(campaign, By::Mark, marks));
        }
        if !sends.is_empty() {
            let nobodys = std::mem::take(&mut self.nobodys);
            let account = Some(pinned.account.clone());
            told.push(Told { account, nobodys, ..Told::new(campaign, By::Send, sends) });
        }
        if told.is_empty() {
            return None;
        }
        let (ctx, pool) = (self.sending.ctx.clone(), self.sending.claims.pool().clone());
        let (counts, from) = (std::mem::take(&mut self.counts), pinned.from_domain.clone());
        Some(tokio::spawn(async move {
            for one in told {
                tell_of(&ctx, one).await;
            }
            count(&ctx, &pool, campaign, &from, counts).await;
        }))
    }
}

/// A panic in there is told by the runtime; what it would have told of is looked up.
async fn waited_for(telling: JoinHandle<()>) {
    if let Err(error) = telling.await {
        tracing::error!(%error, "telling what became of mails broke");
    }
}

async fn tell_of(ctx: &Context, told: Told) {
    let (actor, mut pause) = (Actor::system("system"), TRY_AGAIN.0);
    for _ in 0..TRIES {
        match settle(ctx, &actor, told.clone()).await {
            Ok(_) => return,
            Err(error) => {
                tracing::warn!(%error, "what became of mails cannot be told; trying again");
                tokio::time::sleep(pause).await;
                pause = (pause * 2).min(TRY_AGAIN.1);
            }
        }
    }
}

async fn count(ctx: &Context, pool: &PgPool, campaign: uuid::Uuid, from: &str, counts: Counts) {
    if counts.is_nothing() {
        return;
    }
    if let Err(error) = health::count(pool, campaign, from, counts, ctx.now()).await {
        tracing::warn!(%error, "what came of mails could not be counted");
    }
}
