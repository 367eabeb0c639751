//! The longer pieces of advice of data problems, both languages side by side.

use super::problem::{Contents, OffScaleReason};
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
        Contents::Utf16 => {
            (Message::new("teks UTF-16 («Unicode Text» dari Excel)", "UTF-16 text (Excel's “Unicode Text”)"), save_as_utf8())
        }
        Contents::OldExcel => (
            Message::new(
                "buku kerja Excel lama (.xls) atau yang dikunci kata sandi",
                "an old Excel workbook (.xls) or one locked by a password",
            ),
            save_xlsx(),
        ),
        Contents::BinaryExcel => (Message::new("buku kerja Excel biner (.xlsb)", "a binary Excel workbook (.xlsb)"), save_xlsx()),
        Contents::OpenDocument => (Message::new("berkas OpenDocument (.ods)", "an OpenDocument file (.ods)"), save_xlsx()),
        Contents::Html => (
            Message::new("halaman web (HTML/XML), sekalipun namanya .xls", "a web page (HTML/XML), even if it is named .xls"),
            save_xlsx(),
        ),
        Contents::Spss => (
            Message::new("berkas data SPSS (.sav)", "an SPSS data file (.sav)"),
            Message::new("di SPSS: File → Save As → CSV (*.csv)", "in SPSS: File → Save As → CSV (*.csv)"),
        ),
        Contents::Word => (
            Message::new("dokumen Word (.docx)", "a Word document (.docx)"),
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

/// What may be behind an answer that is not on its scale.
pub fn off_scale_hint(reason: OffScaleReason) -> Option<Message> {
    Some(match reason {
        OffScaleReason::Number => Message::new(
            "salah ketik? Kode untuk «tidak menjawab» masukkan ke `data.missing_codes`",
            "a slip? Put a code for “no answer” into `data.missing_codes`",
        ),
        OffScaleReason::NearLabel(label) => Message::new(
            format!("maksudnya «{label}»? Samakan tulisannya di data atau di `labels`"),
            format!("is “{label}” meant? Write it alike in the data or in `labels`"),
        ),
        OffScaleReason::MiddleOrLow => Message::new(
            "«KS/Kurang Setuju» dan «CS/Cukup Setuju» berarti 3 pada skala 1–5, tetapi «KS» berarti 2 pada skala 1–4; nyatakan dengan `labels` atau `abbreviations` pada `scale`",
            "“KS/Kurang Setuju” and “CS/Cukup Setuju” mean 3 on a scale of 1–5, but “KS” means 2 on a scale of 1–4; say which by `labels` or `abbreviations` of `scale`",
        ),
        OffScaleReason::NoLabels => Message::new(
            "jawaban berupa kata hanya dapat dibaca bila skalanya menyebut kata itu: `scale: { min: 1, max: 5, labels: [Sangat Tidak Setuju, …, Sangat Setuju] }`",
            "answers in words can be read only if the scale names them: `scale: { min: 1, max: 5, labels: [Strongly disagree, …, Strongly agree] }`",
        ),
        OffScaleReason::Contradiction { label } => Message::new(
            format!("angka dan katanya tidak cocok: menurut skala, angka itu adalah «{label}»"),
            format!("number and words do not match: on the scale that number is “{label}”"),
        ),
        OffScaleReason::Date => Message::new(
            "ini tanggal: Excel sering mengubah isian seperti «3-4» menjadi tanggal; ketik ulang sebagai teks",
            "this is a date: Excel often turns entries like “3-4” into one; type it again as text",
        ),
        OffScaleReason::Unknown { labels } => Message::new(
            format!("kata pada skala ini: {}", labels.join(", ")),
            format!("the words of this scale are: {}", labels.join(", ")),
        ),
    })
}
