//! The tables of this part: the lines that the programs print, and their columns.

use crate::goals::OURS;

pub(crate) struct Table {
    pub(crate) title: &'static str,
    pub(crate) rows: &'static [&'static str],
    pub(crate) columns: &'static [&'static str],
}

/// The inputs that are read at some size and at twice that size.
pub(crate) const CASES: &[&str] = &[
    "message",
    "message without an end",
    "literal repeated",
    "literal repeated, code unknown",
    "causes",
    "chain",
    "errors",
    "fields",
    "leaves",
    "pairs",
    "pairs without an end",
    "nested",
    "nested params",
    "escapes",
];

pub(crate) const TABLES: &[Table] = &[
    Table {
        title: "Body to error, nanoseconds",
        rows: &[
            OURS,
            "serde_json borrowed, match",
            "serde_json owned, match",
            "serde_json, match, fields",
            "serde_json Value",
        ],
        columns: &["decode message", "decode members", "decode unknown"],
    },
    Table {
        title: "Error to body, nanoseconds",
        rows: &[OURS, "serde_json", "Display, serde_json"],
        columns: &["encode message", "encode members"],
    },
    Table {
        title: "Message to values, nanoseconds",
        rows: &[
            OURS,
            "captures",
            "captures_read",
            "RegexSet",
            "RegexSet, 64 MiB",
        ],
        columns: &[
            "code known",
            "code unknown",
            "ready ms",
            "ready KiB",
            "used KiB",
        ],
    },
    Table {
        title: "Allocations of an error",
        rows: &[OURS, "kept"],
        columns: &["known code", "unknown code", "foreign"],
    },
    Table {
        title: "Twice the size, milliseconds",
        rows: CASES,
        columns: &["n", "2n"],
    },
];

/// Finds the row and the column with these names.
pub(super) fn find(row: &str, column: &str) -> Option<(&'static str, &'static str)> {
    TABLES.iter().find_map(|table| {
        let row = table.rows.iter().find(|name| **name == row)?;
        let column = table.columns.iter().find(|name| **name == column)?;
        Some((*row, *column))
    })
}
