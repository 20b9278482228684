/** Ids, codes and figures only: no names, no answers, no messages that could quote them. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;
export type Log = (level: 'info' | 'warn' | 'error', fields: LogFields) => void;

/** One JSON line per entry, as CloudWatch and any other collector reads it. */
export const logLine: Log = (level, fields) => {
  console.log(JSON.stringify({ level, at: new Date().toISOString(), ...fields }));
};

/** What may be told of an unexpected error: its kind and places in our code. Its message could hold anything. */
export const traceOf = (error: unknown): LogFields =>
  error instanceof Error
    ? {
        error: error.name,
        trace: (error.stack ?? '')
          .split('\n')
          .filter((line) => /^\s+at /.test(line))
          .slice(0, 12)
          .map((line) => line.trim())
          .join(' | '),
      }
    : { error: typeof error };
