/**
 * Follows a plan battery by battery and bills it, knowing nothing of how it came about: it reads stays, sites and tariffs
 * only, and shares no code with the strategies.
 */
package io.chargelake.energy.replay;
