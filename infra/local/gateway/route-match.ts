import type { Route } from '../../../shared/api/route.ts';

/** What the gateway needs of a route. */
export type GatewayRoute = Pick<Route, 'id' | 'method' | 'path' | 'audience' | 'access'>;

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

type Part = { readonly slot: string } | { readonly name: string };

const partOf = (segment: string): Part => {
  const slot = /^\{(\w+)\}$/.exec(segment)?.[1];
  return slot === undefined ? { name: segment } : { slot };
};

const specificity = (parts: readonly Part[]): string =>
  parts.map((part) => ('name' in part ? '1' : '0')).join('');

function paramsOf(
  parts: readonly Part[],
  segments: readonly string[],
): Readonly<Record<string, string>> | undefined {
  if (parts.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const segment = segments[index] ?? '';
    if ('slot' in part && segment !== '') params[part.slot] = segment;
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
