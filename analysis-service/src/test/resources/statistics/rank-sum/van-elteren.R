# van Elteren's test with weights 1/(n + 1), by its definition
ve <- function(y, g, s) {
  t <- e <- v <- 0
  for (k in unique(s)) {
    i <- s == k; n <- sum(i); r <- rank(y[i]); a <- g[i] == min(g); n1 <- sum(a); w <- 1/(n + 1)
    if (n1 == 0 || n1 == n) next
    t <- t + w*sum(r[a]); e <- e + w*n1*(n + 1)/2; v <- v + w^2*n1*(n - n1)/n*var(r)
  }
  d <- w8 <- NULL
  for (k in unique(s)) { i <- s == k; o <- as.vector(outer(y[i & g==min(g)], y[i & g!=min(g)], "-")); d <- c(d,o); w8 <- c(w8, rep(1/(sum(i)+1), length(o))) }
  o <- order(d); d <- d[o]; w8 <- w8[o]; cw <- cumsum(w8)/sum(w8)
  z <- (t - e)/sqrt(v)
  c(variance=v, z=z, p=2*pnorm(-abs(z)), superiority=sum(w8*((d>0)+(d==0)/2))/sum(w8), hl=mean(c(d[cw>=.5-1e-12][1], d[cw>.5+1e-12][1])))
}
d <- mtcars
print(ve(d$mpg, d$am, d$cyl), digits=15)
i <- airquality[airquality$Month %in% 5:9 & !is.na(airquality$Ozone),]
print(ve(i$Ozone, as.integer(i$Temp > 78), i$Month), digits=15)
