//! Deciding on from what was just decided.

use cqrs_es::Aggregate;

/// Further events, and the state they lead to.
pub fn go_on<A: Aggregate>(state: &mut A, events: &mut Vec<A::Event>, further: Vec<A::Event>)
where
    A::Event: Clone,
{
    further.iter().for_each(|event| state.apply(event.clone()));
    events.extend(further);
}
