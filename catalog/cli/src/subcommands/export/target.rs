//! The languages that a catalog is exported to.

use super::environment::render;
use super::model::{Model, Naming, MARK};
use super::words::{identifiers, Case};
use super::{decoder, go, openapi};
use crate::failure::Failure;
use clap::ValueEnum;
use error_catalog_model::{Catalog, Location};
use std::fmt::{self, Display};

/// A language to export to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Target {
    /// A module of TypeScript, for browsers and all runtimes of JavaScript.
    Typescript,
    /// A module of Python 3.10 or later.
    Python,
    /// A file of Go 1.19 or later, which is a package.
    Go,
    /// A document of OpenAPI 3.1: schemas of the bodies, examples, and the responses of operations.
    Openapi,
    /// A JSON Schema of the bodies.
    JsonSchema,
    /// What your template renders.
    Template,
}

impl Display for Target {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Typescript => "typescript",
            Self::Python => "python",
            Self::Go => "go",
            Self::Openapi => "openapi",
            Self::JsonSchema => "json-schema",
            Self::Template => "template",
        })
    }
}

const TYPESCRIPT: &str = include_str!("typescript/module.ts.jinja");

const TYPESCRIPT_TYPES: &[(&str, &str)] = &[
    ("string", "string"),
    ("integer", "number"),
    ("decimal", "string"),
    ("boolean", "boolean"),
    ("timestamp", "string"),
    ("list", "readonly string[]"),
    ("json", "string"),
];

/// The decoder, the same in every file: one part after the other, as at its top.
const TYPESCRIPT_DECODER: &str = concat!(
    include_str!("typescript/decoder/types.ts"),
    include_str!("typescript/decoder/json.ts"),
    include_str!("typescript/decoder/text.ts"),
    include_str!("typescript/decoder/matching.ts"),
    include_str!("typescript/decoder/repeated.ts"),
    include_str!("typescript/decoder/headers.ts"),
    include_str!("typescript/decoder/places.ts"),
    include_str!("typescript/decoder/parts.ts"),
    include_str!("typescript/decoder/document.ts"),
    include_str!("typescript/decoder/choose.ts"),
    include_str!("typescript/decoder/values.ts"),
    include_str!("typescript/decoder/certainty.ts"),
    include_str!("typescript/decoder/retry.ts"),
    include_str!("typescript/decoder/reading.ts"),
    include_str!("typescript/decoder/decoded.ts"),
    include_str!("typescript/decoder/view.ts"),
);

const PYTHON: &str = include_str!("python/module.py.jinja");

const PYTHON_TYPES: &[(&str, &str)] = &[
    ("string", "str"),
    ("integer", "int"),
    ("decimal", "str"),
    ("boolean", "bool"),
    ("timestamp", "str"),
    ("list", "tuple[str, ...]"),
    ("json", "str"),
];

/// The decoder, as that of TypeScript.
const PYTHON_DECODER: &str = concat!(
    include_str!("python/decoder/types.py"),
    include_str!("python/decoder/json.py"),
    include_str!("python/decoder/text.py"),
    include_str!("python/decoder/matching.py"),
    include_str!("python/decoder/repeated.py"),
    include_str!("python/decoder/headers.py"),
    include_str!("python/decoder/places.py"),
    include_str!("python/decoder/parts.py"),
    include_str!("python/decoder/document.py"),
    include_str!("python/decoder/choose.py"),
    include_str!("python/decoder/values.py"),
    include_str!("python/decoder/certainty.py"),
    include_str!("python/decoder/retry.py"),
    include_str!("python/decoder/reading.py"),
    include_str!("python/decoder/decoded.py"),
    include_str!("python/decoder/view.py"),
);

/// The keywords of Python, and names that its modules have.
const PYTHON_KEYWORDS: &[&str] = &[
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue",
    "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import",
    "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while",
    "with", "yield", "id", "code", "self",
];

