//! The presets: envelopes of standards.

/// The names of the presets, with their envelopes as a catalog has them.
pub const PRESETS: [(&str, &str); 8] = [
    ("aws-json", include_str!("../presets/aws-json.json")),
    ("aws-query", include_str!("../presets/aws-query.json")),
    ("google-rpc", include_str!("../presets/google-rpc.json")),
    ("graphql", include_str!("../presets/graphql.json")),
    ("json-api", include_str!("../presets/json-api.json")),
    ("json-rpc", include_str!("../presets/json-rpc.json")),
    ("oauth2", include_str!("../presets/oauth2.json")),
    ("rfc9457", include_str!("../presets/rfc9457.json")),
];

/// Returns what a preset stands for: an envelope, or an array of two.
///
/// ```
/// assert!(error_catalog_model::preset("rfc9457").is_some_and(|envelope| envelope.contains("/detail")));
/// assert_eq!(error_catalog_model::preset("rfc7807"), None);
/// ```
pub fn preset(name: &str) -> Option<&'static str> {
    for (known, text) in &PRESETS {
        if *known == name {
            return Some(text);
        }
    }
    None
}
