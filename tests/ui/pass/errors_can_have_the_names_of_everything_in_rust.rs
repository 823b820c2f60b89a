#![deny(warnings)]

use error_catalog::{CatalogError, ErrorCatalog};

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/names.json")]
pub struct Names;

fn main() {
    let errors = [
        (NamesError::self_("text"), NamesErrorKind::Self_),
        (NamesError::super_("text"), NamesErrorKind::Super),
        (NamesError::crate_("text"), NamesErrorKind::Crate),
        (NamesError::r#type("text"), NamesErrorKind::Type),
        (NamesError::ok("text"), NamesErrorKind::Ok),
        (NamesError::err("text"), NamesErrorKind::Err),
        (NamesError::some("text"), NamesErrorKind::Some),
        (NamesError::none("text"), NamesErrorKind::None),
        (NamesError::option("text"), NamesErrorKind::Option),
        (NamesError::error("text"), NamesErrorKind::Error),
        (NamesError::kind_("text"), NamesErrorKind::Kind),
        (NamesError::code_("text"), NamesErrorKind::Code),
        (NamesError::status_("text"), NamesErrorKind::Status),
        (NamesError::message_("text"), NamesErrorKind::Message),
        (NamesError::fields_("text"), NamesErrorKind::Fields),
        (
            NamesError::documentation_("text"),
            NamesErrorKind::Documentation,
        ),
        (NamesError::meta("text"), NamesErrorKind::Meta),
        (NamesError::all("text"), NamesErrorKind::All),
        (NamesError::clone("text"), NamesErrorKind::Clone),
        (NamesError::from("text"), NamesErrorKind::From),
        (NamesError::from_code("text"), NamesErrorKind::FromCode),
        (NamesError::to_string("text"), NamesErrorKind::ToString),
        (NamesError::a1_2("text"), NamesErrorKind::A12),
    ];
    for (error, kind) in errors {
        assert_eq!(error.kind(), kind);
        assert_eq!(error.clone(), error);
        assert_eq!(error.to_string(), "text");
        assert_eq!(kind.as_str().parse(), Ok(kind));
        assert_eq!(CatalogError::code(&error), kind.code());
    }
    let no_code = NamesError::no_code();
    assert!(no_code.code().is_none());
}
