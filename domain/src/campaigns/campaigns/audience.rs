//! Who is meant: sources that are taken together, and sources that are left out. Each source is a filter of the list of contacts, so that
//! an audience holds whatever a list on the screen can.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use super::error::CampaignError;
use crate::audience::exports::list::{InDomainSet, InLists, InSegment, ListFilter};
use crate::audience::fields::catalogue::Entity;

/// Most sources on either side.
pub const SOURCES_MAX: usize = 50;

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct AudienceDefinition {
    /// Whoever is in one of these.
    pub include: Vec<Source>,
    /// But nobody of these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exclude: Vec<Source>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// Of accounts: the contacts there.
    List(Uuid),
    /// Of accounts: the contacts there.
    Segment(Uuid),
    DomainSet {
        set: Uuid,
        /// Also what is only nearly the same and waits for a person.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        fuzzy: bool,
        /// Only those who fit this as well.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        with: Option<Box<ListFilter>>,
    },
    Filter(Box<ListFilter>),
    /// Who was spoken to before, above all to leave them out.
    Campaign {
        campaign: Uuid,
        who: Who,
    },
}

/// Whom of another campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// Whoever is in one of its audience versions.
    Everybody,
    Sent,
    Opened,
    Clicked,
    Replied,
    /// Was sent to, and did not open.
    NotOpened,
    Bounced,
}

impl Who {
    pub const ALL: [Who; 7] =
        [Who::Everybody, Who::Sent, Who::Opened, Who::Clicked, Who::Replied, Who::NotOpened, Who::Bounced];

    /// What follows "of" a campaign's name in a sentence.
    pub const fn label(self) -> &'static str {
        match self {
            Who::Everybody => "everybody",
            Who::Sent => "who was sent to",
            Who::Opened => "who opened",
            Who::Clicked => "who clicked",
            Who::Replied => "who replied",
            Who::NotOpened => "who was sent to and did not open",
            Who::Bounced => "who bounced",
        }
    }

    fn condition(self, campaign: Uuid) -> Value {
        let did = |kind: &str| json!({"engagement": {"did": kind, "campaign": [campaign]}});
        match self {
            Who::Everybody => json!({"field": "campaigns", "op": "any_of", "value": [campaign]}),
            Who::Sent => did("sent"),
            Who::Opened => did("opened"),
            Who::Clicked => did("clicked"),
            Who::Replied => did("replied"),
            Who::NotOpened => json!({"all": [did("sent"), {"not": did("opened")}]}),
            Who::Bounced => did("bounced"),
        }
    }
}

impl AudienceDefinition {
    pub(super) fn check(&self) -> Result<(), CampaignError> {
        let most = self.include.len().max(self.exclude.len());
        if self.include.is_empty() {
            Err(CampaignError::AudienceMissing)
        } else if most > SOURCES_MAX {
            Err(CampaignError::TooManySources { count: most })
        } else if self.sources().any(|source| matches!(source, Source::DomainSet { with: Some(with), .. } if with.in_domain_set.is_some())) {
            Err(CampaignError::DomainSetTwice)
        } else {
            Ok(())
        }
    }

    /// Nothing is chosen, as in a campaign that was just begun.
    pub fn is_nobody(&self) -> bool {
        self.include.is_empty() && self.exclude.is_empty()
    }

    /// Those that are included, then those that are left out.
    pub fn sources(&self) -> impl Iterator<Item = &Source> {
        self.include.iter().chain(&self.exclude)
    }
}

impl Source {
    /// The list of contacts that shows whom it means. `of`: what a list or segment holds; it means nothing for the others. Archived
    /// contacts are never meant.
    pub fn filter(&self, of: Entity) -> ListFilter {
        let mut filter = match (self, of) {
            (Source::List(list), Entity::Contact) => {
                let in_lists = InLists { any: vec![*list], ..InLists::default() };
                ListFilter { in_lists: Some(in_lists), ..ListFilter::default() }
            }
            (Source::List(list), Entity::Account) => at_accounts("account.lists", *list),
            (Source::Segment(segment), Entity::Contact) => {
                let in_segment = InSegment { segment: *segment, as_of: None };
                ListFilter { in_segment: Some(in_segment), ..ListFilter::default() }
            }
            (Source::Segment(segment), Entity::Account) => at_accounts("account.segments", *segment),
            (Source::DomainSet { set, fuzzy, with }, _) => {
                let matched = InDomainSet { domain_set: *set, fuzzy: *fuzzy, ..InDomainSet::default() };
                let with = with.as_deref().cloned().unwrap_or_default();
                ListFilter { in_domain_set: Some(matched), ..with }
            }
            (Source::Filter(filter), _) => filter.as_ref().clone(),
            (Source::Campaign { campaign, who }, _) => {
                ListFilter { condition: Some(who.condition(*campaign)), ..ListFilter::default() }
            }
        };
        filter.archived = Some(false);
        filter
    }
}

fn at_accounts(field: &str, id: Uuid) -> ListFilter {
    let condition = json!({"field": field, "op": "any_of", "value": [id]});
    ListFilter { condition: Some(condition), ..ListFilter::default() }
}
