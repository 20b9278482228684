import type { HttpAnswer, HttpEvent } from '../../functions/http/http-event.ts';
import { functionDeclarations } from '../../shared/deployment/functions.ts';
import type { GatewayRoute } from './gateway/route-match.ts';
import type { LocalFunctions } from './surroundings.ts';

/**
 * Runs the function that serves a route, within the time it has in the cloud.
 * @param rangJournal told when an act may have written to the Journal.
 */
export function invoker(http: LocalFunctions['http'], rangJournal: () => void) {
  const timeouts = new Map<string, number>(
    functionDeclarations.map(({ name, timeoutSeconds }) => [name, timeoutSeconds * 1000]),
  );
  return async ({ audience, method }: GatewayRoute, event: HttpEvent): Promise<HttpAnswer> => {
    const serve = http[audience];
    if (serve === undefined) throw new Error(`nothing serves the routes of ${audience}`);
    const endsAt = Date.now() + (timeouts.get(audience) ?? 0);
    const answer = await serve(event, { getRemainingTimeInMillis: () => endsAt - Date.now() });
    if (method !== 'GET' && answer.statusCode < 400) rangJournal();
    return answer;
  };
}
