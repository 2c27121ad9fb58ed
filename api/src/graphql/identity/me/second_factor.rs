//! One's own second step of signing in, and an administrator's way to turn somebody's off.

use async_graphql::{Context, InputObject, Object, Result, SimpleObject};
use pivotal_commands::identity::users::second_factor::{Begun, SecondFactors};
use secrecy::{ExposeSecret, SecretString};
use uuid::Uuid;

use crate::errors::ApiError;
use crate::graphql::payload::{UserError, run};
use crate::graphql::{actor, core};
use crate::policy::directive::allow;
use crate::policy::{ENTERING_IN_PERSON, IN_PERSON};
use crate::qr;

#[derive(Default)]
pub struct SecondFactorQuery;

#[derive(Default)]
pub struct SecondFactorMutation;

#[derive(Debug, SimpleObject)]
pub struct SecondFactor {
    /// Signing in takes a code of an app besides the password.
    pub enabled: bool,
    pub recovery_codes_left: i32,
}

#[derive(InputObject)]
pub struct SecondFactorPasswordInput {
    #[graphql(secret)]
    pub password: String,
}

#[derive(Debug, InputObject)]
pub struct SecondFactorConfirmInput {
    /// What the app shows.
    pub code: String,
}

/// A QR code to draw: a path of dark modules, each a square of one, on a light square of `size`.
#[derive(SimpleObject)]
pub struct QrDrawing {
    pub size: i32,
    pub path: String,
}

#[derive(SimpleObject)]
pub struct SecondFactorBeginPayload {
    /// For typing into the app. To be had only now.
    pub secret: Option<String>,
    pub qr: Option<QrDrawing>,
    pub user_errors: Vec<UserError>,
}

#[derive(SimpleObject)]
pub struct RecoveryCodesPayload {
    /// Each good once, in the place of a code. To be had only now.
    pub recovery_codes: Option<Vec<String>>,
    pub user_errors: Vec<UserError>,
}

#[derive(Debug, SimpleObject)]
pub struct SecondFactorOffPayload {
    pub position: Option<i64>,
    pub user_errors: Vec<UserError>,
}

#[Object]
impl SecondFactorQuery {
    /// Whether your second step is on.
    #[graphql(directive = allow::apply(ENTERING_IN_PERSON.into()))]
    async fn second_factor(&self, ctx: &Context<'_>) -> Result<SecondFactor> {
        let (factors, user) = (core(ctx).sessions.second_factors(), actor(ctx)?.user_id);
        let enabled = factors.is_on(user).await.map_err(ApiError::from)?;
        let left = factors.codes_left(user).await.map_err(ApiError::from)?;
        Ok(SecondFactor { enabled, recovery_codes_left: i32::try_from(left).unwrap_or(i32::MAX) })
    }
}

#[Object]
impl SecondFactorMutation {
    /// Begins to set your second step up; what was begun before is void.
    #[graphql(directive = allow::apply(ENTERING_IN_PERSON.into()))]
    async fn second_factor_begin(
        &self,
        ctx: &Context<'_>,
        input: SecondFactorPasswordInput,
    ) -> Result<SecondFactorBeginPayload> {
        let (factors, password) = asked(ctx, input);
        let begun = run(ctx, move |_, actor| async move { factors.begin(&actor, &password).await });
        Ok(match begun.await? {
            Ok(begun) => begun_payload(&begun),
            Err(user_errors) => SecondFactorBeginPayload { secret: None, qr: None, user_errors },
        })
    }

    /// Turns your second step on with the first code of the app.
    #[graphql(directive = allow::apply(ENTERING_IN_PERSON.into()))]
    async fn second_factor_confirm(
        &self,
        ctx: &Context<'_>,
        input: SecondFactorConfirmInput,
    ) -> Result<RecoveryCodesPayload> {
        let factors = core(ctx).sessions.second_factors().clone();
        let codes = run(ctx, move |_, actor| async move { factors.confirm(&actor, &input.code).await });
        Ok(codes_payload(codes.await?))
    }

    /// New recovery codes; those before are void.
    #[graphql(directive = allow::apply(IN_PERSON.into()))]
    async fn recovery_codes_renew(
        &self,
        ctx: &Context<'_>,
        input: SecondFactorPasswordInput,
    ) -> Result<RecoveryCodesPayload> {
        let (factors, password) = asked(ctx, input);
        let codes = run(ctx, move |_, actor| async move { factors.renew_codes(&actor, &password).await });
        Ok(codes_payload(codes.await?))
    }

    /// Turns your second step off.
    #[graphql(directive = allow::apply(IN_PERSON.into()))]
    async fn second_factor_disable(
        &self,
        ctx: &Context<'_>,
        input: SecondFactorPasswordInput,
    ) -> Result<SecondFactorOffPayload> {
        let (factors, password) = asked(ctx, input);
        let done = run(ctx, move |_, actor| async move { factors.disable(&actor, &password).await });
        Ok(off_payload(done.await?.map(|()| None)))
    }

    /// Turns somebody's second step off, who has lost the phone and the recovery codes.
    #[graphql(directive = allow::apply("USERS_MANAGE".into()))]
    async fn user_second_factor_reset(
        &self,
        ctx: &Context<'_>,
        user_id: Uuid,
    ) -> Result<SecondFactorOffPayload> {
        let factors = core(ctx).sessions.second_factors().clone();
        let done = run(ctx, move |_, actor| async move { factors.reset(&actor, user_id).await });
        Ok(off_payload(done.await?.map(|done| done.position)))
    }
}

fn asked(ctx: &Context<'_>, input: SecondFactorPasswordInput) -> (SecondFactors, SecretString) {
    (core(ctx).sessions.second_factors().clone(), SecretString::from(input.password))
}

fn begun_payload(begun: &Begun) -> SecondFactorBeginPayload {
    let drawing = qr::draw(begun.uri.expose_secret());
    SecondFactorBeginPayload {
        secret: Some(begun.secret.expose_secret().to_owned()),
        qr: drawing.map(|drawing| QrDrawing { size: drawing.size, path: drawing.path }),
        user_errors: Vec::new(),
    }
}

fn codes_payload(codes: std::result::Result<Vec<String>, Vec<UserError>>) -> RecoveryCodesPayload {
    match codes {
        Ok(codes) => RecoveryCodesPayload { recovery_codes: Some(codes), user_errors: Vec::new() },
        Err(user_errors) => RecoveryCodesPayload { recovery_codes: None, user_errors },
    }
}

fn off_payload(done: std::result::Result<Option<i64>, Vec<UserError>>) -> SecondFactorOffPayload {
    match done {
        Ok(position) => SecondFactorOffPayload { position, user_errors: Vec::new() },
        Err(user_errors) => SecondFactorOffPayload { position: None, user_errors },
    }
}
