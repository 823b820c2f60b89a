//! What every verb prints, kept beside the command line that prints it; `TRYCMD=overwrite` writes it again.

#[test]
fn every_verb_prints_what_is_kept() {
    trycmd::TestCases::new().case("tests/snapshots/*.trycmd");
}
