//! A campaign by SMTP while processes that send it are killed and people leave midway. Afterwards: the ledger balances, nobody got two
//! mails, nobody got one after they had left, and what is reported is what SQL by hand and an own fold of the log find.

use std::collections::HashMap;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{bail, ensure};
use serde_json::json;
use uuid::Uuid;

use super::ground::everybody;
use super::readers::{Left, Readers};
use super::sink::Mail;
use super::{Bench, report_by_hand, state};
use crate::p4_edit::Percentiles;
use crate::product::Worker;
use crate::report::{Measured, say};

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Options<'a> {
    pub binary: &'a Path,
    pub recipients: u64,
    pub kills: usize,
    /// Who leaves by the mail of an earlier campaign, and as many by that of this one.
    pub leavers: usize,
    /// As if time had passed since a process died: nobody waits until its mails are given up.
    pub hurry: bool,
}

const STARTS_WITHIN: Duration = Duration::from_secs(600);
/// A killed process's mails are given up after five minutes.
const GIVEN_UP_WITHIN: Duration = Duration::from_secs(900);
const JUDGED_WITHIN: Duration = Duration::from_secs(600);
/// Before a killed worker is started again.
const DOWN_FOR: Duration = Duration::from_millis(500);
const POLL: Duration = Duration::from_millis(20);
const SLOW_POLL: Duration = Duration::from_secs(1);
/// Of what one process holds at once it may have handed over everything and told nothing.
const HELD: i64 = 500;
/// R2: what was marked before somebody left may still be handed over within this.
const STILL_MS: f64 = 100.0;

const AGED: &str = "update guard.email_recipients set marked_at = marked_at - interval '10 minutes'
     where campaign = $1 and state = 'sending' and marked_at between now() - interval '9 minutes' and now() - interval '20 seconds'";
const UNJUDGED: &str = "select (select count(*) from mail.hits) + (select coalesce(sum(unjudged), 0)::bigint from read.email_messages where campaign_id = $1)";
/// Of those who left and got no mail: who is neither left out nor lost with a killed process.
const NOT_LEFT_OUT: &str =
    "select count(*) from guard.email_recipients r join read.contacts c on c.id = r.contact
     where r.campaign = $1 and c.email = any($2) and r.state not in ('excluded', 'unknown')";

/// What was found.
struct Found {
    taken: HashMap<String, Vec<Mail>>,
    left: Left,
    wrong: Vec<String>,
}

pub async fn measure(options: Options<'_>) -> anyhow::Result<Vec<Measured>> {
    // Those that are killed send, and the one that serves does not.
    let apart = vec![("PIVOTAL_EMAIL_SENDERS".to_owned(), "0".to_owned())];
    let mut bench = Bench::start(options.binary, options.recipients, apart).await?;
    let mut workers = vec![bench.product.worker()?, bench.product.worker()?];
    let measured = killed(&mut bench, &mut workers, options).await;
    for mut worker in workers {
        if worker.lives()? {
            worker.stop().await?;
        }
    }
    let measured = measured?;
    bench.stop().await?;
    Ok(measured)
}

