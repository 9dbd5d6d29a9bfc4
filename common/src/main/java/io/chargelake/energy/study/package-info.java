/** A plan in the words of those who ask for it: what each vehicle does and why, what it costs, what the grid sees. */
package io.chargelake.energy.study;
