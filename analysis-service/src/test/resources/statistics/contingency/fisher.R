set.seed(7)
out <- function(name,t){ s<-system.time(p<-tryCatch(R.utils_to(fisher.test(t,workspace=5e7)$p.value),error=function(e)NA))[3]
 cat(name,nrow(t),ncol(t),as.vector(t),format(p,digits=15),round(s,2),"\n",file="fisher.txt",append=TRUE,sep=" ") }
R.utils_to <- function(e){ setTimeLimit(elapsed=15,transient=TRUE); on.exit(setTimeLimit()); e }
unlink("fisher.txt")
tab<-function(r,c,n,shift=0){ a<-sample(r,n,T); b<-sample(c,n,T); k<-runif(n)<shift; b[k]<-pmin(c,a[k]); unclass(table(factor(a,1:r),factor(b,1:c))) }
out("tea",matrix(c(3,1,1,3),2)); out("job",matrix(c(1,2,1,0,3,3,6,1,10,10,14,9,6,7,12,11),4))
out("3x3_300",tab(3,3,300,.1)); out("2x5_200",tab(2,5,200,.1)); out("2x2_20000",tab(2,2,20000,.01))
out("3x4_500a",tab(3,4,500)); out("3x4_500b",tab(3,4,500,.08)); out("3x4_500c",tab(3,4,500,.15));out("3x4_500d",tab(3,4,500,.4))
out("4x5_100",tab(4,5,100,.1)); out("4x4_150",tab(4,4,150,.1)); out("5x5_60",tab(5,5,60,.15)); out("2x12_120",tab(2,12,120,.2)); out("3x8_80",tab(3,8,80,.1));out("4x6_90",tab(4,6,90,.1)); out("6x6_40",tab(6,6,40,.2))
out("2x20_300",tab(2,20,300,.1))
