//! The keys of `analysis`.

use super::{Key, Map, Range, Value, words};
use crate::study::conventions::NAMES;

pub(super) const ANALYSIS: Map = Map::new("analysis", KEYS);

const KEYS: &[Key] = &[
    Key::new(
        "method",
        Value::Words(&["regression", "pls", "cb-sem"]),
        words("Metode", "Method"),
        words("Metode analisis; pls dan cb-sem dicadangkan.", "Method of analysis; pls and cb-sem are reserved."),
    )
    .default("\"regression\""),
    Key::new(
        "conventions",
        Value::List(&Value::Words(&NAMES)),
        words("Konvensi", "Conventions"),
        words(
            "Himpunan konvensi yang diikuti; yang disebut belakangan menang.",
            "Sets of conventions to follow; later ones win.",
        ),
    ),
    Key::new(
        "alpha",
        Value::Number(Range::SHARE),
        words("Taraf signifikansi", "Level of significance"),
        words(
            "Taraf signifikansi semua uji, misalnya 0.05 (bukan 5).",
            "Level of significance of all tests, such as 0.05 (not 5).",
        ),
    )
    .default("0.05"),
    Key::new(
        "tails",
        Value::Numbers(&[1, 2]),
        words("Sisi uji", "Tails"),
        words(
            "1: uji t dan korelasi klaim bertanda satu sisi; 2: dua sisi.",
            "1: t tests and correlations of signed claims are one-tailed; 2: two-tailed.",
        ),
    )
    .default("2"),
    Key::new(
        "validity",
        Value::Map(&VALIDITY),
        words("Validitas", "Validity"),
        words("Cara validitas butir diputuskan.", "How the validity of items is decided."),
    ),
    Key::new(
        "invalid_items",
        Value::Words(&["keep", "drop"]),
        words("Butir tidak valid", "Invalid items"),
        words(
            "keep: tetap dipakai dan disebut; drop: dikeluarkan satu per satu, yang terburuk lebih dahulu.",
            "keep: kept and named; drop: dropped one by one, the worst first.",
        ),
    )
    .default("\"keep\""),
    Key::new(
        "reliability",
        Value::Map(&RELIABILITY),
        words("Reliabilitas", "Reliability"),
        words("Cara reliabilitas diputuskan.", "How reliability is decided."),
    ),
    Key::new(
        "normality",
        Value::List(&Value::Words(&[
            "kolmogorov-smirnov",
            "kolmogorov-smirnov-asymptotic",
            "monte-carlo",
            "shapiro-wilk",
            "jarque-bera",
            "skewness-kurtosis",
            "anderson-darling",
        ])),
        words("Uji normalitas", "Tests of normality"),
        words("Uji normalitas residual.", "Tests of normality of the residuals."),
    )
    .default("[\"kolmogorov-smirnov\"]"),
    Key::new(
        "heteroscedasticity",
        Value::List(&Value::Words(&["glejser", "breusch-pagan", "koenker", "white", "park", "spearman"])),
        words("Uji heteroskedastisitas", "Tests of heteroscedasticity"),
        words("Uji heteroskedastisitas residual.", "Tests of heteroscedasticity of the residuals."),
    )
    .default("[\"glejser\"]"),
    Key::new(
        "multicollinearity",
        Value::Map(&MULTICOLLINEARITY),
        words("Multikolinearitas", "Multicollinearity"),
        words("Batas multikolinearitas.", "Limit of multicollinearity."),
    ),
    Key::new(
        "autocorrelation",
        Value::List(&Value::Words(&["durbin-watson", "runs", "breusch-godfrey"])),
        words("Uji autokorelasi", "Tests of autocorrelation"),
        words(
            "Uji autokorelasi; data satu waktu biasanya tidak memerlukannya.",
            "Tests of autocorrelation; data of one point in time usually need none.",
        ),
    )
    .default("[]"),
    Key::new(
        "linearity",
        Value::List(&Value::Words(&["deviation", "ramsey-reset", "lagrange-multiplier"])),
        words("Uji linearitas", "Tests of linearity"),
        words("Uji linearitas hubungan.", "Tests of linearity."),
    )
    .default("[]"),
    Key::new(
        "if_violated",
        Value::Either(&[Value::Words(&["report"]), Value::Map(&IF_VIOLATED)]),
        words("Bila asumsi dilanggar", "If an assumption is violated"),
        words(
            "report: dilaporkan sebagai keterbatasan; atau peta obat menurut asumsinya.",
            "report: reported as a limitation; or a map of remedies by assumption.",
        ),
    )
    .default("\"report\""),
    Key::new(
        "mediation",
        Value::Map(&MEDIATION),
        words("Mediasi", "Mediation"),
        words("Cara pengaruh tidak langsung diuji.", "How indirect effects are tested."),
    ),
    Key::new(
        "groups",
        Value::Words(&["auto", "student", "welch", "rank"]),
        words("Uji beda kelompok", "Test of groups"),
        words(
            "auto: dipilih menurut normalitas dan homogenitas; semua varian tetap dihitung.",
            "auto: chosen by normality and homogeneity; all variants are computed anyway.",
        ),
    )
    .default("\"auto\""),
    Key::new(
        "paired",
        Value::Words(&["auto", "t", "rank"]),
        words("Uji berpasangan", "Test of pairs"),
        words("auto: t bila selisihnya normal, selain itu Wilcoxon.", "auto: t if the differences are normal, else Wilcoxon."),
    )
    .default("\"auto\""),
    Key::new(
        "association",
        Value::Words(&["auto", "pearson", "spearman", "kendall"]),
        words("Koefisien hubungan", "Coefficient of association"),
        words(
            "auto: Pearson bila kedua skor normal, selain itu Spearman.",
            "auto: Pearson if both scores are normal, else Spearman.",
        ),
    )
    .default("\"auto\""),
    Key::new(
        "gain",
        Value::Map(&GAIN),
        words("Peningkatan", "Gain"),
        words("Kategori N-gain untuk klaim berpasangan.", "Bands of the normalized gain of paired claims."),
    ),
    Key::new(
        "outliers",
        Value::Words(&["report", "exclude"]),
        words("Pencilan", "Outliers"),
        words("report: disebut; exclude: dikeluarkan.", "report: named; exclude: dropped."),
    )
    .default("\"report\""),
];

