import { type Courier, Undeliverable } from '../../functions/notifier/courier.ts';
import type { NotifierSystem } from '../../functions/notifier/notifier-system.ts';
import type { Letter } from '../../shared/messages/letter.ts';
import type { InProcess } from './in-process.ts';

/** A way out that can be shut, and remembers what went through. */
class TestCourier {
  readonly letters: Letter[] = [];
  open = true;
  /** Addresses that will never take anything. */
  readonly dead = new Set<string>();
  attempts = 0;

  readonly send: Courier = async (letter) => {
    this.attempts += 1;
    if (!this.open) throw new Error('connection refused');
    if (this.dead.has(letter.to)) throw new Undeliverable(new Error('no such mailbox'));
    this.letters.push(letter);
  };
}

/** The notifier of a county under test, with couriers that can be shut. */
export function testNotifier({ system, clock }: InProcess) {
  const [mail, sms] = [new TestCourier(), new TestCourier()];
  const bus: { type: string; at: string; detail: object }[] = [];
  const logged: object[] = [];
  const notifier: NotifierSystem = {
    tables: system.tables,
    programmes: system.programmes,
    now: () => clock.now,
    portalOrigin: 'https://portal.example',
    mail: mail.send,
    sms: sms.send,
    bus: async (event) => {
      bus.push(event);
    },
    log: (level, fields) => logged.push({ level, ...fields }),
  };
  return { notifier, mail, sms, bus, logged };
}
