//! The keys of variables, scales, scores, dimensions, indicators and items.

use super::{CODE, Form, Key, Map, Named, Range, Value, words};

pub(super) const VARIABLE: Map = Map::new("variable", KEYS).one_of(&[
    &["name", "indicators"],
    &["name", "dimensions"],
    &["name", "column"],
    &["name", "appraisal"],
    &["uses"],
]);

const KEYS: &[Key] = &[
    Key::new(
        "name",
        Value::Text,
        words("Nama", "Name"),
        words(
            "Nama variabel seperti tercetak. Wajib kecuali model pengukuran memberikannya.",
            "Name of the variable as printed. Required unless a measurement model gives it.",
        ),
    ),
    Key::new(
        "abbreviation",
        Value::Text,
        words("Singkatan", "Abbreviation"),
        words("Singkatan yang dipakai dalam tabel, misalnya OCB.", "Short form used in tables, such as OCB."),
    ),
    Key::new(
        "definition",
        Value::Text,
        words("Definisi operasional", "Operational definition"),
        words("Definisi operasional dalam satu kalimat.", "The operational definition in one sentence."),
    ),
    Key::new(
        "source",
        Value::Text,
        words("Sumber", "Source"),
        words(
            "Sumber definisi atau instrumen, misalnya Organ (1988).",
            "Source of definition or instrument, such as Organ (1988).",
        ),
    ),
    Key::new(
        "uses",
        Value::ModelName,
        words("Model pengukuran", "Measurement model"),
        words(
            "Model pengukuran yang memberi nama, indikator, dan butir (lihat: bab4 models); kunci di sampingnya \
             mengalahkan milik model.",
            "A measurement model that gives name, indicators and items (see: bab4 models); keys beside it win over the \
             model's.",
        ),
    ),
    Key::new(
        "scale",
        Value::Map(&SCALE),
        words("Skala", "Scale"),
        words("Skala variabel ini, bila lain dari skala studi.", "The scale of this variable, where it is not the study's."),
    ),
    Key::new(
        "columns",
        Value::Either(&[Value::Formed(&COLUMNS), Value::List(&Value::Plain)]),
        words("Kolom butir", "Columns of the items"),
        words(
            "Kolom butir-butirnya: pola dengan {i}, rentang huruf kolom, atau daftar judul. Bawaan: kolom dicari menurut \
             kode butir (X1.1), lalu menurut pernyataannya.",
            "The columns of its items: a pattern with {i}, a range of column letters, or a list of headers. By default \
             found by the code of the item (X1.1), then by its statement.",
        ),
    )
    .examples(&["KOM{i}", "F:N"]),
    Key::new(
        "score",
        Value::Either(&[Value::Words(&["sum", "mean"]), Value::Map(&SCORE)]),
        words("Skor", "Score"),
        words(
            "Cara jawaban menjadi skor: jumlah (sum) atau rata-rata (mean), atau peta bila perlu lebih rinci.",
            "How answers become a score: sum or mean, or a map for more.",
        ),
    )
    .default("\"sum\""),
    Key::new(
        "indicators",
        Value::Some(&Value::Either(&[Value::Plain, Value::Map(&INDICATOR)])),
        words("Indikator", "Indicators"),
        words(
            "Indikator menurut urutan butirnya di kuesioner. Indikator tanpa items adalah satu butir.",
            "The indicators in the order of their items in the questionnaire. An indicator without items is one item.",
        ),
    ),
    Key::new(
        "dimensions",
        Value::Named(&DIMENSIONS),
        words("Dimensi", "Dimensions"),
        words(
            "Dimensi menurut kodenya, masing-masing dengan indikatornya; dalam klaim disebut X.BP.",
            "The dimensions by code, each with its indicators; in claims they are X.BP.",
        ),
    ),
    Key::new(
        "column",
        Value::Plain,
        words("Kolom tunggal", "Its one column"),
        words(
            "Judul kolom, untuk variabel yang nilainya sudah jadi (nilai ujian, persentase kehadiran); tanpa indikator.",
            "Header of its column, for a variable that is a ready number (a mark, a percentage); without indicators.",
        ),
    ),
    Key::new(
        "range",
        Value::Pair,
        words("Rentang", "Range"),
        words(
            "Nilai terendah dan tertinggi yang mungkin pada kolom itu, misalnya [0, 100].",
            "Lowest and highest possible value of that column, such as [0, 100].",
        ),
    ),
    Key::new(
        "points_by",
        Value::Plain,
        words("Poin menurut", "Points by"),
        words(
            "Kolom yang isinya menentukan poin mana yang berlaku, misalnya jenis_jabatan.",
            "The column whose words decide which points hold, such as jenis_jabatan.",
        ),
    ),
    Key::new(
        "appraisal",
        Value::Map(&APPRAISAL),
        words("Penilaian kinerja", "Appraisal"),
        words(
            "Predikat kinerja dari dua penilaian, misalnya {rule: permenpan-6-2022, results: hasil, behavior: perilaku}.",
            "The predicate of performance from two ratings, such as {rule: permenpan-6-2022, results: hasil, behavior: perilaku}.",
        ),
    ),
];

