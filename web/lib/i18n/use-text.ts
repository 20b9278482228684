import { useCallback } from 'react';
import { fill, type Text } from '../../../shared/language/text.ts';
import { useLocale } from './locale.ts';

/** Says a sentence in the person's language, with its `{slots}` filled. */
export type Say = (sentence: Text, values?: Readonly<Record<string, string | number>>) => string;

export function useText(): Say {
  const locale = useLocale();
  return useCallback((sentence, values) => (values ? fill(sentence, values) : sentence)[locale], [locale]);
}
