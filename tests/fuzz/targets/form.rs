#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| error_catalog_tests::checks::form(bytes));
