//! A person is erased: what mail servers said about their addresses goes, and so does the list of a run that names them.

use std::collections::BTreeSet;

use pivotal_domain::audience::values::email::EmailAddress;

use super::Verification;
use super::cache::{address_key, forget_verdicts};
use crate::audience::contact_runs::forget::forget_lists_of;
use crate::audience::imports::person::Person;
use crate::context::Context;
use crate::error::CommandError;

/// Can be done again. A run that is at work has its list in memory and goes on; killed, it ends without it.
pub async fn forget(
    ctx: &Context,
    values: &BTreeSet<String>,
    person: &Person,
    names: &BTreeSet<String>,
) -> Result<(), CommandError> {
    let addresses = values.iter().filter_map(|value| EmailAddress::parse(value).ok());
    let keys: Vec<Vec<u8>> = addresses.map(|address| address_key(&ctx.log.blind, &address)).collect();
    forget_verdicts(ctx, &keys).await?;
    forget_lists_of::<Verification>(ctx, person, names).await
}
