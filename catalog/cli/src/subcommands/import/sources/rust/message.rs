//! The messages in the attributes of each crate.

use super::attributes::{attribute, Family};
use super::format::{Format, Template};
use super::scan::is_punct;
use error_catalog_model::id_from_code;
use proc_macro2::{TokenStream, TokenTree};
use syn::{Attribute, Expr, Lit, LitStr, Meta};

/// What the attributes of a variant say.
#[derive(Default)]
pub(super) struct Texts {
    pub(super) template: Template,
    /// The code, if it is given.
    pub(super) code: Option<String>,
    pub(super) description: Option<String>,
    /// Whether the message is the documentation, which is a guess.
    pub(super) is_documentation: bool,
}

/// Reads the attributes of a variant in an enum with these attributes.
pub(super) fn read(
    variant: &syn::Variant,
    of_enum: &[Attribute],
    family: Family,
    fields: &[String],
) -> Texts {
    let description = docs(&variant.attrs);
    let template = match family {
        Family::Strum => return strum(variant, of_enum, fields),
        Family::Displaydoc => return displaydoc(&variant.attrs, of_enum, fields),
        Family::Thiserror => thiserror(&variant.attrs, of_enum, fields),
        Family::Snafu => match display(&variant.attrs) {
            Some(Some(format)) => format.template(fields),
            Some(None) => Template::problem("its message is not a string literal"),
            // Without one, it is the first paragraph of its documentation, or else its name.
            None => Template::literal(&match &description {
                Some(text) => paragraph(text),
                None => variant.ident.to_string(),
            }),
        },
    };
    Texts {
        template,
        description,
        ..Texts::default()
    }
}

fn thiserror(attributes: &[Attribute], of_enum: &[Attribute], fields: &[String]) -> Template {
    // A message of the enum is that of all variants without one.
    let Some(found) = attribute(attributes, "error").or_else(|| attribute(of_enum, "error")) else {
        return Template::problem("it has no message that can be read");
    };
    let Ok(list) = found.meta.require_list() else {
        return Template::problem("it has no message that can be read");
    };
    if let Some(format) = Format::parse(list.tokens.clone()) {
        return format.template(fields);
    }
    let first = list.tokens.clone().into_iter().next();
    Template::problem(match first.map(|it| it.to_string()).as_deref() {
        Some("transparent") => {
            "`transparent` has no equivalent; only errors of catalogs are transparent"
        }
        Some("fmt") => "`fmt` has no equivalent; a message is a template",
        _ => "its message is not a string literal",
    })
}

fn displaydoc(attributes: &[Attribute], of_enum: &[Attribute], fields: &[String]) -> Texts {
    let ignores = attribute(of_enum, "ignore_extra_doc_attributes").is_some();
    let of = |attributes: &[Attribute]| {
        if let Some(given) = attribute(attributes, "displaydoc") {
            return given.parse_args::<LitStr>().ok().map(|text| text.value());
        }
        let mut lines: Vec<String> = lines(attributes).map(|text| cleaned(&text)).collect();
        if let (true, Some(end)) = (ignores, lines.iter().position(String::is_empty)) {
            lines.truncate(end);
        }
        (!lines.is_empty()).then(|| lines.join(" "))
    };
    let Some(mut text) = of(attributes) else {
        return Texts {
            template: Template::problem("it has no message that can be read"),
            ..Texts::default()
        };
    };
    if attribute(of_enum, "prefix_enum_doc_attributes").is_some() {
        text = format!("{}: {text}", of(of_enum).unwrap_or_default());
    }
    let is_given = attribute(attributes, "displaydoc").is_some();
    Texts {
        template: Format::of(text).template(fields),
        description: docs(attributes).filter(|_| is_given),
        ..Texts::default()
    }
}

/// Returns the format of `#[snafu(display("…"))]`; the inner `None` is one that is not a string.
#[allow(clippy::option_option)]
fn display(attributes: &[Attribute]) -> Option<Option<Format>> {
    let lists = attributes.iter().filter(|it| it.path().is_ident("snafu"));
    let lists = lists.filter_map(|it| it.meta.require_list().ok());
    let mut found = lists.filter_map(|list| {
        let tokens: Vec<TokenTree> = list.tokens.clone().into_iter().collect();
        let found = tokens.windows(2).find_map(|pair| match pair {
            [TokenTree::Ident(name), TokenTree::Group(group)] if name == "display" => {
                Some(group.stream())
            }
            _ => None,
        });
        found
    });
    found.next_back().map(Format::parse)
}

