import * as z from 'zod';
import { type ErrorCode, errorCatalogue, ProblemSchema, statusOf } from './errors.ts';
import type { Route } from './route.ts';

type Json = { readonly [name: string]: unknown };

/** What any route may answer beside its own success; a route's handler says which in a given case. */
const codesByStatus = (): ReadonlyMap<number, readonly ErrorCode[]> => {
  const codes = new Map<number, ErrorCode[]>();
  for (const code of Object.keys(errorCatalogue).filter(isErrorCode)) {
    codes.set(statusOf(code), [...(codes.get(statusOf(code)) ?? []), code]);
  }
  return codes;
};
const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorCatalogue, code);

const problemResponses = (): Json =>
  Object.fromEntries(
    [...codesByStatus()].map(([status, codes]) => [
      `Problem${status}`,
      {
        description: codes.map((code) => `\`${code}\` ${errorCatalogue[code][1].en}`).join('\n\n'),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );

/** JSON Schema 2020-12, as OpenAPI 3.1 takes it. What JSON cannot say (`undefined`) is left open. */
const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...body } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return body;
};

const isEmpty = (schema: z.ZodType): boolean => schema.safeParse(undefined).success;

/** The named members of an object schema, each as an OpenAPI parameter. */
function parametersOf(schema: z.ZodType, where: 'path' | 'query'): readonly Json[] {
  const { properties, required } = schemaOf(schema, 'input');
  if (typeof properties !== 'object' || properties === null) return [];
  const needed = Array.isArray(required) ? required : [];
  return Object.entries(properties).map(([name, member]) => ({
    name,
    in: where,
    required: where === 'path' || needed.includes(name),
    schema: member,
  }));
}

function operationOf(route: Route): Json {
  const statuses = [...codesByStatus().keys()].filter(
    (status) => route.access !== 'anyone' || ![401, 403].includes(status),
  );
  return {
    operationId: route.id,
    tags: [route.audience],
    summary: route.summary,
    ...(route.access === 'anyone' ? { security: [] } : { security: [{ signIn: [] }] }),
    ...(Array.isArray(route.access) && { 'x-roles': route.access }),
    parameters: [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')],
    ...(!isEmpty(route.body) && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(route.body, 'input') } },
      },
    }),
    responses: {
      [route.status ?? 200]: {
        description: route.summary,
        content: {
          [route.produces ?? 'application/json']: { schema: schemaOf(route.output, 'output') },
        },
      },
      ...Object.fromEntries(
        statuses.map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]),
      ),
    },
  };
}

/** The API as an OpenAPI 3.1 document, made from the routes and the errors catalogue alone. */
export function openApiDocument(routes: readonly Route[]): Record<string, unknown> {
  const paths = Map.groupBy(routes, ({ path }) => path);
  return {
    openapi: '3.1.1',
    info: {
      title: 'Community factory incentives',
      version: '1',
      description:
        'Apply for, review, decide and prove incentives for community factories 社区工厂. Money is integer fen, ' +
        'area integer 0.01 m², percentages integer 0.01 %, instants ISO 8601 UTC with milliseconds, dates days ' +
        'in Asia/Shanghai. Errors are RFC 9457 problem documents with a stable `code`.',
    },
    paths: Object.fromEntries(
      [...paths].map(([path, ofPath]) => [
        path,
        Object.fromEntries(ofPath.map((route) => [route.method.toLowerCase(), operationOf(route)])),
      ]),
    ),
    components: {
      schemas: { Problem: schemaOf(ProblemSchema, 'output') },
      responses: problemResponses(),
      securitySchemes: {
        signIn: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'Access token of the issuer.',
        },
      },
    },
  };
}
