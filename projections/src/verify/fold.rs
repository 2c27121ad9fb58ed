//! Every aggregate of a type, folded one after the other by the domain's own `apply`.

use chrono::{DateTime, Utc};
use cqrs_es::Aggregate;
use pivotal_domain::log::personal::LoggedEvent;
use pivotal_log::reader::{Entry, EntryKind};
use sqlx::PgConnection;
use std::collections::HashSet;
use uuid::Uuid;

use super::VerifyError;
use crate::runner::opened::Opener;

/// Events read at a time.
const PAGE: i64 = 5_000;

/// An aggregate in a certain moment.
#[derive(Debug, Clone)]
pub struct Moment<A> {
    pub state: A,
    pub sequence: i64,
    /// Of the first and the last event.
    pub first_at: Option<DateTime<Utc>>,
    pub last_at: Option<DateTime<Utc>>,
}

impl<A: Aggregate> Default for Moment<A> {
    fn default() -> Self {
        Moment { state: A::default(), sequence: 0, first_at: None, last_at: None }
    }
}

/// An aggregate as its read model should show it, and as it is at the end of the log.
#[derive(Debug, Clone)]
pub struct Folded<A> {
    pub id: Uuid,
    /// At the projection's position; its sequence is 0 when it was not there yet.
    pub shown: Moment<A>,
    pub now: Moment<A>,
    /// Some event has a subject whose key is gone.
    pub unreadable: bool,
}

/// An aggregate that may have more events.
struct Open<A> {
    id: Uuid,
    /// Once an event lies beyond the projection's position.
    shown: Option<Moment<A>>,
    now: Moment<A>,
    unreadable: bool,
}

impl<A: Clone> Open<A> {
    fn folded(self) -> Folded<A> {
        let Open { id, shown, now, unreadable } = self;
        Folded { id, shown: shown.unwrap_or_else(|| now.clone()), now, unreadable }
    }
}

/// Reads all aggregates of a type in the order of their ids.
pub struct Fold<A: Aggregate> {
    position: i64,
    /// Last event read.
    cursor: (String, i64),
    open: Option<Open<A>>,
    personal: bool,
    done: bool,
}

impl<A> Fold<A>
where
    A: Aggregate + Clone,
    A::Event: LoggedEvent + Stamped,
{
    pub fn new(position: i64) -> Self {
        Fold { position, cursor: (String::new(), 0), open: None, personal: true, done: false }
    }

    /// Several times faster, for whoever looks at nothing personal.
    pub fn without_personal(mut self) -> Self {
        self.personal = false;
        self
    }

    /// The next few whole aggregates; none at the end.
    pub async fn next(
        &mut self,
        connection: &mut PgConnection,
        opener: &Opener,
    ) -> Result<Vec<Folded<A>>, VerifyError> {
        let mut whole = Vec::new();
        while whole.is_empty() && !self.done {
            let entries = self.page(connection).await?;
            self.done = (entries.len() as i64) < PAGE;
            let opened = opener.open(&entries, |_| self.personal).await?;
            let keyed: HashSet<Uuid> = opened.readable();
            for entry in opened.entries() {
                if self.open.as_ref().is_none_or(|open| open.id != entry.about_id) {
                    whole.extend(
                        self.open
                            .replace(Open {
                                id: entry.about_id,
                                shown: None,
                                now: Moment::default(),
                                unreadable: false,
                            })
                            .map(Open::folded),
                    );
                }
                let Some(open) = &mut self.open else { continue };
                let event: A::Event = opened.event(entry)?;
                open.unreadable |= entry.subject.is_some_and(|subject| !keyed.contains(&subject));
                if open.shown.is_none() && entry.position > self.position {
                    open.shown = Some(open.now.clone());
                }
                let at = event.at();
                open.now.state.apply(event);
                open.now.sequence = entry.sequence;
                open.now.first_at = open.now.first_at.or(Some(at));
                open.now.last_at = Some(at);
            }
            if self.done {
                whole.extend(self.open.take().map(Open::folded));
            }
        }
        Ok(whole)
    }

    async fn page(&mut self, connection: &mut PgConnection) -> Result<Vec<Entry>, sqlx::Error> {
        let rows = sqlx::query!(
            r#"select global_position, aggregate_id, sequence, event_type, event_version, payload::text as "payload!", recorded_at, subject_id
               from log.events where aggregate_type = $1 and (aggregate_id, sequence) > ($2, $3) order by aggregate_id, sequence limit $4"#,
            A::TYPE, self.cursor.0, self.cursor.1, PAGE
        )
        .fetch_all(connection)
        .await?;
        if let Some(last) = rows.last() {
            self.cursor = (last.aggregate_id.clone(), last.sequence);
        }
        Ok(rows
            .into_iter()
            .map(|row| Entry {
                kind: EntryKind::Event,
                position: row.global_position,
                about_type: A::TYPE.to_owned(),
                about_id: row.aggregate_id.parse().unwrap_or_default(),
                sequence: row.sequence,
                name: row.event_type,
                version: row.event_version,
                payload: row.payload,
                metadata: String::new(),
                recorded_at: row.recorded_at,
                subject: row.subject_id,
            })
            .collect())
    }
}

