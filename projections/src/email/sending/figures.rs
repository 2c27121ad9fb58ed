//! How the variants of a test fare: people who did it, of the mails that were delivered, or sent where nobody tells of delivery.

use pivotal_domain::campaigns::campaigns::content::Metric;
use pivotal_domain::email::statistics::proportion::Share;
use sqlx::PgPool;
use uuid::Uuid;

/// Shares by the places of the variants, and how many hits nobody judged yet.
pub async fn of_test(
    pool: &PgPool,
    campaign: Uuid,
    metric: Metric,
    variants: usize,
) -> Result<(Vec<Share>, u64), sqlx::Error> {
    let kind = match metric {
        Metric::Clicked => "clicked",
        Metric::Opened => "opened",
        Metric::Replied => "replied",
    };
    let rows = sqlx::query!(
        r#"select variant, coalesce(sum(messages) filter (where kind = $2), 0)::bigint as "successes!",
             coalesce(sum(messages) filter (where kind = 'delivered'), 0)::bigint as "delivered!",
             coalesce(sum(messages) filter (where kind = 'sent'), 0)::bigint as "sent!",
             coalesce(sum(messages) filter (where kind = 'unjudged'), 0)::bigint as "unjudged!"
           from read.email_response_counts where campaign_id = $1 and not machine group by variant"#,
        campaign,
        kind
    )
    .fetch_all(pool)
    .await?;
    let number = |number: i64| u64::try_from(number).unwrap_or_default();
    let tells = rows.iter().any(|row| row.delivered > 0);
    let (mut shares, mut unjudged) = (vec![Share::default(); variants], 0);
    for row in rows {
        unjudged += number(row.unjudged);
        if let Some(share) = usize::try_from(row.variant).ok().and_then(|place| shares.get_mut(place)) {
            *share = Share::new(number(row.successes), number(if tells { row.delivered } else { row.sent }));
        }
    }
    Ok((shares, unjudged))
}
