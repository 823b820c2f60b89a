//! The order of the files of a catalog: each before those that it extends.

use crate::raw::{Catalog, Text};
use crate::{Report, Rule, Source, Span, DEFAULT_LANGUAGE};

/// A file whose paths are followed.
struct Step {
    /// The number of the file: 0 for the catalog.
    file: usize,
    /// The place of the path that led to it; none for the catalog.
    via: Option<Span>,
    /// The index of the next path.
    next: usize,
    /// The files that its paths have led to.
    seen: Vec<(usize, Span)>,
    /// Whether a path has led back. One report for each file is enough.
    is_circular: bool,
}

impl Step {
    const fn of(file: usize, via: Option<Span>) -> Self {
        Self {
            file,
            via,
            next: 0,
            seen: Vec::new(),
            is_circular: false,
        }
    }
}

/// Returns the numbers of the files, each once; `None` if one cannot be read. Reports those, and circles.
pub(super) fn order(
    files: &[Option<Catalog<'_>>],
    source: &Source,
    report: &mut Report,
) -> Option<Vec<usize>> {
    let mut order = vec![0];
    let mut are_read = true;
    let mut way = vec![Step::of(0, None)];
    while let Some(step) = way.last_mut() {
        let catalog = files.get(step.file).and_then(Option::as_ref);
        let Some(path) = catalog.and_then(|catalog| catalog.extends.get(step.next)) else {
            way.pop();
            continue;
        };
        step.next += 1;
        let Some(file) = file(path, source_of(source, step.file), report) else {
            are_read = false;
            continue;
        };
        if is_new(step, file, path, report) {
            let start = way.iter().position(|step| step.file == file);
            if let Some(circle) = start.and_then(|start| way.get(start..)) {
                if circle.last().is_some_and(|step| !step.is_circular) {
                    leads_back(circle, path, source, report);
                }
                if let Some(step) = way.last_mut() {
                    step.is_circular = true;
                }
            } else if !order.contains(&file) {
                order.push(file);
                are_read &= has_the_language(files, file, path, source, report);
                way.push(Step::of(file, Some(path.span())));
            }
        }
    }
    are_read.then_some(order)
}

/// Returns a file by its number.
fn source_of(source: &Source, file: usize) -> &Source {
    let extended = file.checked_sub(1).and_then(|at| source.extended().get(at));
    extended.map_or(source, |file| &file.source)
}

/// Returns the number of the file that a path leads to; reports one that cannot be read.
fn file(path: &Text<'_>, from: &Source, report: &mut Report) -> Option<usize> {
    let problem = match from.link(&path.value) {
        Some(Ok(index)) => return Some(index.map_or(0, |index| index + 1)),
        Some(Err(problem)) => problem.clone(),
        None => format!("`{}` has no file", path.value),
    };
    // What follows the first line is what to do.
    let (problem, help) = problem.split_once('\n').unwrap_or((
        &problem,
        "correct the path, which is relative to this file, or remove it",
    ));
    report.add(Rule::Extends, path.span(), problem).help(help);
    None
}

/// Whether it is the first path of its file that leads to a file; reports another one.
fn is_new(step: &mut Step, file: usize, path: &Text<'_>, report: &mut Report) -> bool {
    let known = step.seen.iter().find(|(known, _)| *known == file);
    if let Some((_, first)) = known {
        let message = format!("duplicate file `{}`", path.value);
        report
            .add(Rule::Repeated, path.span(), message)
            .help("remove one of the two")
            .related(*first, "first used here");
        return false;
    }
    step.seen.push((file, path.span()));
    true
}

/// Reports a path that leads back to the first of these files.
fn leads_back(circle: &[Step], path: &Text<'_>, source: &Source, report: &mut Report) {
    let mut names = Vec::new();
    for step in circle.iter().chain(circle.first()) {
        names.push(source_of(source, step.file).name());
    }
    let message = match *names {
        [file, _] => format!("`{file}` extends itself"),
        _ => format!(
            "the files extend each other in a circle: `{}`",
            names.join("` to `")
        ),
    };
    let diagnostic = report.add(Rule::Extends, path.span(), message);
    diagnostic.help("remove one of the paths");
    for step in circle.get(1..).unwrap_or_default() {
        if let Some(via) = step.via {
            let name = source_of(source, step.file).name();
            diagnostic.related(via, format!("`{name}` is extended here"));
        }
    }
}

/// Reports a file whose messages are in another language. Returns whether the file can be read.
fn has_the_language(
    files: &[Option<Catalog<'_>>],
    file: usize,
    path: &Text<'_>,
    source: &Source,
    report: &mut Report,
) -> bool {
    let language = |file: usize| {
        let catalog = files.get(file)?.as_ref()?;
        Some(catalog.languages.own.as_ref())
    };
    let (Some(own), Some(other)) = (language(0), language(file)) else {
        return false;
    };
    let tag = |text: Option<&Text<'_>>| text.map_or(DEFAULT_LANGUAGE.to_owned(), Text::owned);
    let tags = [tag(own), tag(other)];
    if !tags[0].eq_ignore_ascii_case(&tags[1]) {
        let name = source_of(source, file).name();
        let [own_tag, other_tag] = &tags;
        let message = format!("`{name}` is in `{other_tag}`, and the catalog in `{own_tag}`");
        let diagnostic = report.add(Rule::Language, path.span(), message);
        diagnostic.help("extend a file in the language of the catalog");
        for text in [own, other] {
            let Some(text) = text else {
                continue;
            };
            diagnostic.related(text.span(), "the language");
        }
    }
    true
}