const APPRAISAL: Map = Map::new(
    "appraisal",
    &[
        Key::new(
            "rule",
            Value::Words(&["pp-46-2011", "pp-30-2019", "permenpan-6-2022"]),
            words("Aturan", "Rule"),
            words("Peraturan yang dipakai.", "The regulation."),
        )
        .required(),
        Key::new(
            "results",
            Value::Plain,
            words("Hasil kerja", "Results"),
            words("Kolom penilaian hasil kerja (permenpan-6-2022).", "Column of the rating of results (permenpan-6-2022)."),
        ),
        Key::new(
            "targets",
            Value::Plain,
            words("Nilai SKP", "Value of targets"),
            words("Kolom nilai SKP (pp-46-2011, pp-30-2019).", "Column of the value of targets (pp-46-2011, pp-30-2019)."),
        ),
        Key::new(
            "behavior",
            Value::Plain,
            words("Perilaku kerja", "Behaviour"),
            words("Kolom perilaku kerja: penilaian atau nilainya.", "Column of behaviour: its rating or its value."),
        )
        .required(),
        Key::new(
            "idea",
            Value::Plain,
            words("Ide baru", "New idea"),
            words(
                "Kolom Ya/Tidak: ada ide baru yang bermanfaat (pp-30-2019).",
                "Column Ya/Tidak: a new idea of use (pp-30-2019).",
            ),
        ),
        Key::new(
            "peers",
            Value::Flag,
            words("Rekan dan bawahan", "Peers"),
            words(
                "true: pendapat rekan dan bawahan ikut dinilai, sehingga bobotnya 60/40 (pp-30-2019).",
                "true: peers and subordinates were asked too, which makes the weights 60/40 (pp-30-2019).",
            ),
        )
        .default("false"),
    ],
);

const COLUMNS: Form = Form {
    pattern: r"\{i\}|^\s*[A-Za-z]{1,3}\s*:\s*[A-Za-z]{1,3}\s*$",
    words: words(
        "Pola dengan {i} seperti KOM{i}, rentang seperti F:N, atau daftar judul kolom.",
        "A pattern with {i} such as KOM{i}, a range such as F:N, or a list of headers.",
    ),
};

const SCALE: Map = Map::new("scale", SCALE_KEYS);

