import * as z from 'zod';

/** A moment as files about the ledger write it; stated here, because browsers parse these files and nothing else. */
export const InstantSchema = z.iso.datetime({ precision: 3 });
