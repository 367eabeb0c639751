# Practice answers of six units, one of them with three employees. `Rscript buat-data.R > responses.csv`.
set.seed(20250805)
units <- c("Bagian Umum" = 18, "Bagian Hukum" = 12, "Bagian Organisasi" = 11, "Bagian Kesejahteraan Rakyat" = 14,
           "Bagian Perekonomian" = 9, "Bagian Protokol" = 3)
unit <- rep(names(units), units)
n <- length(unit)
level <- c(3.7, 4.1, 4.3, 3.9, 3.5, 4.0)[match(unit, names(units))]
person <- rnorm(n, 0, 0.45)
values <- c(0.2, 0, -0.2, 0.1, 0.3, -0.4, -0.1)
X <- do.call(cbind, lapply(1:7, function(d) sapply(1:3, function(i)
  pmin(5, pmax(1, round(level + person + values[d] + rnorm(n, 0, 0.6)))))))
colnames(X) <- paste0("X.", 1:21)
write.csv(cbind(data.frame(LATIHAN = "LATIHAN", UNIT = unit), X), stdout(), row.names = FALSE, quote = FALSE)
