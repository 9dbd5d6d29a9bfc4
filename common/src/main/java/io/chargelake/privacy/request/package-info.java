/** What a partner asks for, what may leave, and why the rest may not. */
package io.chargelake.privacy.request;