/// When an event happened, by its own account.
pub trait Stamped {
    fn at(&self) -> DateTime<Utc>;
}

macro_rules! stamped {
    ($($event:ty { $($variant:ident),+ })+) => {
        $(impl Stamped for $event {
            fn at(&self) -> DateTime<Utc> {
                match self { $(Self::$variant { at, .. })|+ => *at }
            }
        })+
    };
}

stamped! {
    pivotal_domain::audience::contacts::events::ContactEvent {
        ContactCreated, ContactFieldsChanged, ContactAccountLinked, ContactAccountUnlinked, ContactArchived, ContactRestored, ContactErased,
        ContactMerged, ContactMergedInto, ContactUnmerged
    }
    pivotal_domain::audience::accounts::events::AccountEvent {
        AccountCreated, AccountFieldsChanged, AccountArchived, AccountRestored, AccountMerged, AccountMergedInto, AccountUnmerged
    }
    pivotal_domain::audience::imports::events::ImportEvent { ImportUploaded, ImportMapped, ImportSheetChosen, ImportPreviewStarted, ImportPreviewed, ImportPreviewStopped, ImportPreviewRemoved, ImportStarted, ImportCompleted, ImportCancelled, ImportFailed, ImportUndoPreviewStarted, ImportUndoPreviewed, ImportUndoPreviewStopped, ImportUndoStarted, ImportUndone, ImportUndoStopped, ImportFilesRemoved }
    pivotal_domain::audience::saved_views::events::SavedViewEvent {
        SavedViewCreated, SavedViewChanged, SavedViewDeleted, SavedViewRestored
    }
    pivotal_domain::audience::segments::events::SegmentEvent {
        SegmentCreated, SegmentDetailsChanged, SegmentDefinitionChanged, SegmentSwitched, SegmentRefreshAsked, SegmentArchived, SegmentRestored
    }
    pivotal_domain::audience::lists::events::ListEvent { ListCreated, ListDetailsChanged, ListArchived, ListRestored }
    pivotal_domain::email::snippets::events::SnippetEvent { EmailSnippetCreated, EmailSnippetSaved, EmailSnippetArchived, EmailSnippetRestored }
    pivotal_domain::email::templates::events::TemplateEvent {
        EmailTemplateCreated, EmailTemplateDraftSaved, EmailTemplateDetailsChanged, EmailTemplateSubmitted, EmailTemplateSnippetsFrozen, EmailTemplateApproved, EmailTemplateReturned, EmailTemplateArchived, EmailTemplateRestored
    }
    pivotal_domain::audience::custom_fields::events::CustomFieldEvent {
        CustomFieldDefined, CustomFieldRenamed, CustomFieldOptionsChanged, CustomFieldRequirementChanged, CustomFieldUniquenessChanged, CustomFieldDefaultChanged, CustomFieldArchived, CustomFieldRestored
    }
    pivotal_domain::audience::enrichment::events::EnrichmentEvent { IndustrySuggested, IndustrySuggestionAccepted, IndustrySuggestionRejected, IndustrySuggestionReopened }
    pivotal_domain::audience::exports::events::ExportEvent { ExportRequested, ExportCompleted, ExportCancelled, ExportFailed, ExportFileRemoved, ExportFilterForgotten }
    pivotal_domain::audience::bulk::events::BulkEvent {
        BulkAsked, BulkSelected, BulkCompleted, BulkCancelled, BulkFailed, BulkWordsForgotten, BulkUndoPreviewStarted, BulkUndoPreviewed, BulkUndoPreviewStopped, BulkUndoPreviewRemoved, BulkUndoStarted, BulkUndone, BulkUndoStopped
    }
    pivotal_domain::work::tasks::events::TaskEvent {
        TaskCreated, TaskChanged, TaskAssigned, TaskCompleted, TaskCancelled, TaskReopened, TaskDeleted, TaskRestored, TaskTextForgotten
    }
    pivotal_domain::work::notes::events::NoteEvent { NoteAdded, NoteEdited, NotePinned, NoteUnpinned, NoteDeleted, NoteRestored, NoteTextForgotten }
    pivotal_domain::suppression::suppressions::events::SuppressionEvent {
        SuppressionAdded, SuppressionChanged, SuppressionReleased, SuppressionErased
    }
    pivotal_domain::suppression::consents::events::ConsentEvent {
        ConsentRecorded, ConsentWithdrawn, ConsentProofAttached, ConsentTakenBack
    }
    pivotal_domain::suppression::requests::events::RequestEvent {
        RequestReceived, RequestAssigned, RequestExtended, RequestBegun, RequestAnswerStarted, RequestAnswered, RequestRefused, RequestFileRemoved, RequestForgotten
    }
    pivotal_domain::suppression::consent_rules::events::ConsentRuleEvent { ConsentRuleSet, ConsentRuleRemoved }
    pivotal_domain::suppression::retention::events::RetentionEvent { RetentionRuleSet, RetentionDryRan, RetentionRan }
    pivotal_domain::suppression::legal_holds::events::LegalHoldEvent { LegalHoldPlaced, LegalHoldLifted, LegalHoldErased }
    pivotal_domain::campaigns::campaigns::events::CampaignEvent {
        CampaignCreated, CampaignDetailsChanged, CampaignAudienceDefined, CampaignContentDefined, CampaignScheduleDefined, CampaignConfirmed,
        CampaignSeedTested, CampaignScheduled, CampaignUnscheduled, CampaignLaunched, AudienceVersionTaken, CampaignStarted,
        CampaignLaunchFailed, CampaignPaused, CampaignResumed, CampaignPaceChanged, CampaignTopUpAsked, CampaignWinnerChosen,
        CampaignStopped, CampaignCompleted, CampaignArchived, CampaignRestored
    }
    pivotal_domain::email::senders::events::SenderProfileEvent {
        SenderProfileCreated, SenderProfileChanged, SenderProfileArchived, SenderProfileRestored, SenderProfileChecked
    }
    pivotal_domain::email::senders::brand::events::EmailBrandEvent {
        EmailBrandCreated, EmailBrandChanged, EmailBrandDefaultSet, EmailBrandArchived, EmailBrandRestored
    }
    pivotal_domain::email::replies::events::EmailReplyEvent {
        EmailReplyReceived, EmailReplyMatched, EmailReplyAssigned, EmailReplyDone, EmailReplyReopened, EmailReplyForgotten
    }
    pivotal_domain::identity::users::events::UserEvent {
        UserCreated, UserRenamed, UserRoleChanged, UserTeamsChanged, UserDisabled, UserEnabled, UserPasswordChanged,
        UserSecondFactorEnabled, UserSecondFactorDisabled, UserRecoveryCodesRenewed, UserRecoveryCodeUsed,
        UserEmailChangeAsked, UserEmailChanged
    }
    pivotal_domain::identity::invitations::events::InvitationEvent {
        InvitationSent, InvitationResent, InvitationRevoked, InvitationAccepted
    }
    pivotal_domain::identity::access_rules::events::AccessRulesEvent { SecondStepRequired }
    pivotal_domain::identity::api_keys::events::ApiKeyEvent { ApiKeyCreated, ApiKeyRevoked }
    pivotal_domain::identity::teams::events::TeamEvent { TeamCreated, TeamRenamed, TeamArchived, TeamRestored }
    pivotal_domain::identity::clients::events::ClientEvent {
        ClientCreated, ClientRenamed, ClientDetailsChanged, ClientOwnerChanged, ClientArchived, ClientRestored, ClientTermsSet, ClientTermsWithdrawn,
        ClientBrandAdded, ClientBrandChanged, ClientBrandArchived, ClientBrandRestored,
        ClientListAdded, ClientListRenamed, ClientListFilled, ClientListUnfilled, ClientListRemoved, ClientListRestored, ClientViewed, ClientViewEnded
    }
}
