export type PortalSurroundings = {
  /** Origins that the portal’s pages may call besides their own: the issuer’s endpoints and the document store. */
  readonly connectTo: readonly string[];
  /** Whether the portal is served over HTTPS; on one’s own machine it is not. */
  readonly https: boolean;
};

/** Two years: browsers come back over HTTPS only. */
export const transportSecuritySeconds = 63_072_000;

/**
 * The headers of every page of the portal, by lower-case name. The pages load code, style and fonts from
 * their own origin only, nothing inline, and may not be framed.
 */
export function securityHeaders({ connectTo, https }: PortalSurroundings): Readonly<Record<string, string>> {
  const origins = connectTo.join(' ');
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    `img-src 'self' blob: ${origins}`,
    // Documents are looked at in their place: PDF in a frame, straight from the store.
    `frame-src ${origins}`,
    `connect-src 'self' ${origins}`,
    `form-action 'self' ${origins}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    'content-security-policy': policy.join('; '),
    ...(https && { 'strict-transport-security': `max-age=${transportSecuritySeconds}; includeSubDomains` }),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  };
}
