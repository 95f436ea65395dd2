package io.modulecontract.engine;

import java.util.List;

/**
 * All that an instance is, at one moment: made by {@link Guest#snapshot}, taken back by {@link
 * Guest#restore} on any guest of the same module. Immutable.
 *
 * @param memory the linear memory
 * @param globals the values of the globals that the module defines, low and high half in turn
 * @param tables the references in the module's own tables
 * @param dropped which data segments were dropped
 * @param randomPosition how many random numbers were drawn
 */
@SuppressWarnings("ArrayRecordComponent") // never handed out of this package, never changed
public record GuestState(
    MemoryImage memory,
    long[] globals,
    List<int[]> tables,
    boolean[] dropped,
    long randomPosition) {}
