//! A person is erased: what look-ups said about their numbers goes, and so does the list of a run that names them.

use std::collections::BTreeSet;

use pivotal_domain::audience::values::phone::Phone;

use super::Lookup;
use super::cache::forget_findings;
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
    let phones: Vec<Phone> = values.iter().filter_map(|value| Phone::parse(value, None).ok()).collect();
    forget_findings(ctx, &phones).await?;
    forget_lists_of::<Lookup>(ctx, person, names).await
}
