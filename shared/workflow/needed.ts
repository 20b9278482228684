/** A part of the context that the caller must have loaded for this command. Throws when it did not. */
export function needed<T>(part: T | undefined, name: string): T {
  if (part === undefined) throw new Error(`the context lacks ${name}`);
  return part;
}
