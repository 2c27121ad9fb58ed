//! What stands in the inbox, read: whichever door it came by, as one kind of thing. It is not yet known which mail it is about.

use chrono::{DateTime, Utc};
use pivotal_domain::audience::values::email::EmailAddress;
use pivotal_domain::email::bounces::auto_reply::Automatic;
use pivotal_domain::email::bounces::delivery::{Action, DeliveryReport};
use pivotal_domain::email::bounces::feedback::FeedbackReport;
use pivotal_domain::email::bounces::incoming::{self, Incoming};
use pivotal_domain::email::bounces::reply::Class;
use pivotal_domain::email::bounces::thread;
use pivotal_domain::email::replies::stop::{asks_to_stop, away_until};
use pivotal_domain::email::replies::{ReplyKind, Who, Words};
use pivotal_domain::email::tracking::key::TrackingKey;
use pivotal_domain::email::tracking::signal::{Features, Key16, Kind};
use pivotal_domain::email::tracking::verp;
use pivotal_domain::email::webhooks::event::{Dropped, Event, What};
use pivotal_domain::email::webhooks::payload::ses::Envelope;
use pivotal_domain::email::webhooks::payload::{mailgun, sendgrid};
use pivotal_domain::suppression::suppressions::reach::Reach;
use pivotal_log::blind_index::BlindIndex;
use pivotal_log::masked::masked;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::follow::Follow;
use crate::email::tracking::inbox::{Row, Source};

/// Characters that are kept of what a server said.
const WORDS_MAX: usize = 500;

/// One thing that was told.
#[derive(Debug, Clone)]
pub(super) struct Told {
    /// Of the row it stands in.
    pub row: i64,
    /// By which it is let in once.
    pub key: Key16,
    pub kind: Kind,
    pub at: DateTime<Utc>,
    /// A code of ours.
    pub detail: Option<&'static str>,
    /// How far an end to mails goes.
    pub reach: Option<Reach>,
    pub link: Option<u16>,
    pub features: Option<Features>,
    /// Of a hit: the user agent's text, should it be new.
    pub agent: Option<String>,
    /// What the other server said, nobody named in it.
    pub words: Option<String>,
    /// To whom the mail went, as it is told.
    pub address: Option<EmailAddress>,
    pub names: Names,
    pub follow: Option<Follow>,
    pub reply: Option<Box<Answer>>,
    /// Its sender has proven who they are: what follows for an address follows whether or not we know the mail.
    pub proven: bool,
}

/// How it names the mail, the surest first.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    pub token: Option<Uuid>,
    pub quoted: Vec<Uuid>,
    pub provider: Vec<String>,
    /// Whoever writes from this address was written to there.
    pub from: Option<EmailAddress>,
}

/// A mail that is an answer.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    pub id: Uuid,
    pub kind: ReplyKind,
    pub away_until: Option<chrono::NaiveDate>,
    pub who: Who,
    pub words: Words,
}

/// What is kept of somebody who left our page while their mail was being handed over.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(in crate::email::tracking) struct Left {
    pub message: Uuid,
    pub reach: Reach,
    pub at: DateTime<Utc>,
}

/// Keys of what is let in once.
pub(in crate::email::tracking) fn key_of(blind: &BlindIndex, said: &str) -> Key16 {
    Key16::of(&blind.key("email.signal", said))
}

pub(in crate::email::tracking) fn key_of_page(blind: &BlindIndex, message: Uuid, reach: Reach) -> Key16 {
    key_of(blind, &format!("page|{message}|{reach}"))
}

/// What a row tells, or why it cannot be read.
pub(super) fn read(
    row: &Row,
    source: Source,
    blind: &BlindIndex,
    tracking: &TrackingKey,
) -> Result<Vec<Told>, String> {
    let reading = Reading { row, source, blind };
    let events = |events: Vec<Event>| -> Vec<Told> {
        events.into_iter().filter_map(|event| reading.event(event)).collect()
    };
    match source {
        Source::SendGrid => sendgrid::read(&row.body).map(events).map_err(|error| error.to_string()),
        Source::Mailgun => {
            mailgun::read(&row.body).map(|event| events(vec![event])).map_err(|error| error.to_string())
        }
        Source::Ses => Envelope::read(&row.body)
            .and_then(|envelope| envelope.events())
            .map(events)
            .map_err(|error| error.to_string()),
        Source::Page => {
            let left: Left = serde_json::from_slice(&row.body).map_err(|error| error.to_string())?;
            Ok(vec![reading.left(&left)])
        }
        Source::Mail => match Incoming::read(&row.body) {
            Some(mail) => Ok(reading.mail(mail, tracking)),
            None => Err("it is no mail".to_owned()),
        },
    }
}

