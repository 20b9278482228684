import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../lib/api/call.ts';

type Place = { readonly revision: number; readonly path: string };

const placeName = ({ revision, path }: Place): string => `${revision}${path}`;

/**
 * One reason for a sitting, and a record of every value that is looked at under it. What was shown lives in
 * this page only and is gone when the page is left.
 */
export function useUnmasking(caseId: string) {
  const [reason, begin] = useState<string>();
  const [shown, setShown] = useState<Readonly<Record<string, string>>>({});
  const reveal = useMutation({
    mutationFn: ({ revision, path, reason: why }: Place & { readonly reason: string }) =>
      call('revealAnswer', { params: { caseId }, body: { path, revision, reason: why } }),
    onSuccess: ({ value }, place) => setShown((before) => ({ ...before, [placeName(place)]: value })),
  });
  return {
    reason,
    begin,
    count: Object.keys(shown).length,
    error: reveal.error,
    valueAt: (place: Place): string | undefined => shown[placeName(place)],
    reveal: (place: Place) => {
      if (reason !== undefined) reveal.mutate({ ...place, reason });
    },
  };
}
export type Unmasking = ReturnType<typeof useUnmasking>;
