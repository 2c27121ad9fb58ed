//! How many rows a file will have, for formats that have room for so many only: what is left out of the file takes none.

use pivotal_domain::audience::exports::events::Restricted;
use pivotal_domain::audience::record::restriction::CLIENT_RESTRICTION;
use serde_json::{Value, json};

use crate::ports::record_lists::{ListAsked, ListError, RecordLists};

/// `total`: records of the list. Asked a moment after the list was opened, so it may differ by what happened in between.
pub(super) async fn rows_of(
    lists: &dyn RecordLists,
    mut asked: ListAsked,
    restricted: Restricted,
    total: u64,
) -> Result<u64, ListError> {
    if restricted == Restricted::Include {
        return Ok(total);
    }
    asked.filter.condition = Some(and_restricted(asked.filter.condition.take()));
    match lists.ids(asked).await {
        Ok(left_out) => Ok(total.saturating_sub(left_out.total)),
        // A filter that is as long as one may be takes no further condition. Then the whole list counts.
        Err(ListError::Refused(_)) => Ok(total),
        Err(error) => Err(error),
    }
}

/// The condition, and that a client supplied the record. No level deeper where it can be helped: a filter may have so many only.
fn and_restricted(condition: Option<Value>) -> Value {
    let restricted = json!({ "field": CLIENT_RESTRICTION, "op": "has_value" });
    let mut condition = match condition {
        Some(Value::Object(condition)) if !condition.is_empty() => condition,
        _ => return restricted,
    };
    if let Some(Value::Array(all)) = condition.get_mut("all") {
        all.push(restricted);
        return Value::Object(condition);
    }
    // It stands outermost, or not at all.
    condition.remove("v");
    if condition.is_empty() { restricted } else { json!({ "all": [condition, restricted] }) }
}

#[cfg(test)]
mod tests {
    use async_trait::async_trait;
    use chrono::{TimeZone, Utc};
    use futures::StreamExt;
    use pivotal_domain::audience::exports::list::{ListFilter, ListSort};
    use pivotal_domain::audience::fields::catalogue::Entity;
    use pivotal_domain::audience::filter::vocabulary::Vocabulary;
    use pivotal_domain::identity::actor::Actor;

    use super::*;
    use crate::ports::record_lists::{IdsRead, ListRead};

    /// So many of its records are restricted; none: it takes no further condition.
    struct Counted(Option<u64>);

    #[async_trait]
    impl RecordLists for Counted {
        async fn open(&self, _asked: ListAsked) -> Result<ListRead, ListError> {
            Err(ListError::Refused("only counts are asked for".into()))
        }

        async fn ids(&self, asked: ListAsked) -> Result<IdsRead, ListError> {
            assert_eq!(asked.filter.condition, Some(and_restricted(None)));
            let total = self.0.ok_or_else(|| ListError::Refused("too long".into()))?;
            Ok(IdsRead { total, position: 0, pages: futures::stream::empty().boxed() })
        }
    }

    fn asked() -> ListAsked {
        ListAsked {
            actor: Actor::system("ui"),
            entity: Entity::Contact,
            filter: ListFilter::default(),
            sort: ListSort::default(),
            keys: Vec::new(),
            vocabulary: Vocabulary::none(),
            asked_at: Utc.with_ymd_and_hms(2026, 3, 1, 9, 0, 0).unwrap(),
        }
    }

    #[tokio::test]
    async fn what_is_left_out_of_the_file_takes_no_room() {
        let rows =
            async |restricted, left_out| rows_of(&Counted(left_out), asked(), restricted, 100).await.unwrap();
        assert_eq!(rows(Restricted::LeaveOut, Some(30)).await, 70);
        assert_eq!(rows(Restricted::Include, Some(30)).await, 100);
        assert_eq!(rows(Restricted::LeaveOut, None).await, 100);
    }

    #[test]
    fn the_condition_of_the_list_stays_beside_it() {
        let (restricted, country) =
            (and_restricted(None), json!({ "field": "country", "op": "equals", "value": "NO" }));
        assert_eq!(and_restricted(Some(json!({ "v": 1 }))), restricted);
        assert_eq!(
            and_restricted(Some(json!({ "v": 1, "all": [country] }))),
            json!({ "v": 1, "all": [country, restricted] })
        );
        assert_eq!(
            and_restricted(Some(json!({ "v": 1, "any": [country] }))),
            json!({ "all": [{ "any": [country] }, restricted] })
        );
        assert_eq!(and_restricted(Some(country.clone())), json!({ "all": [country, restricted] }));
    }
}
