#![deny(warnings)]
#![no_implicit_prelude]

mod core {}
mod std {}
mod alloc {}
mod error_catalog {}

pub struct Option;
pub struct Result;
pub struct String;
pub struct Box;
pub struct Vec;
pub struct Text;
pub struct Value;
pub struct Status;
pub struct Entry;
pub struct Code;
pub struct Catalog;
pub struct META;
pub trait Into {}
pub trait From {}
pub trait Clone {}
pub trait Debug {}
pub trait Display {}
pub trait Error {}
#[allow(non_camel_case_types)]
pub struct u16;
#[allow(non_camel_case_types)]
pub struct str;
#[allow(non_camel_case_types)]
pub struct bool;

#[derive(::error_catalog::ErrorCatalog)]
#[catalog(path = "catalogs/payments.json")]
pub struct Payments;

#[derive(::error_catalog::ErrorCatalog)]
#[catalog(path = "catalogs/keywords.json")]
pub struct Keywords;

fn main() {
    let error = PaymentsError::card_declined("expired");
    ::std::assert_eq!(error.message(), "The card was declined: expired.");
    let error = KeywordsError::numbers("1", "2");
    ::std::assert_eq!(error.message(), "From 1 to 2.");
}
