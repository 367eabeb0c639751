//! The keys of `office`.

use super::{Key, Map, PATH, Value, words};

pub(super) const OFFICE: Map = Map::new(
    "office",
    &[
        Key::new(
            "name",
            Value::Text,
            words("Nama pada kop", "Name on the letterhead"),
            words(
                "Nama instansi pada kop surat; tanpa ini dipakai `object`. Baris di atasnya adalah `institution`.",
                "Name of the agency on the letterhead; `object` where it is not given. The line above it is `institution`.",
            ),
        ),
        Key::new(
            "address",
            Value::Text,
            words("Alamat", "Address"),
            words("Alamat pada kop surat.", "Address on the letterhead."),
        ),
        Key::new(
            "contact",
            Value::Text,
            words("Kontak", "Contact"),
            words(
                "Telepon, surel, dan laman pada kop surat, dalam satu baris.",
                "Telephone, mail and web on the letterhead, in one line.",
            ),
        )
        .examples(&["Telepon (024) 000000, surel dinkes@contoh.go.id"]),
        Key::new(
            "logo",
            Value::Formed(&PATH),
            words("Logo", "Logo"),
            words(
                "Berkas logo (PNG, JPEG, atau SVG) di folder studi, kurang dari 2 MiB.",
                "File of the logo (PNG, JPEG or SVG) in the study's folder, less than 2 MiB.",
            ),
        )
        .examples(&["logo.png"]),
        Key::new(
            "place",
            Value::Text,
            words("Tempat tanda tangan", "Place of signature"),
            words("Tempat di atas tanda tangan.", "Place above the signature."),
        ),
        Key::new(
            "date",
            Value::Text,
            words("Tanggal tanda tangan", "Date of signature"),
            words(
                "Tanggal di atas tanda tangan, seperti hendak tercetak: 14 Juli 2025.",
                "Date above the signature, as it is to be printed: 14 July 2025.",
            ),
        ),
        Key::new(
            "position",
            Value::Text,
            words("Jabatan penanda tangan", "Position of who signs"),
            words(
                "Jabatan di atas tanda tangan; tanpa ini «Kepala» dan nama instansi.",
                "Position above the signature; `Head of` and the agency where it is not given.",
            ),
        ),
        Key::new(
            "head",
            Value::Plain,
            words("Kepala", "Head"),
            words(
                "Nama penanda tangan beserta gelar; tanpa ini tidak ada blok tanda tangan.",
                "Name of who signs, with degrees; there is no signature without it.",
            ),
        ),
        Key::new(
            "rank",
            Value::Plain,
            words("Pangkat", "Rank"),
            words("Pangkat dan golongan penanda tangan.", "Rank and grade of who signs."),
        )
        .examples(&["Pembina Utama Muda, IV/c"]),
        Key::new(
            "nip",
            Value::Plain,
            words("NIP", "NIP"),
            words(
                "Nomor induk pegawai penanda tangan, 18 angka; dicetak dalam kelompoknya.",
                "Civil servant's number of who signs, 18 digits; printed in its groups.",
            ),
        )
        .examples(&["19750312 199803 1 002"]),
    ],
);
