//! The data a tenant starts with, made from the seed alone: the same seed gives the same ids, names and dates.

mod documented;
mod identities;
mod items;
mod requests;

use crate::store::catalog::Catalog;
use crate::store::{IdGenerator, Store};

/// A tenant's data with `count` access requests beside those of the documentation's examples.
pub fn store(seed: u64, count: usize) -> Store {
    let mut ids = IdGenerator::new(seed);
    let identities = identities::identities(&mut ids);
    let me = identities[identities::ME].clone();
    let items = items::items(&mut ids, &identities);
    let mut store = Store::new(Catalog { me, identities, items }, ids, documented::ACCESS_REQUEST_CONFIG.to_owned());
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

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::store::catalog::ItemKind;
    use crate::store::request::{AccessRequest, RequestState};

    #[test]
    fn the_same_seed_gives_the_same_data_and_another_one_other_data() {
        let requests = |seed| format!("{:?}", store(seed, 60).requests());
        assert_eq!(requests(1), requests(1));
        assert_ne!(requests(1), requests(2));
        assert_eq!(client(1), client(1));
        assert_ne!(client(1), client(2));
    }

    #[test]
    fn there_are_people_access_of_each_kind_and_requests_in_every_state() {
        let store = store(1, 60);
        assert!(store.catalog.identities.len() >= 20);
        for kind in [ItemKind::Role, ItemKind::AccessProfile, ItemKind::Entitlement] {
            assert!(store.catalog.items.iter().filter(|item| item.kind == kind).count() >= 12, "{kind:?}");
        }
        let states: HashSet<RequestState> = store.requests().iter().map(|request| request.state).collect();
        assert_eq!(states.len(), 9);
    }

    #[test]
    fn ids_are_unique_and_dates_rise() {
        let store = store(1, 3000);
        let ids = |id: fn(&AccessRequest) -> &String| store.requests().iter().map(id).collect::<HashSet<_>>().len();
        assert_eq!(ids(|request| &request.access_request_id), store.requests().len());
        assert_eq!(ids(|request| &request.account_activity_item_id), store.requests().len());
        assert!(store.requests().is_sorted_by_key(|request| request.created));
        assert!(store.requests().iter().all(|request| request.created <= request.modified));
    }

    #[test]
    fn the_ids_of_the_documentation_are_there() {
        let mut store = store(1, 0);
        for id in ["2c9180835d2e5168015d32f890ca1581", "2c9180835d2e5168015d32f890ca1582", "2c90ad2a70ace7d50170acf22ca90010"] {
            assert!(store.by_access_request_id(id).is_some_and(|request| request.documented), "{id}");
        }
        for id in ["2c9180835d2e5168015d32f890ca1581", "2c9180835d2e5168015d32f890ca1582"] {
            assert!(store.by_approval_id(id).is_some_and(|(request, _)| request.documented), "{id}");
        }
        for id in ["2c918084660f45d6016617daa9210584", "2c9180877b2b6ea4017b2c545f971429"] {
            assert!(store.catalog.identities.iter().any(|identity| identity.id == id), "{id}");
        }
        assert!(store.catalog.items.iter().any(|item| item.id == "2c9180835d2e5168015d32f890ca1581"));
    }
}
