//! The ready types of the bundled catalogs.

use error_catalog::apis::{
    Edges, EdgesError, EdgesErrorKind, HttpApi, HttpApiError, HttpApiErrorKind, LinkedIn,
    LinkedInError, LinkedInErrorKind, LinkedInMarketing, LinkedInMarketingError,
    LinkedInMarketingErrorKind, Works, WorksError, WorksErrorKind,
};
use error_catalog::Catalog;
use error_catalog_model::{builtin, compile, Source};

/// Whether the type is the catalog with this name, and has all of its errors.
fn is<C: Catalog>(_: C, name: &str) -> bool {
    let source = Source::new(name, builtin(name).unwrap());
    let entries = compile(&source).unwrap().catalog.entries.len();
    C::META.name() == name && C::META.len() == entries
}

#[test]
fn every_bundled_catalog_has_a_ready_type() {
    assert!(is(LinkedIn, "linkedin"));
    assert!(is(LinkedInMarketing, "linkedin-marketing"));
    assert!(is(Edges, "edges"));
    assert!(is(Works, "works"));
    assert!(is(HttpApi, "http-api"));
}

#[test]
fn ready_types_have_errors_and_kinds() {
    fn has<C: Catalog<Error = E, Kind = K>, E, K>(_: C) {}
    has::<_, LinkedInError, LinkedInErrorKind>(LinkedIn);
    has::<_, LinkedInMarketingError, LinkedInMarketingErrorKind>(LinkedInMarketing);
    has::<_, EdgesError, EdgesErrorKind>(Edges);
    has::<_, WorksError, WorksErrorKind>(Works);
    has::<_, HttpApiError, HttpApiErrorKind>(HttpApi);
}
