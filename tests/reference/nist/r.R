# Correct digits (LRE) that R keeps of NIST's certified values: `Rscript r.R > r.csv` in this folder.
lre <- function(found, certified) pmin(15, ifelse(found == certified, 15, ifelse(certified == 0, -log10(abs(found)), -log10(abs(found - certified) / abs(certified)))))
cat("set,b,se\n")
row <- function(name, m, b, se) {
  s <- summary(m)$coefficients
  if (nrow(s) < length(b)) return(cat(name, "refused", "refused\n", sep = ","))
  keep <- se != 0
  cat(name, sprintf("%.1f", min(lre(s[, 1], b))), if (any(keep)) sprintf("%.1f", min(lre(s[keep, 2], se[keep]))) else "", sep = ","); cat("\n")
}
certified <- read.csv("certified.csv")
degree <- c(filip = 10, pontius = 2, wampler1 = 5, wampler2 = 5, wampler3 = 5, wampler4 = 5, wampler5 = 5)
for (name in names(degree)) {
  d <- read.csv(paste0(name, ".csv")); X <- outer(d$x, seq_len(degree[[name]]), "^"); colnames(X) <- paste0("x", seq_len(ncol(X)))
  k <- certified[certified$set == name, ]
  suppressWarnings(row(name, lm(d$y ~ X), k$b, k$se))
}
for (name in c("norris", "longley")) {
  d <- read.csv(paste0("../nist_", name, "/data.csv")); k <- jsonlite::fromJSON(paste0("../nist_", name, "/certified.json"))$coefficients
  row(name, lm(y ~ ., d), sapply(k, `[[`, "B"), sapply(k, `[[`, "SE"))
}
sets <- read.csv("noint.csv")
for (i in seq_len(nrow(sets))) {
  ends <- as.numeric(strsplit(sets$x[i], "–")[[1]]); x <- seq(ends[1], ends[2]); y <- as.numeric(strsplit(sets$y[i], " ")[[1]])
  row(sets$set[i], lm(y ~ 0 + x), sets$b[i], sets$se[i])
}
for (name in read.csv("univariate.csv")$set) {
  d <- read.csv(paste0(name, ".csv"))$y; k <- subset(read.csv("univariate.csv"), set == name)
  cat(name, sprintf("%.1f", lre(mean(d), k$mean)), sprintf("%.1f", lre(sd(d), k$sd)), sep = ","); cat("\n")
}
