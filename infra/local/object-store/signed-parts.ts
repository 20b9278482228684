export type StoreCredentials = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
};

/** A request as its signature sees it. */
export type SignedParts = {
  readonly method: string;
  /** Decoded, beginning with a slash. */
  readonly path: string;
  readonly query: readonly (readonly [name: string, value: string])[];
  /** By lower-case name. */
  readonly header: (name: string) => string | undefined;
  readonly headerNames: readonly string[];
};
