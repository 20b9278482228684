import * as z from 'zod';
import { NoBodySchema, NoParamsSchema, NoQuerySchema } from '../dto/common.ts';
import { defineRoute } from '../route.ts';

/**
 * The log as C2SP tlog-tiles serves it, below `/api/ledger`: any client of that format can follow it. It holds
 * hashes and numbers of events only, so anyone may read it.
 */
export const ledgerRoutes = {
  ledgerCheckpoint: defineRoute({
    id: 'ledger-checkpoint',
    method: 'GET',
    path: '/api/ledger/checkpoint',
    audience: 'auditor',
    access: 'anyone',
    summary: 'The newest signed checkpoint of the log, a C2SP signed note.',
    params: NoParamsSchema,
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.string(),
    produces: 'text/plain; charset=utf-8',
  }),
  ledgerTile: defineRoute({
    id: 'ledger-tile',
    method: 'GET',
    path: '/api/ledger/tile/{path+}',
    audience: 'auditor',
    access: 'anyone',
    summary: 'A tile of hashes (`<level>/<index>`) or a bundle of entries (`entries/<index>`) of the log.',
    params: z.strictObject({
      path: z.string().regex(/^(entries|\d{1,2})\/(x\d{3}\/){0,4}\d{3}(\.p\/[1-9]\d{0,2})?$/),
    }),
    query: NoQuerySchema,
    body: NoBodySchema,
    output: z.instanceof(Uint8Array),
    produces: 'application/octet-stream',
  }),
} as const;