async fn killed(
    bench: &mut Bench,
    workers: &mut [Worker],
    options: Options<'_>,
) -> anyhow::Result<Vec<Measured>> {
    let known = earlier(bench, options.leavers).await?;
    let campaign = bench.ground.campaign_to(&bench.sink, "Timetable", &everybody(), None).await?;
    bench.ground.launch(campaign).await?;
    state::until(&mut bench.connection, campaign, state::RUNNING, STARTS_WITHIN).await?;
    let began = Instant::now();
    let ((), left) = tokio::try_join!(kill(bench, workers, options), people(bench, known, options))?;
    settled(bench, campaign, options.hurry).await?;
    state::until(&mut bench.connection, campaign, state::COMPLETED, STARTS_WITHIN).await?;
    let mut taken = bench.sink.forget();
    // Test mails go to colleagues.
    taken.retain(|to, _| to.ends_with(".test"));
    let mut found = Found { taken, left, wrong: Vec::new() };
    let (counts, line) = check(bench, campaign, &mut found, options.kills).await?;
    let last = found.taken.values().flatten().map(|mail| mail.begun).max().unwrap_or(began);
    let took = (last - began).as_secs_f64();
    let rate = found.taken.len() as f64 / took.max(0.001);
    for wrong in &found.wrong {
        say(&format!("EMAIL-SEND: {wrong}"));
    }
    let fine = found.wrong.is_empty();
    // A line of a table.
    let wrong = found.wrong.join("; ").replace(['\n', '|'], " ");
    let told = if fine { line } else { format!("**{wrong}**") };
    let posts = Percentiles::of(found.left.times.clone());
    let (kills, leavers) = (options.kills, found.left.moments.len());
    Ok(vec![
        Measured {
            bar: "EMAIL-SEND",
            what: format!(
                "campaign to {} by SMTP, two processes send, one killed {kills} times, {leavers} people leave midway by one click ({}); {told}",
                options.recipients,
                posts.show()
            ),
            ours: format!("{rate:.0} mails/s over {took:.0} s, {counts}"),
            reference: "SQL by hand over the log, and `pivotal verify`".into(),
            ratio: String::new(),
            wanted: "balanced, none twice, none after they left",
            met: Some(fine),
        },
        Measured {
            bar: "R3 EMAIL",
            what: format!(
                "kill -9 of a process that sends, {kills} times in one campaign, wherever it was (at named points: `make faults`)"
            ),
            ours: counts,
            reference: "an own fold of the log".into(),
            ratio: String::new(),
            wanted: "nothing sent twice, read models equal",
            met: Some(fine),
        },
    ])
}

/// A campaign before this one: whoever got its mail can leave before the next one comes.
async fn earlier(bench: &mut Bench, leavers: usize) -> anyhow::Result<Vec<(String, String)>> {
    let patience = bench.patience();
    let some = json!({"field": "seniority_level", "op": "equals", "value": "Manager"});
    let campaign = bench.ground.campaign_to(&bench.sink, "Before", &some, None).await?;
    bench.ground.launch(campaign).await?;
    state::until(&mut bench.connection, campaign, state::RUNNING, STARTS_WITHIN).await?;
    state::until(&mut bench.connection, campaign, state::COMPLETED, patience).await?;
    let known = bench.sink.some(leavers);
    ensure!(!known.is_empty(), "nobody got a mail with a way out");
    say(&format!("{} mails of an earlier campaign, {} people will leave", bench.sink.count(), known.len()));
    Ok(known)
}

/// Mails that are expected at least.
fn expected(bench: &Bench, options: Options<'_>) -> u64 {
    bench.recipients.saturating_sub(options.leavers as u64)
}

/// One after the other, evenly over the campaign; each is started again.
async fn kill(bench: &Bench, workers: &mut [Worker], options: Options<'_>) -> anyhow::Result<()> {
    let (rounds, all) = (options.kills as u64, expected(bench, options));
    for round in 1..=rounds {
        until_sent(bench, all * round / (rounds + 1)).await?;
        let place = (round % 2) as usize;
        let Some(worker) = workers.get_mut(place) else { bail!("there is no worker to kill") };
        ensure!(worker.lives()?, "a worker ended by itself; its directory has worker.log");
        worker.kill().await?;
        say(&format!("killed a worker after {} mails", bench.sink.count()));
        tokio::time::sleep(DOWN_FOR).await;
        *worker = bench.product.worker()?;
    }
    Ok(())
}

/// Midway some leave: half of them have not had this campaign's mail yet, the others had. Some open and click.
async fn people(bench: &Bench, known: Vec<(String, String)>, options: Options<'_>) -> anyhow::Result<Left> {
    until_sent(bench, expected(bench, options) * 2 / 5).await?;
    let readers = Readers::new(&bench.product.url)?;
    let mut left = Left::default();
    readers.leave(known, &mut left).await?;
    readers.leave(bench.sink.some(options.leavers), &mut left).await?;
    let (opened, clicked) = readers.look(&bench.sink.kept()).await?;
    say(&format!("{} people left, {opened} opened, {clicked} clicked", left.moments.len()));
    Ok(left)
}

async fn until_sent(bench: &Bench, count: u64) -> anyhow::Result<()> {
    let (began, patience) = (Instant::now(), bench.patience());
    while bench.sink.count() < count {
        let sent = bench.sink.count();
        ensure!(began.elapsed() < patience, "{sent} mails have left, and never {count}");
        tokio::time::sleep(POLL).await;
    }
    Ok(())
}

