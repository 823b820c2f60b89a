//! `catalog/FORMAT.md` describes every key of the schema, with an example that compiles.

use error_catalog_model::{compile, Files, Source};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

const FORMAT: &str = include_str!("../../catalog/FORMAT.md");
const SCHEMA: &str = include_str!("../../catalog/schema.json");

const TRANSLATION_SCHEMA: &str = include_str!("../../catalog/translation.schema.json");

/// The schemas, each with the comment that names an object of it.
const SCHEMAS: [(&str, &str); 2] = [
    (SCHEMA, "<!-- schema: "),
    (TRANSLATION_SCHEMA, "<!-- translation schema: "),
];

/// The section of each object, by its pointer in the schema.
fn sections(comment: &str) -> BTreeMap<&'static str, &'static str> {
    let sections = FORMAT.split("\n## ").filter_map(|section| {
        let (_, rest) = section.split_once(comment)?;
        rest.split_once(" -->")
    });
    sections
        .map(|(pointer, section)| (pointer.trim_end_matches('/'), section))
        .collect()
}

/// Collects the keys of each object that allows no others, by its pointer in the schema.
fn objects(pointer: &str, value: &Value, found: &mut BTreeMap<String, BTreeSet<String>>) {
    let Some(object) = value.as_object() else {
        return;
    };
    if object.get("additionalProperties") == Some(&Value::Bool(false)) {
        let keys = object["properties"].as_object().unwrap().keys().cloned();
        found.insert(pointer.to_owned(), keys.collect());
    }
    for (key, value) in object {
        objects(&format!("{pointer}/{key}"), value, found);
    }
}

/// Returns the first column of the section's table.
fn documented(section: &str) -> BTreeSet<String> {
    let rows = section.lines().filter_map(|line| {
        let cell = line.strip_prefix("| `")?;
        cell.split_once('`')
    });
    rows.map(|(key, _)| key.to_owned()).collect()
}

/// An example: a catalog, and the other file that follows it, with its language or path.
struct Example {
    catalog: &'static str,
    other: Option<(&'static str, &'static str)>,
}

fn examples(text: &'static str) -> impl Iterator<Item = Example> {
    let blocks = text.split("```json\n").skip(1);
    blocks.filter_map(|block| {
        let other = block.split_once("```json ");
        let other = other.and_then(|(_, rest)| rest.split_once('\n'));
        Some(Example {
            catalog: block.split("\n```").next()?,
            other: other.and_then(|(name, rest)| Some((name, rest.split("\n```").next()?))),
        })
    })
}

/// The file that an example extends.
struct Extended(&'static str, &'static str);

impl Files for Extended {
    fn identity(&self, path: &Path) -> PathBuf {
        path.to_owned()
    }

    fn read(&self, path: &Path) -> Result<Source, String> {
        let is_it = path == Path::new(self.0);
        let text = is_it.then_some(self.1).ok_or("there is no such file");
        Ok(Source::new(self.0, text?))
    }
}

#[test]
fn the_documented_keys_of_each_object_are_those_of_the_schema() {
    for (text, comment) in SCHEMAS {
        let mut schema = BTreeMap::new();
        objects("", &serde_json::from_str(text).unwrap(), &mut schema);
        let sections = sections(comment);
        let described: BTreeSet<_> = sections.keys().map(ToString::to_string).collect();
        assert_eq!(described, schema.keys().cloned().collect());
        for (pointer, keys) in schema {
            assert_eq!(documented(sections[&*pointer]), keys, "{pointer}");
        }
    }
}

#[test]
fn every_key_has_an_example_in_its_section() {
    for (_, comment) in SCHEMAS {
        for (pointer, section) in sections(comment) {
            let catalogs = examples(section).map(|it| it.catalog);
            let others = examples(section).filter_map(|it| Some(it.other?.1));
            let examples: String = catalogs.chain(others).collect();
            for key in documented(section) {
                let is_shown = examples.contains(&format!("\"{key}\":"));
                assert!(is_shown, "{pointer}: no example of `{key}`");
            }
        }
    }
}

#[test]
fn every_example_is_a_catalog_without_errors_or_warnings() {
    for example in examples(FORMAT) {
        let mut source = Source::new("FORMAT.md", example.catalog);
        match example.other {
            // A language has no dot.
            Some((path, text)) if path.contains('.') => {
                source = source.with_extended(Path::new("FORMAT.md"), &Extended(path, text));
            }
            Some((language, text)) => {
                source = source.with_translation(language, Ok(Source::new("FORMAT.md", text)));
            }
            None => {}
        }
        match compile(&source) {
            Ok(compiled) => {
                let warnings = compiled.warnings.iter();
                let shown: String = warnings.map(|warning| source.render(warning)).collect();
                assert!(shown.is_empty(), "{shown}");
            }
            Err(failure) => panic!("{}", source.render(&failure.diagnostics()[0])),
        }
    }
}

#[test]
fn every_link_to_a_section_has_its_heading() {
    let headings: BTreeSet<String> = FORMAT
        .lines()
        .filter_map(|line| line.strip_prefix("## "))
        .map(|heading| heading.to_lowercase().replace(' ', "-"))
        .collect();
    // In code, it is what a catalog can write.
    let prose: String = FORMAT.split('`').step_by(2).collect();
    for link in prose.split("](#").skip(1) {
        let anchor = link.split(')').next().unwrap();
        assert!(headings.contains(anchor), "#{anchor}");
    }
}
