//! What every subcommand prints, kept beside the command line that prints it; `TRYCMD=overwrite` writes it again.

#[test]
fn every_subcommand_prints_what_is_kept() {
    trycmd::TestCases::new().case("tests/snapshots/*.trycmd");
}
