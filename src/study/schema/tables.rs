//! The keys of `descriptives`, `targets` and `matrix`.

use super::{Key, Map, Named, Range, Value, words};

pub(super) const DESCRIPTIVES: Map = Map::new(
    "descriptives",
    &[
        Key::new(
            "index",
            Value::Either(&[SCHEME, Value::Map(&INDEX)]),
            words("Angka indeks", "Index"),
            words(
                "Angka indeks tiap butir dalam persen: three-box (Ferdinand), tcr (tingkat capaian responden), ideal (persen skor ideal).",
                "Index of each item in per cent: three-box (Ferdinand), tcr (achievement of respondents), ideal (per cent of the ideal score).",
            ),
        ),
        Key::new(
            "crosstabs",
            Value::List(&Value::Map(&CROSSTAB)),
            words("Tabulasi silang", "Crosstabs"),
            words(
                "Pasangan yang ditabulasi silang: dua karakteristik, atau variabel menurut kategorinya dan karakteristik, misalnya {rows: Y, columns: jenis_kelamin}.",
                "Pairs to tabulate: two characteristics, or a variable by its bands and a characteristic, such as {rows: Y, columns: jenis_kelamin}.",
            ),
        ),
        Key::new(
            "by",
            Value::List(&Value::Plain),
            words("Menurut", "By"),
            words(
                "Karakteristik yang menurut nilainya rata-rata setiap variabel dan dimensi dirinci, misalnya [unit, jabatan].",
                "Characteristics per value of which the means of every variable and dimension are told, such as [unit, rank].",
            ),
        ),
        Key::new(
            "minimum_n",
            Value::Whole(Range::COUNT),
            words("n terendah", "Least n"),
            words(
                "Banyak orang terendah agar suatu kelompok diperbandingkan dalam kalimat (bawaan 5); yang lebih kecil ditandai.",
                "Fewest persons from which a group is compared in sentences (5 unless declared); smaller ones are marked.",
            ),
        ),
    ],
);

const CROSSTAB: Map = Map::new(
    "crosstab",
    &[
        Key::new("rows", Value::Plain, words("Baris", "Rows"), words("Kode yang menjadi baris.", "Code of what stands down."))
            .required(),
        Key::new(
            "columns",
            Value::Plain,
            words("Kolom", "Columns"),
            words("Kode yang menjadi kolom.", "Code of what stands across."),
        )
        .required(),
    ],
);

const SCHEME: Value = Value::Words(&["three-box", "tcr", "ideal"]);

const INDEX: Map = Map::new(
    "index",
    &[
        Key::new("by", SCHEME, words("Cara", "Scheme"), words("Cara menghitung indeks.", "How the index is computed."))
            .required(),
        Key::new(
            "categories",
            Value::Named(&LOWEST),
            words("Kategori", "Bands"),
            words(
                "Nama kategori dan indeks terendahnya (persen), dari yang terendah.",
                "Name of each band and its lowest index (per cent), lowest first.",
            ),
        ),
    ],
);

const LOWEST: Named = Named { names: None, not_empty: false, of: Value::Number(Range::ANY) };

pub(super) const TARGETS: Map = Map::new(
    "targets",
    &[
        Key::new(
            "title",
            Value::Text,
            words("Judul", "Title"),
            words("Judul tabel target dan realisasi.", "Caption of the table of targets and realization."),
        ),
        Key::new(
            "source",
            Value::Text,
            words("Sumber", "Source"),
            words("Sumber angkanya, misalnya LKjIP 2023.", "Where the figures come from, such as LKjIP 2023."),
        ),
        Key::new(
            "cap",
            Value::Number(Range { from: Some(100.0), ..Range::ANY }),
            words("Batas atas", "Cap"),
            words(
                "Capaian tertinggi yang dihitung dalam rata-rata (persen); capaian yang sebenarnya tetap dicetak.",
                "Highest achievement that counts in the mean (per cent); the real one is printed all the same.",
            ),
        )
        .examples(&["120"]),
        Key::new(
            "categories",
            Value::Named(&LOWEST),
            words("Kategori", "Bands"),
            words(
                "Nama kategori dan capaian terendahnya (persen); bawaan: skala LKjIP.",
                "Name of each band and its lowest achievement (per cent); by default those of annual reports.",
            ),
        ),
        Key::new(
            "indicators",
            Value::List(&Value::Map(&TARGET)),
            words("Indikator", "Indicators"),
            words("Indikator dengan target dan realisasinya.", "Indicators with target and realization."),
        )
        .required(),
        Key::new(
            "attendance",
            Value::Named(&LOWEST),
            words("Kehadiran", "Attendance"),
            words(
                "Persentase kehadiran tiap unit penanggung jawab, disandingkan dengan capaiannya.",
                "Attendance of each unit in per cent, set beside what it reached.",
            ),
        ),
    ],
);

