import type * as z from 'zod';
import type { Role } from '../identity/actor.ts';

/** The Lambda function that serves a route; one least-privilege role each. */
export type Audience =
  | 'public'
  | 'objections'
  | 'applicant'
  | 'documents'
  | 'reviewer'
  | 'auditor'
  | 'officer';

/** Who may call: anyone, anyone signed in, or the holders of at least one of the named roles. */
export type Access = 'anyone' | 'signed-in' | readonly Role[];

/**
 * A route, declared once. From it come the gateway route, the handler's parsing, the typed client,
 * the OpenAPI document and the contract tests.
 */
export type Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> = {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With `{name}` slots, each of which `params` describes; a last one `{name+}` takes the rest of the path. */
  readonly path: `/api/${string}`;
  readonly audience: Audience;
  readonly access: Access;
  /** One sentence for the API page. */
  readonly summary: string;
  readonly params: Params;
  readonly query: Query;
  /** `z.undefined()` where the request has no body. */
  readonly body: Body;
  readonly output: Output;
  /** Of a `GET`: that somebody looked is itself written to the journal. */
  readonly records?: true;
  /** Of the successful answer; 200 unless told. */
  readonly status?: 200 | 201 | 202 | 204;
  /** What the answer's content type is when it is not JSON. */
  readonly produces?: string;
};

/** Keeps the exact schema types of a declaration while checking its form. */
export const defineRoute = <
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  O extends z.ZodType,
>(
  route: Route<P, Q, B, O>,
): Route<P, Q, B, O> => route;
