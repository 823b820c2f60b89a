//! The operations of an API, and the errors that each can answer with.

use crate::bytes::all;
use crate::model::{Catalog, Entry};
use crate::table::Table;

/// An operation of the API.
///
/// ```
/// use error_catalog_model::{compile, Source};
///
/// let source = Source::new("payments.json", br#"{
///     "name": "payments",
///     "errors": [{ "code": "CARD_DECLINED" }, { "code": "INTERNAL" }, { "code": "NO_SUCH_CHARGE" }],
///     "operations": {
///         "*": ["INTERNAL"],
///         "createCharge": { "route": "POST /charges", "errors": ["CARD_DECLINED"] }
///     }
/// }"#.to_vec());
///
/// let catalog = compile(&source).unwrap().catalog;
/// let operation = catalog.operation("createCharge").unwrap();
/// assert_eq!(operation.route.as_ref().unwrap().path, "/charges");
/// assert_eq!(catalog.errors_of(operation), [0, 1]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    /// The unique name.
    pub name: String,
    /// What it does.
    pub description: Option<String>,
    /// Where requests for it are sent.
    pub route: Option<Route>,
    /// The ids of its errors, besides those of every operation.
    pub errors: Vec<String>,
    /// The place of its name in the file.
    pub span: crate::Span,
}

/// The method and the path of a request.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Route {
    /// The method, in capitals.
    pub method: String,
    /// The path, with parameters in braces.
    pub path: String,
}

impl Route {
    /// Reads a route, such as `POST /charges/{id}`.
    pub fn parse(text: &str) -> Option<Self> {
        let (method, path) = text.split_once(' ')?;
        let is_method = |byte: u8| byte.is_ascii_uppercase() || byte == b'-';
        let is_path = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'?' | b'#');
        let is_valid = !method.is_empty()
            && all(method, is_method)
            && path.starts_with('/')
            && all(path, is_path);
        is_valid.then(|| Self {
            method: method.to_owned(),
            path: path.to_owned(),
        })
    }
}

impl std::fmt::Display for Route {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} {}", self.method, self.path)
    }
}

impl Catalog {
    /// Returns the operation with this name.
    pub fn operation(&self, name: &str) -> Option<&Operation> {
        self.operations.iter().find(|it| it.name == name)
    }

    /// Returns the positions of the errors that an operation can answer with, in the catalog's order: its own, and those
    /// of every operation.
    pub fn errors_of(&self, operation: &Operation) -> Vec<usize> {
        let positions = Positions::new(&self.entries);
        positions.of([&operation.errors, &self.errors_of_every_operation])
    }

    /// Returns the operations that can answer with an error.
    pub fn operations_with<'c>(&'c self, entry: &'c Entry) -> impl Iterator<Item = &'c Operation> {
        let is_of_every = self.errors_of_every_operation.contains(&entry.id);
        let operations = self.operations.iter();
        operations.filter(move |it| is_of_every || it.errors.contains(&entry.id))
    }
}

/// The positions of entries by their ids.
#[derive(Debug)]
pub struct Positions(Table);

impl Positions {
    /// Returns the positions of these entries.
    pub fn new(entries: &[Entry]) -> Self {
        let mut positions = Table::default();
        for (position, entry) in entries.iter().enumerate() {
            positions.set(&entry.id, position);
        }
        Self(positions)
    }

    /// Returns the positions of the entries with these ids, in order. Unknown ids are skipped.
    pub fn indexes(&self, ids: &[String]) -> Vec<u16> {
        let mut indexes = Vec::new();
        for position in self.of([ids, &[]]) {
            if let Ok(index) = u16::try_from(position) {
                indexes.push(index);
            }
        }
        indexes
    }

    fn of(&self, lists: [&[String]; 2]) -> Vec<usize> {
        let mut positions: Vec<usize> = Vec::new();
        for ids in lists {
            for id in ids {
                let Some(position) = self.0.get(id) else {
                    continue;
                };
                // Most are in order already. `sort` and `dedup` would make everyone's builds longer.
                if let Err(at) = positions.binary_search(&position) {
                    positions.insert(at, position);
                }
            }
        }
        positions
    }
}
