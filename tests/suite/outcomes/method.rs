//! What chapter III takes from the declaration.

use super::run;

const STUDY: &str = r#"title: Metode Penelitian tentang Kepemimpinan dan Nilai Kerja
data: { file: dimensions.csv }
object: Dinas Contoh
subjects: pegawai
population: 120
sampling: { method: krejcie-morgan, margin: 0.05 }
scale: { min: 1, max: 5 }
respondents:
  jk: { name: Jenis Kelamin, values: { L: Laki-laki, P: Perempuan } }
variables:
  X:
    name: Kepemimpinan
    definition: Cara pimpinan mengarahkan bawahan.
    source: Siagian (2010)
    dimensions:
      A: { name: Arahan, definition: Kejelasan perintah., indicators: [Jelas, Rinci, Terbuka] }
      B: { name: Teladan, indicators: [Memberi contoh] }
      C: { name: Dukungan, indicators: [Perhatian, Bantuan] }
  Y: { name: Nilai Kerja, column: nilai, range: [0, 100] }
hypotheses:
  H1: X.A -> Y (+)
  H2: X.C <-> Y (+)
report: { template: bab-iii }
"#;

/// By hand: 3,841 · 120 · 0,25 = 115,23; 0,0025 · 119 + 0,96025 = 1,25775; their quotient 91,6 (Krejcie and Morgan 1970 print
/// 92 for a population of 120).
#[test]
fn population_definitions_and_tests() {
    let folder = tempfile::tempdir().unwrap();
    let data = super::file("dimensions").with_extension("csv");
    std::fs::copy(data, folder.path().join("dimensions.csv")).unwrap();
    let path = folder.path().join("method.yaml");
    std::fs::write(&path, STUDY).unwrap();
    let study = run(&path, |_| {});
    study.must_say(&[
        "BAB III Metode Penelitian",
        "Populasi penelitian ini berjumlah 120 pegawai pada Dinas Contoh.",
        "= 115,23 / 1,26 = 91,62, dibulatkan ke atas menjadi 92 responden.",
        "Data yang diolah berasal dari 60 responden, lebih sedikit daripada ukuran sampel minimum itu.",
        "| Kepemimpinan (X) | Cara pimpinan mengarahkan bawahan.<br>Sumber: Siagian (2010) |",
        "| Arahan (X.A) | Kejelasan perintah. | 1. Jelas<br>2. Rinci<br>3. Terbuka | X.1–X.3 |",
        "| Uji t | Hipotesis diterima apabila signifikansi di bawah 0,05 dan arahnya sesuai. | Ghozali (2018) |",
        "| Uji hubungan |",
        "[LENGKAPI: definisi operasional Nilai Kerja",
    ]);
    study.must_not_say(&["diterima;", "H1 diterima", "Uji beda kelompok", "Sobel"]);
}
