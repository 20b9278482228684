/** The store could not answer in time, also not when asked again: nothing was written. */
export class StorageUnavailable extends Error {
  constructor(cause: unknown) {
    super('storage unavailable', { cause });
    this.name = 'StorageUnavailable';
  }
}
