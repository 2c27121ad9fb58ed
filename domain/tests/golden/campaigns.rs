//! Campaigns: on their way from a draft to an end, who is in an audience version, and the switch.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use pivotal_domain::audience::exports::list::ListFilter;
use pivotal_domain::campaigns::campaigns::audience::{AudienceDefinition, Source, Who};
use pivotal_domain::campaigns::campaigns::content::{
    AbTest, Decides, EmailContent, Metric, Otherwise, Utm, Variant,
};
use pivotal_domain::campaigns::campaigns::details::Details;
use pivotal_domain::campaigns::campaigns::events::CampaignEvent;
use pivotal_domain::campaigns::campaigns::facts::{
    AudienceTaken, CAMPAIGN_AUDIENCE_TAKEN, CAMPAIGN_AUDIENCE_TAKEN_VERSION, CampaignFact,
};
use pivotal_domain::campaigns::campaigns::happened::{
    ChosenBy, Confirmation, ConfirmationCode, Evidence, PauseDetail, PauseReason, Tried, UnscheduledBy,
};
use pivotal_domain::campaigns::campaigns::needs::{
    CAMPAIGN_NEEDS_SOMEBODY, CAMPAIGN_NEEDS_SOMEBODY_VERSION, NeedsFact, NeedsSomebody, What,
};
use pivotal_domain::campaigns::campaigns::pinned::{Pinned, PinnedLink};
use pivotal_domain::campaigns::campaigns::schedule::{Schedule, Start, Windows};
use pivotal_domain::campaigns::campaigns::state::Channel;
use pivotal_domain::campaigns::campaigns::switch::events::SendingSwitchEvent;
use serde_json::json;

use super::audience::{at, id};
use super::{check, check_fact, check_grown};

fn definition() -> AudienceDefinition {
    let with = ListFilter { seniority_level: vec!["VP".into()], ..ListFilter::default() };
    let condition = json!({"field": "country", "op": "equals", "value": "DE"});
    let filter = ListFilter { condition: Some(condition), ..ListFilter::default() };
    AudienceDefinition {
        include: vec![
            Source::List(id(11)),
            Source::DomainSet { set: id(12), fuzzy: true, with: Some(Box::new(with)) },
            Source::Filter(Box::new(filter)),
        ],
        exclude: vec![Source::Segment(id(13)), Source::Campaign { campaign: id(14), who: Who::NotOpened }],
    }
}

fn plain() -> AudienceDefinition {
    AudienceDefinition { include: vec![Source::List(id(11))], exclude: vec![] }
}

fn variants() -> Vec<Variant> {
    vec![
        Variant { key: 'A', template: id(21), version: 3, subject: None, weight: 1 },
        Variant { key: 'B', template: id(22), version: 1, subject: Some("Hello again".into()), weight: 2 },
    ]
}

fn content() -> EmailContent {
    EmailContent {
        sender: id(20),
        variants: variants(),
        test: Some(AbTest {
            metric: Metric::Clicked,
            share_percent: 20,
            runs_for_minutes: 240,
            decides: Decides::Test { otherwise: Otherwise::Wait },
        }),
        utm: Some(Utm { source: "pivotal".into(), medium: "email".into(), ..Utm::default() }),
        track_opens: true,
        track_links: true,
        named_links: BTreeMap::from([(1, "Button".into())]),
    }
}

fn bare() -> EmailContent {
    EmailContent {
        variants: variants().into_iter().take(1).collect(),
        test: None,
        utm: None,
        named_links: BTreeMap::new(),
        ..content()
    }
}

fn windows() -> Windows {
    Windows { days: [true, true, true, true, true, false, false], from_minute: 540, to_minute: 1_020 }
}

fn schedule() -> Schedule {
    let day = NaiveDate::from_ymd_opt(2026, 1, 12).unwrap();
    Schedule {
        start: Start::At(day.and_hms_opt(9, 30, 0).unwrap()),
        zone: "Europe/Oslo".into(),
        in_recipients_zone: true,
        windows: Some(windows()),
        ends: Some(at()),
        per_second: Some(50),
        respects_cap: true,
    }
}

fn pinned() -> Box<Pinned> {
    Box::new(Pinned {
        sender: id(20),
        account: "main".into(),
        from_domain: "norhavn.example".into(),
        brand: id(3),
        variants: variants(),
        links: vec![PinnedLink {
            variant: 'A',
            n: 1,
            url: "https://norhavn.example/offer?for={{contact.first_name}}".into(),
            name: Some("Button".into()),
        }],
        digest: "d1".into(),
        sender_version: None,
    })
}

fn drafts() -> Vec<CampaignEvent> {
    let details = Details {
        name: "Spring offer".into(),
        tags: vec!["DACH".into()],
        team: Some(id(4)),
        owner: id(1),
        client: Some(id(2)),
    };
    let previous = Box::new(Details {
        name: "Spring".into(),
        tags: vec![],
        team: None,
        client: None,
        ..details.clone()
    });
    let confirmed = |code: ConfirmationCode| Confirmation { code, wording: code.wording().into(), by: id(1) };
    vec![
        CampaignEvent::CampaignCreated {
            at: at(),
            channel: Channel::Email,
            name: "Spring".into(),
            owner: id(1),
            client: Some(id(2)),
            brand: id(3),
            copied_from: Some(id(9)),
        },
        CampaignEvent::CampaignDetailsChanged { at: at(), details, previous },
        CampaignEvent::CampaignAudienceDefined {
            at: at(),
            definition: definition(),
            previous: Some(plain()),
        },
        CampaignEvent::CampaignContentDefined {
            at: at(),
            content: Box::new(content()),
            previous: Some(Box::new(bare())),
        },
        CampaignEvent::CampaignScheduleDefined {
            at: at(),
            schedule: schedule(),
            previous: Some(Box::new(Schedule::at_once("UTC"))),
        },
        CampaignEvent::CampaignConfirmed {
            at: at(),
            confirmations: vec![
                confirmed(ConfirmationCode::LawfulBasis),
                confirmed(ConfirmationCode::ContentChecked),
                confirmed(ConfirmationCode::ClientAgrees),
            ],
        },
        CampaignEvent::CampaignSeedTested {
            at: at(),
            to: vec![id(1)],
            digest: "d1".into(),
            variants: vec!['A', 'B'],
        },
        CampaignEvent::CampaignScheduled { at: at(), start: at(), faults_checked: "d1".into() },
        CampaignEvent::CampaignUnscheduled {
            at: at(),
            by: UnscheduledBy::Start,
            faults: vec!["SENDER_FAILING".into()],
            owner: id(1),
        },
        CampaignEvent::CampaignArchived { at: at() },
        CampaignEvent::CampaignRestored { at: at() },
    ]
}

