// ---- an area that only a memory which grows can serve ----

function judge(bytes) {
  const guest = new Guest(compiled(bytes)).ready();
  const memory = guest.size();
  const size = memory + 1;
  if (size > (limitBytes - memory) / 2) throw new Unusable("its memory has too little room to grow");
  const answer = guest.allocate(size);
  const actual = `allocate(${size}) -> ${words(answer)}, with a memory of ${memory} bytes`;
  say(actual);
  const expected = `an area, for the memory may grow to ${limitBytes} bytes`;
  return answer.value > 0 ? null : { clause: finding.clause, expected, actual };
}
