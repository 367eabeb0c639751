# Practice answers as Google Forms exports them: whole questions as headers, a grid, words as answers, consent asked first, persons
# who answered twice. `Rscript buat-data.R` writes the workbook again; needs openxlsx.
library(openxlsx)
set.seed(20250614)
n <- 74
words <- c("Sangat Tidak Setuju", "Tidak Setuju", "Ragu-ragu", "Setuju", "Sangat Setuju")
likert <- function(latent) pmin(5, pmax(1, round(3.5 + latent)))
motivation <- rnorm(n, 0, 0.8)
discipline <- 0.6 * motivation + rnorm(n, 0, 0.6)
item <- function(latent, noise = 0.5) likert(latent + rnorm(n, 0, noise))
answers <- cbind(sapply(1:4, function(i) item(motivation)), sapply(1:3, function(i) item(discipline)), 6 - item(discipline, 0.6))
said <- matrix(words[answers], n)
# As people and exports write: other cases, no-break spaces, a dot behind.
said[5, 1] <- tolower(said[5, 1]); said[9, 3] <- sub(" ", "\u00a0", said[9, 3]); said[12, 6] <- paste0(said[12, 6], ".")
time <- as.POSIXct("2025-06-02 08:00:00", tz = "UTC") + sort(sample(1:(9 * 86400), n))
data <- data.frame(
  time,
  bersedia = ifelse(seq_len(n) %in% c(7, 23, 51, 60), "Tidak", "Ya"),
  email = sprintf("latihan%02d@contoh.id", c(seq_len(n - 2), 3, 18)),
  jk = sample(c("Laki-laki", "Perempuan"), n, replace = TRUE, prob = c(.45, .55)),
  usia = sample(23:57, n, replace = TRUE),
  said,
  latihan = "LATIHAN"
)
data[data$bersedia == "Tidak", 4:13] <- NA
names(data) <- c(
  "Cap waktu", "Apakah Anda bersedia menjadi responden?", "Alamat email", "Jenis kelamin Anda", "Usia (tahun)",
  paste0("Bagaimana pendapat Anda tentang pekerjaan Anda? [", c(
    "Saya ingin berprestasi lebih baik", "Saya senang bekerja bersama rekan", "Saya ingin memimpin", "Saya bekerja lebih giat bila dihargai"
  ), "]"),
  "1. Saya hadir tepat waktu", "2. Saya menaati  peraturan kantor.", "3. Saya menyelesaikan tugas", "4. Saya sering menunda pekerjaan",
  "LATIHAN"
)
book <- createWorkbook()
addWorksheet(book, "Form Responses 1")
writeData(book, 1, data)
addStyle(book, 1, createStyle(numFmt = "dd/mm/yyyy hh:mm:ss"), rows = 1 + seq_len(n), cols = 1)
saveWorkbook(book, "Formulir tanpa judul (Jawaban).xlsx", overwrite = TRUE)