fn runs() -> Vec<CampaignEvent> {
    vec![
        CampaignEvent::CampaignLaunched {
            at: at(),
            pinned: pinned(),
            client: Some(id(2)),
            brand: id(3),
            per_second: Some(50),
            windows: Some(windows()),
            respects_cap: true,
            epoch: id(7),
            asked_by: id(1),
        },
        CampaignEvent::AudienceVersionTaken {
            at: at(),
            version: 1,
            take: id(8),
            position: 42,
            as_of: at(),
            definition: plain(),
            count: 10,
            accounts: 4,
            hash: "00ff".into(),
            chunks: 1,
            pending: 8,
            excluded: BTreeMap::from([("no_consent".into(), 1), ("suppressed".into(), 1)]),
        },
        CampaignEvent::CampaignStarted { at: at() },
        CampaignEvent::CampaignLaunchFailed {
            at: at(),
            code: "AUDIENCE_SOURCE_GONE".into(),
            words: "A list is archived.".into(),
            owner: id(1),
        },
        CampaignEvent::CampaignPaused {
            at: at(),
            reason: PauseReason::Complaints,
            detail: PauseDetail {
                words: None,
                code: Some("complaints_pause".into()),
                numbers: BTreeMap::from([("complaints".into(), 4.0), ("delivered".into(), 1_200.0)]),
            },
            owner: id(1),
        },
        CampaignEvent::CampaignResumed {
            at: at(),
            epoch: id(7),
            accepted_after_restore: true,
            reason: Some("The list was cleaned.".into()),
        },
        CampaignEvent::CampaignPaceChanged {
            at: at(),
            per_second: None,
            windows: None,
            previous_per_second: Some(50),
            previous_windows: Some(windows()),
        },
        CampaignEvent::CampaignTopUpAsked { at: at(), version: 2, definition: plain(), asked_by: id(1) },
        CampaignEvent::CampaignWinnerChosen {
            at: at(),
            variant: 'B',
            by: ChosenBy::Test,
            evidence: Evidence {
                metric: Metric::Clicked,
                variants: vec![
                    Tried { key: 'A', trials: 200, successes: 10 },
                    Tried { key: 'B', trials: 200, successes: 30 },
                ],
                test: "two-proportion z, Holm".into(),
                p: vec![0.001, 1.0],
                enough: true,
            },
            owner: id(1),
        },
        CampaignEvent::CampaignStopped { at: at(), reason: Some("Wrong offer".into()) },
        CampaignEvent::CampaignCompleted {
            at: at(),
            ledger: BTreeMap::from([("excluded".into(), 2), ("sent".into(), 8)]),
            owner: id(1),
        },
    ]
}

#[test]
fn campaigns() {
    check(CampaignEvent::NAMES, drafts().into_iter().chain(runs()).collect());
}

#[test]
fn a_launch_that_pins_the_version_of_its_sender() {
    let mut pinned = pinned();
    pinned.sender_version = Some(4);
    let launched = CampaignEvent::CampaignLaunched {
        at: at(),
        pinned,
        client: None,
        brand: id(3),
        per_second: None,
        windows: None,
        respects_cap: true,
        epoch: id(7),
        asked_by: id(1),
    };
    check_grown("pinned_sender", &launched);
}

#[test]
fn what_a_campaign_needs_somebody_for() {
    let needs =
        NeedsSomebody { at: at(), owner: id(1), what: What::MailsUnknown, count: Some(3), job: Some(id(8)) };
    let fact = NeedsFact::CampaignNeedsSomebody(needs);
    check_fact(CAMPAIGN_NEEDS_SOMEBODY, CAMPAIGN_NEEDS_SOMEBODY_VERSION, &fact);
}

#[test]
fn members_of_an_audience_version() {
    let taken = AudienceTaken {
        campaign: id(1),
        version: 1,
        take: id(8),
        chunk: 0,
        contacts: vec![id(31), id(32)],
        accounts: vec![Some(id(41)), None],
        x: BTreeMap::from([(1, "suppressed".into())]),
        w: BTreeMap::from([(1, id(51))]),
    };
    check_fact(
        CAMPAIGN_AUDIENCE_TAKEN,
        CAMPAIGN_AUDIENCE_TAKEN_VERSION,
        &CampaignFact::CampaignAudienceTaken(taken),
    );
}

#[test]
fn the_switch() {
    check(
        SendingSwitchEvent::NAMES,
        vec![
            SendingSwitchEvent::SendingStopped { at: at(), reason: Some("A wrong price".into()) },
            SendingSwitchEvent::SendingAllowed { at: at() },
        ],
    );
}