async fn settled(bench: &mut Bench, campaign: Uuid, hurry: bool) -> anyhow::Result<()> {
    let (began, patience) = (Instant::now(), bench.patience() + GIVEN_UP_WITHIN);
    loop {
        if hurry {
            sqlx::query(AGED).bind(campaign).execute(&mut bench.connection).await?;
        }
        let (done, state) = state::look(&mut bench.connection, campaign, state::SETTLED).await?;
        if done {
            return Ok(());
        }
        ensure!(state.as_deref() == Some("running"), "the campaign is {state:?}; its page says why");
        ensure!(began.elapsed() < patience, "nobody is told of some recipients after {patience:?}");
        tokio::time::sleep(SLOW_POLL).await;
    }
}

/// Answers with how many are in which state, and with what was compared.
async fn check(
    bench: &mut Bench,
    campaign: Uuid,
    found: &mut Found,
    kills: usize,
) -> anyhow::Result<(String, String)> {
    let counts = state::counts(&mut bench.connection, campaign).await?;
    let of = |state: &str| counts.get(state).copied().unwrap_or_default();
    let (sent, unknown) = (of("sent"), of("unknown"));
    let Found { taken, left, wrong } = found;
    let twice = taken.values().filter(|mails| mails.len() > 1).count();
    if twice > 0 {
        wrong.push(format!("{twice} people got two mails"));
    }
    let people = i64::try_from(taken.len())?;
    if !(sent..=sent + unknown).contains(&people) {
        wrong.push(format!("{people} people got a mail, {sent} are told as sent and {unknown} as unknown"));
    }
    let most = i64::try_from(kills)? * HELD;
    if unknown > most {
        wrong.push(format!("{unknown} are unknown, and the killed held {most} at most"));
    }
    let late = late(taken, left);
    if late.is_some_and(|late| late > STILL_MS) {
        wrong.push(format!("somebody who had left got a mail {late:?} ms later"));
    }
    let gone: Vec<String> = left.moments.keys().filter(|one| !taken.contains_key(*one)).cloned().collect();
    let not_left_out: i64 =
        sqlx::query_scalar(NOT_LEFT_OUT).bind(campaign).bind(&gone).fetch_one(&mut bench.connection).await?;
    if not_left_out > 0 {
        wrong.push(format!("{not_left_out} who left and got no mail are not told as left out"));
    }
    wrong.extend(state::ledger(&bench.client, &mut bench.connection, campaign).await?);
    wrong.extend(judged(bench, campaign).await?);
    let compared = report_by_hand::compare(&bench.client, &mut bench.connection, campaign).await?;
    wrong.extend(compared.wrong);
    wrong.extend(bench.product.verify().await?.map(|told| format!("pivotal verify: {told}")));
    let line = format!(
        "{} of them before their mail of this campaign; {} figures and {} rows of its report equal",
        gone.len(),
        compared.figures.len(),
        compared.rows
    );
    let said: Vec<String> = counts.iter().map(|(state, count)| format!("{count} {state}")).collect();
    Ok((said.join(", "), line))
}

/// The longest time after their moment at which anybody's mail began, in ms.
fn late(taken: &HashMap<String, Vec<Mail>>, left: &Left) -> Option<f64> {
    let after = left.moments.iter().flat_map(|(to, moment)| {
        let mails = taken.get(to).into_iter().flatten();
        mails.filter_map(|mail| mail.begun.checked_duration_since(*moment))
    });
    after.map(|late| late.as_secs_f64() * 1000.0).max_by(f64::total_cmp)
}

/// Waits until the rules have looked at every opening and click: what is compared then stands still.
async fn judged(bench: &mut Bench, campaign: Uuid) -> anyhow::Result<Option<String>> {
    let began = Instant::now();
    loop {
        bench.client.followed().await?;
        let waiting: i64 =
            sqlx::query_scalar(UNJUDGED).bind(campaign).fetch_one(&mut bench.connection).await?;
        if waiting == 0 {
            return Ok(None);
        }
        if began.elapsed() > JUDGED_WITHIN {
            return Ok(Some(format!("{waiting} openings and clicks are judged by nobody")));
        }
        tokio::time::sleep(SLOW_POLL).await;
    }
}
