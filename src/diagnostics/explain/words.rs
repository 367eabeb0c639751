//! T007–: the author's own words: bibliography, citations, sections, typed numbers.

use super::{Explanation, Part, Words, file, study};
use crate::diagnostics::Code;

const CITING: Part = study("report: { overview: gambaran-umum.md, bibliography: pustaka.bib }\n");

const CITED: Part = file("gambaran-umum.md", "Kinerja adalah hasil kerja seseorang [@putri2019].\n");

const BIBLIOGRAPHY: Part = file(
    "pustaka.bib",
    "@mastersthesis{putri2019,\n  author = {Putri, Ira Fajar},\n  year = {2019},\n  title = {Pengaruh Kompetensi terhadap Kinerja Pegawai},\n  school = {Universitas Dian Nuswantoro},\n}\n",
);

pub(super) const EXPLANATIONS: &[Explanation] = &[
    Explanation {
        code: Code::BadBibliography,
        title: Words::new("Berkas pustaka bukan BibTeX", "A bibliography that is no BibTeX"),
        cause: Words::new(
            "Berkas pada `report.bibliography` tidak dapat dibaca sebagai BibTeX: koma atau kurung kurawal kurang, satu kunci dipakai \
             dua kali, atau berkasnya jenis lain (RIS, EndNote, Word).",
            "The file of `report.bibliography` cannot be read as BibTeX: a comma or brace is missing, a key is used twice, or the \
             file is of another kind (RIS, EndNote, Word).",
        ),
        remedy: Words::new(
            "Perbaiki pada tempat yang ditunjuk; sering kesalahannya satu baris di atasnya. Mendeley dan Zotero mengekspor BibTeX \
             yang benar (File → Export → BibTeX).",
            "Mend it at the place shown; often the mistake is one line above. Mendeley and Zotero export correct BibTeX (File → \
             Export → BibTeX).",
        ),
        wrong: &[CITING, CITED, file("pustaka.bib", "@book{putri2019,\n  author = {Putri, Ira Fajar}\n  year = {2019},\n}\n")],
        right: &[CITING, CITED, BIBLIOGRAPHY],
    },
    Explanation {
        code: Code::UnknownCitation,
        title: Words::new("Rujukan yang tidak ada dalam pustaka", "A citation that the bibliography does not have"),
        cause: Words::new(
            "`[@kunci]` dalam naskah, atau kunci pada `prior`, tidak ada dalam berkas pustaka; atau studi tidak menyebut berkas \
             pustaka sama sekali.",
            "`[@key]` in a text, or a key under `prior`, is not in the bibliography; or the study names no bibliography at all.",
        ),
        remedy: Words::new(
            "Kunci ialah kata sesudah `@article{` dalam berkas pustaka, dengan huruf besar dan kecil yang sama. Tambahkan karyanya \
             ke berkas itu, atau sebut berkasnya: `report: { bibliography: pustaka.bib }`.",
            "The key is the word after `@article{` in the bibliography, with the same capitals. Add the work to that file, or name \
             the file: `report: { bibliography: pustaka.bib }`.",
        ),
        wrong: &[CITING, file("gambaran-umum.md", "Kinerja adalah hasil kerja seseorang [@Putri2019].\n"), BIBLIOGRAPHY],
        right: &[CITING, CITED, BIBLIOGRAPHY],
    },
    Explanation {
        code: Code::StaleNumber,
        title: Words::new("Angka ketikan yang tidak cocok lagi", "A typed number that matches no result any more"),
        cause: Words::new(
            "Naskah Anda memuat angka desimal atau persentase yang tidak sama dengan hasil mana pun saat ini: data atau pengaturannya \
             sudah berubah, atau angkanya salah ketik. Kata di depannya (β, t, F, Sig.) menentukan hasil mana yang dicocokkan.",
            "Your text holds a decimal number or percentage that equals no current result: data or settings have changed since, or \
             it is a typing error. The word before it (β, t, F, Sig.) tells which results it is compared with.",
        ),
        remedy: Words::new(
            "Tulis hasilnya dengan `{{ r(\"…\") }}`, maka ia selalu mutakhir. Angka dari sumber lain diberi rujukannya dalam kalimat \
             yang sama, `[@kunci]`; ini peringatan saja dan tidak menghentikan apa pun.",
            "Write the result as `{{ r(\"…\") }}`, then it always stays current. A number from elsewhere gets its citation in the same \
             sentence, `[@key]`; this is a warning and stops nothing.",
        ),
        wrong: &[
            study("report: { overview: gambaran-umum.md }\n"),
            file("gambaran-umum.md", "Alpha Cronbach kinerja sebesar 0,999.\n"),
        ],
        right: &[
            study("report: { overview: gambaran-umum.md }\n"),
            file("gambaran-umum.md", "Alpha Cronbach kinerja sebesar {{ r(\"variables/Y/alpha\") }}.\n"),
        ],
    },
    Explanation {
        code: Code::UnknownSection,
        title: Words::new("Naskah untuk bagian yang tidak ada", "A text for a section that is not there"),
        cause: Words::new(
            "`report.additions` menyebut bagian yang tidak ada dalam susunan laporan, atau `report.discussion` menyebut sesuatu yang \
             bukan hipotesis studi ini dan bukan `discussion`.",
            "`report.additions` names a section that the outline does not have, or `report.discussion` names something that is no \
             hypothesis of this study and not `discussion`.",
        ),
        remedy: Words::new(
            "Nama bagian ialah nama berkas templatnya tanpa `.md`, misalnya `respondents`, `instrument`, atau `assumptions`; pesan \
             menyebut semuanya.",
            "The name of a section is that of its template without `.md`, such as `respondents`, `instrument` or `assumptions`; the \
             message lists them.",
        ),
        wrong: &[study("report: { additions: { responden: catatan.md } }\n"), file("catatan.md", "Catatan tentang responden.\n")],
        right: &[
            study("report: { additions: { respondents: catatan.md } }\n"),
            file("catatan.md", "Catatan tentang responden.\n"),
        ],
    },
];
