/** The store could not answer in time, also not when asked again. */
export class StorageUnavailable extends Error {
  constructor(cause: unknown) {
    super('storage unavailable', { cause });
    this.name = 'StorageUnavailable';
  }
}

const transientNames: ReadonlySet<string> = new Set([
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'TransactionInProgressException',
  'TransactionConflictException',
  'InternalServerError',
  'ServiceUnavailable',
  'SlowDown',
  'TimeoutError',
  'AbortError',
]);
const networkCodes = /^(ECONN|EPIPE|ENOTFOUND|EAI_|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)/;

/** Not the request's fault: the same request may well succeed later. */
function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (transientNames.has(error.name)) return true;
  if ('code' in error && typeof error.code === 'string' && networkCodes.test(error.code)) return true;
  return serverFailed(error);
}

const serverFailed = (error: Error): boolean =>
  '$metadata' in error &&
  typeof error.$metadata === 'object' &&
  error.$metadata !== null &&
  'httpStatusCode' in error.$metadata &&
  Number(error.$metadata.httpStatusCode) >= 500;

/**
 * Says `StorageUnavailable` for what the SDK's own retries could not mend; anything else stays what it is.
 * @throws {StorageUnavailable}
 */
export async function answering<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw isTransient(error) ? new StorageUnavailable(error) : error;
  }
}
