//! The identities.

use crate::store::IdGenerator;
use crate::store::catalog::Reference;

/// Where in the list the identity stands that the sandbox's tokens belong to.
pub const ME: usize = 0;
/// Identities that the documentation's examples name.
const DOCUMENTED_RECIPIENT: &str = "2c918084660f45d6016617daa9210584";
pub const DOCUMENTED_REQUESTER: &str = "2c9180877b2b6ea4017b2c545f971429";
const DOCUMENTED: [(&str, &str); 3] = [
    (DOCUMENTED_RECIPIENT, "Rosa Lindqvist"),
    (DOCUMENTED_REQUESTER, "Tomas Achterberg"),
    ("cb89bc2f1ee6445fbea12224c526ba3a", "Yuna Sakamoto"),
];

/// `ME` first.
const NAMES: [&str; 24] = [
    "Sandbox Administrator",
    "Amara Okafor",
    "Bruno Castellan",
    "Chiara Benedetti",
    "Dimitri Vance",
    "Elif Demirci",
    "Fergus Mallory",
    "Greta Halvorsen",
    "Hassan Qureshi",
    "Ingrid Solberg",
    "Jonas Petrauskas",
    "Kavita Raman",
    "Lucien Marchetti",
    "Mirela Dragan",
    "Nadia Ferreira",
    "Oskar Winther",
    "Paloma Ibarra",
    "Quentin Ashby",
    "Ruta Kalnina",
    "Stellan Frey",
    "Tamsin Oyelaran",
    "Ulrich Baumann",
    "Vera Novotna",
    "Wen Zhao",
];

pub fn identities(ids: &mut IdGenerator) -> Vec<Reference> {
    let made = NAMES.iter().map(|name| Reference::identity(&ids.next(), name));
    let made: Vec<_> = made.collect();
    let documented = DOCUMENTED.iter().map(|(id, name)| Reference::identity(id, name));
    made.into_iter().chain(documented).collect()
}

/// A group whose members approve together.
pub fn governance_group(ids: &mut IdGenerator) -> Reference {
    Reference { kind: "GOVERNANCE_GROUP", id: ids.next(), name: "Access Review Board".to_owned() }
}
