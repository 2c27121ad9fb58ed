//! A campaign of mine ended, stands still, or did not start. Whoever did it themselves knows.

use serde_json::Error;
use uuid::Uuid;

use super::news::{Details, Happened, News, Outcome, Subject, SubjectKind, Told, Whom};
use super::words::{Shown, Tone, Words, counted};
use crate::campaigns::campaigns::events::CampaignEvent;
use crate::campaigns::campaigns::happened::{PauseReason, UnscheduledBy};
use crate::campaigns::campaigns::needs::{NeedsFact, What};

pub fn completed(happened: &Happened<'_>) -> Result<Vec<News>, Error> {
    let CampaignEvent::CampaignCompleted { ledger, owner, .. } = happened.read()? else {
        return Ok(Vec::new());
    };
    let count = |state: &str| ledger.get(state).copied().unwrap_or_default();
    let (failed, unknown) = (count("failed"), count("unknown"));
    let numbers =
        [("sent", count("sent")), ("excluded", count("excluded")), ("failed", failed), ("unknown", unknown)];
    let details = Details::of(Outcome::clean_if(failed + unknown == 0), &numbers);
    Ok(told(happened, owner, details))
}

pub fn completed_words(shown: &Shown<'_>) -> Words {
    let sums =
        [("sent", "sent"), ("excluded", "left out"), ("failed", "failed"), ("unknown", "nobody knows of")];
    Words {
        title: shown.ended("Campaign", "completed"),
        text: shown.sums(&sums),
        link: shown.link("/campaigns"),
        tone: shown.details.outcome.into(),
    }
}

pub fn paused(happened: &Happened<'_>) -> Result<Vec<News>, Error> {
    let CampaignEvent::CampaignPaused { reason, owner, .. } = happened.read()? else { return Ok(Vec::new()) };
    Ok(told(happened, owner, Details::of(Outcome::Attention, &[(reason.as_str(), 1)])))
}

pub fn paused_words(shown: &Shown<'_>) -> Words {
    let why = [
        PauseReason::Person,
        PauseReason::Complaints,
        PauseReason::Bounces,
        PauseReason::Provider,
        PauseReason::Restore,
    ];
    let why = why.into_iter().find(|reason| shown.details.number(reason.as_str()) > 0);
    Words {
        title: shown.ended("Campaign", "paused"),
        text: why.map(|reason| reason.words().to_owned()),
        link: shown.link("/campaigns"),
        tone: Tone::Warning,
    }
}

/// It was scheduled, and its checks found faults; or its audience could not be taken.
pub fn launch_failed(happened: &Happened<'_>) -> Result<Vec<News>, Error> {
    let (owner, faults) = match happened.read()? {
        CampaignEvent::CampaignLaunchFailed { owner, .. } => (owner, 0),
        CampaignEvent::CampaignUnscheduled { by: UnscheduledBy::Start, faults, owner, .. } => {
            (owner, faults.len() as u64)
        }
        _ => return Ok(Vec::new()),
    };
    Ok(told(happened, owner, Details::of(Outcome::Failed, &[("faults", faults)])))
}

pub fn launch_failed_words(shown: &Shown<'_>) -> Words {
    let text = match shown.details.number("faults") {
        0 => "Its audience could not be taken. It is a draft again.",
        _ => "Its checks found something that must be mended first. It is a draft again.",
    };
    Words {
        title: shown.ended("Launch of a campaign", "done"),
        text: Some(text.to_owned()),
        link: shown.link("/campaigns"),
        tone: Tone::Bad,
    }
}

pub fn winner(happened: &Happened<'_>) -> Result<Vec<News>, Error> {
    let CampaignEvent::CampaignWinnerChosen { owner, .. } = happened.read()? else { return Ok(Vec::new()) };
    Ok(told(happened, owner, Details::default()))
}

pub fn winner_words(shown: &Shown<'_>) -> Words {
    Words {
        title: shown.ended("Test of variants", "decided"),
        text: None,
        link: shown.link("/campaigns"),
        tone: Tone::Good,
    }
}

/// Nothing goes on with it, or with some of it, before somebody does something.
pub fn needs(happened: &Happened<'_>) -> Result<Vec<News>, Error> {
    let NeedsFact::CampaignNeedsSomebody(needs) = happened.read()?;
    let outcome = match needs.what {
        What::TestUndecided | What::MailsUnknown => Outcome::Attention,
        What::TakeStands => Outcome::Failed,
    };
    let numbers = [(needs.what.as_str(), needs.count.unwrap_or(1))];
    Ok(told(happened, needs.owner, Details::of(outcome, &numbers)))
}

pub fn needs_words(shown: &Shown<'_>) -> Words {
    let what = What::ALL.into_iter().find(|what| shown.details.number(what.as_str()) > 0);
    let text = what.map(|what| match what {
        What::TestUndecided => {
            "Its test is over and no variant is better. The rest of the audience waits until you choose one.".to_owned()
        }
        What::MailsUnknown => {
            let mails = counted(shown.details.number(what.as_str()), "email", "emails");
            format!("Nobody has known for a day whether {mails} left. Nothing is sent again: say what became of them.")
        }
        What::TakeStands => {
            "Its audience could not be taken, and nobody is written to. Try it again, or stop the campaign.".to_owned()
        }
    });
    let title = match shown.name {
        Some(name) => format!("Campaign waits for you: {name}"),
        None => "Campaign waits for you".to_owned(),
    };
    Words { title, text, link: shown.link("/campaigns"), tone: shown.details.outcome.into() }
}

/// Sample data is nobody's campaign.
fn told(happened: &Happened<'_>, owner: Uuid, details: Details) -> Vec<News> {
    if owner.is_nil() {
        return Vec::new();
    }
    vec![News::Tell(Told {
        whom: Whom::User(owner),
        except: happened.by,
        subject: Some(Subject { kind: SubjectKind::Campaign, id: happened.about }),
        details,
        joins: false,
    })]
}
