package io.modulecontract.arrow;

/**
 * A table that was made to try something.
 *
 * @param words what it tries, as a part of a sentence: "one batch of no row"
 * @param table the table
 */
public record GeneratedTable(String words, Table table) {}
