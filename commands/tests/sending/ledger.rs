//! The promise: whatever happens in whichever order, and wherever a process dies, the ledger balances and nobody is written to twice.
//!
//! Three workers go step by step through what the pipeline does, in any order, among people who stop, pause and suppress; some of them
//! die between two steps. What must hold is asked after every step.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use pivotal_commands::email::sending::answers::{Handed, Then, then};
use pivotal_commands::email::sending::claims::{Lease, Marking};
use pivotal_commands::email::sending::judge::key_of;
use pivotal_commands::email::sending::look_up::look;
use pivotal_commands::email::sending::settle::{Told, settle};
use pivotal_commands::ports::email_provider::content::Content;
use pivotal_commands::ports::email_provider::email::{Email, Party};
use pivotal_commands::ports::email_provider::{HandOver, Refusal};
use pivotal_commands::suppression::guard::{Contacted, Keys};
use pivotal_domain::audience::values::email::EmailAddress;
use pivotal_domain::campaigns::campaigns::CampaignCommand;
use pivotal_domain::campaigns::campaigns::happened::{PauseDetail, PauseReason};
use pivotal_domain::email::sending::facts::Outcome;
use pivotal_domain::email::sending::outcome::{By, Reason};
use pivotal_domain::identity::actor::Actor;
use proptest::prelude::*;
use uuid::Uuid;

use crate::support::{ACCOUNT, World, address};

const PEOPLE: usize = 30;
const WORKERS: usize = 3;

#[derive(Debug, Clone, Copy)]
enum Step {
    Lease(usize),
    Mark(usize),
    /// Handed over, and answered like this.
    HandOver(usize, Says),
    Settle(usize),
    /// The process is gone, with all it knew.
    Die(usize),
    LookUp,
    Minutes(i64),
    Keep,
    Suppress(usize),
    Pause,
    Resume,
    Stop,
}

#[derive(Debug, Clone, Copy)]
enum Says {
    Takes,
    /// Nobody heard its answer, and it took them.
    TakesInSilence,
    TakesNothingInSilence,
    Defers,
    RefusesAll,
}

fn step() -> impl Strategy<Value = Step> {
    let says = prop_oneof![
        4 => Just(Says::Takes),
        1 => Just(Says::TakesInSilence),
        1 => Just(Says::TakesNothingInSilence),
        1 => Just(Says::Defers),
        1 => Just(Says::RefusesAll),
    ];
    prop_oneof![
        6 => (0..WORKERS).prop_map(Step::Lease),
        6 => (0..WORKERS).prop_map(Step::Mark),
        6 => (0..WORKERS, says).prop_map(|(worker, says)| Step::HandOver(worker, says)),
        6 => (0..WORKERS).prop_map(Step::Settle),
        2 => (0..WORKERS).prop_map(Step::Die),
        2 => Just(Step::LookUp),
        3 => (1..8_i64).prop_map(Step::Minutes),
        2 => Just(Step::Keep),
        2 => (0..PEOPLE).prop_map(Step::Suppress),
        1 => Just(Step::Pause),
        2 => Just(Step::Resume),
        1 => Just(Step::Stop),
    ]
}

/// What one process knows.
#[derive(Default)]
struct Worker {
    lease: Option<Lease>,
    marked: Vec<(Handed, Email)>,
    outcomes: Vec<Outcome>,
}

struct Play {
    world: World,
    campaign: Uuid,
    workers: Vec<Worker>,
    content: Arc<Content>,
    /// Nobody of these may be written to from here on.
    suppressed: HashSet<String>,
}

impl Play {
    async fn new() -> Self {
        let world = World::new().await;
        let members = world.people(PEOPLE).await;
        let campaign = world.launched(world.launch(members)).await;
        let content = Arc::new(Content::fixed("s", "h", "t"));
        let workers = (0..WORKERS).map(|_| Worker::default()).collect();
        Play { world, campaign, workers, content, suppressed: HashSet::new() }
    }

    fn now(&self) -> DateTime<Utc> {
        self.world.ctx.now()
    }

