//! Constant names for events, from one list the compiler checks.

/// Gives an event enum `NAMES` (every variant, for golden-file and coverage tests) and `name()`.
///
/// A variant missing from the list does not compile, so a test over `NAMES` forgets nothing.
#[macro_export]
macro_rules! event_names {
    ($event:ty { $($variant:ident),+ $(,)? }) => {
        impl $event {
            /// The name of every event of this aggregate, as written in `event_type`.
            pub const NAMES: &'static [&'static str] = &[$(stringify!($variant)),+];

            pub fn name(&self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => stringify!($variant)),+
                }
            }
        }
    };
}
