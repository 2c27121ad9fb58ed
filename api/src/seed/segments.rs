//! Three segments of the sample for everyone: people by what they are, people by when they came, and companies. Found again by their names.

use pivotal_commands::audience::segments::archive::archive_segment;
use pivotal_commands::audience::segments::create::{CreateSegment, create_segment};
use pivotal_commands::audience::segments::used::used_by;
use pivotal_commands::context::Context;
use pivotal_commands::error::CommandError;
use pivotal_commands::lookup::claim_owner;
use pivotal_domain::audience::fields::catalogue::Entity;
use pivotal_domain::audience::saved_views::sharing::Sharing;
use pivotal_domain::audience::segments::{Details, Kept, Segment, keys};
use serde_json::{Value, json};
use uuid::Uuid;

use super::seeder;

struct Sample {
    entity: Entity,
    name: &'static str,
    description: &'static str,
    definition: Value,
}

/// None asks for a custom field: what an organisation defined itself under such a name may be of another type.
fn all() -> [Sample; 3] {
    [
        Sample {
            entity: Entity::Contact,
            name: "Marketing leaders in DACH",
            description: "Who decides about campaigns in Germany, Austria and Switzerland.",
            definition: json!({"all": [
                {"field": "country", "op": "in", "value": ["DE", "AT", "CH"]},
                {"field": "department", "op": "equals", "value": "Marketing"},
                {"field": "seniority_level", "op": "in", "value": ["C-level", "VP", "Director", "Head", "Manager"]},
            ]}),
        },
        Sample {
            entity: Entity::Contact,
            name: "New without a phone number",
            description: "Came in the last 30 days and cannot be called yet. Who is older leaves by themselves.",
            definition: json!({"all": [
                {"field": "created_at", "op": "in_last_days", "value": 30},
                {"field": "direct_phone", "op": "is_empty"},
            ]}),
        },
        Sample {
            entity: Entity::Account,
            name: "Technology companies with 100 people and more",
            description: "",
            definition: json!({"all": [
                {"field": "industry", "op": "in", "value": [
                    "Software", "Internet", "Semiconductors", "Telecommunications", "Wireless", "Information Services",
                ]},
                {"field": "staff_count", "op": "at_least", "value": 100},
            ]}),
        },
    ]
}

/// Defines what is not there. Answers the last position.
pub async fn add(ctx: &Context) -> Result<Option<i64>, CommandError> {
    let mut last = None;
    for sample in all() {
        if found(ctx, &sample).await?.is_none() {
            let input = CreateSegment {
                entity: sample.entity,
                name: sample.name.to_owned(),
                description: sample.description.to_owned(),
                tags: tags(),
                sharing: Sharing::Everyone,
                definition: sample.definition,
                active: true,
                idempotency_key: None,
            };
            last = create_segment(ctx, &seeder(), input).await?.position.max(last);
        }
    }
    Ok(last)
}

/// Archives them; one that somebody defined another by stays. Answers the last position.
pub async fn remove(ctx: &Context) -> Result<Option<i64>, CommandError> {
    let mut last = None;
    for sample in all() {
        let Some(id) = found(ctx, &sample).await? else { continue };
        if used_by(ctx, &seeder(), id).await?.is_empty() {
            last = archive_segment(ctx, &seeder(), id).await?.position.max(last);
        }
    }
    Ok(last)
}

async fn found(ctx: &Context, sample: &Sample) -> Result<Option<Uuid>, CommandError> {
    let details = Details {
        name: sample.name.to_owned(),
        description: String::new(),
        tags: Vec::new(),
        sharing: Sharing::Everyone,
    };
    let kept = Kept {
        owner: seeder().user_id,
        entity: sample.entity,
        details,
        definition: Value::Null,
        active: true,
    };
    let claims = keys::claims(&Segment { kept: Some(kept), archived: false });
    let Some((scope, value)) = claims.into_iter().next() else { return Ok(None) };
    claim_owner(ctx, scope, &value).await
}

fn tags() -> Vec<String> {
    vec!["sample".to_owned()]
}
