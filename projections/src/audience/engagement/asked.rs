//! What a filter asks to have happened, as a condition on the contact `c`. `e` is what happened.

use pivotal_domain::audience::filter::asking::Asking;
use pivotal_domain::audience::filter::engagement::Engagement;
use sqlx::{Postgres, QueryBuilder};

/// Never null. The whole is `exists` or `not exists`, which Postgres answers for all contacts at once by kind and moment, or for
/// each by the contact's own rows, as it sees fit.
pub(crate) fn push(query: &mut QueryBuilder<'_, Postgres>, asked: &Engagement, asking: &Asking) {
    let (exists, having) = match (asked.at_least, asked.at_most) {
        (0, None) => {
            query.push("true");
            return;
        }
        (0, Some(0)) => ("not exists", None),
        // Those to whom nothing of it happened are in no group.
        (0, Some(most)) => ("not exists", Some((most, None, "count(*) > "))),
        (1, None) => ("exists", None),
        (least, most) => ("exists", Some((least, most, "count(*) >= "))),
    };
    match having {
        None => {
            query.push(format!("{exists} (select from read.engagement e where e.contact_id = c.id and "));
            counts(query, asked, asking);
        }
        Some((count, most, compared)) => {
            query.push(format!("{exists} (select from (select e.contact_id from read.engagement e where "));
            counts(query, asked, asking);
            query.push(format!(" group by e.contact_id having {compared}")).push_bind(i64::from(count));
            if let Some(most) = most {
                query.push(" and count(*) <= ").push_bind(i64::from(most));
            }
            query.push(") counted where counted.contact_id = c.id");
        }
    }
    query.push(")");
}

/// What counts of all that happened.
fn counts(query: &mut QueryBuilder<'_, Postgres>, asked: &Engagement, asking: &Asking) {
    // A word of ours, and spelled out, so that the planner knows how rare it is.
    query.push(format!("e.kind = '{}'", asked.did.as_str()));
    if !asked.machines && asked.did.can_be_a_machine() {
        query.push(" and not e.machine");
    }
    match asked.campaigns.as_slice() {
        [] => {}
        [only] => drop(query.push(" and e.campaign_id = ").push_bind(*only)),
        several => drop(query.push(" and e.campaign_id = any(").push_bind(several.to_vec()).push(")")),
    }
    let span = asked.when.span(asking);
    for (edge, sign) in [(span.from, ">"), (span.to, "<")] {
        let Some(edge) = edge else { continue };
        let equal = if edge.belongs { "=" } else { "" };
        query.push(format!(" and e.at {sign}{equal} ")).push_bind(edge.at);
    }
}
