/** The entries from `begin` up to, but without, `end`. */
export type Span = { readonly begin: number; readonly end: number };

/** A perfect subtree: `2 ** height` entries from `index * 2 ** height` on. */
export type Subtree = { readonly height: number; readonly index: number };

/** How many entries of `size` > 1 go left: the largest power of two below it (RFC 6962 section 2.1). */
function leftSize(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/**
 * The spans whose roots make up the inclusion proof of entry `index` in a tree of `size`, from the leaf's
 * sibling up (RFC 6962 section 2.1.1).
 */
export function inclusionSpans(index: number, size: number): Span[] {
  const spans: Span[] = [];
  let [begin, end] = [0, size];
  while (end - begin > 1) {
    const middle = begin + leftSize(end - begin);
    if (index < middle) {
      spans.push({ begin: middle, end });
      end = middle;
    } else {
      spans.push({ begin, end: middle });
      begin = middle;
    }
  }
  return spans.reverse();
}

/** The spans of the consistency proof from `older` to `newer` entries (RFC 6962 section 2.1.2); 0 < older ≤ newer. */
export function consistencySpans(older: number, newer: number): Span[] {
  const spans: Span[] = [];
  let [begin, end] = [0, newer];
  while (end > older) {
    const middle = begin + leftSize(end - begin);
    if (older <= middle) {
      spans.push({ begin: middle, end });
      end = middle;
    } else {
      spans.push({ begin, end: middle });
      begin = middle;
    }
  }
  // The verifier knows the root of the whole older tree; only a part of it must be told.
  if (begin > 0) spans.push({ begin, end });
  return spans.reverse();
}

/** The perfect subtrees that a span of such a proof consists of, left to right; the root folds them from the right. */
export function perfectSubtrees({ begin, end }: Span): Subtree[] {
  const subtrees: Subtree[] = [];
  let at = begin;
  while (at < end) {
    let height = 0;
    while (at % 2 ** (height + 1) === 0 && at + 2 ** (height + 1) <= end) height += 1;
    subtrees.push({ height, index: at / 2 ** height });
    at += 2 ** height;
  }
  return subtrees;
}
