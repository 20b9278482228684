import type { Contact } from '../persistence/contact.ts';

type Claims = Readonly<Record<string, unknown>>;

/** API Gateway hands booleans over as text. */
const isTrue = (value: unknown): boolean => value === true || value === 'true';

const verified = (claims: Claims, name: string): string | undefined => {
  const value = claims[name];
  return isTrue(claims[`${name}_verified`]) && typeof value === 'string' && value !== '' ? value : undefined;
};

const mobilePattern = /^(?:\+?86[- ]?)?(1[3-9]\d{9})$/;

/**
 * Where a person can be reached, from the claims that OpenID Connect Core 5.1 names for it; only what the
 * issuer says it has verified. A number that is no mainland mobile is left out.
 */
export function contactOf(claims: Claims): Contact {
  const mail = verified(claims, 'email');
  const mobile = mobilePattern.exec(verified(claims, 'phone_number') ?? '')?.[1];
  return { ...(mail !== undefined && { mail }), ...(mobile !== undefined && { mobile }) };
}
