//! Regressions that violate an assumption, and those that cannot be computed or fit perfectly.

use super::outcome;
use bab4::findings::Verdict::NotTested;

/// R: `nortest::lillie.test` D 0.2334, p 1e-14; Glejser's slope p 2.4e-06; VIF 25.007 and 5.809.
#[test]
fn violated_assumptions_are_named_and_limit_the_rest() {
    let study = outcome("assumptions");
    study.must_say(&[
        "menunjukkan statistik uji 0,233 dengan Asymp. Sig. (2-tailed) < 0,001, di bawah 0,05. Dengan demikian, residual model pertama menyimpang dari distribusi normal",
        "menunjukkan bahwa Pengalaman berhubungan signifikan dengan nilai mutlak residual (signifikansi < 0,001, di bawah 0,05), yang menandakan heteroskedastisitas pada model kedua",
        "VIF Pendidikan dan Pengetahuan (25,007; 25,007) mencapai batas 10, yang menandakan multikolinearitas pada model ketiga",
        "kedua variabel bebas model keempat memiliki tolerance 0,172 dan VIF 5,809, di bawah 10, sehingga tidak terdapat gejala multikolinearitas. Meskipun demikian, VIF Pendidikan dan Pelatihan (5,809; 5,809) mencapai batas ketat 5",
        "Pada model pertama dengan variabel terikat Kepuasan, asumsi normalitas residual tidak terpenuhi",
        "Pada model ketiga dengan variabel terikat Kinerja, asumsi tidak adanya multikolinearitas dan homoskedastisitas tidak terpenuhi",
        "Selain itu, asumsi klasik yang tidak terpenuhi pada model pertama, model kedua, model ketiga, dan model keempat membatasi penafsiran hasil",
    ]);
}

#[test]
fn regressions_that_cannot_be_computed_say_why_and_the_rest_goes_on() {
    let study = outcome("degenerate");
    for (id, because) in [
        ("H1", "collinear"),
        ("H2", "collinear"),
        ("H3", "collinear"),
        ("H4", "perfect_fit"),
        ("H5", "no_variance"),
        ("H6", "no_variance"),
        ("H7", "no_variance"),
        ("H8", "collinear"),
        ("H9", "collinear"),
    ] {
        assert_eq!(study.verdict(id), (NotTested, because), "{id}");
    }
    study.must_say(&[
        "Model kedua dengan variabel terikat Kinerja tidak dapat dihitung karena Gaji, Tunjangan, dan Penghasilan saling bergantung",
        "Model pertama dengan variabel terikat Jam Kerja tidak dapat dihitung karena Jam Kerja tidak bervariasi (semua nilainya sama).",
        "Model keempat dengan variabel terikat Kepuasan tidak dapat dihitung karena Jam Kerja tidak bervariasi",
        "Asumsi klasik model kedua tidak dapat diperiksa karena model tersebut tidak dapat dihitung.",
        "Hipotesis H1 tidak diuji karena model kedua tidak dapat dihitung",
        // The regression of the chain's own outcomes, not the first that failed.
        "Hipotesis H7 tidak diuji karena model keempat tidak dapat dihitung",
        "Hipotesis H8 tidak diuji karena model kedua tidak dapat dihitung",
        "Seluruhnya, yaitu 9 hipotesis, tidak diuji.",
        // The fifth regression is untouched by all this.
        "Koefisien Gaji sebesar 0,613 berarti setiap kenaikan satu satuan Gaji diikuti kenaikan rata-rata skor Kepuasan sebesar 0,613 satuan.",
        "F hitung 33,574, lebih besar daripada F tabel 4,196",
        // Pajak = 3 Gaji + 2.
        "adjusted R square 1,000, artinya seluruh variasi Pajak dijelaskan oleh Gaji, Penghasilan, Kinerja, dan Kepuasan.",
        "Uji F pada model ketiga tidak dapat dilakukan karena model tersebut cocok sempurna dengan data",
        "Normalitas residual model ketiga tidak dapat diuji karena data seluruhnya tepat pada garis regresi",
        "Heteroskedastisitas pada model ketiga tidak dapat diuji karena data seluruhnya tepat pada garis regresi",
    ]);
    study.must_not_say(&["diterima", "ditolak (tidak terbukti)", "paling kuat dalam model ini. Pajak"]);
}

#[test]
fn a_perfect_fit_leaves_no_indirect_effect_to_test() {
    let study = outcome("perfect");
    assert_eq!(study.verdict("H1"), (NotTested, "perfect_fit"));
    assert_eq!(study.verdict("H2"), (NotTested, "perfect_fit"));
    study.must_say(&["melalui Kepuasan (hasil kali koefisien tak terstandar 0,000) tidak diuji karena data seluruhnya tepat pada garis regresi"]);
    // The tests of normality and heteroscedasticity were not asked for.
    study.must_not_say(&["Uji Normalitas", "Uji Heteroskedastisitas"]);
}

#[test]
fn fewer_cases_than_a_regression_needs() {
    let study = outcome("few");
    assert_eq!(study.verdict("H1"), (NotTested, "too_few_cases"));
    study.must_say(&[
        "Model regresi dengan variabel terikat Kinerja tidak dapat dihitung karena jumlah data terlalu sedikit untuk dihitung.",
        "Hipotesis H1 tidak diuji karena model regresi tidak dapat dihitung (jumlah data terlalu sedikit untuk dihitung).",
        "Dari 4 responden, skor Gaji terendah adalah 22 dan tertinggi 53",
    ]);
    study.must_not_say(&["Uji Model", "Uji Normalitas", "Analisis Jalur"]);
}
