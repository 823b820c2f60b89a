//! The costs of an error: bytes and allocations.

use error_catalog_tests::{EdgesError, HttpApiError, LinkedInError, MarketingError, WorksError};

fn allocations<T>(run: impl FnOnce() -> T) -> u64 {
    let mut kept = None;
    let counted = allocation_counter::measure(|| kept = Some(std::hint::black_box(run())));
    drop(kept);
    counted.count_total
}

#[test]
fn no_error_is_larger_than_128_bytes() {
    let sizes = [
        size_of::<LinkedInError>(),
        size_of::<MarketingError>(),
        size_of::<EdgesError>(),
        size_of::<WorksError>(),
        size_of::<HttpApiError>(),
        size_of::<crate::generated::EverythingError>(),
    ];
    assert!(sizes.iter().all(|size| *size <= 128), "{sizes:?}");
}

#[test]
fn constant_arguments_cost_no_allocation() {
    assert_eq!(
        allocations(|| MarketingError::field_value_too_low("/a", "1", "2")),
        0
    );
    let most = || MarketingError::invalid_campaign_configuration("a", "b", "c", "d", "e", "f", "g");
    assert_eq!(allocations(most), 0);
}

#[test]
fn an_owned_argument_is_moved() {
    let field = String::from("/a");
    assert_eq!(
        allocations(|| MarketingError::field_value_too_low(field, "1", "2")),
        0
    );
}

#[test]
fn a_message_is_one_allocation_of_the_right_size() {
    let error = MarketingError::field_value_too_low("/a", "1", "2");
    assert_eq!(allocations(|| error.message()), 1);
    let message = error.message();
    assert_eq!(message.capacity(), message.len());
}

#[test]
fn metadata_costs_no_allocation() {
    let error = EdgesError::limit_reached("x");
    let read = || {
        (
            error.code(),
            error.status(),
            error.retry(),
            error.entry().id(),
        )
    };
    assert_eq!(allocations(read), 0);
}
