package io.modulecontract.cli.table;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A row as a user wrote it.
 *
 * @param place where, as messages say it
 * @param values an object with a value for each column that it names
 */
record SourceRow(String place, JsonNode values) {}
