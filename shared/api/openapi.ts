import * as z from 'zod';
import { TextSchema } from '../language/text.ts';
import { ProgrammeSchema } from '../programmes/programme.ts';
import { CaseSummaryDtoSchema } from './dto/case.ts';
import { type ErrorCode, errorCatalogue, FieldErrorSchema, ProblemSchema, statusOf } from './errors.ts';
import type { Route } from './route.ts';

type Json = { readonly [name: string]: unknown };

/** Schemas that many answers share: written once, referred to by name. */
const sharedSchemas: Readonly<Record<string, z.ZodType>> = {
  CaseSummary: CaseSummaryDtoSchema,
  FieldError: FieldErrorSchema,
  Problem: ProblemSchema,
  Programme: ProgrammeSchema,
  Text: TextSchema,
};

const componentUri = (id: string): string => `#/components/schemas/${id}`;
const requestName = ({ id }: Route): string => `${id}-request`;
const answerName = ({ id }: Route): string => `${id}-answer`;

/** JSON Schema 2020-12, as OpenAPI 3.1 takes it. What JSON cannot say (`undefined`, checks in code) is left open. */
function components(schemas: Readonly<Record<string, z.ZodType>>, io: 'input' | 'output'): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries({ ...sharedSchemas, ...schemas })) registry.add(schema, { id });
  const made = z.toJSONSchema(registry, { io, unrepresentable: 'any', uri: componentUri });
  return Object.fromEntries(
    Object.entries(made.schemas).map(([id, { $schema: _schema, $id: _id, ...schema }]) => [id, schema]),
  );
}

const takesBody = ({ body }: Route): boolean => !body.safeParse(undefined).success;

/** What any route may answer beside its own success; a route's handler says which in a given case. */
const codesByStatus: ReadonlyMap<number, readonly ErrorCode[]> = Map.groupBy(
  Object.keys(errorCatalogue).filter(isErrorCode),
  statusOf,
);
function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorCatalogue, code);
}

const problemResponses = (): Json =>
  Object.fromEntries(
    [...codesByStatus].map(([status, codes]) => [
      `Problem${status}`,
      {
        description: codes.map((code) => `\`${code}\` ${errorCatalogue[code][1].en}`).join('\n\n'),
        content: { 'application/problem+json': { schema: { $ref: componentUri('Problem') } } },
      },
    ]),
  );

/** The named members of an object schema, each as an OpenAPI parameter. */
function parametersOf(schema: z.ZodType, where: 'path' | 'query'): readonly Json[] {
  const { properties, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties ?? {}).map(([name, member]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: member,
  }));
}

function operationOf(route: Route): Json {
  const forAnyone = route.access === 'anyone';
  const statuses = [...codesByStatus.keys()].filter((status) => !forAnyone || ![401, 403].includes(status));
  return {
    operationId: route.id,
    tags: [route.audience],
    summary: route.summary,
    security: forAnyone ? [] : [{ signIn: [] }],
    ...(Array.isArray(route.access) && { 'x-roles': route.access }),
    parameters: [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')],
    ...(takesBody(route) && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: { $ref: componentUri(requestName(route)) } } },
      },
    }),
    responses: {
      [route.status ?? 200]: {
        description: route.summary,
        content: {
          [route.produces ?? 'application/json']: { schema: { $ref: componentUri(answerName(route)) } },
        },
      },
      ...Object.fromEntries(
        statuses.map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]),
      ),
    },
  };
}

/** OpenAPI has no slot that takes the rest of a path. */
export const openApiPath = (path: string): string => path.replace('+}', '}');

/** The API as an OpenAPI 3.1 document, made from the routes and the errors catalogue alone. */
export function openApiDocument(routes: readonly Route[]): Record<string, unknown> {
  const requests = routes.filter(takesBody).map((route) => [requestName(route), route.body] as const);
  const answers = routes.map((route) => [answerName(route), route.output] as const);
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
        openApiPath(path),
        Object.fromEntries(ofPath.map((route) => [route.method.toLowerCase(), operationOf(route)])),
      ]),
    ),
    components: {
      schemas: {
        ...components(Object.fromEntries(requests), 'input'),
        ...components(Object.fromEntries(answers), 'output'),
      },
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
