//! The keys at the top of the study file, of `data`, `sampling` and `respondents`.

use super::analysis::ANALYSIS;
use super::claims::{HYPOTHESES, REGRESSIONS};
use super::office::OFFICE;
use super::report::REPORT;
use super::tables::{DESCRIPTIVES, MATRIX, TARGETS};
use super::variables::{SCALE_KEYS, VARIABLE};
use super::{CODE, Form, Key, Map, Named, PATH, Range, Value, words};

/// Every key of the study file.
pub static STUDY: Map = Map::new("study", KEYS).one_of(&[&["data", "variables"], &["targets"]]);

const STUDY_SCALE: Map = Map::new("scale", SCALE_KEYS).requires(&["min", "max"]);

const KEYS: &[Key] = &[
    Key::new(
        "title",
        Value::Text,
        words("Judul", "Title"),
        words(
            "Judul tesis, skripsi, atau laporan. Bila memuat titik dua, apit dengan tanda kutip.",
            "Title of the thesis or report. Put it in quotes if it holds a colon.",
        ),
    )
    .required(),
    Key::new("author", Value::Text, words("Penulis", "Author"), words("Nama penulis.", "Name of the author.")),
    Key::new(
        "institution",
        Value::Text,
        words("Institusi", "Institution"),
        words("Universitas atau lembaga penulis.", "University or body of the author."),
    ),
    Key::new(
        "object",
        Value::Text,
        words("Objek penelitian", "Object of study"),
        words(
            "Dinas, instansi, atau lokasi yang diteliti; disebut dalam kalimat bab.",
            "Agency or place that is studied; named in the sentences of the chapter.",
        ),
    ),
    Key::new(
        "period",
        Value::Text,
        words("Periode", "Period"),
        words("Periode yang dicakup data, misalnya Semester I 2025.", "Period the data cover, such as Semester I 2025."),
    ),
    Key::new(
        "office",
        Value::Map(&OFFICE),
        words("Instansi", "Office"),
        words(
            "Kop surat dan tanda tangan; dalam batch milik satu unit.",
            "Letterhead and signature; in a batch those of one unit.",
        ),
    ),
    Key::new("year", Value::Whole(Range::ANY), words("Tahun", "Year"), words("Tahun penelitian.", "Year of the study."))
        .examples(&["2025"]),
    Key::new(
        "language",
        Value::Words(&["id", "en"]),
        words("Bahasa laporan", "Language of the report"),
        words(
            "Bahasa bab dan pesan; --lang pada baris perintah mengalahkannya.",
            "Language of chapter and messages; --lang on the command line wins.",
        ),
    )
    .default("\"id\""),
    Key::new(
        "subjects",
        Value::Text,
        words("Sebutan responden", "What respondents are called"),
        words(
            "Siapa yang menjawab: pegawai, guru, peserta, pengguna layanan.",
            "Who answered: employees, teachers, participants, users of a service.",
        ),
    )
    .default("\"responden\""),
    Key::new(
        "data",
        Value::Map(&DATA),
        words("Data", "Data"),
        words(
            "Berkas jawaban kuesioner dan cara membacanya; wajib kecuali bila hanya ada targets.",
            "The file of survey answers and how it is read; needed unless there are targets alone.",
        ),
    ),
    Key::new(
        "population",
        Value::Whole(Range::COUNT),
        words("Populasi", "Population"),
        words("Banyaknya anggota populasi.", "Size of the population."),
    ),
    Key::new(
        "sampling",
        Value::Either(&[Value::Plain, Value::Map(&SAMPLING)]),
        words("Penyampelan", "Sampling"),
        words(
            "Cara sampel diambil: satu kata seperti census, atau peta dengan method dan margin.",
            "How the sample was taken: one word such as census, or a map with method and margin.",
        ),
    )
    .examples(&["census"]),
    Key::new(
        "scale",
        Value::Map(&STUDY_SCALE),
        words("Skala", "Scale"),
        words(
            "Skala jawaban semua butir; sebuah variabel boleh mempunyai skalanya sendiri.",
            "The scale of all items; a variable may have its own.",
        ),
    ),
    Key::new(
        "respondents",
        Value::Named(&RESPONDENTS),
        words("Karakteristik responden", "Characteristics of respondents"),
        words(
            "Kolom yang menggambarkan responden; masing-masing menjadi satu tabel profil, menurut urutan ini.",
            "Columns that describe the respondents; each becomes a profile table, in this order.",
        ),
    ),
    Key::new(
        "variables",
        Value::Named(&VARIABLES),
        words("Variabel", "Variables"),
        words(
            "Variabel penelitian menurut kodenya (X1, X2, Y). Kode dipakai dalam hipotesis dan nama kolom.",
            "The variables by their codes (X1, X2, Y). Codes are used in hypotheses and names of columns.",
        ),
    ),
    Key::new(
        "hypotheses",
        Value::Named(&HYPOTHESES),
        words("Hipotesis", "Hypotheses"),
        words(
            "Hipotesis menurut nomornya (H1, H2). Regresi disusun dari panah-panahnya.",
            "The hypotheses by number (H1, H2). Regressions are made from their arrows.",
        ),
    ),
    Key::new(
        "regressions",
        Value::Named(&REGRESSIONS),
        words("Regresi", "Regressions"),
        words(
            "Hanya bila panah hipotesis tidak cukup: di bawah kode variabel terikat, daftar prediktornya (menggantikan \
             yang dari panah); di bawah nama lain, regresi tambahan.",
            "Only where the arrows do not say it: under the code of an outcome the list of its predictors (in place of the \
             one from the arrows); under another name a further regression.",
        ),
    ),
    Key::new(
        "descriptives",
        Value::Map(&DESCRIPTIVES),
        words("Deskripsi tambahan", "Further descriptions"),
        words("Angka indeks dengan kategorinya sendiri dan tabulasi silang.", "An index with bands of its own, and crosstabs."),
    ),
    Key::new(
        "targets",
        Value::Map(&TARGETS),
        words("Target dan realisasi", "Targets and realization"),
        words(
            "Indikator kinerja dengan target dan realisasi per periode; capaian dan kategorinya dihitung.",
            "Performance indicators with target and realization by period; achievement and band are computed.",
        ),
    ),
    Key::new(
        "matrix",
        Value::Map(&MATRIX),
        words("Matriks kualitatif", "Qualitative matrix"),
        words(
            "Temuan wawancara, observasi, dan dokumen untuk tiap indikator, di samping survei.",
            "What interviews, observation and documents say of each indicator, beside the survey.",
        ),
    ),
    Key::new(
        "analysis",
        Value::Map(&ANALYSIS),
        words("Analisis", "Analysis"),
        words(
            "Pengujian dan batas-batasnya. Tanpa kunci ini berlaku kebiasaan skripsi dengan SPSS.",
            "Tests and their limits. Without it the usual ones of theses made with SPSS hold.",
        ),
    ),
    Key::new(
        "report",
        Value::Map(&REPORT),
        words("Laporan", "Report"),
        words(
            "Bentuk bab: susunan, nomor, sumber tabel, gaya angka, naskah Anda sendiri.",
            "The form of the chapter: order, number, source of tables, style of numbers, text of your own.",
        ),
    ),
];

