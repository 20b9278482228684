import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

type Heard = { readonly from: string; readonly to: string; readonly content: string };

/** A mail server that takes one letter at a time and remembers it. `answers` says what it makes of an address. */
export async function startSmtpServer(answers: (address: string) => string = () => '250 ok') {
  const heard: Heard[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    const say = (line: string) => socket.write(`${line}\r\n`);
    let [from, to, content, reading, rest] = ['', '', '', false, ''];
    say('220 test');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      rest += chunk.toString('utf8');
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (reading && line === '.') {
          heard.push({ from, to, content });
          [reading, content] = [false, ''];
          say('250 queued');
        } else if (reading) content += `${line}\n`;
        else if (/^EHLO|^HELO/.test(line)) say('250 test');
        else if (line.startsWith('MAIL FROM')) {
          from = line;
          say('250 ok');
        } else if (line.startsWith('RCPT TO')) {
          to = /<(.*)>/.exec(line)?.[1] ?? '';
          say(answers(to));
        } else if (line === 'DATA') {
          reading = true;
          say('354 go on');
        } else if (line === 'QUIT') socket.end('221 bye\r\n');
        else say('250 ok');
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    heard,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
