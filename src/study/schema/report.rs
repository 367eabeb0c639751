//! The keys of `report`.

use super::{Key, Map, Named, PATH, Range, Value, words};

pub(super) const REPORT: Map = Map::new("report", KEYS);

const KEYS: &[Key] = &[
    Key::new(
        "template",
        Value::Suggested(&["bab-iv", "bab-iii", "skm", "prepost", "ip-asn", "lkjip"]),
        words("Jenis laporan", "Kind of report"),
        words("Jenis laporan.", "Kind of report."),
    )
    .default("\"bab-iv\""),
    Key::new(
        "outline",
        Value::Suggested(&["udinus", "hasil-pembahasan", "huruf", "bab-terpisah"]),
        words("Susunan", "Outline"),
        words("Urutan bagian bab.", "Order of the sections."),
    )
    .default("\"udinus\""),
    Key::new(
        "chapter",
        Value::Whole(Range::between(1.0, 99.0)),
        words("Nomor bab", "Chapter number"),
        words("Nomor bab, dipakai dalam nomor tabel: Tabel 4.1.", "Number of the chapter, used in numbers of tables: Tabel 4.1."),
    )
    .default("4"),
    Key::new(
        "numerals",
        Value::Words(&["arabic", "roman"]),
        words("Angka bab", "Numerals"),
        words("Judul bab dengan angka Arab atau Romawi.", "Arabic or Roman numeral in the chapter's heading."),
    )
    .default("\"arabic\""),
    Key::new(
        "source_note",
        Value::Text,
        words("Sumber tabel", "Source of tables"),
        words(
            "Keterangan sumber di bawah tabel, misalnya Data primer yang diolah, 2025.",
            "Source line below tables, such as Data primer yang diolah, 2025.",
        ),
    ),
    Key::new(
        "overview",
        Value::Formed(&PATH),
        words("Gambaran umum", "Overview"),
        words(
            "Berkas Markdown berisi gambaran umum objek penelitian, dari Anda.",
            "Markdown file with your overview of the object of study.",
        ),
    )
    .examples(&["gambaran-umum.md"]),
    Key::new(
        "bibliography",
        Value::Formed(&PATH),
        words("Daftar pustaka", "Bibliography"),
        words("Berkas pustaka.", "Bibliography file."),
    )
    .examples(&["pustaka.bib"]),
    Key::new(
        "italic",
        Value::List(&Value::Plain),
        words("Kata miring", "Words in italics"),
        words(
            "Kata atau frasa asing yang dicetak miring di mana pun muncul.",
            "Words or phrases set in italics wherever they stand.",
        ),
    ),
    Key::new(
        "style",
        Value::Map(&STYLE),
        words("Gaya", "Style"),
        words("Gaya angka dan keterangan gambar.", "Style of numbers and captions."),
    ),
    Key::new(
        "discussion",
        Value::Named(&FILES),
        words("Pembahasan sendiri", "Discussion of your own"),
        words(
            "Berkas naskah yang menggantikan pembahasan suatu bagian: nama bagian dan berkasnya.",
            "Files of text in place of the discussion of a section: section and file.",
        ),
    ),
    Key::new(
        "additions",
        Value::Named(&FILES),
        words("Tambahan", "Additions"),
        words(
            "Berkas naskah yang ditambahkan pada suatu bagian: nama bagian dan berkasnya.",
            "Files of text added to a section: section and file.",
        ),
    ),
    Key::new(
        "appendices",
        Value::List(&Value::Words(&["data", "import", "output", "questionnaire", "critical-values", "syntax", "provenance"])),
        words("Lampiran", "Appendices"),
        words(
            "Lampiran yang disertakan, menurut urutannya: jawaban, pembacaan data, keluaran uji, kuesioner, nilai tabel, sintaks, asal-usul.",
            "Appendices to include, in this order: answers, how the data were read, output of the tests, questionnaire, table values, syntax, provenance.",
        ),
    ),
    Key::new(
        "earlier",
        Value::List(&Value::Map(&EARLIER)),
        words("Periode sebelumnya", "Earlier periods"),
        words("Nilai indeks periode sebelumnya, untuk perbandingan.", "Index of earlier periods, to compare with."),
    ),
    Key::new(
        "plan",
        Value::List(&Value::Map(&PLAN)),
        words("Rencana tindak lanjut", "Plan of improvement"),
        words("Rencana perbaikan per unsur.", "What is to be improved, item by item."),
    ),
];

