import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import * as z from 'zod';

const DataSchema = z.object({
  holidays: z.record(z.string(), z.unknown()),
  workdays: z.record(z.string(), z.unknown()),
});

/** Of the calendar's data set a function needs the days, not what each is called in three languages. */
export const calendarDataPlugin: Plugin = {
  name: 'calendar-data',
  setup(build) {
    build.onLoad({ filter: /chinese-days\.json$/ }, async ({ path }) => {
      const { holidays, workdays } = DataSchema.parse(JSON.parse(await readFile(path, 'utf8')));
      const days = (all: object) => `of('${Object.keys(all).join(' ')}')`;
      return {
        contents: `const of = (days) => Object.fromEntries(days.split(' ').map((day) => [day, '']));
export default { holidays: ${days(holidays)}, workdays: ${days(workdays)} };`,
        loader: 'js',
      };
    });
  },
};
