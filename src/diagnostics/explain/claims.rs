//! S012–S023: scales, claims, regressions, measurement models and files.

use super::{Explanation, Words, file, study};
use crate::diagnostics::Code;

pub(super) const EXPLANATIONS: &[Explanation] = &[
    Explanation {
        code: Code::BadScale,
        title: Words::new("Skala tidak utuh", "A scale that is not one"),
        cause: Words::new(
            "Skala harus cocok dengan dirinya: `min` di bawah `max`; `labels` dan `abbreviations` berisi tepat satu kata \
             untuk setiap jawaban dari `min` sampai `max`; `categories` naik dari nilai terendah. Yang paling sering: skala \
             1–5 dengan empat label karena jawaban tengah terlupa.",
            "A scale must agree with itself: `min` below `max`; `labels` and `abbreviations` with exactly one word for each \
             answer from `min` to `max`; `categories` rising from the lowest value. Most often: a scale of 1–5 with four \
             labels, the middle answer forgotten.",
        ),
        remedy: Words::new(
            "Hitung jawabannya: dari `min` sampai `max` ada `max − min + 1`. Tulis label sebanyak itu, dari yang terendah. \
             Bila kuesionernya memang berskala empat jawaban, tulis `max: 4`.",
            "Count the answers: from `min` to `max` there are `max − min + 1`. Write as many labels, the lowest first. If the \
             questionnaire really has four answers, write `max: 4`.",
        ),
        wrong: &[study("scale: { min: 1, max: 5, labels: [Sangat Tidak Setuju, Tidak Setuju, Setuju, Sangat Setuju] }\n")],
        right: &[study(
            "scale: { min: 1, max: 5, labels: [Sangat Tidak Setuju, Tidak Setuju, Netral, Setuju, Sangat Setuju] }\n",
        )],
    },
    Explanation {
        code: Code::BadClaim,
        title: Words::new("Klaim tidak terbaca", "A claim that cannot be read"),
        cause: Words::new(
            "Klaim bukan kalimat, melainkan rumus pendek dari kode variabel dan tanda. Bentuknya: `X1 -> Y` pengaruh; `X1 -> \
             Y1 -> Y2` pengaruh tidak langsung; `X1 & X2 -> Y` pengaruh bersama; `X * M -> Y` moderasi; `A <-> B` hubungan; \
             `Y ~ umur` perbedaan antarkelompok; `PRE < POST` sebelum dan sesudah; `Y > 70%` tingkat. Di belakangnya boleh \
             (+) atau (-).",
            "A claim is no sentence but a short formula of codes and signs. Its forms: `X1 -> Y` effect; `X1 -> Y1 -> Y2` \
             indirect effect; `X1 & X2 -> Y` joint effect; `X * M -> Y` moderation; `A <-> B` association; `Y ~ umur` \
             difference between groups; `PRE < POST` before and after; `Y > 70%` level. Behind it may stand (+) or (-).",
        ),
        remedy: Words::new(
            "Tulis klaim dengan kode, dan panah sebagai `->` (tanda hubung dan lebih besar). Kalimat hipotesis Anda sendiri \
             ditulis pada `statement`: `H1: { claim: X1 -> Y (+), statement: … }`.",
            "Write the claim with codes, and the arrow as `->` (hyphen and greater-than). The sentence of your own hypothesis \
             goes into `statement`: `H1: { claim: X1 -> Y (+), statement: … }`.",
        ),
        wrong: &[study("hypotheses:\n  H1: Motivasi berpengaruh positif terhadap Kinerja\n")],
        right: &[study("hypotheses:\n  H1: { claim: X1 -> Y (+), statement: Motivasi berpengaruh positif terhadap Kinerja }\n")],
    },
    Explanation {
        code: Code::Undeclared,
        title: Words::new("Nama belum dideklarasikan", "A name that is not declared"),
        cause: Words::new(
            "Sebuah klaim, regresi, atau bobot menyebut kode yang tidak ada di bawah `variables` atau `respondents`: salah \
             ketik, variabelnya belum ditulis, atau namanya dipakai sebagai ganti kodenya. Huruf besar dan kecil dibedakan.",
            "A claim, a regression or a weight names a code that stands neither under `variables` nor under `respondents`: a \
             slip, a variable not written yet, or the name instead of the code. Capital and small letters differ.",
        ),
        remedy: Words::new(
            "Perbaiki kodenya (pesan mendaftar yang ada), atau deklarasikan variabel itu di bawah `variables`.",
            "Correct the code (the message lists those there are), or declare the variable under `variables`.",
        ),
        wrong: &[study("hypotheses:\n  H1: X1 -> Y (+)\n  H2: X3 -> Y (+)\n")],
        right: &[study("hypotheses:\n  H1: X1 -> Y (+)\n  H2: X2 -> Y (+)\n")],
    },
    Explanation {
        code: Code::Cycle,
        title: Words::new("Panah berputar", "Arrows that run in a circle"),
        cause: Words::new(
            "Mengikuti panah dari satu variabel, Anda sampai lagi ke variabel itu. Regresi satu per satu hanya dapat menaksir \
             model satu arah; hubungan timbal balik memerlukan metode lain.",
            "Following the arrows from a variable leads back to it. Regressions, one by one, can estimate one-way models \
             only; mutual effects need another method.",
        ),
        remedy: Words::new(
            "Hapus atau balik salah satu panah sesuai kerangka pemikiran Anda. Bila yang dimaksud hanya hubungan tanpa arah, \
             tulis `A <-> B`.",
            "Delete or turn one of the arrows, as your framework says. If only a relation without direction is meant, write \
             `A <-> B`.",
        ),
        wrong: &[study("hypotheses:\n  H1: X1 -> Y (+)\n  H2: Y -> X1 (+)\n")],
        right: &[study("hypotheses:\n  H1: X1 -> Y (+)\n  H2: X2 -> Y (+)\n")],
    },
    Explanation {
        code: Code::OwnDimension,
        title: Words::new("Variabel bersama dimensinya dalam satu regresi", "A variable beside its own dimension"),
        cause: Words::new(
            "Skor variabel dihitung dari dimensi-dimensinya. Bila keduanya menjadi prediktor dalam satu regresi, angka yang \
             sama masuk dua kali dan koefisiennya tidak bermakna.",
            "The score of a variable is made of its dimensions. If both are predictors of one regression, the same numbers \
             enter twice and the coefficients mean nothing.",
        ),
        remedy: Words::new(
            "Pisahkan menjadi dua regresi di bawah `regressions`: satu dengan variabel, satu (bernama lain, dengan `outcome`) \
             dengan dimensi-dimensinya.",
            "Keep two regressions apart under `regressions`: one with the variable, one (of another name, with `outcome`) \
             with its dimensions.",
        ),
        wrong: &[study(
            "variables:\n  X1:\n    name: Motivasi\n    dimensions:\n      IN: { name: Intrinsik, indicators: [Prestasi, Minat] }\n      \
             EK: { name: Ekstrinsik, indicators: [Gaji, Pujian] }\n  Y: { name: Kinerja, indicators: [Mutu, Waktu] }\n\
             hypotheses:\n  H1: X1 -> Y (+)\n  H2: X1.IN -> Y (+)\n",
        )],
        right: &[study(
            "variables:\n  X1:\n    name: Motivasi\n    dimensions:\n      IN: { name: Intrinsik, indicators: [Prestasi, Minat] }\n      \
             EK: { name: Ekstrinsik, indicators: [Gaji, Pujian] }\n  Y: { name: Kinerja, indicators: [Mutu, Waktu] }\n\
             hypotheses:\n  H1: X1 -> Y (+)\n  H2: X1.IN -> Y (+)\n\
             regressions:\n  Y: [X1]\n  Y per dimensi: { outcome: Y, predictors: [X1.IN, X1.EK] }\n",
        )],
    },
    Explanation {
        code: Code::EffectNotInRegression,
        title: Words::new("Pengaruh yang tidak ada dalam regresi mana pun", "An effect that no regression holds"),
        cause: Words::new(
            "Tanpa `regressions`, setiap regresi disusun dari panah hipotesis. Daftar di `regressions` menggantikannya; bila \
             daftar itu tidak memuat prediktor sebuah hipotesis, hipotesis itu tidak punya uji t.",
            "Without `regressions`, every regression is made from the arrows of the hypotheses. A list under `regressions` \
             replaces that; if it leaves out the predictor of a hypothesis, that hypothesis has no t test.",
        ),
        remedy: Words::new(
            "Tambahkan prediktor itu ke daftar, atau hapus daftarnya agar disusun dari panah.",
            "Add the predictor to the list, or delete the list to have it made from the arrows.",
        ),
        wrong: &[study("hypotheses:\n  H1: X1 -> Y (+)\n  H2: X2 -> Y (+)\nregressions:\n  Y: [X1]\n")],
        right: &[study("hypotheses:\n  H1: X1 -> Y (+)\n  H2: X2 -> Y (+)\nregressions:\n  Y: [X1, X2]\n")],
    },
    Explanation {
        code: Code::UnknownModel,
        title: Words::new("Model pengukuran tidak ada", "A measurement model that does not exist"),
        cause: Words::new(
            "`uses` menyebut model pengukuran yang tidak ada dalam program dan tidak ada pula dalam folder `models` di \
             samping berkas studi.",
            "`uses` names a measurement model that is neither in the program nor in the folder `models` beside the study \
             file.",
        ),
        remedy: Words::new(
            "Lihat nama yang ada dengan `bab4 models`, simpan model Anda sendiri sebagai `models/NAMA.yaml`, atau tulis \
             `name` dan `indicators` langsung pada variabel.",
            "See the names there are with `bab4 models`, keep your own model as `models/NAME.yaml`, or write `name` and \
             `indicators` under the variable itself.",
        ),
        wrong: &[study("variables:\n  Y: { uses: ocb-smarang }\n")],
        right: &[study("variables:\n  Y: { uses: ocb-semarang }\n")],
    },
    Explanation {
        code: Code::BadPath,
        title: Words::new("Berkas tidak ada atau di luar folder studi", "A file that is not there or outside the folder"),
        cause: Words::new(
            "Berkas yang disebut tidak ditemukan, atau jalurnya keluar dari folder berkas studi (C:\\…, /…, ../…). Semua \
             berkas sebuah studi berada dalam satu folder, agar folder itu dapat dipindah dan diperiksa orang lain.",
            "The file named is not found, or its path leads out of the folder of the study file (C:\\…, /…, ../…). All files \
             of a study stand in one folder, so that the folder can be moved and checked by somebody else.",
        ),
        remedy: Words::new(
            "Salin berkas itu ke folder berkas studi dan tulis namanya saja, lengkap dengan akhirannya (.csv, .xlsx). Windows \
             sering menyembunyikan akhiran: yang tampak «responses» bisa jadi responses.xlsx.",
            "Copy the file into the folder of the study file and write only its name, with its ending (.csv, .xlsx). Windows \
             often hides endings: what shows as `responses` may be responses.xlsx.",
        ),
        wrong: &[study("data: { file: C:\\Users\\Ani\\Documents\\responses.csv }\n")],
        right: &[study("data: { file: responses.csv }\n")],
    },
    Explanation {
        code: Code::BadLogo,
        title: Words::new("Berkas yang bukan logo", "A file that is no logo"),
        cause: Words::new(
            "Logo pada `office` harus gambar PNG, JPEG, atau SVG yang utuh dan kurang dari 2 MiB. Berkas lain yang diberi akhiran \
             .png tetap bukan PNG, dan salinan yang terputus tidak dapat dicetak.",
            "The logo of `office` must be a whole PNG, JPEG or SVG picture of less than 2 MiB. Another file called .png is no PNG \
             all the same, and a copy that broke off cannot be printed.",
        ),
        remedy: Words::new(
            "Buka gambarnya, simpan sebagai PNG sekitar 400 piksel lebarnya, dan letakkan di folder studi.",
            "Open the picture, save it as PNG about 400 pixels wide, and put it into the study's folder.",
        ),
        wrong: &[study("office: { logo: logo.png }\n"), file("logo.png", "bukan gambar\n")],
        right: &[
            study("office: { logo: logo.svg }\n"),
            file("logo.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><circle cx='4' cy='4' r='4'/></svg>\n"),
        ],
    },
    Explanation {
        code: Code::DoubtfulNip,
        title: Words::new("NIP yang tampaknya salah tulis", "A NIP that looks like a slip of the pen"),
        cause: Words::new(
            "NIP terdiri atas 18 angka dan diawali tanggal lahir; yang tertulis tidak demikian.",
            "A NIP has 18 digits and begins with the date of birth; this one does not.",
        ),
        remedy: Words::new(
            "Periksa angkanya. Nomor lain, misalnya NRP, tercetak seperti ditulis; peringatan ini boleh diabaikan.",
            "Check the digits. Another number, such as that of an officer, is printed as written; the warning may be ignored.",
        ),
        wrong: &[study("office: { head: Dra. Contoh, nip: 1975031219980310 }\n")],
        right: &[study("office: { head: Dra. Contoh, nip: 19750312 199803 1 002 }\n")],
    },
    Explanation {
        code: Code::WrongOperand,
        title: Words::new("Nama yang tidak cocok di tempatnya", "A name that does not fit its place"),
        cause: Words::new(
            "Klaim menggabungkan hal yang tidak dapat digabung: karakteristik responden di tempat variabel, variabel di kanan \
             ~, variabel dan karakteristik di kedua sisi `<->`, atau sebuah nama dengan dirinya sendiri.",
            "The claim joins what cannot be joined: a characteristic of respondents where a variable belongs, a variable \
             right of ~, a variable and a characteristic around `<->`, or a name with itself.",
        ),
        remedy: Words::new(
            "Perbedaan menurut karakteristik ditulis `Y ~ karakteristik`; hubungan dua variabel `A <-> B`; karakteristik \
             sebagai kontrol masuk ke `regressions`. Karakteristik yang berupa angka dan hendak diuji pengaruhnya \
             dideklarasikan sebagai variabel dengan `column`.",
            "A difference by a characteristic is written `Y ~ characteristic`; a relation of two variables `A <-> B`; a \
             characteristic as a control goes into `regressions`. A characteristic that is a number and whose effect is to be \
             tested is declared as a variable with `column`.",
        ),
        wrong: &[study("respondents:\n  umur: { name: Umur, classes: [20, 30, 40] }\nhypotheses:\n  H1: umur -> Y\n")],
        right: &[study("respondents:\n  umur: { name: Umur, classes: [20, 30, 40] }\nhypotheses:\n  H1: Y ~ umur\n")],
    },
    Explanation {
        code: Code::WrongCount,
        title: Words::new("Banyaknya tidak sama dengan banyaknya butir", "A number that is not the number of items"),
        cause: Words::new(
            "`columns` harus menyebut satu kolom untuk setiap butir variabel, menurut urutan butir; `labels` sebuah butir \
             satu kata untuk setiap jawaban. Rentang seperti `\"F:H\"` adalah tiga kolom: F, G, dan H.",
            "`columns` must name one column for each item of the variable, in the order of the items; `labels` of an item one \
             word for each answer. A range such as `\"F:H\"` is three columns: F, G and H.",
        ),
        remedy: Words::new(
            "Hitung butir dan kolomnya, lalu perpanjang atau perpendek rentang, atau tambahkan indikator yang terlupa.",
            "Count items and columns, then make the range longer or shorter, or add the indicator that was forgotten.",
        ),
        wrong: &[study("variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan], columns: \"F:H\" }\n")],
        right: &[study("variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan], columns: \"F:G\" }\n")],
    },
    Explanation {
        code: Code::ModelScaleDiffers,
        title: Words::new("Skala model berbeda dari skala studi", "A model's scale that is not the study's"),
        cause: Words::new(
            "Catatan, bukan kesalahan: variabel memakai model pengukuran yang membawa skalanya sendiri, dan skala itu lain \
             dari `scale` studi. Skala model yang berlaku untuk variabel itu.",
            "A note, no error: the variable uses a measurement model that brings its own scale, which is not the `scale` of \
             the study. For that variable the model's scale holds.",
        ),
        remedy: Words::new(
            "Bila kuesioner Anda memakai skala studi untuk butir-butir itu, tulis `scale` pada variabelnya; bila skala model \
             memang yang dipakai, biarkan.",
            "If your questionnaire used the study's scale for these items, write `scale` under the variable; if the model's \
             scale is the one that was used, leave it.",
        ),
        wrong: &[study("scale: { min: 1, max: 4 }\nvariables:\n  Y: { uses: ocb-semarang }\n")],
        right: &[study("scale: { min: 1, max: 4 }\nvariables:\n  Y: { uses: ocb-semarang, scale: { min: 1, max: 4 } }\n")],
    },
    Explanation {
        code: Code::Untranslated,
        title: Words::new("Teks tanpa kata-kata dalam bahasa bab", "A text without words in the language of the chapter"),
        cause: Words::new(
            "Bab ditulis dalam bahasa yang satu (`language` atau `--lang`), sedangkan teks ini hanya ada dalam bahasa yang lain. \
             Program ini tidak menerjemahkan; teks itu tercetak apa adanya di tengah kalimat bahasa lain.",
            "The chapter is written in one language (`language` or `--lang`) and this text exists in the other alone. The \
             program does not translate; the text is printed as it is, amid sentences of another language.",
        ),
        remedy: Words::new(
            "Tulis teks itu dalam kedua bahasa, `{ id: …, en: … }`; kategori responden pada `values`. Nama diri boleh \
             dibiarkan.",
            "Write the text in both languages, `{ id: …, en: … }`; categories of respondents under `values`. Proper names \
             may stay as they are.",
        ),
        wrong: &[study("language: en\nvariables:\n  X1: { name: { id: Motivasi }, indicators: [Pay, Recognition] }\n")],
        right: &[study(
            "language: en\nvariables:\n  X1: { name: { id: Motivasi, en: Motivation }, indicators: [Pay, Recognition] }\n",
        )],
    },
    Explanation {
        code: Code::WeightsNotOne,
        title: Words::new("Bobot tidak berjumlah satu", "Weights that do not add up to one"),
        cause: Words::new(
            "Peringatan: bobot butir atau dimensi ditulis sebagai pecahan dan skornya dijumlahkan, tetapi jumlah bobotnya bukan \
             1. Skor tertinggi lalu bukan jawaban tertinggi pada skala: dengan sembilan unsur yang masing-masing berbobot 0,11, \
             nilai tertinggi hanya 0,99 kali yang seharusnya.",
            "A warning: the weights of items or dimensions are written as fractions and the score is a sum, but the weights do \
             not add up to 1. The highest score then is not the highest answer of the scale: with nine parts that weigh 0.11 \
             each, the highest value is only 0.99 times what it should be.",
        ),
        remedy: Words::new(
            "Perbaiki bobotnya, atau tulis `by: mean`: rata-rata tertimbang dibagi dengan jumlah bobot, berapa pun jumlahnya. \
             Bila sebuah pedoman memang menetapkan bobot yang dibulatkan, biarkan dan sebutkan dalam laporan.",
            "Mend the weights, or write `by: mean`: a weighted mean is divided by the sum of the weights, whatever it is. If a \
             guideline does prescribe rounded weights, leave them and say so in the report.",
        ),
        wrong: &[study(
            "variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan], score: { by: sum, weights: { X1.1: 0.5, X1.2: 0.4 } } }\n",
        )],
        right: &[study(
            "variables:\n  X1: { name: Motivasi, indicators: [Gaji, Penghargaan], score: { by: sum, weights: { X1.1: 0.6, X1.2: 0.4 } } }\n",
        )],
    },
];
