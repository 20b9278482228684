import * as z from 'zod';

/** Every sentence a person reads exists in both languages; Chinese is the authoritative one. */
export const TextSchema = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export type Text = z.infer<typeof TextSchema>;

const locales = ['zh', 'en'] as const;
export type Locale = (typeof locales)[number];

export const text = (zh: string, en: string): Text => ({ zh, en });

/** Fills `{name}` slots; an unknown slot stays visible, so that a wrong template is noticed, not hidden. */
export function fill(template: Text, values: Readonly<Record<string, string | number>>): Text {
  const one = (sentence: string) =>
    sentence.replaceAll(/\{(\w+)\}/g, (slot, name: string) => String(values[name] ?? slot));
  return { zh: one(template.zh), en: one(template.en) };
}
