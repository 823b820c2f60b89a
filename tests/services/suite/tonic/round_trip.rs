//! Each error of each catalog is a status, from which it is read again.

use crate::bank::Bank;
use error_catalog::service::DecodedStatus;
use error_catalog::{
    Catalog, CatalogError, CatalogKind, ErrorCatalog, Param, ParamType, Status as HttpStatus,
};
use tonic::{Code, Status};

macro_rules! catalogs {
    ($($source:ident = $of:literal: $name:ident $test:ident;)*) => {
        $(
            #[derive(ErrorCatalog)]
            #[catalog($source = $of)]
            struct $name;

            #[test]
            fn $test() {
                check::<$name>();
            }
        )*
    };
}

catalogs! {
    path = "errors/shared.json": Shared errors_that_share_a_code_are_read_as_themselves;
    path = "../families/facebook.json": Facebook errors_that_share_a_code_and_differ_in_their_subcode_are_read_as_themselves;
    path = "../families/kubernetes.json": Kubernetes errors_of_kubernetes_are_read_again;
    path = "../families/wechat.json": Wechat errors_whose_codes_are_numbers_are_read_again;
    builtin = "edges": Edges errors_of_edges_are_read_again;
    builtin = "linkedin-marketing": Marketing errors_of_linkedin_marketing_are_read_again;
    builtin = "works": Works errors_of_works_are_read_again;
}

#[test]
fn errors_of_a_bank_are_read_again() {
    check::<Bank>();
}

const HOSTILE: [&str; 6] = [
    "a",
    "",
    "\u{0}\r\n%41 \u{202e}é",
    "a, b",
    r#"["a"]"#,
    " {x} ",
];

fn check<C: Catalog>()
where
    C::Error: PartialEq,
    Status: From<C::Error>,
{
    let sent = |kind: &&C::Kind| !kind.entry().params().any(Param::is_withheld);
    for kind in C::Kind::ALL.iter().filter(sent) {
        for text in HOSTILE {
            for has_optional in [true, false] {
                let entry = kind.entry();
                let error = C::from_texts(entry, &mut |param| {
                    let is_there = has_optional || !param.is_optional();
                    let text = match param.param_type() {
                        ParamType::Integer => "-9223372036854775808",
                        ParamType::Decimal => "-1.50",
                        ParamType::Boolean => "false",
                        ParamType::Json => "[1, null]",
                        _ if entry.has_code_pattern() && text.is_empty() => "a",
                        _ => text,
                    };
                    is_there.then(|| text.to_owned().into())
                });
                let error = error.unwrap();
                let status = Status::from(error.clone());
                assert_ne!(status.code(), Code::Ok);
                assert_eq!(status.message(), error.message());
                assert_eq!(
                    status.code() == Code::NotFound,
                    matches!(entry.status().map(HttpStatus::as_u16), Some(404 | 410))
                );
                // What a client gets.
                let sent = status.into_http::<()>();
                let received = Status::from_header_map(sent.headers()).unwrap();
                let decoded = DecodedStatus::<C>::of(&received);
                assert_eq!(decoded.error(), Some(&error), "{received:?}");
                assert_eq!(decoded.entry(), Some(entry));
            }
        }
    }
}

#[test]
fn a_value_that_is_not_sent_is_not_in_a_status() {
    let status = Status::from(SharedError::token_wrong("hunter2", "x"));
    let details = String::from_utf8_lossy(status.details()).into_owned();
    assert!(
        !format!("{status:?}{details}").contains("hunter2"),
        "{status:?}"
    );
    let decoded = DecodedStatus::<Shared>::of(&status);
    assert_eq!(
        decoded.error(),
        Some(&SharedError::token_wrong("[redacted]", "x"))
    );
}

#[derive(ErrorCatalog)]
#[catalog(path = "../families/grpc.json")]
struct Grpc;

#[test]
fn the_catalogs_own_envelope_of_grpc_says_what_a_status_is() {
    let status = Status::from(GrpcError::NotFound {
        message: "gone".into(),
    });
    assert_eq!((status.code(), status.message()), (Code::NotFound, "gone"));
    assert!(status.details().is_empty());
    let decoded = DecodedStatus::<Grpc>::of(&status);
    assert_eq!(
        decoded.error(),
        Some(&GrpcError::NotFound {
            message: "gone".into()
        })
    );
}