const FILES: Named = Named { names: None, not_empty: false, of: Value::Formed(&PATH) };

const STYLE: Map = Map::new(
    "style",
    &[
        Key::new(
            "p",
            Value::Words(&["spss", "apa"]),
            words("Nilai p", "p values"),
            words("spss: ,000; apa: < ,001.", "spss: ,000; apa: < ,001."),
        )
        .default("\"spss\""),
        Key::new(
            "leading_zero",
            Value::Words(&["spss", "full"]),
            words("Nol di depan koma", "Leading zero"),
            words(
                "spss: tanpa nol dalam tabel (,496); full: dengan nol (0,496).",
                "spss: without it in tables (,496); full: with it (0,496).",
            ),
        )
        .default("\"spss\""),
        Key::new(
            "figure_captions",
            Value::Words(&["below", "above"]),
            words("Letak judul gambar", "Captions of figures"),
            words("below: di bawah gambar; above: di atasnya.", "below or above the figure."),
        )
        .default("\"below\""),
        Key::new(
            "decimals",
            Value::Map(&DECIMALS),
            words("Desimal", "Decimals"),
            words("Banyaknya desimal menurut jenis angka.", "Number of decimals by kind of number."),
        ),
    ],
);

const DECIMAL_PLACES: Value = Value::Whole(Range::between(0.0, 10.0));

const DECIMALS: Map = Map::new(
    "decimals",
    &[
        Key::new(
            "statistic",
            DECIMAL_PLACES,
            words("Statistik", "Statistics"),
            words("B, galat baku, t, F, r, alpha, p.", "B, standard errors, t, F, r, alpha, p."),
        )
        .default("3"),
        Key::new(
            "percent",
            DECIMAL_PLACES,
            words("Persentase", "Percentages"),
            words("Persentase.", "Percentages, as in profile tables."),
        )
        .default("1"),
        Key::new(
            "mean",
            DECIMAL_PLACES,
            words("Rata-rata", "Means"),
            words("Rata-rata butir dan variabel.", "Means of items and variables."),
        )
        .default("3"),
        Key::new(
            "band",
            DECIMAL_PLACES,
            words("Batas kategori", "Band limits"),
            words("Batas kategori rata-rata.", "Limits of the bands of the mean."),
        )
        .default("2"),
        Key::new("score", DECIMAL_PLACES, words("Skor", "Scores"), words("Skor variabel.", "Scores of variables.")).default("2"),
        Key::new(
            "interval",
            DECIMAL_PLACES,
            words("Selang", "Intervals"),
            words("Ujung selang kepercayaan.", "Ends of confidence intervals."),
        )
        .default("4"),
    ],
);

const EARLIER: Map = Map::new(
    "earlier",
    &[
        Key::new(
            "period",
            Value::Text,
            words("Periode", "Period"),
            words("Periodenya, misalnya 2024.", "The period, such as 2024."),
        )
        .required(),
        Key::new("value", Value::Number(Range::ANY), words("Nilai", "Value"), words("Nilai indeksnya.", "Its index.")).required(),
    ],
);

const PLAN: Map = Map::new(
    "plan",
    &[
        Key::new(
            "item",
            Value::Plain,
            words("Unsur", "Item"),
            words("Kode butir yang diperbaiki.", "Code of the item to be improved."),
        )
        .required(),
        Key::new("action", Value::Text, words("Tindakan", "Action"), words("Apa yang dilakukan.", "What is to be done."))
            .required(),
        Key::new("time", Value::Text, words("Waktu", "Time"), words("Kapan.", "When.")),
        Key::new("owner", Value::Text, words("Penanggung jawab", "Owner"), words("Siapa.", "By whom.")),
    ],
);
