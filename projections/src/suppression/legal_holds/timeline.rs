//! What legal holds tell on the time line of the contact or account they stand over, to who may see holds.

use async_trait::async_trait;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::identity::permission::Permission;
use pivotal_domain::suppression::legal_holds::events::LegalHoldEvent;
use pivotal_log::reader;
use sqlx::PgPool;
use uuid::Uuid;

use crate::audience::history::handful::{Handful, Step, titled};
use crate::audience::history::port::{Kind, Reading};
use crate::page::QueryError;
use crate::work::records::merged_into;

#[derive(Debug, Clone, Copy)]
pub struct LegalHolds;

#[async_trait]
impl Handful for LegalHolds {
    const KIND: Kind = Kind { key: "legal_holds", label: "Legal holds" };
    const PERMISSION: Option<Permission> = Some(Permission::RetentionView);

    async fn steps(
        &self,
        Reading { pool, opener }: Reading<'_>,
        record: (Entity, Uuid),
    ) -> Result<Vec<Step>, QueryError> {
        let ids = holds_over(pool, &merged_into(pool, record).await?).await?;
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let entries = reader::read_records_told(pool, "legal_hold", &ids).await?;
        let opened = opener.open(&entries, |_| true).await?;
        let mut steps = Vec::new();
        for entry in opened.entries() {
            let Ok(event) = opened.event::<LegalHoldEvent>(entry) else { continue };
            steps.extend(title(event).map(|title| Step::of(entry, title)));
        }
        Ok(steps)
    }
}

fn title(event: LegalHoldEvent) -> Option<String> {
    let (what, words) = match event {
        LegalHoldEvent::LegalHoldPlaced { reason, reference, .. } => {
            ("Legal hold placed", reference.or(reason))
        }
        LegalHoldEvent::LegalHoldLifted { why, .. } => ("Legal hold lifted", why),
        LegalHoldEvent::LegalHoldErased { .. } => return None,
    };
    Some(titled(what, ": ", words))
}

async fn holds_over(pool: &PgPool, records: &[Uuid]) -> Result<Vec<Uuid>, QueryError> {
    let ids = sqlx::query_scalar!(
        "select id from read.legal_holds where record_id = any($1) order by since desc, id limit 100",
        records
    );
    Ok(ids.fetch_all(pool).await?)
}
