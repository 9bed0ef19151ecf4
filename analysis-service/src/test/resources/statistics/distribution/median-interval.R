# Rscript median-interval.R > median-interval.txt: n, probability, level, lower and upper limit of the sample x(i) = i by F1
# (Stata centile); the limits of this sample are r + w and s + 1 - w.
f <- function(x) formatC(x, digits=17, format="g")
limit <- function(n, p, a) {
  r <- max(0, qbinom(a, n, p) - 2); while (pbinom(r, n, p) <= a) r <- r + 1
  if (r == 0) 1 else if (r == n) n else r + (a - (if (r > 0) pbinom(r - 1, n, p) else 0)) / dbinom(r, n, p)
}
for (n in c(1, 2, 5, 6, 10, 74, 171, 1000, 1e6)) for (p in c(0.5, 0.25, 0.9)) for (level in c(0.5, 0.9, 0.95, 0.999)) {
  a <- (1 - level) / 2
  cat(f(n), f(p), f(level), f(limit(n, p, a)), f(n + 1 - limit(n, 1 - p, a)), "\n")
}
