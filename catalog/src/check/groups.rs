//! Values in groups.

use std::collections::HashMap;

/// Groups, in the order of their first values, each with a key.
pub(super) struct Groups<T> {
    indexes: HashMap<String, usize>,
    groups: Vec<Vec<T>>,
}

impl<T> Default for Groups<T> {
    fn default() -> Self {
        Self {
            indexes: HashMap::new(),
            groups: Vec::new(),
        }
    }
}

impl<T> Groups<T> {
    /// Returns the group with a key; an empty one if there is none.
    pub(super) fn of(&mut self, key: String) -> &mut Vec<T> {
        let known = self.indexes.get(&*key).copied();
        let index = known.unwrap_or(self.groups.len());
        if known.is_none() {
            self.indexes.insert(key, index);
            self.groups.push(Vec::new());
        }
        &mut self.groups[index]
    }

    /// Returns all groups.
    pub(super) fn all(&self) -> &[Vec<T>] {
        &self.groups
    }
}
