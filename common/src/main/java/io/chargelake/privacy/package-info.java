/**
 * What anonymised extracts are made of, without any file, table or clock: which cells are safe ({@code cell}), which
 * must go with them so that nothing can be worked out ({@code table}), what deliveries tell together ({@code ledger},
 * {@code sketch}), and how what is left is blurred ({@code noise}).
 */
package io.chargelake.privacy;
