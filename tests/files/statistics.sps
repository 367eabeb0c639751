SET LOCALE='UTF-8'.
DATA LIST LIST /nip (A18) jk (F1.0) X1 X2 X3 (F8.0) nilai (F8.2) tanggal (DATE11) alasan (A300).
BEGIN DATA
"198001012005011001" 1 4 5 2 70.5 01-JUN-2025 "Sudah lama bekerja di dinas ini; café"
"198001012005011002" 2 5 5 1 81.25 02-JUN-2025 ""
"198001012005011003" 2 9 3 3 60 03-JUN-2025 "pendek"
"198001012005011004" 1 3 99 4 . 04-JUN-2025 "x"
"198001012005011005" 1 1 2 5 -3.125 05-JUN-2025 "y"
END DATA.
VARIABLE LABELS nip 'Nomor Induk Pegawai' jk 'Jenis kelamin' X1 'Saya menyelesaikan tugas tepat waktu' X2 'Saya teliti' X3 'Saya sering menunda pekerjaan' nilai 'Nilai kinerja'.
VALUE LABELS jk 1 'Laki-laki' 2 'Perempuan' /X1 X2 X3 1 'Sangat Tidak Setuju' 2 'Tidak Setuju' 3 'Netral' 4 'Setuju' 5 'Sangat Setuju' 9 'Tidak menjawab'.
MISSING VALUES X1 X2 X3 (9, 99).
SAVE OUTFILE='plain.sav' /UNCOMPRESSED.
SAVE OUTFILE='bytes.sav' /COMPRESSED.
SAVE OUTFILE='zlib.zsav' /ZCOMPRESSED.