    async fn go(&mut self, step: Step) {
        match step {
            Step::Lease(n) => self.lease(n).await,
            Step::Mark(n) => self.mark(n).await,
            Step::HandOver(n, says) => self.hand_over(n, says).await,
            Step::Settle(n) => self.settle(n).await,
            Step::Die(n) => self.workers[n] = Worker::default(),
            Step::LookUp => {
                let mut after = None;
                while let Some(last) = look(&self.world.sending, after).await.unwrap() {
                    after = Some(last);
                }
            }
            Step::Minutes(minutes) => self.world.log.clock.advance(TimeDelta::minutes(minutes)),
            Step::Keep => self.world.keep().await,
            Step::Suppress(n) => {
                self.world.suppress(&address(n)).await;
                self.suppressed.insert(address(n));
            }
            Step::Pause => {
                let (reason, detail, at) = (PauseReason::Person, PauseDetail::default(), self.now());
                self.world.command(self.campaign, CampaignCommand::Pause { reason, detail, at }).await;
            }
            Step::Resume => {
                let epoch = self.world.made(self.campaign).await.launched.unwrap().epoch;
                let command = CampaignCommand::Resume {
                    epoch,
                    accepted_after_restore: false,
                    reason: None,
                    at: self.now(),
                };
                self.world.command(self.campaign, command).await;
            }
            Step::Stop => {
                self.world
                    .command(self.campaign, CampaignCommand::Stop { reason: None, at: self.now() })
                    .await;
            }
        }
    }

    async fn lease(&mut self, n: usize) {
        if self.workers[n].lease.is_none() {
            let accounts = [ACCOUNT.to_owned()];
            let leased = self.world.sending.claims.lease(&accounts, &[], self.now()).await.unwrap();
            self.workers[n].lease = leased;
        }
    }

    /// Some of those it holds: not all, so that others are left.
    async fn mark(&mut self, n: usize) {
        if !self.workers[n].marked.is_empty() {
            return;
        }
        let Some(lease) = self.workers[n].lease.clone() else { return };
        let (blind, now) = (&self.world.ctx.log.blind, self.now());
        let numbers = self.numbers().await;
        let chosen: Vec<_> = lease.leased.iter().take(7).collect();
        let to: Vec<EmailAddress> =
            chosen.iter().map(|leased| EmailAddress::parse(&numbers[&leased.contact]).unwrap()).collect();
        let markings: Vec<Marking> = chosen
            .iter()
            .zip(&to)
            .map(|(leased, to)| Marking {
                contact: leased.contact,
                message: Uuid::now_v7(),
                key: key_of(blind, to),
                domain: None,
                variant: leased.variant,
            })
            .collect();
        let barring = Keys::of(blind, &to.iter().map(contacted).collect::<Vec<_>>());
        let marked = self
            .world
            .sending
            .claims
            .mark(self.campaign, lease.id, &markings, &barring, true, now)
            .await
            .unwrap();
        for one in marked {
            let (leased, marking, to) = (chosen[one.n], &markings[one.n], &to[one.n]);
            if let Some(suppression) = one.suppression {
                let out = Outcome::new(leased.contact, Reason::Suppressed.of(), Some(Reason::Suppressed));
                self.workers[n].outcomes.push(Outcome { w: Some(suppression), ..out });
            } else if one.marked {
                let handed = Handed {
                    contact: leased.contact,
                    message: marking.message,
                    variant: 0,
                    domain: None,
                    tries: u16::try_from(leased.attempts).unwrap() + 1,
                    first_at: leased.first_marked_at.unwrap_or(now),
                };
                let email = self.email(marking.message, to.clone());
                self.workers[n].marked.push((handed, email));
            }
        }
    }

