/**
 * Which of the decisions of a block have something: a list of their places while it is short, a bit for each when
 * that is shorter. Both are bounded, so what it costs to read one is known beforehand.
 */
export type Posting = Uint8Array;

/** A block of decisions. As bits it takes 3,584 bytes, which leaves room for its item within 4 KB, one read unit. */
export const blockSize = 28_672;
const bitBytes = blockSize / 8;

/** As many bits as a block has decisions; bit `n` stands for the `n`-th. */
export type Bits = Uint32Array;
export const noBits = (): Bits => new Uint32Array(blockSize / 32);

const asList = 0;
const asBits = 1;

export const hasBit = (bits: Bits, place: number): boolean =>
  ((bits[place >>> 5] ?? 0) & (1 << (place & 31))) !== 0;

export function setBit(bits: Bits, place: number): void {
  bits[place >>> 5] = (bits[place >>> 5] ?? 0) | (1 << (place & 31));
}

export function countBits(bits: Bits): number {
  let count = 0;
  for (const word of bits) {
    let rest = word - ((word >>> 1) & 0x55555555);
    rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
    count += Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}

/** Places in ascending order. */
export function placesOf(bits: Bits): number[] {
  const places: number[] = [];
  for (let at = 0; at < bits.length; at += 1) {
    for (let word = bits[at] ?? 0; word !== 0; word &= word - 1) {
      places.push(at * 32 + (31 - Math.clz32(word & -word)));
    }
  }
  return places;
}

/** The bytes of a posting: a kind, then either two bytes for each place or a bit for each decision. */
export function encodePosting(bits: Bits): Posting {
  const places = countBits(bits) * 2 < bitBytes ? placesOf(bits) : undefined;
  const bytes = new Uint8Array(1 + (places ? places.length * 2 : bitBytes));
  const view = new DataView(bytes.buffer);
  bytes[0] = places ? asList : asBits;
  if (places) for (const [at, place] of places.entries()) view.setUint16(1 + at * 2, place, true);
  else for (const [at, word] of bits.entries()) view.setUint32(1 + at * 4, word, true);
  return bytes;
}

export function decodePosting(posting: Posting): Bits {
  const view = new DataView(posting.buffer, posting.byteOffset, posting.byteLength);
  const bits = noBits();
  if (posting[0] === asBits) {
    for (let at = 0; at < bits.length; at += 1) bits[at] = view.getUint32(1 + at * 4, true);
  } else {
    for (let at = 1; at < posting.length; at += 2) setBit(bits, view.getUint16(at, true));
  }
  return bits;
}

/** How large a posting of so many places can be, in bytes. */
export const postingBytes = (count: number): number => 1 + Math.min(count * 2, bitBytes);

/** Those in both. */
export const intersection = (one: Bits, other: Bits): Bits => one.map((word, at) => word & (other[at] ?? 0));

/** Those from place `from` up to, but without, `to`. */
export function range(from: number, to: number): Bits {
  return noBits().map((_, at) => {
    const low = Math.min(Math.max(from - at * 32, 0), 32);
    const high = Math.min(Math.max(to - at * 32, 0), 32);
    if (high <= low) return 0;
    return (high === 32 ? 0xffffffff : (1 << high) - 1) & (low === 0 ? 0xffffffff : ~((1 << low) - 1));
  });
}