/// The built-in names of Python that a class could hide: code that `dataclass` makes uses some of them.
const PYTHON_BUILTINS: &[&str] = &[
    "ArithmeticError",
    "AssertionError",
    "AttributeError",
    "BaseException",
    "BaseExceptionGroup",
    "BlockingIOError",
    "BrokenPipeError",
    "BufferError",
    "BytesWarning",
    "ChildProcessError",
    "ConnectionAbortedError",
    "ConnectionError",
    "ConnectionRefusedError",
    "ConnectionResetError",
    "DeprecationWarning",
    "EOFError",
    "Ellipsis",
    "EncodingWarning",
    "EnvironmentError",
    "Exception",
    "ExceptionGroup",
    "FileExistsError",
    "FileNotFoundError",
    "FloatingPointError",
    "FutureWarning",
    "GeneratorExit",
    "IOError",
    "ImportError",
    "ImportWarning",
    "IndentationError",
    "IndexError",
    "InterruptedError",
    "IsADirectoryError",
    "KeyError",
    "KeyboardInterrupt",
    "LookupError",
    "MemoryError",
    "ModuleNotFoundError",
    "NameError",
    "NotADirectoryError",
    "NotImplemented",
    "NotImplementedError",
    "OSError",
    "OverflowError",
    "PendingDeprecationWarning",
    "PermissionError",
    "ProcessLookupError",
    "PythonFinalizationError",
    "RecursionError",
    "ReferenceError",
    "ResourceWarning",
    "RuntimeError",
    "RuntimeWarning",
    "StopAsyncIteration",
    "StopIteration",
    "SyntaxError",
    "SyntaxWarning",
    "SystemError",
    "SystemExit",
    "TabError",
    "TimeoutError",
    "TypeError",
    "UnboundLocalError",
    "UnicodeDecodeError",
    "UnicodeEncodeError",
    "UnicodeError",
    "UnicodeTranslateError",
    "UnicodeWarning",
    "UserWarning",
    "ValueError",
    "Warning",
    "ZeroDivisionError",
];

impl Target {
    /// Writes the file. For a template, its text is given; for OpenAPI, a document to add to.
    pub(super) fn write(
        self,
        catalog: &Catalog,
        command: &str,
        given: Option<&str>,
    ) -> Result<String, Failure> {
        match self {
            Self::Openapi => openapi::document(catalog, command, given),
            Self::JsonSchema => openapi::json_schema(catalog, command),
            Self::Typescript => {
                // A type must not hide one that the decoder uses.
                let reserved: Vec<&str> = identifiers(TYPESCRIPT_DECODER).collect();
                let naming = Naming {
                    reserved_types: &reserved,
                    reserved_fields: &[],
                    prefixes: &[],
                    fields: Case::Camel,
                };
                let model = Model::new(catalog, command, &naming);
                Ok(render(TYPESCRIPT, TYPESCRIPT_TYPES, &model)? + TYPESCRIPT_DECODER)
            }
            Self::Python => {
                let mut reserved: Vec<&str> = identifiers(PYTHON_DECODER).collect();
                reserved.extend(PYTHON_KEYWORDS.iter().chain(PYTHON_BUILTINS));
                let naming = Naming {
                    reserved_types: &reserved,
                    reserved_fields: PYTHON_KEYWORDS,
                    prefixes: &[],
                    fields: Case::Snake,
                };
                let model = Model::new(catalog, command, &naming);
                Ok(render(PYTHON, PYTHON_TYPES, &model)? + PYTHON_DECODER)
            }
            Self::Go => {
                let naming = Naming {
                    reserved_types: &go::declared(),
                    reserved_fields: go::MEMBERS,
                    prefixes: go::PREFIXES,
                    fields: Case::Exported,
                };
                let model = Model::new(catalog, command, &naming);
                Ok(render(go::TEMPLATE, go::TYPES, &model)? + go::DECODER)
            }
            Self::Template => {
                let naming = Naming {
                    reserved_types: &[],
                    reserved_fields: &[],
                    prefixes: &[],
                    fields: Case::Snake,
                };
                let model = Model::new(catalog, command, &naming);
                render(given.unwrap_or_default(), &[], &model)
            }
        }
    }

    /// Returns what the decoder of the language does not read, in words.
    pub(super) fn unsupported(self, catalog: &Catalog) -> Vec<String> {
        let formats = catalog.envelopes.iter().filter_map(|envelope| {
            let Location::Body(body) = &envelope.location else {
                return None;
            };
            let format = decoder::format(body.format)?;
            let is_read = !self.has_decoder() || !matches!(format, "xml" | "grpc");
            (!is_read).then(|| {
                format!(
                    "the decoder does not read the envelope `{}`, because its format is {format}",
                    envelope.name
                )
            })
        });
        let plurals = super::plurals::unsupported(catalog);
        let plurals = plurals.into_iter().filter(|_| self.has_decoder());
        formats.chain(plurals).collect()
    }

    /// Whether the file has a decoder.
    const fn has_decoder(self) -> bool {
        matches!(self, Self::Typescript | Self::Python | Self::Go)
    }

    /// Whether a file was exported before, so that it can be replaced.
    pub(super) fn has_mark(self, text: &str) -> bool {
        let first = if self == Self::Openapi { usize::MAX } else { 3 };
        self == Self::Template || text.lines().take(first).any(|line| line.contains(MARK))
    }
}