struct Reading<'a> {
    row: &'a Row,
    source: Source,
    blind: &'a BlindIndex,
}

impl Reading<'_> {
    fn told(&self, key: Key16, kind: Kind, at: Option<DateTime<Utc>>) -> Told {
        // A clock that is ahead must not make anything later than it came.
        let at = at.unwrap_or(self.row.received_at).min(self.row.received_at);
        Told {
            row: self.row.id,
            key,
            kind,
            at,
            detail: None,
            reach: None,
            link: None,
            features: None,
            agent: None,
            words: None,
            address: None,
            names: Names::default(),
            follow: None,
            reply: None,
            proven: self.source != Source::Mail,
        }
    }

    /// `None`: nothing that we need. Openings and clicks we see ourselves; a provider's are none of ours.
    fn event(&self, event: Event) -> Option<Told> {
        let (kind, detail, follow) = match event.what {
            What::Accepted => (Kind::Accepted, None, None),
            What::Delivered => (Kind::Delivered, None, None),
            What::Deferred(class) => (Kind::Deferred, Some(class.as_str()), None),
            What::Bounced(class) => bounced(class),
            What::Dropped(why) => {
                let (detail, follow) = dropped(why);
                (Kind::Dropped, Some(detail), follow)
            }
            What::Complained => (Kind::Complained, None, Some(Follow::Complaint)),
            What::Unsubscribed => (Kind::Unsubscribed, None, Some(Follow::Left(Reach::Global))),
            What::Opened | What::Clicked | What::Unknown(_) => {
                metrics::counter!("pivotal_email_events_unused_total", "provider" => event.provider.as_str())
                    .increment(1);
                return None;
            }
        };
        let said = format!("{}|{}|{}", event.provider.as_str(), self.row.account, event.key);
        let told = self.told(key_of(self.blind, &said), kind, event.at);
        Some(Told {
            detail,
            reach: (kind == Kind::Unsubscribed).then_some(Reach::Global),
            words: words_of(event.diagnostic.as_deref()),
            address: event.address.as_deref().and_then(|address| EmailAddress::parse(address).ok()),
            names: Names {
                token: event.reference.as_deref().and_then(|id| Uuid::try_parse(id).ok()),
                quoted: thread::ours(event.message_id.as_deref()),
                provider: provider_names(event.message_id.iter().map(String::as_str)),
                from: None,
            },
            follow,
            ..told
        })
    }

    fn left(&self, left: &Left) -> Told {
        let key = key_of_page(self.blind, left.message, left.reach);
        let told = self.told(key, Kind::Unsubscribed, Some(left.at));
        let names = Names { token: Some(left.message), ..Names::default() };
        // They were suppressed when they pressed the button.
        Told { reach: Some(left.reach), names, ..told }
    }

    /// A report tells of each recipient; ours have one each.
    fn mail(&self, mail: Incoming, tracking: &TrackingKey) -> Vec<Told> {
        let named = mail.to.iter().find_map(|address| verp::read(address, tracking));
        let leaves = matches!(named, Some((verp::Purpose::Unsubscribe, _)));
        let names = Names {
            token: named.map(|(_, message)| message),
            quoted: thread::ours(mail.quoted.iter().map(String::as_str)),
            provider: provider_names(mail.quoted.iter().map(String::as_str)),
            from: None,
        };
        // The same mail by two ways is the same; one without an id is known by all it says.
        let said = match &mail.message_id {
            Some(id) => format!("mail|{id}|{}", mail.from.as_deref().unwrap_or_default()),
            None => format!(
                "mail|{}",
                hex::encode(self.blind.key("email.raw", &String::from_utf8_lossy(&self.row.body)))
            ),
        };
        match &mail.what {
            incoming::What::Delivery(report) => self.delivery(report, &said, &names),
            incoming::What::Complaint(report) => self.complaint(report, &said, names).into_iter().collect(),
            // Nobody but whoever wants to leave writes to that address, be it a program that does so for them.
            incoming::What::Automatic(_) if leaves => self.answer(&mail, &mail.text, true, &said, names),
            incoming::What::Automatic(automatic) => {
                self.automatic(&mail, *automatic, &said, names).into_iter().collect()
            }
            incoming::What::Answer { text } => self.answer(&mail, text, leaves, &said, names),
        }
    }

    fn delivery(&self, report: &DeliveryReport, said: &str, names: &Names) -> Vec<Told> {
        let recipients = report.recipients.iter().enumerate();
        recipients
            .filter_map(|(at, one)| {
                let class = one.class.unwrap_or(Class::Unknown);
                let (kind, detail, follow) = match one.action {
                    Action::Failed => bounced(class),
                    Action::Delayed => (Kind::Deferred, Some(class.as_str()), None),
                    Action::Delivered => (Kind::Delivered, None, None),
                    // To a system that does not report: nobody knows whether it arrived.
                    Action::Relayed | Action::Expanded => return None,
                };
                let told = self.told(key_of(self.blind, &format!("{said}|{at}")), kind, None);
                let address = one.original.as_deref().or(one.address.as_deref());
                Some(Told {
                    detail,
                    words: words_of(one.diagnostic.as_deref()),
                    address: address.and_then(|address| EmailAddress::parse(address).ok()),
                    names: names.clone(),
                    follow,
                    ..told
                })
            })
            .collect()
    }

    fn complaint(&self, report: &FeedbackReport, said: &str, names: Names) -> Option<Told> {
        if !report.feedback.suppresses() {
            return None;
        }
        let told = self.told(key_of(self.blind, said), Kind::Complained, None);
        let address = report.recipients.first().and_then(|address| EmailAddress::parse(address).ok());
        Some(Told { address, names, follow: Some(Follow::Complaint), ..told })
    }

    /// Only answers: notices that answer nothing of ours are nobody's.
    fn automatic(&self, mail: &Incoming, automatic: Automatic, said: &str, names: Names) -> Option<Told> {
        let away = (automatic == Automatic::OutOfOffice)
            .then(|| away_until(&format!("{}\n{}", mail.subject, mail.text), self.row.received_at));
        let told = self.told(key_of(self.blind, said), Kind::AutoReplied, None);
        let reply = self.reply(mail, &mail.text, ReplyKind::Automatic, said);
        let reply = Answer { away_until: away.flatten(), ..reply };
        Some(Told { names, reply: Some(Box::new(reply)), ..told })
    }

    /// `asked`: it came to the address that mail programs write to in order to leave.
    fn answer(&self, mail: &Incoming, text: &str, asked: bool, said: &str, names: Names) -> Vec<Told> {
        let stop = asked || asks_to_stop(text);
        let kind = if stop { ReplyKind::AsksToStop } else { ReplyKind::Person };
        let from = mail.from.as_deref().and_then(|address| EmailAddress::parse(address).ok());
        let names = Names { from, ..names };
        let replied = Told {
            names: names.clone(),
            reply: Some(Box::new(self.reply(mail, text, kind, said))),
            ..self.told(key_of(self.blind, said), Kind::Replied, None)
        };
        let left = stop.then(|| Told {
            reach: Some(Reach::Global),
            names,
            follow: Some(Follow::Left(Reach::Global)),
            ..self.told(key_of(self.blind, &format!("{said}|stop")), Kind::Unsubscribed, None)
        });
        std::iter::once(replied).chain(left).collect()
    }

    fn reply(&self, mail: &Incoming, text: &str, kind: ReplyKind, said: &str) -> Answer {
        let hash = self.blind.key("email_reply.id", said);
        Answer {
            id: uuid::Builder::from_custom_bytes(Key16::of(&hash).0).into_uuid(),
            kind,
            away_until: None,
            who: Who { address: mail.from.clone().unwrap_or_default(), name: mail.from_name.clone() },
            words: Words { subject: mail.subject.clone(), text: text.to_owned() },
        }
    }
}

