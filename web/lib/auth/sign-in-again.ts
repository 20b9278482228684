import { announce } from '../announce.ts';
import { problemText } from '../api/problem-text.ts';
import { startSignIn } from './sign-in.ts';

/** Signs in and comes back to `returnTo`; what was typed on a page is kept by that page. */
export function signIn(returnTo: string): void {
  startSignIn(returnTo).catch((error: unknown) => announce(problemText(error), 'bad'));
}

export const signInAgain = (): void => signIn(location.pathname + location.search + location.hash);
