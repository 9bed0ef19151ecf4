# Rscript noncentral-t-grid.R > noncentral-t-grid.txt: name, degrees of freedom, noncentrality, c, P(T > c)
# pt: R's own (AS 243), for noncentralities up to 37.62, beyond which R itself only approximates; its error is absolute, 1e-12
# integral: P(T > c) = E P(chi2_df < df ((d + Z)/c)^2) over standard normal Z, for large noncentralities
f <- function(x) formatC(x, digits=17, format="g")
for (df in c(1, 2, 5.5, 20, 100, 1000)) for (d in c(0, 0.5, 2, 5, 10, 20, 37)) for (q in c(0.5, 1, 2, 5, 20, 60))
  cat("pt", f(df), f(d), f(q), f(suppressWarnings(pt(q, df, d, lower.tail=FALSE))), "\n")
tail <- function(df, d, c) {
  g <- function(z) dnorm(z) * pchisq(df * ((d + z) / c)^2, df)
  cuts <- seq(-9, 9, by=1.5)
  sum(mapply(function(a, b) integrate(g, a, b, rel.tol=1e-13)$value, head(cuts, -1), tail_(cuts)))
}
tail_ <- function(x) x[-1]
for (df in c(0.7, 1, 3, 10, 50, 400)) for (times in c(20, 29, 31, 100, 900, 3000, 1e5, 1e7)) { d <- times * (df + 1)
  for (s in c(0.4, 0.8, 0.95, 1, 1.05, 1.3, 2)) cat("integral", f(df), f(d), f(d / s), f(tail(df, d, d / s)), "\n") }
