//! When a mail may go out: hours of the day where the recipient is. All of it is arithmetic on moments that are passed in; how many leave
//! at once and how often to the same person is counted where all workers see it.

#[cfg(test)]
mod tests;
pub mod window;
