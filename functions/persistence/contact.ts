import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { contactKey } from './keys.ts';
import { answering } from './storage-unavailable.ts';
import { readItem, type Tables } from './tables.ts';

const ContactSchema = z.object({
  mail: z.string().optional(),
  mobile: z.string().optional(),
});
/** Where an account can be reached, as verified by whoever signs people in. */
export type Contact = Readonly<z.infer<typeof ContactSchema>>;

export async function readContact(tables: Tables, account: string): Promise<Contact> {
  return ContactSchema.parse((await readItem(tables, contactKey(account))) ?? {});
}

/** Keeps what the issuer says now; what it no longer says is forgotten. Writes only when something changed. */
export async function keepContact(tables: Tables, account: string, contact: Contact): Promise<void> {
  const kept = await readContact(tables, account);
  if (kept.mail === contact.mail && kept.mobile === contact.mobile) return;
  const Item = { ...contact, ...contactKey(account) };
  await answering(tables.client.send(new PutCommand({ TableName: tables.registry, Item })));
}
