//! strum for the messages and for both directions of codes; status by hand.

use super::{error, kind, library, methods, Peer, ERROR, SURFACE};

const CODES: &str = "impl Kind {
    pub fn code(self) -> &'static str {
        self.into()
    }

    pub fn from_code(code: &str) -> Option<Self> {
        code.parse().ok()
    }
}
";

pub(super) const PEER: Peer = Peer {
    name: "strum",
    dependencies: "strum = { version = \"=0.28.0\", features = [\"derive\"] }",
    files: |errors| {
        let message = error(errors, "#[derive(Debug, strum::Display)]\n", |error| {
            format!("#[strum(to_string = {:?})]\n    ", error.template())
        });
        let derives = ", strum::EnumString, strum::IntoStaticStr";
        let codes = kind(errors, derives, |error| {
            format!("#[strum(serialize = {:?})]\n    ", error.code)
        });
        library(&[&message, ERROR, &codes, &methods(errors), CODES])
    },
    surface: SURFACE,
};
