/**
 * Energy of fleets at charging sites: who stays when, what energy costs, what a site can carry, and plans for all of it.
 * Plain Java on primitive arrays; the job and the dashboard call it alike. Power and energy are those at the grid's side of
 * a charger unless a name says otherwise.
 */
package io.chargelake.energy;