const DATA: Map = Map::new("data", DATA_KEYS);

const DATA_KEYS: &[Key] = &[
    Key::new(
        "file",
        Value::Formed(&PATH),
        words("Berkas data", "Data file"),
        words(
            "Berkas jawaban (.csv atau .xlsx) di folder berkas studi; baris pertama judul kolom, satu baris satu responden.",
            "File of answers (.csv or .xlsx) in the folder of the study file; headers in the first row, one respondent a \
             row.",
        ),
    )
    .required()
    .examples(&["responses.csv", "responses.xlsx"]),
    Key::new(
        "sheet",
        Value::Plain,
        words("Lembar", "Sheet"),
        words(
            "Nama lembar buku kerja; bawaan: lembar pertama yang berisi.",
            "Name of a sheet of the workbook; by default the first that is not empty.",
        ),
    ),
    Key::new(
        "delimiter",
        Value::Words(&[",", ";", "|", "tab", "\t", "\\t"]),
        words("Tanda pemisah", "Delimiter"),
        words(
            "Tanda pemisah kolom CSV, hanya bila yang dikenali program salah.",
            "What separates the fields of a CSV, only to overrule what was detected.",
        ),
    ),
    Key::new(
        "decimal",
        Value::Words(&[",", "."]),
        words("Tanda desimal", "Decimal mark"),
        words(
            "Tanda desimal dalam berkas data, hanya bila yang dikenali program salah.",
            "The decimal mark of the data file, only to overrule what was detected.",
        ),
    ),
    Key::new(
        "encoding",
        Value::Plain,
        words("Pengodean", "Encoding"),
        words("Pengodean teks berkas CSV.", "Text encoding of a CSV file."),
    )
    .examples(&["utf-8"]),
    Key::new(
        "id",
        Value::Plain,
        words("Kolom identitas", "Identity column"),
        words("Kolom yang mengenali orang, untuk menggabungkan berkas.", "Column that identifies a person, to match files."),
    ),
    Key::new(
        "join",
        Value::List(&Value::Map(&JOIN)),
        words("Berkas tambahan", "Further files"),
        words(
            "Berkas lain yang dicocokkan menurut kolom id, misalnya posttest.",
            "Further files, matched by the column id, such as a posttest.",
        ),
    ),
    Key::new(
        "keep",
        Value::Named(&KEEP),
        words("Baris yang dipakai", "Rows to keep"),
        words(
            "Hanya baris dengan jawaban ini yang dihitung: kolom dan jawabannya.",
            "Only rows with this answer count: column and answer.",
        ),
    ),
    Key::new(
        "exclude",
        Value::Named(&EXCLUDE),
        words("Responden yang dikeluarkan", "Respondents to leave out"),
        words(
            "Siapa yang dikeluarkan dan mengapa: straight-lining, long-strings, repeated, fast, outlying (temuan `bab4 check`), atau nomor baris seperti \"17, 40\". Bab menyebut alasannya dan putusan yang akan diperoleh bersama mereka.",
            "Who is left out, and why: straight-lining, long-strings, repeated, fast, outlying (what `bab4 check` finds), or rows such as \"17, 40\". The chapter says why, and which verdicts there would be with them.",
        ),
    )
    .examples(&["{ \"17, 40\": \"mengisi atas nama orang lain\" }"]),
    Key::new(
        "form",
        Value::Formed(&PATH),
        words("XLSForm", "XLSForm"),
        words(
            "Formulir KoboToolbox atau ODK (XLSForm) dari survei ini: memberi pertanyaan dan kata jawaban pada kodenya.",
            "The KoboToolbox or ODK form (XLSForm) of this survey: it gives codes their questions and the words of answers.",
        ),
    )
    .examples(&["\"form.xlsx\""]),
    Key::new(
        "distributed",
        Value::Whole(Range::COUNT),
        words("Kuesioner dibagikan", "Questionnaires handed out"),
        words(
            "Banyaknya kuesioner yang dibagikan; bawaan: banyaknya baris data.",
            "Number of questionnaires handed out; by default the number of rows.",
        ),
    ),
    Key::new(
        "returned",
        Value::Whole(Range::COUNT),
        words("Kuesioner kembali", "Questionnaires returned"),
        words(
            "Banyaknya kuesioner yang kembali; bawaan: banyaknya baris data.",
            "Number of questionnaires that came back; by default the number of rows.",
        ),
    ),
    Key::new(
        "missing",
        Value::Words(&["by_analysis", "complete", "forbid"]),
        words("Jawaban kosong", "Missing answers"),
        words(
            "by_analysis: setiap tabel memakai yang lengkap baginya, seperti SPSS; complete: kuesioner yang tidak lengkap \
             dikeluarkan dari semua tabel; forbid: jawaban kosong adalah kesalahan.",
            "by_analysis: each table takes who is complete for it, as SPSS does; complete: incomplete questionnaires are \
             dropped from all tables; forbid: a missing answer is an error.",
        ),
    )
    .default("\"by_analysis\""),
    Key::new(
        "missing_codes",
        Value::List(&Value::Plain),
        words("Kode jawaban kosong", "Codes of missing answers"),
        words("Isi sel yang berarti tidak menjawab, misalnya 99.", "What a cell holds that means no answer, such as 99."),
    )
    .default("[\"\", \"NA\"]"),
    Key::new(
        "pilot",
        Value::Formed(&PATH),
        words("Data uji coba", "Pilot data"),
        words(
            "Berkas uji coba instrumen; validitas dan reliabilitas dihitung darinya.",
            "File of the try-out; validity and reliability are computed from it.",
        ),
    ),
];