pub(super) const SCALE_KEYS: &[Key] = &[
    Key::new(
        "min",
        Value::Whole(Range::ANY),
        words("Jawaban terendah", "Lowest answer"),
        words("Angka jawaban terendah, biasanya 1.", "Number of the lowest answer, usually 1."),
    )
    .examples(&["1"]),
    Key::new(
        "max",
        Value::Whole(Range::ANY),
        words("Jawaban tertinggi", "Highest answer"),
        words("Angka jawaban tertinggi, misalnya 5.", "Number of the highest answer, such as 5."),
    )
    .examples(&["5"]),
    Key::new(
        "labels",
        Value::List(&Value::Text),
        words("Label jawaban", "Words of the answers"),
        words(
            "Satu kata untuk setiap jawaban dari min sampai max; perlu bila jawaban dalam data berupa kata.",
            "One word for each answer from min to max; needed if the answers in the data are words.",
        ),
    ),
    Key::new(
        "abbreviations",
        Value::List(&Value::Text),
        words("Singkatan jawaban", "Short forms of the answers"),
        words(
            "Singkatan setiap jawaban untuk judul tabel: STS, TS, N, S, SS.",
            "Short form of each answer for the heads of tables: STS, TS, N, S, SS.",
        ),
    ),
    Key::new(
        "categories",
        Value::Either(&[Value::List(&Value::Text), Value::Named(&BANDS)]),
        words("Kategori rata-rata", "Bands of the mean"),
        words(
            "Nama kategori dari yang terendah, dengan lebar yang sama; atau peta nama dan nilai terendahnya.",
            "Names of the bands from the lowest, of equal width; or a map of names and their lowest values.",
        ),
    )
    .default("[\"sangat rendah\", \"rendah\", \"cukup\", \"tinggi\", \"sangat tinggi\"]"),
];

const BANDS: Named = Named { names: None, not_empty: false, of: Value::Number(Range::ANY) };

const SCORE: Map = Map::new(
    "score",
    &[
        Key::new(
            "by",
            Value::Words(&["sum", "mean"]),
            words("Jumlah atau rata-rata", "Sum or mean"),
            words("sum: jumlah; mean: rata-rata.", "sum or mean."),
        )
        .default("\"sum\""),
        Key::new(
            "of",
            Value::Words(&["items", "dimensions"]),
            words("Dari apa", "Of what"),
            words(
                "items: dari butir; dimensions: dari skor dimensi.",
                "items: of the items; dimensions: of the scores of the dimensions.",
            ),
        )
        .default("\"items\""),
        Key::new(
            "weights",
            Value::Either(&[Value::Words(&["equal"]), Value::Named(&WEIGHTS)]),
            words("Bobot", "Weights"),
            words("equal, atau peta kode butir dan bobotnya.", "equal, or a map of item codes and weights."),
        )
        .default("\"equal\""),
        Key::new(
            "times",
            Value::Number(Range::POSITIVE),
            words("Pengali", "Factor"),
            words(
                "Skor dikalikan dengan ini, misalnya 25 untuk indeks 25–100.",
                "The score is multiplied by this, such as 25 for an index of 25–100.",
            ),
        )
        .default("1"),
        Key::new(
            "minimum_answered",
            Value::Number(Range { above: Some(0.0), to: Some(1.0), ..Range::ANY }),
            words("Bagian minimal yang dijawab", "Least share answered"),
            words("Bagian butir yang harus dijawab agar skor dihitung.", "Share of the items that must be answered for a score."),
        )
        .default("1"),
        Key::new(
            "msi",
            Value::Flag,
            words("Interval berurutan", "Successive intervals"),
            words(
                "Ubah jawaban ke skala interval dengan metode interval berurutan (MSI).",
                "Turn answers into an interval scale by the method of successive intervals (MSI).",
            ),
        )
        .default("false"),
    ],
);

const WEIGHTS: Named = Named { names: None, not_empty: false, of: Value::Number(Range::POSITIVE) };

const DIMENSIONS: Named = Named { names: Some(&CODE), not_empty: false, of: Value::Map(&DIMENSION) };

const DIMENSION: Map = Map::new(
    "dimension",
    &[
        Key::new(
            "name",
            Value::Text,
            words("Nama", "Name"),
            words("Nama dimensi seperti tercetak.", "Name of the dimension as printed."),
        ),
        Key::new(
            "definition",
            Value::Text,
            words("Definisi", "Definition"),
            words("Definisi dimensi.", "Definition of the dimension."),
        ),
        Key::new(
            "indicators",
            Value::Some(&Value::Either(&[Value::Plain, Value::Map(&INDICATOR)])),
            words("Indikator", "Indicators"),
            words("Indikator dimensi ini.", "The indicators of this dimension."),
        ),
    ],
);

