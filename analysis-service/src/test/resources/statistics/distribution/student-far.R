# Rscript student-far.R > student-far.txt: degrees of freedom, value, logarithm of the upper tail (beyond the squares of numbers)
f <- function(x) formatC(x, digits=17, format="g")
for (d in c(0.1, 0.5, 1, 1.5, 1.9)) for (x in c(1e100, 1e149, 1e151, 1e155, 1e160, 1e200, 1e300)) {
  l <- pt(x, d, lower.tail=FALSE, log.p=TRUE); if (l > -690) cat(f(d), f(x), f(l), "\n")
}
