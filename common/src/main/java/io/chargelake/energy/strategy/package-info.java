/** Strategies by which a site charges its vehicles, each with what it minimises. */
package io.chargelake.energy.strategy;
