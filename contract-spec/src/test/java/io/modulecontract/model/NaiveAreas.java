package io.modulecontract.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Live areas as nobody would keep them: every single byte has its owner in a map. */
final class NaiveAreas {

  private final Map<Long, Integer> owners = new HashMap<>();
  private final SortedMap<Long, Integer> starts = new TreeMap<>();

  /** Every live area that shares a byte or its address with the one asked about. */
  Set<Integer> conflicts(long pointer, long size) {
    Set<Integer> conflicts = new HashSet<>();
    if (starts.containsKey(pointer)) {
      conflicts.add(starts.get(pointer));
    }
    for (long address = pointer; address < pointer + size; address++) {
      if (owners.containsKey(address)) {
        conflicts.add(owners.get(address));
      }
    }
    return conflicts;
  }

  void add(int id, long pointer, long size) {
    starts.put(pointer, id);
    for (long address = pointer; address < pointer + size; address++) {
      owners.put(address, id);
    }
  }

  int startingAt(long pointer) {
    return starts.getOrDefault(pointer, LiveAreas.NONE);
  }

  int holding(long address) {
    return owners.getOrDefault(address, LiveAreas.NONE);
  }

  int remove(long pointer) {
    Integer id = starts.remove(pointer);
    if (id == null) {
      return LiveAreas.NONE;
    }
    owners.values().removeIf(id::equals);
    return id;
  }

  void clear() {
    starts.clear();
    owners.clear();
  }

  int bytes() {
    return owners.size();
  }

  long bytesOf(int id) {
    return owners.values().stream().filter(owner -> owner == id).count();
  }

  /** Pointer to id, in the order of addresses. */
  SortedMap<Long, Integer> starts() {
    return starts;
  }
}
