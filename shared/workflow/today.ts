import { dateInShanghai } from '../calendar/instant.ts';
import type { View } from './context.ts';

/** The day it is for the case: Asia/Shanghai. */
export const today = (view: Pick<View, 'now'>): string => dateInShanghai(view.now);
