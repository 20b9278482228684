import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountCode, codesBetween, sliceCount, slicesOf } from '../../shared/decisions/amount-slices.ts';
import {
  blockSize,
  countBits,
  decodePosting,
  encodePosting,
  hasBit,
  intersection,
  noBits,
  placesOf,
  postingBytes,
  range,
  setBit,
} from '../../shared/decisions/posting.ts';
import { decodeVarints, encodeVarints } from '../../shared/decisions/varints.ts';

const bitsWith = (places: Iterable<number>) => {
  const bits = noBits();
  for (const place of places) setBit(bits, place);
  return bits;
};
const place = fc.integer({ min: 0, max: blockSize - 1 });
const places = fc.oneof(
  fc.uniqueArray(place, { maxLength: 200 }),
  fc.tuple(place, fc.integer({ min: 1, max: 9 })).map(([first, step]) => {
    const own: number[] = [];
    for (let at = first; at < blockSize; at += step) own.push(at);
    return own;
  }),
);

describe('a posting', () => {
  test('gives back the places it was made of, in order, and takes no more bytes than reckoned', () => {
    fc.assert(
      fc.property(places, (own) => {
        const posting = encodePosting(bitsWith(own));
        const bits = decodePosting(posting);
        expect(placesOf(bits)).toEqual(own.toSorted((a, b) => a - b));
        expect(countBits(bits)).toBe(own.length);
        expect(posting.length).toBeLessThanOrEqual(postingBytes(own.length));
      }),
    );
  });

  test('of any number of places leaves room for its item within one read unit', () => {
    expect(postingBytes(blockSize)).toBeLessThanOrEqual(4096 - 500);
  });

  test('intersected with another holds what is in both; a range holds what lies in it', () => {
    fc.assert(
      fc.property(places, places, place, place, (one, other, from, to) => {
        const both = intersection(bitsWith(one), bitsWith(other));
        const others = new Set(other);
        expect(placesOf(both)).toEqual(one.filter((at) => others.has(at)).sort((a, b) => a - b));
        const within = intersection(bitsWith(one), range(from, to));
        expect(placesOf(within)).toEqual(one.filter((at) => at >= from && at < to).sort((a, b) => a - b));
      }),
    );
    expect(countBits(range(0, blockSize))).toBe(blockSize);
    expect(countBits(range(-5, 2 * blockSize))).toBe(blockSize);
    expect(hasBit(range(31, 33), 31) && hasBit(range(31, 33), 32)).toBe(true);
  });
});

describe('the code of an amount', () => {
  const amount = fc.oneof(
    fc.integer({ min: 0, max: 100_000_000_000 }),
    fc.integer({ min: 0, max: 9 }),
    fc
      .integer({ min: 1, max: 99 })
      .chain((lead) => fc.integer({ min: 0, max: 9 }).map((zeros) => lead * 10 ** zeros)),
  );

  test('never falls when the amount rises, and fits its bits', () => {
    fc.assert(
      fc.property(amount, amount, (one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        expect(amountCode(low)).toBeLessThanOrEqual(amountCode(high));
        expect(amountCode(high)).toBeLessThan(2 ** sliceCount);
        expect(slicesOf(one).reduce((sum, bit) => sum + 2 ** bit, 0)).toBe(amountCode(one));
      }),
    );
    expect(amountCode(0)).toBeLessThan(amountCode(1));
    expect(amountCode(99)).toBeLessThan(amountCode(100));
  });

  test('finds every amount between two bounds, and none whose code lies outside theirs', () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 60 }), amount, amount, (amounts, one, other) => {
        const [least, most] = one < other ? [one, other] : [other, one];
        const slices = Array.from({ length: sliceCount }, noBits);
        for (const [at, own] of amounts.entries()) {
          for (const bit of slicesOf(own)) setBit(slices[bit]!, at);
        }
        const found = placesOf(codesBetween((bit) => slices[bit], range(0, amounts.length), least, most));
        const wanted = amounts.flatMap((own, at) =>
          amountCode(own) >= amountCode(least) && amountCode(own) <= amountCode(most) ? [at] : [],
        );
        expect(found).toEqual(wanted);
        expect(amounts.flatMap((own, at) => (own >= least && own <= most ? [at] : []))).toEqual(
          found.filter((at) => amounts[at]! >= least && amounts[at]! <= most),
        );
      }),
    );
  });
});

test('varints give back the numbers they were made of', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: Number.MAX_SAFE_INTEGER })), (numbers) => {
      expect(decodeVarints(encodeVarints(numbers))).toEqual(numbers);
    }),
  );
});
