import type * as z from 'zod';
import { accept, type Outcome, refuse } from '../../shared/api/errors.ts';
import type { Access, Route } from '../../shared/api/route.ts';
import { type Actor, hasRole } from '../../shared/identity/actor.ts';
import type { Contact } from '../persistence/contact.ts';
import { fieldErrorsOf } from './field-errors.ts';
import type { HttpEvent } from './http-event.ts';
import { jsonBody } from './json-body.ts';
import { type Source, sourceOf } from './source.ts';

/** A parsed request, typed by its route. */
type Request<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  readonly params: z.output<P>;
  readonly query: z.output<Q>;
  readonly body: z.output<B>;
};
/** Who asks, and where they can be reached. */
export type SignedIn = { readonly actor: Actor; readonly contact: Contact };

/** Somebody who need not be signed in: where they come from is all that is known of them. */
type Anonymous = { readonly source: Source };

export type RequestOf<R extends Route> = Request<R['params'], R['query'], R['body']>;
export type AnonymousRequestOf<R extends Route> = RequestOf<R> & Anonymous;
export type SignedInRequestOf<R extends Route> = RequestOf<R> & SignedIn;
export type AnswerOf<R extends Route> = Promise<Outcome<z.output<R['output']>>>;

export type Endpoint = {
  readonly route: Route;
  answer(event: HttpEvent, person: SignedIn | undefined): Promise<Outcome<unknown>>;
};

/** A route that anyone may call, with what answers it. */
export function publicEndpoint<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  O extends z.ZodType,
>(
  route: Route<P, Q, B, O>,
  handle: (request: Request<P, Q, B> & Anonymous) => Promise<Outcome<z.output<O>>>,
): Endpoint {
  if (route.access !== 'anyone') throw new Error(`${route.id} is not open to anyone`);
  return {
    route,
    answer: async (event) => {
      const parsed = parseRequest(route, event);
      return parsed.ok ? handle({ ...parsed.value, source: sourceOf(event) }) : parsed;
    },
  };
}

/** A route for people who are signed in and, where it names roles, hold one of them. */
export const endpoint = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, O extends z.ZodType>(
  route: Route<P, Q, B, O>,
  handle: (request: Request<P, Q, B> & SignedIn) => Promise<Outcome<z.output<O>>>,
): Endpoint => ({
  route,
  answer: async (event, person) => {
    if (event.requestContext.authorizer?.jwt === undefined) return refuse('not-signed-in');
    if (person === undefined || !mayCall(route.access, person.actor)) return refuse('not-permitted');
    const parsed = parseRequest(route, event);
    return parsed.ok ? handle({ ...parsed.value, ...person }) : parsed;
  },
});

const mayCall = (access: Access, actor: Actor): boolean =>
  typeof access === 'string' || hasRole(actor, ...access);

function parseRequest<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, O extends z.ZodType>(
  route: Route<P, Q, B, O>,
  event: HttpEvent,
): Outcome<Request<P, Q, B>> {
  // An address whose slots cannot be filled names nothing.
  const params = route.params.safeParse(event.pathParameters ?? {});
  if (!params.success) return refuse('not-found');
  const sentQuery = event.queryStringParameters ?? {};
  const query = route.query.safeParse(sentQuery);
  if (!query.success)
    return refuse('invalid-input', { errors: fieldErrorsOf(query.error.issues, sentQuery) });
  const json = jsonBody(event);
  if (!json.ok) return json;
  const body = route.body.safeParse(json.value);
  if (!body.success) return refuse('invalid-input', { errors: fieldErrorsOf(body.error.issues, json.value) });
  return accept({ params: params.data, query: query.data, body: body.data });
}
