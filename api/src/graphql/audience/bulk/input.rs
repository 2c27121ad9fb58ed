//! What is asked for: which records, and what to do with them.

use std::collections::HashSet;

use async_graphql::{InputObject, Json};
use chrono::{DateTime, Utc};
use pivotal_commands::audience::custom_fields::vocabulary;
use pivotal_commands::error::{CommandError, Rejection};
use pivotal_commands::ports::record_lists::{ListAsked, ListError};
use pivotal_domain::audience::bulk::action::{Assigned, BulkAction};
use pivotal_domain::audience::bulk::check_selection;
use pivotal_domain::audience::bulk::consent::ConsentOfMany;
use pivotal_domain::audience::bulk::events::Selection;
use pivotal_domain::audience::exports::list::{ListFilter, ListSort};
use pivotal_domain::audience::fields::catalogue;
use pivotal_domain::audience::survivorship::rules::Rules;
use pivotal_domain::identity::actor::Actor;
use pivotal_infra::record_lists::list_of;
use pivotal_projections::audience::bulk::preview::{Preview, preview};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::types::BulkKind;
use crate::app::Core;
use crate::errors::{ApiError, ApiResult, BAD_FILTER};
use crate::graphql::audience::accounts::types::AccountFilter;
use crate::graphql::audience::contacts::types::ContactFilter;
use crate::graphql::audience::enrichment::types::percent;
use crate::graphql::audience::exports::types::list_filter;
use crate::graphql::audience::record::{Entity, field_map};
use crate::graphql::suppression::consents::types::{ConsentBasis, ConsentChannel};

/// Which records: `ids` one by one (at most 10,000), or else all that the list with this filter shows, but for those in `except`.
#[derive(Debug, InputObject)]
pub struct BulkSelectionInput {
    pub entity: Entity,
    pub ids: Option<Vec<Uuid>>,
    /// With entity CONTACT.
    pub contacts: Option<ContactFilter>,
    /// With entity ACCOUNT.
    pub accounts: Option<AccountFilter>,
    /// These are left out; at most 10,000.
    pub except: Option<Vec<Uuid>>,
}

/// SET_FIELDS takes `fields`; ADD_TAGS and REMOVE_TAGS take `tags`; ASSIGN takes owner and team; ARCHIVE and REJECT_INDUSTRY take `reason`;
/// ACCEPT_INDUSTRY takes `confidenceAtLeast`, and both do nothing where no suggestion waits; RECORD_CONSENT takes `consent`, for contacts;
/// ADD_TO_LIST and REMOVE_FROM_LIST take `list`.
#[derive(Debug, InputObject)]
pub struct BulkActionInput {
    pub kind: BulkKind,
    /// Catalogue key to raw value, or null to clear. Fields that are unique or say which record is which are refused.
    pub fields: Option<Json<Value>>,
    pub tags: Option<Vec<String>>,
    /// A user's id.
    pub owner: Option<Uuid>,
    #[graphql(default)]
    pub clear_owner: bool,
    pub team: Option<Uuid>,
    #[graphql(default)]
    pub clear_team: bool,
    /// Percent; with ACCEPT_INDUSTRY.
    pub confidence_at_least: Option<i32>,
    /// Stands in the history of each.
    pub reason: Option<String>,
    /// With RECORD_CONSENT.
    pub consent: Option<BulkConsentInput>,
    /// With ADD_TO_LIST and REMOVE_FROM_LIST.
    pub list: Option<Uuid>,
}

/// Why each may be contacted. Consent needs the text that was shown or a proof; whoever withdrew later is refused.
#[derive(Debug, InputObject)]
pub struct BulkConsentInput {
    pub channels: Vec<ConsentChannel>,
    pub basis: ConsentBasis,
    /// When they said so, or since when the basis holds; just now unless given.
    pub at: Option<DateTime<Utc>>,
    /// Where it was given: a form, a trade show, a call.
    pub origin: String,
    /// The text that was shown to them.
    pub wording: Option<String>,
    /// Of the proof: a ticket, a form's entry, a page of a list.
    pub reference: Option<String>,
    /// Where the proof lies.
    pub url: Option<String>,
}

impl From<BulkConsentInput> for ConsentOfMany {
    fn from(input: BulkConsentInput) -> Self {
        let BulkConsentInput { channels, basis, at, origin, wording, reference, url } = input;
        let channels = channels.into_iter().map(Into::into).collect();
        ConsentOfMany { channels, basis: basis.into(), at, origin, wording, reference, url }
    }
}

