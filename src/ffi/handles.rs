//! One table of everything that C holds a handle to. A handle is a key, not an address: the place in the table and the
//! generation of what stands there, so that a freed or made-up handle is recognised instead of followed.

use super::call::RunningCall;
use crate::client::{CallError, Client, ErrorKind};
use once_cell::sync::Lazy;
use std::sync::{Arc, PoisonError, RwLock};

static HANDLES: Lazy<RwLock<Table>> = Lazy::new(RwLock::default);

/// Half of a key is the place, counted from 1, so that no key is NULL; half is the generation.
const HALF: u32 = usize::BITS / 2;
const PLACE_MASK: usize = (1 << HALF) - 1;

#[derive(Clone)]
pub(super) enum Entry {
    Client(Arc<Client>),
    Call(Arc<RunningCall>),
}

#[derive(Default)]
struct Table {
    slots: Vec<Slot>,
    free: Vec<usize>,
}

#[derive(Default)]
struct Slot {
    generation: usize,
    entry: Option<Entry>,
}

/// Keeps `entry` until [`remove`] and gives its key.
pub(super) fn insert(entry: Entry) -> Result<usize, CallError> {
    let mut table = HANDLES.write().unwrap_or_else(PoisonError::into_inner);
    table
        .insert(entry)
        .ok_or_else(|| CallError::new(ErrorKind::Internal, "There are too many open clients and calls in this process; free some."))
}

pub(super) fn client(key: usize) -> Result<Arc<Client>, CallError> {
    match get(key) {
        Some(Entry::Client(client)) => Ok(client),
        Some(Entry::Call(_)) => Err(invalid("The client handle is that of a call.")),
        None if key == 0 => Err(invalid("The client handle is NULL. Make a client with sailpoint_client_new first.")),
        None => Err(invalid("The client handle is not one of a living client: it was freed, or never came from sailpoint_client_new.")),
    }
}

pub(super) fn call(key: usize) -> Result<Arc<RunningCall>, CallError> {
    match get(key) {
        Some(Entry::Call(call)) => Ok(call),
        Some(Entry::Client(_)) => Err(invalid("The call handle is that of a client.")),
        None if key == 0 => Err(invalid("The call handle is NULL. Start a call with sailpoint_call_start first.")),
        None => Err(invalid("The call handle is not one of a living call: it was freed, or never came from sailpoint_call_start.")),
    }
}

/// Takes a client out of the table. Another kind of entry, and a key that is none, stay as they are.
pub(super) fn remove_client(key: usize) -> Option<Arc<Client>> {
    match remove_if(key, |entry| matches!(entry, Entry::Client(_))) {
        Some(Entry::Client(client)) => Some(client),
        _ => None,
    }
}

/// As [`remove_client`], for a call.
pub(super) fn remove_call(key: usize) -> Option<Arc<RunningCall>> {
    match remove_if(key, |entry| matches!(entry, Entry::Call(_))) {
        Some(Entry::Call(call)) => Some(call),
        _ => None,
    }
}

fn get(key: usize) -> Option<Entry> {
    let table = HANDLES.read().unwrap_or_else(PoisonError::into_inner);
    table.slots.get(table.place(key)?).and_then(|slot| slot.entry.clone())
}

fn remove_if(key: usize, wanted: impl FnOnce(&Entry) -> bool) -> Option<Entry> {
    let mut table = HANDLES.write().unwrap_or_else(PoisonError::into_inner);
    let place = table.place(key)?;
    let slot = &mut table.slots[place];
    if !slot.entry.as_ref().is_some_and(wanted) {
        return None;
    }
    slot.generation = (slot.generation + 1) & PLACE_MASK;
    let entry = slot.entry.take();
    table.free.push(place);
    entry
}

impl Table {
    fn insert(&mut self, entry: Entry) -> Option<usize> {
        let place = match self.free.pop() {
            Some(place) => place,
            None if self.slots.len() < PLACE_MASK => {
                self.slots.push(Slot::default());
                self.slots.len() - 1
            }
            None => return None,
        };
        let slot = &mut self.slots[place];
        slot.entry = Some(entry);
        Some((slot.generation << HALF) | (place + 1))
    }

    /// Where `key` points, if it is of the present generation.
    fn place(&self, key: usize) -> Option<usize> {
        let place = (key & PLACE_MASK).checked_sub(1)?;
        let slot = self.slots.get(place)?;
        (slot.generation == key >> HALF && slot.entry.is_some()).then_some(place)
    }
}

fn invalid(message: &str) -> CallError {
    CallError::new(ErrorKind::Validation, message)
}
