# Rscript tails.R > tails.txt: distribution, degrees of freedom, value, and the logarithm of the upper tail or the quantile
f <- function(x) formatC(x, digits=17, format="g")
dfs <- c(0.5,1,2,2.3,3,5,10,29.7,100,503,1e4,1e6,1e9,1e12)
for (d in dfs) for (x in c(0,1e-8,0.01,0.5,1,2,5,10,20,37,50,100,1e3,1e6,1e20,1e100)) cat("t",f(d),"NA",f(x),f(pt(x,d,lower.tail=FALSE,log.p=TRUE)),"\n")
for (d in c(0.5,1,2,3,7,10,100,1e4,1e6,1e9)) for (r in c(1e-8,1e-3,0.1,0.5,0.9,1,1.001,1.1,2,5,20,100,700)) {x<-if(d>=1e4) d+sqrt(2*d)*(if(r<1) -r*5 else r) else d*r; if(x>0) cat("chi",f(d),"NA",f(x),f(pchisq(x,d,lower.tail=FALSE,log.p=TRUE)),"\n")}
for (d1 in c(1,2,3,10,100)) for (d2 in c(1,2.3,5,29.7,503,1e4,1e6,1e9,1e12)) for (x in c(1e-8,0.01,0.5,1,1.5,3,10,50,200,500,1e4,1e10,1e60)) cat("f",f(d1),f(d2),f(x),f(pf(x,d1,d2,lower.tail=FALSE,log.p=TRUE)),"\n")
for (x in c(-8,-3,-1,-1e-9,0,1e-9,0.1,0.5,1,2,3,4,5,8,10,15,20,26,30,37,38)) cat("norm NA NA",f(x),f(pnorm(x,lower.tail=FALSE,log.p=TRUE)),"\n")
tails <- c(0.45,0.25,0.1,0.05,0.025,0.005,1e-3,1e-6,5e-13,1e-20,1e-80)
for (p in tails) cat("qnorm NA NA",f(p),f(qnorm(p,lower.tail=FALSE)),"\n")
for (d in dfs[dfs >= 1]) for (p in tails) cat("qt",f(d),"NA",f(p),f(qt(p,d,lower.tail=FALSE)),"\n")
