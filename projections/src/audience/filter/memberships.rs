//! Where it stands what a record belongs to, for every membership of the domain. `m` is the row of a member, `c` the record.

use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::filter::membership::Membership;
use pivotal_domain::audience::filter::predicate::Predicate;
use sqlx::{Postgres, QueryBuilder};
use uuid::Uuid;

use crate::audience::{domain_sets, history, segments};
use crate::campaigns::campaigns;

/// Nothing a client sends is in any of it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Members {
    /// Of the field.
    key: &'static str,
    /// Whose members these are; none: of whichever record.
    of: Option<Entity>,
    table: &'static str,
    /// The column of the record's id, by which an index finds the groups of a record.
    record: &'static str,
    /// The column of the group's id, by which an index finds its members.
    group: &'static str,
    /// What is true of those who belong to it now.
    counts: &'static str,
    /// The projection that writes the table.
    pub projection: &'static str,
}

/// Groups that are asked for one by one: each is a join more to plan.
const EACH: usize = 2;

static ALL: &[Members] = &[
    Members {
        key: "lists",
        of: None,
        table: "read.list_members",
        record: "record_id",
        group: "list_id",
        counts: "m.left_at is null",
        projection: "lists",
    },
    Members {
        key: "segments",
        of: None,
        table: "read.segment_members",
        record: "record_id",
        group: "segment_id",
        counts: "m.left_at is null",
        projection: segments::SPEC.name,
    },
    // Accounts are members by what was matched. Contacts follow from that and from where they are now.
    Members {
        key: "domain_sets",
        of: Some(Entity::Account),
        table: "read.domain_set_items",
        record: "account_id",
        group: "domain_set_id",
        counts: "m.status = 'matched'",
        projection: domain_sets::SPEC.name,
    },
    Members {
        key: "domain_sets",
        of: Some(Entity::Contact),
        table: "read.domain_set_contacts()",
        record: "contact_id",
        group: "domain_set_id",
        counts: "true",
        projection: domain_sets::SPEC.name,
    },
    // Facts of a take that never ended name people who are in no audience.
    Members {
        key: "campaigns",
        of: Some(Entity::Contact),
        table: "read.campaign_members",
        record: "contact_id",
        group: "campaign_id",
        counts: "exists (select from read.campaign_versions v where v.campaign_id = m.campaign_id and v.take = m.take)",
        projection: campaigns::SPEC.name,
    },
    Members {
        key: "imports",
        of: None,
        table: "read.history",
        record: "entity_id",
        group: "import_id",
        counts: "m.import_id is not null",
        projection: history::SPEC.name,
    },
];

impl Members {
    /// A membership without a table has no members; a test finds one that was forgotten here.
    pub fn of(entity: Entity, membership: &Membership) -> Option<&'static Members> {
        let is_of = |members: &&Members| members.of.is_none_or(|of| of == entity);
        ALL.iter().filter(is_of).find(|members| members.key == membership.key)
    }

    /// A condition on the record `c`, which is never null. The parts are `exists` and `not exists`, which Postgres answers for all
    /// records at once or for one by its index, as it sees fit.
    pub fn push(&self, query: &mut QueryBuilder<'_, Postgres>, predicate: &Predicate) {
        match predicate {
            Predicate::HasValue => self.belongs(query, "exists", None),
            Predicate::IsEmpty => self.belongs(query, "not exists", None),
            Predicate::AnyOf(ids) => self.belongs(query, "exists", Some(read(ids))),
            Predicate::NoneOf(ids) => self.belongs(query, "not exists", Some(read(ids))),
            Predicate::AllOf(ids) => self.belongs_to_all(query, read(ids)),
            // A membership is asked nothing else.
            _ => drop(query.push("false")),
        }
    }

    fn belongs(&self, query: &mut QueryBuilder<'_, Postgres>, exists: &str, ids: Option<Vec<Uuid>>) {
        let Members { table, record, group, counts, .. } = self;
        query.push(format!("{exists} (select from {table} m where m.{record} = c.id and {counts}"));
        match ids.map(<[Uuid; 1]>::try_from) {
            None => {}
            Some(Ok([only])) => drop(query.push(format!(" and m.{group} = ")).push_bind(only)),
            Some(Err(ids)) => drop(query.push(format!(" and m.{group} = any(")).push_bind(ids).push(")")),
        }
        query.push(")");
    }

    /// Of few groups each is a question of its own; of many, their members are looked at once.
    fn belongs_to_all(&self, query: &mut QueryBuilder<'_, Postgres>, ids: Vec<Uuid>) {
        let Members { table, record, group, counts, .. } = self;
        if ids.len() <= EACH {
            for (index, id) in ids.into_iter().enumerate() {
                query.push(if index > 0 { " and " } else { "(" });
                self.belongs(query, "exists", Some(vec![id]));
            }
            query.push(")");
            return;
        }
        let count = i64::try_from(ids.len()).unwrap_or(i64::MAX);
        query
            .push(format!(
                "exists (select from (select m.{record} as id from {table} m where {counts} and m.{group} = any("
            ))
            .push_bind(ids)
            .push(format!(") group by m.{record} having count(distinct m.{group}) = "))
            .push_bind(count)
            .push(") of_all where of_all.id = c.id)");
    }

    /// The ids of what the record belongs to, as texts; null where it belongs to none.
    pub fn value(&self) -> String {
        let Members { table, record, group, counts, .. } = self;
        format!(
            "(select array_agg(distinct m.{group}::text) from {table} m where m.{record} = c.id and {counts})"
        )
    }
}

/// Each id once. The parser let nothing else through.
fn read(ids: &[String]) -> Vec<Uuid> {
    let mut ids: Vec<Uuid> = ids.iter().filter_map(|id| Uuid::try_parse(id).ok()).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}
