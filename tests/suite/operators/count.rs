//! Errors as a counter.

use super::{leaks, rejected, OperatorsError, Own};
use error_catalog::{CatalogError, Occurrence};
use metrics::{Counter, Gauge, Histogram, Key, KeyName, Metadata, Recorder, SharedString, Unit};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

/// Keeps the counters.
#[derive(Default)]
struct Counters(Mutex<BTreeMap<String, Arc<AtomicU64>>>);

impl Recorder for Counters {
    fn register_counter(&self, key: &Key, _: &Metadata<'_>) -> Counter {
        let labels = key.labels();
        let labels: Vec<_> = labels
            .map(|it| format!("{}={}", it.key(), it.value()))
            .collect();
        let name = format!("{}{{{}}}", key.name(), labels.join(","));
        let mut counters = self.0.lock().unwrap();
        Counter::from_arc(Arc::clone(counters.entry(name).or_default()))
    }

    fn describe_counter(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}
    fn describe_gauge(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}
    fn describe_histogram(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}

    fn register_gauge(&self, key: &Key, _: &Metadata<'_>) -> Gauge {
        panic!("a gauge: {key}")
    }

    fn register_histogram(&self, key: &Key, _: &Metadata<'_>) -> Histogram {
        panic!("a histogram: {key}")
    }
}

/// What is counted for these errors.
fn counted<E: CatalogError>(occurrences: &[Occurrence<E>]) -> Vec<(String, u64)> {
    let counters = Counters::default();
    metrics::with_local_recorder(&counters, || {
        occurrences.iter().for_each(Occurrence::count);
    });
    let counters = counters.0.into_inner().unwrap().into_iter();
    counters
        .map(|(name, count)| (name, count.load(Ordering::Relaxed)))
        .collect()
}

#[test]
fn errors_are_counted_by_catalog_id_code_and_status() {
    let errors = [
        OperatorsError::BasketEmpty,
        OperatorsError::BasketEmpty,
        OperatorsError::Numbered,
        OperatorsError::NoCode,
    ];
    let name = |labels| format!("error_catalog_errors_total{{catalog=operators,{labels}}}");
    assert_eq!(
        counted(&errors.map(Occurrence::new)),
        [
            (name("id=BASKET_EMPTY,code=BASKET_EMPTY,status=400"), 2),
            (name("id=NO_CODE,status=404"), 1),
            (name("id=NUMBERED,code=4001,status=400"), 1),
        ]
    );
}

#[test]
fn values_of_parameters_are_not_labels() {
    let missing = (0..1_000).map(|index| OperatorsError::resource_not_found(index.to_string()));
    let missing: Vec<_> = missing.map(Occurrence::new).collect();
    let counters = counted(&missing);
    assert_eq!(
        counters,
        [(
            "error_catalog_errors_total{catalog=operators,id=RESOURCE_NOT_FOUND,code={RESOURCE}_NOT_FOUND,status=404}"
                .to_owned(),
            1_000
        )]
    );
    let counters = counted(&[Occurrence::new(rejected())]);
    assert!(!leaks(&format!("{counters:?}")), "{counters:?}");
}

#[test]
fn each_error_of_equal_rank_is_counted_and_causes_are_not() {
    let cause = Occurrence::new(OperatorsError::GivenUp);
    let occurrence = Occurrence::new(OperatorsError::BasketEmpty)
        .with_error(OperatorsError::NoCode)
        .with_cause(cause);
    let counts: Vec<_> = counted(&[occurrence]).into_iter().map(|it| it.1).collect();
    assert_eq!(counts, [1, 1]);
}

#[test]
fn an_error_of_another_catalog_in_your_own_enum_counts_for_that_catalog() {
    let gateway = Own::Gateway { host: "a.example" };
    let errors = [Own::from(OperatorsError::BasketEmpty), gateway];
    let counters = counted(&errors.map(Occurrence::new));
    let names: Vec<_> = counters.iter().map(|(name, _)| &**name).collect();
    assert_eq!(
        names,
        [
            "error_catalog_errors_total{catalog=operators,id=BASKET_EMPTY,code=BASKET_EMPTY,status=400}",
            "error_catalog_errors_total{catalog=operators,id=GATEWAY,code=GATEWAY_DOWN,status=502}",
        ]
    );
}
