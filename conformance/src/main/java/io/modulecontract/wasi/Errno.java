package io.modulecontract.wasi;

/** What a function of WASI answers: the numbers are those of preview 1. */
enum Errno {
  /** Done. */
  SUCCESS(0),
  /** No such descriptor, or one that cannot do this. */
  BADF(8),
  /** There is something of that name already. */
  EXIST(20),
  /** An argument that makes no sense. */
  INVAL(28),
  /** The host's disk failed. */
  IO(29),
  /** It is a directory. */
  ISDIR(31),
  /** Too many open descriptors. */
  MFILE(33),
  /** A name that is too long. */
  NAMETOOLONG(37),
  /** There is nothing of that name. */
  NOENT(44),
  /** No room. */
  NOSPC(51),
  /** It is no directory. */
  NOTDIR(54),
  /** The directory is not empty. */
  NOTEMPTY(55),
  /** No host of the contract does this. */
  NOTSUP(58),
  /** A stream has no position. */
  SPIPE(70),
  /** The policy does not allow it. */
  NOTCAPABLE(76);

  private final int code;

  Errno(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
