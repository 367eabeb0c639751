//! The keys of `batch.yaml`.

use super::{Key, Map, Named, Range, STUDY, Value, words};

/// `batch.yaml`: one study and its units.
pub const BATCH: Map = Map::new("batch", KEYS).one_of(&[&["by"], &["units"]]);

const KEYS: &[Key] = &[
    Key::new(
        "study",
        Value::Plain,
        words("Berkas studi", "Study file"),
        words("Berkas studi yang berlaku untuk semua unit.", "The study that holds for all units."),
    )
    .required()
    .examples(&["\"study.yaml\""]),
    Key::new(
        "by",
        Value::Plain,
        words("Kolom unit", "Column of units"),
        words(
            "Kolom data yang membedakan unit; tanpa kunci ini setiap unit menyebut data.file sendiri.",
            "The column of the survey that tells the units apart; without it each unit names its own data.file.",
        ),
    )
    .examples(&["\"dinas\""]),
    Key::new(
        "summary",
        Value::Map(&SUMMARY),
        words("Rekapitulasi", "Summary"),
        words("Laporan atas semua unit.", "The report over all units."),
    ),
    Key::new(
        "units",
        Value::Named(&UNITS),
        words("Unit", "Units"),
        words(
            "Nama unit (isi kolom by) dan kunci studi yang berlaku untuknya saja: peta digabung, daftar dan nilai menggantikan, isi kosong menghapus.",
            "Names of units (values of the column by), each with keys of the study that hold for it alone: maps merge, lists and values replace, an empty value takes away.",
        ),
    ),
];

const UNITS: Named = Named { names: None, not_empty: false, of: Value::Map(&STUDY) };

const SUMMARY: Map = Map::new(
    "summary",
    &[
        Key::new("title", Value::Text, words("Judul", "Title"), words("Judul rekapitulasi.", "Title of the summary.")),
        Key::new(
            "minimum_n",
            Value::Whole(Range::COUNT),
            words("Responden paling sedikit", "Fewest respondents"),
            words(
                "Unit dengan responden lebih sedikit disebut tanpa hasilnya.",
                "Units with fewer respondents are named without their results.",
            ),
        )
        .default("0"),
        Key::new(
            "earlier",
            Value::List(&Value::Plain),
            words("Periode lalu", "Earlier periods"),
            words(
                "Folder hasil periode sebelumnya, yang paling lama lebih dahulu.",
                "Folders of outputs of earlier periods, the earliest first.",
            ),
        ),
        Key::new(
            "averages",
            Value::Flag,
            words("Rata-rata antarunit", "Average of units"),
            words(
                "Rata-rata antarunit di samping hasil seluruh responden.",
                "The average of the units beside the result of all respondents.",
            ),
        )
        .default("false"),
    ],
);
