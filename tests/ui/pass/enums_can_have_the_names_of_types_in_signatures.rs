#![deny(warnings)]

mod text {
    #[derive(error_catalog::ErrorCatalog)]
    #[catalog(path = "catalogs/payments.json", error = Text, kind = Into)]
    pub struct Vec;
}

#[allow(non_camel_case_types)]
mod boxed {
    #[derive(error_catalog::ErrorCatalog)]
    #[catalog(path = "catalogs/payments.json", error = i64, kind = bool)]
    pub struct Box;
}

fn main() {
    let error = text::Text::card_declined("expired");
    assert_eq!(error.kind(), text::Into::CardDeclined);
    assert_eq!(error.kind().as_str(), "CARD_DECLINED");
    assert_eq!(boxed::i64::card_declined("expired").kind(), boxed::bool::CardDeclined);
}