impl BulkSelectionInput {
    pub async fn read(self, core: &Core, actor: &Actor) -> ApiResult<(catalogue::Entity, Selection)> {
        let entity = self.entity.into();
        let except = self.except.unwrap_or_default();
        let selection = match self.ids {
            Some(ids) => Selection::Ids(but_for(ids, &except)),
            None => {
                let mut filter = list_filter(core, actor, entity, self.contacts, self.accounts).await?;
                filter.except.extend(except);
                Selection::Matching(Box::new(filter))
            }
        };
        Ok((entity, selection))
    }
}

impl BulkActionInput {
    pub fn read(self) -> ApiResult<BulkAction> {
        let tags = self.tags.unwrap_or_default();
        Ok(match self.kind {
            BulkKind::SetFields => {
                let fields = self.fields.map(|fields| field_map(fields.0)).transpose()?;
                BulkAction::SetFields { fields: fields.unwrap_or_else(Map::new) }
            }
            BulkKind::AddTags => BulkAction::AddTags { tags },
            BulkKind::RemoveTags => BulkAction::RemoveTags { tags },
            BulkKind::Assign => BulkAction::Assign {
                owner: assigned(self.owner, self.clear_owner),
                team: assigned(self.team, self.clear_team),
            },
            BulkKind::Archive => BulkAction::Archive { reason: tidy(self.reason) },
            BulkKind::Restore => BulkAction::Restore,
            // Refused by the command, in words.
            BulkKind::Weigh => BulkAction::Weigh { rules: Rules::default() },
            // What becomes of which is not said here: the domain refuses it and says so.
            BulkKind::Merge => BulkAction::Merge { groups: Vec::new() },
            BulkKind::AcceptIndustry => BulkAction::AcceptIndustry {
                at_least: u8::try_from(percent(self.confidence_at_least.unwrap_or_default()))
                    .unwrap_or_default(),
            },
            BulkKind::RejectIndustry => BulkAction::RejectIndustry { reason: tidy(self.reason) },
            BulkKind::RecordConsent => {
                let consent = self.consent.ok_or_else(|| {
                    let message = "Say which channels, on which basis and where it was given, in `consent`.";
                    CommandError::rejected(Rejection::of_field("consent", "BULK_CONSENT_MISSING", message))
                })?;
                BulkAction::RecordConsent(consent.into())
            }
            BulkKind::AddToList => BulkAction::AddToList { list: self.list.ok_or_else(no_list)? },
            BulkKind::RemoveFromList => BulkAction::RemoveFromList { list: self.list.ok_or_else(no_list)? },
        })
    }
}

/// One of spaces is none.
pub fn tidy(reason: Option<String>) -> Option<String> {
    reason.map(|reason| reason.trim().to_owned()).filter(|reason| !reason.is_empty())
}

fn no_list() -> CommandError {
    let message = "Say which list, in `list`.";
    CommandError::rejected(Rejection::of_field("list", "BULK_LIST_MISSING", message))
}

/// Of those named one by one, the ones that are not left out.
pub fn but_for(ids: Vec<Uuid>, except: &[Uuid]) -> Vec<Uuid> {
    let except: HashSet<&Uuid> = except.iter().collect();
    ids.into_iter().filter(|id| !except.contains(id)).collect()
}

pub fn assigned(to: Option<Uuid>, clear: bool) -> Assigned {
    match (to, clear) {
        (Some(id), _) => Assigned::To(id),
        (None, true) => Assigned::Nobody,
        (None, false) => Assigned::Kept,
    }
}

/// How many records that is now.
pub async fn counted(
    core: &Core,
    actor: &Actor,
    entity: catalogue::Entity,
    selection: Selection,
) -> ApiResult<Preview> {
    check_selection(&selection).map_err(CommandError::from)?;
    let filter = match selection {
        Selection::Ids(ids) => ListFilter { ids: Some(ids), ..ListFilter::default() },
        Selection::Matching(filter) => *filter,
    };
    let asked = ListAsked {
        actor: actor.clone(),
        entity,
        filter,
        sort: ListSort::default(),
        keys: Vec::new(),
        vocabulary: vocabulary(&core.context).await?,
        asked_at: core.context.now(),
    };
    let list = list_of(&asked).map_err(|error| match error {
        ListError::Refused(detail) => ApiError::new(BAD_FILTER, detail),
        error => ApiError::internal(&error),
    })?;
    Ok(preview(&core.context.log.pools.lists, actor, &list).await?)
}
