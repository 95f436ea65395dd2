// ---- random numbers: those of java.util.SplittableRandom ----

class Random {
  constructor(seed) {
    this.state = BigInt.asUintN(64, BigInt(seed));
  }

  mixed(first, one, second, other) {
    this.state = BigInt.asUintN(64, this.state + 0x9e3779b97f4a7c15n);
    const z = BigInt.asUintN(64, (this.state ^ (this.state >> first)) * one);
    return BigInt.asUintN(64, (z ^ (z >> second)) * other);
  }

  /** 64 bits, unsigned. */
  long() {
    const z = this.mixed(30n, 0xbf58476d1ce4e5b9n, 27n, 0x94d049bb133111ebn);
    return z ^ (z >> 31n);
  }

  /** 32 bits, unsigned. */
  int() {
    return Number(this.mixed(33n, 0x62a9d9ed799705f5n, 28n, 0xcb24d0a5c88c35b3n) >> 32n);
  }

  /** From 0 up to a bound that is left out. */
  below(bound) {
    let bits = this.int();
    if ((bound & (bound - 1)) === 0) return (bits & (bound - 1)) >>> 0;
    for (bits >>>= 1; bits - (bits % bound) + bound > 2 ** 31; bits = this.int() >>> 1);
    return bits % bound;
  }

  /** Fills a buffer. */
  fill(bytes) {
    for (let at = 0; at < bytes.length; at += 8) {
      let word = this.long();
      for (let i = at; i < Math.min(at + 8, bytes.length); i++, word >>= 8n) {
        bytes[i] = Number(word & 0xffn);
      }
    }
  }
}
