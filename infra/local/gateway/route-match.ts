import type { Route } from '../../../shared/api/route.ts';

/** What the gateway needs of a route. */
export type GatewayRoute = Pick<Route, 'id' | 'method' | 'path' | 'audience' | 'access' | 'records'>;

export type Match =
  | {
      readonly kind: 'route';
      readonly route: GatewayRoute;
      readonly params: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'other-method'; readonly allowed: readonly string[] }
  | { readonly kind: 'none' };

/** Finds a route by method and path; of two that fit, the one that names more of the path, as API Gateway does. */
export function routeMatcher(routes: readonly GatewayRoute[]): (method: string, path: string) => Match {
  const compiled = routes
    .map((route) => ({ route, parts: route.path.split('/').map(partOf) }))
    .sort((a, b) => specificity(b.parts).localeCompare(specificity(a.parts)));

  return (method, path) => {
    const segments = decodeSegments(path);
    if (segments === undefined) return { kind: 'none' };
    const fitting = compiled.flatMap(({ route, parts }) => {
      const params = paramsOf(parts, segments);
      return params === undefined ? [] : [{ route, params }];
    });
    const found = fitting.find(({ route }) => route.method === method);
    if (found) return { kind: 'route', ...found };
    return fitting.length > 0
      ? { kind: 'other-method', allowed: fitting.map(({ route }) => route.method) }
      : { kind: 'none' };
  };
}

/** `rest`: takes whatever follows, of one segment or more. */
type Part = { readonly slot: string } | { readonly rest: string } | { readonly name: string };

const partOf = (segment: string): Part => {
  const [, slot, greedy] = /^\{(\w+)(\+?)\}$/.exec(segment) ?? [];
  if (slot === undefined) return { name: segment };
  return greedy ? { rest: slot } : { slot };
};

const specificity = (parts: readonly Part[]): string =>
  parts.map((part) => ('name' in part ? '1' : '0')).join('');

function paramsOf(
  parts: readonly Part[],
  segments: readonly string[],
): Readonly<Record<string, string>> | undefined {
  const last = parts.at(-1);
  const open = last !== undefined && 'rest' in last;
  if (open ? segments.length < parts.length : segments.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const segment = segments[index] ?? '';
    if ('rest' in part) params[part.rest] = segments.slice(index).join('/');
    else if ('slot' in part && segment !== '') params[part.slot] = segment;
    else if (!('name' in part) || part.name !== segment) return undefined;
  }
  return params;
}

/** Undefined when the path is not valid percent encoding. */
function decodeSegments(path: string): readonly string[] | undefined {
  try {
    return path.split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
}
