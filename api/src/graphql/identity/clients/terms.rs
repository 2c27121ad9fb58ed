//! Default terms of a client, and setting them.

use async_graphql::{Context, Enum, InputObject, Object, Result, SimpleObject};
use pivotal_commands::identity::clients::terms::{set_terms, withdraw_terms};
use pivotal_domain::identity::clients::error::ClientError;
use pivotal_domain::identity::clients::terms as domain;
use uuid::Uuid;

use super::mutation::{ClientPayload, payload};
use crate::graphql::payload::run;
use crate::policy::directive::allow;

#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "domain::Per")]
pub enum PacingPer {
    Day,
    Week,
    Month,
    Quarter,
}

/// What happens to leads beyond the goal.
#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "domain::OverDelivery")]
pub enum OverDelivery {
    Refuse,
    /// Kept until somebody decides.
    Hold,
    Allow,
}

/// Among which leads the same person counts as a duplicate.
#[derive(Debug, Enum, Clone, Copy, PartialEq, Eq)]
#[graphql(remote = "domain::DuplicatesWithin")]
pub enum DuplicatesWithin {
    Order,
    Client,
}

/// What an order of this client starts from.
#[derive(Debug, SimpleObject)]
pub struct ClientTerms {
    pub pacing_leads: Option<u32>,
    pub pacing_per: Option<PacingPer>,
    /// Of one lead, a plain decimal: 37.50.
    pub price: Option<String>,
    /// Three letters (ISO 4217).
    pub currency: Option<String>,
    /// Leads of one company; null: no cap.
    pub cap_per_company: Option<u32>,
    pub over_delivery: OverDelivery,
    pub duplicates_within: DuplicatesWithin,
    /// How far back a lead counts as the same; null: for ever.
    pub look_back_days: Option<u32>,
    /// After a delivery; 0: leads cannot be returned.
    pub return_window_days: u32,
}

impl From<domain::Terms> for ClientTerms {
    fn from(terms: domain::Terms) -> Self {
        let (price, currency) = terms.price.map(|price| (price.amount, price.currency)).unzip();
        ClientTerms {
            pacing_leads: terms.pacing.map(|pacing| pacing.leads),
            pacing_per: terms.pacing.map(|pacing| pacing.per.into()),
            price,
            currency,
            cap_per_company: terms.cap_per_company,
            over_delivery: terms.over_delivery.into(),
            duplicates_within: terms.duplicates_within.into(),
            look_back_days: terms.look_back_days,
            return_window_days: terms.return_window_days,
        }
    }
}

#[derive(Debug, InputObject)]
pub struct ClientTermsInput {
    pub id: Uuid,
    /// The version that is replaced, 0 for none: what somebody else changed meanwhile is not overwritten.
    pub seen: i64,
    /// With pacingPer, or neither.
    pub pacing_leads: Option<u32>,
    pub pacing_per: Option<PacingPer>,
    /// With currency, or neither.
    pub price: Option<String>,
    pub currency: Option<String>,
    pub cap_per_company: Option<u32>,
    pub over_delivery: OverDelivery,
    pub duplicates_within: DuplicatesWithin,
    pub look_back_days: Option<u32>,
    pub return_window_days: u32,
}

impl TryFrom<ClientTermsInput> for domain::Terms {
    type Error = ClientError;

    /// Half of a pair is no less wrong than a pair that makes no sense.
    fn try_from(input: ClientTermsInput) -> Result<Self, ClientError> {
        let pacing = match (input.pacing_leads, input.pacing_per) {
            (None, _) => None,
            (Some(leads), Some(per)) => Some(domain::Pacing { leads, per: per.into() }),
            (Some(_), None) => return Err(ClientError::PacingInvalid),
        };
        let amount = input.price.filter(|price| !price.trim().is_empty());
        let price = match (amount, input.currency) {
            (None, _) => None,
            (Some(amount), Some(currency)) => Some(domain::Price { amount, currency }),
            (Some(_), None) => return Err(ClientError::CurrencyUnknown(String::new())),
        };
        Ok(domain::Terms {
            pacing,
            price,
            cap_per_company: input.cap_per_company,
            over_delivery: input.over_delivery.into(),
            duplicates_within: input.duplicates_within.into(),
            look_back_days: input.look_back_days,
            return_window_days: input.return_window_days,
        })
    }
}

#[derive(Default)]
pub struct ClientTermsMutation;

#[Object]
impl ClientTermsMutation {
    /// A new version of the default terms. Orders keep the terms they were placed with.
    #[graphql(directive = allow::apply("CLIENTS_MANAGE".into()))]
    async fn client_set_terms(&self, ctx: &Context<'_>, input: ClientTermsInput) -> Result<ClientPayload> {
        let (id, seen) = (input.id, input.seen);
        let done = run(ctx, move |context, actor| async move {
            let terms = domain::Terms::try_from(input)?;
            set_terms(&context, &actor, id, terms, seen).await
        });
        Ok(payload(ctx, done.await?).await?)
    }

    /// The client has no default terms any more. seen is the version that is withdrawn.
    #[graphql(directive = allow::apply("CLIENTS_MANAGE".into()))]
    async fn client_withdraw_terms(&self, ctx: &Context<'_>, id: Uuid, seen: i64) -> Result<ClientPayload> {
        let done =
            run(ctx, move |context, actor| async move { withdraw_terms(&context, &actor, id, seen).await });
        Ok(payload(ctx, done.await?).await?)
    }
}
