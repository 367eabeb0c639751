//! D019–: files as they come: how they were read, who is in them, what looks wrong about the answers.

use super::{Explanation, Words, answers, file, study};
use crate::diagnostics::Code;

pub(super) const EXPLANATIONS: &[Explanation] = &[
    Explanation {
        code: Code::EncodingFound,
        title: Words::new("Pengodean teks ditemukan sendiri", "The encoding of the text was found out"),
        cause: Words::new(
            "Catatan, bukan kesalahan: berkas teks ini bukan UTF-8. Excel menyimpan «CSV» biasa dalam Windows-1252 (ANSI) dan \
             «Unicode Text» dalam UTF-16; keduanya dibaca, dan satu contoh ditunjukkan agar Anda dapat melihat bahwa \
             huruf-hurufnya benar.",
            "A note, no error: this text file is not UTF-8. Excel saves plain “CSV” in Windows-1252 (ANSI) and “Unicode Text” in \
             UTF-16; both are read, and one example is shown so that you can see that the letters are right.",
        ),
        remedy: Words::new(
            "Bila contohnya benar, nyatakan `encoding: windows-1252` (atau `utf-16le`) di bawah `data` dan catatan ini hilang. \
             Bila tidak, simpan ulang sebagai «CSV UTF-8».",
            "If the example is right, declare `encoding: windows-1252` (or `utf-16le`) under `data` and the note goes. If not, \
             save the file again as “CSV UTF-8”.",
        ),
        wrong: &[
            study("variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }\nrespondents:\n  unit: Unit Kerja\n"),
            file("responses.csv (Windows-1252)", "X1.1,X1.2,unit\n4,4,Café Dinas\n5,5,Sekretariat\n2,3,Sekretariat\n"),
        ],
        right: &[
            study("variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }\nrespondents:\n  unit: Unit Kerja\n"),
            answers("X1.1,X1.2,unit\n4,4,Café Dinas\n5,5,Sekretariat\n2,3,Sekretariat\n"),
        ],
    },
    Explanation {
        code: Code::StatisticsFile,
        title: Words::new("Yang dikatakan berkas SPSS tentang kasusnya", "What an SPSS file says of its cases"),
        cause: Words::new(
            "Berkas SPSS menyatakan nilai tertentu sebagai «missing»; nilai itu dibaca sebagai tidak menjawab (catatan). Atau \
             berkasnya berbobot (WEIGHT BY), yang tidak diikuti bab4: setiap baris dihitung satu kali (peringatan).",
            "The SPSS file declares certain values as missing; they are read as no answer (a note). Or it weights its cases \
             (WEIGHT BY), which bab4 does not follow: every row counts once (a warning).",
        ),
        remedy: Words::new(
            "Untuk nilai «missing» tidak ada yang perlu diperbaiki bila memang begitu maksudnya. Bila bobot tidak diperlukan, \
             simpan berkas dengan WEIGHT OFF.",
            "For missing values nothing need be mended if that is what they mean. If the weights are not needed, save the file \
             with WEIGHT OFF.",
        ),
        wrong: &[file(
            "data.sps",
            "DATA LIST LIST /X1 X2.\nBEGIN DATA\n4 5\n9 3\nEND DATA.\nMISSING VALUES X1 X2 (9).\nSAVE OUTFILE='data.sav'.\n",
        )],
        right: &[file("data.sps", "DATA LIST LIST /X1 X2.\nBEGIN DATA\n4 5\n5 3\nEND DATA.\nSAVE OUTFILE='data.sav'.\n")],
    },
    Explanation {
        code: Code::DuplicatePersons,
        title: Words::new("Satu orang mengisi lebih dari satu kali", "One person answered more than once"),
        cause: Words::new(
            "Menurut kolom `data.id` ada orang dengan beberapa baris; yang terakhir dipakai, seperti kebiasaan formulir daring. Atau ada baris tanpa pengenal, sehingga tidak diketahui milik siapa.",
            "By the column `data.id` some persons have several rows; the last one is kept, as is usual with online forms. Or some rows have no identity, so that it is not known whose they are.",
        ),
        remedy: Words::new(
            "Bila bukan yang terakhir yang benar, hapus baris yang keliru dari berkas data. Lengkapi pengenal yang kosong.",
            "If the last one is not the right one, delete the wrong rows from the data file. Fill in identities that are empty.",
        ),
        wrong: &[
            study(
                "data: { file: responses.csv, id: nip }\nvariables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }\n",
            ),
            answers("nip,X1.1,X1.2\n11,4,4\n12,2,3\n11,5,5\n13,3,3\n"),
        ],
        right: &[
            study(
                "data: { file: responses.csv, id: nip }\nvariables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }\n",
            ),
            answers("nip,X1.1,X1.2\n12,2,3\n11,5,5\n13,3,3\n"),
        ],
    },
    Explanation {
        code: Code::UnmatchedPersons,
        title: Words::new("Orang yang hanya ada di satu berkas", "Persons in one file only"),
        cause: Words::new(
            "Berkas pada `data.join` dicocokkan menurut `data.id`. Sebagian orang hanya ada di salah satu berkas: yang hanya di data utama tetap dihitung dengan isian kosong, yang hanya di berkas lain tidak dipakai.",
            "The files in `data.join` are matched by `data.id`. Some persons are in one file only: those only in the survey stay, with empty answers; those only in the other file are not used.",
        ),
        remedy: Words::new(
            "Samakan penulisan pengenalnya (nol di depan, spasi, salah ketik) di kedua berkas. Bila orangnya memang tidak hadir, biarkan.",
            "Write the identities alike in both files (leading zeros, blanks, slips). If these persons were indeed absent, let it be.",
        ),
        wrong: &[
            study(
                "data: { file: responses.csv, id: nip, join: [{ file: posttest.csv, prefix: post_ }] }\nvariables:\n  PRE: { name: Pretest, column: nilai }\n  POST: { name: Posttest, column: post_nilai }\n",
            ),
            answers("nip,nilai\n11,60\n12,70\n13,65\n"),
            file("posttest.csv", "nip,nilai\n11,80\n13,75\n14,90\n"),
        ],
        right: &[
            study(
                "data: { file: responses.csv, id: nip, join: [{ file: posttest.csv, prefix: post_ }] }\nvariables:\n  PRE: { name: Pretest, column: nilai }\n  POST: { name: Posttest, column: post_nilai }\n",
            ),
            answers("nip,nilai\n11,60\n12,70\n13,65\n"),
            file("posttest.csv", "nip,nilai\n11,80\n13,75\n12,90\n"),
        ],
    },
    Explanation {
        code: Code::NotKept,
        title: Words::new("Baris yang tidak dipakai", "Rows that were not kept"),
        cause: Words::new(
            "Catatan, bukan kesalahan: `data.keep` menyebut jawaban yang harus ada, misalnya kesediaan menjadi responden; baris dengan jawaban lain tidak dihitung.",
            "A note, no error: `data.keep` names an answer that rows must have, consent for instance; rows with another answer are not counted.",
        ),
        remedy: Words::new(
            "Bila banyaknya sesuai, tidak ada yang perlu diperbaiki. Bila tidak, periksa tulisan jawabannya pada `data.keep`.",
            "If the number is right, nothing need be mended. If not, see how the answer is written in `data.keep`.",
        ),
        wrong: &[
            study(
                "data: { file: responses.csv, keep: { bersedia: Ya } }\nvariables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }\n",
            ),
            answers("bersedia,X1.1,X1.2\nYa,4,4\nTidak,,\nya,2,3\nYa,5,5\n"),
        ],
        right: &[
            study(
                "data: { file: responses.csv, keep: { bersedia: Ya } }\nvariables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }\n",
            ),
            answers("bersedia,X1.1,X1.2\nYa,4,4\nya,2,3\nYa,5,5\n"),
        ],
    },
    Explanation {
        code: Code::SummaryRows,
        title: Words::new("Baris rekapitulasi di bawah jawaban", "Rows that sum up"),
        cause: Words::new(
            "Catatan, bukan kesalahan: baris yang diawali «Jumlah», «Total», «Rata-rata», dan sejenisnya dikenali, tidak dihitung sebagai responden, dan dibandingkan dengan jawaban di atasnya.",
            "A note, no error: rows that begin with “Jumlah”, “Total”, “Rata-rata” and the like are recognised, not counted as respondents, and compared with the answers above them.",
        ),
        remedy: Words::new(
            "Tidak ada yang perlu diperbaiki. Bila baris itu seorang responden, ubah isi kolom pertamanya.",
            "Nothing need be mended. If the row is a respondent after all, change what stands in its first column.",
        ),
        wrong: &[
            study("variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }\n"),
            answers("no,X1.1,X1.2\n1,4,4\n2,2,3\n3,5,5\nJumlah,11,12\n"),
        ],
        right: &[
            study("variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }\n"),
            answers("no,X1.1,X1.2\n1,4,4\n2,2,3\n3,5,5\n"),
        ],
    },
    Explanation {
        code: Code::TotalsDiffer,
        title: Words::new("Jumlah di berkas tidak sama dengan jawabannya", "Totals that differ from the answers"),
        cause: Words::new(
            "Berkas memuat kolom jumlah seperti TOTAL_X1, atau baris jumlah, yang tidak sama dengan hasil penjumlahan butirnya: ada jawaban atau jumlah yang salah ketik, rumus yang tidak mencakup semuanya, atau butir negatif yang belum dibalik.",
            "The file holds a column of totals such as TOTAL_X1, or a row of sums, that is not what the items add up to: an answer or a total was mistyped, a formula does not cover everything, or negative items were not reversed.",
        ),
        remedy: Words::new(
            "Periksa baris yang disebut. bab4 menjumlahkan sendiri dari jawaban dan tidak memakai kolom itu; bila jumlah itu sudah pernah Anda laporkan, angkanya akan berbeda.",
            "Look at the rows that are named. bab4 adds up the answers by itself and does not use that column; if you have reported its totals before, the numbers will differ.",
        ),
        wrong: &[
            study("variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }\n"),
            answers("X1.1,X1.2,TOTAL_X1\n4,4,8\n2,3,5\n5,5,11\n3,3,6\n"),
        ],
        right: &[
            study("variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }\n"),
            answers("X1.1,X1.2,TOTAL_X1\n4,4,8\n2,3,5\n5,5,10\n3,3,6\n"),
        ],
    },
    Explanation {
        code: Code::IdenticalRows,
        title: Words::new("Jawaban yang persis sama", "Answers that are exactly the same"),
        cause: Words::new(
            "Catatan: dua responden atau lebih menjawab persis sama pada semua butir, dengan profil yang sama pula. Pada kuesioner yang panjang itu jarang terjadi; biasanya satu kuesioner dimasukkan dua kali.",
            "A note: two or more respondents gave exactly the same answers to all items and have the same profile. With a long questionnaire that is rare; usually one was entered twice.",
        ),
        remedy: Words::new(
            "Bandingkan dengan kuesioner aslinya. Bila memang ganda, hapus salah satunya; bila ada pengenal, nyatakan `data.id`.",
            "Compare with the questionnaires themselves. If one was entered twice, delete it; if there is an identity, declare `data.id`.",
        ),
        wrong: &[
            study(
                "variables:\n  X1: { name: Motivasi, indicators: [A, B, C, D, E, F] }\n  Y: { name: Kinerja, indicators: [G, H, I, J, K, L] }\n",
            ),
            answers(
                "X1.1,X1.2,X1.3,X1.4,X1.5,X1.6,Y.1,Y.2,Y.3,Y.4,Y.5,Y.6\n4,4,5,4,4,5,4,3,4,4,5,4\n5,5,4,4,5,5,5,4,5,5,4,5\n2,3,3,2,3,2,3,2,2,3,3,2\n4,4,5,4,4,5,4,3,4,4,5,4\n3,3,4,3,3,4,3,3,4,3,4,3\n",
            ),
        ],
        right: &[
            study(
                "variables:\n  X1: { name: Motivasi, indicators: [A, B, C, D, E, F] }\n  Y: { name: Kinerja, indicators: [G, H, I, J, K, L] }\n",
            ),
            answers(
                "X1.1,X1.2,X1.3,X1.4,X1.5,X1.6,Y.1,Y.2,Y.3,Y.4,Y.5,Y.6\n4,4,5,4,4,5,4,3,4,4,5,4\n5,5,4,4,5,5,5,4,5,5,4,5\n2,3,3,2,3,2,3,2,2,3,3,2\n3,3,4,3,3,4,3,3,4,3,4,3\n",
            ),
        ],
    },
    Explanation {
        code: Code::StraightLining,
        title: Words::new("Satu jawaban untuk semua butir", "One answer to every item"),
        cause: Words::new(
            "Catatan: responden memberi jawaban yang sama pada semua butir, atau pada lebih dari separuhnya berturut-turut. Jawaban seperti itu sering diberikan tanpa membaca, terutama bila ada butir negatif di antaranya.",
            "A note: a respondent gave the same answer to all items, or to more than half of them in a row. Such answers are often given without reading, above all where negative items are among them.",
        ),
        remedy: Words::new(
            "Lihat jawabannya. Bila Anda mengeluarkan responden itu, hapus barisnya dari data dan sebutkan alasannya dalam bab.",
            "Look at the answers. If you leave the respondent out, delete the row from the data and give the reason in the chapter.",
        ),
        wrong: &[
            study(
                "variables:\n  X1: { name: Motivasi, indicators: [A, B, C, D, E, F] }\n  Y: { name: Kinerja, indicators: [G, H, I, J, K, L] }\n",
            ),
            answers(
                "X1.1,X1.2,X1.3,X1.4,X1.5,X1.6,Y.1,Y.2,Y.3,Y.4,Y.5,Y.6\n4,4,5,4,4,5,4,3,4,4,5,4\n5,5,4,4,5,5,5,4,5,5,4,5\n2,3,3,2,3,2,3,2,2,3,3,2\n3,3,4,3,3,4,3,3,4,3,4,3\n4,4,4,4,4,4,4,4,4,4,4,4\n",
            ),
        ],
        right: &[
            study(
                "variables:\n  X1: { name: Motivasi, indicators: [A, B, C, D, E, F] }\n  Y: { name: Kinerja, indicators: [G, H, I, J, K, L] }\n",
            ),
            answers(
                "X1.1,X1.2,X1.3,X1.4,X1.5,X1.6,Y.1,Y.2,Y.3,Y.4,Y.5,Y.6\n4,4,5,4,4,5,4,3,4,4,5,4\n5,5,4,4,5,5,5,4,5,5,4,5\n2,3,3,2,3,2,3,2,2,3,3,2\n3,3,4,3,3,4,3,3,4,3,4,3\n",
            ),
        ],
    },
    Explanation {
        code: Code::FastAnswers,
        title: Words::new("Waktu pengisian terlalu singkat", "Answered too fast"),
        cause: Words::new(
            "Catatan: berkas memuat lama pengisian, dan responden ini memerlukan kurang dari dua detik per butir. Dalam waktu itu pernyataannya tidak mungkin dibaca.",
            "A note: the file holds how long each respondent took, and these needed less than two seconds an item. In that time no statement can be read.",
        ),
        remedy: Words::new(
            "Lihat jawabannya. Bila Anda mengeluarkan responden itu, hapus barisnya dari data dan sebutkan batasnya dalam bab.",
            "Look at the answers. If you leave the respondent out, delete the row from the data and name the limit in the chapter.",
        ),
        wrong: &[
            study("variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }\n"),
            answers("Duration (in seconds),X1.1,X1.2\n45,4,4\n3,2,3\n60,5,5\n38,3,3\n"),
        ],
        right: &[
            study("variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }\n"),
            answers("Duration (in seconds),X1.1,X1.2\n45,4,4\n30,2,3\n60,5,5\n38,3,3\n"),
        ],
    },
    Explanation {
        code: Code::OutlyingPersons,
        title: Words::new("Jawaban yang sangat berubah-ubah", "Answers that vary very much"),
        cause: Words::new(
            "Catatan: simpangan baku jawaban responden ini jauh di atas responden lain (lebih dari 3,5 simpangan baku), seperti bila dijawab acak.",
            "A note: the standard deviation of these respondents' answers lies far above that of the others (by more than 3.5 standard deviations), as if answered at random.",
        ),
        remedy: Words::new(
            "Lihat jawabannya. Itu hanya petunjuk: pendapat yang tajam pun dapat demikian. Tidak ada yang dikeluarkan dengan sendirinya.",
            "Look at the answers. It is a sign only: strong opinions may look like that. Nobody is left out by itself.",
        ),
        wrong: &[
            study("variables:\n  X1: { name: Motivasi, indicators: [A, B, C, D, E, F, G, H, I, J] }\n"),
            answers(
                "X1.1,X1.2,X1.3,X1.4,X1.5,X1.6,X1.7,X1.8,X1.9,X1.10\n2,2,3,2,2,3,2,2,2,3\n3,4,3,3,3,4,3,3,4,3\n5,4,5,5,4,5,4,5,4,5\n3,2,2,2,3,3,3,3,2,2\n3,4,4,3,4,4,4,3,4,4\n4,4,4,5,5,5,5,4,4,4\n3,3,2,3,2,3,2,3,3,2\n3,3,4,3,3,4,3,3,3,4\n4,5,4,4,4,5,4,4,5,4\n3,2,3,3,2,3,2,3,2,3\n4,3,3,3,4,4,4,4,3,3\n4,5,5,4,5,5,5,4,5,5\n2,2,2,3,3,3,3,2,2,2\n4,4,3,4,3,4,3,4,4,3\n4,4,5,4,4,5,4,4,4,5\n2,3,2,2,2,3,2,2,3,2\n4,3,4,4,3,4,3,4,3,4\n5,4,4,4,5,5,5,5,4,4\n2,3,3,2,3,3,3,2,3,3\n3,3,3,4,4,4,4,3,3,3\n5,5,4,5,4,5,4,5,5,4\n2,2,3,2,2,3,2,2,2,3\n3,4,3,3,3,4,3,3,4,3\n5,4,5,5,4,5,4,5,4,5\n3,2,2,2,3,3,3,3,2,2\n3,4,4,3,4,4,4,3,4,4\n4,4,4,5,5,5,5,4,4,4\n3,3,2,3,2,3,2,3,3,2\n3,3,4,3,3,4,3,3,3,4\n4,5,4,4,4,5,4,4,5,4\n3,2,3,3,2,3,2,3,2,3\n4,3,3,3,4,4,4,4,3,3\n1,5,5,1,5,1,5,1,1,5\n",
            ),
        ],
        right: &[
            study("variables:\n  X1: { name: Motivasi, indicators: [A, B, C, D, E, F, G, H, I, J] }\n"),
            answers(
                "X1.1,X1.2,X1.3,X1.4,X1.5,X1.6,X1.7,X1.8,X1.9,X1.10\n2,2,3,2,2,3,2,2,2,3\n3,4,3,3,3,4,3,3,4,3\n5,4,5,5,4,5,4,5,4,5\n3,2,2,2,3,3,3,3,2,2\n3,4,4,3,4,4,4,3,4,4\n4,4,4,5,5,5,5,4,4,4\n3,3,2,3,2,3,2,3,3,2\n3,3,4,3,3,4,3,3,3,4\n4,5,4,4,4,5,4,4,5,4\n3,2,3,3,2,3,2,3,2,3\n4,3,3,3,4,4,4,4,3,3\n4,5,5,4,5,5,5,4,5,5\n2,2,2,3,3,3,3,2,2,2\n4,4,3,4,3,4,3,4,4,3\n4,4,5,4,4,5,4,4,4,5\n2,3,2,2,2,3,2,2,3,2\n4,3,4,4,3,4,3,4,3,4\n5,4,4,4,5,5,5,5,4,4\n2,3,3,2,3,3,3,2,3,3\n3,3,3,4,4,4,4,3,3,3\n5,5,4,5,4,5,4,5,5,4\n2,2,3,2,2,3,2,2,2,3\n3,4,3,3,3,4,3,3,4,3\n5,4,5,5,4,5,4,5,4,5\n3,2,2,2,3,3,3,3,2,2\n3,4,4,3,4,4,4,3,4,4\n4,4,4,5,5,5,5,4,4,4\n3,3,2,3,2,3,2,3,3,2\n3,3,4,3,3,4,3,3,3,4\n4,5,4,4,4,5,4,4,5,4\n3,2,3,3,2,3,2,3,2,3\n4,3,3,3,4,4,4,4,3,3\n",
            ),
        ],
    },
    Explanation {
        code: Code::PersonalColumn,
        title: Words::new("Data pribadi sebagai profil responden", "Personal data as a profile"),
        cause: Words::new(
            "Sebuah karakteristik memakai kolom nama, NIP, nomor telepon, atau surel. Tabel profil mencetak setiap isi kolom itu, jadi data pribadi responden akan masuk ke bab.",
            "A characteristic uses a column of names, numbers of persons, phone numbers or e-mail addresses. A profile table prints each of its entries, so personal data would go into the chapter.",
        ),
        remedy: Words::new(
            "Hapus karakteristik itu. Untuk mengenali orang yang sama, sebut kolomnya pada `data.id`: isinya tidak pernah dicetak.",
            "Delete the characteristic. To tell persons apart, name the column in `data.id`: it is never printed.",
        ),
        wrong: &[
            study("variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }\nrespondents:\n  nama: Nama\n"),
            answers("nama,X1.1,X1.2\nAni,4,4\nBudi,2,3\nCici,5,5\nDedi,3,3\nEka,4,5\n"),
        ],
        right: &[
            study("variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }\n"),
            answers("nama,X1.1,X1.2\nAni,4,4\nBudi,2,3\nCici,5,5\nDedi,3,3\nEka,4,5\n"),
        ],
    },
    Explanation {
        code: Code::RoundedIdentity,
        title: Words::new("Nomor pengenal yang dibulatkan", "Identities that were rounded"),
        cause: Words::new(
            "Lembar kerja hanya menyimpan 15 digit. NIP (18 digit) yang tersimpan sebagai angka kehilangan digit terakhirnya, sehingga orang yang berbeda tampak sama. Contoh di bawah adalah lembar kerja sebagai teks.",
            "A spreadsheet keeps 15 digits. An identity number of 18 digits that is stored as a number has lost its last ones, so different persons look like one. The example below is a sheet written as text.",
        ),
        remedy: Words::new(
            "Format kolomnya sebagai teks, lalu ketik atau impor ulang nomornya. Formulir daring dan CSV tidak mempunyai masalah ini.",
            "Format the column as text and type or import the numbers again. Online forms and CSV do not have this problem.",
        ),
        wrong: &[file("lembar.txt", "nip                 X1.1  X1.2\n1.98001012005011E+17  4     4\n")],
        right: &[file("lembar.txt", "nip                 X1.1  X1.2\n198001012005011001    4     4\n")],
    },
    Explanation {
        code: Code::NoSuchRows,
        title: Words::new("Baris yang dikeluarkan tidak ada", "Rows to leave out that are not there"),
        cause: Words::new(
            "`data.exclude` menyebut nomor baris yang bukan responden: di luar berkas, judul kolom, baris kosong, atau baris yang sudah tidak dihitung karena `keep`, `id`, atau `missing`.",
            "`data.exclude` names rows that are no respondents: beyond the file, the header, an empty row, or one that does not count anyway because of `keep`, `id` or `missing`.",
        ),
        remedy: Words::new(
            "Pakai nomor baris seperti yang tampil di lembar kerja; judul kolom biasanya baris 1.",
            "Give rows as the spreadsheet shows them; the header is usually row 1.",
        ),
        wrong: &[
            study(
                "data: { file: responses.csv, exclude: { \"9\": mengisi atas nama orang lain } }\nvariables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }\n",
            ),
            answers("X1.1,X1.2\n4,4\n2,3\n5,5\n"),
        ],
        right: &[
            study("data: { file: responses.csv }\nvariables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan] }\n"),
            answers("X1.1,X1.2\n4,4\n2,3\n5,5\n"),
        ],
    },
];
