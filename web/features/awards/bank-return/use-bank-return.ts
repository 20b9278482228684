import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FieldError } from '../../../../shared/api/errors.ts';
import type { ReturnItemDto } from '../../../../shared/api/routes/awards.ts';
import type { ReturnLine } from '../../../../shared/awards/bank-return/return-line.ts';
import { announce } from '../../../lib/announce.ts';
import { call } from '../../../lib/api/call.ts';
import { readFile } from '../../../lib/spreadsheet/read-file.ts';
import { readReturn } from './read-return.ts';
import { words } from './words.ts';

export type ReturnRow = {
  /** In the file, counted from 1. */
  readonly number: number;
  readonly line: ReturnLine;
  readonly verdict: ReturnItemDto['verdict'] | 'unchecked';
  readonly caseId?: string | undefined;
  readonly enterpriseName?: string | undefined;
  readonly errors: readonly FieldError[];
};

type Opened = {
  readonly name: string;
  /** One for the whole file: what was recorded before an answer got lost is known again by it. */
  readonly commandId: string;
  readonly rows: readonly ReturnRow[];
};

/** So many lines are asked about, or recorded, at a time: an answer must come within half a minute. */
const atATime = 50;
const most = 2000;

type Send = (lines: ReturnLine[]) => Promise<{ readonly items: readonly ReturnItemDto[] }>;

/** The bank's return being worked through: read, checked line by line, then recorded. */
export function useBankReturn() {
  const queries = useQueryClient();
  const [opened, setOpened] = useState<Opened>();
  const [unreadable, setUnreadable] = useState<'file' | 'heading' | 'too-long'>();

  /** Sends the rows of one verdict a few at a time and keeps each answer as it comes. */
  const through = async (rows: readonly ReturnRow[], send: Send): Promise<void> => {
    for (let from = 0; from < rows.length; from += atATime) {
      const some = rows.slice(from, from + atATime);
      const { items } = await send(some.map(({ line }) => line));
      const news = new Map(some.map(({ number }, index) => [number, items[index]]));
      setOpened(
        (known) =>
          known && { ...known, rows: known.rows.map((row) => ({ ...row, ...news.get(row.number) })) },
      );
    }
  };
  const check = useMutation({
    mutationFn: ({ rows }: Opened) =>
      through(
        rows.filter(({ verdict }) => verdict === 'unchecked'),
        (lines) => call('checkPaymentReturn', { body: { lines } }),
      ),
  });
  const record = useMutation({
    mutationFn: ({ rows, commandId }: Opened) =>
      through(
        rows.filter(({ verdict }) => verdict === 'to-record'),
        (lines) => call('recordPaymentReturn', { body: { commandId, lines } }),
      ),
    onSuccess: () => announce(words.recordedAll),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ['awards'] });
      await queries.invalidateQueries({ queryKey: ['award'] });
    },
  });

  const open = async (file: File): Promise<void> => {
    check.reset();
    record.reset();
    setOpened(undefined);
    setUnreadable(undefined);
    const cells = await readFile(file).catch(() => undefined);
    const lines = cells && readReturn(cells);
    if (cells === undefined) return setUnreadable('file');
    if (lines === undefined || lines.length === 0) return setUnreadable('heading');
    if (lines.length > most) return setUnreadable('too-long');
    const rows = lines.map(
      ({ line, errors }, index): ReturnRow => ({
        number: index + 1,
        line,
        verdict: errors.length > 0 ? 'wrong' : 'unchecked',
        errors,
      }),
    );
    const next = { name: file.name, commandId: crypto.randomUUID(), rows };
    setOpened(next);
    check.mutate(next);
  };
  return { opened, unreadable, open, check, record };
}
