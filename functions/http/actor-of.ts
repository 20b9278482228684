import { type Actor, ActorSchema, type Role, RoleSchema } from '../../shared/identity/actor.ts';
import { officeById } from '../../shared/identity/office.ts';

/** Where a fact stands among the claims: a claim's name, or the names of nested objects down to it. */
type ClaimPath = string | readonly string[];

/**
 * How an issuer's claims become an actor. Every issuer names things differently (`cognito:groups`,
 * `realm_access.roles`, …), so this is configuration, read once in compose.ts.
 */
export type ClaimsMapping = {
  readonly id: ClaimPath;
  readonly name: ClaimPath;
  readonly roles: ClaimPath;
  readonly office: ClaimPath;
  readonly town: ClaimPath;
  /** The issuer's role names where they differ from ours; others are taken as they are. */
  readonly roleNames?: Readonly<Record<string, Role>>;
};

export const defaultClaimsMapping = {
  id: 'sub',
  name: 'name',
  roles: 'roles',
  office: 'office',
  town: 'town',
} as const satisfies ClaimsMapping;

type Claims = Readonly<Record<string, unknown>>;

/** The actor the verified claims speak of, or undefined when they name no role of ours. Unknown roles are ignored. */
export function actorOf(claims: Claims, mapping: ClaimsMapping): Actor | undefined {
  const id = textAt(claims, mapping.id);
  const office = textAt(claims, mapping.office);
  // A town officer sees that town only, also when the issuer does not say the town beside the office.
  const town = textAt(claims, mapping.town) ?? (office === undefined ? undefined : officeById(office)?.town);
  const actor = ActorSchema.safeParse({
    id,
    roles: listAt(claims, mapping.roles).flatMap((name) => roleOf(name, mapping)),
    displayName: textAt(claims, mapping.name) ?? id,
    ...(office !== undefined && { office }),
    ...(town !== undefined && { town }),
  });
  return actor.success ? actor.data : undefined;
}

/** `system` is the clock's: no token can claim it. */
function roleOf(name: string, mapping: ClaimsMapping): readonly Role[] {
  const role = RoleSchema.safeParse(mapping.roleNames?.[name] ?? name);
  return role.success && role.data !== 'system' ? [role.data] : [];
}

function valueAt(claims: Claims, path: ClaimPath): unknown {
  let value: unknown = claims;
  for (const name of typeof path === 'string' ? [path] : path) {
    value =
      typeof value === 'object' && value !== null
        ? Object.getOwnPropertyDescriptor(value, name)?.value
        : undefined;
  }
  return value;
}

function textAt(claims: Claims, path: ClaimPath): string | undefined {
  const value = valueAt(claims, path);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** API Gateway turns a list into the text `[a b]`; other issuers send `a b` or `a,b` themselves. */
function listAt(claims: Claims, path: ClaimPath): readonly string[] {
  const value = valueAt(claims, path);
  if (Array.isArray(value)) return value.filter((name) => typeof name === 'string');
  if (typeof value !== 'string') return [];
  return value
    .replace(/^\[(.*)\]$/s, '$1')
    .split(/[\s,]+/)
    .map((name) => name.replace(/^"(.*)"$/, '$1'))
    .filter((name) => name !== '');
}
