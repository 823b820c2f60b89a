//! Enums of errors in Protobuf files.

use super::{catalog, import};
use crate::folder::Folder;
use serde_json::json;

pub(super) const SHOP: &str = r#"
syntax = "proto3";
package shop.v1;
import "other/options.proto";

// The reasons in `google.rpc.ErrorInfo`.
enum ErrorReason {
  option (errors.default_code) = 500;
  ERROR_REASON_UNSPECIFIED = 0;
  // There is no article
  // with this id.
  //
  // HTTP Mapping: 404 Not Found
  NO_ARTICLE = 1;
  SOLD = 2 [(errors.code) = 409, (errors.message) = "Only {count} are left.", deprecated = true]; // No more.
}

enum Color { RED = 0; }

message Order {
  /* Why an order fails. */
  enum OrderError { NONE = 0; TOO_LATE = 1; }
  message Line { enum State { OPEN = 0; } }
}
"#;

#[test]
fn enums_of_errors_become_entries() {
    let folder = Folder::new().file("shop.proto", SHOP);
    let ran = import(&folder, &["proto", "shop.proto"]);
    assert_eq!(
        catalog(&folder)["envelopes"],
        json!([{ "preset": "google-rpc" }])
    );
    let errors = json!([
        {
            "code": "NO_ARTICLE", "status": 404,
            "description": "There is no article\nwith this id.\n\nHTTP Mapping: 404 Not Found"
        },
        { "code": "SOLD", "status": 409, "message": "Only {count} are left.", "description": "No more.", "deprecated": {} },
        { "code": "TOO_LATE" }
    ]);
    assert_eq!(catalog(&folder)["errors"], errors);
    for line in [
        "guessed: the enum `ErrorReason` is one of errors, and the codes are the names of its values (`--numbers` takes the \
         numbers) (shop.proto:7)",
        "left out: `ERROR_REASON_UNSPECIFIED` of `ErrorReason`: it means that there is no error, or no value (shop.proto:9)",
        "left out: the enum `Color` with 1 value (`--enum Color` takes it) (shop.proto:18)",
        "left out: the enum `Order.Line.State`",
    ] {
        assert!(ran.errors.contains(line), "{line}: {}", ran.errors);
    }
}

#[test]
fn enums_can_be_given_and_numbers_taken() {
    let folder = Folder::new().file("shop.proto", SHOP);
    let arguments = [
        "proto",
        "shop.proto",
        "--enum",
        "Order.OrderError",
        "--numbers",
    ];
    import(&folder, &arguments);
    assert_eq!(
        catalog(&folder)["errors"],
        json!([{ "code": 1, "id": "TOO_LATE" }])
    );
    let ran = folder.run(&["import", "proto", "shop.proto", "--enum", "ErrorReasons"]);
    assert!(
        ran.errors.contains("did you mean `ErrorReason`?"),
        "{ran:?}"
    );
}

#[test]
fn a_file_that_is_not_valid_or_has_no_errors_is_an_error() {
    let deep = "message A { ".repeat(100_000);
    for (text, reason) in [
        (
            "syntax = \"proto3\";\nenum {",
            "a.proto:2 cannot be read as Protobuf",
        ),
        (
            "syntax = \"proto3\"; enum Color { RED = 0; }",
            "no enum of errors in the files",
        ),
        ("", "no enum of errors in the files"),
        (&deep, "is nested too deeply"),
        ("\u{0}", "cannot be read as Protobuf"),
    ] {
        let folder = Folder::new().file("a.proto", text);
        let ran = folder.run(&["import", "proto", "a.proto"]);
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert!(ran.errors.contains(reason), "{reason}: {ran:?}");
    }
}

#[test]
fn all_values_of_a_deprecated_enum_are_deprecated() {
    let text =
        "syntax = \"proto3\";\nenum ErrorCode { option deprecated = true; OK = 0; BUSY = 1; }\n";
    let folder = Folder::new().file("a.proto", text);
    import(&folder, &["proto", "a.proto"]);
    let expected = json!([{ "code": "BUSY", "deprecated": {} }]);
    assert_eq!(catalog(&folder)["errors"], expected);
}
