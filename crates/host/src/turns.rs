//! The turns of the chat that outlive the page that asked for them, by the names that it gave them.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chatkit::TurnHandle;
use uuid::Uuid;

/// The most turns that are known. One that is forgotten goes on, and can't be stopped.
const MOST: usize = 64;

/// Turns that outlive who asked for them, by their names. A turn whose page is lost goes on, so that
/// its answer is stored whole; only being stopped here stops it.
#[derive(Debug, Default)]
pub struct Turns(Mutex<VecDeque<(Uuid, State)>>);

#[derive(Debug)]
enum State {
    /// It has not begun; whether it is to be stopped when it does.
    Waiting { stop: bool },
    /// It is under way, or was.
    Begun(TurnHandle),
}

impl Turns {
    /// No turns.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn turns(&self) -> MutexGuard<'_, VecDeque<(Uuid, State)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A place for a turn that is about to begin; `None` where there is one of this name.
    #[must_use]
    pub fn announce(self: &Arc<Self>, id: Uuid) -> Option<Place> {
        let mut turns = self.turns();
        if turns.iter().any(|(known, _)| *known == id) {
            return None;
        }
        if turns.len() >= MOST {
            turns.pop_front();
        }
        turns.push_back((id, State::Waiting { stop: false }));
        Some(Place {
            turns: Arc::clone(self),
            id,
        })
    }

    /// Stops a turn, or sees to it that it is stopped as soon as it begins. One that is over or
    /// unknown stays as it is.
    pub fn stop(&self, id: Uuid) {
        for (known, state) in &mut *self.turns() {
            if *known == id {
                state.stop();
            }
        }
    }

    /// Stops all turns.
    pub fn stop_all(&self) {
        for (_, state) in &mut *self.turns() {
            state.stop();
        }
    }

    /// The turn is over.
    pub fn forget(&self, id: Uuid) {
        self.turns().retain(|(known, _)| *known != id);
    }
}

impl State {
    fn stop(&mut self) {
        match self {
            Self::Waiting { stop } => *stop = true,
            Self::Begun(turn) => turn.stop(),
        }
    }
}

/// The place of a turn that has not begun. Dropped, it is free again.
#[derive(Debug)]
pub struct Place {
    turns: Arc<Turns>,
    id: Uuid,
}

impl Place {
    /// The turn begins.
    pub fn begin(self, turn: TurnHandle) {
        for (known, state) in &mut *self.turns.turns() {
            if *known == self.id {
                if matches!(state, State::Waiting { stop: true }) {
                    turn.stop();
                }
                *state = State::Begun(turn.clone());
            }
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.turns
            .turns()
            .retain(|(id, state)| *id != self.id || matches!(state, State::Begun(_)));
    }
}
