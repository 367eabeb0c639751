//! The longer pieces of advice of data problems, both languages side by side.

use super::problem::{ColumnsOf, OffScaleReason};
use super::problem_file::Contents;
use crate::language::Message;

/// What a file is that is no table, and what to do about it.
pub fn contents_words(contents: Contents) -> (Message, Message) {
    let save_xlsx = || {
        Message::new(
            "buka di Excel atau LibreOffice, lalu simpan sebagai .xlsx atau «CSV UTF-8»",
            "open it in Excel or LibreOffice and save it as .xlsx or “CSV UTF-8”",
        )
    };
    match contents {
        Contents::OldExcel => {
            (Message::new("buku kerja Excel yang lebih tua dari Excel 97", "a workbook older than Excel 97"), save_xlsx())
        }
        Contents::Html => {
            (Message::new("halaman web (HTML/XML), apa pun namanya", "a web page (HTML/XML), whatever its name"), save_xlsx())
        }
        Contents::Portable => (
            Message::new("berkas SPSS «portable» (.por)", "a portable file of SPSS (.por)"),
            Message::new(
                "di SPSS: File → Save As → SPSS Statistics (*.sav)",
                "in SPSS: File → Save As → SPSS Statistics (*.sav)",
            ),
        ),
        Contents::Word => (
            Message::new("dokumen Word", "a document of Word"),
            Message::new(
                "`data.file` adalah berkas jawaban survei, bukan naskah",
                "`data.file` is the file of survey answers, not the manuscript",
            ),
        ),
        Contents::Pdf => (
            Message::new("PDF", "a PDF"),
            Message::new(
                "ambil data aslinya (Excel, Google Forms), bukan cetakannya",
                "take the original data (Excel, Google Forms), not its printout",
            ),
        ),
        Contents::OtherZip => (Message::new("arsip zip", "a zip archive"), save_xlsx()),
        Contents::Unknown => (Message::new("berkas biner", "a binary file"), save_xlsx()),
    }
}

/// How to save a file as UTF-8.
pub fn save_as_utf8() -> Message {
    Message::new(
        "di Excel: Simpan Sebagai → jenis «CSV UTF-8 (Comma delimited)»; di Google Spreadsheet: File → Download → CSV; atau pakai .xlsx",
        "in Excel: Save As → type “CSV UTF-8 (Comma delimited)”; in Google Sheets: File → Download → CSV; or use .xlsx",
    )
}

/// What may be behind an answer that is not on its scale, and what to do about it.
pub fn off_scale_hints(reason: OffScaleReason, text: &str) -> Vec<Message> {
    let one = match reason {
        OffScaleReason::Number => Message::new(
            format!(
                "perbaiki bila salah ketik; bila berarti «tidak menjawab», tulis `missing_codes: [NA, \"{text}\"]` di bawah `data`"
            ),
            format!("mend it if it is a slip; if it means “no answer”, write `missing_codes: [NA, \"{text}\"]` under `data`"),
        ),
        OffScaleReason::NearLabel(label) => Message::new(
            format!("maksudnya «{label}»? Samakan tulisannya di data atau di `labels`"),
            format!("is “{label}” meant? Write it alike in the data or in `labels`"),
        ),
        OffScaleReason::MiddleOrLow { middle, abbreviated } => return middle_or_low(text, middle, abbreviated),
        OffScaleReason::NoLabels => no_labels(),
        OffScaleReason::SeveralLines => unclosed_quote(),
        OffScaleReason::Contradiction { label } => Message::new(
            format!("angka dan katanya tidak cocok: menurut skala, angka itu adalah «{label}»"),
            format!("number and words do not match: on the scale that number is “{label}”"),
        ),
        OffScaleReason::Date => Message::new(
            "ini tanggal: Excel sering mengubah isian seperti «3-4» menjadi tanggal; ketik ulang sebagai teks",
            "this is a date: Excel often turns entries like “3-4” into one; type it again as text",
        ),
        OffScaleReason::Unknown { labels } => words_of_scale(&labels),
    };
    vec![one]
}

