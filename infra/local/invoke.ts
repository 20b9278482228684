import type { HttpAnswer, HttpEvent } from '../../functions/http/http-event.ts';
import { type FunctionDeclaration, functionDeclarations } from '../../shared/deployment/functions.ts';
import type { GatewayRoute } from './gateway/route-match.ts';
import type { LocalFunctions } from './surroundings.ts';

/**
 * Runs the function that serves a route, within the time it has in the cloud.
 * @param rangJournal told when a request may have written to the Journal.
 */
export function invoker(http: LocalFunctions['http'], rangJournal: () => void) {
  const declarations: readonly FunctionDeclaration[] = functionDeclarations;
  const timeouts = new Map(
    declarations.flatMap(({ triggers, timeoutSeconds }) =>
      triggers.flatMap((trigger) =>
        trigger.kind === 'routes' ? [[trigger.audience, timeoutSeconds * 1000] as const] : [],
      ),
    ),
  );
  return async ({ audience, method, records }: GatewayRoute, event: HttpEvent): Promise<HttpAnswer> => {
    const endsAt = Date.now() + (timeouts.get(audience) ?? 0);
    const answer = await http[audience](event, { getRemainingTimeInMillis: () => endsAt - Date.now() });
    if ((method !== 'GET' || records) && answer.statusCode < 400) rangJournal();
    return answer;
  };
}
