import type * as z from 'zod';
import type { Problem } from './errors.ts';
import type { RouteName, routes } from './routes.ts';

/** A refusal from the API, as its problem document. */
export class ApiProblem extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.name = 'ApiProblem';
    this.problem = problem;
  }
}

/** The call got no answer: the network was lost, or something between us answered instead of the API. */
export class NoAnswer extends Error {
  constructor(cause: unknown) {
    super('no answer', { cause });
    this.name = 'NoAnswer';
  }
}

type Routes = typeof routes;
export type InputOf<N extends RouteName> = {
  readonly params?: z.input<Routes[N]['params']>;
  readonly query?: z.input<Routes[N]['query']>;
  readonly body?: z.input<Routes[N]['body']>;
  readonly signal?: AbortSignal;
};
export type OutputOf<N extends RouteName> = z.output<Routes[N]['output']>;

/** What the client needs at run time. The portal carries only this, the tests carry the schemas too. */
export type RouteTable = Readonly<
  Record<RouteName, { readonly method: string; readonly path: string; readonly output?: z.ZodType }>
>;

export type ClientOptions = {
  readonly routes: RouteTable;
  /** Origin without a trailing slash; empty for the page's own. */
  readonly baseUrl: string;
  readonly token?: () => string | undefined | Promise<string | undefined>;
  readonly fetch?: typeof fetch;
};

/** Fills `{slots}` and the query string; `undefined` query values are left out. */
export function urlOf(path: string, params: unknown, query: unknown): string {
  const slots = new Map(Object.entries(params ?? {}));
  const filled = path.replaceAll(/\{(\w+)\+?\}/g, (_, name: string) =>
    encodeURIComponent(String(slots.get(name))),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? filled : `${filled}?${text}`;
}

export type Call = <N extends RouteName>(name: N, input?: InputOf<N>) => Promise<OutputOf<N>>;

/**
 * The typed client: `call('saveDraft', { params, body })`. Where the table carries output schemas (tests),
 * every answer is checked against the contract; the portal trusts it and saves the bytes.
 * @throws {ApiProblem} when the API refuses; {@link NoAnswer} when it cannot be reached.
 */
export function createClient(options: ClientOptions): Call {
  const send = options.fetch ?? fetch;
  return async (name, input = {}) => {
    const route = options.routes[name];
    const token = await options.token?.();
    const headers = new Headers({ accept: 'application/json' });
    if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
    if (input.body !== undefined) headers.set('content-type', 'application/json');
    const answer = await send(options.baseUrl + urlOf(route.path, input.params, input.query), {
      method: route.method,
      headers,
      ...(input.body !== undefined && { body: JSON.stringify(input.body) }),
      ...(input.signal && { signal: input.signal }),
    }).catch((cause: unknown) => {
      throw new NoAnswer(cause);
    });
    const json: unknown = await answer.json().catch((cause: unknown) => {
      throw new NoAnswer(cause);
    });
    if (!answer.ok) {
      throw isProblem(json) ? new ApiProblem(json) : new NoAnswer(new Error(`status ${answer.status}`));
    }
    if (!answersContract(name, route.output, json))
      throw new NoAnswer(new Error(`${name} broke its contract`));
    return json;
  };
}

/** By its marks only: the portal carries no schemas, and the contract tests hold problems to theirs. */
function isProblem(json: unknown): json is Problem {
  return (
    typeof json === 'object' &&
    json !== null &&
    'type' in json &&
    typeof json.type === 'string' &&
    json.type.startsWith('urn:factory-incentives:error:') &&
    'code' in json &&
    typeof json.code === 'string' &&
    'message' in json &&
    typeof json.message === 'object'
  );
}

function answersContract<N extends RouteName>(
  _name: N,
  output: z.ZodType | undefined,
  json: unknown,
): json is OutputOf<N> {
  output?.parse(json);
  return true;
}
