#![deny(warnings)]

use error_catalog::ErrorCatalog;

#[derive(ErrorCatalog)]
#[catalog(path = "catalogs/keywords.json")]
pub struct Keywords;

fn main() {
    let words = KeywordsError::words("a", "b", "c", "d", "e");
    assert_eq!(words.message(), "a, b, c, d, e.");
    let KeywordsError::Words {
        r#type,
        self_,
        super_,
        crate_,
        r#gen,
    } = words
    else {
        panic!("it is another error");
    };
    assert_eq!(
        [r#type, self_, super_, crate_, r#gen],
        ["a", "b", "c", "d", "e"]
    );

    let numbers = KeywordsError::Numbers {
        _0: "1".into(),
        _1: "2".into(),
    };
    assert_eq!(numbers.message(), "From 1 to 2.");

    let generated = KeywordsError::generated("a", "b", "c", "d", "e");
    assert_eq!(generated.message(), "a, b, c, d and e.");

    let KeywordsError::Details {
        r#await,
        x_trace_id,
    } = KeywordsError::details("trace")
    else {
        panic!("it is another error");
    };
    assert_eq!((r#await, &*x_trace_id), (None, "trace"));
}
