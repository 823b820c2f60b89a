//! Values in groups.

use crate::table::Table;

/// Groups, in the order of their first values, each with a key.
pub(super) struct Groups<T> {
    indexes: Table,
    groups: Vec<Vec<T>>,
}

impl<T> Default for Groups<T> {
    fn default() -> Self {
        Self {
            indexes: Table::default(),
            groups: Vec::new(),
        }
    }
}

impl<T> Groups<T> {
    /// Returns the group with a key; an empty one if there is none.
    pub(super) fn of(&mut self, key: &str) -> &mut Vec<T> {
        let next = self.groups.len();
        let known = self.indexes.known(key, next);
        if known.is_none() {
            self.groups.push(Vec::new());
        }
        &mut self.groups[known.unwrap_or(next)]
    }

    /// Returns all groups.
    pub(super) fn all(&self) -> &[Vec<T>] {
        &self.groups
    }
}
