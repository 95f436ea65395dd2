package io.modulecontract.arrow;

import java.util.List;

/**
 * A batch: of rows, or of a dictionary's values.
 *
 * @param message all of its bytes
 * @param batch its table in the metadata
 * @param rows how many
 * @param columns where each lies
 */
record BatchParts(MessageParts message, FlatTable batch, int rows, List<ColumnParts> columns) {}
