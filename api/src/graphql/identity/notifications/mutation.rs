//! Marking one's notifications as read, and choosing what one is told of.

use async_graphql::{Context, InputObject, Object, Result, SimpleObject};
use pivotal_commands::identity::notifications::mail::{send_digest_now, set_notification_mail};
use pivotal_commands::identity::notifications::preferences::set_notification_preferences;
use pivotal_commands::identity::notifications::read::{mark_all_read, mark_read};
use pivotal_domain::identity::notifications::digest::{DigestSchedule, MailPreferences};
use pivotal_projections::identity::notifications::SPEC;

use super::query::unread;
use super::types::{DigestEvery, NotificationDigest, NotificationPreference, preferences};
use crate::errors::ApiResult;
use crate::graphql::freshness::stale_at;
use crate::graphql::payload::{UserError, run};
use crate::graphql::{actor, core};
use crate::policy::SIGNED_IN;
use crate::policy::directive::allow;

#[derive(Default)]
pub struct NotificationMutation;

#[derive(Debug, InputObject)]
pub struct NotificationsMarkReadInput {
    /// Those that are not yours, or not there any more, are passed over.
    pub ids: Vec<i64>,
}

#[derive(Debug, InputObject)]
pub struct NotificationPreferencesSetInput {
    /// The kinds you do not want to be told of in the app; replaces what you chose before.
    pub in_app_off: Vec<String>,
}

#[derive(Debug, InputObject)]
pub struct NotificationMailSetInput {
    /// The kinds that come by a mail of their own; replaces what you chose before.
    pub at_once: Vec<String>,
    /// The kinds that are left out of the digest; replaces what you chose before.
    pub digest_off: Vec<String>,
    pub every: DigestEvery,
    /// From 0 to 23, in the time zone.
    pub hour: i32,
    /// IANA name.
    pub time_zone: String,
}

#[derive(Debug, SimpleObject)]
pub struct NotificationMailPayload {
    /// As they are now.
    pub preferences: Option<Vec<NotificationPreference>>,
    pub digest: Option<NotificationDigest>,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[derive(Debug, SimpleObject)]
pub struct DigestSentPayload {
    /// The address; null when it was refused.
    pub sent_to: Option<String>,
    pub user_errors: Vec<UserError>,
}

#[derive(Debug, SimpleObject)]
pub struct NotificationsReadPayload {
    /// How many are not read now; null when nothing was marked, or it cannot be told yet.
    pub unread: Option<i64>,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[derive(Debug, SimpleObject)]
pub struct NotificationPreferencesPayload {
    /// As they are now.
    pub preferences: Option<Vec<NotificationPreference>>,
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[Object]
impl NotificationMutation {
    /// Marks some of your notifications as read.
    #[graphql(directive = allow::apply(SIGNED_IN.into()))]
    async fn notifications_mark_read(
        &self,
        ctx: &Context<'_>,
        input: NotificationsMarkReadInput,
    ) -> Result<NotificationsReadPayload> {
        let marked = run(ctx, |context, actor| async move { mark_read(&context, &actor, input.ids).await });
        Ok(read(ctx, marked.await?).await?)
    }

    /// Marks everything you were told until now as read.
    #[graphql(directive = allow::apply(SIGNED_IN.into()))]
    async fn notifications_mark_all_read(&self, ctx: &Context<'_>) -> Result<NotificationsReadPayload> {
        let marked = run(ctx, |context, actor| async move { mark_all_read(&context, &actor).await });
        Ok(read(ctx, marked.await?).await?)
    }

    /// Chooses what you are told of from now on. What you were told stays.
    #[graphql(directive = allow::apply(SIGNED_IN.into()))]
    async fn notification_preferences_set(
        &self,
        ctx: &Context<'_>,
        input: NotificationPreferencesSetInput,
    ) -> Result<NotificationPreferencesPayload> {
        let set = run(ctx, |context, actor| async move {
            set_notification_preferences(&context, &actor, input.in_app_off).await
        });
        Ok(match set.await? {
            Ok(done) => NotificationPreferencesPayload {
                preferences: Some(preferences(actor(ctx)?, &done.state)),
                position: done.position,
                user_errors: Vec::new(),
            },
            Err(user_errors) => {
                NotificationPreferencesPayload { preferences: None, position: None, user_errors }
            }
        })
    }

    /// Chooses what comes by mail from now on, and when the digest does. What you were told before is not mailed.
    #[graphql(directive = allow::apply(SIGNED_IN.into()))]
    async fn notification_mail_set(
        &self,
        ctx: &Context<'_>,
        input: NotificationMailSetInput,
    ) -> Result<NotificationMailPayload> {
        let NotificationMailSetInput { at_once, digest_off, every, hour: at, time_zone } = input;
        let digest = DigestSchedule { every: every.into(), hour: hour(at), time_zone };
        let mail = MailPreferences { at_once, digest_off, digest };
        let set =
            run(ctx, |context, actor| async move { set_notification_mail(&context, &actor, mail).await });
        let (actor, now) = (actor(ctx)?, core(ctx).context.now());
        Ok(match set.await? {
            Ok(done) => NotificationMailPayload {
                preferences: Some(preferences(actor, &done.state)),
                digest: Some(NotificationDigest::of(actor, &done.state, now)),
                position: done.position,
                user_errors: Vec::new(),
            },
            Err(user_errors) => {
                NotificationMailPayload { preferences: None, digest: None, position: None, user_errors }
            }
        })
    }

    /// Sends you a digest of now, whatever you chose; one that has nothing in it says so.
    #[graphql(directive = allow::apply(SIGNED_IN.into()))]
    async fn notification_digest_send_now(&self, ctx: &Context<'_>) -> Result<DigestSentPayload> {
        let queue = core(ctx).queue.clone();
        let sent = run(ctx, |context, actor| async move { send_digest_now(&context, &queue, &actor).await });
        Ok(match sent.await? {
            Ok(sent_to) => DigestSentPayload { sent_to: Some(sent_to), user_errors: Vec::new() },
            Err(user_errors) => DigestSentPayload { sent_to: None, user_errors },
        })
    }
}

/// A number that is none of an hour is refused in words, as it is.
pub(crate) fn hour(hour: i32) -> u8 {
    u8::try_from(hour).unwrap_or(u8::MAX)
}

async fn read(ctx: &Context<'_>, marked: Result<i64, Vec<UserError>>) -> ApiResult<NotificationsReadPayload> {
    let position = match marked {
        Ok(position) => position,
        Err(user_errors) => {
            return Ok(NotificationsReadPayload { unread: None, position: None, user_errors });
        }
    };
    let unread = match stale_at(core(ctx), &[SPEC.name], position).await? {
        true => None,
        false => Some(unread(core(ctx), actor(ctx)?).await?.count),
    };
    Ok(NotificationsReadPayload { unread, position: Some(position), user_errors: Vec::new() })
}
