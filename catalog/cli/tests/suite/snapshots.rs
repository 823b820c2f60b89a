//! Snapshots of command lines and their output; `TRYCMD=overwrite` updates them.

#[test]
fn every_subcommand_prints_its_snapshot() {
    trycmd::TestCases::new().case("tests/snapshots/*.trycmd");
}
