//! What happened to a campaign.

use pivotal_domain::campaigns::campaigns::audience::AudienceDefinition;
use pivotal_domain::campaigns::campaigns::details::Details;
use pivotal_domain::campaigns::campaigns::events::CampaignEvent;
use pivotal_domain::campaigns::campaigns::happened::{ChosenBy, UnscheduledBy};
use pivotal_domain::campaigns::campaigns::schedule::{Schedule, Start};
use uuid::Uuid;

use crate::audience::history::port::Reading;
use crate::audience::history::story::{self, Changed, Told, Words, plain};
use crate::page::QueryError;

/// Newest first. For whoever was shown the campaign.
pub async fn told(reading: Reading<'_>, id: Uuid) -> Result<Vec<Told>, QueryError> {
    story::told::<CampaignEvent>(reading, id, words).await
}

fn words(event: CampaignEvent) -> Words {
    match event {
        CampaignEvent::CampaignCreated { name, copied_from, .. } => {
            let title = if copied_from.is_some() { "Copied from another campaign" } else { "Created" };
            (title.to_owned(), said(story::text("Name", None, &name)))
        }
        CampaignEvent::CampaignDetailsChanged { details, previous, .. } => {
            story::details(of_details(&previous, &details))
        }
        CampaignEvent::CampaignAudienceDefined { definition, previous, .. } => {
            let old = previous.as_ref().map(sources);
            (
                "Audience defined".to_owned(),
                said(story::text("Sources", old.as_deref(), &sources(&definition))),
            )
        }
        CampaignEvent::CampaignContentDefined { content, previous, .. } => {
            let count = |variants: usize| match variants {
                1 => "1 variant".to_owned(),
                many => format!("{many} variants"),
            };
            let old = previous.map(|previous| count(previous.variants.len()));
            (
                "Content defined".to_owned(),
                said(story::text("Variants", old.as_deref(), &count(content.variants.len()))),
            )
        }
        CampaignEvent::CampaignScheduleDefined { schedule, previous, .. } => {
            let old = previous.as_deref().map(start);
            ("Schedule defined".to_owned(), said(story::text("Start", old.as_deref(), &start(&schedule))))
        }
        CampaignEvent::CampaignConfirmed { confirmations, .. } => {
            let wordings: Vec<&str> = confirmations.iter().map(|one| one.wording.as_str()).collect();
            ("Confirmed".to_owned(), said(story::text("Confirmed", None, &wordings.join(" "))))
        }
        CampaignEvent::CampaignSeedTested { to, variants, .. } => {
            plain(format!("Test of {} sent to {}", listed(&variants), people(to.len())))
        }
        CampaignEvent::CampaignScheduled { start, .. } => (
            "Scheduled".to_owned(),
            said(story::text("Start", None, &format!("{} UTC", start.format("%Y-%m-%d %H:%M")))),
        ),
        CampaignEvent::CampaignUnscheduled { by: UnscheduledBy::Person, .. } => {
            plain("Taken back to a draft")
        }
        CampaignEvent::CampaignUnscheduled { by: UnscheduledBy::Start, faults, .. } => {
            let title = "Not started: the checks found faults".to_owned();
            (title, said(story::text("Faults", None, &faults.join(", "))))
        }
        CampaignEvent::CampaignLaunched { .. } => plain("Launched"),
        CampaignEvent::AudienceVersionTaken { version, count, pending, hash, .. } => (
            format!("Audience version {version} taken: {count}, of which {pending} wait to be sent to"),
            said(story::text("Hash", None, &hash)),
        ),
        CampaignEvent::CampaignStarted { .. } => plain("Started"),
        CampaignEvent::CampaignLaunchFailed { words, .. } => {
            ("Launch failed".to_owned(), said(story::text("Why", None, &words)))
        }
        CampaignEvent::CampaignPaused { reason, detail, .. } => {
            let why = detail.words.unwrap_or_else(|| reason.words().to_owned());
            ("Paused".to_owned(), said(story::text("Why", None, &why)))
        }
        CampaignEvent::CampaignResumed { accepted_after_restore, reason, .. } => {
            let title = if accepted_after_restore { "Resumed after a restore" } else { "Resumed" };
            (title.to_owned(), said(story::text("Reason", None, &reason.unwrap_or_default())))
        }
        CampaignEvent::CampaignPaceChanged { per_second, previous_per_second, .. } => {
            let (old, new) = (pace(previous_per_second), pace(per_second));
            ("Pace or hours changed".to_owned(), said(story::text("Pace", Some(old.as_str()), &new)))
        }
        CampaignEvent::CampaignTopUpAsked { version, .. } => {
            plain(format!("Top-up asked for: audience version {version}"))
        }
        CampaignEvent::CampaignWinnerChosen { variant, by, .. } => plain(match by {
            ChosenBy::Test => format!("Variant {variant} won the test"),
            ChosenBy::Person => format!("Variant {variant} was chosen"),
        }),
        CampaignEvent::CampaignStopped { reason, .. } => {
            ("Stopped".to_owned(), said(story::text("Reason", None, &reason.unwrap_or_default())))
        }
        CampaignEvent::CampaignCompleted { .. } => plain("Completed"),
        CampaignEvent::CampaignArchived { .. } => plain("Archived"),
        CampaignEvent::CampaignRestored { .. } => plain("Restored"),
    }
}

fn said(changed: Option<Changed>) -> Vec<Changed> {
    changed.into_iter().collect()
}

fn of_details(old: &Details, new: &Details) -> Vec<Changed> {
    let plain = |label: &'static str| Changed { label, old: None, new: None };
    [
        story::text("Name", Some(old.name.as_str()), &new.name),
        story::tags(Some(old.tags.as_slice()), &new.tags),
        (old.owner != new.owner).then(|| plain("Owner")),
        (old.team != new.team).then(|| plain("Team")),
        (old.client != new.client).then(|| plain("Client")),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn sources(definition: &AudienceDefinition) -> String {
    format!("{} included, {} left out", definition.include.len(), definition.exclude.len())
}

fn start(schedule: &Schedule) -> String {
    match schedule.start {
        Start::AtOnce => "At once".to_owned(),
        Start::At(local) if schedule.in_recipients_zone => {
            format!("{} where each recipient is", local.format("%Y-%m-%d %H:%M"))
        }
        Start::At(local) => format!("{} ({})", local.format("%Y-%m-%d %H:%M"), schedule.zone),
    }
}

fn pace(per_second: Option<u32>) -> String {
    per_second.map_or_else(|| "No limit of its own".to_owned(), |pace| format!("{pace} a second"))
}

fn people(count: usize) -> String {
    if count == 1 { "1 colleague".to_owned() } else { format!("{count} colleagues") }
}

fn listed(variants: &[char]) -> String {
    let keys: Vec<String> = variants.iter().map(ToString::to_string).collect();
    if keys.len() == 1 {
        format!("variant {}", keys.join(""))
    } else {
        format!("variants {}", keys.join(", "))
    }
}
