package io.modulecontract.engine;

import java.util.List;

/**
 * All that an instance is, at one moment: made by {@link Guest#snapshot}, taken back by {@link
 * Guest#restore} on any guest of the same module. Immutable.
 *
 * @param memories the linear memories
 * @param globals the values of the globals that the module defines, low and high half in turn
 * @param tables the references in the module's own tables
 * @param dropped which segments were dropped
 * @param randomPosition how many random numbers were drawn
 * @param hostChanged whether the host had changed in a way that no restore brings about
 */
@SuppressWarnings("ArrayRecordComponent") // never handed out of this package, never changed
public record GuestState(
    List<MemoryImage> memories,
    long[] globals,
    List<int[]> tables,
    boolean[] dropped,
    long randomPosition,
    boolean hostChanged) {}