fn strum(variant: &syn::Variant, of_enum: &[Attribute], fields: &[String]) -> Texts {
    let value = |name: &str| values(&variant.attrs, name).next();
    let shown = value("to_string");
    let message = value("message");
    let documentation = docs(&variant.attrs);
    let mut template = match (&message, &shown) {
        (Some(text), _) => Template::literal(text),
        (None, Some(text)) => Format::of(text.clone()).template(fields),
        // `get_documentation` returns it.
        (None, None) => match &documentation {
            Some(text) => Template::literal(&paragraph(text)),
            None => Template::problem("it has no message that can be read"),
        },
    };
    let is_documentation = message.is_none() && shown.is_none() && documentation.is_some();
    if let (Some(_), Some(shown)) = (&message, &shown) {
        template.problems.push(format!(
            "its `to_string` is `{shown}`, and an error has one message"
        ));
    }
    let mut codes = values(&variant.attrs, "serialize");
    let code = codes.next().or_else(|| {
        let style = values(of_enum, "serialize_all").next()?;
        styled(&variant.ident.to_string(), &style)
    });
    for other in codes {
        template
            .problems
            .push(format!("`serialize = \"{other}\"`; an error has one code"));
    }
    Texts {
        template,
        code,
        description: documentation
            .filter(|_| !is_documentation)
            .or_else(|| value("detailed_message")),
        is_documentation,
    }
}

/// Returns the strings with this name in `#[strum(…)]`.
fn values<'a>(attributes: &'a [Attribute], name: &'a str) -> impl Iterator<Item = String> + 'a {
    let lists = attributes.iter().filter(|it| it.path().is_ident("strum"));
    let lists = lists.filter_map(|it| it.meta.require_list().ok());
    lists.flat_map(move |list| {
        let tokens: Vec<TokenTree> = list.tokens.clone().into_iter().collect();
        let found = tokens.windows(3).filter_map(|part| match part {
            [TokenTree::Ident(key), equals, value] if key == name && is_punct(equals, '=') => {
                let value = TokenStream::from(value.clone());
                syn::parse2::<LitStr>(value).ok().map(|text| text.value())
            }
            _ => None,
        });
        found.collect::<Vec<_>>()
    })
}

/// Returns the name of a variant in a style of `serialize_all`; `None` if the style is not known.
fn styled(name: &str, style: &str) -> Option<String> {
    let id = id_from_code(name)?;
    let words = || id.split('_');
    let title = |word: &str| {
        let (first, rest) = word.split_at(1.min(word.len()));
        format!("{first}{}", rest.to_ascii_lowercase())
    };
    let titles = |separator: &str| words().map(title).collect::<Vec<_>>().join(separator);
    Some(match style {
        "SCREAMING_SNAKE_CASE" | "shouty_snake_case" => id.clone(),
        "SCREAMING-KEBAB-CASE" => id.replace('_', "-"),
        "snake_case" => id.to_ascii_lowercase(),
        "kebab-case" | "kebab_case" => id.replace('_', "-").to_ascii_lowercase(),
        "lowercase" => id.replace('_', "").to_ascii_lowercase(),
        "UPPERCASE" => id.replace('_', ""),
        "PascalCase" => titles(""),
        "camelCase" | "mixed_case" => {
            let text = titles("");
            let (first, rest) = text.split_at(1.min(text.len()));
            format!("{}{rest}", first.to_ascii_lowercase())
        }
        "title_case" => titles(" "),
        "Train-Case" => titles("-"),
        _ => return None,
    })
}

/// Returns the lines of doc comments, and the texts of blocks.
fn lines(attributes: &[Attribute]) -> impl Iterator<Item = String> + '_ {
    attributes.iter().filter_map(|it| match &it.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            Expr::Lit(literal) => match &literal.lit {
                Lit::Str(text) => Some(text.value()),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    })
}

