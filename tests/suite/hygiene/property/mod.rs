//! Any valid catalog compiles to errors with its codes and messages: random catalogs, all in one program, are compared
//! with an independent reference.

mod catalog;
mod program;
mod random;

use crate::package::Package;
use catalog::Catalog;
use error_catalog_model::{compile, Source};
use random::Random;

const CATALOGS: usize = 60;

fn catalogs() -> Vec<Catalog> {
    let mut random = Random::new(0x5EED);
    (0..CATALOGS)
        .map(|_| Catalog::random(&mut random))
        .collect()
}

#[test]
fn any_valid_catalog_compiles_to_errors_that_fill_its_templates() {
    let catalogs = catalogs();
    let mut package = Package::new("property").file("src/main.rs", &program::main(&catalogs));
    for (index, catalog) in catalogs.iter().enumerate() {
        let json = catalog.json();
        assert_valid(&json);
        package = package.file(&format!("catalogs/{index}.json"), &json);
    }
    let errors: usize = catalogs.iter().map(|it| it.entries.len()).sum();
    assert!(errors > 200, "{errors} are too few to be meaningful");
    assert_eq!(package.cargo(&["run"]), format!("{errors} errors\n"));
}

fn assert_valid(json: &str) {
    let source = Source::new("random.json", json);
    if let Err(failure) = compile(&source) {
        panic!("{}\n{json}", source.render(&failure.diagnostics()[0]));
    }
}
