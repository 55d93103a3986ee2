//! Who there is, and what can be requested.

use serde::Serialize;

/// An identity or a governance group, as the service's answers refer to one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reference {
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub id: String,
    pub name: String,
}

impl Reference {
    pub fn identity(id: &str, name: &str) -> Self {
        Self { kind: "IDENTITY", id: id.to_owned(), name: name.to_owned() }
    }
}

/// A kind of access.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Deserialize, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ItemKind {
    AccessProfile,
    Role,
    Entitlement,
}

impl ItemKind {
    /// In which capacity the item's owner approves a request for it.
    pub fn approval_scheme(self) -> &'static str {
        match self {
            Self::AccessProfile => "ACCESS_PROFILE_OWNER",
            Self::Role => "ROLE_OWNER",
            Self::Entitlement => "ENTITLEMENT_OWNER",
        }
    }
}

/// A role, access profile or entitlement.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Item {
    #[serde(rename = "type")]
    pub kind: ItemKind,
    pub id: String,
    /// None where the tenant doesn't know the item.
    pub name: Option<String>,
    pub description: Option<String>,
    pub privilege_level: Option<String>,
    pub owner: Reference,
}

#[derive(Debug)]
pub struct Catalog {
    pub me: Reference,
    pub identities: Vec<Reference>,
    pub items: Vec<Item>,
}

impl Catalog {
    /// The identity with this id. One that the tenant doesn't know goes by its id: `createAccessRequest` documents no 404, so
    /// it takes what it is given.
    pub fn identity(&self, id: &str) -> Reference {
        let known = self.identities.iter().find(|identity| identity.id == id);
        known.cloned().unwrap_or_else(|| Reference::identity(id, id))
    }

    /// The item of this kind and id; an unknown one has no name, and `me` decides about it.
    pub fn item(&self, kind: ItemKind, id: &str) -> Item {
        let known = self.items.iter().find(|item| item.kind == kind && item.id == id);
        known.cloned().unwrap_or_else(|| Item {
            kind,
            id: id.to_owned(),
            name: None,
            description: None,
            privilege_level: None,
            owner: self.me.clone(),
        })
    }
}