const VALIDITY: Map = Map::new(
    "validity",
    &[
        Key::new(
            "method",
            Value::Words(&["corrected", "pearson"]),
            words("Korelasi", "Correlation"),
            words(
                "corrected: korelasi butir dengan jumlah butir lain (Corrected Item-Total Correlation); pearson: dengan jumlah \
             semua butir.",
                "corrected: item with the sum of the other items (Corrected Item-Total Correlation); pearson: with the sum of \
             all items.",
            ),
        )
        .default("\"corrected\""),
        Key::new(
            "critical",
            Value::Either(&[Value::Words(&["r-table", "significance"]), Value::Number(Range::SHARE)]),
            words("Pembanding", "Compared with"),
            words(
                "r-table: r tabel; significance: p di bawah alpha; atau angka seperti 0.30.",
                "r-table: r of the table; significance: p below alpha; or a number such as 0.30.",
            ),
        )
        .default("\"r-table\""),
        Key::new(
            "df",
            Value::Words(&["n-2", "n"]),
            words("Baris r tabel", "Row of the r table"),
            words(
                "n-2: derajat bebas n − 2; n: tabel derajat bebas dibaca pada n.",
                "n-2: degrees of freedom n − 2; n: a table of degrees of freedom read at n.",
            ),
        )
        .default("\"n-2\""),
    ],
);

const RELIABILITY: Map = Map::new(
    "reliability",
    &[
        Key::new(
            "method",
            Value::Words(&["cronbach"]),
            words("Koefisien", "Coefficient"),
            words("Koefisien reliabilitas.", "Coefficient of reliability."),
        )
        .default("\"cronbach\""),
        Key::new(
            "minimum",
            Value::Number(Range { from: Some(0.0), below: Some(1.0), ..Range::ANY }),
            words("Batas terendah", "Minimum"),
            words(
                "Reliabel bila koefisiennya sekurang-kurangnya ini, misalnya 0.60 atau 0.70.",
                "Reliable if the coefficient is at least this, such as 0.60 or 0.70.",
            ),
        )
        .default("0.7"),
    ],
);

const MULTICOLLINEARITY: Map = Map::new(
    "multicollinearity",
    &[Key::new(
        "vif",
        Value::Number(Range { above: Some(1.0), ..Range::ANY }),
        words("Batas VIF", "Limit of the VIF"),
        words("Multikolinearitas bila VIF mencapai ini.", "Multicollinearity if a VIF reaches this."),
    )
    .default("10")],
);

const IF_VIOLATED: Map = Map::new(
    "if_violated",
    &[
        Key::new(
            "normality",
            Value::Words(&["report", "bootstrap", "transform", "rank"]),
            words("Residual tidak normal", "Residuals not normal"),
            words(
                "report: dilaporkan; bootstrap: selang bootstrap; transform: variabel terikat ditransformasi menurut kemencengan residualnya; \
             rank: regresi atas peringkat.",
                "report: reported; bootstrap: bootstrap intervals; transform: the outcome transformed by the skew of its residuals; \
             rank: a regression of ranks.",
            ),
        )
        .default("\"report\""),
        Key::new(
            "heteroscedasticity",
            Value::Words(&["report", "hc3"]),
            words("Heteroskedastisitas", "Heteroscedasticity"),
            words("report: dilaporkan; hc3: galat baku tegar.", "report: reported; hc3: robust standard errors."),
        )
        .default("\"report\""),
    ],
);

const MEDIATION: Map = Map::new(
    "mediation",
    &[
        Key::new(
            "decides",
            Value::Words(&["percentile", "bca", "sobel"]),
            words("Yang memutuskan", "What decides"),
            words(
                "Selang bootstrap persentil, selang bootstrap BCa, atau uji Sobel; yang lain dicetak di sampingnya.",
                "Percentile bootstrap interval, BCa bootstrap interval, or Sobel's test; the others are printed beside it.",
            ),
        )
        .default("\"percentile\""),
        Key::new(
            "resamples",
            Value::Either(&[Value::Numbers(&[0]), Value::Whole(Range::between(100.0, 1_000_000.0))]),
            words("Sampel bootstrap", "Bootstrap resamples"),
            words(
                "Banyaknya sampel bootstrap: 0 (tanpa bootstrap) atau 100 sampai 1000000.",
                "Number of bootstrap resamples: 0 (no bootstrap) or 100 to 1000000.",
            ),
        )
        .default("10000"),
        Key::new(
            "seed",
            Value::Whole(Range::COUNT),
            words("Benih acak", "Seed"),
            words(
                "Benih bilangan acak; benih yang sama memberi angka yang sama.",
                "Seed of the random numbers; the same seed gives the same figures.",
            ),
        )
        .default("1"),
    ],
);

const GAIN: Map = Map::new(
    "gain",
    &[Key::new(
        "bands",
        Value::Words(&["hake", "percent"]),
        words("Kategori", "Bands"),
        words(
            "hake: rendah, sedang, tinggi (0,3 dan 0,7); percent: tafsiran persentase.",
            "hake: low, medium, high (0.3 and 0.7); percent: by percentage.",
        ),
    )],
);
