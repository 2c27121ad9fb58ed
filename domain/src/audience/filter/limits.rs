//! How large a filter may be. Generous for people, small enough that no filter is a load of its own.

/// Groups inside groups; the outermost counts as the first.
pub const DEPTH_MAX: usize = 10;
/// Conditions of one filter.
pub const CONDITIONS_MAX: usize = 200;
/// Values of one condition. More are an import into a list, not a filter.
pub const VALUES_MAX: usize = 5_000;
/// Characters of one text.
pub const TEXT_MAX: usize = 1_000;
/// Days that a relative date may lie away from today: a hundred years.
pub const DAYS_MAX: u32 = 36_500;
/// Mistakes told at once.
pub const ERRORS_MAX: usize = 20;
/// Contacts of an account that can be asked for.
pub const CONTACTS_MAX: u32 = 1_000_000;
/// How often something can have happened to a contact, as far as it can be asked for.
pub const TIMES_MAX: u32 = 10_000;
