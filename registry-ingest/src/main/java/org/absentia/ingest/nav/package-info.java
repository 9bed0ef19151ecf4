/**
 * One reader for each dialect in which NAV's registers send: certificates as tsm JSON and as 2013
 * XML, sick pay as tbd.utbetaling, employments as Aa-registeret v2. Each turns a message into a
 * canonical record or says why it cannot; what their codes mean stands as data in the resources
 * beside.
 */
@NullMarked
package org.absentia.ingest.nav;

import org.jspecify.annotations.NullMarked;