const JOIN: Map = Map::new(
    "join",
    &[
        Key::new(
            "file",
            Value::Formed(&PATH),
            words("Berkas", "File"),
            words("Berkas di folder studi.", "A file in the study's folder."),
        )
        .required(),
        Key::new(
            "prefix",
            Value::Plain,
            words("Awalan", "Prefix"),
            words(
                "Ditambahkan di depan nama kolom berkas ini, misalnya post_.",
                "Put in front of the names of its columns, such as post_.",
            ),
        ),
    ],
);

const EXCLUDE: Named = Named { names: Some(&EXCLUDING), not_empty: false, of: Value::Text };

const EXCLUDING: Form = Form {
    pattern: "^(straight-lining|long-strings|repeated|fast|outlying|[1-9][0-9]*(, ?[1-9][0-9]*)*)$",
    words: words(
        "straight-lining, long-strings, repeated, fast, outlying, atau nomor baris: \"17, 40\".",
        "straight-lining, long-strings, repeated, fast, outlying, or rows: \"17, 40\".",
    ),
};

const KEEP: Named = Named { names: None, not_empty: false, of: Value::Plain };

const SAMPLING: Map = Map::new(
    "sampling",
    &[
        Key::new(
            "method",
            Value::Plain,
            words("Teknik", "Method"),
            words(
                "Teknik penyampelan: census, slovin, krejcie-morgan, purposive, atau sebutan lain.",
                "How the sample was drawn: census, slovin, krejcie-morgan, purposive or another word.",
            ),
        )
        .required()
        .examples(&["slovin", "krejcie-morgan", "purposive"]),
        Key::new(
            "margin",
            Value::Number(Range::SHARE),
            words("Batas kesalahan", "Margin of error"),
            words("Batas kesalahan sampel, misalnya 0.05.", "Margin of error of the sample, such as 0.05."),
        ),
    ],
);

