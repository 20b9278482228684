import { useQuery } from '@tanstack/react-query';
import { call } from '../../lib/api/call.ts';

/** Every request of a dossier is recorded, so it is not asked for again by itself. */
const once = {
  staleTime: Number.POSITIVE_INFINITY,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  retry: false,
};

export const useDossier = (caseId: string) =>
  useQuery({
    queryKey: ['dossier', caseId],
    queryFn: ({ signal }) => call('getDossier', { params: { caseId }, signal }),
    ...once,
  });

/** The file that proves the case, verified here and now, with the keys it was verified with. */
export const useProof = (caseId: string) =>
  useQuery({
    queryKey: ['dossier-proof', caseId],
    queryFn: async ({ signal }) => {
      const [file, keys] = await Promise.all([
        call('getDossierFile', { params: { caseId }, signal }),
        call('ledgerKeys', { signal }),
      ]);
      // The verifier comes with the page that needs it.
      const { linesOf, verifyHere } = await import('./verify-here.ts');
      return { file, ...verifyHere(file.text, linesOf(keys)) };
    },
    ...once,
  });

export const useReplay = (caseId: string, version: number | undefined) =>
  useQuery({
    queryKey: ['replay', caseId, version],
    queryFn: ({ signal }) => call('replayCase', { params: { caseId }, query: { version }, signal }),
    enabled: version !== undefined,
    ...once,
  });
