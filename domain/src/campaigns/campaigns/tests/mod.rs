mod arrows;
mod parts;
mod schedules;

use chrono::{DateTime, TimeDelta, Utc};
use cqrs_es::Aggregate;
use uuid::Uuid;

use super::audience::{AudienceDefinition, Source};
use super::content::{EmailContent, Variant};
use super::error::CampaignError;
use super::events::CampaignEvent;
use super::happened::{PauseDetail, PauseReason};
use super::pinned::Pinned;
use super::schedule::Schedule;
use super::state::{Channel, State};
use super::{Campaign, CampaignCommand, VersionTaken};

pub fn at(minute: i64) -> DateTime<Utc> {
    let start: DateTime<Utc> = "2026-03-02T10:00:00Z".parse().unwrap();
    start + TimeDelta::minutes(minute)
}

pub fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

pub fn audience() -> AudienceDefinition {
    AudienceDefinition { include: vec![Source::List(id(11))], exclude: vec![] }
}

pub fn content() -> EmailContent {
    EmailContent {
        sender: id(20),
        variants: vec![Variant { key: 'A', template: id(21), version: 1, subject: None, weight: 1 }],
        test: None,
        utm: None,
        track_opens: true,
        track_links: true,
        named_links: std::collections::BTreeMap::new(),
    }
}

pub fn created() -> CampaignCommand {
    CampaignCommand::Create {
        channel: Channel::Email,
        name: " Spring ".into(),
        owner: id(1),
        client: None,
        brand: id(3),
        copied_from: None,
        at: at(0),
    }
}

pub fn launch() -> CampaignCommand {
    let pinned = Pinned {
        sender: id(20),
        account: "test".into(),
        from_domain: "norhavn.example".into(),
        brand: id(3),
        variants: content().variants,
        links: vec![],
        digest: content().digest(),
        sender_version: None,
    };
    CampaignCommand::Launch {
        pinned: Box::new(pinned),
        faults_checked: "d".into(),
        epoch: id(7),
        asked_by: id(1),
        at: at(5),
    }
}

pub fn taken(version: u16) -> CampaignCommand {
    CampaignCommand::Taken {
        taken: Box::new(VersionTaken {
            version,
            take: id(8),
            position: 1,
            as_of: at(6),
            definition: audience(),
            count: 10,
            accounts: 3,
            hash: "00".into(),
            chunks: 1,
            pending: 9,
            excluded: [("suppressed".to_owned(), 1)].into(),
        }),
        at: at(6),
    }
}

pub fn pause(reason: PauseReason) -> CampaignCommand {
    CampaignCommand::Pause { reason, detail: PauseDetail::default(), at: at(7) }
}

pub fn resume(epoch: Uuid, accepted_after_restore: bool, reason: Option<&str>) -> CampaignCommand {
    let reason = reason.map(ToOwned::to_owned);
    CampaignCommand::Resume { epoch, accepted_after_restore, reason, at: at(8) }
}

pub fn stop() -> CampaignCommand {
    CampaignCommand::Stop { reason: None, at: at(9) }
}

/// The campaign after these commands, each of which must be allowed.
pub fn after(commands: impl IntoIterator<Item = CampaignCommand>) -> Campaign {
    let mut campaign = Campaign::default();
    for command in commands {
        let said = format!("{command:?}");
        let events = campaign.decide(command).unwrap_or_else(|error| panic!("{said}: {error}"));
        events.into_iter().for_each(|event| campaign.apply(event));
    }
    campaign
}

pub fn draft() -> Vec<CampaignCommand> {
    vec![
        created(),
        CampaignCommand::DefineAudience { definition: audience(), at: at(1) },
        CampaignCommand::DefineContent { content: Box::new(content()), at: at(2) },
        CampaignCommand::DefineSchedule { schedule: Schedule::at_once("Europe/Berlin"), at: at(3) },
    ]
}

pub fn scheduled() -> CampaignCommand {
    CampaignCommand::Schedule { start: at(60), faults_checked: "d".into(), at: at(4) }
}

/// A campaign in this state, by the shortest way.
pub fn in_state(state: State) -> Campaign {
    let mut commands = draft();
    match state {
        State::Draft => {}
        State::Scheduled => commands.push(scheduled()),
        State::Launching => commands.push(launch()),
        State::Running => commands.extend([launch(), taken(1)]),
        State::Paused => commands.extend([launch(), taken(1), pause(PauseReason::Person)]),
        State::Completed => {
            let complete = CampaignCommand::Complete { ledger: [("sent".to_owned(), 9)].into(), at: at(9) };
            commands.extend([launch(), taken(1), complete]);
        }
        State::Stopped => commands.extend([launch(), stop()]),
    }
    let campaign = after(commands);
    assert_eq!(campaign.made.as_ref().unwrap().state, state);
    campaign
}

pub fn names(events: &[CampaignEvent]) -> Vec<&'static str> {
    events.iter().map(CampaignEvent::name).collect()
}

pub fn code(campaign: &Campaign, command: CampaignCommand) -> &'static str {
    campaign.decide(command).as_ref().map_err(CampaignError::code).unwrap_err()
}