const TARGET: Map = Map::new(
    "target_indicator",
    &[
        Key::new("name", Value::Text, words("Nama", "Name"), words("Nama indikator.", "Name of the indicator.")).required(),
        Key::new("goal", Value::Text, words("Sasaran", "Goal"), words("Sasaran strategisnya.", "The goal it belongs to.")),
        Key::new("unit", Value::Text, words("Satuan", "Unit"), words("Satuan angkanya.", "Unit of its numbers.")),
        Key::new(
            "direction",
            Value::Words(&["maximize", "minimize", "minimize-ratio"]),
            words("Arah", "Direction"),
            words(
                "maximize: makin besar makin baik (R/T); minimize: makin kecil makin baik ((2T − R)/T); minimize-ratio: T/R.",
                "maximize: more is better (R/T); minimize: less is better ((2T − R)/T); minimize-ratio: T/R.",
            ),
        )
        .default("\"maximize\""),
        Key::new(
            "target",
            Value::Either(&[Value::Number(Range::ANY), Value::Pair, Value::Named(&BY_PERIOD_TARGET)]),
            words("Target", "Target"),
            words(
                "Angka, rentang [terendah, tertinggi], atau satu per periode: {2022: 60, 2023: 63}.",
                "A number, a range [lowest, highest], or one a period: {2022: 60, 2023: 63}.",
            ),
        )
        .required(),
        Key::new(
            "realization",
            Value::Either(&[Value::Number(Range::ANY), Value::Plain, Value::Named(&REACHED)]),
            words("Realisasi", "Realization"),
            words(
                "Yang dicapai: angka, nama variabel yang rata-ratanya dipakai, atau satu per periode: {2022: 60.1, 2023: IP}.",
                "What was reached: a number, a variable whose mean is taken, or one a period: {2022: 60.1, 2023: IP}.",
            ),
        )
        .required(),
        Key::new(
            "final",
            Value::Either(&[Value::Number(Range::ANY), Value::Pair]),
            words("Target akhir", "Final target"),
            words("Target pada akhir Renstra.", "The target at the end of the strategic plan."),
        ),
        Key::new(
            "agency",
            Value::Plain,
            words("Unit penanggung jawab", "Unit"),
            words("Unit yang bertanggung jawab atas indikator ini.", "The unit that answers for this indicator."),
        ),
        Key::new(
            "budget",
            Value::Map(&BUDGET),
            words("Anggaran", "Budget"),
            words("Anggaran dan realisasinya.", "Money allocated and spent."),
        ),
        Key::new(
            "impact",
            Value::Map(&IMPACT),
            words("Dampak", "Impact"),
            words(
                "Dampak nyata (KBO) sebelum dan sesudah, misalnya {indicator: Waktu tunggu (hari), before: 14, after: 6}.",
                "What it changed, before and after, such as {indicator: Waiting time (days), before: 14, after: 6}.",
            ),
        ),
    ],
);

const BUDGET: Map = Map::new(
    "target_budget",
    &[
        Key::new(
            "allocated",
            Value::Number(Range { from: Some(0.0), ..Range::ANY }),
            words("Pagu", "Allocated"),
            words("Anggaran yang disediakan.", "Money allocated."),
        )
        .required(),
        Key::new(
            "spent",
            Value::Number(Range { from: Some(0.0), ..Range::ANY }),
            words("Terpakai", "Spent"),
            words("Anggaran yang terpakai.", "Money spent."),
        )
        .required(),
    ],
);

const IMPACT: Map = Map::new(
    "target_impact",
    &[
        Key::new(
            "indicator",
            Value::Text,
            words("Indikator dampak", "Indicator"),
            words("Yang diukur sebagai dampak.", "What is measured as impact."),
        )
        .required(),
        Key::new(
            "before",
            Value::Number(Range::ANY),
            words("Sebelum", "Before"),
            words("Nilainya sebelum.", "Its value before."),
        )
        .required(),
        Key::new("after", Value::Number(Range::ANY), words("Sesudah", "After"), words("Nilainya sesudah.", "Its value after."))
            .required(),
    ],
);

const REACHED: Named = Named { names: None, not_empty: false, of: Value::Either(&[Value::Number(Range::ANY), Value::Plain]) };

const BY_PERIOD_TARGET: Named =
    Named { names: None, not_empty: false, of: Value::Either(&[Value::Number(Range::ANY), Value::Pair]) };

pub(super) const MATRIX: Map = Map::new(
    "matrix",
    &[
        Key::new(
            "sources",
            Value::Text,
            words("Sumber", "Sources"),
            words(
                "Informan dan dokumen, misalnya enam informan, observasi dua minggu, dan Renstra 2019–2024.",
                "Informants and documents, such as six informants, two weeks of observation and the strategic plan.",
            ),
        ),
        Key::new(
            "rows",
            Value::List(&Value::Map(&ROW)),
            words("Baris", "Rows"),
            words("Temuan Anda untuk tiap indikator.", "Your findings on each indicator."),
        )
        .required(),
    ],
);

const ROW: Map = Map::new(
    "matrix_row",
    &[
        Key::new(
            "indicator",
            Value::Text,
            words("Indikator", "Indicator"),
            words(
                "Kode atau nama butir, dimensi, atau variabel yang dideklarasikan (survei lalu disandingkan), atau sebutan lain.",
                "Code or name of a declared item, dimension or variable (the survey is then set beside it), or other words.",
            ),
        )
        .required(),
        Key::new("interview", Value::Text, words("Wawancara", "Interview"), words("Temuan wawancara.", "What interviews say.")),
        Key::new("observation", Value::Text, words("Observasi", "Observation"), words("Temuan observasi.", "What was observed.")),
        Key::new("document", Value::Text, words("Dokumen", "Document"), words("Temuan dokumen.", "What documents say.")),
        Key::new(
            "conclusion",
            Value::Words(&["met", "partly", "not-met"]),
            words("Simpulan", "Conclusion"),
            words("met: sesuai; partly: sebagian sesuai; not-met: belum sesuai.", "met, partly or not-met."),
        )
        .required(),
        Key::new("note", Value::Text, words("Catatan", "Note"), words("Simpulan dengan kata-kata.", "The conclusion in words.")),
    ],
);