const RESPONDENTS: Named =
    Named { names: Some(&CODE), not_empty: false, of: Value::Either(&[Value::Plain, Value::Map(&CHARACTERISTIC)]) };

const CHARACTERISTIC: Map = Map::new(
    "characteristic",
    &[
        Key::new(
            "name",
            Value::Text,
            words("Nama", "Name"),
            words("Nama karakteristik seperti tercetak, misalnya Jenis Kelamin.", "Its name as printed, such as Jenis Kelamin."),
        )
        .required(),
        Key::new(
            "column",
            Value::Plain,
            words("Kolom", "Column"),
            words("Judul kolomnya; bawaan: kodenya.", "Header of its column; by default its code."),
        ),
        Key::new(
            "order",
            Value::List(&Value::Plain),
            words("Urutan nilai", "Order of values"),
            words(
                "Nilai menurut urutan cetak; nilai lain ditambahkan di akhir dengan peringatan.",
                "The values in printing order; others are added at the end with a warning.",
            ),
        ),
        Key::new(
            "values",
            Value::Named(&PRINTED),
            words("Sebutan nilai", "Words of values"),
            words(
                "Isi sel dan sebutannya dalam tabel, misalnya 1: Laki-laki.",
                "What cells hold and what tables print, such as 1: Laki-laki.",
            ),
        ),
        Key::new(
            "classes",
            Value::List(&Value::Number(Range::ANY)),
            words("Batas kelas", "Classes"),
            words(
                "Batas bawah kelas untuk angka mentah seperti umur: [20, 30, 40]. Tidak bersama order.",
                "Lower bounds of classes for raw numbers such as age: [20, 30, 40]. Not beside order.",
            ),
        ),
        Key::new(
            "unit",
            Value::Text,
            words("Satuan", "Unit"),
            words("Satuan angkanya, misalnya tahun.", "Unit of its numbers, such as years."),
        ),
    ],
);

const PRINTED: Named = Named { names: None, not_empty: false, of: Value::Text };

const VARIABLES: Named = Named { names: Some(&CODE), not_empty: true, of: Value::Map(&VARIABLE) };
