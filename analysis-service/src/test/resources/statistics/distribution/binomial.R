# Rscript binomial.R > binomial.txt: n, p, k, P(X = k), P(X <= k)
f <- function(x) formatC(x, digits=17, format="g")
for (n in c(1, 2, 10, 1000, 1e6)) for (p in c(0.5, 0.1, 0.9, 0.75, 0.003, 1e-6)) {
  ks <- unique(pmin(n, pmax(0, c(0, n, n - 1, qbinom(c(1e-12, 0.001, 0.005, 0.025, 0.05, 0.3, 0.5, 0.7, 0.975, 0.9999), n, p)))))
  for (k in sort(ks)) cat(f(n), f(p), f(k), f(dbinom(k, n, p)), f(pbinom(k, n, p)), "\n")
}