fn bounced(class: Class) -> (Kind, Option<&'static str>, Option<Follow>) {
    match class.suppresses() {
        true => (Kind::BouncedHard, Some(class.as_str()), Some(Follow::HardBounce)),
        false => (Kind::BouncedSoft, Some(class.as_str()), None),
    }
}

/// What a provider remembers is taken over, and counts as no bounce of this mail.
fn dropped(why: Dropped) -> (&'static str, Option<Follow>) {
    match why {
        Dropped::Bounced => ("bounced", Some(Follow::HardBounce)),
        Dropped::Complained => ("complained", Some(Follow::Complaint)),
        Dropped::Unsubscribed => ("unsubscribed", Some(Follow::Left(Reach::Global))),
        Dropped::Invalid => ("invalid", None),
        Dropped::Content => ("content", None),
        Dropped::Other => ("other", None),
    }
}

/// Providers name a mail by all of its Message-ID, or by what stands before the domain.
fn provider_names<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut names = Vec::new();
    for id in ids {
        let whole = id.trim().trim_start_matches('<').trim_end_matches('>');
        for name in [whole, thread::local(id)] {
            if !name.is_empty() && name.len() <= 300 && !names.iter().any(|held| held == name) {
                names.push(name.to_owned());
            }
        }
    }
    names
}

fn words_of(said: Option<&str>) -> Option<String> {
    let said: String = masked(said?).chars().filter(|c| !c.is_control()).take(WORDS_MAX).collect();
    (!said.trim().is_empty()).then_some(said)
}
