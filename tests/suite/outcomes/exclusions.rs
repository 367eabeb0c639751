//! Respondents whom the study leaves out: who they are, why, and what the verdicts would be with them.

use super::outcome;
use bab4::findings::Verdict;

/// Values of `tests/published/exclusions.R`.
#[test]
fn a_verdict_that_rests_on_leaving_respondents_out_is_said_to() {
    let study = outcome("exclusions");
    let results = &study.analyzed.results;
    assert_eq!((results.data.rows, results.data.n, results.data.excluded_declared), (54, 47, 7));
    let gone: Vec<(usize, &str)> = results.data.excluded.iter().map(|out| (out.case, out.reason.as_str())).collect();
    let straight = "straight-lining";
    assert_eq!(gone[..3], [(7, "rows"), (12, straight), (23, straight)]);
    let findings = &study.analyzed.findings;
    assert_eq!(study.verdict("H1"), (Verdict::Rejected, "not_significant"));
    assert_eq!(study.verdict("H2"), (Verdict::Accepted, "as_expected"));
    let everybody = findings.exclusions.as_ref().unwrap();
    assert_eq!((everybody.n, everybody.changed), (54, 1));
    let close = |found: Option<&f64>, expected: f64| {
        let found = found.unwrap();
        assert!((found - expected).abs() < 1e-9 * expected.abs().max(1e-3), "{found} and not {expected}");
    };
    for (position, (without, with)) in [
        ((0.598267379360, 0.552661015817), (4.028047628893, 0.000183827190661)),
        ((9.56615143403, 2.04797076125e-12), (13.5293063375, 1.14865493239e-18)),
    ]
    .into_iter()
    .enumerate()
    {
        let (own, other) = (&findings.hypotheses[position], &everybody.hypotheses[position]);
        close(own.statistic.value(), without.0);
        close(own.p.value(), without.1);
        close(other.statistic.value(), with.0);
        close(other.p.value(), with.1);
    }
    assert_eq!((everybody.hypotheses[0].verdict, everybody.hypotheses[0].agrees), (Verdict::Accepted, false));
    study.must_say(&[
        "7 responden dikeluarkan dari analisis menurut pernyataan penulis: 6 responden karena jawabannya seragam pada semua butir; 1 responden karena mengisi atas nama orang lain.",
        "Putusan atas H1 berbeda: putusan itu bergantung pada pengeluaran responden tersebut dan perlu dibaca dengan hati-hati.",
        "(n = 47)",
        "(n = 54)",
    ]);
    // Nobody was too fast: the file has no times, and a reason that nobody has is not printed.
    study.must_not_say(&["terlalu cepat", "tidak terisi lengkap"]);
}