/// Returns a doc comment without the decoration of a block.
fn cleaned(text: &str) -> String {
    let lines = text
        .lines()
        .map(|line| line.trim().trim_start_matches('*').trim());
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// Returns the text of doc comments.
pub(super) fn docs(attributes: &[Attribute]) -> Option<String> {
    let lines = lines(attributes).map(|text| {
        if text.contains('\n') {
            return cleaned(&text);
        }
        text.strip_prefix(' ')
            .unwrap_or(&text)
            .trim_end()
            .to_owned()
    });
    let text = lines.collect::<Vec<_>>().join("\n");
    let text = text.trim_matches('\n');
    (!text.is_empty()).then(|| text.to_owned())
}

/// Returns the first paragraph in one line.
fn paragraph(text: &str) -> String {
    let lines = text
        .lines()
        .map(str::trim)
        .take_while(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{read, styled, Family};

    /// Returns the template, the code, and the description of the first variant.
    fn of(family: Family, text: &str) -> (Option<String>, Option<String>, Option<String>) {
        let item: syn::ItemEnum = syn::parse_str(text).unwrap();
        let variant = &item.variants[0];
        let texts = read(
            variant,
            &item.attrs,
            family,
            &["0".to_owned(), "a".to_owned()],
        );
        (texts.template.text, texts.code, texts.description)
    }

    fn message(family: Family, text: &str) -> Option<String> {
        of(family, text).0
    }

    #[test]
    fn messages_of_thiserror() {
        let read = |text: &str| message(Family::Thiserror, text);
        assert_eq!(
            read("enum E { #[error(\"a {a}\")] A }").as_deref(),
            Some("a {a}")
        );
        assert_eq!(read("#[error(\"b\")] enum E { A }").as_deref(), Some("b"));
        assert_eq!(
            read("#[error(\"b\")] enum E { #[error(\"a\")] A }").as_deref(),
            Some("a")
        );
        for none in ["transparent", "fmt = a::b", "concat!(\"a\")", "1", ""] {
            assert_eq!(read(&format!("enum E {{ #[error({none})] A }}")), None);
        }
        assert_eq!(read("enum E { A }"), None);
    }

    #[test]
    fn messages_of_snafu() {
        let read = |text: &str| message(Family::Snafu, text);
        let display =
            "enum E { #[snafu(visibility(pub(crate)), display(\"a {} {}\", a, _0.len()))] A }";
        assert_eq!(read(display).as_deref(), Some("a {a} {value}"));
        let docs = "enum E { /// First\n/// {second}.\n///\n/// Third.\nA }";
        assert_eq!(read(docs).as_deref(), Some("First {{second}}."));
        assert_eq!(read("enum E { NoA }").as_deref(), Some("NoA"));
        assert_eq!(read("enum E { #[snafu(display(a))] A }"), None);
    }

    #[test]
    fn messages_of_displaydoc() {
        let read = |text: &str| of(Family::Displaydoc, text);
        let texts = read("enum E { /// a {0}\n/// b {a}\nA }");
        assert_eq!(texts, (Some("a {0} b {a}".to_owned()), None, None));
        let texts = read("enum E { /** a\n * b */ A }");
        assert_eq!(texts.0.as_deref(), Some("a\nb"));
        let texts = read("enum E { #[displaydoc(\"x {a}\")] /// y\nA }");
        assert_eq!(
            texts,
            (Some("x {a}".to_owned()), None, Some("y".to_owned()))
        );
        let texts = read("/// E\n#[prefix_enum_doc_attributes] enum E { /// a\nA }");
        assert_eq!(texts.0.as_deref(), Some("E: a"));
        let texts = read("#[ignore_extra_doc_attributes] enum E { /// a\n///\n/// b\nA }");
        assert_eq!(texts.0.as_deref(), Some("a"));
        assert_eq!(read("enum E { A }").0, None);
    }

    #[test]
    fn messages_and_codes_of_strum() {
        let read = |text: &str| of(Family::Strum, text);
        let text = "enum E { #[strum(message = \"a {b}\", serialize = \"a-b\", disabled)] #[strum(detailed_message = \"c\")] A }";
        let expected = (Some("a {{b}}"), Some("a-b"), Some("c"));
        let owned = |text: Option<&str>| text.map(str::to_owned);
        assert_eq!(
            read(text),
            (owned(expected.0), owned(expected.1), owned(expected.2))
        );
        let texts = read("#[strum(serialize_all = \"kebab-case\")] enum E { #[strum(to_string = \"x {a}\")] NoWay }");
        assert_eq!(texts, (owned(Some("x {a}")), owned(Some("no-way")), None));
        assert_eq!(read("enum E { #[strum(serialize = \"a\")] A }").0, None);
        let texts = read("enum E { /// No {way}.\n///\n/// More.\n#[strum(serialize = \"a\")] A }");
        assert_eq!(texts, (owned(Some("No {{way}}.")), owned(Some("a")), None));
        for (style, expected) in [
            ("snake_case", "not_found"),
            ("camelCase", "notFound"),
            ("PascalCase", "NotFound"),
            ("SCREAMING-KEBAB-CASE", "NOT-FOUND"),
            ("lowercase", "notfound"),
            ("title_case", "Not Found"),
            ("Train-Case", "Not-Found"),
        ] {
            assert_eq!(styled("NotFound", style).as_deref(), Some(expected));
        }
        assert_eq!(styled("NotFound", "other"), None);
    }
}
