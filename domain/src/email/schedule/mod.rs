//! When a mail may go out: hours of the day where the recipient is, how many at once and how often to the same person. All of it is arithmetic on moments that are passed in; what is counted is kept elsewhere.

pub mod caps;
pub mod pace;
#[cfg(test)]
mod tests;
pub mod window;
