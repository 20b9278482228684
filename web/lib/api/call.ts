import { routeTable } from 'virtual:route-table';
import { type Call, createClient } from '../../../shared/api/client.ts';
import { currentSession } from '../auth/session.ts';

/** The typed client of the page: its own origin, with the token of whoever is signed in. */
export const call: Call = createClient({
  routes: routeTable,
  baseUrl: '',
  token: () => currentSession()?.accessToken,
});