const INDICATOR: Map = Map::new(
    "indicator",
    &[
        Key::new(
            "name",
            Value::Text,
            words("Nama", "Name"),
            words("Nama indikator seperti tercetak.", "Name of the indicator as printed."),
        )
        .required(),
        Key::new(
            "items",
            Value::Some(&Value::Either(&[Value::Plain, Value::Map(&ITEM)])),
            words("Butir", "Items"),
            words(
                "Butir-butir indikator ini. Tanpa kunci ini, indikator adalah satu butir dan boleh memuat kunci butir.",
                "The items of this indicator. Without it the indicator is one item and may hold the keys of one.",
            ),
        ),
        STATEMENT,
        ITEM_CODE,
        COLUMN,
        REVERSE,
        REVERSE_CHECKED,
        LABELS,
        POINTS,
        POINTS_FROM,
    ],
);

const ITEM: Map = Map::new("item", &[STATEMENT, ITEM_CODE, COLUMN, REVERSE, REVERSE_CHECKED, LABELS, POINTS, POINTS_FROM]);

const POINTS_OF: Named = Named {
    names: None,
    not_empty: false,
    of: Value::Either(&[Value::Number(Range { from: Some(0.0), ..Range::ANY }), Value::Named(&POINTS_BY)]),
};
const POINTS_BY: Named = Named { names: None, not_empty: false, of: Value::Number(Range { from: Some(0.0), ..Range::ANY }) };
const POINTS: Key = Key::new(
    "points",
    Value::Named(&POINTS_OF),
    words("Poin", "Points"),
    words(
        "Poin tiap isi catatan, misalnya {S2: 20, S1: 15}; satu per kelompok bila variabelnya memiliki points_by.",
        "Points of what is recorded, such as {S2: 20, S1: 15}; one a group where the variable has points_by.",
    ),
);
const POINTS_FROM: Key = Key::new(
    "points_from",
    Value::Named(&POINTS_OF),
    words("Poin angka", "Points of numbers"),
    words(
        "Poin menurut angka terendahnya, misalnya {91: 30, 76: 25, 0: 1}.",
        "Points by the lowest number, such as {91: 30, 76: 25, 0: 1}.",
    ),
);

/// A code may be written as the numbering writes it, `X1.1`.
const CODE_OF_ITEM: Form = Form {
    pattern: "^[A-Za-z][A-Za-z0-9_.]*$",
    words: words(
        "Kode butir terdiri atas huruf, angka, titik, dan garis bawah, diawali huruf.",
        "The code of an item has letters, digits, dots and underscores and begins with a letter.",
    ),
};

const STATEMENT: Key = Key::new(
    "statement",
    Value::Text,
    words("Pernyataan", "Statement"),
    words(
        "Pernyataan seperti di kuesioner; kolom dapat ditemukan menurut pernyataan ini.",
        "The statement as in the questionnaire; its column can be found by it.",
    ),
);
const ITEM_CODE: Key = Key::new(
    "code",
    Value::Formed(&CODE_OF_ITEM),
    words("Kode butir", "Code of the item"),
    words(
        "Kode butir; bawaan: kode variabel dan nomor, X1.1.",
        "Code of the item; by default code of the variable and number, X1.1.",
    ),
);
const COLUMN: Key = Key::new(
    "column",
    Value::Plain,
    words("Kolom", "Column"),
    words("Judul kolom butir ini.", "Header of the column of this item."),
);
const REVERSE: Key = Key::new(
    "reverse",
    Value::Flag,
    words("Butir negatif", "Reversed"),
    words(
        "true: pernyataan negatif, jawabannya dibalik (5 menjadi 1).",
        "true: worded negatively, its answers are reversed (5 becomes 1).",
    ),
)
.default("false");
const REVERSE_CHECKED: Key = Key::new(
    "reverse_checked",
    Value::Flag,
    words("Arah sudah diperiksa", "Direction was checked"),
    words(
        "true: arah butir ini sudah diperiksa; peringatan korelasi negatif tidak diulang.",
        "true: the direction of this item was checked; the warning of a negative correlation is not repeated.",
    ),
)
.default("false");
const LABELS: Key = Key::new(
    "labels",
    Value::List(&Value::Text),
    words("Label jawaban", "Words of its answers"),
    words(
        "Label jawaban khusus butir ini, sebanyak jawaban pada skala.",
        "Words for the answers of this item alone, as many as the scale has answers.",
    ),
);
