//! The data a tenant starts with, made from the seed alone: the same seed gives the same ids, names and dates.

mod access;
mod documented;
mod people;
mod requests;

use crate::store::catalog::Catalog;
use crate::store::{Ids, Store};

/// A tenant's data with `count` access requests beside those of the documentation's examples.
pub fn store(seed: u64, count: usize) -> Store {
    let mut ids = Ids::new(seed);
    let identities = people::identities(&mut ids);
    let me = identities[people::ME].clone();
    let items = access::items(&mut ids, &identities);
    let mut store = Store::new(Catalog { me, identities, items }, ids, documented::access_request_config());
    requests::add(&mut store, seed, count);
    documented::add(&mut store);
    store
}

/// Credentials that stay the same for a seed, so that a saved configuration works again after a restart.
pub fn client(seed: u64) -> (String, String) {
    // Apart from the data's ids, so that these tell nothing about the secret.
    let mut random = fastrand::Rng::with_seed(seed ^ 0x5EC2_E7C1_1E47_1D00);
    let mut hexadecimal = || format!("{:032x}", random.u128(..));
    let (client_id, half, other_half) = (hexadecimal(), hexadecimal(), hexadecimal());
    (client_id, half + &other_half)
}
