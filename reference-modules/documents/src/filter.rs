//! `filter`: the documents whose score is at least a threshold.

use crate::columns::{self, CONTENT, DATE, ID, SCORE, TITLE, ZONE};
use arrow_array::types::{ArrowPrimitiveType, UInt64Type};
use arrow_array::{Array, ArrayRef, PrimitiveArray, RecordBatch, StringArray};
use std::sync::Arc;

/// The rows of a batch that pass, in their order.
///
/// Crate `arrow` has a kernel for this. It knows every type, which would show in the length of this module.
#[inline(never)]
pub fn at_least(batch: &RecordBatch, threshold: f64) -> Option<RecordBatch> {
    let scores = columns::scores(batch)?;
    // No score, no place; and nothing is said of NaN but that it is not at least anything.
    let passes: Vec<usize> =
        (0..scores.len()).filter(|&row| scores.is_valid(row) && scores.value(row) >= threshold).collect();
    let mut kept = batch.columns().to_vec();
    kept[ID] = numbers(columns::numbers::<UInt64Type>(batch, ID)?, &passes);
    kept[CONTENT] = text(columns::text(batch, CONTENT)?, &passes);
    kept[TITLE] = text(columns::text(batch, TITLE)?, &passes);
    kept[DATE] = Arc::new(choose(columns::dates(batch)?, &passes).with_timezone(ZONE));
    kept[SCORE] = numbers(scores, &passes);
    RecordBatch::try_new(batch.schema(), kept).ok()
}

fn numbers<T: ArrowPrimitiveType>(column: &PrimitiveArray<T>, rows: &[usize]) -> ArrayRef {
    Arc::new(choose(column, rows))
}

/// None of the numbers is null: those that may be are scores, and these rows have one.
#[inline(never)]
fn choose<T: ArrowPrimitiveType>(column: &PrimitiveArray<T>, rows: &[usize]) -> PrimitiveArray<T> {
    PrimitiveArray::from_iter_values(rows.iter().map(|&row| column.value(row)))
}

#[inline(never)]
fn text(column: &StringArray, rows: &[usize]) -> ArrayRef {
    Arc::new(rows.iter().map(|&row| column.is_valid(row).then(|| column.value(row))).collect::<StringArray>())
}