    async fn hand_over(&mut self, n: usize, says: Says) {
        let marked = std::mem::take(&mut self.workers[n].marked);
        let (claims, now) = (&self.world.sending.claims, self.now());
        let to: Vec<Contacted> = marked.iter().map(|(_, email)| contacted(&email.to.address)).collect();
        // It may have been a while since the mark, so the guard is asked again.
        let barring = Keys::of(&self.world.ctx.log.blind, &to);
        let messages: Vec<Uuid> = marked.iter().map(|(handed, _)| handed.message).collect();
        let still = claims.still_allowed(self.campaign, &messages, &barring, now).await.unwrap();
        for (number, (handed, email)) in marked.into_iter().enumerate() {
            if !still.goes || still.barred.contains_key(&number) {
                claims.hand_back(self.campaign, &[handed.back(now, false)]).await.unwrap();
                continue;
            }
            // A worker that was away for long may find that somebody looked its mail up and handed it over anew.
            if !still.held.contains(&handed.message) {
                continue;
            }
            let to = email.to.address.as_str().to_owned();
            assert!(!self.suppressed.contains(&to), "{to} was suppressed before");
            let unknown = HandOver::Unknown { said: "no answer".into() };
            match says {
                Says::Takes => {}
                Says::TakesInSilence => {
                    self.world.says(&to, vec![unknown]);
                    self.world.provider.arrived(email.clone());
                }
                Says::TakesNothingInSilence => self.world.says(&to, vec![unknown]),
                Says::Defers => {
                    let refusal = Refusal::DeferRecipient(Duration::ZERO);
                    self.world.says(&to, vec![HandOver::Refused { refusal, said: "later".into() }]);
                }
                Says::RefusesAll => {
                    let refusal = Refusal::Mail;
                    self.world.says(&to, vec![HandOver::Refused { refusal, said: "no".into() }]);
                }
            }
            let answers = self.world.sending.accounts.hand_over(ACCOUNT, std::slice::from_ref(&email)).await;
            match then(&handed, &answers[0], true, now) {
                Then::Settle { outcome, .. } => self.workers[n].outcomes.push(outcome),
                Then::Back(back) => {
                    claims.hand_back(self.campaign, &[back]).await.unwrap();
                }
                Then::LookUp => {}
                other => panic!("{other:?}"),
            }
        }
    }

    async fn settle(&mut self, n: usize) {
        let outcomes = std::mem::take(&mut self.workers[n].outcomes);
        let told = Told::new(self.campaign, By::Send, outcomes);
        settle(&self.world.ctx, &Actor::system("system"), told).await.unwrap();
        if self.workers[n].marked.is_empty()
            && let Some(lease) = self.workers[n].lease.take()
        {
            self.world.sending.claims.give_back(&lease).await.unwrap();
        }
    }

    /// Whose address is whose: contacts stand in the order of their numbers.
    async fn numbers(&self) -> std::collections::HashMap<Uuid, String> {
        let ids: Vec<Uuid> = sqlx::query_scalar(
            "select contact from guard.email_recipients where campaign = $1 order by contact",
        )
        .bind(self.campaign)
        .fetch_all(&self.world.log.pools.write)
        .await
        .unwrap();
        ids.into_iter().enumerate().map(|(n, id)| (id, address(n))).collect()
    }

    fn email(&self, message: Uuid, to: EmailAddress) -> Email {
        Email {
            id: message,
            campaign: Some(self.campaign),
            from: Party::new("", EmailAddress::parse("news@norhavn.example").unwrap()),
            reply_to: None,
            to: Party::new("", to),
            bounces_to: None,
            unsubscribe: None,
            headers: Vec::new(),
            content: self.content.clone(),
            values: Vec::new(),
        }
    }

    async fn must_hold(&self) {
        self.world.must_balance(self.campaign).await;
        let taken = self.world.taken_for();
        let people: HashSet<&String> = taken.iter().collect();
        assert_eq!(people.len(), taken.len(), "somebody was written to twice: {taken:?}");
    }
}

fn contacted(to: &EmailAddress) -> Contacted {
    Contacted { email: Some(to.as_str().to_owned()), ..Contacted::default() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, max_shrink_iters: 0, ..ProptestConfig::default() })]

    #[test]
    fn the_ledger_balances_and_nobody_is_written_to_twice(steps in proptest::collection::vec(step(), 20..60)) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        runtime.block_on(async {
            let mut play = Play::new().await;
            for step in steps {
                play.go(step).await;
                play.must_hold().await;
            }
            // Everybody is gone, and comes to an end without them.
            play.workers = (0..WORKERS).map(|_| Worker::default()).collect();
            play.go(Step::Resume).await;
            for _ in 0..20 {
                play.go(Step::Minutes(40)).await;
                play.go(Step::LookUp).await;
                play.go(Step::Keep).await;
                play.world.send_all().await;
                play.must_hold().await;
            }
            let open = play.world.states(play.campaign).await;
            assert!(!open.contains_key("pending") && !open.contains_key("sending"), "{open:?}");
        });
    }
}
