//! An entry in both catalogs, with its parameters paired.

use error_catalog_model::{Code, Entry, Message, Param};

/// An entry in both catalogs.
pub(super) struct Pair<'c> {
    pub(super) old: &'c Entry,
    pub(super) new: &'c Entry,
    /// The position of the new parameter for each old one.
    pub(super) params: Vec<Option<usize>>,
}

impl<'c> Pair<'c> {
    pub(super) fn new(old: &'c Entry, new: &'c Entry) -> Self {
        Self {
            params: params(old, new),
            old,
            new,
        }
    }

    /// The new name of an old parameter, or its old name if it is gone.
    pub(super) fn new_name(&self, index: usize) -> &str {
        let new = self.params.get(index).copied().flatten();
        let param = new
            .and_then(|index| self.new.params.get(index))
            .or(self.old.params.get(index));
        param.map_or("", |param| &param.name)
    }

    /// The old parameters, each with its new counterpart.
    pub(super) fn params(&self) -> impl Iterator<Item = (&Param, Option<&Param>)> {
        let new = |position: &Option<usize>| self.new.params.get((*position)?);
        self.old.params.iter().zip(self.params.iter().map(new))
    }
}

/// Returns the position of the new parameter for each old one: the parameter with the same name, or else the same
/// field, or else the same place in a message or code with the same literals.
fn params(old: &Entry, new: &Entry) -> Vec<Option<usize>> {
    let position = |same: &dyn Fn(&Param) -> bool| new.params.iter().position(same);
    let mut pairs: Vec<Option<usize>> = old
        .params
        .iter()
        .map(|param| position(&|it| it.name == param.name))
        .collect();
    let fields = old
        .params
        .iter()
        .map(|param| position(&|it| it.field == param.field));
    let places = by_place(&old.message, &new.message).chain(code_places(old, new));
    let others: Vec<(usize, usize)> = fields
        .enumerate()
        .filter_map(|(index, field)| Some((index, field?)))
        .chain(places)
        .collect();
    for (index, position) in others {
        let is_taken = pairs.contains(&Some(position));
        if let Some(free @ None) = pairs.get_mut(index) {
            if !is_taken {
                *free = Some(position);
            }
        }
    }
    pairs
}

/// Pairs the parameters of placeholders in the same places, if the text around them is the same.
fn by_place<'m>(old: &'m Message, new: &'m Message) -> impl Iterator<Item = (usize, usize)> + 'm {
    let agree = old.template.literals() == new.template.literals();
    let pairs = old.params.iter().copied().zip(new.params.iter().copied());
    pairs.filter(move |_| agree)
}

fn code_places(old: &Entry, new: &Entry) -> Vec<(usize, usize)> {
    match (&old.code, &new.code) {
        (Code::Pattern(old), Code::Pattern(new)) => by_place(old, new).collect(),
        _ => Vec::new(),
    }
}
