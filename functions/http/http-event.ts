/**
 * What API Gateway (HTTP API, payload 2.0) hands to a function, reduced to what we read. The local gateway
 * and the tests make the same shape, so a handler cannot tell where it runs.
 */
export type HttpEvent = {
  /** `POST /api/applications/{caseId}/commands`: method and path as declared in the route. */
  readonly routeKey: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly pathParameters?: Readonly<Record<string, string | undefined>>;
  readonly queryStringParameters?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
  readonly isBase64Encoded: boolean;
  readonly requestContext: {
    readonly requestId: string;
    /** Where the connection to the gateway came from. */
    readonly http?: { readonly sourceIp: string };
    /** Present when the gateway has verified a token; its claims, which the gateway may have turned into text. */
    readonly authorizer?: { readonly jwt?: { readonly claims: Readonly<Record<string, unknown>> } };
  };
};

export type HttpAnswer = {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** For what is no text. */
  readonly isBase64Encoded?: boolean;
};

/** The part of the Lambda context we use. */
type InvocationContext = {
  /** Lets middy answer before the function is cut off. */
  readonly getRemainingTimeInMillis?: () => number;
};

export type HttpFunction = (event: HttpEvent, context: InvocationContext) => Promise<HttpAnswer>;
