//! Who is in the audience of a campaign, as the read models show it. Commands know no read models; the adapter reads them.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use futures::StreamExt;
use futures::stream::BoxStream;
use pivotal_domain::audience::exports::list::ListFilter;
use pivotal_domain::audience::filter::vocabulary::Vocabulary;
use pivotal_domain::campaigns::campaigns::left_out::LeftOut;
use pivotal_domain::identity::actor::Actor;
use pivotal_domain::suppression::consents::channel::Channel;
use pivotal_domain::suppression::consents::standing::Standing;
use uuid::Uuid;

use super::record_lists::ListError;

/// An audience, and who asks for it: nobody is in it whom this actor may not see. Archived and erased contacts never are.
#[derive(Debug, Clone)]
pub struct AudienceAsked {
    pub actor: Actor,
    /// Lists of contacts: whoever is in one of these.
    pub include: Vec<ListFilter>,
    /// But nobody of these.
    pub exclude: Vec<ListFilter>,
    pub channel: Channel,
    /// By which custom fields in the filters are compared.
    pub vocabulary: Vocabulary,
    /// What "today" means in them.
    pub asked_at: DateTime<Utc>,
    /// Nobody who is in an audience version of this campaign already.
    pub not_in_campaign: Option<Uuid>,
}

/// One who is in it, with what queueing asks of them. The address does not leave the process that takes them but as a keyed hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    pub contact: Uuid,
    pub account: Option<Uuid>,
    pub email: Option<String>,
    pub account_domain: Option<String>,
    /// Of the channel: of calls the status of the number.
    pub email_status: String,
    pub consent: Standing,
    /// The one client they may be contacted for.
    pub restriction: Option<Uuid>,
    /// By its IANA name, as it stands in the record.
    pub zone: Option<String>,
    pub country: Option<String>,
}

/// All of one moment.
pub struct AudienceRead {
    /// Position of the log up to which everything that was read is folded.
    pub position: i64,
    pub as_of: DateTime<Utc>,
    /// In ascending order of the contacts' ids, 5,000 at a time.
    pub pages: BoxStream<'static, Result<Vec<Member>, ListError>>,
}

/// How an audience divides, counted in the database.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AudienceHealth {
    pub total: u64,
    pub reachable: u64,
    /// Each for the first reason that holds, so that with the reachable ones they add up. Every reason, also where it is nobody's.
    pub excluded: Vec<(LeftOut, u64)>,
    /// Domains of the reachable ones' addresses, the largest first; of calls none.
    pub domains: Vec<(String, u64)>,
    /// Of whom neither a time zone nor a country is known.
    pub zones_unknown: u64,
    pub as_of: DateTime<Utc>,
}

/// The port. Adapter: `pivotal-infra`.
#[async_trait]
pub trait AudienceSource: Send + Sync {
    /// Everything that was in the log before the call is in it.
    async fn open(&self, asked: AudienceAsked) -> Result<AudienceRead, ListError>;

    /// For whoever puts it together, and before a launch; as the read models show it now. `client`: for whom it is done.
    async fn health(&self, asked: AudienceAsked, client: Option<Uuid>) -> Result<AudienceHealth, ListError>;

    /// How many of them have no value in each of these fields of the filter language.
    async fn empties(&self, asked: AudienceAsked, fields: &[String]) -> Result<Vec<u64>, ListError>;
}

/// For tests: the same people for whoever asks.
#[derive(Debug, Clone, Default)]
pub struct FixedAudience {
    pub members: Vec<Member>,
    pub health: AudienceHealth,
    /// The answer for each field.
    pub empty: u64,
}

#[async_trait]
impl AudienceSource for FixedAudience {
    async fn open(&self, asked: AudienceAsked) -> Result<AudienceRead, ListError> {
        let pages: Vec<_> = self.members.chunks(100).map(|page| Ok(page.to_vec())).collect();
        Ok(AudienceRead { position: 0, as_of: asked.asked_at, pages: futures::stream::iter(pages).boxed() })
    }

    async fn health(&self, asked: AudienceAsked, _client: Option<Uuid>) -> Result<AudienceHealth, ListError> {
        Ok(AudienceHealth { as_of: asked.asked_at, ..self.health.clone() })
    }

    async fn empties(&self, _asked: AudienceAsked, fields: &[String]) -> Result<Vec<u64>, ListError> {
        Ok(vec![self.empty; fields.len()])
    }
}
