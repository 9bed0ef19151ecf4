f<-function(nu,d,c) cat(nu,d,c,format(pt(c,nu,d,lower=F),digits=17),format(pt(-c,nu,d),digits=17),"\n",file="noncentral-t.txt",append=TRUE)
unlink("noncentral-t.txt")
# integral with R for others
g<-function(nu,d,c){ h<-function(s) pnorm(d-c*s)*dchisq(nu*s^2,nu)*2*nu*s; h2<-function(s) pnorm(-d-c*s)*dchisq(nu*s^2,nu)*2*nu*s
 cat(nu,d,c,format(integrate(h,0,1,rel.tol=1e-13,subdivisions=1000)$value+integrate(h,1,8,rel.tol=1e-13,subdivisions=1000)$value,digits=17),format(integrate(h2,0,.5,rel.tol=1e-13,subdivisions=2000)$value+integrate(h2,.5,8,rel.tol=1e-13)$value,digits=17),"\n",file="noncentral-t.txt",append=TRUE)}
g(20,-3,2.1); g(100,40,38); g(12,.5,15);g(248,2.8,1.97)
