//! The words of a digest and of a single notification, made when they are sent.

use chrono::{DateTime, NaiveDate, Utc};
use pivotal_domain::audience::filter::asking::Asking;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::identity::notifications::NotificationPreferences;
use pivotal_domain::identity::notifications::catalogue::CATALOGUE;
use pivotal_domain::identity::notifications::digest::Every;
use pivotal_domain::identity::notifications::tasks::DUE_KIND;
use pivotal_domain::identity::notifications::words::{Words as Told, counted, grouped};
use pivotal_domain::identity::users::User;
use uuid::Uuid;

use super::letter::{Addressed, reachable};
use super::links::{MailLinks, Purpose};
use super::words::{Leave, Line, Link, Section, Words};
use crate::context::Context;
use crate::error::CommandError;
use crate::ports::notification_mail::{Digest, DigestAsked, DueTask, NotificationMail};

/// Of news, and of tasks. A mail is no list to work through.
const MOST: i64 = 20;
/// Where all of it is chosen.
const PREFERENCES: &str = "/notifications?show=preferences";

/// What a letter is made with.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    pub ctx: &'a Context,
    pub links: &'a MailLinks,
    pub news: &'a dyn NotificationMail,
}

/// `tried`: the person asked for it, so it comes even with nothing in it. `None`: there is nothing to send, or nobody to send it to.
pub async fn digest(
    desk: Desk<'_>,
    user: Uuid,
    since: DateTime<Utc>,
    until: DateTime<Utc>,
    tried: bool,
) -> Result<Option<Addressed>, CommandError> {
    let Some((held, actor)) = reader(desk.ctx, user).await? else { return Ok(None) };
    let mail = desk.ctx.log.load::<NotificationPreferences>(user).await?.state.mail;
    if mail.digest.every == Every::Off && !tried {
        return Ok(None);
    }
    let kinds = CATALOGUE.iter().map(|row| row.kind);
    // Tasks that are due stand in it by themselves.
    let left_out =
        kinds.filter(|kind| *kind == DUE_KIND || !mail.is_in_digest(kind)).map(str::to_owned).collect();
    let asked = DigestAsked { since, until, left_out, most: MOST };
    let asking = Asking { zone: mail.digest.zone(), ..Asking::at(desk.ctx.now()) };
    let mut found = desk.news.digest(&actor, &asked, &asking).await?;
    if !mail.is_in_digest(DUE_KIND) {
        found.tasks.clear();
        found.tasks_count = 0;
    }
    if found.is_empty() && !tried {
        return Ok(None);
    }
    let words = words(desk.links, user, &held, &found, &asking, tried);
    Ok(Some(addressed(&desk, user, held, words, Purpose::Digest)))
}

/// `None`: it was read meanwhile, or nobody wants to be told of it by mail any more.
pub async fn notification(desk: Desk<'_>, user: Uuid, id: i64) -> Result<Option<Addressed>, CommandError> {
    let Some((held, actor)) = reader(desk.ctx, user).await? else { return Ok(None) };
    let mail = desk.ctx.log.load::<NotificationPreferences>(user).await?.state.mail;
    if mail.at_once.is_empty() {
        return Ok(None);
    }
    let Some(told) = desk.news.one(&actor, id).await? else { return Ok(None) };
    let words = Words {
        subject: told.title.clone(),
        name: held.name.clone(),
        before: std::iter::once(told.title).chain(told.text).collect(),
        link: Some(Link { label: "Open in Pivotal", url: desk.links.page(&told.link) }),
        leave: Some(Leave {
            why: "You get this mail because you asked to be told of it at once.",
            label: "No more of these mails",
            url: desk.links.leave(Purpose::AtOnce, user),
            choose: desk.links.page(PREFERENCES),
        }),
        ..Words::default()
    };
    Ok(Some(addressed(&desk, user, held, words, Purpose::AtOnce)))
}

/// Whoever may be written to, and what they may see.
async fn reader(ctx: &Context, user: Uuid) -> Result<Option<(User, Actor)>, CommandError> {
    let Some(held) = reachable(ctx, user).await? else { return Ok(None) };
    let Some(role) = held.role else { return Ok(None) };
    let actor = Actor {
        user_id: user,
        name: held.name.clone(),
        email: held.email.clone(),
        role,
        team_ids: held.teams.clone(),
        client_id: held.client_id,
        ..Actor::system("mail")
    };
    Ok(Some((held, actor)))
}

fn addressed(desk: &Desk<'_>, user: Uuid, held: User, words: Words, purpose: Purpose) -> Addressed {
    let unsubscribe = Some(desk.links.leave(purpose, user));
    Addressed { name: held.name, address: held.email, words, unsubscribe }
}

fn words(links: &MailLinks, user: Uuid, held: &User, found: &Digest, asking: &Asking, tried: bool) -> Words {
    let (news, tasks) = (found.news_count.unsigned_abs(), found.tasks_count.unsigned_abs());
    let parts = [
        (news > 0).then(|| counted(news, "notification", "notifications")),
        (tasks > 0).then(|| format!("{} due", counted(tasks, "task", "tasks"))),
    ];
    let sums: Vec<String> = parts.into_iter().flatten().collect();
    let subject = match sums.is_empty() {
        true => "Your Pivotal digest: nothing is waiting".to_owned(),
        false => format!("Your Pivotal digest: {}", sums.join(", ")),
    };
    let before = match (found.is_empty(), tried) {
        (true, _) => {
            "You asked for your digest. Nothing is waiting for you: such a digest is not sent by itself."
        }
        (false, true) => "You asked for your digest. This is what is waiting for you now.",
        (false, false) => "This is what is waiting for you.",
    };
    let due = found.tasks.iter().map(|task| task_line(links, task, asking)).collect();
    let told = found.news.iter().map(|told| news_line(links, told)).collect();
    let sections = [
        Section { heading: "Tasks due", lines: due, more: more(tasks, found.tasks.len()) },
        Section { heading: "Not read yet", lines: told, more: more(news, found.news.len()) },
    ];
    Words {
        subject,
        name: held.name.clone(),
        before: vec![before.to_owned()],
        sections: sections.into_iter().filter(|section| !section.lines.is_empty()).collect(),
        link: Some(Link { label: "Open Pivotal", url: links.page("/notifications") }),
        leave: Some(Leave {
            why: "You get this mail because you chose a digest.",
            label: "No more digests",
            url: links.leave(Purpose::Digest, user),
            choose: links.page(PREFERENCES),
        }),
        after: Vec::new(),
    }
}

/// How many are not shown.
fn more(all: u64, shown: usize) -> Option<String> {
    let more = all.saturating_sub(shown as u64);
    (more > 0).then(|| format!("and {} more", grouped(more)))
}

fn news_line(links: &MailLinks, told: &Told) -> Line {
    Line { text: told.title.clone(), note: told.text.clone(), url: links.page(&told.link) }
}

fn task_line(links: &MailLinks, task: &DueTask, asking: &Asking) -> Line {
    let day = |day: NaiveDate| day.format("%-d %B").to_string();
    let moment = |at: DateTime<Utc>| at.with_timezone(&asking.zone).format("%-d %B, %H:%M").to_string();
    let when = task.on.map(day).or_else(|| task.at.map(moment));
    let note = when.map(|when| match task.overdue {
        true => format!("overdue since {when}"),
        false => format!("due {when}"),
    });
    let text = task.title.clone().unwrap_or_else(|| "A task whose text was erased".to_owned());
    Line { text, note, url: links.page(&format!("/tasks?task={}", task.id)) }
}
