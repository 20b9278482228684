import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { type Courier, Undeliverable } from '../courier.ts';

/** Amazon SES, where the region has it. `sender` is a verified address. */
export function sesCourier(region: string, sender: string): Courier {
  const client = new SESv2Client({ region });
  const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });
  return async ({ id, to, subject, text }) => {
    try {
      await client.send(
        new SendEmailCommand({
          FromEmailAddress: sender,
          Destination: { ToAddresses: [to] },
          Content: { Simple: { Subject: utf8(subject), Body: { Text: utf8(text) } } },
          EmailTags: [{ Name: 'letter', Value: id.replaceAll(/[^A-Za-z0-9_-]/g, '-').slice(0, 256) }],
        }),
      );
    } catch (error) {
      // SES looked at this letter and will not take it; everything else is about our account or the network.
      throw error instanceof Error && error.name === 'MessageRejected' ? new Undeliverable(error) : error;
    }
  };
}
