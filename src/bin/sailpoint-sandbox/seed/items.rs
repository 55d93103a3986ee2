//! The roles, access profiles and entitlements.

use crate::store::IdGenerator;
use crate::store::catalog::{Item, ItemKind, Reference};

/// Named by the documentation's example of an access request.
const DOCUMENTED_ITEM: &str = "2c9180835d2e5168015d32f890ca1581";

const ROLES: [(&str, &str); 12] = [
    ("Accounts Payable Clerk", "Enters and pays supplier invoices."),
    ("Branch Manager", "Runs a branch and approves its spending."),
    ("Call Center Agent", "Answers customers and looks up their contracts."),
    ("Database Operator", "Keeps the databases running."),
    ("External Auditor", "Reads the ledgers during an audit."),
    ("Field Technician", "Repairs equipment at customers' sites."),
    ("Laboratory Assistant", "Prepares samples and records results."),
    ("Legal Counsel", "Reads contracts and case files."),
    ("Logistics Planner", "Plans deliveries and warehouse stock."),
    ("Payroll Specialist", "Prepares the monthly payroll."),
    ("Software Engineer", "Builds and ships software."),
    ("Treasury Analyst", "Watches cash and places deposits."),
];

const ACCESS_PROFILES: [(&str, &str); 12] = [
    ("CRM Contributor", "Creates and changes customer records."),
    ("CRM Reader", "Reads customer records."),
    ("Document Archive Reader", "Reads archived documents."),
    ("Expense Approver", "Approves expense reports."),
    ("Invoice Archive Reader", "Reads paid invoices."),
    ("Issue Tracker Member", "Works on issues of a team."),
    ("Mail Group Owner", "Manages the members of mail groups."),
    ("Remote Access", "Connects from outside the network."),
    ("Reporting Author", "Writes reports for others."),
    ("Source Repository Writer", "Pushes changes to source code."),
    ("Test Lab Operator", "Starts and stops test machines."),
    ("Warehouse Terminal User", "Signs in at warehouse terminals."),
];

const ENTITLEMENTS: [(&str, &str); 12] = [
    ("GRP-Backup-Operators", "Directory group of those who restore backups."),
    ("GRP-Badge-Printing", "Directory group of those who print badges."),
    ("GRP-Building-North", "Directory group that opens the north building."),
    ("GRP-Finance-Share-Read", "Directory group that reads the finance share."),
    ("GRP-Finance-Share-Write", "Directory group that writes the finance share."),
    ("GRP-Helpdesk", "Directory group of the help desk."),
    ("GRP-Payroll-Export", "Directory group that exports payroll files."),
    ("GRP-Print-Color", "Directory group for color printing."),
    ("GRP-Projector-Rooms", "Directory group that books projector rooms."),
    ("GRP-Server-Admins", "Directory group of server administrators."),
    ("GRP-VPN-Users", "Directory group for remote connections."),
    ("GRP-Web-Publishing", "Directory group that publishes web pages."),
];

/// All kinds, and with them the item of the documentation's examples. Owners are taken from `identities` in turn.
pub fn items(ids: &mut IdGenerator, identities: &[Reference]) -> Vec<Item> {
    let kinds = [(ItemKind::Role, &ROLES), (ItemKind::AccessProfile, &ACCESS_PROFILES), (ItemKind::Entitlement, &ENTITLEMENTS)];
    let all = kinds.iter().flat_map(|(kind, entries)| entries.iter().map(move |entry| (*kind, *entry)));
    let mut items: Vec<Item> = all
        .enumerate()
        .map(|(index, (kind, (name, description)))| Item {
            kind,
            id: ids.next(),
            name: Some(name.to_owned()),
            description: Some(description.to_owned()),
            privilege_level: (kind == ItemKind::Entitlement).then(|| ["Low", "Medium", "High"][index % 3].to_owned()),
            owner: identities[(index * 5 + 1) % identities.len()].clone(),
        })
        .collect();
    items.push(Item {
        kind: ItemKind::AccessProfile,
        id: DOCUMENTED_ITEM.to_owned(),
        name: Some("Research Archive".to_owned()),
        description: Some("Reads results and drawings of finished research.".to_owned()),
        privilege_level: None,
        owner: identities[1].clone(),
    });
    items
}
