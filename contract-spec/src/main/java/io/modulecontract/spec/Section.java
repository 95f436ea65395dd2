package io.modulecontract.spec;

/**
 * A clause as {@code SPEC.md} words it. Texts are Markdown, each on one line.
 *
 * @param clause the clause
 * @param level the level in the section's heading
 * @param norm the normative sentences; the first one is the clause's statement
 * @param intent why the clause is there
 * @param checked how the suite checks it
 * @param lookFirst where an author looks first when a module breaks it
 * @param line the line of the heading
 */
public record Section(
    Clause clause,
    Level level,
    String norm,
    String intent,
    String checked,
    String lookFirst,
    int line) {}
