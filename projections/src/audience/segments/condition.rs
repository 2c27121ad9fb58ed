//! Records that are members of a segment, or were at a moment, as a condition on a list of records. A segment that whoever asks may
//! not see has no members for them.

use pivotal_domain::audience::exports::list::InSegment;
use pivotal_domain::identity::actor::Actor;
use sqlx::{Postgres, QueryBuilder};

use super::query::seen;
use crate::audience::stay::lasts;

/// Adds ` and ...` for the record `c`.
pub(in crate::audience) fn members(
    query: &mut QueryBuilder<'_, Postgres>,
    actor: &Actor,
    asked: Option<&InSegment>,
) {
    let Some(asked) = asked else { return };
    query
        .push(" and exists (select 1 from read.segment_members m where m.record_id = c.id and m.segment_id in (select s.id from read.segments s where s.id = ")
        .push_bind(asked.segment);
    seen(query, actor);
    query.push(")");
    lasts(query, asked.as_of);
    query.push(")");
}
