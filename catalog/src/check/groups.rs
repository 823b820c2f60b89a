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
        let index = self.indexes.first(key, self.groups.len());
        if index == self.groups.len() {
            self.groups.push(Vec::new());
        }
        &mut self.groups[index]
    }

    /// Returns all groups.
    pub(super) fn all(&self) -> &[Vec<T>] {
        &self.groups
    }
}
