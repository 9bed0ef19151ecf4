/** Tests of roles, without a server. */
package org.absentia.platform.security;
