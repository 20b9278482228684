/** What an invitation says of the enterprise: so that nobody types it a second time. */
export type Invitation = { readonly name: string; readonly creditCode: string; readonly town: string };

/**
 * The address a colleague opens. What it says stands behind the `#`, which browsers keep to themselves: it
 * reaches no server and no log. It gives no right; whoever acts for the enterprise still has to agree.
 */
export const invitationLink = (origin: string, { name, creditCode, town }: Invitation): string =>
  `${origin}/enterprises/new#${new URLSearchParams({ name, creditCode, town })}`;

/** Reads the part after the `#`; whatever is not there is empty, and the form checks the rest. */
export function readInvitation(hash: string): Invitation {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  const of = (key: string) => (said.get(key) ?? '').slice(0, 80);
  return { name: of('name'), creditCode: of('creditCode'), town: of('town') };
}
