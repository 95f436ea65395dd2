package io.modulecontract.arrow;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A row as somebody wrote it, before it is held against a schema.
 *
 * @param line where it begins in its text, counted from 1
 * @param values a member for each column that it names
 */
public record JsonRow(int line, ObjectNode values) {}
