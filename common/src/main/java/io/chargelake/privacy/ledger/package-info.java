/** What deliveries told, and what a new one would tell together with them. Recipients are taken to collude. */
package io.chargelake.privacy.ledger;
