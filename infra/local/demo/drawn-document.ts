import { crc32, deflateSync } from 'node:zlib';

const width = 420;
const height = 594;

type Colour = readonly [red: number, green: number, blue: number];
const paper: Colour = [252, 250, 244];
const ink: Colour = [92, 99, 96];
const seal: Colour = [178, 48, 42];

/**
 * A PNG picture of a sheet with lines of writing and a round seal: something to look at where a real case
 * has the photo of a paper. The same number gives the same picture.
 */
export function drawnDocument(number: number): Blob {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      rows.set(colourAt(x, y, number), y * (width * 3 + 1) + 1 + x * 3);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const file = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return new Blob([file], { type: 'image/png' });
}

function colourAt(x: number, y: number, number: number): Colour {
  const fromSeal = Math.hypot(x - 310, y - 480);
  if ((fromSeal < 56 && fromSeal > 51) || fromSeal < 9) return seal;
  const line = Math.floor((y - 60) / 26);
  const inLine = y >= 60 && y < 420 && (y - 60) % 26 < (line === 0 ? 12 : 7);
  const lineEnd = line === 0 ? 300 : 370 - ((line * 37 + number * 53) % 130);
  const gap = (x + line * 29 + number * 13) % 61 < 6;
  return inLine && x > (line === 0 ? 120 : 50) && x < lineEnd && !gap ? ink : paper;
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'ascii'), body]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(body.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
