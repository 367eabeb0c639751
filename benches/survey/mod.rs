//! A survey of any size with the example's study: answers that hang together, the same on every machine.

use std::fmt::Write;

/// The example's study; with another number of respondents the counts are left out, without resamples nothing is drawn.
pub fn study(resamples: usize) -> String {
    let text = include_str!("../../examples/disnaker-semarang/study.yaml");
    let text =
        text.replace(", distributed: 68, returned: 68", "").replace("population: 68\n", "").replace("sampling: census\n", "");
    let text = text.replace("  overview: gambaran-umum.md\n", "");
    text.replace("resamples: 10000", &format!("resamples: {resamples}"))
}

/// The files that the study names beside its survey.
#[allow(dead_code, reason = "each bench uses what it needs")]
pub const FILES: [(&str, &str); 2] = [
    ("pustaka.bib", include_str!("../../examples/disnaker-semarang/pustaka.bib")),
    ("mediasi-lmx.md", include_str!("../../examples/disnaker-semarang/mediasi-lmx.md")),
];

/// The same with a claim of every kind beside its own.
#[allow(dead_code, reason = "each bench uses what it needs")]
pub fn study_of_all_claims(resamples: usize) -> String {
    let more = "hypotheses:
  K1: X1 & X2 -> Y2
  K2: X1 * X2 -> Y2 (+)
  K3: X1 <-> X2 (+)
  K4: jenis_kelamin <-> umur
  K5: Y2 ~ jenis_kelamin
  K6: Y2 ~ umur
  K7: X1 <> Y1
  K8: Y2 > 70%
";
    study(resamples).replace("hypotheses:\n", more)
}

/// `rows` respondents as a CSV under the example's header.
///
/// Each has one disposition; an answer is that plus chance, on five steps: the items of a variable correlate at about .4.
pub fn csv(rows: usize) -> String {
    let example = include_str!("../../examples/disnaker-semarang/responses.csv");
    let header = example.lines().next().unwrap_or_default();
    let items = header.split(',').count() - 5;
    let mut out = String::with_capacity(rows * (items * 2 + 64));
    out.push_str(header);
    out.push('\n');
    let mut random = Random(2019);
    for row in 1..=rows {
        let person = random.normal();
        let gender = ["Laki-laki", "Perempuan"][random.below(2)];
        let age = ["30 - 39 Tahun", "40 - 49 Tahun", "50 - 58 Tahun"][random.below(3)];
        let school = ["Tamat SMA/SMK", "Tamat Diploma", "Tamat Sarjana", "Tamat Pasca Sarjana"][random.below(4)];
        let years = ["10 -19 tahun", "20 -30 tahun", "Lebih dari 30 tahun"][random.below(3)];
        let _ = write!(out, "{row},{gender},{age},{school},{years}");
        for _ in 0..items {
            let answer = (3.6 + 0.55 * person + 0.65 * random.normal()).round().clamp(1.0, 5.0);
            let _ = write!(out, ",{answer}");
        }
        out.push('\n');
    }
    out
}

/// Knuth's MMIX generator (*TAOCP* 2, §3.3.4): good enough to make answers, and the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        self.0 >> 33
    }

    fn below(&mut self, n: u64) -> usize {
        (self.next() % n) as usize
    }

    /// About normal: six uniform numbers added up (Irwin 1927, Hall 1927).
    fn normal(&mut self) -> f64 {
        let sum: f64 = (0..6).map(|_| self.next() as f64 / (1u64 << 31) as f64).sum();
        (sum - 3.0) * std::f64::consts::SQRT_2
    }
}