/// `KS` and its kin: why the program does not guess, and how the study says which.
fn middle_or_low(text: &str, middle: Option<String>, abbreviated: bool) -> Vec<Message> {
    let why = Message::new(
        "artinya tidak ditebak: «Kurang Setuju» dan «Cukup Setuju» lazimnya 3 pada skala 1–5, tetapi 2 atau 3 pada skala 1–4",
        "its meaning is not guessed: “Kurang Setuju” and “Cukup Setuju” are usually 3 on a scale of 1–5, but 2 or 3 on one of 1–4",
    );
    let how = match (abbreviated, middle) {
        (true, _) => Message::new(
            format!(
                "tulis singkatan semua jawaban pada `scale`, misalnya bila berarti 3 dari 5: `abbreviations: [STS, TS, {text}, S, SS]`"
            ),
            format!(
                "write the abbreviations of all answers in `scale`, for instance if it is 3 of 5: `abbreviations: [STS, TS, {text}, S, SS]`"
            ),
        ),
        (false, Some(middle)) => Message::new(
            format!("bila berarti 3, yang pada skala ini bernama «{middle}», samakan tulisannya di data atau di `labels`"),
            format!("if it means 3, which this scale calls “{middle}”, write it alike in the data or in `labels`"),
        ),
        (false, None) => Message::new(
            format!(
                "tulis semua jawaban pada `scale`, dari yang terendah: `labels: [Sangat Tidak Setuju, Tidak Setuju, {text}, Setuju, Sangat Setuju]`"
            ),
            format!(
                "write all answers in `scale`, the lowest first: `labels: [Sangat Tidak Setuju, Tidak Setuju, {text}, Setuju, Sangat Setuju]`"
            ),
        ),
    };
    vec![why, how]
}

/// Words, and a scale that has none.
pub fn no_labels() -> Message {
    Message::new(
        "jawaban berupa kata terbaca bila skalanya menyebut kata itu, dari yang terendah: `scale: { min: 1, max: 5, labels: [Sangat Tidak Setuju, …, Sangat Setuju] }`",
        "answers in words can be read if the scale names them, the lowest first: `scale: { min: 1, max: 5, labels: [Strongly disagree, …, Strongly agree] }`",
    )
}

/// The words that a scale has.
pub fn words_of_scale(labels: &[String]) -> Message {
    Message::new(
        format!("kata pada skala ini: {}", labels.join(", ")),
        format!("the words of this scale are: {}", labels.join(", ")),
    )
}

/// A quotation mark that swallows lines.
pub fn unclosed_quote() -> Message {
    Message::new(
        "satu sel di baris ini memuat beberapa baris teks: mungkin tanda kutip (\") pembuka tidak ditutup",
        "one cell of this row holds several lines of text: perhaps a quotation mark (\") was opened and not closed",
    )
}

/// How the study says which columns of the file it means.
pub fn missing_column_hint(of: &ColumnsOf) -> Message {
    match of {
        ColumnsOf::Item => Message::new(
            "samakan judul kolom di berkas, atau tulis judulnya pada butir itu: `{ name: …, column: \"judul kolom\" }`; bila butirnya memang tidak ada, hapus dari studi",
            "give the column of the file this header, or write its header with the item: `{ name: …, column: \"header\" }`; if there is no such item, delete it from the study",
        ),
        ColumnsOf::Items(code) => Message::new(
            format!(
                "samakan judul kolom di berkas, atau tulis polanya pada «{code}»: `columns: \"KOM{{i}}\"`, `columns: \"F:N\"`, atau `columns: [judul 1, judul 2, …]`"
            ),
            format!(
                "give the columns of the file these headers, or write them with “{code}”: `columns: \"KOM{{i}}\"`, `columns: \"F:N\"`, or `columns: [header 1, header 2, …]`"
            ),
        ),
        ColumnsOf::Variable => Message::new("tulis judul kolomnya pada `column`", "write the column's header in `column`"),
        ColumnsOf::Data(key) => Message::new(
            format!("tulis judul kolomnya pada `data.{key}` seperti di berkas; huruf besar-kecil dan spasi tidak berpengaruh"),
            format!("write the column's header in `data.{key}` as the file has it; capitals and spaces do not matter"),
        ),
        ColumnsOf::Characteristic(code) => Message::new(
            format!("tulis judul kolomnya: `{code}: {{ name: …, column: \"judul kolom\" }}`"),
            format!("write the column's header: `{code}: {{ name: …, column: \"header\" }}`"),
        ),
    }
}
