import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors, type Provider } from 'oidc-provider';
import type { DemoPerson } from '../demo-people.ts';
import { signInPage } from './sign-in-page.ts';

const FORM_BYTES = 1000;

/** GET shows whom one can be, POST carries the choice back into the sign-in that is under way. */
export async function answerSignIn(
  provider: Provider,
  people: readonly DemoPerson[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('cache-control', 'no-store');
  try {
    await provider.interactionDetails(request, response);
    if (request.method === 'POST') {
      const chosen = (await readForm(request)).get('person');
      const person = people.find(({ id }) => id === chosen);
      if (person !== undefined) {
        await provider.interactionFinished(request, response, { login: { accountId: person.id } });
        return;
      }
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(signInPage(people, request.url ?? ''));
  } catch (error) {
    if (!(error instanceof errors.SessionNotFound)) throw error;
    // The form was left open too long, or its cookie is gone: the portal begins again.
    response.writeHead(303, { location: '/' }).end();
  }
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let form = '';
  for await (const piece of request) {
    form += piece;
    if (form.length > FORM_BYTES) return new URLSearchParams();
  }
  return new URLSearchParams(form);
}
