//! What came back about mails, told at once by somebody who brings it along: sample data, of which no provider and no program tells
//! anything. Nothing follows from it: whoever is to be suppressed is suppressed by whoever brings it.

use chrono::{DateTime, Utc};
use pivotal_domain::email::replies::{Matched, Received, ReplyKind, Who, Words};
use pivotal_domain::email::tracking::facts::{
    EMAIL_SIGNALS_RECORDED, EMAIL_USER_AGENT_SEEN, SignalsRecorded, TrackingFact, UserAgentSeen, Verdict,
};
use pivotal_domain::email::tracking::machine::{Method, Sign};
use pivotal_domain::email::tracking::signal::{Features, Key16, Kind, Signal, marks};
use pivotal_domain::log::metadata::Metadata;
use pivotal_domain::suppression::suppressions::reach::Reach;
use pivotal_log::append::{Append, Lane};
use uuid::Uuid;

use super::intake::{fact_of, follow};
use super::judged::tell_verdicts;
use crate::context::Context;
use crate::email::replies::receive::{self, Came};
use crate::error::CommandError;

/// What people and a mail program that fetches every image say of themselves.
const BROWSER: &str = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36";
const FETCHER: &str = "Mozilla/5.0";

/// One thing that came back about a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub message: Uuid,
    pub campaign: Uuid,
    pub contact: Uuid,
    pub at: DateTime<Utc>,
    pub said: Said,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    Opened,
    /// By a mail program that fetches every image, read or not.
    Fetched,
    /// The number of a link.
    Clicked(u16),
    BouncedHard,
    Complained,
    /// From everything of ours.
    Unsubscribed,
    Replied {
        who: Who,
        words: Words,
    },
}

impl Said {
    fn kind(&self) -> Kind {
        match self {
            Said::Opened | Said::Fetched => Kind::Opened,
            Said::Clicked(_) => Kind::Clicked,
            Said::BouncedHard => Kind::BouncedHard,
            Said::Complained => Kind::Complained,
            Said::Unsubscribed => Kind::Unsubscribed,
            Said::Replied { .. } => Kind::Replied,
        }
    }

    /// As facts name whoever told it.
    fn source(&self) -> &'static str {
        match self {
            Said::Opened | Said::Fetched => "pixel",
            Said::Clicked(_) => "link",
            Said::Unsubscribed => "page",
            Said::BouncedHard | Said::Complained | Said::Replied { .. } => "mail",
        }
    }
}

/// All of it, in facts of those who would have told it, with the verdicts on what was opened and clicked. Answers the last position.
pub(crate) async fn tell_answers(
    ctx: &Context,
    answers: &[Answer],
    metadata: &Metadata,
) -> Result<Option<i64>, CommandError> {
    let mut last = None;
    for source in ["pixel", "link", "page", "mail"] {
        let of_source: Vec<&Answer> =
            answers.iter().filter(|answer| answer.said.source() == source).collect();
        if !of_source.is_empty() {
            last = tell(ctx, source, &of_source, metadata).await?.max(last);
        }
    }
    Ok(last)
}

async fn tell(
    ctx: &Context,
    source: &'static str,
    answers: &[&Answer],
    metadata: &Metadata,
) -> Result<Option<i64>, CommandError> {
    let mut append = Append::new(Lane::Bulk);
    let hits = answers.iter().any(|answer| answer.said.kind().is_hit());
    if hits {
        for text in [BROWSER, FETCHER] {
            let seen = UserAgentSeen { key: agent(ctx, text), text: text.to_owned() };
            let fact = TrackingFact::EmailUserAgentSeen(seen);
            append.facts.push(fact_of(EMAIL_USER_AGENT_SEEN, Uuid::now_v7(), &fact, metadata)?);
        }
    }
    let replies: Vec<Came> = answers.iter().filter_map(|answer| came(answer)).collect();
    let whose: Vec<Uuid> = answers.iter().map(|answer| answer.contact).collect();
    let contacts = follow::contacts(ctx, whose).await?;
    receive::add(ctx, &mut append, &replies, &contacts, metadata).await?;
    let signals: Vec<Signal> = answers.iter().map(|answer| signal(ctx, answer)).collect();
    let batch = Uuid::now_v7();
    let recorded = SignalsRecorded {
        batch,
        source: source.to_owned(),
        account: None,
        received_at: answers.iter().map(|answer| answer.at).max().unwrap_or_else(|| ctx.now()),
        keys: signals.iter().map(|_| Key16(*Uuid::now_v7().as_bytes())).collect(),
        signals,
    };
    // The last of the append, so that its position is the append's.
    let fact = TrackingFact::EmailSignalsRecorded(recorded);
    append.facts.push(fact_of(EMAIL_SIGNALS_RECORDED, batch, &fact, metadata)?);
    let position = ctx.log.append(append).await?;
    if !hits {
        return Ok(Some(position));
    }
    let verdicts: Vec<Verdict> = (0..).zip(answers).map(|(n, answer)| verdict(answer, position, n)).collect();
    Ok(tell_verdicts(ctx, &verdicts).await?.or(Some(position)))
}

fn signal(ctx: &Context, answer: &Answer) -> Signal {
    let agent_of = |text: &str| Features {
        agent: Some(agent(ctx, text)),
        net: "other".to_owned(),
        net_key: Key16::of(answer.contact.as_bytes()),
        method: Method::Get,
        marks: marks::ACCEPT_LANGUAGE,
        told: false,
    };
    Signal {
        m: answer.message,
        g: answer.campaign,
        c: answer.contact,
        k: answer.said.kind(),
        at: answer.at,
        l: link(&answer.said),
        s: (answer.said == Said::Unsubscribed).then(|| Reach::Global.to_string()),
        d: None,
        f: match &answer.said {
            Said::Opened | Said::Clicked(_) => Some(agent_of(BROWSER)),
            Said::Fetched => Some(agent_of(FETCHER)),
            Said::BouncedHard | Said::Complained | Said::Unsubscribed | Said::Replied { .. } => None,
        },
    }
}

fn verdict(answer: &Answer, position: i64, n: u32) -> Verdict {
    let fetched = answer.said == Said::Fetched;
    Verdict {
        m: answer.message,
        g: answer.campaign,
        c: answer.contact,
        k: answer.said.kind(),
        at: answer.at,
        p: position,
        n,
        l: link(&answer.said),
        h: fetched,
        r: fetched.then_some(Sign::Privacy),
    }
}

fn link(said: &Said) -> Option<u16> {
    match said {
        Said::Clicked(number) => Some(*number),
        Said::Opened
        | Said::Fetched
        | Said::BouncedHard
        | Said::Complained
        | Said::Unsubscribed
        | Said::Replied { .. } => None,
    }
}

fn came(answer: &Answer) -> Option<Came> {
    let Said::Replied { who, words } = &answer.said else { return None };
    let received = Received {
        at: answer.at,
        message: Some(answer.message),
        campaign: Some(answer.campaign),
        contact: Some(answer.contact),
        matched: Matched::Thread,
        kind: ReplyKind::Person,
        away_until: None,
        who: who.clone(),
        words: words.clone(),
    };
    Some(Came { id: Uuid::now_v7(), received })
}

/// As the doors know a user agent.
fn agent(ctx: &Context, text: &str) -> Key16 {
    Key16::of(&ctx.log.blind.key("email.agent", text))
}
