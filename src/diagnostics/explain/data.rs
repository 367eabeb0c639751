//! D001–D018: the data file.

use super::{Explanation, Words, answers, study};
use crate::diagnostics::Code;

pub(super) const EXPLANATIONS: &[Explanation] = &[
    Explanation {
        code: Code::DataUnreadable,
        title: Words::new("Berkas data tidak dapat dibaca", "The data file cannot be read"),
        cause: Words::new(
            "Berkas itu bukan tabel jawaban yang dapat dibaca: jenisnya lain daripada akhiran namanya (halaman web, PDF, atau \
             dokumen Word yang diberi nama .csv atau .xls), teksnya bukan UTF-8, buku kerjanya rusak atau berkata sandi, \
             lembar yang disebut tidak ada, atau berkasnya sedang terkunci program lain.",
            "The file is no table of answers that can be read: it is of another kind than its name says (a web page, a PDF or \
             a Word document named .csv or .xls), its text is not UTF-8, the workbook is damaged or has a password, the sheet \
             named is not there, or another program holds the file.",
        ),
        remedy: Words::new(
            "Buka berkas aslinya di Excel, LibreOffice, atau Google Spreadsheet, lalu simpan sebagai .xlsx atau «CSV UTF-8 \
             (Comma delimited)» dan sebut berkas baru itu pada `data.file`. Nama lembar disalin persis dari tab di bawah buku \
             kerja.",
            "Open the original in Excel, LibreOffice or Google Sheets, save it as .xlsx or “CSV UTF-8 (Comma delimited)” and \
             name the new file in `data.file`. Copy the name of a sheet exactly from the tab below the workbook.",
        ),
        wrong: &[answers("<html><body><table><tr><td>X1.1</td><td>X1.2</td></tr></table></body></html>\n")],
        right: &[answers("X1.1,X1.2,X2.1,X2.2,Y.1,Y.2\n4,4,5,4,4,5\n5,5,4,4,5,5\n2,3,3,2,3,2\n")],
    },
    Explanation {
        code: Code::DataEmpty,
        title: Words::new("Berkas data tanpa jawaban", "A data file without answers"),
        cause: Words::new(
            "Berkas data kosong, hanya berisi judul kolom, atau tidak ada satu pun responden yang lengkap padahal dinyatakan \
             `missing: complete`. Pada buku kerja, jawaban mungkin berada di lembar lain.",
            "The data file is empty, holds only headers, or nobody answered completely while `missing: complete` is declared. \
             In a workbook the answers may stand on another sheet.",
        ),
        remedy: Words::new(
            "Periksa apakah `data.file` menyebut berkas yang benar dan, untuk buku kerja, tulis `data.sheet`. Baris pertama \
             berisi judul kolom, setiap baris berikutnya satu responden.",
            "See whether `data.file` names the right file and, for a workbook, write `data.sheet`. The first row holds the \
             headers, every row below it one respondent.",
        ),
        wrong: &[answers("X1.1,X1.2,X2.1,X2.2,Y.1,Y.2\n")],
        right: &[answers("X1.1,X1.2,X2.1,X2.2,Y.1,Y.2\n4,4,5,4,4,5\n5,5,4,4,5,5\n2,3,3,2,3,2\n")],
    },
    Explanation {
        code: Code::RaggedRow,
        title: Words::new("Baris dengan jumlah kolom yang lain", "A row with more or fewer fields"),
        cause: Words::new(
            "Satu baris berisi lebih banyak atau lebih sedikit sel daripada judulnya. Biasanya sebuah jawaban memuat tanda \
             pemisah (koma atau titik koma) tanpa diapit tanda kutip, atau tanda kutip pembuka tidak ditutup; semua jawaban \
             sesudahnya lalu bergeser.",
            "A row has more or fewer cells than the header. Usually an answer holds the delimiter (comma or semicolon) \
             without standing in quotation marks, or an opening quotation mark is not closed; every answer behind it has then \
             moved.",
        ),
        remedy: Words::new(
            "Apit jawaban itu dengan tanda kutip ganda. Paling aman: simpan ulang dari Excel sebagai «CSV UTF-8» atau pakai \
             .xlsx, maka tanda kutip dipasang sendiri.",
            "Put the answer in double quotation marks. Safest: save it again from Excel as “CSV UTF-8”, or use .xlsx; the \
             quotation marks are then set by themselves.",
        ),
        wrong: &[
            study("variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }\nrespondents:\n  jabatan: Jabatan\n"),
            answers("X1.1,X1.2,jabatan\n4,4,Kepala Bidang, Dinas Sosial\n5,5,Staf\n2,3,Staf\n"),
        ],
        right: &[
            study("variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }\nrespondents:\n  jabatan: Jabatan\n"),
            answers("X1.1,X1.2,jabatan\n4,4,\"Kepala Bidang, Dinas Sosial\"\n5,5,Staf\n2,3,Staf\n"),
        ],
    },
    Explanation {
        code: Code::MissingColumn,
        title: Words::new("Kolom tidak ada di berkas data", "A column that is not in the file"),
        cause: Words::new(
            "Untuk sebuah butir, variabel, atau karakteristik tidak ditemukan kolom. Kolom dicari menurut kode butir (X1.1 \
             atau X1_1), lalu menurut pernyataannya; atau persis seperti yang ditulis pada `column` dan `columns`. Judulnya \
             berbeda, atau banyaknya indikator lebih dari banyaknya kolom.",
            "No column was found for an item, a variable or a characteristic. A column is looked for by the code of the item \
             (X1.1 or X1_1), then by its statement; or exactly as `column` and `columns` say. The header differs, or there \
             are more indicators than columns.",
        ),
        remedy: Words::new(
            "Samakan judul di berkas data dengan kodenya, atau sebut kolomnya: `columns: \"MOT{i}\"` untuk MOT1, MOT2, …, \
             `columns: \"F:N\"` menurut huruf kolom, `columns: [judul, judul]` satu per satu.",
            "Write the header in the data file like the code, or name the columns: `columns: \"MOT{i}\"` for MOT1, MOT2, …, \
             `columns: \"F:N\"` by letters, `columns: [header, header]` one by one.",
        ),
        wrong: &[
            study("variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }\n"),
            answers("MOT1,MOT2\n4,4\n5,5\n2,3\n"),
        ],
        right: &[
            study("variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan], columns: \"MOT{i}\" }\n"),
            answers("MOT1,MOT2\n4,4\n5,5\n2,3\n"),
        ],
    },
    Explanation {
        code: Code::DuplicateColumn,
        title: Words::new("Dua kolom dengan judul yang sama", "Two columns with one header"),
        cause: Words::new(
            "Judul yang dicari berada di atas beberapa kolom, sehingga tidak pasti kolom mana yang dimaksud. Huruf \
             besar-kecil, spasi, dan beda X1.2 dengan X1_2 tidak membedakan judul.",
            "The header looked for stands over several columns, so it is not certain which is meant. Capitals, spaces and the \
             difference of X1.2 and X1_2 do not tell headers apart.",
        ),
        remedy: Words::new(
            "Ubah atau hapus judul kolom yang tidak dipakai, atau sebut kolom yang benar menurut hurufnya, misalnya `columns: \
             \"A:B\"`.",
            "Change or delete the header of the column that is not used, or name the right columns by letter, such as \
             `columns: \"A:B\"`.",
        ),
        wrong: &[
            study("variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }\n"),
            answers("X1.1,X1.2,X1.2\n4,4,1\n5,5,1\n2,3,1\n"),
        ],
        right: &[
            study("variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }\n"),
            answers("X1.1,X1.2,X1.2 lama\n4,4,1\n5,5,1\n2,3,1\n"),
        ],
    },
    Explanation {
        code: Code::OffScale,
        title: Words::new("Jawaban di luar skala", "An answer that is not on the scale"),
        cause: Words::new(
            "Sel memuat angka di luar `min` sampai `max` (salah ketik seperti 44), kata yang tidak ada pada `labels` atau \
             `abbreviations`, atau kode untuk «tidak menjawab» seperti 99. Kata «KS/Kurang Setuju» dan «CS/Cukup Setuju» \
             tidak ditebak: artinya bergantung pada skala.",
            "A cell holds a number outside `min` to `max` (a slip such as 44), a word that is neither in `labels` nor in \
             `abbreviations`, or a code for “no answer” such as 99. The words “KS/Kurang Setuju” and “CS/Cukup Setuju” are \
             not guessed: what they mean depends on the scale.",
        ),
        remedy: Words::new(
            "Bandingkan dengan kuesioner kertas dan perbaiki selnya; tulis kata jawaban pada `scale.labels`; kode tidak \
             menjawab pada `data.missing_codes: [\"\", \"99\"]`.",
            "Compare with the paper questionnaire and correct the cell; write the words of the answers into `scale.labels`; a \
             code for no answer into `data.missing_codes: [\"\", \"99\"]`.",
        ),
        wrong: &[
            study("variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }\n"),
            answers("X1.1,X1.2\n4,44\n5,5\n2,3\n"),
        ],
        right: &[
            study("variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }\n"),
            answers("X1.1,X1.2\n4,4\n5,5\n2,3\n"),
        ],
    },
    Explanation {
        code: Code::NotANumber,
        title: Words::new("Teks di tempat angka", "A text where a number is needed"),
        cause: Words::new(
            "Kolom variabel yang berupa angka, atau karakteristik dengan `classes`, memuat teks: satuan di belakang angka (95 \
             persen, 34 tahun), kata, atau angka dengan tanda desimal yang lain daripada yang dinyatakan pada `data.decimal`.",
            "The column of a variable that is a number, or of a characteristic with `classes`, holds a text: a unit behind \
             the number (95 persen, 34 tahun), a word, or a number with another decimal mark than `data.decimal` declares.",
        ),
        remedy: Words::new(
            "Tulis angkanya saja; satuan karakteristik ditulis pada `unit`. Kata yang berarti «tidak diisi» masuk ke \
             `data.missing_codes`.",
            "Write the bare number; the unit of a characteristic goes into `unit`. A word that means “not filled in” goes \
             into `data.missing_codes`.",
        ),
        wrong: &[
            study("variables:\n  K: { name: Kehadiran, column: hadir, range: [0, 100] }\n"),
            answers("hadir\n95 persen\n80\n100\n"),
        ],
        right: &[
            study("variables:\n  K: { name: Kehadiran, column: hadir, range: [0, 100] }\n"),
            answers("hadir\n95\n80\n100\n"),
        ],
    },
    Explanation {
        code: Code::UnknownCategory,
        title: Words::new("Kategori tidak dideklarasikan", "A category that is not declared"),
        cause: Words::new(
            "Kolom karakteristik memuat nilai yang tidak disebut pada `order` atau `values` (biasanya ejaan lain dari nilai \
             yang sama), atau angka di bawah batas `classes` yang terendah. Tabel profil lalu mendapat satu baris lebih.",
            "The column of a characteristic holds a value that neither `order` nor `values` names (usually another spelling \
             of the same), or a number below the lowest bound of `classes`. The profile table then has one row too many.",
        ),
        remedy: Words::new(
            "Samakan ejaannya di data, tulis `values: { \"Prempuan\": Perempuan }` agar keduanya dihitung sebagai satu, atau \
             tambahkan nilai itu pada `order`; untuk angka, tambahkan batas yang lebih rendah di depan `classes`.",
            "Write it alike in the data, add `values: { \"Prempuan\": Perempuan }` to count both as one, or add the value to \
             `order`; for numbers, put a lower bound in front of `classes`.",
        ),
        wrong: &[
            study(
                "respondents:\n  jk: { name: Jenis Kelamin, order: [Laki-laki, Perempuan] }\n\
                 variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }\n",
            ),
            answers("jk,X1.1,X1.2\nLaki-laki,4,4\nPrempuan,5,5\nPerempuan,2,3\n"),
        ],
        right: &[
            study(
                "respondents:\n  jk: { name: Jenis Kelamin, order: [Laki-laki, Perempuan] }\n\
                 variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }\n",
            ),
            answers("jk,X1.1,X1.2\nLaki-laki,4,4\nPerempuan,5,5\nPerempuan,2,3\n"),
        ],
    },
    Explanation {
        code: Code::Incomplete,
        title: Words::new("Kuesioner yang tidak lengkap", "Incomplete questionnaires"),
        cause: Words::new(
            "Ada responden yang melewatkan butir. Pesan menyebut berapa, baris mana, dan apa yang dilakukan: `by_analysis` \
             (bawaan, seperti SPSS) memakai siapa pun yang lengkap untuk tabel itu, sehingga n berbeda antartabel; `complete` \
             mengeluarkan mereka dari semua tabel; `forbid` menghentikan program.",
            "Some respondents left items out. The message says how many, in which rows, and what is done: `by_analysis` (the \
             default, as in SPSS) uses whoever is complete for a table, so that n differs between tables; `complete` drops \
             them from all tables; `forbid` stops the program.",
        ),
        remedy: Words::new(
            "Lihat kuesioner kertasnya: sering jawabannya ada, hanya lupa diketik. Bila memang kosong, pilih `data.missing: \
             complete` agar n sama di semua tabel, dan sebut banyaknya dalam bab. Jangan mengisi jawaban karangan.",
            "Look at the paper questionnaire: often the answer is there and was not typed. If it is empty, choose \
             `data.missing: complete` so that n is the same everywhere, and state the number in the chapter. Never make \
             answers up.",
        ),
        wrong: &[
            study("variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }\n"),
            answers("X1.1,X1.2\n4,\n5,5\n4,4\n2,3\n"),
        ],
        right: &[
            study("variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }\n"),
            answers("X1.1,X1.2\n4,5\n5,5\n4,4\n2,3\n"),
        ],
    },
    Explanation {
        code: Code::ConstantItem,
        title: Words::new("Semua jawaban sebuah butir sama", "All answers to an item are equal"),
        cause: Words::new(
            "Semua responden memberi jawaban yang sama, sehingga butir itu tidak membedakan siapa pun: korelasi dan \
             validitasnya tidak dapat dihitung. Mungkin kolomnya terisi otomatis, mungkin pernyataannya memang disetujui \
             semua orang.",
            "All respondents gave the same answer, so the item tells nobody apart: its correlations and its validity cannot \
             be computed. Perhaps the column was filled in automatically, perhaps everybody does agree with the statement.",
        ),
        remedy: Words::new(
            "Bandingkan kolom itu dengan kuesioner. Bila benar, hapus butirnya dari `indicators` dan jelaskan dalam bab; \
             peringatan ini tidak menghentikan program.",
            "Compare the column with the questionnaires. If it is right, delete the item from `indicators` and explain it in \
             the chapter; this warning does not stop the program.",
        ),
        wrong: &[
            study("variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }\n"),
            answers("X1.1,X1.2\n4,4\n4,5\n4,3\n"),
        ],
        right: &[
            study("variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }\n"),
            answers("X1.1,X1.2\n4,4\n5,5\n3,3\n"),
        ],
    },
    Explanation {
        code: Code::NegativeItem,
        title: Words::new("Butir berlawanan arah dengan variabelnya", "An item that runs against its variable"),
        cause: Words::new(
            "Korelasi butir ini dengan jumlah butir lain variabelnya negatif: yang setuju pada butir lain justru tidak setuju \
             di sini. Biasanya pernyataannya negatif (unfavorable) dan belum dibalik, atau sudah dibalik di berkas data lalu \
             dibalik sekali lagi.",
            "The item correlates negatively with the sum of the other items of its variable: who agrees with the others \
             disagrees here. Usually its statement is worded negatively and was not reversed, or was reversed in the file \
             already and is reversed once more.",
        ),
        remedy: Words::new(
            "Baca pernyataannya. Bila negatif, tulis `reverse: true` pada butir itu; bila sudah dibalik di data, hapus \
             `reverse`. Bila keduanya tidak, dan memang begitu jawabannya, tulis `reverse_checked: true` agar peringatan ini \
             tidak muncul lagi.",
            "Read its statement. If it is negative, write `reverse: true` on the item; if the data hold it reversed already, \
             remove `reverse`. If neither, and people did answer so, write `reverse_checked: true` and this warning will not \
             come again.",
        ),
        wrong: &[
            study("variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan, Kejenuhan] }\n"),
            answers("X1.1,X1.2,X1.3\n5,5,1\n4,4,2\n2,3,4\n1,2,5\n"),
        ],
        right: &[
            study("variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan, { name: Kejenuhan, reverse: true }] }\n"),
            answers("X1.1,X1.2,X1.3\n5,5,1\n4,4,2\n2,3,4\n1,2,5\n"),
        ],
    },
    Explanation {
        code: Code::CountsDisagree,
        title: Words::new("Banyaknya kuesioner saling bertentangan", "Numbers of questionnaires that contradict"),
        cause: Words::new(
            "Yang kembali lebih banyak daripada yang dibagikan, atau baris data lebih banyak daripada yang kembali atau \
             daripada populasi. Tingkat pengembalian di atas 100% tidak mungkin.",
            "More came back than were handed out, or the data have more rows than came back or than the population holds. A \
             response rate above 100% is impossible.",
        ),
        remedy: Words::new(
            "Perbaiki `data.distributed`, `data.returned`, atau `population`; atau cari baris ganda di data (satu orang \
             mengirim formulir dua kali).",
            "Correct `data.distributed`, `data.returned` or `population`; or look for duplicate rows in the data (somebody \
             sent the form twice).",
        ),
        wrong: &[
            study(
                "data: { file: responses.csv, distributed: 2 }\nvariables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }\n",
            ),
            answers("X1.1,X1.2\n4,4\n5,5\n2,3\n"),
        ],
        right: &[
            study(
                "data: { file: responses.csv, distributed: 5 }\nvariables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }\n",
            ),
            answers("X1.1,X1.2\n4,4\n5,5\n2,3\n"),
        ],
    },
    Explanation {
        code: Code::DecimalComma,
        title: Words::new("Koma dibaca sebagai tanda desimal", "Commas were read as decimal marks"),
        cause: Words::new(
            "Catatan, bukan kesalahan: angka seperti 87,5 dibaca sebagai delapan puluh tujuh setengah. Pesan menyebut satu \
             contoh dan selnya, agar Anda dapat memastikan.",
            "A note, no error: numbers such as 87,5 were read as eighty-seven and a half. The message names one example and \
             its cells, so that you can make sure.",
        ),
        remedy: Words::new(
            "Bila benar, tidak perlu berbuat apa-apa; `data.decimal: \",\"` membuatnya pasti. Bila komanya pemisah ribuan, \
             tulis angkanya tanpa pemisah.",
            "If that is right, nothing need be done; `data.decimal: \",\"` makes it certain. If the comma separates \
             thousands, write the number without it.",
        ),
        wrong: &[
            study("variables:\n  K: { name: Kehadiran, column: hadir, range: [0, 100] }\n"),
            answers("nama;hadir\nAni;87,5\nBudi;90,25\nCici;100\n"),
        ],
        right: &[
            study("variables:\n  K: { name: Kehadiran, column: hadir, range: [0, 100] }\n"),
            answers("nama;hadir\nAni;87.5\nBudi;90.25\nCici;100\n"),
        ],
    },
    Explanation {
        code: Code::TooFewRespondents,
        title: Words::new("Responden terlalu sedikit", "Too few respondents"),
        cause: Words::new(
            "Sebuah regresi memiliki kurang dari lima responden per prediktor, atau responden yang ada tidak lebih banyak \
             daripada prediktor ditambah satu sehingga regresi itu tidak dapat dihitung. Peringatan, bukan kesalahan: hasil \
             yang tidak dapat dihitung dikosongkan, dan alasannya dicetak dalam bab dan `results.json`.",
            "A regression has fewer than five respondents a predictor, or no more respondents than predictors plus one, so \
             that it cannot be computed. A warning, no error: what cannot be computed is left out, and the reason is printed \
             in the chapter and in `results.json`.",
        ),
        remedy: Words::new(
            "Kumpulkan lebih banyak jawaban, atau kurangi prediktor. Periksa juga apakah `data.missing: complete` \
             mengeluarkan terlalu banyak orang.",
            "Collect more answers, or have fewer predictors. See also whether `data.missing: complete` drops too many people.",
        ),
        wrong: &[
            study("hypotheses: { H1: X1 -> Y }\n"),
            answers("X1.1,X1.2,X2.1,X2.2,Y.1,Y.2\n4,4,5,4,4,5\n5,5,4,4,5,5\n2,3,3,2,3,2\n"),
        ],
        right: &[
            study("hypotheses: { H1: X1 -> Y }\n"),
            answers("X1.1,X1.2,X2.1,X2.2,Y.1,Y.2\n4,4,5,4,4,5\n5,5,4,4,5,5\n2,3,3,2,3,2\n3,3,4,5,3,4\n5,4,2,3,4,4\n"),
        ],
    },
    Explanation {
        code: Code::ColumnUsedTwice,
        title: Words::new("Satu kolom untuk dua butir", "One column for two items"),
        cause: Words::new(
            "Dua butir atau variabel menunjuk kolom yang sama di berkas data, misalnya yang satu menurut kodenya dan yang \
             lain menurut `column` yang ejaannya sedikit lain. Jawaban yang sama lalu dihitung dua kali.",
            "Two items or variables point at the same column of the data file, for instance one by its code and the other by \
             a `column` spelt a little differently. The same answers would be counted twice.",
        ),
        remedy: Words::new(
            "Perbaiki `column` atau `columns` pada salah satunya; pesan menunjukkan keduanya. Bagian dari satu variabel \
             dinyatakan dengan `dimensions`, tanpa mengulang butirnya.",
            "Correct `column` or `columns` of one of them; the message shows both. Parts of a variable are declared by \
             `dimensions`, without repeating its items.",
        ),
        wrong: &[
            study("variables:\n  X1: { name: Motivasi, indicators: [Gaji, { name: Penghargaan, column: x1_1 }] }\n"),
            answers("X1.1,X1.2\n4,4\n5,5\n2,3\n"),
        ],
        right: &[
            study("variables:\n  X1: { name: Motivasi, indicators: [Gaji, { name: Penghargaan, column: x1_2 }] }\n"),
            answers("X1.1,X1.2\n4,4\n5,5\n2,3\n"),
        ],
    },
    Explanation {
        code: Code::AmbiguousNumber,
        title: Words::new("Angka yang dapat dibaca dua cara", "A number that can be read in two ways"),
        cause: Words::new(
            "«2,500» bisa berarti dua setengah atau dua ribu lima ratus. Tidak ada angka lain di berkas yang memastikannya, \
             dan program tidak menebak.",
            "“2,500” may be two and a half or two thousand five hundred. No other number of the file settles it, and the \
             program does not guess.",
        ),
        remedy: Words::new(
            "Tulis angka tanpa pemisah ribuan, atau nyatakan tanda desimal berkas itu: `data.decimal: \",\" atau \".\"`.",
            "Write numbers without a thousands separator, or declare the decimal mark of the file: `data.decimal: \",\" or \
             \".\"`.",
        ),
        wrong: &[
            study("variables:\n  G: { name: Gaji, column: gaji }\n"),
            answers("nama;gaji\nAni;2,500\nBudi;3,250\nCici;4,100\n"),
        ],
        right: &[
            study("variables:\n  G: { name: Gaji, column: gaji }\n"),
            answers("nama;gaji\nAni;2500\nBudi;3250\nCici;4100\n"),
        ],
    },
    Explanation {
        code: Code::BlankRows,
        title: Words::new("Baris yang kosong", "Rows that hold nothing"),
        cause: Words::new(
            "Catatan, bukan kesalahan: baris-baris ini tidak berisi apa pun di kolom yang dinyatakan, misalnya sisa baris \
             rumus atau catatan di bawah tabel, dan tidak dihitung sebagai responden.",
            "A note, no error: these rows hold nothing in any declared column, left-over rows of formulas or remarks below \
             the table for instance, and are not counted as respondents.",
        ),
        remedy: Words::new(
            "Bila memang bukan responden, biarkan atau hapus. Bila seharusnya berisi jawaban, lengkapi datanya.",
            "If they are no respondents, leave or delete them. If they should hold answers, complete the data.",
        ),
        wrong: &[
            study("variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }\n"),
            answers("no,X1.1,X1.2\n1,4,4\n2,,\n3,5,5\n4,2,3\n"),
        ],
        right: &[
            study("variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }\n"),
            answers("no,X1.1,X1.2\n1,4,4\n3,5,5\n4,2,3\n"),
        ],
    },
    Explanation {
        code: Code::UndeclaredColumn,
        title: Words::new("Kolom seperti butir yang tidak dinyatakan", "A column like an item that is not declared"),
        cause: Words::new(
            "Catatan, bukan kesalahan: di berkas ada kolom yang namanya melanjutkan butir sebuah variabel, misalnya X1.3 \
             sesudah X1.1 dan X1.2, tetapi studi tidak menyatakannya. Butir yang terlupa mengubah semua angka variabel itu.",
            "A note, no error: the file has a column whose name goes on where the items of a variable end, such as X1.3 after \
             X1.1 and X1.2, but the study does not declare it. A forgotten item changes every number of its variable.",
        ),
        remedy: Words::new(
            "Bila butir itu termasuk variabelnya, tambahkan pada `indicators`. Bila sengaja ditinggalkan, biarkan.",
            "If it belongs to the variable, add it under `indicators`. If it was left out on purpose, let it be.",
        ),
        wrong: &[
            study("variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }\n"),
            answers("X1.1,X1.2,X1.3\n4,4,5\n5,5,4\n2,3,3\n3,3,2\n4,5,4\n"),
        ],
        right: &[
            study("variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan, Pengakuan] }\n"),
            answers("X1.1,X1.2,X1.3\n4,4,5\n5,5,4\n2,3,3\n3,3,2\n4,5,4\n"),
        ],
    },
];
